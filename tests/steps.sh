# shellcheck shell=bash
# The steps of ./dev test. Each step is a function step_NAME that prepares itself, which may take both cores, and calls `check` once;
# the checks run after that. A build that fails is a failed check of its step; the other steps still run.
# Sourced by ./dev; needs setup, setup_modules, configure, build_native, build_web, say and fail.

all_steps=(unit asan wasm tools cases practice content coverage golden types browser static hosts size frames)
total_passed=0
total_failed=0

# check NAME COMMAND…: notes a command to run once everything is built.
declare -a check_names=() check_commands=()
check() {
  check_names+=("$1")
  shift
  check_commands+=("$(printf '%q ' "$@")")
}

# Two checks at a time, the longest first: the browser's wait as often as they calculate, the others use one core each.
# What a check prints is shown when it ends, in one piece; a lone check is shown as it runs.
run_checks() {
  local i
  mkdir -p build/test
  rm -f build/test/*.status
  if [ ${#check_names[@]} = 1 ]; then
    run_check 0 2>&1 | tee "build/test/${check_names[0]}.log"
    count_check 0
    return
  fi
  local -a waiting=() running=() still=() pids=()
  local long="browser asan frames wasm" name
  for name in $long ""; do
    for i in "${!check_names[@]}"; do
      case "$name:${check_names[$i]}" in
        "$name:$name") waiting+=("$i") ;;
        :*) if [[ " $long " != *" ${check_names[$i]} "* ]]; then waiting+=("$i"); fi ;;
      esac
    done
  done
  local told=$SECONDS
  while [ $((${#waiting[@]} + ${#running[@]})) -gt 0 ]; do
    while [ ${#running[@]} -lt 2 ] && [ ${#waiting[@]} -gt 0 ]; do
      i=${waiting[0]}
      waiting=("${waiting[@]:1}")
      running+=("$i")
      run_check "$i" >"build/test/${check_names[$i]}.log" 2>&1 &
      pids[$i]=$!
    done
    sleep 0.2
    still=()
    for i in "${running[@]}"; do
      # One that was killed leaves no status of its own.
      if ! kill -0 "${pids[$i]}" 2>/dev/null && [ ! -f "build/test/${check_names[$i]}.status" ]; then
        echo "137 0" >"build/test/${check_names[$i]}.status"
      fi
      if [ -f "build/test/${check_names[$i]}.status" ]; then
        say "== ${check_names[$i]}"
        cat "build/test/${check_names[$i]}.log"
        count_check "$i"
      else
        still+=("$i")
      fi
    done
    running=("${still[@]}")
    if [ $((SECONDS - told)) -ge 30 ]; then
      told=$SECONDS
      say "== running:$(for i in "${running[@]}"; do printf ' %s' "${check_names[$i]}"; done), waiting: ${#waiting[@]}"
    fi
  done
}

# run_check I: leaves "STATUS SECONDS" in its file, last of all.
run_check() {
  local name=${check_names[$1]} started=$SECONDS status=0
  eval "${check_commands[$1]}" || status=$?
  echo "$status $((SECONDS - started))" >"build/test/$name.status.new"
  mv "build/test/$name.status.new" "build/test/$name.status"
}

# count_check I: adds up what an ended check counted.
count_check() {
  local name=${check_names[$1]} status seconds counts passed failed
  read -r status seconds <"build/test/$name.status"
  counts=$(counts_of "build/test/$name.log")
  if [ -z "$counts" ]; then
    if [ "$status" = 0 ]; then counts="1 0"; else counts="0 1"; fi
  fi
  passed=${counts% *}
  failed=${counts#* }
  # A program that ends badly failed, whatever it counted.
  if [ "$status" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
  total_passed=$((total_passed + passed))
  total_failed=$((total_failed + failed))
  say "$name: $passed passed, $failed failed, $seconds s"
}

# Prints "PASSED FAILED" of a log: our own last line, doctest's table or Node's summary.
counts_of() {
  awk '
    { gsub(/\033\[[0-9;]*m/, "") }
    match($0, /[0-9]+ passed, [0-9]+ failed/) { split(substr($0, RSTART), word, " "); passed = word[1]; failed = word[3]; known = 1 }
    /^\[doctest\] test cases:/ { gsub(/\|/, " "); passed = $5; failed = $7; known = 1 }
    /^(#|ℹ) pass [0-9]+/ { passed = $3; known = 1 }
    /^(#|ℹ) fail [0-9]+/ { failed = $3 }
    END { if (known) print passed + 0, failed + 0 }' "$1"
}

# needs NAME COMMAND…: a build, made once however many steps need it.
declare -A built=()
needs() {
  local name=$1
  shift
  if [ -z "${built[$name]:-}" ]; then
    built[$name]=failed
    if timed "$name" "$@"; then built[$name]=yes; fi
  fi
  if [ "${built[$name]}" = yes ]; then return 0; fi
  total_failed=$((total_failed + 1))
  say "$name: 0 passed, 1 failed"
  return 1
}

need_native() { needs "native build" build_native; }
need_web() { need_native && needs "web build" build_web; }
need_modules() { needs "test modules" setup_modules; }

build_sanitized() {
  local compiler
  compiler=$(command -v clang++-14 || command -v clang++)
  configure native-asan native-asan -DCMAKE_CXX_COMPILER="$compiler" &&
    cmake --build --preset native-asan --target storewright-unit
}

build_wasm_tests() { cmake --build --preset web-release --target storewright-unit; }

# --- the steps

step_unit() {
  need_native && check unit build/native/storewright-unit --no-colors=true
}

step_asan() {
  needs "sanitized build" build_sanitized &&
    check asan env UBSAN_OPTIONS=print_stacktrace=1 build/native-asan/storewright-unit --no-colors=true
}

step_wasm() {
  need_web && needs "tests as WebAssembly" build_wasm_tests && check wasm node build/web/storewright-unit.js --no-colors=true
}

# The command as people call it, and core.js as tools import it.
step_tools() {
  need_web && check tools node --test --test-reporter=spec tests/node/*.test.mjs
}

step_cases() {
  need_web && check cases compare_cases
}

# The same case files through the command and through core.wasm: the answers must be the same bytes.
compare_cases() {
  local file passed=0 failed=0 name
  mkdir -p build/test/cases
  for file in tests/cases/*.json content/goldens/*.json; do
    name=$(basename "$(dirname "$file")")-$(basename "$file" .json)
    if [ "$name" = cases-coverage ]; then continue; fi
    if build/native/storewright cases "$file" >"build/test/cases/$name.native" &&
      node tests/node/cases.mjs "$file" >"build/test/cases/$name.wasm" &&
      cmp "build/test/cases/$name.native" "build/test/cases/$name.wasm"; then
      passed=$((passed + 1))
    else
      say "not the same natively and as WebAssembly, or failed: $file"
      failed=$((failed + 1))
    fi
  done
  say "$passed passed, $failed failed"
  [ "$failed" = 0 ]
}

# How well written answers are marked, on a labelled corpus; the gates are among its last lines.
step_practice() {
  need_native && check practice node tests/practice/quality.mjs
}

step_content() {
  need_native && check content build/native/storewright validate content
}

step_coverage() {
  need_native && check coverage node tests/coverage.mjs
}

step_golden() {
  need_native && check golden build/native/storewright-pages --golden tests/golden --packs build/native/packs
}

# The page's scripts know a browser, all other scripts know Node.
check_types() {
  tests/node_modules/.bin/tsc --project tests/tsconfig.json && tests/node_modules/.bin/tsc --project tests/tsconfig.node.json
}

step_types() {
  need_modules && check types check_types
}

step_browser() {
  need_web && need_modules && check browser node --test --test-reporter=spec tests/e2e/*.test.mjs
}

# The pages that need no script.
step_static() {
  need_web && need_modules && check static node --test --test-reporter=spec tests/static/*.test.mjs
}

# A documentation site as people build it, with our element in it. Its modules are only needed here.
build_hosts() {
  local installed=tests/hosts/node_modules/.package-lock.json
  if [ ! -f "$installed" ] || [ tests/hosts/package-lock.json -nt "$installed" ]; then
    # Not `npm ci`: it refuses a lock file without the optional packages of platforms that a mirror does not carry.
    npm install --prefix tests/hosts --no-save --omit-lockfile-registry-resolved --prefer-offline --no-audit --no-fund --loglevel=error || return 1
    touch "$installed"
  fi
  npm run --silent --prefix tests/hosts build
}

step_hosts() {
  need_web && need_modules && needs "VitePress site" build_hosts &&
    check hosts node --test --test-reporter=spec --test-name-pattern=VitePress tests/e2e/embed.test.mjs
}

step_size() {
  need_web && need_modules && check size node tests/bench/size.mjs
}

step_frames() {
  need_web && need_modules && check frames node tests/bench/frames.mjs
}

run_tests() {
  local steps=("$@") step started=$SECONDS
  if [ ${#steps[@]} = 0 ]; then steps=("${all_steps[@]}"); fi
  for step in "${steps[@]}"; do
    if ! declare -F "step_$step" >/dev/null; then fail "There is no test step '$step'. Steps: ${all_steps[*]}"; fi
  done
  setup
  for step in "${steps[@]}"; do "step_$step" || true; done
  run_checks
  say "all steps: $((SECONDS - started)) s"
  say "$total_passed passed, $total_failed failed"
  [ "$total_failed" = 0 ]
}

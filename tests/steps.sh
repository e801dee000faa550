# shellcheck shell=bash
# The steps of ./dev test. Each step is a function step_NAME that prepares itself and calls `check` once.
# Sourced by ./dev; needs setup, setup_modules, configure, build_native, build_web, say and fail.

all_steps=(unit asan wasm cases content coverage golden types browser size frames)
total_passed=0
total_failed=0

# check NAME COMMAND…: shows what the command prints, counts its checks, adds them up.
check() {
  local name=$1 log=build/test/$1.log status=0 counts passed failed
  shift
  mkdir -p build/test
  "$@" 2>&1 | tee "$log" || status=$?
  counts=$(counts_of "$log")
  if [ -z "$counts" ]; then
    if [ "$status" = 0 ]; then counts="1 0"; else counts="0 1"; fi
  fi
  passed=${counts% *}
  failed=${counts#* }
  # A program that ends badly failed, whatever it counted.
  if [ "$status" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
  total_passed=$((total_passed + passed))
  total_failed=$((total_failed + failed))
  say "$name: $passed passed, $failed failed"
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

# --- what the steps need, made once

native_ready=
need_native() {
  if [ -z "$native_ready" ]; then timed "native build" build_native; fi
  native_ready=yes
}

web_ready=
need_web() {
  need_native
  if [ -z "$web_ready" ]; then timed "web build" build_web; fi
  web_ready=yes
}

# --- the steps

step_unit() {
  need_native
  check unit build/native/storewright-unit
}

step_asan() {
  local compiler
  compiler=$(command -v clang++-14 || command -v clang++)
  configure native-asan native-asan -DCMAKE_CXX_COMPILER="$compiler"
  timed "sanitized build" cmake --build --preset native-asan --target storewright-unit
  check asan env UBSAN_OPTIONS=print_stacktrace=1 build/native-asan/storewright-unit
}

step_wasm() {
  need_web
  timed "tests as WebAssembly" cmake --build --preset web-release --target storewright-unit
  check wasm node build/web/storewright-unit.js
}

step_cases() {
  need_web
  check cases compare_cases
}

# The same case files through the command and through core.wasm: the answers must be the same bytes.
compare_cases() {
  local file passed=0 failed=0 name
  mkdir -p build/test/cases
  for file in tests/cases/*.json; do
    name=$(basename "$file" .json)
    if [ "$name" = coverage ]; then continue; fi
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

step_content() {
  need_native
  check content build/native/storewright validate content
}

step_coverage() {
  need_native
  check coverage node tests/coverage.mjs
}

step_golden() {
  need_native
  check golden build/native/storewright-pages --golden tests/golden
}

step_types() {
  setup_modules
  check types tests/node_modules/.bin/tsc --project tests/tsconfig.json
}

step_browser() {
  need_web
  setup_modules
  check browser node --test --test-reporter=spec tests/e2e/*.test.mjs
}

step_size() {
  need_web
  setup_modules
  check size node tests/bench/size.mjs
}

step_frames() {
  need_web
  setup_modules
  check frames node tests/bench/frames.mjs
}

run_tests() {
  local steps=("$@") step started=$SECONDS
  if [ ${#steps[@]} = 0 ]; then steps=("${all_steps[@]}"); fi
  for step in "${steps[@]}"; do
    if ! declare -F "step_$step" >/dev/null; then fail "There is no test step '$step'. Steps: ${all_steps[*]}"; fi
  done
  setup
  for step in "${steps[@]}"; do timed "$step" "step_$step"; done
  say "all steps: $((SECONDS - started)) s"
  say "$total_passed passed, $total_failed failed"
  [ "$total_failed" = 0 ]
}

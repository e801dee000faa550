# shellcheck shell=bash
# Gets the sources of Dear ImGui into the cache folder. On Debian 12 the packaged version is too old, so this asks apt for
# the *source package* of a newer suite, from the same mirror and with the same key as the machine's own packages.
# Sourced by ./dev; needs $cache, say and fail. Works without root: apt writes only into the cache folder.

imgui_at_least=19220  # 1.92.2, see core/cmake/dependencies.cmake

imgui_number() { sed -n 's/^#define IMGUI_VERSION_NUM[[:space:]]*\([0-9]*\).*/\1/p' "$1/imgui.h" 2>/dev/null; }

# Prints the folder with usable sources, or nothing.
imgui_folder() {
  local folder
  for folder in ${IMGUI_DIR:+"$IMGUI_DIR"} "$cache"/imgui/*/; do
    folder=${folder%/}
    if [ -f "$folder/imgui.h" ] && [ "$(imgui_number "$folder")" -ge "$imgui_at_least" ]; then
      printf '%s\n' "$folder"
      return
    fi
  done
}

# Prints "URI KEYRING" of the machine's first Debian package source, in either of apt's two formats. KEYRING may be empty.
debian_mirror() {
  local file
  for file in /etc/apt/sources.list.d/*.sources; do
    [ -f "$file" ] || continue
    awk '
      function done_stanza() { if (deb && uri != "" && uri !~ /security/ && suites ~ /bookworm|trixie|forky|sid|stable|testing/) { print uri, key; found = 1; exit } deb = 0; uri = key = suites = "" }
      /^[[:space:]]*$/ { done_stanza(); next }
      tolower($1) == "types:" { deb = ($0 ~ /deb/) }
      tolower($1) == "uris:" { uri = $2 }
      tolower($1) == "suites:" { suites = $0 }
      tolower($1) == "signed-by:" { key = $2 }
      END { if (!found) done_stanza() }' "$file"
  done
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [ -f "$file" ] || continue
    sed -n 's/^deb[[:space:]]/&/p' "$file" | awk '
      {
        key = ""
        line = $0
        if (match(line, /\[[^]]*\]/)) {
          options = substr(line, RSTART + 1, RLENGTH - 2)
          line = substr(line, 1, RSTART - 1) substr(line, RSTART + RLENGTH)
          if (match(options, /signed-by=[^ ]+/)) key = substr(options, RSTART + 10, RLENGTH - 10)
        }
        split(line, word, /[[:space:]]+/)
        if (word[2] !~ /security/ && word[3] ~ /^(bookworm|trixie|forky|sid|stable|testing)$/) { print word[2], key; exit }
      }'
  done
}

imgui_setup() {
  local have uri key apt_folder suite tarball unpacked
  have=$(imgui_folder)
  if [ -n "$have" ]; then
    say "Dear ImGui: $have"
    return
  fi
  if command -v apt-get >/dev/null; then read -r uri key < <(debian_mirror | head -n 1) || true; fi
  if [ -z "${uri:-}" ]; then
    say "Dear ImGui: this is no Debian machine, so CMake will fetch it (or set IMGUI_DIR to sources of 1.92.2 or newer)"
    return
  fi
  if [ -z "${key:-}" ] && [ -f /usr/share/keyrings/debian-archive-keyring.gpg ]; then
    key=/usr/share/keyrings/debian-archive-keyring.gpg
  fi

  apt_folder=$cache/apt
  mkdir -p "$cache/imgui" "$apt_folder/lists/partial" "$apt_folder/download"
  # A suite that is gone must not stop the others.
  for suite in forky sid trixie; do
    say "Dear ImGui: asking Debian $suite for its source package"
    {
      printf 'Types: deb-src\nURIs: %s\nSuites: %s\nComponents: main\n' "$uri" "$suite"
      if [ -n "${key:-}" ]; then printf 'Signed-By: %s\n' "$key"; fi
    } >"$apt_folder/newer.sources"
    rm -f "$apt_folder"/download/imgui_*
    if (
      cd "$apt_folder/download"
      options=(-qq -o "Dir::Etc::sourcelist=$apt_folder/newer.sources" -o Dir::Etc::sourceparts=-
        -o "Dir::State::lists=$apt_folder/lists" -o "Dir::Cache=$apt_folder" -o APT::Sandbox::User=root)
      apt-get "${options[@]}" update && apt-get "${options[@]}" source --download-only imgui
    ) >"$apt_folder/log" 2>&1; then
      tarball=$(find "$apt_folder/download" -name 'imgui_*.orig.tar.*' | head -n 1)
      unpacked=$apt_folder/unpacked
      rm -rf "$unpacked" && mkdir "$unpacked"
      tar -xf "$tarball" -C "$unpacked" --strip-components=1
      if [ "$(imgui_number "$unpacked")" -ge "$imgui_at_least" ]; then
        local version
        version=$(sed -n 's/^#define IMGUI_VERSION[[:space:]]*"\([^"]*\)".*/\1/p' "$unpacked/imgui.h")
        rm -rf "$cache/imgui/$version"
        mv "$unpacked" "$cache/imgui/$version"
        rm -rf "$apt_folder"
        say "Dear ImGui $version is in the cache folder"
        return
      fi
      say "Debian $suite has a version that is too old"
    fi
  done
  tail -n 5 "$apt_folder/log" || true
  say "Dear ImGui: no Debian suite offered 1.92.2 or newer, so CMake will fetch it (or set IMGUI_DIR to its sources)"
}

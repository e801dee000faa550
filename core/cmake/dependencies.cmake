# Finds nlohmann/json, doctest, md4c and Dear ImGui: the machine's copy when it is new enough, else a fetched release with a hash.
include(FetchContent)

# Sets OUT to the version that the header's #define lines give for the three NAMES, or to nothing.
function(header_version OUT HEADER MAJOR MINOR PATCH)
  set(${OUT} "" PARENT_SCOPE)
  if(NOT EXISTS "${HEADER}")
    return()
  endif()
  file(READ "${HEADER}" text)
  set(parts "")
  foreach(name IN ITEMS ${MAJOR} ${MINOR} ${PATCH})
    if(NOT text MATCHES "#[ \t]*define[ \t]+${name}[ \t]+([0-9]+)")
      return()
    endif()
    list(APPEND parts ${CMAKE_MATCH_1})
  endforeach()
  list(JOIN parts "." version)
  set(${OUT} ${version} PARENT_SCOPE)
endfunction()

# A header-only library as the interface target NAME. A system copy is linked into a folder of its own, because putting
# the system's whole include folder before Emscripten's would mix two C libraries.
function(header_library NAME FOLDER ROOT)
  set(own ${CMAKE_BINARY_DIR}/include-${FOLDER})
  file(MAKE_DIRECTORY ${own})
  file(CREATE_LINK ${ROOT}/${FOLDER} ${own}/${FOLDER} COPY_ON_ERROR SYMBOLIC)
  add_library(${NAME} INTERFACE)
  target_include_directories(${NAME} SYSTEM INTERFACE ${own})
endfunction()

# Emscripten's toolchain does not look in the system's folders, where header-only libraries are just as good.
set(header_places /usr/include /usr/local/include /opt/homebrew/include)

# nlohmann/json: the parser behind our own reader.
find_path(NLOHMANN_ROOT nlohmann/json.hpp PATHS ${header_places} NO_CMAKE_FIND_ROOT_PATH DOC "Folder that holds nlohmann/json.hpp")
mark_as_advanced(NLOHMANN_ROOT)
if(NOT NLOHMANN_ROOT)
  message(STATUS "nlohmann/json is not installed: fetching 3.11.2")
  FetchContent_Declare(nlohmann_source
    URL https://github.com/nlohmann/json/archive/refs/tags/v3.11.2.tar.gz
    URL_HASH SHA256=d69f9deb6a75e2580465c6c4c5111b89c4dc2fa94e3a85fcd2ffcd9a143d9273
    SOURCE_SUBDIR none)
  FetchContent_MakeAvailable(nlohmann_source)
  set(NLOHMANN_ROOT ${nlohmann_source_SOURCE_DIR}/include)
endif()
# The version moved from json.hpp to a file of its own in 3.11.
set(names NLOHMANN_JSON_VERSION_MAJOR NLOHMANN_JSON_VERSION_MINOR NLOHMANN_JSON_VERSION_PATCH)
header_version(nlohmann_version ${NLOHMANN_ROOT}/nlohmann/detail/abi_macros.hpp ${names})
if(NOT nlohmann_version)
  header_version(nlohmann_version ${NLOHMANN_ROOT}/nlohmann/json.hpp ${names})
endif()
if(NOT nlohmann_version OR nlohmann_version VERSION_LESS 3.11)
  message(FATAL_ERROR "nlohmann/json in ${NLOHMANN_ROOT} has version '${nlohmann_version}'; 3.11 or newer is needed. "
                      "Install Debian 12's nlohmann-json3-dev, or set -DNLOHMANN_ROOT to a newer copy.")
endif()
header_library(storewright_nlohmann nlohmann ${NLOHMANN_ROOT})

# doctest: unit tests.
find_path(DOCTEST_ROOT doctest/doctest.h PATHS ${header_places} NO_CMAKE_FIND_ROOT_PATH DOC "Folder that holds doctest/doctest.h")
mark_as_advanced(DOCTEST_ROOT)
if(NOT DOCTEST_ROOT)
  message(STATUS "doctest is not installed: fetching 2.4.9")
  FetchContent_Declare(doctest_source
    URL https://github.com/doctest/doctest/archive/refs/tags/v2.4.9.tar.gz
    URL_HASH SHA256=19b2df757f2f3703a5e63cee553d85596875f06d91a3333acd80a969ef210856
    SOURCE_SUBDIR none)
  FetchContent_MakeAvailable(doctest_source)
  set(DOCTEST_ROOT ${doctest_source_SOURCE_DIR})
endif()
header_version(doctest_version ${DOCTEST_ROOT}/doctest/doctest.h
               DOCTEST_VERSION_MAJOR DOCTEST_VERSION_MINOR DOCTEST_VERSION_PATCH)
if(NOT doctest_version OR doctest_version VERSION_LESS 2.4.9)
  message(FATAL_ERROR "doctest in ${DOCTEST_ROOT} has version '${doctest_version}'; 2.4.9 or newer is needed. "
                      "Install Debian 12's doctest-dev, or set -DDOCTEST_ROOT to a newer copy.")
endif()
header_library(storewright_doctest doctest ${DOCTEST_ROOT})

# md4c: reads the Markdown of the guide's chapters. Only the native build has chapters to read.
if(NOT EMSCRIPTEN)
  find_path(MD4C_ROOT md4c.h DOC "Folder that holds md4c.h")
  find_library(MD4C_LIBRARY md4c DOC "The md4c library")
  mark_as_advanced(MD4C_ROOT MD4C_LIBRARY)
  if(MD4C_ROOT AND MD4C_LIBRARY)
    add_library(storewright_md4c INTERFACE)
    target_include_directories(storewright_md4c SYSTEM INTERFACE ${MD4C_ROOT})
    target_link_libraries(storewright_md4c INTERFACE ${MD4C_LIBRARY})
  else()
    message(STATUS "md4c is not installed (Debian: apt-get install libmd4c-dev): fetching 0.4.8")
    FetchContent_Declare(md4c_source
      URL https://github.com/mity/md4c/archive/release-0.4.8.tar.gz
      URL_HASH SHA256=4a457df853425b6bb6e3457aa1d1a13bccec587a04c38c622b1013a0da41439f
      SOURCE_SUBDIR none)
    FetchContent_MakeAvailable(md4c_source)
    enable_language(C)
    add_library(storewright_md4c STATIC ${md4c_source_SOURCE_DIR}/src/md4c.c)
    target_include_directories(storewright_md4c SYSTEM PUBLIC ${md4c_source_SOURCE_DIR}/src)
  endif()
endif()

# Dear ImGui: 1.92.2 brought the font loader interface that our glyphs from the browser's canvas need.
# `./dev setup` keeps a copy in its cache folder; that one serves a plain `cmake` as well.
set(cache "$ENV{STOREWRIGHT_CACHE}")
if(NOT cache)
  set(cache "$ENV{XDG_CACHE_HOME}")
  if(NOT cache)
    set(cache "$ENV{HOME}/.cache")
  endif()
  string(APPEND cache "/storewright")
endif()
file(GLOB imgui_in_cache ${cache}/imgui/*/imgui.h)
if(IMGUI_DIR)
  set(imgui_root ${IMGUI_DIR})
elseif(imgui_in_cache)
  list(GET imgui_in_cache -1 imgui_root)
  get_filename_component(imgui_root ${imgui_root} DIRECTORY)
else()
  message(STATUS "IMGUI_DIR is not set: fetching Dear ImGui 1.92.2b (on Debian, ./dev finds it through apt instead)")
  FetchContent_Declare(imgui_source
    URL https://github.com/ocornut/imgui/archive/45acd5e0e82f4c954432533ae9985ff0e1aad6d5.tar.gz  # tag v1.92.2b
    URL_HASH SHA256=97484925aec2f4d3e913d6644d46b234f8d6d8d98c6aa9c50109e0f0df772090
    SOURCE_SUBDIR none)
  FetchContent_MakeAvailable(imgui_source)
  set(imgui_root ${imgui_source_SOURCE_DIR})
endif()
if(NOT EXISTS ${imgui_root}/imgui.h)
  message(FATAL_ERROR "There is no imgui.h in IMGUI_DIR=${imgui_root}. Run ./dev setup, or point IMGUI_DIR at the sources "
                      "of Dear ImGui 1.92.2 or newer.")
endif()
file(STRINGS ${imgui_root}/imgui.h imgui_line REGEX "#define IMGUI_VERSION_NUM")
string(REGEX MATCH "[0-9]+" imgui_number "${imgui_line}")
if(NOT imgui_number OR imgui_number LESS 19220)
  message(FATAL_ERROR "Dear ImGui in ${imgui_root} has IMGUI_VERSION_NUM '${imgui_number}'; 19220 (1.92.2) or newer is "
                      "needed. Run ./dev setup, or point IMGUI_DIR at newer sources.")
endif()

# Compile flags of our own code, as interface targets: storewright_ours (warnings, includes), storewright_pure (no exceptions).

if(STOREWRIGHT_WEB AND NOT EMSCRIPTEN)
  message(FATAL_ERROR "The web presets need the Emscripten toolchain. Configure with: emcmake cmake --preset web-release")
endif()
if(EMSCRIPTEN AND NOT STOREWRIGHT_WEB)
  message(FATAL_ERROR "Emscripten builds only the web presets. Configure with: emcmake cmake --preset web-release")
endif()
if(EMSCRIPTEN AND EMSCRIPTEN_VERSION AND EMSCRIPTEN_VERSION VERSION_LESS 3.1.6)
  message(FATAL_ERROR "Emscripten ${EMSCRIPTEN_VERSION} is too old: 3.1.6 or newer is needed. "
                      "Install Debian's package emscripten or a current emsdk.")
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})

# The same bits everywhere: no fused multiply-add, which one machine has and the other has not.
add_compile_options(-ffp-contract=off)

if(EMSCRIPTEN)
  # Emscripten's own preset flags for Release are -O3 without link-time optimisation; ours are set per target below.
  set(CMAKE_CXX_FLAGS_RELEASE "-DNDEBUG")
  set(CMAKE_EXE_LINKER_FLAGS_RELEASE "")
  set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g")
  set(CMAKE_EXE_LINKER_FLAGS_DEBUG "-O1 -g")
endif()
if(NOT EMSCRIPTEN)
  # CMake's own -O3 takes a fifth more time to compile.
  set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
endif()
set(STOREWRIGHT_OPTIMIZED "$<AND:$<BOOL:${EMSCRIPTEN}>,$<CONFIG:Release>>")

if(STOREWRIGHT_SANITIZE)
  # Lines are all that a report shows of the debug information; native-debug has the rest.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -O1 -g1)
  add_link_options(-fsanitize=address,undefined)
endif()

add_library(storewright_ours INTERFACE)
target_include_directories(storewright_ours INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(storewright_ours INTERFACE -Wall -Wextra -Wpedantic -Wshadow
                                                  $<$<BOOL:${STOREWRIGHT_WERROR}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # Designated initialisers leave the other members at their defaults on purpose; clang does not warn about them.
  target_compile_options(storewright_ours INTERFACE -Wno-missing-field-initializers)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # g++ 12 sees overlapping copies in `"text" + std::string` where there are none (GCC bug 105651).
  target_compile_options(storewright_ours INTERFACE -Wno-restrict)
endif()

# Nothing throws across the core's border, and nothing asks for a type at run time.
add_library(storewright_pure INTERFACE)
# One thread: a static needs no lock around its first use.
target_compile_options(storewright_pure INTERFACE -fno-exceptions -fno-rtti -fno-threadsafe-statics)

# In WebAssembly: what a page loads is compiled for size, what tools call for speed. Both are optimised again when linked.
add_library(storewright_small INTERFACE)
target_compile_options(storewright_small INTERFACE $<${STOREWRIGHT_OPTIMIZED}:-Oz> $<${STOREWRIGHT_OPTIMIZED}:-flto>)
add_library(storewright_fast INTERFACE)
target_compile_options(storewright_fast INTERFACE $<${STOREWRIGHT_OPTIMIZED}:-O3> $<${STOREWRIGHT_OPTIMIZED}:-flto>
                                                  $<$<BOOL:${EMSCRIPTEN}>:-mbulk-memory>)

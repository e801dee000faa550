# app.wasm with its glue, pages.wasm, and the finished site.

# What every page of ours asks of Emscripten's glue: an ES module for browsers alone, without a file system.
add_library(storewright_settings INTERFACE)
target_link_options(storewright_settings INTERFACE
  $<$<CONFIG:Release>:-flto> -mbulk-memory
  -sENVIRONMENT=web -sFILESYSTEM=0 -sMALLOC=emmalloc -sDYNAMIC_EXECUTION=0 -sMODULARIZE=1 -sEXPORT_ES6=1
  -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sALLOW_MEMORY_GROWTH=1 -Wl,-z,stack-size=1048576
  $<$<CONFIG:Release>:-sASSERTIONS=0> $<$<CONFIG:Debug>:-sASSERTIONS=1>
  # What web/host gives to the module and takes from it, and no glue for WebGL extensions that ImGui never asks for.
  --no-entry -sINCOMING_MODULE_JS_API=instantiateWasm,host -sSUPPORT_ERRNO=0 -sTEXTDECODER=2 -sGL_TRACK_ERRORS=0
  -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0 -sGL_SUPPORT_SIMPLE_ENABLE_EXTENSIONS=0
  -sGL_EXTENSIONS_IN_PREFIXED_FORMAT=0 -sGL_WORKAROUND_SAFARI_GETCONTEXT_BUG=0
  -sEXPORTED_FUNCTIONS=_malloc,_free,_sw_app_start,_sw_app_send,_sw_app_pointer,_sw_app_frame,_sw_app_graphics)

add_library(storewright_glue INTERFACE)
target_link_libraries(storewright_glue INTERFACE storewright_settings)
target_link_options(storewright_glue INTERFACE $<$<CONFIG:Release>:-Oz>)

add_library(storewright_platform OBJECT ${web_sources})
target_link_libraries(storewright_platform PUBLIC storewright_front PRIVATE storewright_pure storewright_small)

# add_page(NAME GLUE [SOURCES…]): the whole program on its platform; a source given here takes the place of the same one in it.
function(add_page NAME GLUE)
  add_executable(${NAME} $<TARGET_OBJECTS:storewright_platform> ${ARGN})
  set_target_properties(${NAME} PROPERTIES SUFFIX .mjs LINKER_LANGUAGE CXX)
  target_link_libraries(${NAME} PRIVATE storewright_front storewright_pure storewright_small ${GLUE})
endfunction()

find_program(NODE NAMES node nodejs NO_CMAKE_FIND_ROOT_PATH REQUIRED DOC "Node, which assembles the site")
# Optional: the site runs without a bundler; with one, the host scripts are one small file.
find_program(ESBUILD NAMES esbuild NO_CMAKE_FIND_ROOT_PATH DOC "esbuild, which bundles and shortens the host scripts")
# Optional, and part of every Emscripten: without them all pages are in app.wasm.
set(binaryen_places ${EMSCRIPTEN_ROOT_PATH}/../bin ${EMSCRIPTEN_ROOT_PATH}/bin)
find_program(WASM_SPLIT NAMES wasm-split HINTS ${binaryen_places} NO_CMAKE_FIND_ROOT_PATH DOC "binaryen's wasm-split")
find_program(WASM_OPT NAMES wasm-opt HINTS ${binaryen_places} NO_CMAKE_FIND_ROOT_PATH DOC "binaryen's wasm-opt")
mark_as_advanced(NODE ESBUILD WASM_SPLIT WASM_OPT)
if(ESBUILD)
  set(bundler --esbuild ${ESBUILD})
endif()

add_page(app storewright_glue)
set(modules ${CMAKE_BINARY_DIR})
if(CMAKE_BUILD_TYPE STREQUAL Release AND WASM_SPLIT AND WASM_OPT)
  # What split.mjs reads: the same program with its names and untouched by binaryen, and the program without the later pages.
  add_page(app_named storewright_settings)
  add_page(app_first storewright_settings app/routes.cpp)
  target_compile_definitions(app_first PRIVATE STOREWRIGHT_FIRST_PAGES)
  # The same link-time optimisation in both, whatever follows it, gives the same table.
  target_link_options(app PRIVATE --profiling-funcs -Wl,--lto-O2)
  target_link_options(app_named PRIVATE -O1 --profiling-funcs -Wl,--lto-O2)
  target_link_options(app_first PRIVATE -O1 --profiling-funcs -Wl,--lto-O0)
  set(modules ${CMAKE_BINARY_DIR}/modules)
  set(split_modules ${modules}/app.wasm)
  set(split_scripts split.mjs wasm.mjs shorten.mjs)
  list(TRANSFORM split_scripts PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/site/)
  add_custom_command(
    OUTPUT ${modules}/app.wasm
    COMMAND ${NODE} ${CMAKE_CURRENT_SOURCE_DIR}/site/split.mjs --whole ${CMAKE_BINARY_DIR}/app.wasm --named ${CMAKE_BINARY_DIR}/app_named.wasm
            --first ${CMAKE_BINARY_DIR}/app_first.wasm --wasm-split ${WASM_SPLIT} --wasm-opt ${WASM_OPT} --out ${modules}
    DEPENDS app app_named app_first ${split_scripts}
    COMMENT "Splitting app.wasm"
    VERBATIM)
elseif(CMAKE_BUILD_TYPE STREQUAL Release)
  message(STATUS "wasm-split or wasm-opt of binaryen is missing: all pages stay in app.wasm, and the first load is larger")
endif()

# dist/: one folder named after the digest of its content, and index.html that names it.
set(STOREWRIGHT_SITE_URL "$ENV{SITE_URL}" CACHE STRING "Address of the finished site, for canonical links and the sitemap; empty: neither")
if(STOREWRIGHT_SITE_URL)
  list(APPEND bundler --site-url ${STOREWRIGHT_SITE_URL})
endif()
file(GLOB host_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/host/* ${CMAKE_SOURCE_DIR}/web/embed/*)
add_custom_command(
  OUTPUT ${STOREWRIGHT_DIST}/index.html
  COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/web/site/assemble.mjs
          --shell ${CMAKE_SOURCE_DIR}/shell.html --host ${CMAKE_SOURCE_DIR}/web/host
          --embed ${CMAKE_SOURCE_DIR}/web/embed --build ${CMAKE_BINARY_DIR} --modules ${modules} --packs ${STOREWRIGHT_PACKS} --out ${STOREWRIGHT_DIST} ${bundler}
  DEPENDS app core ${split_modules} ${host_files} ${CMAKE_SOURCE_DIR}/shell.html ${CMAKE_SOURCE_DIR}/web/site/assemble.mjs
          ${pack_files} ${STOREWRIGHT_PACKS}/static/guide/index.html
  COMMENT "Assembling the site"
  VERBATIM)
add_custom_target(site ALL DEPENDS ${STOREWRIGHT_DIST}/index.html)

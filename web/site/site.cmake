# app.wasm with its glue, and the finished site.

# What every page of ours asks of Emscripten's glue: an ES module for browsers alone, without a file system.
add_library(storewright_glue INTERFACE)
target_link_options(storewright_glue INTERFACE
  $<$<CONFIG:Release>:-Oz> $<$<CONFIG:Release>:-flto> -mbulk-memory
  -sENVIRONMENT=web -sFILESYSTEM=0 -sMALLOC=emmalloc -sDYNAMIC_EXECUTION=0 -sMODULARIZE=1 -sEXPORT_ES6=1
  -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sALLOW_MEMORY_GROWTH=1 -Wl,-z,stack-size=1048576
  $<$<CONFIG:Release>:-sASSERTIONS=0> $<$<CONFIG:Debug>:-sASSERTIONS=1>
  # What web/host gives to the module and takes from it, and no glue for WebGL extensions that ImGui never asks for.
  --no-entry -sINCOMING_MODULE_JS_API=instantiateWasm,host -sSUPPORT_ERRNO=0 -sTEXTDECODER=2 -sGL_TRACK_ERRORS=0
  -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0 -sGL_SUPPORT_SIMPLE_ENABLE_EXTENSIONS=0
  -sGL_EXTENSIONS_IN_PREFIXED_FORMAT=0 -sGL_WORKAROUND_SAFARI_GETCONTEXT_BUG=0
  -sEXPORTED_FUNCTIONS=_malloc,_free,_sw_app_start,_sw_app_send,_sw_app_pointer,_sw_app_frame,_sw_app_graphics)

add_executable(app ${web_sources})
set_target_properties(app PROPERTIES SUFFIX .mjs)
target_link_libraries(app PRIVATE storewright_front storewright_pure storewright_small storewright_glue)
# dist/: one folder named after the digest of its content, and index.html that names it.
find_program(NODE NAMES node nodejs NO_CMAKE_FIND_ROOT_PATH REQUIRED DOC "Node, which assembles the site")
# Optional: the site runs without a bundler; with one, the host scripts are one small file.
find_program(ESBUILD NAMES esbuild NO_CMAKE_FIND_ROOT_PATH DOC "esbuild, which bundles and shortens the host scripts")
mark_as_advanced(NODE ESBUILD)
if(ESBUILD)
  set(bundler --esbuild ${ESBUILD})
endif()
set(STOREWRIGHT_SITE_URL "$ENV{SITE_URL}" CACHE STRING "Address of the finished site, for canonical links and the sitemap; empty: neither")
if(STOREWRIGHT_SITE_URL)
  list(APPEND bundler --site-url ${STOREWRIGHT_SITE_URL})
endif()
file(GLOB host_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/host/* ${CMAKE_SOURCE_DIR}/web/embed/*)
add_custom_command(
  OUTPUT ${STOREWRIGHT_DIST}/index.html
  COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/web/site/assemble.mjs
          --shell ${CMAKE_SOURCE_DIR}/shell.html --host ${CMAKE_SOURCE_DIR}/web/host
          --embed ${CMAKE_SOURCE_DIR}/web/embed --build ${CMAKE_BINARY_DIR} --packs ${STOREWRIGHT_PACKS} --out ${STOREWRIGHT_DIST} ${bundler}
  DEPENDS app core ${host_files} ${CMAKE_SOURCE_DIR}/shell.html ${CMAKE_SOURCE_DIR}/web/site/assemble.mjs
          ${STOREWRIGHT_PACKS}/evidence.json ${STOREWRIGHT_PACKS}/static/guide/index.html
  COMMENT "Assembling the site"
  VERBATIM)
add_custom_target(site ALL DEPENDS ${STOREWRIGHT_DIST}/index.html)

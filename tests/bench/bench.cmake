# Programs that ./dev size and ./dev bench measure.

if(EMSCRIPTEN)
  # The minimal page: our platform layer, built and put together as the site is, in a folder of its own.
  include(${CMAKE_SOURCE_DIR}/core/cmake/imgui.cmake)
  add_imgui(storewright_minimal_imgui tests/bench/minimal/imconfig.h BACKEND)
  set(platform ${CMAKE_SOURCE_DIR}/web/platform)
  add_executable(minimal bench/minimal/minimal.cpp ${platform}/web_main.cpp ${platform}/web_view.cpp
                         ${CMAKE_SOURCE_DIR}/web/ui/semantics.cpp)
  set(minimal_folder ${CMAKE_BINARY_DIR}/minimal)
  set_target_properties(minimal PROPERTIES SUFFIX .mjs)
  target_link_libraries(minimal PRIVATE storewright_foundation storewright_minimal_imgui storewright_pure storewright_small
                                        storewright_glue)
  file(GLOB minimal_files CONFIGURE_DEPENDS bench/minimal/*.html bench/minimal/*.css bench/minimal/*.js bench/minimal/*.svg)
  set(platform_scripts bridge.js frames.js input.js view.js)
  list(TRANSFORM platform_scripts PREPEND ${CMAKE_SOURCE_DIR}/web/host/ OUTPUT_VARIABLE platform_files)
  list(TRANSFORM platform_scripts PREPEND ${minimal_folder}/ OUTPUT_VARIABLE platform_copies)
  if(ESBUILD)
    set(shorten ${ESBUILD} --minify --format=esm --log-level=warning --allow-overwrite)
    set(bundle
      COMMAND ${shorten} --bundle --external:./minimal.js --outfile=${minimal_folder}/start.js ${minimal_folder}/start.js
      COMMAND ${shorten} --outfile=${minimal_folder}/minimal.js ${minimal_folder}/minimal.js
      COMMAND ${CMAKE_COMMAND} -E rm ${platform_copies})
  endif()
  if(CMAKE_BUILD_TYPE STREQUAL Release AND WASM_OPT)
    set(shortener ${CMAKE_SOURCE_DIR}/web/site/shorten.mjs)
    set(take_module ${NODE} ${shortener} --wasm-opt ${WASM_OPT})
  else()
    set(take_module ${CMAKE_COMMAND} -E copy)
  endif()
  add_custom_command(
    OUTPUT ${minimal_folder}/index.html
    COMMAND ${CMAKE_COMMAND} -E make_directory ${minimal_folder}
    COMMAND ${CMAKE_COMMAND} -E copy ${minimal_files} ${platform_files} ${minimal_folder}
    COMMAND ${take_module} ${CMAKE_BINARY_DIR}/minimal.wasm ${minimal_folder}/minimal.wasm
    COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_BINARY_DIR}/minimal.mjs ${minimal_folder}/minimal.js
    ${bundle}
    DEPENDS minimal ${minimal_files} ${platform_files} ${shortener}
    COMMENT "Assembling the minimal page"
    VERBATIM)
  add_custom_target(minimal_page ALL DEPENDS ${minimal_folder}/index.html)

  # Verdicts and ranking without words, as core.wasm is built.
  add_executable(storewright-bench-decide bench/decide.cpp)
  set_target_properties(storewright-bench-decide PROPERTIES SUFFIX .wasm EXCLUDE_FROM_ALL TRUE)
  target_link_libraries(storewright-bench-decide PRIVATE storewright_core_fast storewright_pure storewright_fast)
  target_link_options(storewright-bench-decide PRIVATE
    $<$<CONFIG:Release>:-O3> $<$<CONFIG:Release>:-flto> -mbulk-memory -sSTANDALONE_WASM=1 --no-entry
    -sEXPORTED_FUNCTIONS=_sw_alloc,_sw_free,_sw_call,_sw_result_size
    -sMALLOC=emmalloc -sALLOW_MEMORY_GROWTH=1 -Wl,-z,stack-size=1048576)
else()
  # Calls of `recommend` a second, natively.
  add_executable(storewright-bench bench/recommend.cpp)
  set_target_properties(storewright-bench PROPERTIES EXCLUDE_FROM_ALL TRUE)
  target_link_libraries(storewright-bench PRIVATE storewright_core storewright_pure)
endif()

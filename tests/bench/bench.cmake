# Programs that ./dev size and ./dev bench measure.

if(EMSCRIPTEN)
  # The minimal page, built with the same flags as the site, in a folder of its own.
  include(${CMAKE_SOURCE_DIR}/core/cmake/imgui.cmake)
  add_imgui(storewright_minimal_imgui tests/bench/minimal/imconfig.h BACKEND)
  add_executable(minimal bench/minimal/minimal.cpp)
  set(minimal_folder ${CMAKE_BINARY_DIR}/minimal)
  set_target_properties(minimal PROPERTIES SUFFIX .mjs)
  target_link_libraries(minimal PRIVATE storewright_ours storewright_minimal_imgui storewright_pure storewright_small
                                        storewright_glue)
  file(GLOB minimal_files CONFIGURE_DEPENDS bench/minimal/*.html bench/minimal/*.css bench/minimal/*.js bench/minimal/*.svg)
  add_custom_command(
    OUTPUT ${minimal_folder}/minimal.js
    COMMAND ${CMAKE_COMMAND} -E make_directory ${minimal_folder}
    COMMAND ${CMAKE_COMMAND} -E copy_if_different ${minimal_files} ${CMAKE_BINARY_DIR}/minimal.wasm ${minimal_folder}
    COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_BINARY_DIR}/minimal.mjs ${minimal_folder}/minimal.js
    DEPENDS minimal ${minimal_files}
    COMMENT "Assembling the minimal page"
    VERBATIM)
  add_custom_target(minimal_page ALL DEPENDS ${minimal_folder}/minimal.js)
else()
  # Calls of `recommend` a second, natively.
  add_executable(storewright-bench bench/recommend.cpp)
  set_target_properties(storewright-bench PROPERTIES EXCLUDE_FROM_ALL TRUE)
  target_link_libraries(storewright-bench PRIVATE storewright_core storewright_pure)
endif()

# Dear ImGui as a static library: one function, because the site and the yardstick page build it with different configurations.

# add_imgui(NAME CONFIG [BACKEND] [NO_TABLES]): CONFIG is the header for IMGUI_USER_CONFIG, seen from the top folder.
# NO_TABLES leaves imgui_tables.cpp out; the program then defines what the rest calls (web/platform/web_no_tables.cpp).
function(add_imgui NAME CONFIG)
  set(sources imgui.cpp imgui_draw.cpp imgui_widgets.cpp)
  if(NOT "NO_TABLES" IN_LIST ARGN)
    list(APPEND sources imgui_tables.cpp)
  endif()
  if("BACKEND" IN_LIST ARGN)
    list(APPEND sources backends/imgui_impl_opengl3.cpp)
  endif()
  list(TRANSFORM sources PREPEND ${imgui_root}/)
  add_library(${NAME} STATIC ${sources})
  target_include_directories(${NAME} SYSTEM PUBLIC ${imgui_root} PRIVATE ${CMAKE_SOURCE_DIR})
  target_compile_definitions(${NAME} PUBLIC IMGUI_USER_CONFIG="${CONFIG}" $<$<BOOL:${EMSCRIPTEN}>:IMGUI_IMPL_OPENGL_ES3>)
  target_link_libraries(${NAME} PRIVATE storewright_pure storewright_small)
endfunction()

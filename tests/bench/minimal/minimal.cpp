// The yardstick: the smallest page that Dear ImGui can be, one canvas and one window. What our site costs is told in
// multiples of it (`./dev size`, `./dev bench`).
#include <emscripten.h>
#include <emscripten/html5.h>

#include "backends/imgui_impl_opengl3.h"
#include "imgui.h"

namespace {

constexpr int frames_after_input = 3;  // an ImGui click takes that many to settle

double last_frame_ms = -1;
float amount = 0.5f;
int presses = 0;
int frames_left = 0;

EM_BOOL frame(double now_ms, void*);

void wake() {
  if (frames_left == 0) emscripten_request_animation_frame(frame, nullptr);
  frames_left = frames_after_input;
}

void window() {
  const ImGuiIO& io = ImGui::GetIO();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::Begin("Minimal", nullptr, ImGuiWindowFlags_NoDecoration);
  ImGui::TextUnformatted("The smallest page that draws, listens and answers.");
  if (ImGui::Button("Press")) ++presses;
  ImGui::SliderFloat("Amount", &amount, 0, 1);
  ImGui::Text("%d presses, amount %.2f", presses, static_cast<double>(amount));
  ImGui::End();
}

EM_BOOL frame(double now_ms, void*) {
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = last_frame_ms < 0 || now_ms <= last_frame_ms ? 1.0f / 60 : static_cast<float>((now_ms - last_frame_ms) / 1000);
  last_frame_ms = now_ms;
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  window();
  ImGui::Render();
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  if (--frames_left > 0) emscripten_request_animation_frame(frame, nullptr);
  return EM_FALSE;
}

EM_BOOL resized(int, const EmscriptenUiEvent*, void*) {
  double width = 0, height = 0;
  emscripten_get_element_css_size("#canvas", &width, &height);
  const double ratio = emscripten_get_device_pixel_ratio();
  emscripten_set_canvas_element_size("#canvas", static_cast<int>(width * ratio), static_cast<int>(height * ratio));
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
  io.DisplayFramebufferScale = {static_cast<float>(ratio), static_cast<float>(ratio)};
  wake();
  return EM_TRUE;
}

EM_BOOL mouse(int type, const EmscriptenMouseEvent* event, void*) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(static_cast<float>(event->targetX), static_cast<float>(event->targetY));
  if (type != EMSCRIPTEN_EVENT_MOUSEMOVE) io.AddMouseButtonEvent(0, type == EMSCRIPTEN_EVENT_MOUSEDOWN);
  wake();
  return EM_TRUE;
}

EM_BOOL wheel(int, const EmscriptenWheelEvent* event, void*) {
  ImGui::GetIO().AddMouseWheelEvent(static_cast<float>(-event->deltaX / 100), static_cast<float>(-event->deltaY / 100));
  wake();
  return EM_TRUE;
}

EM_BOOL touch(int type, const EmscriptenTouchEvent* event, void*) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  io.AddMousePosEvent(static_cast<float>(event->touches[0].targetX), static_cast<float>(event->touches[0].targetY));
  if (type != EMSCRIPTEN_EVENT_TOUCHMOVE) io.AddMouseButtonEvent(0, type == EMSCRIPTEN_EVENT_TOUCHSTART);
  wake();
  return EM_TRUE;
}

EM_BOOL lost(int, const void*, void*) {
  ImGui_ImplOpenGL3_DestroyDeviceObjects();
  return EM_TRUE;
}

EM_BOOL restored(int, const void*, void*) {
  ImGui_ImplOpenGL3_CreateDeviceObjects();
  wake();
  return EM_TRUE;
}

}  // namespace

int main() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.depth = attributes.stencil = attributes.antialias = false;
  emscripten_webgl_make_context_current(emscripten_webgl_create_context("#canvas", &attributes));

  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui_ImplOpenGL3_Init("#version 300 es");
  emscripten_set_resize_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, false, resized);
  emscripten_set_mousemove_callback("#canvas", nullptr, false, mouse);
  emscripten_set_mousedown_callback("#canvas", nullptr, false, mouse);
  emscripten_set_mouseup_callback("#canvas", nullptr, false, mouse);
  emscripten_set_wheel_callback("#canvas", nullptr, false, wheel);
  emscripten_set_touchstart_callback("#canvas", nullptr, false, touch);
  emscripten_set_touchmove_callback("#canvas", nullptr, false, touch);
  emscripten_set_touchend_callback("#canvas", nullptr, false, touch);
  emscripten_set_webglcontextlost_callback("#canvas", nullptr, false, lost);
  emscripten_set_webglcontextrestored_callback("#canvas", nullptr, false, restored);
  resized(0, nullptr, nullptr);
}

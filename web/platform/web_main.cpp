// The page in a browser: one app::App between WebGL 2, pointer events and the ES modules in web/host.
#include <GLES3/gl3.h>
#include <emscripten.h>
#include <emscripten/html5.h>

#include <cfloat>
#include <cstdint>
#include <string>
#include <string_view>

#include "backends/imgui_impl_opengl3.h"
#include "core/base/json.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "web/app/app.h"
#include "web/platform/fonts.h"
#include "web/platform/web_fonts.h"
#include "web/platform/web_view.h"

EM_JS(void, sw_host_tree, (const char* json, int size), { Module.host.tree(UTF8ToString(json, size)); });
EM_JS(void, sw_host_wishes, (const char* json, int size), { Module.host.wishes(UTF8ToString(json, size)); });
EM_JS(void, sw_host_cursor, (const char* name), { Module.host.cursor(UTF8ToString(name)); });

namespace storewright::platform {
namespace {

constexpr int frames_after_wake = 3;          // an ImGui click takes that many to settle
constexpr float longest_step_seconds = 0.1f;  // after a pause, time goes on as if there had been none

struct Page {
  app::App app;
  ViewMessage view;
  std::string told_tree;
  ImGuiMouseCursor told_cursor = ImGuiMouseCursor_COUNT;
  EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = 0;
  bool has_graphics = false;  // the context exists and is not lost
  std::uint64_t drawn = 0;    // hash of the picture on the canvas; 0: none
  int frames_left = frames_after_wake;
  double last_frame_ms = -1;
};

Page* page = nullptr;

bool draws() { return page->has_graphics && !page->view.text_view; }

void wake() { page->frames_left = frames_after_wake; }

void set_view(const ViewMessage& view) {
  page->view = view;
  page->app.set_view(view.view);
  page->drawn = 0;  // a canvas that changes its size is cleared
  if (draws()) paint_glyphs(*ImGui::GetIO().Fonts);
  wake();
}

// A 64-bit hash over 32-bit words (FNV-1a's step): vertices and indices are made of them.
std::uint64_t hash_words(std::uint64_t hash, const void* data, std::size_t bytes) {
  const std::uint32_t* words = static_cast<const std::uint32_t*>(data);
  for (std::size_t i = 0; i < bytes / 4; ++i) hash = (hash ^ words[i]) * 1099511628211u;
  return hash;
}

std::uint64_t picture_hash(const ImDrawData& data) {
  std::uint64_t hash = 14695981039346656037u;
  for (const ImDrawList* list : data.CmdLists) {
    hash = hash_words(hash, list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
    for (const ImDrawCmd& command : list->CmdBuffer) {
      hash = hash_words(hash, &command.ClipRect, sizeof command.ClipRect);
      hash = hash_words(hash, &command.ElemCount, sizeof command.ElemCount);
    }
  }
  return hash | 1;
}

// ImGui puts lines of text on whole CSS pixels. Where the pixel ratio is a fraction those are not whole device pixels,
// and letters would blur: their rows are moved to the nearest. Text is what does not use the white texel.
void sharpen_text(ImDrawData& data) {
  const float ratio = page->view.view.pixel_ratio;
  if (ratio == ImFloor(ratio)) return;
  const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
  for (ImDrawList* list : data.CmdLists)
    for (ImDrawVert& vertex : list->VtxBuffer)
      if (vertex.uv.x != white.x || vertex.uv.y != white.y) vertex.pos.y = ImFloor(vertex.pos.y * ratio + 0.5f) / ratio;
}

bool textures_settled(const ImDrawData& data) {
  for (const ImTextureData* texture : *data.Textures)
    if (texture->Status != ImTextureStatus_OK) return false;
  return true;
}

// Without graphics nobody else answers for textures that ImGui has replaced.
void drop_replaced_textures(const ImDrawData& data) {
  for (ImTextureData* texture : *data.Textures)
    if (texture->Status == ImTextureStatus_WantDestroy) texture->SetStatus(ImTextureStatus_Destroyed);
}

/// True when the canvas now shows another picture.
bool draw_picture() {
  ImDrawData& data = *ImGui::GetDrawData();
  if (!draws()) {
    if (!page->has_graphics) drop_replaced_textures(data);
    return false;
  }
  sharpen_text(data);
  const std::uint64_t hash = picture_hash(data);
  if (hash == page->drawn && textures_settled(data)) return false;
  page->drawn = hash;
  emscripten_webgl_make_context_current(page->context);
  glClearColor(0, 0, 0, 0);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(&data);
  return true;
}

/// True when the host was told another tree.
bool tell_tree() {
  std::string json = ui::tree_json(page->app.tree());
  if (json == page->told_tree) return false;
  page->told_tree = std::move(json);
  sw_host_tree(page->told_tree.data(), static_cast<int>(page->told_tree.size()));
  return true;
}

void tell_wishes() {
  const std::vector<app::Wish> wishes = page->app.take_wishes();
  if (wishes.empty()) return;
  JsonWriter json;
  json.begin_array();
  for (const app::Wish& wish : wishes) {
    json.begin_object().member("kind", wish.kind).member("value", wish.value);
    if (!wish.key.empty()) json.member("key", wish.key);
    if (!wish.type.empty()) json.member("type", wish.type);
    json.end_object();
  }
  json.end_array();
  sw_host_wishes(json.written().data(), static_cast<int>(json.written().size()));
}

// CSS names of the cursors that a page uses.
const char* cursor_name(ImGuiMouseCursor cursor) {
  switch (cursor) {
    case ImGuiMouseCursor_TextInput: return "text";
    case ImGuiMouseCursor_ResizeAll: return "move";
    case ImGuiMouseCursor_ResizeNS: return "ns-resize";
    case ImGuiMouseCursor_ResizeEW: return "ew-resize";
    case ImGuiMouseCursor_Hand: return "pointer";
    case ImGuiMouseCursor_NotAllowed: return "not-allowed";
    default: return "default";
  }
}

void tell_cursor() {
  const ImGuiMouseCursor cursor = ImGui::GetMouseCursor();
  if (cursor == page->told_cursor) return;
  page->told_cursor = cursor;
  sw_host_cursor(cursor_name(cursor));
}

void step_time(double now_ms) {
  const float seconds = static_cast<float>((now_ms - page->last_frame_ms) / 1000);
  const bool first = page->last_frame_ms < 0;
  page->last_frame_ms = now_ms;
  ImGui::GetIO().DeltaTime = first ? 1.0f / 60 : ImClamp(seconds, 0.0001f, longest_step_seconds);
}

double frame(double now_ms) {
  ImGuiIO& io = ImGui::GetIO();
  const ViewMessage& view = page->view;
  step_time(now_ms);
  // A little more than the device pixels, so that ImGui's cut to whole ones does not lose the last.
  const float ratio = view.view.pixel_ratio;
  io.DisplaySize = ImVec2((view.device_width + 0.01f) / ratio, (view.device_height + 0.01f) / ratio);
  io.DisplayFramebufferScale = ImVec2(ratio, ratio);

  ImGui::NewFrame();
  page->app.set_clock(now_ms);
  page->app.frame();
  ImGui::Render();
  const bool another_tree = tell_tree();
  const bool another_picture = draw_picture();
  tell_cursor();
  tell_wishes();

  if (page->frames_left > 0) --page->frames_left;
  const bool more_input = ImGui::GetCurrentContext()->InputEventsQueue.Size > 0;
  if (another_tree || another_picture || more_input || page->frames_left > 0) return 0;
  return page->app.wants_frame_in();
}

bool create_context() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.depth = attributes.stencil = attributes.antialias = false;  // ImGui smooths its own edges
  attributes.enableExtensionsByDefault = false;
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = emscripten_webgl_create_context("#picture", &attributes);
  if (context <= 0) return false;
  page->context = context;
  emscripten_webgl_make_context_current(context);
  return ImGui_ImplOpenGL3_Init("#version 300 es");
}

bool gain_graphics() {
  if (page->has_graphics) return true;
  if (page->context <= 0) {
    if (!create_context()) return false;
  }
  emscripten_webgl_make_context_current(page->context);
  if (!ImGui_ImplOpenGL3_CreateDeviceObjects()) return false;
  page->has_graphics = true;
  return true;
}

// A lost context takes every call in silence, so this is the moment to let go of what lived in it; ImGui paints its
// textures anew for the restored one.
void lose_graphics() {
  if (page->has_graphics) ImGui_ImplOpenGL3_DestroyDeviceObjects();
  page->has_graphics = false;
}

enum class Pointer { move = 0, down = 1, up = 2, cancel = 3, leave = 4 };

void pointer(Pointer kind, float x, float y, bool touch) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  switch (kind) {
    case Pointer::move: io.AddMousePosEvent(x, y); break;
    case Pointer::down:
      io.AddMousePosEvent(x, y);
      io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
      break;
    case Pointer::up:
      io.AddMousePosEvent(x, y);
      io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
      if (touch) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);  // a finger that is gone hovers over nothing
      break;
    case Pointer::cancel:
      // Away and released within one frame (a mouse's events are not spread over two): no click, no jump of a slider.
      io.AddMouseSourceEvent(ImGuiMouseSource_Mouse);
      io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
      io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
      break;
    case Pointer::leave: io.AddMousePosEvent(-FLT_MAX, -FLT_MAX); break;
  }
}

void start(std::string_view view_json) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigInputTextCursorBlink = false;                     // a blinking caret would never let the page sleep
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;  // true from the first frame, before WebGL exists
  io.BackendPlatformName = "storewright";
  io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;  // see sharpen_text
  add_fonts(*io.Fonts);
  page = new Page;
  set_view(read_view(view_json, page->view));
}

}  // namespace
}  // namespace storewright::platform

using namespace storewright;
using platform::page;

extern "C" {

EMSCRIPTEN_KEEPALIVE void sw_app_start(const char* view_json, int size) {
  if (!page) platform::start({view_json, static_cast<std::size_t>(size)});
}

EMSCRIPTEN_KEEPALIVE void sw_app_send(const char* json, int size) {
  const std::string_view message(json, static_cast<std::size_t>(size));
  if (platform::is_view_message(message)) return platform::set_view(platform::read_view(message, page->view));
  page->app.send(message);
  platform::wake();
}

EMSCRIPTEN_KEEPALIVE void sw_app_pointer(int kind, float x, float y, int, int touch) {
  if (kind < 0 || kind > 4) return;
  platform::pointer(static_cast<platform::Pointer>(kind), x, y, touch != 0);
  platform::wake();
}

EMSCRIPTEN_KEEPALIVE double sw_app_frame(double now_ms) { return platform::frame(now_ms); }

/// 0: the context is lost; 1: create it, or take it back. False when there is none to be had.
EMSCRIPTEN_KEEPALIVE int sw_app_graphics(int state) {
  const bool gained = state == 1 && platform::gain_graphics();
  if (state == 0) platform::lose_graphics();
  platform::set_view(page->view);
  return gained;
}

}  // extern "C"

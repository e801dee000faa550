#include "web/platform/null_platform.h"

#include <cstdio>

#include "core/base/json.h"
#include "imgui.h"
#include "web/platform/fonts.h"

namespace storewright::platform {
namespace {

constexpr int frames_after_message = 4;  // sizes that depend on each other settle in three
constexpr int most_frames = 400;         // a page that never settles is cut off; some work for a second

std::string route_message(std::string_view href) {
  JsonWriter json;
  json.begin_object().member("type", "route").member("href", href).end_object();
  return json.take();
}

// There is no renderer, so every texture counts as created.
void accept_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_OK && texture->Status != ImTextureStatus_Destroyed) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

}  // namespace

bool read_file(const std::string& path, std::string& text) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (!file) return false;
  char part[16384];
  std::size_t size;
  text.clear();
  while ((size = std::fread(part, 1, sizeof part, file)) > 0) text.append(part, size);
  const bool complete = std::ferror(file) == 0;
  std::fclose(file);
  return complete;
}

NullPlatform::NullPlatform(const NullOptions& options) : options_(options) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  io.DisplaySize = ImVec2(options_.view.width, options_.view.height);
  io.DisplayFramebufferScale = ImVec2(options_.view.pixel_ratio, options_.view.pixel_ratio);
  add_fonts(*io.Fonts);
  app_ = std::make_unique<app::App>();
  app_->set_view(options_.view);
}

NullPlatform::~NullPlatform() {
  app_.reset();
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::DestroyContext();
}

void NullPlatform::open(std::string_view href) {
  href_ = href;
  send(route_message(href));
}

void NullPlatform::send(std::string_view json) {
  app_->send(json);
  draw_frames();
}

void NullPlatform::send_all(const std::vector<std::string>& messages) {
  for (const std::string& message : messages) app_->send(message);
  draw_frames();
}

void NullPlatform::draw_frames() {
  int left = frames_after_message;
  for (int drawn = 0; drawn < most_frames && (left > 0 || app_->wants_frame_in() == 0); ++drawn, --left) {
    ImGui::GetIO().DeltaTime = 1.0f / 60;
    ImGui::NewFrame();
    app_->frame();
    ImGui::Render();
    accept_textures();
    for (const app::Wish& wish : app_->take_wishes()) {
      grant(wish);
      left = frames_after_message;
    }
  }
}

void NullPlatform::grant(const app::Wish& wish) {
  if (wish.kind == "route") href_ = wish.value;
  if (wish.kind == "navigate") {
    href_ = wish.value;
    app_->send(route_message(wish.value));
  }
  if (wish.kind == "fetch") fetch(wish.value);
}

void NullPlatform::fetch(const std::string& pack) {
  fetched_.push_back(pack);
  std::string text;
  const bool found = !options_.packs_folder.empty() && read_file(options_.packs_folder + "/" + pack + ".json", text);
  JsonWriter json;
  json.begin_object().member("type", "pack").member("name", pack);
  if (found)
    json.member("text", text);
  else
    json.member("error", "The file packs/" + pack + ".json could not be loaded.");
  json.end_object();
  app_->send(json.written());
}

}  // namespace storewright::platform

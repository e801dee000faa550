// Drives widgets frame by frame in tests.
#pragma once

#include <functional>
#include <vector>

#include "imgui.h"
#include "web/platform/fonts.h"
#include "web/ui/widgets.h"

namespace storewright::ui {

/// A page of widgets without an application: one ImGui context, fixed glyphs, frames by hand.
class Bench {
 public:
  explicit Bench(float width = 1280) {
    around.width = width;
    context_ = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DisplaySize = {width, 800};
    platform::add_fonts(*io.Fonts);
  }
  ~Bench() { ImGui::DestroyContext(context_); }

  Tree draw(const std::function<void()>& page, std::vector<Action> actions = {}) {
    ImGui::GetIO().DeltaTime = 1.0f / 60;
    ImGui::NewFrame();
    begin_frame(around, memory, std::move(actions));
    begin_surface();
    page();
    end_surface();
    Tree tree = end_frame();
    ImGui::Render();
    vertices = ImGui::GetDrawData()->TotalVtxCount;
    return tree;
  }

  // Moves, presses and releases the pointer, a frame each, as ImGui needs them.
  void click(float x, float y, const std::function<void()>& page) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(x, y);
    draw(page);
    io.AddMouseButtonEvent(0, true);
    draw(page);
    io.AddMouseButtonEvent(0, false);
    draw(page);
  }

  Memory memory;
  Surroundings around;
  int vertices = 0;   // of the last frame

 private:
  ImGuiContext* context_;
};

}  // namespace storewright::ui

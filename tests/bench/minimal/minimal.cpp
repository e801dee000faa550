// The yardstick: Dear ImGui with its own font and our platform layer around one window. What our site costs is told in
// multiples of it (`./dev size`, `./dev bench`).
#include <utility>

#include "imgui.h"
#include "web/app/app.h"
#include "web/platform/fonts.h"
#include "web/platform/web_fonts.h"

namespace storewright::app {

struct App::State {
  ui::Tree tree;
  float amount = 0.5f;
  int presses = 0;
};

App::App() : state_(std::make_unique<State>()) {}
App::~App() = default;
void App::set_view(const View&) {}
void App::send(std::string_view) {}
const ui::Tree& App::tree() const { return state_->tree; }
std::vector<Wish> App::take_wishes() { return {}; }
void App::set_clock(double) {}
double App::wants_frame_in() const { return -1; }

void App::frame() {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::Begin("Minimal", nullptr, ImGuiWindowFlags_NoDecoration);
  ImGui::TextUnformatted("The smallest page that draws, listens and answers.");
  if (ImGui::Button("Press")) ++state_->presses;
  ImGui::SliderFloat("Amount", &state_->amount, 0, 1);
  ImGui::Text("%d presses, amount %.2f", state_->presses, static_cast<double>(state_->amount));
  ImGui::End();
}

}  // namespace storewright::app

namespace storewright::platform {

void add_fonts(ImFontAtlas& atlas) { atlas.AddFontDefault(); }

void paint_glyphs(ImFontAtlas&) {}  // ImGui rasterises its own font

}  // namespace storewright::platform

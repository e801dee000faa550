#include "web/ui/draw.h"

#include <algorithm>

#include "core/base/math.h"
#include "imgui.h"
#include "imgui_internal.h"

namespace storewright::ui {
namespace {

// A line of ImGui is as high as its font size, and the font loader draws glyphs at two thirds of it.
constexpr float line_per_size = 1.5f;

ImU32 packed(Colour colour) { return IM_COL32(colour.red, colour.green, colour.blue, 255); }

ImFont* font_of(Face face) { return ImGui::GetIO().Fonts->Fonts[static_cast<int>(face)]; }

float top_of_view() { return frame().around.scroll_y; }

bool on_screen(const Rect& rect) {
  const float top = top_of_view();
  return rect.y + rect.height >= top - 4 && rect.y <= top + frame().around.height + 4;
}

ImVec2 to_screen(float x, float y) { return {x, y - top_of_view()}; }

ImDrawList& list() { return *ImGui::GetWindowDrawList(); }

// The byte after the character at `at`.
std::size_t next_character(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

// How many bytes of a too long word fit the width; at least one character.
std::size_t fitting_bytes(std::string_view word, float size, Face face, float width) {
  std::size_t end = next_character(word, 0);
  while (end < word.size()) {
    const std::size_t next = next_character(word, end);
    if (text_width(word.substr(0, next), size, face) > width) break;
    end = next;
  }
  return end;
}

// An arc shorter than its stroke is wide: drawn across the ring, at least a pixel wide, or it would break into dots.
void draw_tick(float x, float y, float radius, float angle, float length, Colour colour, float width) {
  const auto cosine = ImCos(angle);
  const auto sine = ImSin(angle);
  const float inner = radius - width / 2;
  const float outer = radius + width / 2;
  list().AddLine(to_screen(x + cosine * inner, y + sine * inner), to_screen(x + cosine * outer, y + sine * outer), packed(colour),
                 std::max(1.0f, length));
}

}  // namespace

float text_width(std::string_view text, float size, Face face) {
  if (text.empty()) return 0;
  return font_of(face)->CalcTextSizeA(size * line_per_size, 1e9f, 0, text.data(), text.data() + text.size()).x;
}

std::vector<std::string> broken_lines(std::string_view text, float size, Face face, float width) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    std::string_view word = text.substr(at, end - at);
    const std::string longer = line.empty() ? std::string(word) : line + " " + std::string(word);
    if (text_width(longer, size, face) <= width) {
      line = longer;
    } else {
      if (!line.empty()) lines.push_back(line);
      while (text_width(word, size, face) > width) {
        const std::size_t bytes = fitting_bytes(word, size, face, width);
        if (bytes >= word.size()) break;
        lines.emplace_back(word.substr(0, bytes));
        word.remove_prefix(bytes);
      }
      line = std::string(word);
    }
    if (end < text.size() && text[end] == '\n') {
      lines.push_back(line);
      line.clear();
    }
    at = end + 1;
  }
  if (!line.empty() || lines.empty()) lines.push_back(line);
  return lines;
}

void draw_box(const Rect& rect, Colour colour, float corner) {
  if (!on_screen(rect) || rect.height <= 0) return;
  list().AddRectFilled(to_screen(rect.x, rect.y), to_screen(rect.x + rect.width, rect.y + rect.height), packed(colour), corner);
}

void draw_outline(const Rect& rect, Colour colour, float corner, float width) {
  if (!on_screen(rect) || rect.height <= 0) return;
  list().AddRect(to_screen(rect.x, rect.y), to_screen(rect.x + rect.width, rect.y + rect.height), packed(colour), corner, 0, width);
}

void draw_line(float x1, float y1, float x2, float y2, Colour colour, float width) {
  if (!on_screen({std::min(x1, x2), std::min(y1, y2), std::max(x1, x2) - std::min(x1, x2), std::max(y1, y2) - std::min(y1, y2)})) return;
  list().AddLine(to_screen(x1, y1), to_screen(x2, y2), packed(colour), width);
}

void draw_arc(float x, float y, float radius, float from_turn, float to_turn, Colour colour, float width) {
  if (!on_screen({x - radius - width, y - radius - width, 2 * (radius + width), 2 * (radius + width)})) return;
  constexpr float turn = 6.28318530718f;
  const float quarter = turn / 4;
  const float length = (to_turn - from_turn) * turn * radius;
  if (length < 4) return draw_tick(x, y, radius, (from_turn + to_turn) / 2 * turn - quarter, length, colour, width);
  list().PathArcTo(to_screen(x, y), radius, from_turn * turn - quarter, to_turn * turn - quarter,
                   std::max(2, static_cast<int>((to_turn - from_turn) * 240)));
  list().PathStroke(packed(colour), 0, width);
}

void draw_dot(float x, float y, float radius, Colour colour) {
  if (!on_screen({x - radius, y - radius, 2 * radius, 2 * radius})) return;
  list().AddCircleFilled(to_screen(x, y), radius, packed(colour));
}

void draw_check(float x, float y, float size, Colour colour) {
  draw_line(x + size * 0.15f, y + size * 0.55f, x + size * 0.4f, y + size * 0.8f, colour, 2);
  draw_line(x + size * 0.4f, y + size * 0.8f, x + size * 0.85f, y + size * 0.25f, colour, 2);
}

void draw_chevron(float x, float y, float size, bool down, Colour colour) {
  if (down) {
    draw_line(x, y + size * 0.3f, x + size * 0.5f, y + size * 0.75f, colour, 1.75f);
    draw_line(x + size * 0.5f, y + size * 0.75f, x + size, y + size * 0.3f, colour, 1.75f);
  } else {
    draw_line(x + size * 0.3f, y, x + size * 0.75f, y + size * 0.5f, colour, 1.75f);
    draw_line(x + size * 0.75f, y + size * 0.5f, x + size * 0.3f, y + size, colour, 1.75f);
  }
}

Line draw_text(std::string_view text, float x, float y, float size, Face face, Colour colour) {
  // ImGui cuts the position to whole pixels; the mirror must say the same.
  const auto whole_x = static_cast<float>(floor_of(x));
  const auto whole_y = static_cast<float>(floor_of(y));
  const float width = text_width(text, size, face);
  if (!text.empty() && on_screen({whole_x, whole_y, width, size * line_per_size}))
    list().AddText(font_of(face), size * line_per_size, to_screen(whole_x, whole_y), packed(colour), text.data(), text.data() + text.size());
  return {std::string(text), whole_x, whole_y, width};
}

void draw_focus(const std::string& id, const Rect& rect, float corner) {
  const Memory& memory = *frame().memory;
  if (!memory.focus_visible || memory.focused != id) return;
  draw_outline({rect.x - 3, rect.y - 3, rect.width + 6, rect.height + 6}, frame().theme->focus, corner + 3, 2);
}

Hit hit(const std::string& id, const Rect& rect) {
  if (frame().locked) return {};
  if (!on_screen(rect) || rect.width <= 0 || rect.height <= 0) return {};
  ImGui::SetCursorScreenPos(to_screen(rect.x, rect.y));
  Hit result;
  result.clicked = ImGui::InvisibleButton(id.c_str(), {rect.width, rect.height});
  result.hovered = ImGui::IsItemHovered();
  result.held = ImGui::IsItemActive();
  result.pointer_x = ImGui::GetIO().MousePos.x;
  if (result.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  return result;
}

void begin_surface() {
  const Surroundings& around = frame().around;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({around.width, around.height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
  ImGui::Begin("page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
  draw_box({0, around.scroll_y, around.width, around.height}, frame().theme->page);
}

void end_surface() {
  // A cursor left outside the window would make ImGui believe the window should grow.
  ImGui::SetCursorScreenPos({0, 0});
  ImGui::Dummy({1, 1});
  ImGui::End();
  ImGui::PopStyleVar(3);
}

}  // namespace storewright::ui

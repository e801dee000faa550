// Drawing in document coordinates: the only place that talks to ImGui's draw list and hit testing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/ui/frame.h"

namespace storewright::ui {

enum class Face { regular, bold, mono };

float text_width(std::string_view text, float size, Face face = Face::regular);

/// Breaks a text into lines that fit a width; a word that is wider than a line is broken inside.
std::vector<std::string> broken_lines(std::string_view text, float size, Face face, float width);

void draw_box(const Rect& rect, Colour colour, float corner = 0);
void draw_outline(const Rect& rect, Colour colour, float corner, float width);
void draw_line(float x1, float y1, float x2, float y2, Colour colour, float width = 1);
void draw_arc(float x, float y, float radius, float from_turn, float to_turn, Colour colour, float width);
void draw_dot(float x, float y, float radius, Colour colour);
void draw_check(float x, float y, float size, Colour colour);
void draw_chevron(float x, float y, float size, bool down, Colour colour);
/// One line whose line box (1.5 times the size) has its top left corner at x, y. Returns where it was put.
Line draw_text(std::string_view text, float x, float y, float size, Face face, Colour colour);

/// A ring around a node that has the keyboard focus.
void draw_focus(const std::string& id, const Rect& rect, float corner);

/// What the pointer does with a rectangle this frame.
struct Hit {
  bool hovered = false;
  bool held = false;
  bool clicked = false;
  float pointer_x = 0;   // document coordinates, while held
};
Hit hit(const std::string& id, const Rect& rect);

/// Opens and closes the window that everything is drawn into.
void begin_surface();
void end_surface();

}  // namespace storewright::ui

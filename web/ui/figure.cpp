#include <algorithm>

#include "web/ui/widgets.h"

namespace storewright::ui {
namespace {

// Maps a scene's coordinates into the place it gets on the page; a scene is shrunk, never stretched.
struct Mapping {
  float x, y, scale;
  float at_x(double value) const { return x + static_cast<float>(value) * scale; }
  float at_y(double value) const { return y + static_cast<float>(value) * scale; }
  float length(double value) const { return static_cast<float>(value) * scale; }
};

void draw_dashed(float x1, float y1, float x2, float y2, Colour colour, float width) {
  constexpr int parts = 24;
  for (int part = 0; part < parts; part += 2) {
    const float a = static_cast<float>(part) / parts;
    const float b = static_cast<float>(part + 1) / parts;
    draw_line(x1 + (x2 - x1) * a, y1 + (y2 - y1) * a, x1 + (x2 - x1) * b, y1 + (y2 - y1) * b, colour, width);
  }
}

void draw_scene_text(const report::SceneText& text, const Mapping& map) {
  const Theme& theme = *frame().theme;
  const Face face = text.bold ? Face::bold : Face::regular;
  // Texts keep a readable size when the picture shrinks.
  const float size = std::max(12.0f, std::min(map.length(text.size), static_cast<float>(text.size)));
  const float width = text_width(text.text, size, face);
  const float shift = text.anchor == report::Anchor::middle ? width / 2 : text.anchor == report::Anchor::end ? width : 0;
  draw_text(text.text, map.at_x(text.at.x) - shift, map.at_y(text.at.y) - size * 0.75f, size, face, ink_colour(theme, text.ink));
}

void draw_scene(const report::Scene& scene, const Mapping& map) {
  const Theme& theme = *frame().theme;
  for (const report::SceneArc& arc : scene.arcs)
    draw_arc(map.at_x(arc.centre.x), map.at_y(arc.centre.y), map.length(arc.radius), static_cast<float>(arc.from_turn),
             static_cast<float>(arc.to_turn), ink_colour(theme, arc.ink), std::max(1.0f, map.length(arc.width)));
  for (const report::SceneBox& box : scene.boxes) {
    const Rect rect{map.at_x(box.top_left.x), map.at_y(box.top_left.y), map.length(box.width), map.length(box.height)};
    if (box.outline) draw_outline(rect, ink_colour(theme, box.ink), map.length(box.corner), 1.5f);
    else draw_box(rect, ink_colour(theme, box.ink), map.length(box.corner));
  }
  for (const report::SceneLine& line : scene.lines) {
    const auto draw = line.dashed ? draw_dashed : draw_line;
    draw(map.at_x(line.from.x), map.at_y(line.from.y), map.at_x(line.to.x), map.at_y(line.to.y), ink_colour(theme, line.ink),
         static_cast<float>(line.width));
  }
  for (const report::SceneDot& dot : scene.dots)
    draw_dot(map.at_x(dot.centre.x), map.at_y(dot.centre.y), std::max(2.0f, map.length(dot.radius)), ink_colour(theme, dot.ink));
  for (const report::SceneText& text : scene.texts) draw_scene_text(text, map);
}

}  // namespace

void figure(std::string_view id, const report::Scene& scene) {
  Frame& f = frame();
  Scope scope(Role::figure, scene.title, id);
  const float scale = std::min(1.0f, f.area.width / static_cast<float>(scene.width));
  const Mapping map{f.area.x, f.y, scale};
  draw_scene(scene, map);
  const Rect rect{f.area.x, f.y, map.length(scene.width), map.length(scene.height)};
  add_node(Role::image, make_id("picture"), scene.title + ". " + scene.takeaway, rect);
  f.y += rect.height + 8;
  text(scene.takeaway, {.tone = Tone::normal});
  if (!scene.table.rows.empty() && disclosure("The numbers as a table", false, "numbers")) {
    gap(8);
    table("table", scene.table);
  }
}

}  // namespace storewright::ui

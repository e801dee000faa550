#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/math.h"
#include "core/base/text.h"
#include "core/report/circle.h"
#include "core/report/scene.h"

namespace storewright::report {
namespace {

/// A role's name in CSS and its colour where the theme is not there: readable on white, and the eight series differ in
/// lightness as well as in hue.
struct InkLook {
  std::string_view name;
  std::string_view colour;
};

InkLook look_of(Ink ink) {
  switch (ink) {
    case Ink::text: return {"text", "#1b1f24"};
    case Ink::quiet: return {"quiet", "#57606a"};
    case Ink::line: return {"line", "#afb8c1"};
    case Ink::accent: return {"accent", "#0b5cad"};
    case Ink::accent_soft: return {"accent-soft", "#cfe2f7"};
    case Ink::good: return {"good", "#1a7f37"};
    case Ink::warning: return {"warning", "#9a6700"};
    case Ink::bad: return {"bad", "#c4252f"};
    case Ink::series_1: return {"series-1", "#0b5cad"};
    case Ink::series_2: return {"series-2", "#e0862d"};
    case Ink::series_3: return {"series-3", "#1f8a70"};
    case Ink::series_4: return {"series-4", "#8c3a8c"};
    case Ink::series_5: return {"series-5", "#6db3e8"};
    case Ink::series_6: return {"series-6", "#a3431f"};
    case Ink::series_7: return {"series-7", "#9bbf4a"};
    case Ink::series_8: return {"series-8", "#4c5561"};
  }
  return {"text", "#1b1f24"};
}

constexpr Ink all_inks[] = {Ink::text,     Ink::quiet,    Ink::line,     Ink::accent,   Ink::accent_soft, Ink::good,
                            Ink::warning,  Ink::bad,      Ink::series_1, Ink::series_2, Ink::series_3,    Ink::series_4,
                            Ink::series_5, Ink::series_6, Ink::series_7, Ink::series_8};

/// Hundredths of a unit are finer than any screen.
std::string coordinate(double value) {
  if (!is_finite(value)) return "0";
  return shortest_number(round_half_up(value * 100) / 100);
}

std::string attribute(std::string_view name, double value) {
  return " " + std::string(name) + "=\"" + coordinate(value) + "\"";
}

// The attribute serves tools that know no CSS variables; in a browser the style sheet wins and follows the theme.
std::string fill(Ink ink) {
  const InkLook look = look_of(ink);
  return " class=\"fill-" + std::string(look.name) + "\" fill=\"" + std::string(look.colour) + "\"";
}

std::string stroke(Ink ink, double width) {
  const InkLook look = look_of(ink);
  return " class=\"stroke-" + std::string(look.name) + "\" fill=\"none\" stroke=\"" + std::string(look.colour) + "\"" +
         attribute("stroke-width", width);
}

std::string style_sheet() {
  std::string out = "<style>";
  for (const Ink ink : all_inks) {
    const InkLook look = look_of(ink);
    const std::string value = "var(--sw-" + std::string(look.name) + "," + std::string(look.colour) + ")";
    out += ".fill-" + std::string(look.name) + "{fill:" + value + "}";
    out += ".stroke-" + std::string(look.name) + "{stroke:" + value + "}";
  }
  return out + "</style>\n";
}

std::string svg_of(const SceneArc& arc) {
  if (arc.to_turn - arc.from_turn >= 1)
    return "<circle" + attribute("cx", arc.centre.x) + attribute("cy", arc.centre.y) + attribute("r", arc.radius) +
           stroke(arc.ink, arc.width) + "/>\n";
  const Point from = on_circle(arc.centre, arc.radius, arc.from_turn);
  const Point to = on_circle(arc.centre, arc.radius, arc.to_turn);
  const char* large = arc.to_turn - arc.from_turn > 0.5 ? "1" : "0";
  return "<path d=\"M" + coordinate(from.x) + " " + coordinate(from.y) + "A" + coordinate(arc.radius) + " " +
         coordinate(arc.radius) + " 0 " + large + " 1 " + coordinate(to.x) + " " + coordinate(to.y) + "\"" +
         stroke(arc.ink, arc.width) + "/>\n";
}

std::string svg_of(const SceneBox& box) {
  return "<rect" + attribute("x", box.top_left.x) + attribute("y", box.top_left.y) + attribute("width", box.width) +
         attribute("height", box.height) + (box.corner > 0 ? attribute("rx", box.corner) : "") +
         (box.outline ? stroke(box.ink, 1) : fill(box.ink)) + "/>\n";
}

std::string svg_of(const SceneLine& line) {
  return "<line" + attribute("x1", line.from.x) + attribute("y1", line.from.y) + attribute("x2", line.to.x) +
         attribute("y2", line.to.y) + stroke(line.ink, line.width) + (line.dashed ? " stroke-dasharray=\"4 4\"" : "") +
         "/>\n";
}

std::string svg_of(const SceneDot& dot) {
  return "<circle" + attribute("cx", dot.centre.x) + attribute("cy", dot.centre.y) + attribute("r", dot.radius) +
         fill(dot.ink) + "/>\n";
}

std::string_view anchor_name(Anchor anchor) {
  switch (anchor) {
    case Anchor::start: return "start";
    case Anchor::middle: return "middle";
    case Anchor::end: return "end";
  }
  return "start";
}

std::string svg_of(const SceneText& text) {
  return "<text" + attribute("x", text.at.x) + attribute("y", text.at.y) + attribute("font-size", text.size) +
         " text-anchor=\"" + std::string(anchor_name(text.anchor)) + "\" dominant-baseline=\"central\"" +
         (text.bold ? " font-weight=\"600\"" : "") + fill(text.ink) + ">" + escaped_markup(text.text) + "</text>\n";
}

template <class Shapes>
std::string svg_of_all(const Shapes& shapes) {
  std::string out;
  for (const auto& shape : shapes) out += svg_of(shape);
  return out;
}

std::string opened(const Scene& scene, const std::string& more) {
  const std::string width = coordinate(scene.width);
  const std::string height = coordinate(scene.height);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\"" + more + " role=\"img\" viewBox=\"0 0 " + width + " " + height +
         "\" width=\"" + width + "\" height=\"" + height + "\" font-family=\"system-ui, sans-serif\">\n<title>" +
         escaped_markup(scene.title) + "</title>\n<desc>" + escaped_markup(scene.takeaway) + "</desc>\n";
}

std::string shapes_of(const Scene& scene) {
  return svg_of_all(scene.arcs) + svg_of_all(scene.boxes) + svg_of_all(scene.lines) + svg_of_all(scene.dots) +
         svg_of_all(scene.texts);
}

}  // namespace

std::string scene_svg(const Scene& scene) {
  return opened(scene, "") + style_sheet() + shapes_of(scene) + "</svg>\n";
}

std::string scene_svg_inline(const Scene& scene, std::string_view css_class) {
  return opened(scene, " class=\"" + escaped_markup(css_class) + "\"") + shapes_of(scene) + "</svg>\n";
}

}  // namespace storewright::report

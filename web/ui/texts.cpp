#include <algorithm>

#include "web/ui/widgets.h"

namespace storewright::ui {
namespace {

// Draws broken lines below each other; `step` is the distance of their tops.
struct Paragraph {
  std::vector<Line> lines;
  Rect rect;
};

Paragraph draw_paragraph(std::string_view text, const TextStyle& style, float step) {
  Frame& f = frame();
  const Face face = style.mono ? Face::mono : style.bold ? Face::bold : Face::regular;
  const float available = std::min(style.max_width, f.in_flow ? f.area.width : f.area.width);
  const std::vector<std::string> broken = broken_lines(text, style.size, face, available);
  float widest = 0;
  for (const std::string& line : broken) widest = std::max(widest, text_width(line, style.size, face));
  Paragraph paragraph;
  paragraph.rect = place(widest, step * static_cast<float>(broken.size()));
  // The glyphs' line box is 1.5 times the size; a tighter step shares the difference above and below.
  float y = paragraph.rect.y - (style.size * 1.5f - step) / 2;
  for (const std::string& line : broken) {
    paragraph.lines.push_back(draw_text(line, paragraph.rect.x, y, style.size, face, tone_colour(style.tone)));
    y += step;
  }
  return paragraph;
}

void declare(Role role, std::string id, std::string_view text, const TextStyle& style, float step, int level = 0) {
  Paragraph paragraph = draw_paragraph(text, style, step);
  Node& node = add_node(role, std::move(id), std::string(text), paragraph.rect);
  node.lines = std::move(paragraph.lines);
  node.font_size = style.size;
  node.line_height = step;
  node.bold = style.bold;
  node.mono = style.mono;
  node.level = level;
}

}  // namespace

Colour tone_colour(Tone tone) {
  const Theme& theme = *frame().theme;
  switch (tone) {
    case Tone::normal: return theme.text;
    case Tone::quiet: return theme.quiet;
    case Tone::accent: return theme.accent;
    case Tone::good: return theme.good;
    case Tone::warning: return theme.warning;
    case Tone::bad: return theme.bad;
  }
  return theme.text;
}

void heading(int level, std::string_view words) {
  const float size = level == 1 ? (narrow() ? 28.0f : text_title) : level == 2 ? text_section : level == 3 ? text_sub : text_body;
  const TextStyle style{.size = size, .bold = true, .max_width = 720};
  declare(Role::heading, make_id(words), words, style, size * 1.3f, level);
}

void text(std::string_view words, const TextStyle& style) {
  if (words.empty()) return;
  declare(Role::text, make_id(words.substr(0, 24)), words, style, style.size * 1.5f);
}

void status(std::string_view words, const TextStyle& style) {
  declare(Role::status, make_id("status"), words, style, style.size * (style.size > text_sub ? 1.35f : 1.5f));
}

bool prose(std::string_view id, std::vector<Block> blocks) {
  Frame& f = frame();
  const std::string node_id = make_id(id);
  std::string measured;
  if (take_action(node_id, "height", &measured)) {
    f.memory->heights[node_id] = std::strtof(measured.c_str(), nullptr);
    f.again = true;
  }
  const float width = std::min(prose_width, f.area.width);
  float height = f.memory->heights[node_id];
  const bool known = height > 0;
  if (!known) {
    // A guess until the browser has measured: characters a line by the mean width of a letter.
    float lines = 0;
    for (const Block& block : blocks) lines += 1.5f + static_cast<float>(block.text.size()) * text_body * 0.5f / width;
    height = lines * text_body * 1.5f;
  }
  Node& node = add_node(Role::prose, node_id, "", {f.area.x, f.y, width, height});
  node.blocks = std::move(blocks);
  node.prose_width = width;
  node.font_size = text_body;
  f.y += height;
  return known;
}

void bullets(std::string_view name, std::span<const std::string> sentences, const TextStyle& style) {
  Scope list(Role::list, name, std::string(name) + ".list");
  for (const std::string& sentence : sentences) {
    Scope item(Role::listitem, "", "item");
    Frame& f = frame();
    draw_dot(f.area.x + 5, f.y + style.size * 0.75f, 2.5f, frame().theme->quiet);
    Indent inside(18);
    text(sentence, style);
    gap(4);
  }
}

void badge(std::string_view word, Tone tone) {
  Frame& f = frame();
  const Theme& t = *f.theme;
  const float width = text_width(word, text_small, Face::bold) + 16;
  const Rect rect = place(width, 26);
  const Colour back = tone == Tone::good      ? t.good_soft
                      : tone == Tone::warning ? t.warning_soft
                      : tone == Tone::bad     ? t.bad_soft
                      : tone == Tone::accent  ? t.accent_soft
                                              : t.sunken;
  draw_box(rect, back, 6);
  Line line = draw_text(word, rect.x + 8, rect.y + 2.5f, text_small, Face::bold, tone_colour(tone));
  Node& node = add_node(Role::text, make_id(word), std::string(word), rect);
  node.lines = {line};
  node.font_size = text_small;
  node.line_height = text_small * 1.5f;
  node.bold = true;
}

void fact(std::string_view label, std::string_view value) {
  Frame& f = frame();
  const float width = std::max(text_width(label, text_small), text_width(value, 22, Face::bold)) + 8;
  const Rect rect = place(width, 56);
  const Line value_line = draw_text(value, rect.x, rect.y - 2, 22, Face::bold, f.theme->text);
  const Line label_line = draw_text(label, rect.x, rect.y + 31, text_small, Face::regular, f.theme->quiet);
  Node& label_node = add_node(Role::text, make_id(label), std::string(label), {rect.x, rect.y + 31, width, 21});
  label_node.lines = {label_line};
  label_node.font_size = text_small;
  label_node.line_height = 21;
  Node& value_node = add_node(Role::text, make_id(value), std::string(value), {rect.x, rect.y, width, 31});
  value_node.lines = {value_line};
  value_node.font_size = 22;
  value_node.line_height = 33;
  value_node.bold = true;
}

void divider() {
  Frame& f = frame();
  draw_line(f.area.x, f.y + 0.5f, f.area.x + f.area.width, f.y + 0.5f, f.theme->line, 1);
  f.y += 1;
}

void group(std::string_view legend, const std::function<void()>& body) {
  Scope scope(Role::group, legend);
  heading(2, legend);
  gap(8);
  body();
}

}  // namespace storewright::ui

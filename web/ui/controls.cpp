#include <algorithm>
#include <cstdlib>

#include "core/base/json.h"
#include "core/base/math.h"
#include "core/base/text.h"
#include "web/ui/widgets.h"

namespace storewright::ui {
namespace {

constexpr float corner = 8;

float control_height() { return frame().around.coarse_pointer || narrow() ? target : 40; }

Node& labelled_node(Role role, const std::string& id, std::string_view name, const Rect& rect, Line line, float size) {
  Node& node = add_node(role, id, std::string(name), rect);
  node.lines = {std::move(line)};
  node.font_size = size;
  node.line_height = size * 1.5f;
  return node;
}

// Words that break where their room ends; a control grows with them, so that none are cut off.
struct BrokenWords {
  std::vector<std::string> lines;
  float size = 0;
  float step = 0;  // from line to line
  Face face = Face::regular;

  BrokenWords(std::string_view words, float text_size, Face words_face, float room, float line_step = 0)
      : lines(broken_lines(words, text_size, words_face, room)), size(text_size), step(line_step > 0 ? line_step : text_size * 1.5f), face(words_face) {}

  float height() const { return step * static_cast<float>(lines.size()); }
  float width() const {
    float widest = 0;
    for (const std::string& line : lines) widest = std::max(widest, text_width(line, size, face));
    return widest;
  }
  std::vector<Line> draw(float x, float y, Colour ink) const {
    std::vector<Line> drawn;
    for (const std::string& line : lines) {
      drawn.push_back(draw_text(line, x, y, size, face, ink));
      y += step;
    }
    return drawn;
  }
  Node& declare(Role role, const std::string& id, std::string_view name, const Rect& rect, std::vector<Line> drawn) const {
    Node& node = add_node(role, id, std::string(name), rect);
    node.lines = std::move(drawn);
    node.font_size = size;
    node.line_height = step;
    node.bold = face == Face::bold;
    return node;
  }
};

// The label of a field, as a `label` node that names `control`.
void field_label(std::string_view label, const std::string& control) {
  Frame& f = frame();
  const BrokenWords words(label, text_small, Face::bold, f.area.width, 21);
  Node& node = words.declare(Role::label, control + ".label", label, {f.area.x, f.y, f.area.width, words.height()}, words.draw(f.area.x, f.y, f.theme->text));
  node.for_id = control;
  f.y += words.height() + 4;
}

void field_help(std::string_view help, Tone tone = Tone::quiet) {
  if (help.empty()) return;
  gap(4);
  text(help, {.size = text_small, .tone = tone, .max_width = 480});
}

// A chip: a pill with a mark in front of its words. Returns whether it was pressed on the canvas.
bool chip(const std::string& id, std::string_view label, bool selected, bool box, Role role, std::string_view help) {
  Frame& f = frame();
  const Theme& t = *f.theme;
  const float round = control_height() / 2;
  const float mark = box || selected ? 22.0f : 0.0f;
  const BrokenWords words(label, text_small, Face::regular, f.area.width - 28 - mark);
  const Rect rect = place(words.width() + 28 + mark, std::max(2 * round, words.height() + 16));
  const Hit pressed = hit(id, rect);
  draw_box(rect, selected ? t.accent_soft : pressed.hovered ? t.sunken : t.surface, round);
  const bool idle = f.locked && !selected;
  draw_outline(rect, selected ? t.accent : idle ? t.line : t.control, round, selected ? 1.5f : 1.0f);
  const float middle = rect.y + rect.height / 2;
  if (box) draw_outline({rect.x + 12, middle - 7, 14, 14}, selected ? t.accent : t.control, 3, 1.25f);
  if (selected) draw_check(rect.x + 12, middle - 7, 14, t.accent);
  std::vector<Line> lines = words.draw(rect.x + 14 + mark, middle - words.height() / 2, idle ? t.quiet : t.text);
  draw_focus(id, rect, round);
  Node& node = words.declare(role, id, label, rect, std::move(lines));
  node.checked = selected ? 1 : 0;
  node.description = help;
  return pressed.clicked;
}

// Whether the mirror's checkbox was set to a state.
bool asks_for(const std::string& id, bool state) {
  std::string wanted;
  return take_action(id, "set", &wanted) && wanted == (state ? "true" : "false");
}

constexpr float field_text = 15;

// As many lines as the field has room for; dots where there are more.
void draw_field_text(const std::vector<std::string>& lines, const Rect& field, float y, Colour ink) {
  constexpr float step = field_text * 1.5f;
  draw_text(lines[0], field.x + 12, y, field_text, Face::regular, ink);
  std::size_t drawn = 1;
  for (y += step; drawn < lines.size() && y + step <= field.y + field.height - 4; y += step)
    draw_text(lines[drawn++], field.x + 12, y, field_text, Face::regular, ink);
  if (drawn > 1 && drawn < lines.size()) draw_text("…", field.x + field.width - 20, y - step, field_text, Face::bold, ink);
}

double snapped(double value, const SliderRange& range) {
  const double steps = round_half_up((value - range.min) / range.step);
  return std::clamp(range.min + steps * range.step, range.min, range.max);
}

}  // namespace

bool button(std::string_view label, const ButtonStyle& given) {
  Frame& f = frame();
  ButtonStyle style = given;
  style.disabled = given.disabled || f.locked;
  const Theme& t = *f.theme;
  const std::string id = make_id(style.id.empty() ? label : style.id);
  const float padding = style.kind == ButtonKind::plain ? 8.0f : 18.0f;
  const BrokenWords words(label, text_body - 1, Face::bold, f.area.width - 2 * padding);
  const Rect rect = place(words.width() + 2 * padding, std::max(control_height(), words.height() + 16));
  const Hit pressed = style.disabled ? Hit{} : hit(id, rect);
  const bool primary = style.kind == ButtonKind::primary;
  const bool on = style.pressed == 1;
  if (primary) {
    draw_box(rect, style.disabled ? t.sunken : t.accent, corner);
    if (pressed.hovered) draw_outline({rect.x + 2, rect.y + 2, rect.width - 4, rect.height - 4}, t.on_accent, corner - 2, 1);
  } else if (style.kind == ButtonKind::secondary) {
    draw_box(rect, on ? t.accent_soft : pressed.hovered ? t.sunken : t.surface, corner);
    draw_outline(rect, style.disabled ? t.line : on ? t.accent : t.control, corner, 1);
  } else if (pressed.hovered) {
    draw_box(rect, t.sunken, corner);
  }
  const Colour ink = style.disabled ? t.quiet : primary ? t.on_accent : style.kind == ButtonKind::plain ? t.accent : t.text;
  std::vector<Line> lines = words.draw(rect.x + padding, rect.y + (rect.height - words.height()) / 2, ink);
  draw_focus(id, rect, corner);
  Node& node = words.declare(Role::button, id, label, rect, std::move(lines));
  node.disabled = style.disabled;
  node.description = style.description;
  node.checked = style.pressed;
  return take_action(id, "press") || pressed.clicked;
}

void link(std::string_view label, std::string_view href, bool current, float size) {
  Frame& f = frame();
  const std::string id = make_id(label);
  const BrokenWords words(label, size, current ? Face::bold : Face::regular, f.area.width);
  const Rect rect = place(words.width(), f.in_flow ? std::max(control_height(), words.height()) : words.height());
  const Hit over = hit(id, rect);
  const Colour ink = current ? f.theme->text : f.theme->accent;
  std::vector<Line> lines = words.draw(rect.x, rect.y + (rect.height - words.height()) / 2, ink);
  for (const Line& line : lines) {
    const float under = line.y + size * 1.28f;
    if (over.hovered || !current) draw_line(line.x, under, line.x + line.width, under, over.hovered ? ink : f.theme->line, 1);
  }
  draw_focus(id, rect, 4);
  Node& node = words.declare(Role::link, id, label, rect, std::move(lines));
  node.href = href;
  node.current = current;
}

void sentence_words(std::string_view words) {
  Frame& f = frame();
  constexpr float size = 18;
  const Rect rect = place(text_width(words, size), control_height());
  Line line = draw_text(words, rect.x, rect.y + rect.height / 2 - size * 0.75f, size, Face::regular, f.theme->text);
  labelled_node(Role::text, make_id("words"), words, rect, std::move(line), size);
}

bool disclosure(std::string_view label, bool open_at_first, std::string_view given_id) {
  Frame& f = frame();
  const std::string id = make_id(given_id.empty() ? label : given_id);
  std::set<std::string>& toggled = f.memory->open;  // holds the ids that are not as they were at first
  bool open = open_at_first != (toggled.count(id) > 0);
  const BrokenWords words(label, text_body - 1, Face::bold, f.area.width - 36, 22);
  const Rect rect = place(words.width() + 36, std::max(control_height(), words.height() + 12));
  const Hit pressed = hit(id, rect);
  if (take_action(id, "press") || pressed.clicked) {
    if (toggled.erase(id) == 0) toggled.insert(id);
    open = !open;
    f.again = true;
  }
  if (pressed.hovered) draw_box(rect, f.theme->sunken, corner);
  draw_chevron(rect.x + 6, rect.y + rect.height / 2 - 5, 11, open, f.theme->accent);
  std::vector<Line> lines = words.draw(rect.x + 26, rect.y + (rect.height - words.height()) / 2, f.theme->accent);
  draw_focus(id, rect, corner);
  Node& node = words.declare(Role::button, id, label, rect, std::move(lines));
  node.expanded = open ? 1 : 0;
  return open;
}

bool choice(std::string_view label, int& index, std::span<const Choice> options, std::string_view unknown_label, std::string_view help) {
  Scope scope(Role::radiogroup, label);
  field_label(label, scope.id());
  const int before = index;
  std::string_view chosen_help = help;
  {
    Flow flow;
    const auto offer = [&](int value, std::string_view words, std::string_view meaning) {
      const std::string id = make_id(words);
      const bool pressed = chip(id, words, before == value, false, Role::radio, meaning);
      if (take_action(id, "choose") || pressed) index = value;
      if (before == value && !meaning.empty()) chosen_help = meaning;
    };
    for (std::size_t i = 0; i < options.size(); ++i) offer(static_cast<int>(i), options[i].label, options[i].help);
    if (!unknown_label.empty()) offer(-1, unknown_label, "");
  }
  field_help(chosen_help);
  return index != before;
}

bool choices(std::string_view label, std::uint32_t& bits, std::span<const Choice> options, std::string_view help) {
  Scope scope(Role::group, label);
  field_label(label, scope.id());
  const std::uint32_t before = bits;
  {
    Flow flow;
    for (std::size_t i = 0; i < options.size(); ++i) {
      const std::string id = make_id(options[i].label);
      const bool on = before >> i & 1u;
      const bool pressed = chip(id, options[i].label, on, true, Role::checkbox, options[i].help);
      if (pressed || asks_for(id, !on)) bits ^= 1u << i;
    }
  }
  field_help(help);
  return bits != before;
}

bool checkbox(std::string_view label, bool& value) {
  const std::string id = make_id(label);
  Flow flow;
  const bool pressed = chip(id, label, value, true, Role::checkbox, "");
  const bool changed = pressed || asks_for(id, !value);
  if (changed) value = !value;
  return changed;
}

bool slider(std::string_view label, double& value, const SliderRange& range, std::string_view help) {
  Frame& f = frame();
  const Theme& t = *f.theme;
  const std::string id = make_id(label);
  const double before = value;
  field_label(label, id);
  const std::string shown = range.words ? range.words(value) : display_number(value) + (range.unit.empty() ? "" : " " + std::string(range.unit));
  const float value_width = text_width(shown, text_small, Face::bold) + 12;
  const Rect rect{f.area.x, f.y, std::max(80.0f, std::min(f.area.width, 420.0f) - std::max(value_width, 96.0f)), control_height()};
  const Hit drag = hit(id, rect);
  std::string set;
  if (take_action(id, "set", &set)) parse_number(set, value);
  if (drag.held) value = range.min + (range.max - range.min) * ((drag.pointer_x - rect.x - 10) / (rect.width - 20));
  if (!f.locked) value = snapped(value, range);
  const float middle = rect.y + rect.height / 2;
  const auto share = static_cast<float>((std::clamp(value, range.min, range.max) - range.min) / (range.max - range.min));
  const float knob = rect.x + 10 + (rect.width - 20) * share;
  draw_box({rect.x, middle - 3, rect.width, 6}, t.sunken, 3);
  draw_outline({rect.x, middle - 3, rect.width, 6}, t.control, 3, 1);
  draw_box({rect.x, middle - 3, knob - rect.x, 6}, t.accent, 3);
  if (!f.locked) {
    draw_dot(knob, middle, 10, t.accent);
    draw_dot(knob, middle, drag.held || drag.hovered ? 5.0f : 7.0f, t.surface);
  }
  const Line line = draw_text(shown, rect.x + rect.width + 12, middle - text_small * 0.75f, text_small, Face::bold, t.text);
  draw_focus(id, rect, corner);
  Node& node = add_node(Role::slider, id, std::string(label), rect);
  node.value = shortest_number(value);
  node.value_text = shown;
  node.min = range.min;
  node.max = range.max;
  node.step = range.step;
  labelled_node(Role::label, id + ".value", shown, {line.x, line.y, line.width, 21}, line, text_small).for_id = id;
  f.tree.nodes.back().bold = true;
  f.y += rect.height;
  field_help(help);
  return value != before;
}

bool select(std::string_view label, int& index, std::span<const Choice> options, const SelectStyle& style) {
  Frame& f = frame();
  const Theme& t = *f.theme;
  const std::string id = make_id(style.id.empty() ? label : style.id);
  if (style.standing == Standing::labelled) field_label(label, id);
  const int before = index;
  double chosen = 0;
  std::string entered;
  if (!f.locked && take_action(id, "choose", &entered) && parse_number(entered, chosen) && chosen >= 0 && chosen < static_cast<double>(options.size()))
    index = static_cast<int>(chosen);
  const bool any = index >= 0 && index < static_cast<int>(options.size());
  const std::string_view shown = any ? options[static_cast<std::size_t>(index)].label : style.placeholder;
  constexpr float beside = 46;   // of the words: padding and the mark that it opens
  const float wanted = style.width > 0 ? style.width : style.standing == Standing::labelled ? 420.0f : text_width(shown, 15) + beside;
  const BrokenWords words(shown, 15, Face::regular, std::min(std::max(90.0f, wanted), f.area.width) - beside);
  const bool grows = style.standing == Standing::labelled || style.width > 0;   // in a sentence one line is all there is
  const Rect rect = place(std::max(90.0f, wanted), grows ? std::max(control_height(), words.height() + 12) : control_height());
  draw_box(rect, f.locked ? t.sunken : t.surface, corner);
  draw_outline(rect, f.locked ? t.line : t.control, corner, 1);
  if (grows) words.draw(rect.x + 12, rect.y + (rect.height - words.height()) / 2, any ? t.text : t.quiet);
  else draw_text(words.lines[0], rect.x + 12, rect.y + rect.height / 2 - 15 * 0.75f, 15, Face::regular, any ? t.text : t.quiet);
  draw_chevron(rect.x + rect.width - 24, rect.y + rect.height / 2 - 5, 11, true, t.accent);
  draw_focus(id, rect, corner);
  Node& node = add_node(Role::select, id, std::string(label), rect);
  node.value = any ? std::string(shown) : std::string();
  node.placeholder = style.placeholder;
  node.description = style.help;
  node.disabled = f.locked;
  node.font_size = 15;
  for (const Choice& option : options) node.options.emplace_back(option.label);
  if (style.standing == Standing::labelled) field_help(style.help);
  return index != before;
}

bool text_field(std::string_view label, std::string& value, const FieldStyle& style) {
  Frame& f = frame();
  const Theme& t = *f.theme;
  const bool alone = style.standing == Standing::labelled;
  const std::string id = make_id(style.id.empty() ? label : style.id);
  if (alone) field_label(label, id);
  std::string entered;
  const bool changed = take_action(id, "text", &entered) && entered != value;
  if (changed) value = entered;
  const float unit_width = style.unit.empty() || !alone ? 0 : text_width(style.unit, text_small) + 10;
  const float full = style.width > 0 ? std::min(style.width, f.area.width) : std::min(f.area.width, 420.0f);
  const Rect rect = place(std::max(90.0f, full - unit_width), style.multiline ? style.height : control_height());
  const bool invalid = !style.problem.empty();
  draw_box(rect, f.locked ? t.sunken : t.surface, corner);
  draw_outline(rect, f.locked ? t.line : invalid ? t.bad : t.control, corner, invalid ? 2.0f : 1.0f);
  const std::string_view shown = value.empty() ? style.placeholder : std::string_view(value);
  const float text_y = style.multiline ? rect.y + 8 : rect.y + rect.height / 2 - field_text * 0.75f;
  draw_field_text(broken_lines(shown, field_text, Face::regular, rect.width - 24), rect, text_y, value.empty() ? t.quiet : t.text);
  Node& node = add_node(Role::number, id, std::string(label), rect);
  if (!style.numeric) node.role = Role::textfield;
  node.value = value;
  node.font_size = field_text;
  node.placeholder = style.placeholder;
  node.description = std::string(invalid ? style.problem : style.help);
  if (!style.unit.empty()) node.description = std::string(style.unit) + (node.description.empty() ? "" : ". " + node.description);
  node.invalid = invalid;
  node.multiline = style.multiline;
  node.numeric = style.numeric;
  draw_focus(id, rect, corner);
  if (unit_width > 0) {
    const Line line = draw_text(style.unit, rect.x + rect.width + 10, rect.y + rect.height / 2 - text_small * 0.75f, text_small, Face::regular, t.quiet);
    labelled_node(Role::label, id + ".unit", style.unit, {line.x, line.y, line.width, 21}, line, text_small).for_id = id;
  }
  if (alone) field_help(invalid ? style.problem : style.help, invalid ? Tone::bad : Tone::quiet);
  return changed;
}

}  // namespace storewright::ui

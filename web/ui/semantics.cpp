#include "web/ui/semantics.h"

#include "core/base/json.h"

namespace storewright::ui {
namespace {

void write_rect(JsonWriter& writer, const Rect& rect) {
  writer.key("rect").begin_array().number(rect.x).number(rect.y).number(rect.width).number(rect.height).end_array();
}

void write_lines(JsonWriter& writer, const Node& node) {
  writer.key("lines").begin_array();
  for (const Line& line : node.lines)
    writer.begin_array().text(line.text).number(line.x).number(line.y).number(line.width).end_array();
  writer.end_array();
}

void write_blocks(JsonWriter& writer, const Node& node) {
  writer.key("blocks").begin_array();
  for (const Block& block : node.blocks) writer.begin_array().text(block.kind).text(block.text).end_array();
  writer.end_array();
  writer.member("prose_width", node.prose_width);
}

void write_text_member(JsonWriter& writer, const char* key, const std::string& value) {
  if (!value.empty()) writer.member(key, value);
}

void write_flag_member(JsonWriter& writer, const char* key, bool value) {
  if (value) writer.member(key, true);
}

void write_node(JsonWriter& writer, const Node& node) {
  writer.begin_object();
  writer.member("id", node.id);
  writer.member("depth", node.depth);
  writer.member("role", role_name(node.role));
  write_text_member(writer, "name", node.name);
  write_text_member(writer, "description", node.description);
  if (node.rect.width > 0 || node.rect.height > 0) write_rect(writer, node.rect);
  if (!node.lines.empty()) write_lines(writer, node);
  if (node.font_size > 0) writer.member("size", node.font_size);
  if (node.line_height > 0) writer.member("line", node.line_height);
  write_flag_member(writer, "bold", node.bold);
  write_flag_member(writer, "mono", node.mono);
  if (node.level != 0) writer.member("level", node.level);
  if (!node.value.empty() || node.role == Role::number || node.role == Role::textfield || node.role == Role::slider)
    writer.member("value", node.value);
  if (!node.options.empty()) {
    writer.key("options").begin_array();
    for (const std::string& option : node.options) writer.text(option);
    writer.end_array();
  }
  write_text_member(writer, "value_text", node.value_text);
  write_text_member(writer, "href", node.href);
  write_text_member(writer, "for", node.for_id);
  if (node.role == Role::slider) writer.member("min", node.min).member("max", node.max).member("step", node.step);
  if (node.checked >= 0) writer.member("checked", node.checked == 1);
  if (node.expanded >= 0) writer.member("expanded", node.expanded == 1);
  write_flag_member(writer, "current", node.current);
  write_flag_member(writer, "disabled", node.disabled);
  write_flag_member(writer, "invalid", node.invalid);
  write_flag_member(writer, "multiline", node.multiline);
  write_flag_member(writer, "numeric", node.numeric);
  write_text_member(writer, "sort", node.sort);
  write_flag_member(writer, "hidden_text", node.hidden_text);
  write_text_member(writer, "placeholder", node.placeholder);
  if (!node.blocks.empty()) write_blocks(writer, node);
  writer.end_object();
}

// Code keeps its lines, and a table its rows and cells.
std::string on_one_line(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += " ⏎ ";
    else if (c == '\t') out += " | ";
    else out += c;
  }
  return out;
}

std::string golden_line(const Node& node) {
  std::string out(static_cast<std::size_t>(node.depth) * 2, ' ');
  out += role_name(node.role);
  if (node.level != 0) out += " " + std::to_string(node.level);
  if (!node.name.empty()) out += " \"" + node.name + "\"";
  const bool has_value = node.role == Role::number || node.role == Role::textfield || node.role == Role::slider || node.role == Role::select;
  if (has_value) out += " = \"" + (node.value_text.empty() ? node.value : node.value_text) + "\"";
  if (node.checked >= 0) out += node.checked == 1 ? " [x]" : " [ ]";
  if (node.expanded >= 0) out += node.expanded == 1 ? " [open]" : " [closed]";
  if (!node.sort.empty()) out += " sort=" + node.sort;
  if (node.current) out += " current";
  if (node.disabled) out += " disabled";
  if (node.invalid) out += " invalid";
  if (!node.href.empty()) out += " -> " + node.href;
  if (!node.description.empty()) out += " (" + node.description + ")";
  out += "\n";
  for (const Block& block : node.blocks)
    out += std::string(static_cast<std::size_t>(node.depth) * 2 + 2, ' ') + block.kind + ": " + on_one_line(block.text) + "\n";
  return out;
}

}  // namespace

std::string_view role_name(Role role) {
  switch (role) {
    case Role::banner: return "banner";
    case Role::navigation: return "navigation";
    case Role::main: return "main";
    case Role::contentinfo: return "contentinfo";
    case Role::section: return "section";
    case Role::group: return "group";
    case Role::radiogroup: return "radiogroup";
    case Role::list: return "list";
    case Role::listitem: return "listitem";
    case Role::table: return "table";
    case Role::row: return "row";
    case Role::figure: return "figure";
    case Role::tablist: return "tablist";
    case Role::heading: return "heading";
    case Role::text: return "text";
    case Role::label: return "label";
    case Role::link: return "link";
    case Role::button: return "button";
    case Role::checkbox: return "checkbox";
    case Role::radio: return "radio";
    case Role::slider: return "slider";
    case Role::select: return "select";
    case Role::number: return "number";
    case Role::textfield: return "textfield";
    case Role::tab: return "tab";
    case Role::cell: return "cell";
    case Role::columnheader: return "columnheader";
    case Role::rowheader: return "rowheader";
    case Role::status: return "status";
    case Role::prose: return "prose";
    case Role::image: return "image";
  }
  return "text";
}

std::string tree_json(const Tree& tree) {
  JsonWriter writer;
  writer.begin_object();
  writer.member("title", tree.title);
  writer.member("route", tree.route);
  writer.member("width", tree.width);
  writer.member("height", tree.height);
  writer.member("announcement", tree.announcement);
  writer.key("nodes").begin_array();
  for (const Node& node : tree.nodes) write_node(writer, node);
  writer.end_array();
  writer.end_object();
  return writer.take();
}

std::string tree_golden(const Tree& tree) {
  std::string out = "title: " + tree.title + "\nroute: " + tree.route + "\n";
  for (const Node& node : tree.nodes)
    if (node.role != Role::label) out += golden_line(node);
  return out;
}

}  // namespace storewright::ui

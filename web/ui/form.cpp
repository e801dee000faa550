#include "web/ui/form.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "web/ui/widgets.h"

namespace storewright::ui {
namespace {

std::vector<Choice> choices_of(const Field& field) {
  std::vector<Choice> list;
  for (const Option& option : field.options) list.push_back({option.name, option.label, option.help});
  return list;
}

bool flag_field(const Field& field, void* input) {
  auto& value = *static_cast<std::optional<bool>*>(field.member(input));
  constexpr Choice yes_no[] = {{"true", "Yes"}, {"false", "No"}};
  int index = !value ? -1 : *value ? 0 : 1;
  if (!choice(field.label, index, yes_no, "Not sure", field.help)) return false;
  if (index < 0) value.reset();
  else value = index == 0;
  return true;
}

bool choice_field(const Field& field, void* input) {
  int index = field.get_choice(input);
  if (!choice(field.label, index, choices_of(field), "Not sure", field.help)) return false;
  field.set_choice(input, index);
  return true;
}

void clear_field(const Field& field, void* input, const void* defaults) {
  void* member = field.member(input);
  switch (field.kind) {
    case FieldKind::number: static_cast<std::optional<Range>*>(member)->reset(); break;
    // The table's access takes a mutable input; the defaults are only read.
    case FieldKind::integer: *static_cast<int*>(member) = *static_cast<int*>(field.member(const_cast<void*>(defaults))); break;
    case FieldKind::text: static_cast<std::string*>(member)->clear(); break;
    case FieldKind::texts: static_cast<std::vector<std::string>*>(member)->clear(); break;
    case FieldKind::pairs: static_cast<NamedTexts*>(member)->clear(); break;
    default: break;
  }
}

std::string shown_text(const Field& field, const void* input, const void* defaults) {
  if (field.kind == FieldKind::text) return *static_cast<const std::string*>(field.member(const_cast<void*>(input)));
  std::string text = field_text(field, input, defaults);
  // "100~300~900" is the form of links; people read "100 to 900".
  const std::size_t first = text.find('~');
  if (first != text.npos) text = text.substr(0, first) + " to " + text.substr(text.rfind('~') + 1);
  return text;
}

bool is_digit(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

// A space that is no part of a number, or what sets thousands apart: the comma of "1,000", and of "1,0000" when somebody types on
// behind digits that were just set apart. That of "1,5" stays, so that nobody's decimals become fifteen.
bool stands_apart(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c != ',' && c != ' ' && c != '_') return false;
  const bool inside = at > 0 && is_digit(text, at - 1) && is_digit(text, at + 1);
  if (!inside) return c == ' ';
  return is_digit(text, at + 2) && is_digit(text, at + 3);
}

// "500 GB" in a field of "GB a month", "12 %", "$600": the field's own unit is no part of the number.
std::string without_unit(std::string_view typed, std::string_view unit) {
  std::string text = trimmed(typed);
  const bool dollars = unit.substr(0, 3) == "USD";
  for (std::string_view ending : {unit, unit.substr(0, unit.find(" a"))})
    if (!ending.empty() && text.size() > ending.size() && std::string_view(text).substr(text.size() - ending.size()) == ending)
      text.resize(text.size() - ending.size());
  for (std::size_t at = 0; dollars && at < text.size();)
    if (text[at] == '$') text.erase(at, 1);
    else ++at;
  return trimmed(text);
}

std::string expected_number(const Field& field, std::string_view typed) {
  const bool small = field.max < 16;
  std::string text(field.label);
  text += field.kind == FieldKind::integer ? " must be a whole number" : " must be a number";
  if (!field.unit.empty()) text.append(" (").append(field.unit).append(")");
  text += small ? ", such as 5" : ", such as 12";
  if (field.kind == FieldKind::number) text += small ? " or 3 to 8" : " or 8 to 16";
  text.append("; you gave “").append(shortened(typed, 40)).append("”.");
  if (typed.find(',') != typed.npos) text += " Decimals have a point.";
  return text;
}

bool text_like_field(const Field& field, void* input, const void* defaults) {
  const bool numeric = field.kind == FieldKind::number || field.kind == FieldKind::integer;
  std::map<std::string, Draft>& drafts = frame().memory->drafts;
  const std::string key(field.name);
  const auto draft = drafts.find(key);
  std::string shown = draft == drafts.end() ? shown_text(field, input, defaults) : draft->second.text;
  const std::string problem = draft == drafts.end() ? "" : draft->second.problem;
  const FieldStyle style{.unit = field.unit, .help = field.help, .placeholder = numeric ? "not known" : "", .problem = problem,
                         .numeric = numeric, .id = field.name};
  if (!text_field(field.label, shown, style)) return false;
  drafts.erase(key);
  if (trimmed(shown).empty()) {
    clear_field(field, input, defaults);
    return true;
  }
  const Problems problems = numeric ? read_typed_number(shown, field, input) : read_field_text(shown, field, input);
  if (problems.empty()) return true;
  drafts[key] = {shown, problems.front().message + " (SW-" + std::to_string(problems.front().code) + ")"};
  frame().again = true;
  return false;
}

bool control_of(const Field& field, void* input, const void* defaults) {
  switch (field.kind) {
    case FieldKind::flag: return flag_field(field, input);
    case FieldKind::choice: return choice_field(field, input);
    case FieldKind::choices: {
      auto& bits = *static_cast<std::uint32_t*>(field.member(input));
      return choices(field.label, bits, choices_of(field), field.help);
    }
    default: return text_like_field(field, input, defaults);
  }
}

bool contains(const std::vector<std::string>& names, std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); }

}  // namespace

bool all_fields_shown() { return frame().memory->access.shown.empty(); }

bool field_shown(std::string_view name) { return all_fields_shown() || contains(frame().memory->access.shown, name); }

bool field_locked(std::string_view name) { return contains(frame().memory->access.locked, name); }

bool field(std::string_view name, const std::function<bool()>& draw) {
  Frame& f = frame();
  if (!field_shown(name)) return false;
  if (!field_locked(name)) return draw();
  f.locked = true;
  draw();
  f.locked = false;
  gap(2);
  text("Fixed by the page around this one.", {.size = text_small, .tone = Tone::quiet});
  return false;
}

bool form_field(const Field& of, void* input, const void* defaults) {
  return field(of.name, [&] { return control_of(of, input, defaults); });
}

std::string number_text(std::string_view typed, std::string_view unit) {
  std::string text;
  const std::string plain = without_unit(typed, unit);
  for (std::size_t at = 0; at < plain.size(); ++at)
    if (!stands_apart(plain, at)) text += plain[at];
  const std::size_t to = text.find("to");
  if (to != text.npos) text.replace(to, 2, "~");  // two bounds: the middle is halfway
  return text;
}

Problems read_typed_number(std::string_view typed, const Field& field, void* input) {
  constexpr int no_number = 1102;
  Problems problems = read_field_text(number_text(typed, field.unit), field, input);
  for (Problem& problem : problems)
    if (problem.code == no_number) problem.message = expected_number(field, typed);
  return problems;
}

void forget_drafts() { frame().memory->drafts.clear(); }

}  // namespace storewright::ui

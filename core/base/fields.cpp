#include "core/base/fields.h"

#include <algorithm>

#include "core/base/fields_access.h"
#include "core/base/math.h"
#include "core/base/text.h"

namespace storewright {
namespace {

using detail::member_of;

constexpr std::size_t max_problems = 100;  // nobody reads more, and a hostile input must not keep us busy
constexpr std::size_t shown_bytes = 60;    // of a text that is quoted in a message

std::string quoted(std::string_view text) { return "“" + shortened(text, shown_bytes) + "”"; }

/// The field at the start of a sentence: its label, quoted when it is a question.
std::string subject(const Field& field) {
  if (field.label.empty()) return quoted(field.name);
  return field.label.ends_with('?') ? quoted(field.label) : std::string(field.label);
}

/// The field within a sentence.
std::string named(const Field& field) { return quoted(field.label.empty() ? field.name : field.label); }

/// A number as people write it, with all its digits.
std::string exact_number(double value) {
  const bool tiny = value != 0 && value < 1e-6 && value > -1e-6;
  return tiny ? shortest_number(value) : display_number(value, 17);
}

/// What a user gave, in a few words.
std::string given(const Json& value) {
  if (const double* number = value.number()) return exact_number(*number);
  if (const std::string* text = value.text()) return text->empty() ? "an empty text" : quoted(*text);
  if (const bool* flag = value.boolean()) return *flag ? "true" : "false";
  if (value.array()) return "a list";
  if (value.object()) return "an object";
  return "null";
}

std::string either_of(const std::vector<std::string>& names) {
  if (names.size() < 2) return joined(names, "");
  return joined(std::span(names).first(names.size() - 1), ", ") + " or " + names.back();
}

bool contains_ignoring_case(std::string_view text, std::string_view part) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::search(text.begin(), text.end(), part.begin(), part.end(),
                     [&](char a, char b) { return lower(a) == lower(b); }) != text.end();
}

Problem wrong_type(const Field& field, const Json& value, std::string_view at, std::string_view wanted) {
  const std::string cure = value.is_null() ? " Leave it out when you do not know it." : "";
  return {1102, std::string(at),
          subject(field) + " must be " + std::string(wanted) + "; you gave " + given(value) + "." + cure};
}

Problem outside_limits(const Field& field, double value, double low, double high, std::string_view at) {
  std::string limits = exact_number(low) + " and " + exact_number(high);
  if (!field.unit.empty() && !contains_ignoring_case(field.label, field.unit)) limits += " " + std::string(field.unit);
  return {1103, std::string(at),
          subject(field) + " must be between " + limits + "; you gave " + exact_number(value) + "."};
}

/// Reads the value of one field; reports and leaves the struct as it was when the value does not fit.
class ValueReader {
 public:
  ValueReader(const Field& field, void* input, std::string_view at, Problems& problems)
      : field_(field), input_(input), at_(at), problems_(problems) {}

  void read(const Json& value) {
    switch (field_.kind) {
      case FieldKind::number: return read_number(value);
      case FieldKind::integer: return read_integer(value);
      case FieldKind::flag: return read_flag(value);
      case FieldKind::choice: return read_choice(value);
      case FieldKind::choices: return read_choices(value);
      case FieldKind::text: return read_text(value);
      case FieldKind::texts: return read_texts(value);
      case FieldKind::pairs: return read_pairs(value);
    }
  }

 private:
  void report(Problem problem) { problems_.push_back(std::move(problem)); }

  bool within_limits(double value, std::string_view at) {
    if (value >= field_.min && value <= field_.max) return true;
    report(outside_limits(field_, value, field_.min, field_.max, at));
    return false;
  }

  void read_number(const Json& value) {
    if (value.object()) return read_range(value);
    const double* number = value.number();
    if (!number) return report(wrong_type(field_, value, at_, "a number or a range (low, mid, high)"));
    if (within_limits(*number, at_)) member_of<std::optional<Range>>(field_, input_) = Range::exactly(*number + 0.0);
  }

  void read_range(const Json& value) {
    const std::size_t before = problems_.size();
    for (const JsonMember& member : *value.object()) check_range_member(member);
    const Json* low = value.find("low");
    const Json* mid = value.find("mid");
    const Json* high = value.find("high");
    if (!low || !high)
      report({1102, std::string(at_),
              "The range " + named(field_) + " needs both low and high; you left out " +
                  (low    ? "high."
                   : high ? "low."
                          : "both.")});
    if (problems_.size() > before) return;

    // Adding zero turns -0 into 0.
    Range range{*low->number() + 0.0, 0, *high->number() + 0.0};
    range.mid = mid ? *mid->number() + 0.0 : range.low + (range.high - range.low) / 2;
    if (range.low > range.mid || range.mid > range.high)
      return report({1106, std::string(at_),
                     "The range " + named(field_) + " must rise from low over mid to high; you gave " +
                         exact_number(range.low) + ", " + exact_number(range.mid) + " and " + exact_number(range.high) +
                         "."});
    member_of<std::optional<Range>>(field_, input_) = range;
  }

  void check_range_member(const JsonMember& member) {
    const std::string at = pointer_to(at_, std::string_view(member.key));
    if (member.key != "low" && member.key != "mid" && member.key != "high")
      return report(
          {1101, at, "A range has low, mid and high, but no " + quoted(member.key) + "; remove it or rename it."});
    if (const double* number = member.value.number())
      within_limits(*number, at);
    else
      report(wrong_type(field_, member.value, at, "given by numbers"));
  }

  void read_integer(const Json& value) {
    const double* number = value.number();
    if (!number || floor_of(*number) != *number) return report(wrong_type(field_, value, at_, "a whole number"));
    const double low = detail::lowest(field_);
    const double high = detail::highest(field_);
    if (*number < low || *number > high) return report(outside_limits(field_, *number, low, high, at_));
    member_of<int>(field_, input_) = static_cast<int>(*number);
  }

  void read_flag(const Json& value) {
    const bool* flag = value.boolean();
    if (!flag) return report(wrong_type(field_, value, at_, "true or false"));
    member_of<std::optional<bool>>(field_, input_) = *flag;
  }

  void read_choice(const Json& value) {
    const std::string* name = value.text();
    if (!name) return report(wrong_type(field_, value, at_, "the name of a choice, in quotes"));
    const int index = option_index(*name, at_);
    if (index >= 0) field_.set_choice(input_, index);
  }

  void read_choices(const Json& value) {
    const Json::Array* items = value.array();
    if (!items) return report(wrong_type(field_, value, at_, "a list of choices"));
    std::uint32_t bits = 0;
    const std::size_t before = problems_.size();
    for (std::size_t i = 0; i < items->size() && problems_.size() < max_problems; ++i) {
      const Json& item = (*items)[i];
      const std::string at = pointer_to(at_, i);
      if (!item.text()) {
        report(wrong_type(field_, item, at, "a list of names, each in quotes"));
        continue;
      }
      const int index = option_index(*item.text(), at);
      if (index >= 0) bits |= std::uint32_t{1} << index;
    }
    if (problems_.size() == before) member_of<std::uint32_t>(field_, input_) = bits;
  }

  /// The index of the option of that name; -1, with a problem, when there is none.
  int option_index(const std::string& name, std::string_view at) {
    std::vector<std::string_view> names;
    for (const Option& option : field_.options) {
      if (option.name == name) return static_cast<int>(names.size());
      names.push_back(option.name);
    }
    const std::string near = nearest_word(name, names);
    const std::string cure = near.empty() ? "; choose " + either_of({names.begin(), names.end()}) + "."
                                          : "; did you mean " + quoted(near) + "?";
    report({1104, std::string(at), quoted(name) + " is no choice for " + named(field_) + cure});
    return -1;
  }

  void read_text(const Json& value) {
    const std::string* text = value.text();
    if (!text) return report(wrong_type(field_, value, at_, "a text in quotes"));
    const std::size_t limit = detail::max_bytes(field_);
    if (text->size() > limit) return report(too_much(limit, text->size(), "bytes of text"));
    if (field_.refuse != nullptr)
      if (TextRefusal refusal = field_.refuse(*text); refusal.code != 0)
        return report({refusal.code, std::string(at_), std::move(refusal.message)});
    member_of<std::string>(field_, input_) = *text;
  }

  void read_texts(const Json& value) {
    const Json::Array* items = value.array();
    if (!items) return report(wrong_type(field_, value, at_, "a list of texts"));
    const auto limit = static_cast<std::size_t>(field_.max_items);
    if (items->size() > limit) return report(too_much(limit, items->size(), "entries"));
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < items->size(); ++i) {
      const Json& item = (*items)[i];
      if (item.text())
        texts.push_back(*item.text());
      else
        report(wrong_type(field_, item, pointer_to(at_, i), "a list of texts, each in quotes"));
    }
    if (texts.size() == items->size()) member_of<std::vector<std::string>>(field_, input_) = std::move(texts);
  }

  /// An object whose members are texts; a number stands for the text it is written as.
  void read_pairs(const Json& value) {
    const Json::Object* members = value.object();
    if (!members) return report(wrong_type(field_, value, at_, "an object of names and texts"));
    const auto limit = static_cast<std::size_t>(field_.max_items);
    if (members->size() > limit) return report(too_much(limit, members->size(), "entries"));
    NamedTexts pairs;
    for (const JsonMember& member : *members) {
      if (member.value.text())
        pairs.emplace_back(member.key, *member.value.text());
      else if (const double* number = member.value.number())
        pairs.emplace_back(member.key, shortest_number(*number));
      else
        report(wrong_type(field_, member.value, pointer_to(at_, std::string_view(member.key)), "given by texts or numbers"));
    }
    if (pairs.size() == members->size()) member_of<NamedTexts>(field_, input_) = std::move(pairs);
  }

  Problem too_much(std::size_t limit, std::size_t size, std::string_view unit) const {
    return {1108, std::string(at_),
            subject(field_) + " may have at most " + display_number(static_cast<double>(limit)) + " " +
                std::string(unit) + "; you gave " + display_number(static_cast<double>(size)) + "."};
  }

  const Field& field_;
  void* input_;
  std::string_view at_;
  Problems& problems_;
};

/// Reads the members of nested objects into one struct.
class ObjectReader {
 public:
  ObjectReader(FieldTable table, void* input, Problems& problems) : table_(table), input_(input), problems_(problems) {}

  /// `prefix` is "" or ends with a point: the part of the names that stands for the objects around this one.
  void read(const Json& json, const std::string& prefix, const std::string& at) {
    if (!json.object()) return problems_.push_back(not_an_object(json, prefix, at));
    for (const JsonMember& member : *json.object()) {
      if (problems_.size() >= max_problems) return;
      read_member(member, prefix, pointer_to(at, std::string_view(member.key)));
    }
  }

 private:
  void read_member(const JsonMember& member, const std::string& prefix, const std::string& at) {
    const std::string name = prefix + member.key;
    // "existing.store" as one key is not the member `store` of `existing`.
    const bool nested_name = member.key.find('.') != member.key.npos;
    if (nested_name) return problems_.push_back(unknown(member.key, prefix, at));
    if (const Field* field = find_field(table_, name))
      return ValueReader(*field, input_, at, problems_).read(member.value);
    const bool group = std::any_of(table_.begin(), table_.end(),
                                   [&](const Field& field) { return field.name.starts_with(name + "."); });
    if (group) return read(member.value, name + ".", at);
    problems_.push_back(unknown(member.key, prefix, at));
  }

  std::vector<std::string_view> members(std::string_view prefix) const {
    std::vector<std::string_view> names;
    const auto add = [&](std::string_view name, const auto&) { names.push_back(name); };
    detail::each_member(table_, prefix, add, add);
    return names;
  }

  Problem not_an_object(const Json& json, const std::string& prefix, const std::string& at) const {
    const std::vector<std::string_view> names = members(prefix);
    const std::string who =
        prefix.empty() ? "The whole" : quoted(std::string_view(prefix).substr(0, prefix.size() - 1));
    std::string example = names.empty() ? "{}" : "{" + ("\"" + std::string(names.front())) + "\": …}";
    return {1105, at, who + " must be an object such as " + example + "; you gave " + given(json) + "."};
  }

  Problem unknown(const std::string& key, const std::string& prefix, const std::string& at) const {
    return {1101, at, "There is no field " + quoted(prefix + key) + cure_of_unknown(key, prefix)};
  }

  std::string cure_of_unknown(const std::string& key, const std::string& prefix) const {
    if (find_field(table_, prefix + key))
      return " in one word; each part before a point is an object that holds the next.";
    const std::vector<std::string_view> names = members(prefix);
    if (const std::string near = nearest_word(key, names); !near.empty())
      return "; did you mean " + quoted(prefix + near) + "?";
    if (const std::string near = nearest_elsewhere(key); !near.empty()) return "; did you mean " + quoted(near) + "?";
    if (names.size() > 12) return "; remove it, or look up its name in the schema of the method.";
    if (names.empty()) return "; remove it, there are none here.";
    return "; remove it, or use " + either_of({names.begin(), names.end()}) + ".";
  }

  /// The full name of a field in another object whose last part is near to `key`.
  std::string nearest_elsewhere(std::string_view key) const {
    std::vector<std::string_view> last_parts;
    for (const Field& field : table_) last_parts.push_back(field.name.substr(field.name.rfind('.') + 1));
    const std::string near = nearest_word(key, last_parts);
    for (std::size_t i = 0; i < table_.size() && !near.empty(); ++i)
      if (last_parts[i] == near) return std::string(table_[i].name);
    return "";
  }

  FieldTable table_;
  void* input_;
  Problems& problems_;
};

/// "1,000,000" without its commas; any other text as it is.
std::string ungrouped(const std::string& text) {
  const std::size_t first = text.find(',');
  if (first == text.npos || first > 4 || text.starts_with('0')) return text;
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string digits = text.substr(0, first);
  for (std::size_t at = first; at < point; at += 4) {
    const bool group = text[at] == ',' && point - at >= 4 && text.find_first_not_of("0123456789", at + 1) >= at + 4;
    if (!group) return text;
    digits += text.substr(at + 1, 3);
  }
  return digits + text.substr(point);
}

std::optional<double> number_of(const std::string& text) {
  double value = 0;
  if (!parse_number(ungrouped(trimmed(text)), value)) return std::nullopt;
  return value;
}

/// "900" or "100~300~900" as the JSON that says the same; what is no number stays a text, and is then refused as one.
Json json_of_numbers(const std::string& text) {
  const std::vector<std::string> parts = split(text, '~');
  std::vector<double> numbers;
  for (const std::string& part : parts)
    if (const std::optional<double> number = number_of(part)) numbers.push_back(*number);
  if (numbers.size() != parts.size() || parts.size() > 3) return Json(text);
  if (numbers.size() == 1) return Json(numbers[0]);
  Json::Object range{{"low", Json(numbers.front())}, {"high", Json(numbers.back())}};
  if (numbers.size() == 3) range.push_back({"mid", Json(numbers[1])});
  return Json(std::move(range));
}

Json json_of_list(const std::string& text, FieldKind kind) {
  Json::Array items;
  for (const std::string& part : split(text, ',')) {
    const std::string word = trimmed(part);
    if (word.empty()) continue;
    if (kind == FieldKind::choices)
      items.emplace_back(word);
    else
      items.emplace_back(word == "~" ? std::string() : percent_decoded(word));
  }
  return Json(std::move(items));
}

/// "total=3000,share=50%25" as an object; an entry without "=" makes the whole a text, which is then refused.
Json json_of_pairs(const std::string& text) {
  Json::Object members;
  for (const std::string& part : split(text, ',')) {
    const std::string entry = trimmed(part);
    if (entry.empty()) continue;
    const std::size_t equals = entry.find('=');
    if (equals == entry.npos) return Json(text);
    members.push_back({percent_decoded(entry.substr(0, equals)), Json(percent_decoded(entry.substr(equals + 1)))});
  }
  return Json(std::move(members));
}

/// The JSON value that means the same as the text of a link or form, so that both are checked by one reader.
Json json_of_text(std::string_view text, const Field& field) {
  const std::string word = trimmed(text);
  switch (field.kind) {
    case FieldKind::number: return json_of_numbers(word);
    case FieldKind::integer:
      if (const std::optional<double> number = number_of(word)) return Json(*number);
      return Json(word);
    case FieldKind::flag:
      if (word == "true" || word == "yes") return Json(true);
      if (word == "false" || word == "no") return Json(false);
      return Json(word);
    case FieldKind::choice: return Json(word);
    case FieldKind::choices:
    case FieldKind::texts: return json_of_list(word, field.kind);
    case FieldKind::pairs: return json_of_pairs(word);
    case FieldKind::text: break;
  }
  return Json(std::string(text));
}

/// Makes a field unknown; false for the kinds that always hold a value.
bool cleared(const Field& field, void* input) {
  switch (field.kind) {
    case FieldKind::number: member_of<std::optional<Range>>(field, input).reset(); return true;
    case FieldKind::flag: member_of<std::optional<bool>>(field, input).reset(); return true;
    case FieldKind::choice: field.set_choice(input, -1); return true;
    default: return false;
  }
}

}  // namespace

Problems read_fields(const Json& json, FieldTable table, void* input, std::string_view at) {
  Problems problems;
  ObjectReader(table, input, problems).read(json, "", std::string(at));
  return problems;
}

Problems read_field_text(std::string_view text, const Field& field, void* input) {
  Problems problems;
  std::string at;
  for (const std::string& part : split(field.name, '.')) at = pointer_to(at, std::string_view(part));
  if (!valid_utf8(text)) {
    problems.push_back({1102, at, subject(field) + " must be readable text in UTF-8; enter it again."});
    return problems;
  }
  if (trimmed(text).empty() && cleared(field, input)) return problems;
  ValueReader(field, input, at, problems).read(json_of_text(text, field));
  return problems;
}

const Field* find_field(FieldTable table, std::string_view name) {
  for (const Field& field : table)
    if (field.name == name) return &field;
  return nullptr;
}

}  // namespace storewright

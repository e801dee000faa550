#include <algorithm>

#include "core/base/fields.h"
#include "core/base/fields_access.h"
#include "core/base/text.h"

namespace storewright {
namespace detail {

bool same_value(const Field& field, const void* a, const void* b) {
  const auto same = [&]<class T>(const T*) { return member_of<T>(field, a) == member_of<T>(field, b); };
  switch (field.kind) {
    case FieldKind::number: return same(static_cast<const std::optional<Range>*>(nullptr));
    case FieldKind::integer: return same(static_cast<const int*>(nullptr));
    case FieldKind::flag: return same(static_cast<const std::optional<bool>*>(nullptr));
    case FieldKind::choice: return field.get_choice(a) == field.get_choice(b);
    case FieldKind::choices: return same(static_cast<const std::uint32_t*>(nullptr));
    case FieldKind::text: return same(static_cast<const std::string*>(nullptr));
    case FieldKind::texts: return same(static_cast<const std::vector<std::string>*>(nullptr));
    case FieldKind::pairs: return same(static_cast<const NamedTexts*>(nullptr));
  }
  return true;
}

double lowest(const Field& field) { return std::max<double>(field.min, std::numeric_limits<int>::min()); }
double highest(const Field& field) { return std::min<double>(field.max, std::numeric_limits<int>::max()); }

std::size_t max_bytes(const Field& field) { return static_cast<std::size_t>(field.max_items) * 100; }

}  // namespace detail

namespace {

using detail::member_of;

bool is_absent(const Field& field, const void* input) {
  switch (field.kind) {
    case FieldKind::number: return !member_of<std::optional<Range>>(field, input);
    case FieldKind::flag: return !member_of<std::optional<bool>>(field, input);
    case FieldKind::choice: return field.get_choice(input) < 0;
    default: return false;
  }
}

/// An absent value is what leaving the member out means, so it is never written.
bool is_written(const Field& field, const void* input, const void* defaults) {
  return !is_absent(field, input) && !detail::same_value(field, input, defaults);
}

bool is_one_number(const Range& range) { return range.low == range.mid && range.mid == range.high; }

std::vector<std::string> chosen_names(const Field& field, const void* input) {
  const std::uint32_t bits = member_of<std::uint32_t>(field, input);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < field.options.size(); ++i)
    if (bits >> i & 1u) names.emplace_back(field.options[i].name);
  return names;
}

void write_texts(JsonWriter& writer, std::span<const std::string> texts) {
  writer.begin_array();
  for (const std::string& text : texts) writer.text(text);
  writer.end_array();
}

void write_pairs(JsonWriter& writer, const NamedTexts& pairs) {
  writer.begin_object();
  for (const auto& [name, text] : pairs) writer.member(name, text);
  writer.end_object();
}

void write_range(JsonWriter& writer, const Range& range) {
  if (is_one_number(range)) {
    writer.number(range.mid);
    return;
  }
  writer.begin_object().member("low", range.low).member("mid", range.mid).member("high", range.high).end_object();
}

void write_value(JsonWriter& writer, const Field& field, const void* input) {
  switch (field.kind) {
    case FieldKind::number: write_range(writer, *member_of<std::optional<Range>>(field, input)); return;
    case FieldKind::integer: writer.integer(member_of<int>(field, input)); return;
    case FieldKind::flag: writer.boolean(*member_of<std::optional<bool>>(field, input)); return;
    case FieldKind::choice: writer.text(field.options[static_cast<std::size_t>(field.get_choice(input))].name); return;
    case FieldKind::choices: write_texts(writer, chosen_names(field, input)); return;
    case FieldKind::text: writer.text(member_of<std::string>(field, input)); return;
    case FieldKind::texts: write_texts(writer, member_of<std::vector<std::string>>(field, input)); return;
    case FieldKind::pairs: write_pairs(writer, member_of<NamedTexts>(field, input)); return;
  }
}

struct Writing {
  JsonWriter& writer;
  FieldTable table;
  const void* input;
  const void* defaults;
};

void write_members(const Writing& to, std::string_view prefix) {
  to.writer.begin_object();
  detail::each_member(
      to.table, prefix,
      [&](std::string_view name, const Field& field) {
        if (is_written(field, to.input, to.defaults)) write_value(to.writer.key(name), field, to.input);
      },
      [&](std::string_view name, std::string_view inner) {
        const bool any = std::any_of(to.table.begin(), to.table.end(), [&](const Field& field) {
          return field.name.starts_with(inner) && is_written(field, to.input, to.defaults);
        });
        if (!any) return;
        to.writer.key(name);
        write_members(to, inner);
      });
  to.writer.end_object();
}

/// One entry of a list, so that a comma, a percent sign or an outer space in it survives. "~" alone is the empty text.
std::string list_entry(std::string_view text) {
  constexpr std::string_view space = " \t\r\n\f\v";
  if (text.empty()) return "~";
  if (text == "~") return "%7E";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool outer_space = (i == 0 || i + 1 == text.size()) && space.find(text[i]) != space.npos;
    const bool special = text[i] == ',' || text[i] == '%' || outer_space;
    if (special)
      out += percent_encoded(text.substr(i, 1));
    else
      out += text[i];
  }
  return out;
}

/// "name=text" with everything escaped that separates entries or names.
std::string pair_entry(const std::string& name, const std::string& text) { return percent_encoded(name) + "=" + percent_encoded(text); }

std::string range_text(const Range& range) {
  if (is_one_number(range)) return shortest_number(range.mid);
  return shortest_number(range.low) + "~" + shortest_number(range.mid) + "~" + shortest_number(range.high);
}

void write_limits(JsonWriter& writer, const Field& field) {
  writer.member("type", "number").member("minimum", field.min).member("maximum", field.max);
}

void write_number_schema(JsonWriter& writer, const Field& field) {
  writer.key("oneOf").begin_array();
  writer.begin_object();
  write_limits(writer, field);
  writer.end_object();
  writer.begin_object().member("type", "object").key("properties").begin_object();
  for (const std::string_view name : {"low", "mid", "high"}) {
    writer.key(name).begin_object();
    write_limits(writer, field);
    writer.end_object();
  }
  writer.end_object();
  writer.key("required").begin_array().text("low").text("high").end_array();
  writer.member("additionalProperties", false).end_object();
  writer.end_array();
}

void write_options(JsonWriter& writer, const Field& field) {
  writer.key("enum").begin_array();
  for (const Option& option : field.options) writer.text(option.name);
  writer.end_array();
}

void write_kind(JsonWriter& writer, const Field& field, const void* defaults) {
  switch (field.kind) {
    case FieldKind::number: write_number_schema(writer, field); return;
    case FieldKind::integer:
      writer.member("type", "integer")
          .member("minimum", detail::lowest(field))
          .member("maximum", detail::highest(field));
      writer.member("default", member_of<int>(field, defaults));
      return;
    case FieldKind::flag: writer.member("type", "boolean"); return;
    case FieldKind::choice: write_options(writer, field); return;
    case FieldKind::choices:
      writer.member("type", "array").key("items").begin_object();
      write_options(writer, field);
      writer.end_object().member("uniqueItems", true);
      return;
    case FieldKind::text:
      writer.member("type", "string").member("maxLength", static_cast<std::int64_t>(detail::max_bytes(field)));
      return;
    case FieldKind::texts:
      writer.member("type", "array").key("items").begin_object().member("type", "string").end_object();
      writer.member("maxItems", field.max_items);
      return;
    case FieldKind::pairs:
      writer.member("type", "object").key("additionalProperties").begin_object().key("oneOf").begin_array();
      for (const std::string_view type : {"string", "number"}) writer.begin_object().member("type", type).end_object();
      writer.end_array().end_object();
      return;
  }
}

void write_field_schema(JsonWriter& writer, const Field& field, const void* defaults) {
  writer.begin_object();
  if (!field.label.empty()) writer.member("title", field.label);
  std::string description(field.help);
  if (!field.unit.empty()) description += (description.empty() ? "In " : " In ") + std::string(field.unit) + ".";
  if (!description.empty()) writer.member("description", description);
  write_kind(writer, field, defaults);
  writer.end_object();
}

/// The members that describe an object; the caller has begun it.
void write_object_schema(JsonWriter& writer, FieldTable table, std::string_view prefix, const void* defaults) {
  writer.member("type", "object").key("properties").begin_object();
  detail::each_member(
      table, prefix,
      [&](std::string_view name, const Field& field) { write_field_schema(writer.key(name), field, defaults); },
      [&](std::string_view name, std::string_view inner) {
        writer.key(name).begin_object();
        write_object_schema(writer, table, inner, defaults);
        writer.end_object();
      });
  writer.end_object().member("additionalProperties", false);
}

}  // namespace

std::string field_text(const Field& field, const void* input, const void* defaults) {
  if (!is_written(field, input, defaults)) return "";
  switch (field.kind) {
    case FieldKind::number: return range_text(*member_of<std::optional<Range>>(field, input));
    case FieldKind::integer: return std::to_string(member_of<int>(field, input));
    case FieldKind::flag: return *member_of<std::optional<bool>>(field, input) ? "true" : "false";
    case FieldKind::choice: return std::string(field.options[static_cast<std::size_t>(field.get_choice(input))].name);
    case FieldKind::choices: return joined(chosen_names(field, input), ",");
    case FieldKind::text: return member_of<std::string>(field, input);
    case FieldKind::texts:
    case FieldKind::pairs: break;
  }
  std::vector<std::string> entries;
  if (field.kind == FieldKind::pairs) {
    for (const auto& [name, text] : member_of<NamedTexts>(field, input)) entries.push_back(pair_entry(name, text));
    return joined(entries, ",");
  }
  for (const std::string& text : member_of<std::vector<std::string>>(field, input)) entries.push_back(list_entry(text));
  return joined(entries, ",");
}

void write_fields(JsonWriter& writer, FieldTable table, const void* input, const void* defaults) {
  write_members({writer, table, input, defaults}, "");
}

void write_field(JsonWriter& writer, const Field& field, const void* input) {
  if (is_absent(field, input))
    writer.null();
  else
    write_value(writer, field, input);
}

void write_schema(JsonWriter& writer, FieldTable table, std::string_view title, const void* defaults) {
  writer.begin_object();
  writer.member("$schema", "https://json-schema.org/draft/2020-12/schema").member("title", title);
  write_object_schema(writer, table, "", defaults);
  writer.end_object();
}

}  // namespace storewright

// The field table of an input struct: parser, checks, JSON Schema, link and form all derive from it.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/json.h"
#include "core/base/range.h"
#include "core/base/result.h"

namespace storewright {

/// One value of a choice: its name in JSON and links, its words on the screen, and what it means.
struct Option {
  std::string_view name;
  std::string_view label;
  std::string_view help = "";
};

/// A set of the values of one enum: the order in which a user lists them does not matter.
template <class Enum>
struct Set {
  std::uint32_t bits = 0;

  bool has(Enum value) const { return bits >> static_cast<int>(value) & 1u; }
  void add(Enum value) { bits |= 1u << static_cast<int>(value); }
  bool empty() const { return bits == 0; }
  bool operator==(const Set&) const = default;
};

/// Texts by name, in the order given: the answers to the steps of a question.
using NamedTexts = std::vector<std::pair<std::string, std::string>>;

/// What a field holds. The type of the struct's member follows from it.
enum class FieldKind {
  number,   // std::optional<Range>: absent is unknown, never zero
  integer,  // int, with a default
  flag,     // std::optional<bool>
  choice,   // std::optional<Enum>
  choices,  // Set<Enum>
  text,     // std::string
  texts,    // std::vector<std::string>
  pairs,    // NamedTexts: names the caller chooses, each with a text
};

/// Why a text cannot be taken; code 0 when it can.
struct TextRefusal {
  int code = 0;
  std::string message = {};
};

/// One field of an input struct. Rows are aligned so that a table reads like a manual.
struct Field {
  std::string_view name = "";    // in JSON, links and forms; "existing.store" is the member `store` of the object `existing`
  FieldKind kind = FieldKind::text;  // set by `field`
  std::string_view label = "";   // in plain words, for a form
  std::string_view unit = "";    // "writes a second"; "" where there is none
  std::string_view help = "";    // one sentence: what to enter and why it matters
  double min = 0;                // numbers and integers: inclusive
  double max = 1e15;
  bool whole = false;            // numbers: counted things, of which searches and samples take no part
  int max_items = 64;            // texts: how many; text: how many hundred bytes
  std::span<const Option> options = {};
  TextRefusal (*refuse)(std::string_view text) = nullptr;  // text: what is wrong with a form of its own ("reads:writes"), if anything

  // Access without knowing the struct; filled by `field<&Struct::member>`.
  void* (*member)(void* input) = nullptr;
  int (*get_choice)(const void* input) = nullptr;         // choice: index or -1
  void (*set_choice)(void* input, int index) = nullptr;   // -1 clears
};

using FieldTable = std::span<const Field>;

namespace detail {
template <class> struct MemberOf;
template <class S, class M> struct MemberOf<M S::*> { using Struct = S; using Member = M; };
template <class> struct KindOf;
template <> struct KindOf<std::optional<Range>> { static constexpr FieldKind value = FieldKind::number; };
template <> struct KindOf<int> { static constexpr FieldKind value = FieldKind::integer; };
template <> struct KindOf<std::optional<bool>> { static constexpr FieldKind value = FieldKind::flag; };
template <class E> struct KindOf<std::optional<E>> { static constexpr FieldKind value = FieldKind::choice; };
template <class E> struct KindOf<Set<E>> { static constexpr FieldKind value = FieldKind::choices; };
template <> struct KindOf<std::string> { static constexpr FieldKind value = FieldKind::text; };
template <> struct KindOf<std::vector<std::string>> { static constexpr FieldKind value = FieldKind::texts; };
template <> struct KindOf<NamedTexts> { static constexpr FieldKind value = FieldKind::pairs; };
}  // namespace detail

/// A row of a field table: `field<&Profile::money>({.name = "money", .label = "Is money involved?"})`.
template <auto member>
constexpr Field field(Field row) {
  using Struct = typename detail::MemberOf<decltype(member)>::Struct;
  using Member = typename detail::MemberOf<decltype(member)>::Member;
  row.kind = detail::KindOf<Member>::value;
  row.member = [](void* input) -> void* { return &(static_cast<Struct*>(input)->*member); };
  if constexpr (detail::KindOf<Member>::value == FieldKind::choice) {
    row.get_choice = [](const void* input) {
      const Member& value = static_cast<const Struct*>(input)->*member;
      return value ? static_cast<int>(*value) : -1;
    };
    row.set_choice = [](void* input, int index) {
      Member& value = static_cast<Struct*>(input)->*member;
      if (index < 0) value.reset();
      else value = static_cast<typename Member::value_type>(index);
    };
  }
  return row;
}

/// Reads the members of a JSON object into `input`, which starts with its defaults. Collects every problem and leaves
/// `input` half filled when there is one: read into a fresh struct.
///
/// Problems: 1101 unknown field (names the nearest); 1102 wrong type; 1103 outside the limits; 1104 no such choice
/// (names the nearest); 1105 not an object; 1106 low, mid and high out of order; 1108 too many or too long.
Problems read_fields(const Json& json, FieldTable table, void* input, std::string_view at = "");

/// Reads one field from the text of a link or a form: "900", "1,000", "100~900", "100~300~900", "true" or "yes",
/// "joins,key_lookup", "total=3000,share=50". In a list of texts "%2C" is a comma and "~" alone an empty text. An empty text makes a number, flag
/// or choice unknown. With a problem, `input` stays as it was.
/// Problems as above, with where = "/name", or "/existing/store" for a nested one.
Problems read_field_text(std::string_view text, const Field& field, void* input);

/// The text form of one field, "" when it holds its default (absent).
std::string field_text(const Field& field, const void* input, const void* defaults);

/// Writes the members that differ from `defaults`, in table order, as a JSON object. An absent member is left out, so a
/// number, flag or choice should be absent in the defaults.
void write_fields(JsonWriter& writer, FieldTable table, const void* input, const void* defaults);

/// The JSON Schema (2020-12) of the object that `read_fields` accepts.
void write_schema(JsonWriter& writer, FieldTable table, std::string_view title, const void* defaults);

/// Writes the value of one field as `read_fields` takes it; null when it is unknown.
void write_field(JsonWriter& writer, const Field& field, const void* input);

/// The row of that name, or null.
const Field* find_field(FieldTable table, std::string_view name);

}  // namespace storewright

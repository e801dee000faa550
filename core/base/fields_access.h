// How the readers and writers of field tables reach into an input struct. Internal to fields*.cpp.
#pragma once

#include <string>
#include <string_view>

#include "core/base/fields.h"

namespace storewright::detail {

/// The member behind a field; `T` must be the type that the field's kind names. A `Set` is reached as its bits.
template <class T>
T& member_of(const Field& field, void* input) {
  return *static_cast<T*>(field.member(input));
}
template <class T>
const T& member_of(const Field& field, const void* input) {
  // The accessor takes a mutable struct because reading needs one; here nothing is written through it.
  return *static_cast<const T*>(field.member(const_cast<void*>(input)));
}

/// Visits the members of the object that `prefix` names ("" or "existing."), in table order: `leaf(name, field)` for a
/// field of its own, `group(name, prefix)` once for each nested object.
template <class Leaf, class Group>
void each_member(FieldTable table, std::string_view prefix, Leaf&& leaf, Group&& group) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (!table[i].name.starts_with(prefix)) continue;
    const std::string_view rest = table[i].name.substr(prefix.size());
    const std::size_t point = rest.find('.');
    if (point == rest.npos) {
      leaf(rest, table[i]);
      continue;
    }
    const std::string_view inner = table[i].name.substr(0, prefix.size() + point + 1);
    bool first = true;
    for (std::size_t before = 0; before < i && first; ++before) first = !table[before].name.starts_with(inner);
    if (first) group(rest.substr(0, point), inner);
  }
}

/// Whether a field holds the same value in both structs.
bool same_value(const Field& field, const void* a, const void* b);

/// The limits of an integer field, within what an `int` holds.
double lowest(const Field& field);
double highest(const Field& field);

/// A text field may hold this many bytes.
std::size_t max_bytes(const Field& field);

}  // namespace storewright::detail

// What the readers of the scaling pack share.
#pragma once

#include "core/knowledge/member_reader.h"

namespace storewright::scaling {

/// The items of a list inside of an object, with places that start at the pack's root.
template <class Read>
void read_list(knowledge::MemberReader& reader, std::string_view key, knowledge::Presence presence, Problems& problems, Read&& read) {
  const Json* list = reader.find(key);
  const std::string where = pointer_to(reader.where(), key);
  if (!list || !list->array()) {
    if (list || presence == knowledge::Presence::required) reader.wrong(key, "\"" + std::string(key) + "\" must be a list.");
    return;
  }
  for (std::size_t i = 0; i < list->array()->size(); ++i) {
    knowledge::MemberReader item((*list->array())[i], pointer_to(where, i), problems);
    read(item);
  }
}

inline knowledge::FactKind fact_kind(knowledge::MemberReader& reader) {
  return static_cast<knowledge::FactKind>(
      reader.word("kind", knowledge::fact_kind_names(), static_cast<int>(knowledge::FactKind::rule_of_thumb)));
}

}  // namespace storewright::scaling

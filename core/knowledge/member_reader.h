// Reads the members of a pack's objects by type and collects what is wrong, with its place.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/knowledge/knowledge.h"

namespace storewright::knowledge {

/// One JSON object of a pack and where it stands. A member that is absent reads as empty; `required_text` reports it.
class MemberReader {
 public:
  MemberReader(const Json& object, std::string where, Problems& problems);

  std::string required_text(std::string_view key);
  std::string text(std::string_view key);
  double number(std::string_view key, double otherwise);
  int code(std::string_view key);  // of an error: a whole number from 1 to 9999, anything else is reported and reads as 0
  std::vector<std::string> texts(std::string_view key);
  const Json* find(std::string_view key) const { return object_.find(key); }

  /// The member as one of `names`, by index; reports 1401 and gives 0 for anything else. Absent: `otherwise`.
  int word(std::string_view key, std::span<const std::string_view> names, int otherwise);

  void wrong(std::string_view key, std::string message);
  const std::string& where() const { return where_; }

 private:
  const Json& object_;
  std::string where_;
  Problems& problems_;
};

/// Calls `read(MemberReader&)` for each object of the array `key` of `pack`; a missing array is empty when `optional`.
enum class Presence { required, optional };
template <class Read>
void read_items(const Json& pack, std::string_view key, Presence presence, Problems& problems, Read&& read) {
  const std::string where = pointer_to("", key);
  const Json* list = pack.find(key);
  if (!list || !list->array()) {
    if (list || presence == Presence::required)
      problems.push_back({1401, where, "The pack needs the list \"" + std::string(key) + "\"."});
    return;
  }
  for (std::size_t i = 0; i < list->array()->size(); ++i) {
    MemberReader reader((*list->array())[i], pointer_to(where, i), problems);
    read(reader);
  }
}

/// "measured", "vendor_documented", … in the order of `FactKind`.
std::span<const std::string_view> fact_kind_names();

/// A number, `{low, mid, high}` or `{low, high}` (the middle is then their average).
bool read_range(const Json& json, Range& range);

}  // namespace storewright::knowledge

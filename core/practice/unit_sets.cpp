#include "core/practice/unit_sets.h"

#include "core/knowledge/member_reader.h"

namespace storewright::practice {
namespace {

using knowledge::MemberReader;
using knowledge::Presence;
using knowledge::read_items;

NamedUnit read_unit(MemberReader& reader) {
  NamedUnit unit{.id = reader.required_text("id"), .words = reader.texts("words"), .size = reader.number("size", 1)};
  if (unit.words.empty()) reader.wrong("words", "A unit needs the words that people write for it.");
  if (unit.size <= 0) reader.wrong("size", "The size of a unit must be above 0.");
  return unit;
}

const UnitSet* set_of(const std::vector<UnitSet>& sets, std::string_view id, double& size) {
  for (const UnitSet& set : sets)
    for (const NamedUnit& unit : set)
      if (unit.id == id) {
        size = unit.size;
        return &set;
      }
  return nullptr;
}

}  // namespace

UnitSets read_unit_sets(const Json& pack, Problems& problems) {
  UnitSets sets;
  read_items(pack, "units", Presence::optional, problems, [&](MemberReader& reader) {
    const Json* period = reader.find("period");
    UnitSet set;
    if (const Json* units = reader.find("units"); units && units->array())
      for (std::size_t i = 0; i < units->array()->size(); ++i) {
        MemberReader item((*units->array())[i], pointer_to(pointer_to(reader.where(), "units"), i), problems);
        set.push_back(read_unit(item));
      }
    double size = 1;
    std::vector<UnitSet>& list = period && period->boolean() && *period->boolean() ? sets.periods : sets.units;
    for (const NamedUnit& unit : set)
      if (set_of(list, unit.id, size)) reader.wrong("units", "The unit \"" + unit.id + "\" stands twice.");
    list.push_back(std::move(set));
  });
  return sets;
}

std::vector<UnitWords> units_for(const UnitSets& sets, std::string_view unit) {
  double asked = 1;
  const UnitSet* set = set_of(sets.units, unit, asked);
  std::vector<UnitWords> words;
  if (set)
    for (const NamedUnit& one : *set) words.push_back({one.words, one.size / asked});
  return words;
}

std::vector<UnitWords> periods_for(const UnitSets& sets, std::string_view period) {
  double asked = 1;
  const UnitSet* set = set_of(sets.periods, period, asked);
  std::vector<UnitWords> words;
  if (set)
    for (const NamedUnit& one : *set) words.push_back({one.words, asked / one.size});
  return words;
}

}  // namespace storewright::practice

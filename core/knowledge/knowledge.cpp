#include "core/knowledge/knowledge.h"

#include <algorithm>

namespace storewright::knowledge {
namespace {

template <class Item>
const Item* with_id(const std::vector<Item>& items, std::string_view id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

const TraitValue* Engine::trait(std::string_view trait_id) const {
  const auto found = traits.find(trait_id);
  return found == traits.end() ? nullptr : &found->second;
}

const Engine* Knowledge::engine(std::string_view id) const { return with_id(engines, id); }
const Category* Knowledge::category(std::string_view id) const { return with_id(categories, id); }
const Source* Knowledge::source(std::string_view id) const { return with_id(sources, id); }
const Note* Knowledge::note(std::string_view id) const { return with_id(notes, id); }
const Preset* Knowledge::preset(std::string_view id) const { return with_id(presets, id); }

const ErrorText* Knowledge::error(int code) const {
  const auto found =
      std::find_if(errors.begin(), errors.end(), [&](const ErrorText& item) { return item.code == code; });
  return found == errors.end() ? nullptr : &*found;
}

std::string_view kind_words(FactKind kind) {
  switch (kind) {
    case FactKind::measured: return "measured";
    case FactKind::vendor_documented: return "documented by the vendor";
    case FactKind::rule_of_thumb: return "rule of thumb";
    case FactKind::unsourced_claim: return "claim without a source";
    case FactKind::unverified: return "not verified";
    case FactKind::product_rule: return "our own rule";
  }
  return "";
}

}  // namespace storewright::knowledge

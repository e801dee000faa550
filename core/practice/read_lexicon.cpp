#include <utility>

#include "core/knowledge/member_reader.h"
#include "core/practice/vocabulary.h"

namespace storewright::practice {
namespace {

using knowledge::MemberReader;

constexpr std::string_view kind_names[] = {"component", "slot", "property", "action", "hazard", "quantity", "link"};
constexpr std::pair<std::string_view, TriggerKind> trigger_lists[] = {
    {"negation", TriggerKind::negation},     {"rejection", TriggerKind::rejection},     {"rejection_after", TriggerKind::rejection_after},
    {"deferral", TriggerKind::deferral},     {"alternative", TriggerKind::alternative}, {"comparison", TriggerKind::comparison},
    {"denial", TriggerKind::denial},         {"disowning", TriggerKind::disowning},     {"harmless", TriggerKind::harmless}};

}  // namespace

std::vector<Concept> read_concepts(const Json& owner, const std::string& where, int owner_index, Problems& problems) {
  std::vector<Concept> concepts;
  const Json* list = owner.find("concepts");
  if (!list || !list->array()) return concepts;
  for (std::size_t i = 0; i < list->array()->size(); ++i) {
    MemberReader reader((*list->array())[i], pointer_to(pointer_to(where, std::string_view("concepts")), i), problems);
    Concept one{.id = reader.required_text("id"), .label = reader.text("label"), .forms = reader.texts("forms"), .is = reader.texts("is"), .owner = owner_index};
    one.kind = static_cast<ConceptKind>(reader.word("kind", kind_names, static_cast<int>(ConceptKind::property)));
    if (one.label.empty())
      for (const char c : one.id) one.label += c == '-' ? ' ' : c;
    concepts.push_back(std::move(one));
  }
  return concepts;
}

Lexicon read_lexicon(const Json& json, const std::string& where, Problems& problems) {
  MemberReader reader(json, where, problems);
  Lexicon lexicon{.concepts = read_concepts(json, where, Concept::everybody, problems),
                  .shared = reader.texts("shared"),
                  .breaks = reader.texts("breaks"),
                  .conditions = reader.texts("conditions"),
                  .adopting = reader.texts("adopting"),
                  .links = reader.texts("links"),
                  .verbs = reader.texts("verbs"),
                  .common = reader.texts("common")};
  if (const Json* triggers = reader.find("triggers")) {
    MemberReader lists(*triggers, pointer_to(where, std::string_view("triggers")), problems);
    for (const auto& [name, kind] : trigger_lists)
      for (std::string& form : lists.texts(name)) lexicon.triggers.emplace_back(kind, std::move(form));
  }
  if (const Json* pairs = reader.find("protected"); pairs && pairs->array())
    for (const Json& pair : *pairs->array()) {
      const Json::Array* both = pair.array();
      if (both && both->size() == 2 && (*both)[0].text() && (*both)[1].text()) lexicon.protected_pairs.emplace_back(*(*both)[0].text(), *(*both)[1].text());
      else reader.wrong("protected", "A protected pair is a list of two words.");
    }
  if (const Json* names = reader.find("names"); names && names->array())
    for (const Json& list : *names->array()) {
      std::vector<std::string> group;
      for (const Json& name : list.array() ? *list.array() : Json::Array{})
        if (name.text()) group.push_back(*name.text());
      if (group.size() > 1) lexicon.names.push_back(std::move(group));
      else reader.wrong("names", "Names of one thing are a list of two or more.");
    }
  return lexicon;
}

}  // namespace storewright::practice

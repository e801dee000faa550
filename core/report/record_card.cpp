#include "core/report/record_card.h"

#include "core/base/text.h"
#include "core/report/record_words.h"

namespace storewright::report {
namespace {

constexpr Field card_rows[] = {
    field<&RecordCardInput::id>({.name = "id",
                                 .label = "Record",
                                 .help = "An engine, service or extension, such as postgresql.",
                                 .max_items = 1}),
};

Problem no_record(const knowledge::Knowledge& knowledge, const std::string& id) {
  constexpr std::size_t longest = 60;
  if (id.empty() || id.size() > longest || !valid_utf8(id))
    return Problem{1104, "/id", "There is no record of that name."};
  std::vector<std::string_view> ids;
  for (const knowledge::Engine& engine : knowledge.engines) ids.push_back(engine.id);
  const std::string near = nearest_word(id, ids);
  return Problem{1104, "/id",
                 "There is no record \"" + id + "\"." + (near.empty() ? "" : " Did you mean \"" + near + "\"?")};
}

void add_evidence(RecordFact& fact, const knowledge::Knowledge& knowledge, const knowledge::Evidence& evidence) {
  fact.kind = words_of(evidence.kind);
  fact.verified = evidence.kind != knowledge::FactKind::unverified;
  fact.note = evidence.note;
  const knowledge::Source* source = knowledge.source(evidence.source);
  if (source == nullptr) return;
  fact.source = source->id;
  fact.source_title = source->title;
  fact.source_address = source->address;
  fact.read = evidence.read;
}

RecordFact fact_of(const knowledge::Knowledge& knowledge, const knowledge::Engine& engine,
                   const knowledge::TraitKind& kind) {
  const knowledge::TraitValue* value = engine.trait(kind.id);
  RecordFact fact{.trait = kind.id, .label = kind.label, .value = words_of(kind, value), .known = value != nullptr};
  const auto evidence = engine.evidence.find(kind.id);
  if (evidence != engine.evidence.end()) add_evidence(fact, knowledge, evidence->second);
  return fact;
}

}  // namespace

FieldTable record_card_fields() { return card_rows; }

Result<RecordCard> record_card(const knowledge::Knowledge& knowledge, const RecordCardInput& input) {
  const knowledge::Engine* engine = knowledge.engine(input.id);
  if (engine == nullptr) return no_record(knowledge, input.id);
  const knowledge::Category* category = knowledge.category(engine->category);
  RecordCard card;
  card.id = engine->id;
  card.name = engine->name;
  card.category = engine->category;
  card.category_name = category == nullptr ? engine->category : category->name;
  card.record = record_words(knowledge, *engine);
  card.summary = engine->summary;
  card.best_for = engine->best_for;
  card.not_for = engine->not_for;
  card.backed = !engine->evidence.empty();
  for (const knowledge::TraitKind& kind : knowledge.traits)
    if (kind.of.empty() || kind.of == name_of(engine->record)) card.facts.push_back(fact_of(knowledge, *engine, kind));
  return card;
}

Table record_facts_table(const RecordCard& card) {
  Table table{.caption = "Facts about " + card.name,
              .columns = {{"Fact"}, {"Value"}, {"What exactly"}, {"How sure"}, {"Source"}, {"Address"}, {"Read"}},
              .rows = {}};
  for (const RecordFact& fact : card.facts)
    table.rows.push_back(
        {fact.label, fact.value, fact.note, fact.kind, fact.source_title, fact.source_address, fact.read});
  return table;
}

}  // namespace storewright::report

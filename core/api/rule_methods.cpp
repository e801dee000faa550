#include "core/api/groups.h"
#include "core/api/method.h"
#include "core/knowledge/member_reader.h"
#include "core/report/record_compare.h"
#include "core/report/rule_words.h"
#include "core/selection/rule_reach.h"

namespace storewright::api {
namespace {

using knowledge::built_in;
using knowledge::built_in_reference;
using knowledge::Rule;

Result<std::vector<const Rule*>> list_rules(const report::RuleQuery& query) {
  return report::select_rules(built_in(), built_in_reference(), query);
}

void write_rule(JsonWriter& out, const Rule& rule) {
  const knowledge::Source* source = built_in().source(rule.source);
  out.begin_object()
      .member("id", rule.id)
      .member("step", report::step_id(rule.step))
      .member("effect", report::effect_id(rule.effect))
      .member("sentence", report::rule_sentence(rule, built_in_reference()))
      .member("because", report::general_reason(rule))
      .member("source", rule.source)
      .member("source_title", source ? source->title : std::string())
      .member("kind", knowledge::fact_kind_names()[static_cast<std::size_t>(rule.kind)])
      .key("meets")
      .begin_array();
  for (const std::string& id : selection::records_met(rule, selection::built_in_rulebook())) out.text(id);
  out.end_array().end_object();
}

void write_rules(JsonWriter& out, const report::RuleQuery&, const std::vector<const Rule*>& rules) {
  out.begin_object()
      .member("count", static_cast<std::int64_t>(rules.size()))
      .member("of", static_cast<std::int64_t>(built_in().rules.size()))
      .member("says", report::rule_count_sentence(rules.size(), built_in().rules.size()))
      .key("rules")
      .begin_array();
  for (const Rule* rule : rules) write_rule(out, *rule);
  out.end_array().end_object();
}

Result<report::Comparison> compare(const report::CompareInput& input) {
  return report::compare_records(built_in(), input);
}

void write_comparison(JsonWriter& out, const report::CompareInput&, const report::Comparison& comparison) {
  out.begin_object().key("records").begin_array();
  for (const report::RecordCard& card : comparison.cards)
    out.begin_object()
        .member("id", card.id)
        .member("name", card.name)
        .member("category", card.category)
        .member("record", card.record)
        .end_object();
  out.end_array().key("facts").begin_array();
  for (const report::ComparedTrait& trait : comparison.traits) {
    out.begin_object().member("trait", trait.trait).member("label", trait.label).member("differs", trait.differs);
    out.key("values").begin_array();
    for (const std::string& value : trait.values) out.text(value);
    out.end_array().end_object();
  }
  out.end_array().member("differing", comparison.differing).member("says", comparison.says).end_object();
}

}  // namespace

std::vector<Method> rule_methods() {
  return {
      method<"reference.rules", report::rule_query_fields, list_rules, write_rules>(
          "The rules in words, with their source and the records that each meets."),
      method<"reference.compare", report::compare_fields, compare, write_comparison>(
          "Two or three records side by side, with the facts in which they differ."),
  };
}

}  // namespace storewright::api

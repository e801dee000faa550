// A rule of the catalogue as a sentence, made from its data: "When a wrong value costs money, only a store with … stays."
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/fields.h"
#include "core/knowledge/reference.h"

namespace storewright::report {

/// "a wrong value costs money and you do not search in text"; "" where it always holds.
std::string condition_words(const knowledge::Condition& condition, const knowledge::Reference& reference);

/// "a store with transactions over several rows and without an LSM tree"; "a store" where it describes every one.
std::string subject_words(const knowledge::Condition& subject, const knowledge::Reference& reference);

/// The whole rule: when, whom, and what happens.
std::string rule_sentence(const knowledge::Rule& rule, const knowledge::Reference& reference);

/// The reason that the rule gives, without an engine and a profile to fill in: "the store", "that many".
std::string general_reason(const knowledge::Rule& rule);

enum class RuleStep { consistency, read_write_ratio, data_model, scale, operations };
enum class RuleEffect { reject, require, prefer, add, host, warn, trigger, extend, limit, key, mistake, undo };

/// Which rules to show; all of them unless it says otherwise.
struct RuleQuery {
  std::string filter;                  // words that must all stand in the sentence, the reason or the id, in any case
  std::optional<RuleStep> step;
  std::optional<RuleEffect> effect;

  bool operator==(const RuleQuery&) const = default;
};

FieldTable rule_query_fields();

/// The rules that the query keeps, in the order in which they are asked.
std::vector<const knowledge::Rule*> select_rules(const knowledge::Knowledge& knowledge,
                                                 const knowledge::Reference& reference, const RuleQuery& query);

/// The five steps in words and as ids, in order.
std::string_view step_words(knowledge::Step step);
std::string_view step_id(knowledge::Step step);
/// "Rules out", "Demands", "Prefers", "Adds a store" and so on; and the id.
std::string_view effect_words(knowledge::Effect effect);
std::string_view effect_id(knowledge::Effect effect);

/// "All 126 rules.", "5 of 126 rules."
std::string rule_count_sentence(std::size_t shown, std::size_t all);

}  // namespace storewright::report

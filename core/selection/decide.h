// What the rules decide for a profile, without a word of why: who is out, who is open, how the others score.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/selection/rulebook.h"
#include "core/selection/weights.h"

namespace storewright::selection {

/// How well a survivor suits, by step and in all. Per step: the strengths of the active preferences that it meets over
/// those of all active ones; a step without an active preference counts for nobody. In all: the weighted mean.
struct Score {
  std::array<double, knowledge::step_count> by_step = {};  // 0 to 1
  double total = 0;                                        // 0 to 1
};

/// Verdicts and scores. `recommend` says the same with reasons; searches and samples need no more than this.
struct Decision {
  std::vector<Truth> leaves;                            // what each leaf of the rulebook says
  std::vector<Truth> active;                            // of each rule: does its condition hold?
  RecordSet rejected;                                   // by a hard rule whose condition holds
  RecordSet open;                                       // a hard rule whose condition is unknown might still reject it
  std::array<bool, knowledge::step_count> counts = {};  // the steps that have an active preference
  std::vector<Score> scores;                            // of each record, as if it had survived
  std::uint64_t stated_model = 0;                       // the bit of the data model that the profile states
  int winner = -1;                                      // the engine that `comes_first`; -1 when none survives
};

/// Which conditions to look at: all, or only those of hard rules and preferences, which a search needs; the others then
/// count as not active.
enum class Scope { all_rules, deciding_rules };

Decision decide(const Rulebook& rulebook, const Facts& facts, const NamedRecords& named, const Weights& weights,
                Scope scope = Scope::all_rules);

/// The same from the profile, for a search: derives, reads its weights, decides.
Decision decide(const Rulebook& rulebook, const Profile& profile);

/// What the facts of a profile are, derived ones included.
Facts all_facts(const Profile& profile);

/// Does this record stand in the ranking: an engine that no rule rejects?
bool ranked(const Rulebook& rulebook, const Decision& decision, std::size_t record);

/// Does record `a` stand before `b`: by a higher score; at the same one by being of the data model that was stated, then
/// by being kept rather than undecided, then by the rulebook's places. No two records tie.
bool comes_first(const Rulebook& rulebook, const Decision& decision, std::size_t a, double score_a, std::size_t b,
                 double score_b);

/// The engine that would come first with other weights; -1 when none survives.
int winner_with(const Rulebook& rulebook, const Decision& decision, const Weights& weights);

/// The weighted mean of the steps that count; 0 when none does.
double weighted(const std::array<double, knowledge::step_count>& by_step,
                const std::array<bool, knowledge::step_count>& counts, const Weights& weights);

}  // namespace storewright::selection

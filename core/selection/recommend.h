// Which store for this workload: a verdict for every engine, a ranking of the survivors, and why.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/knowledge/knowledge.h"
#include "core/selection/derive.h"
#include "core/selection/profile.h"

namespace storewright::selection {

using knowledge::Step;

enum class Verdict { kept, undecided, rejected };

/// Why a rule speaks about an engine. An answer has hundreds of them, so ids are not copied: they are those of the
/// knowledge, which has to live as long as the answer.
struct Reason {
  std::string_view rule;             // id
  Step step = Step::consistency;
  std::string because;               // filled in: a sentence for the screen
  std::string_view source;           // id
};

struct EngineVerdict {
  std::string engine;
  std::string category;
  Verdict verdict = Verdict::kept;
  std::vector<Reason> rejections;    // every hard rule that rejects it, in step order; the first decides
  std::vector<Reason> open;          // hard rules that an unknown field could still decide against it
  std::vector<Reason> preferences;   // what speaks for it
  std::vector<std::string> unknowns; // the fields that would decide it
};

struct RankedEngine {
  std::string engine;
  std::string category;
  double score = 0;                                          // 0 to 1
  std::array<double, knowledge::step_count> by_step = {};    // preference per step, 0 to 1
};

struct Alternative {
  std::string engine;
  double score = 0;
};

struct Primary {
  std::string engine;
  std::string category;
  std::string run_as;                        // "plain", "service" or "with_extension"
  std::string run_as_record;                 // id of the service or extension, "" for plain
  std::optional<Reason> run_as_because;      // why this service and not another, where a rule says so
  std::vector<Alternative> alternatives;     // of the same category within 10 %
};

struct Addon {
  std::string engine;
  std::string role;
  std::string feed;
  std::string window;
  std::string rule;
  std::string because;
  std::string_view reason;                   // "access_patterns", "missing_capability" or "consistency": there are no others
};

/// A second store that the rules ask for and that the team could not look after as well.
struct LeftOut {
  std::string engine;
  std::string role;
  std::string_view rule;                     // the one that asks for it
  std::string because;                       // why it was left out
  std::string_view instead;                  // what does the work until then
};

/// Up to where an extension was seen to suffice.
struct ExtensionLimit {
  double amount = 0;
  std::string_view unit;                     // "embeddings", "GB a day"
  std::string_view figure;                   // in words: "embeddings searched under 100 ms"
  std::optional<Range> now;                  // what the profile says of that figure
  std::string because;                       // what happens there
  std::string_view as_of;                    // "early 2025": thresholds age, so each has a date
  std::string_view rule;
  std::string_view source;                   // id
};

/// An extension that the primary needs for what was asked.
struct ExtensionUse {
  std::string id;
  std::string because;                       // what it is needed for
  std::string_view rule;                     // the one that only the extension meets
  std::vector<ExtensionLimit> limits;        // in the order of the rules; empty when nobody published one
  std::string service;                       // the service to rent the primary from, "" when none is meant
  std::optional<bool> offered;               // by that service; absent without one or when not recorded; false also when
                                             // it can be had nowhere that the profile allows
  std::string hosting_note;                  // one sentence, "" when there is nothing to say
};

/// By what to spread the rows over nodes.
struct KeyAdvice {
  std::string_view key;                      // "the tenant's id"
  std::string because;
  std::string_view avoid;                    // one sentence
  std::string_view rule;
  std::string_view source;
};

/// A mistake that the profile shows.
struct Mistake {
  std::string_view rule;
  std::string_view title;
  std::string because;                       // why people make it, and where it shows here
  std::string_view impact;
  std::string fix;
  std::string_view source;
};

/// When to look again: a figure that can be read somewhere, and the value at which the answer is due.
struct Trigger {
  std::string_view rule;
  Step step = Step::consistency;
  std::string because;
  std::string_view source;
  std::string_view figure;                   // in words: "writes a second at peak"
  double threshold = 0;
  std::string_view unit;
  std::string_view read_at;                  // where to read it: "pg_stat_database, xact_commit over a minute"
  std::optional<Range> now;                  // what the profile says of it
};

/// How to undo the choice.
struct WayBack {
  std::string because;                       // one sentence
  std::string_view rule;
  std::string_view source;
};

/// When the choice in use is due to be looked at again.
struct Review {
  std::string chosen;                        // ISO date, from `existing.since`
  std::string due;                           // six months later
  bool overdue = false;                      // it was due before the catalogue's own date
};

/// How to run it, and the rule that says so.
struct HostingAdvice {
  std::string answer;                        // "managed", "self_hosted", "either"
  std::string because;
  std::string rule;
};

/// The way from the store that stands there today.
struct Migration {
  std::string from;                          // id of the matched engine, service or extension
  std::string to;                            // the primary
  bool needed = false;                       // false: it is the primary already
  std::string note;                          // one sentence
};

/// A field that nobody answered, and what it would decide.
struct Unknown {
  std::string field;
  std::vector<std::string> rules;
  std::vector<std::string> engines;          // whose verdict or rank depends on it
};

/// How far each step narrowed the field: the path of elimination on the page.
struct StepSummary {
  Step step = Step::consistency;
  int rejected_here = 0;                     // engines whose first rejection is in this step
  int left = 0;                              // survivors after it (kept and undecided)
  bool answered = false;                     // the profile says what this step asks
  bool decided = false;                      // the winner is already alone in its lead; later steps only break ties
  std::string finding;                       // one sentence: what the profile says about this step
};

struct Recommendation {
  std::vector<EngineVerdict> verdicts;       // one for each record, in id order
  std::vector<RankedEngine> ranking;         // survivors that are engines, best first, see `comes_first`
  bool clear_winner = false;
  double margin = 0;                         // (s1 - s2) / s1 of the best engines of the two best categories
  std::optional<Primary> primary;            // absent when nothing survives
  std::vector<Addon> addons;
  std::vector<LeftOut> left_out;             // add-ons beyond what the team can look after
  std::vector<ExtensionUse> extensions;      // of the primary; the first that can be had is `run_as_record`
  Derived derived;
  Plan plan;                                 // the load that the choice was made for
  std::optional<HostingAdvice> hosting;
  std::optional<Range> holds_months;         // until the first limit of the present tier is crossed
  std::string holds_because;
  std::vector<Reason> warnings;
  std::vector<Trigger> triggers;
  std::vector<Mistake> mistakes;
  std::optional<KeyAdvice> key_advice;       // absent when one node holds everything
  std::optional<WayBack> way_back;
  std::optional<Review> review;              // absent when nobody said since when the store is in use
  std::vector<Unknown> unknowns;
  std::optional<Migration> migration;        // absent unless an existing store was named and matched
  std::vector<StepSummary> steps;            // five, in order
};

struct Rulebook;

/// Runs every rule over every engine. Never fails: a contradiction is an answer without a primary.
Recommendation recommend(const Profile& profile, const Rulebook& rulebook);

/// The same for who asks once: compiles the rules first, unless they are those that are built in.
Recommendation recommend(const Profile& profile, const knowledge::Knowledge& knowledge);

/// Members that another part of the core adds to an object of the answer.
struct MoreMembers {
  const void* context = nullptr;
  void (*write)(JsonWriter& writer, const void* context) = nullptr;
};

/// The answer of the API method `recommend`. What is known about a move stands in `migration` with `of_migration`.
void write_recommendation(JsonWriter& writer, const Recommendation& answer, const knowledge::Knowledge& knowledge,
                          const MoreMembers& of_migration = {});

/// The first sentences of the answer in plain words, for the page, messages and exports.
std::string answer_sentence(const Recommendation& answer, const knowledge::Knowledge& knowledge);

}  // namespace storewright::selection

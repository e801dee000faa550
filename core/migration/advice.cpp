#include "core/migration/advice.h"

#include "core/base/text.h"

namespace storewright::migration {
namespace {

using selection::EngineVerdict;
using selection::Verdict;

constexpr double gigabytes_per_terabyte = 1000;

const EngineVerdict* verdict_of(const selection::Recommendation& answer, std::string_view engine) {
  for (const EngineVerdict& verdict : answer.verdicts)
    if (verdict.engine == engine) return &verdict;
  return nullptr;
}

// What no step on the store can give it. A store that is only too small has steps.
const selection::Reason* lacking(const EngineVerdict* verdict) {
  if (!verdict || verdict->verdict != Verdict::rejected) return nullptr;
  for (const selection::Reason& reason : verdict->rejections)
    if (reason.step != selection::Step::scale) return &reason;
  return nullptr;
}

std::vector<std::string> why_ids(const MigrationAdvice& advice) {
  std::vector<std::string> ids;
  for (const GivenReason& given : advice.reasons.sound) ids.push_back(given.reason->id);
  for (const Finding& finding : advice.symptoms.found) ids.push_back(finding.symptom->id);
  return ids;
}

// A row that leads to the answer is shown whatever its reason; one that leads beside it, or stays on the engine, only for a
// reason of its own.
bool leads(const Path& path, const std::string& from, const std::string& to, bool fits) {
  if (path.same_engine) return fits && from == to;
  if (!contains(path.from.engines, from)) return false;
  const bool to_answer = contains(path.to.engines, to);
  return (to_answer && from != to) || (fits && (path.beside || to_answer || contains(path.to.engines, from)));
}

void choose_path(MigrationAdvice& advice, const Tables& tables, const std::string& from, const std::string& to) {
  const std::vector<std::string> ids = why_ids(advice);
  for (const Path& path : tables.paths) {
    const Truth fits = why_fits(path, ids);
    if (!leads(path, from, to, fits == Truth::yes)) continue;
    if (advice.path && (fits != Truth::yes || advice.path_fits == Truth::yes)) continue;
    advice.path = &path;
    advice.path_fits = fits;
  }
}

// A store that runs is taken as written to: nobody asks how to move one that stands still.
MoveInput move_of(const selection::Profile& profile, const Tables& tables, const std::string& from, const Path* path) {
  MoveInput input;
  input.live = true;
  if (profile.data_size_gb) {
    const Range& size = *profile.data_size_gb;
    input.size_tb = Range{size.low / gigabytes_per_terabyte, size.mid / gigabytes_per_terabyte,
                          size.high / gigabytes_per_terabyte};
  }
  for (const Capture& capture : tables.capture)
    if (capture.engine == from) input.capture = true;
  if (path) input.pattern = path->pattern;
  return input;
}

std::string first_sentence(const MigrationAdvice& advice, const std::string& store) {
  if (advice.must_leave) return "No step on " + store + " helps: " + advice.must_leave_because;
  if (advice.ladder.steps.empty()) {
    if (advice.ladder.used_up.empty()) return "Nothing is known here about steps on " + store + ".";
    return "The steps on " + store + " are used up.";
  }
  const NextStep& step = *advice.ladder.steps.front().step;
  const std::string of = advice.ladder.steps.front().helps.empty() ? "" : " (" + advice.ladder.steps.front().helps.front()->label + ")";
  return "Next on " + store + of + ": " + step.title + ". " + step.does;
}

std::string why_not_yet(const MigrationAdvice& advice, const selection::Migration& migration, const std::string& store) {
  if (advice.reasons.stop == Truth::yes) return advice.reasons.headline;
  if (!migration.needed || advice.must_leave) return "";
  if (advice.ladder.steps.empty()) return "";
  const std::size_t left = advice.ladder.steps.size();
  const std::string steps = left == 1 ? "One step is" : std::to_string(left) + " steps are";
  if (advice.ladder.near_limits == Truth::yes)
    return steps + " left on " + store + ". Each changes less than a move, which rewrites queries, copies every record and has to be rehearsed.";
  if (advice.ladder.near_limits == Truth::no)
    return "Nothing you measured shows " + store + " at a limit, and a move would not make that better.";
  return "Nothing you said shows " + store + " at a limit yet. Measure first: a move is paid for whether it helps or not.";
}

std::vector<std::string> steps_of(const MigrationAdvice& advice) {
  std::vector<std::string> steps;
  if (advice.path) {
    for (const PathStep& step : advice.path->steps) steps.push_back(step.text);
  } else if (advice.move.pattern) {
    steps = advice.move.pattern->steps;
  }
  return steps;
}

}  // namespace

MigrationAdvice advise(const selection::Profile& profile, const selection::Recommendation& answer,
                       const knowledge::Knowledge& knowledge, const Tables& tables) {
  const Situation situation = situation_of(profile, knowledge);
  MigrationAdvice advice;
  advice.symptoms = find_symptoms(tables, situation);
  advice.reasons = judge_reasons(tables, situation.reasons, situation, !advice.symptoms.found.empty());
  advice.ladder = next_steps(tables, situation, advice.symptoms);
  if (!situation.engine || !answer.migration) return advice;

  const selection::Migration& migration = *answer.migration;
  if (const selection::Reason* lacks = migration.needed ? lacking(verdict_of(answer, migration.from)) : nullptr) {
    advice.must_leave = true;
    advice.must_leave_because = lacks->because;
  }
  advice.first = first_sentence(advice, situation.engine->name);
  advice.why_not_yet = why_not_yet(advice, migration, situation.engine->name);
  choose_path(advice, tables, situation.engine->id, migration.to);
  if (migration.needed || advice.path) {
    const auto move = plan_move(move_of(profile, tables, situation.engine->id, advice.path), tables);
    if (move) advice.move = *move;
  }
  advice.steps = steps_of(advice);
  return advice;
}

}  // namespace storewright::migration

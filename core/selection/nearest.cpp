#include "core/selection/nearest.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/selection/evaluation.h"

namespace storewright::selection {
namespace {

const Profile& empty_profile() {
  static const Profile empty;
  return empty;
}

std::string link_text(const Field& field, const Profile& profile) {
  return field_text(field, &profile, &empty_profile());
}

std::vector<Change> changes_between(const Profile& before, const Profile& after) {
  std::vector<Change> changes;
  for (const Field& field : profile_fields()) {
    Change change{&field, link_text(field, before), link_text(field, after), value_words(field, before),
                  value_words(field, after)};
    if (change.from != change.to) changes.push_back(std::move(change));
  }
  return changes;
}

NearestProfile nearest_after(const Path& path, const Profile& profile, const Rulebook& rulebook) {
  NearestProfile nearest{.changes = {}, .profile = profile_after(profile, path.moves), .winner = {}, .says = {}};
  nearest.changes = changes_between(profile, nearest.profile);
  nearest.winner = winner_of(decide(rulebook, nearest.profile), rulebook);
  std::vector<std::string> words;
  for (const Change& change : nearest.changes)
    words.push_back(change_words(*change.field, change.from_words, change.to_words, !change.from.empty()));
  nearest.says = "Answer " + sentence_list(words) + ", and " + winner_words(nearest.winner, rulebook) + " comes first.";
  return nearest;
}

std::vector<Reason> lacks_of(const Profile& profile, const Rulebook& rulebook, const knowledge::Engine& engine) {
  std::vector<Reason> lacks;
  const Evaluation evaluation = evaluate_rules(profile, rulebook);
  for (std::size_t i = 0; i < rulebook.rules.size(); ++i)
    if (is_hard(rulebook.knowledge.rules[i]) && evaluation.decision.active[i] == Truth::yes &&
        rejects(evaluation, i, engine))
      lacks.push_back(reason_of(evaluation, rulebook.knowledge.rules[i], engine.name));
  return lacks;
}

std::string target_sentence(const TargetAnswer& answer, const knowledge::Engine& engine) {
  if (answer.wins) return engine.name + " comes first already.";
  std::string says;
  if (!answer.lacks.empty())
    says = engine.name + " is out: " + answer.lacks.front().because;
  else
    says = engine.name + " meets your answers, but others suit them better.";
  if (answer.nearest) return says + " " + answer.nearest->says;
  return says + " Nothing within " + display_number(most_changes, 0) +
         " other answers brings it to the first place: that would be another workload.";
}

// --- contradictions

bool consistent(const Profile& profile, const Rulebook& rulebook) { return decide(rulebook, profile).winner >= 0; }

Profile without(const Field& field, Profile profile) {
  read_field_text("", field, &profile);
  return profile;
}

// Drops every answer that the contradiction does not need, whole fields first, then single entries of a list.
Profile core_of(const Profile& profile, const Rulebook& rulebook) {
  Profile core = profile;
  for (const Field* field : movable_fields(profile)) {
    Profile less = without(*field, core);
    if (!consistent(less, rulebook)) core = std::move(less);
  }
  for (const Field* field : movable_fields(profile)) {
    if (field->kind != FieldKind::choices) continue;
    const auto& now = *static_cast<const std::uint32_t*>(field->member(&core));
    for (int i = 0; i < static_cast<int>(field->options.size()); ++i) {
      const std::uint32_t bit = std::uint32_t{1} << i;
      if ((now & bit) == 0 || now == bit) continue;
      Profile less = core;
      apply({.field = field, .choice = i}, less);
      if (!consistent(less, rulebook)) core = std::move(less);
    }
  }
  return core;
}

std::string contradiction_sentence(const Contradiction& contradiction) {
  std::vector<std::string> answers;
  for (const Change& answer : contradiction.answers)
    answers.push_back("\"" + answer.from_words + "\" for \"" + std::string(answer.field->label) + "\"");
  if (answers.size() == 1) return "No store in the catalogue meets this answer: " + answers.front() + ".";
  return "These answers contradict each other: " + sentence_list(answers) +
         ". No store meets all of them; leave one out and some do.";
}

const knowledge::Engine& engine_behind(const knowledge::Knowledge& knowledge, const knowledge::Engine& target) {
  const knowledge::Engine* behind =
      target.record == knowledge::RecordKind::engine ? &target : knowledge.engine(target.host);
  return behind ? *behind : target;
}

Wish wish_for(const knowledge::Knowledge& knowledge, const knowledge::Engine& engine) {
  return {static_cast<int>(&engine - knowledge.engines.data())};
}

}  // namespace

TargetSearch::TargetSearch(const Profile& profile, const Rulebook& rulebook, const knowledge::Engine& target)
    : profile_(profile),
      rulebook_(rulebook),
      engine_(engine_behind(rulebook.knowledge, target)),
      wins_(decide(rulebook, profile).winner == wish_for(rulebook.knowledge, engine_).record),
      path_(profile, rulebook, wish_for(rulebook.knowledge, engine_), most_changes) {}

bool TargetSearch::work(int decisions) { return wins_ || path_.work(decisions); }

TargetAnswer TargetSearch::answer() const {
  TargetAnswer answer{.engine = engine_.id, .wins = wins_, .lacks = {}, .nearest = {}, .says = {}};
  if (!wins_) {
    answer.lacks = lacks_of(profile_, rulebook_, engine_);
    if (path_.shortest()) answer.nearest = nearest_after(*path_.shortest(), profile_, rulebook_);
  }
  answer.says = target_sentence(answer, engine_);
  return answer;
}

TargetAnswer find_target(const Profile& profile, const Rulebook& rulebook, const knowledge::Engine& target) {
  TargetSearch search(profile, rulebook, target);
  search.work(all_decisions);
  return search.answer();
}

ContradictionSearch::ContradictionSearch(const Profile& profile, const Rulebook& rulebook)
    : profile_(profile), rulebook_(rulebook), path_(profile, rulebook, {}, most_changes) {}

Contradiction ContradictionSearch::answer() const {
  Contradiction contradiction;
  const std::vector<const Field*> read = movable_fields(profile_);
  for (Change& answer : changes_between(core_of(profile_, rulebook_), empty_profile())) {
    if (std::find(read.begin(), read.end(), answer.field) == read.end()) continue;
    answer.to.clear();
    answer.to_words.clear();
    contradiction.answers.push_back(std::move(answer));
  }
  std::vector<Path> ways = path_.single_moves();
  if (ways.empty() && path_.shortest()) ways.push_back(*path_.shortest());
  std::vector<const Field*> offered;
  for (const Path& way : ways) {
    const Field* field = way.moves.front().field;
    if (contradiction.nearest.size() == most_offers) break;
    if (std::find(offered.begin(), offered.end(), field) != offered.end()) continue;
    offered.push_back(field);
    contradiction.nearest.push_back(nearest_after(way, profile_, rulebook_));
  }
  contradiction.says = contradiction_sentence(contradiction);
  if (!contradiction.nearest.empty()) contradiction.says += " " + contradiction.nearest.front().says;
  return contradiction;
}

std::optional<Contradiction> find_contradiction(const Profile& profile, const Rulebook& rulebook) {
  if (consistent(profile, rulebook)) return std::nullopt;
  ContradictionSearch search(profile, rulebook);
  search.work(all_decisions);
  return search.answer();
}

}  // namespace storewright::selection

#include "core/selection/reach.h"

#include <algorithm>

#include "core/knowledge/satisfiable.h"
#include "core/selection/decide.h"
#include "core/selection/profile_search.h"
#include "core/selection/ranking.h"
#include "core/selection/worlds.h"

namespace storewright::selection {
namespace {

using knowledge::Condition;
using knowledge::Effect;
using knowledge::Engine;
using knowledge::RecordKind;
using knowledge::Rule;

bool of_everything(const Condition& subject) { return subject.op == Condition::Op::all && subject.parts.empty(); }

bool meets_nobody(const Rulebook& rulebook, std::size_t index) {
  const std::vector<RecordSet>& met = rulebook.rules[index].subject.met;
  const RecordSet none(rulebook.knowledge.engines.size());
  return std::all_of(met.begin(), met.end(), [&](const RecordSet& records) { return records == none; });
}

/// A requirement is there for those it puts out, everything else for those it describes.
bool concerns_nobody(const Rulebook& rulebook, std::size_t index) {
  const Rule& rule = rulebook.knowledge.rules[index];
  if (of_everything(rule.subject) || rulebook.rules[index].subject.reads_profile) return false;
  if (is_hard(rule)) return rulebook.rules[index].struck == RecordSet(rulebook.knowledge.engines.size());
  return meets_nobody(rulebook, index);
}

void check_rules(const Rulebook& rulebook, Problems& problems) {
  const std::vector<Rule>& rules = rulebook.knowledge.rules;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string where = "/rules/" + rules[i].id;
    if (!knowledge::can_hold(rules[i].when))
      problems.push_back(
          {1440, where + "/when", "No profile can make this condition true: its parts contradict each other."});
    if (!of_everything(rules[i].subject) && concerns_nobody(rulebook, i))
      problems.push_back({1441, where + "/subject",
                          is_hard(rules[i]) ? "This rule puts no record of the catalogue out."
                                            : "No record of the catalogue is what this subject describes."});
  }
}

void check_hosts(const knowledge::Knowledge& knowledge, Problems& problems) {
  for (const Engine& engine : knowledge.engines) {
    const Engine* at = &engine;
    std::size_t steps = 0;
    while (at && !at->host.empty() && steps <= knowledge.engines.size()) {
      at = knowledge.engine(at->host);
      ++steps;
    }
    if (steps > knowledge.engines.size())
      problems.push_back(
          {1443, "/engines/" + engine.id + "/host", "Following the hosts from here leads back to here."});
  }
}

// The winner, and the engines of its category within the margin.
void mark_near(const Rulebook& rulebook, const Profile& profile, RecordSet& reached) {
  const Decision decision = decide(rulebook, profile);
  if (decision.winner < 0) return;
  const auto first = static_cast<std::size_t>(decision.winner);
  const std::vector<Engine>& engines = rulebook.knowledge.engines;
  for (std::size_t i = 0; i < engines.size(); ++i)
    if (ranked(rulebook, decision, i) && engines[i].category == engines[first].category &&
        decision.scores[i].total >= decision.scores[first].total * (1 - clear_margin))
      reached.add(i);
}

void check_engines(const Rulebook& rulebook, Problems& problems) {
  const std::vector<Engine>& engines = rulebook.knowledge.engines;
  RecordSet reached(engines.size());
  mark_near(rulebook, {}, reached);
  Worlds worlds(rulebook, {}, Open::ranges_and_unknowns, 1);
  worlds.draw(worlds_tried);
  for (int world = 0; world < worlds.drawn(); ++world)
    if (worlds.winner(world) >= 0) reached.add(static_cast<std::size_t>(worlds.winner(world)));
  for (std::size_t i = 0; i < rulebook.rules.size(); ++i)
    if (rulebook.knowledge.rules[i].effect == Effect::add) reached |= rulebook.rules[i].subject.met[0];
  for (std::size_t i = 0; i < engines.size(); ++i) {
    if (engines[i].record != RecordKind::engine || reached.has(i)) continue;
    // Named by the team and of its own shape: what brings a record forward if anything does.
    Profile named;
    named.experience = {engines[i].id};
    if (shortest_path_to(named, rulebook, {static_cast<int>(i)}, 4)) continue;
    problems.push_back(
        {1442, "/engines/" + engines[i].id, "No profile that was tried leads to " + engines[i].name + "."});
  }
}

}  // namespace

Problems check_reach(const Rulebook& rulebook) {
  Problems problems;
  check_hosts(rulebook.knowledge, problems);
  check_rules(rulebook, problems);
  check_engines(rulebook, problems);
  return problems;
}

}  // namespace storewright::selection

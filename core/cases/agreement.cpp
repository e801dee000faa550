#include "core/cases/agreement.h"

#include <algorithm>

namespace storewright::cases {
namespace {

using selection::Addon;
using selection::EngineVerdict;
using selection::Recommendation;

std::string name_of(const knowledge::Knowledge& knowledge, std::string_view id) {
  const knowledge::Engine* engine = knowledge.engine(id);
  return engine ? engine->name : std::string(id);
}

const EngineVerdict* verdict_of(const Recommendation& answer, std::string_view engine) {
  for (const EngineVerdict& verdict : answer.verdicts)
    if (verdict.engine == engine) return &verdict;
  return nullptr;
}

const Addon* addon_of(const Recommendation& answer, std::string_view engine) {
  for (const Addon& addon : answer.addons)
    if (addon.engine == engine) return &addon;
  return nullptr;
}

const selection::Reason* reason_for(const Recommendation& answer, std::string_view engine) {
  const EngineVerdict* verdict = verdict_of(answer, engine);
  return verdict && !verdict->preferences.empty() ? &verdict->preferences.front() : nullptr;
}

// A sentence that goes on after a colon, with the rule it comes from.
std::string because(const std::string& words, std::string_view rule) {
  std::string out = ": " + words;
  if (!rule.empty()) {
    out += " (rule ";
    out += rule;
    out += ")";
  }
  return out;
}

Agreement main_store(const std::string& engine, const Recommendation& answer, const knowledge::Knowledge& knowledge) {
  Agreement agreement{.engine = engine};
  const std::string own = name_of(knowledge, engine);
  if (!answer.primary) {
    agreement.accord = Accord::only_case;
    agreement.sentence = own + " is the main store of the case; for this profile no store meets every rule.";
    return agreement;
  }
  if (answer.primary->engine == engine) {
    const selection::Reason* reason = reason_for(answer, engine);
    if (reason) agreement.rule = reason->rule;
    agreement.sentence = "Same main store, " + own + (reason ? because(reason->because, reason->rule) : ".");
    return agreement;
  }
  agreement.accord = Accord::other;
  agreement.instead = answer.primary->engine;
  agreement.sentence =
      "Another main store, " + name_of(knowledge, answer.primary->engine) + " instead of " + own;
  const EngineVerdict* verdict = verdict_of(answer, engine);
  const bool rejected = verdict && !verdict->rejections.empty();
  const selection::Reason* reason = rejected ? &verdict->rejections.front() : reason_for(answer, answer.primary->engine);
  if (reason) agreement.rule = reason->rule;
  agreement.sentence += reason ? because(reason->because, reason->rule) : ".";
  return agreement;
}

Agreement second_store(const Node& node, const Recommendation& answer, const knowledge::Knowledge& knowledge) {
  Agreement agreement{.engine = node.engine, .rule = node.rule};
  const std::string own = name_of(knowledge, node.engine);
  if (answer.primary && answer.primary->engine == node.engine) {
    agreement.sentence = own + " is the main store of the recommendation as well.";
  } else if (const Addon* addon = addon_of(answer, node.engine)) {
    agreement.rule = addon->rule;
    agreement.sentence = "Same second store, " + own + " as " + addon->role + because(addon->because, addon->rule);
  } else {
    agreement.accord = Accord::only_case;
    agreement.sentence = "Only the case runs " + own + " (" + node.holds + ")";
    agreement.sentence += node.rule.empty() ? "; no rule asks for it here."
                                            : "; of rule " + node.rule + ": " + node.rule_says + ".";
  }
  return agreement;
}

}  // namespace

std::vector<std::string> technologies_of(const Part& part) {
  std::vector<std::string> names;
  const auto count = [&](const Node& node) {
    if (!node.technology.empty() && std::find(names.begin(), names.end(), node.technology) == names.end())
      names.push_back(node.technology);
  };
  for (const Node& node : part.nodes)
    if (node.kind == NodeKind::main) count(node);
  for (const Node& node : part.nodes) count(node);
  return names;
}

std::vector<Agreement> compare_with_case(const Part& part, const Recommendation& answer,
                                         const knowledge::Knowledge& knowledge) {
  std::vector<Agreement> all;
  const auto seen = [&](std::string_view engine) {
    return std::any_of(all.begin(), all.end(), [&](const Agreement& one) { return one.engine == engine; });
  };
  for (const Node& node : part.nodes)
    if (node.kind == NodeKind::main && !seen(node.engine)) all.push_back(main_store(node.engine, answer, knowledge));
  for (const Node& node : part.nodes)
    if (!node.engine.empty() && !seen(node.engine)) all.push_back(second_store(node, answer, knowledge));
  for (const Addon& addon : answer.addons)
    if (!seen(addon.engine))
      all.push_back({Accord::only_answer, addon.engine, "", addon.rule,
                     "Only the recommendation adds " + name_of(knowledge, addon.engine) + " as " + addon.role +
                         because(addon.because, addon.rule)});
  return all;
}

}  // namespace storewright::cases

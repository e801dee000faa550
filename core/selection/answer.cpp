#include "core/base/text.h"
#include "core/selection/derive.h"
#include "core/selection/recommend.h"

namespace storewright::selection {
namespace {

std::string name_of(const knowledge::Knowledge& knowledge, std::string_view id) {
  const knowledge::Engine* engine = knowledge.engine(id);
  return engine ? engine->name : std::string(id);
}

std::string shown(const Range& range) {
  const int decimals = range.mid < 1 ? 4 : range.mid < 100 ? 1 : 0;
  return range.exact() ? display_number(range.mid, decimals)
                       : display_number(range.low, decimals) + " to " + display_number(range.high, decimals);
}

// "Your 900 writes a second fit on one machine; look again near 10,000."
std::string load_sentence(const Recommendation& answer) {
  const std::optional<int> tier = answer.derived.tier_12m ? answer.derived.tier_12m : answer.derived.tier;
  const std::optional<Range>& writes = answer.plan.writes_per_second;
  const std::optional<Range>& data = answer.plan.data_gb;
  if (!tier || (!writes && !data)) return {};
  const std::string what =
      writes ? shown(*writes) + (shown(*writes) == "1" ? " write a second" : " writes a second") : shown(*data) + " GB";
  const bool single = writes && shown(*writes) == "1";
  const std::string fit = single ? " fits" : " fit";
  const std::string when = answer.plan.from_growth ? " in 12 months" : "";
  const std::optional<TierLimits> limits = limits_of_tier(*tier);
  const std::string limit = !limits  ? ""
                            : writes ? display_number(limits->writes_per_second, 0)
                                     : display_number(limits->data_gb, 0) + " GB";
  switch (*tier) {
    case 1: return " Your " + what + when + fit + " on one machine; look again near " + limit + ".";
    case 2:
      return " Your " + what + when + fit + " on one machine for writes, with copies for reads; look again near " +
             limit + ".";
    case 3: return " Your " + what + when + (single ? " needs" : " need") + " several machines that share the data.";
    default:
      return " Your " + what + when + (single ? " needs" : " need") +
             " a store built for millions of operations a second.";
  }
}

std::string way_to_run(const Recommendation& answer, const knowledge::Knowledge& knowledge) {
  const Primary& primary = *answer.primary;
  std::string way;
  if (primary.run_as == "with_extension") way += " with " + name_of(knowledge, primary.run_as_record);
  if (answer.hosting && answer.hosting->answer == "managed") way += ", managed";
  if (answer.hosting && answer.hosting->answer == "self_hosted") way += ", on your own machines";
  return way;
}

std::string addon_sentence(const Recommendation& answer, const knowledge::Knowledge& knowledge) {
  std::vector<std::string> parts;
  for (const Addon& addon : answer.addons) parts.push_back(name_of(knowledge, addon.engine) + " as " + addon.role);
  return parts.empty() ? std::string() : " Beside it: " + sentence_list(parts) + ".";
}

std::string nothing_left(const Recommendation& answer, const knowledge::Knowledge& knowledge) {
  // The rule that most engines fall by first is the part of the contradiction that is easiest to act on.
  const EngineVerdict* example = nullptr;
  int most = 0;
  for (const EngineVerdict& verdict : answer.verdicts) {
    const knowledge::Engine* engine = knowledge.engine(verdict.engine);
    if (verdict.rejections.empty() || !engine || engine->record != knowledge::RecordKind::engine) continue;
    int count = 0;
    for (const EngineVerdict& other : answer.verdicts)
      count += !other.rejections.empty() && other.rejections.front().rule == verdict.rejections.front().rule;
    if (count > most) {
      most = count;
      example = &verdict;
    }
  }
  std::string sentence = "No store meets all your answers; they contradict each other.";
  if (example)
    sentence += " Most fall for one reason, for example " + name_of(knowledge, example->engine) + ": " +
                example->rejections.front().because;
  return sentence;
}

std::string no_clear_winner(const Recommendation& answer, const knowledge::Knowledge& knowledge) {
  const RankedEngine& first = answer.ranking.front();
  std::string sentence = "No clear winner yet: ";
  if (first.score <= 0)
    sentence += "nothing you said tells the " + display_number(static_cast<double>(answer.ranking.size()), 0) +
                " remaining stores apart.";
  else
    for (const RankedEngine& entry : answer.ranking)
      if (entry.category != first.category) {
        sentence += name_of(knowledge, first.engine) + " leads " + name_of(knowledge, entry.engine) + " by " +
                    display_percent(answer.margin) + ", less than the 10 % that would decide.";
        break;
      }
  if (!answer.unknowns.empty()) {
    const Field* field = find_field(profile_fields(), answer.unknowns.front().field);
    if (field) sentence += " Answer this next: \"" + std::string(field->label) + "\"";
  }
  return sentence;
}

}  // namespace

std::string answer_sentence(const Recommendation& answer, const knowledge::Knowledge& knowledge) {
  if (!answer.primary) return nothing_left(answer, knowledge);
  if (!answer.clear_winner)
    return no_clear_winner(answer, knowledge) +
           (answer.ranking.front().score > 0 ? load_sentence(answer) : std::string());
  return "Use " + name_of(knowledge, answer.primary->engine) + way_to_run(answer, knowledge) + "." +
         load_sentence(answer) + addon_sentence(answer, knowledge);
}

}  // namespace storewright::selection

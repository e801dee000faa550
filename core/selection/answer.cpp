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

// "1 write a second", "900 writes a second", "20,000 GB".
std::string words_of(const DecidingFigure& figure) {
  const std::string amount = shown(figure.amount);
  std::string unit(figure.unit);
  if (const std::size_t plural = unit.find("s a second"); amount == "1" && plural != unit.npos) unit.erase(plural, 1);
  return amount + " " + unit;
}

// "Your 900 writes a second fit on one machine; look again near 10,000."
std::string load_sentence(const Recommendation& answer) {
  const std::optional<DecidingFigure> figure = deciding_figure(answer.plan, answer.derived);
  if (!figure || !figure->tier) return {};
  const std::string load = " Your " + words_of(*figure) + (figure->in_12_months ? " in 12 months" : "");
  const bool single = shown(figure->amount) == "1";
  const std::string fit = load + (single ? " fits" : " fit") + " on one machine";
  const std::string need = load + (single ? " needs" : " need");
  const std::string again =
      "; look again near " + display_number(figure->limit, 0) + (figure->unit == "GB" ? " GB." : ".");
  switch (*figure->tier) {
    case 1: return fit + again;
    case 2: return fit + " with copies for reads" + again;
    case 3: return need + " several machines that share the data.";
    default: return need + " a store built for millions of operations a second.";
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
        const std::string leader = name_of(knowledge, first.engine);
        const std::string second = name_of(knowledge, entry.engine);
        sentence += answer.margin > 0 ? leader + " leads " + second + " by " + display_percent(answer.margin) +
                                            ", less than the 10 % that would decide."
                                      : leader + " and " + second + " suit your workload equally well.";
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

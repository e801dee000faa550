#include "core/selection/ranges.h"

#include <algorithm>
#include <functional>

#include "core/base/sort.h"
#include "core/base/text.h"

namespace storewright::selection {
namespace {

using Counts = std::vector<int>;  // of each record, the last one of contradictions

template <class Takes>
Counts winners_where(const Worlds& worlds, std::size_t records, Takes&& takes) {
  Counts counts(records + 1);
  for (int world = 0; world < worlds.drawn(); ++world)
    if (takes(world)) ++counts[worlds.winner(world) < 0 ? records : static_cast<std::size_t>(worlds.winner(world))];
  return counts;
}

int total_of(const Counts& counts) {
  int total = 0;
  for (const int count : counts) total += count;
  return total;
}

std::vector<WinnerShare> shares_of(const Counts& counts, const knowledge::Knowledge& knowledge) {
  std::vector<WinnerShare> shares;
  const int total = total_of(counts);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    const double share = static_cast<double>(counts[i]) / total;
    if (i < knowledge.engines.size())
      shares.push_back({knowledge.engines[i].id, knowledge.engines[i].category, share});
    else
      shares.push_back({{}, {}, share});
  }
  sort_stably(shares, [](const WinnerShare& a, const WinnerShare& b) { return a.share > b.share; });
  return shares;
}

std::vector<CategoryShare> categories_of(const std::vector<WinnerShare>& winners) {
  std::vector<CategoryShare> shares;
  for (const WinnerShare& winner : winners) {
    const auto same = [&](const CategoryShare& share) { return share.category == winner.category; };
    const auto found = std::find_if(shares.begin(), shares.end(), same);
    if (found == shares.end())
      shares.push_back({winner.category, winner.share});
    else
      found->share += winner.share;
  }
  sort_stably(shares, [](const CategoryShare& a, const CategoryShare& b) { return a.share > b.share; });
  return shares;
}

double distance(const Counts& a, const Counts& b) {
  const int total_a = total_of(a);
  const int total_b = total_of(b);
  if (total_a == 0 || total_b == 0) return 0;
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double difference = static_cast<double>(a[i]) / total_a - static_cast<double>(b[i]) / total_b;
    sum += difference < 0 ? -difference : difference;
  }
  return sum / 2;
}

std::string name_of(const WinnerShare& winner, const knowledge::Knowledge& knowledge) {
  const knowledge::Engine* engine = knowledge.engine(winner.engine);
  return engine ? engine->name : std::string("no store");
}

std::string distribution_words(const RangesAnswer& answer, const knowledge::Knowledge& knowledge) {
  const WinnerShare& first = answer.winners.front();
  if (answer.winners.size() == 1)
    return name_of(first, knowledge) + " wins wherever your numbers end up within their ranges.";
  std::vector<std::string> others;
  for (std::size_t i = 1; i < answer.winners.size() && i < 3; ++i)
    others.push_back(name_of(answer.winners[i], knowledge) + " in " + display_percent(answer.winners[i].share, 0));
  return name_of(first, knowledge) + " wins in " + display_percent(first.share, 0) + " of " +
         display_number(answer.worlds, 0) + " draws from your ranges, " + sentence_list(others) + ".";
}

std::string split_words(const RangeSplit& split, const knowledge::Knowledge& knowledge) {
  if (split.below.empty() || split.above.empty()) return {};
  return " It hangs most on \"" + std::string(split.field->label) + "\": in the lower half of that range " +
         name_of(split.below.front(), knowledge) + " wins in " + display_percent(split.below.front().share, 0) +
         ", in the upper half " + name_of(split.above.front(), knowledge) + " in " +
         display_percent(split.above.front().share, 0) + ".";
}

}  // namespace

RangesAnswer analyze_ranges(const Worlds& worlds, const Rulebook& rulebook) {
  const knowledge::Knowledge& knowledge = rulebook.knowledge;
  const std::size_t records = knowledge.engines.size();
  RangesAnswer answer{.worlds = worlds.drawn()};
  answer.winners = shares_of(winners_where(worlds, records, [](int) { return true; }), knowledge);
  answer.categories = categories_of(answer.winners);
  for (std::size_t input = 0; input < worlds.inputs().size(); ++input) {
    if (!worlds.inputs()[input].in_range) continue;
    const Counts below = winners_where(worlds, records, [&](int world) { return worlds.class_of(world, input) == 0; });
    const Counts above = winners_where(worlds, records, [&](int world) { return worlds.class_of(world, input) == 1; });
    answer.splits.push_back({worlds.inputs()[input].field, distance(below, above), shares_of(below, knowledge),
                             shares_of(above, knowledge)});
  }
  sort_stably(answer.splits, [](const RangeSplit& a, const RangeSplit& b) { return a.split > b.split; });

  if (worlds.inputs().empty())
    answer.says = "None of your numbers is a range, so there is nothing to draw.";
  else
    answer.says = distribution_words(answer, knowledge);
  if (!answer.splits.empty() && answer.splits.front().split >= least_split)
    answer.says += split_words(answer.splits.front(), knowledge);
  return answer;
}

RangesAnswer analyze_ranges(const QuestionInput& input, const Rulebook& rulebook) {
  Worlds worlds(rulebook, input.profile, Open::ranges, static_cast<std::uint64_t>(input.seed));
  worlds.draw(worlds.inputs().empty() ? 1 : input.worlds);
  return analyze_ranges(worlds, rulebook);
}

}  // namespace storewright::selection

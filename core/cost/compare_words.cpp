#include "core/cost/compare_words.h"

#include <array>

#include "core/base/text.h"

namespace storewright::cost {
namespace {

using report::money_text;

std::string label_of(std::string_view name) { return std::string(find_field(compare_fields(), name)->label); }

std::array<double, 8> by_group(const OptionCost& cost) {
  std::array<double, 8> sums = {};
  for (const BilledLine& line : cost.lines) sums[static_cast<std::size_t>(line.group)] += line.usd_per_month.mid;
  return sums;
}

// What sets the two best apart the most, in favour of the cheapest.
std::string what_decides(const OptionCost& first, const OptionCost& second) {
  const auto mine = by_group(first);
  const auto theirs = by_group(second);
  std::size_t most = 0;
  for (std::size_t i = 1; i < mine.size(); ++i)
    if (theirs[i] - mine[i] > theirs[most] - mine[most]) most = i;
  return "Most of the difference is " + std::string(words_of(static_cast<LineGroup>(most))) + ": " + money_text(Range::exactly(mine[most]), 0) + " against " +
         money_text(Range::exactly(theirs[most]), 0) + " a month.";
}

void add_not_known(const CompareInput& input, CompareAnswer& answer) {
  const std::pair<const char*, bool> optional[] = {{"transfer_gb", input.transfer_gb.has_value()},
                                                   {"backup_days", input.backup_days.has_value()},
                                                   {"replicas", input.replicas.has_value()},
                                                   {"growth_percent_per_month", input.growth_percent_per_month.has_value()},
                                                   {"rate", input.hourly_rate_usd.has_value()},
                                                   {"migration", input.migration_usd.has_value()}};
  for (const auto& [name, known] : optional)
    if (!known) answer.not_known.emplace_back(name);
}

std::string not_known_words(const CompareAnswer& answer) {
  std::vector<std::string> words;
  for (const std::string& name : answer.not_known) words.push_back("\"" + label_of(name) + "\"");
  return words.empty() ? "" : " Counted as nothing, because not known: " + sentence_list(words) + ".";
}

std::string how_sure(const OptionCost& first, const OptionCost& second) {
  return first.usd_per_month.high < second.usd_per_month.low
             ? "The order of these two stands whatever your ranges turn out to be."
             : "The ranges of these two overlap: measure the sizes and ask for a quotation before you decide by price.";
}

}  // namespace

void put_into_words(const CompareInput& input, CompareAnswer& answer) {
  if (!answer.missing.empty()) {
    std::vector<std::string> words;
    for (const std::string& name : answer.missing) words.push_back("\"" + label_of(name) + "\"");
    answer.headline = "Give " + sentence_list(words) + " to compare costs.";
    return;
  }
  add_not_known(input, answer);
  const std::size_t priced = answer.priced();
  if (priced == 0) {
    answer.headline = "No option of the price book takes this workload.";
    answer.because = "Each says below why it is left out.";
    return;
  }
  const OptionCost& first = answer.options[0];
  answer.headline = "Cheapest: " + first.name + ", " + money_text(first.usd_per_month, 0) + " a month with people.";
  if (priced > 1) {
    const OptionCost& second = answer.options[1];
    answer.because = second.name + " follows with " + money_text(second.usd_per_month, 0) + ". " + what_decides(first, second);
    answer.what_next = how_sure(first, second);
  }
  answer.what_next += not_known_words(answer);
}

}  // namespace storewright::cost

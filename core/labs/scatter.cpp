#include "core/labs/scatter.h"

#include <algorithm>
#include <functional>
#include <string>

#include "core/base/math.h"
#include "core/base/sort.h"
#include "core/base/text.h"
#include "core/labs/ring.h"

namespace storewright::labs {
namespace {

constexpr int max_tail_shards = 10000;
constexpr Range default_within{99, 99, 99};

constexpr Field plan_rows[] = {
    field<&PlanInput::shards>({.name = "shards",
                               .label = "Shards",
                               .unit = "shards",
                               .help = "How many databases share the data.",
                               .min = 1,
                               .max = 256}),
    field<&PlanInput::vnodes>({.name = "vnodes",
                               .label = "Points of each shard (virtual nodes)",
                               .unit = "points",
                               .help = "As in the ring that placed the data.",
                               .min = 1,
                               .max = 1000}),
    field<&PlanInput::companies>(
        {.name = "companies",
         .label = "Sharding keys in the filter",
         .help = "The company ids your query filters by; none when it does not filter by them.",
         .max_items = 10000}),
};

constexpr Field tail_rows[] = {
    field<&TailInput::shards>({.name = "shards",
                               .label = "Shards asked at once",
                               .unit = "shards",
                               .help = "The query is done when the last of them has answered.",
                               .min = 1,
                               .max = max_tail_shards}),
    field<&TailInput::within_percent>({.name = "within_percent",
                                       .label = "Fast answers of one shard",
                                       .unit = "%",
                                       .help = "99 when the slow ones are those above the 99th percentile.",
                                       .min = 0,
                                       .max = 100}),
};

std::string count_of(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string reason_for(const PlanInput& input, const PlanAnswer& answer) {
  if (input.companies.empty())
    return "The query does not say whose rows it wants, so every one of the " +
           count_of(answer.shards.size(), "shard", "shards") + " must be asked.";
  std::vector<std::string> names;
  for (const int shard : answer.shards) names.push_back(std::to_string(shard));
  const std::string keys = count_of(input.companies.size(), "company", "companies");
  if (answer.shards.size() == 1)
    return "All rows of " + keys + " lie on shard " + names[0] + ": one shard answers alone.";
  return "The rows of " + keys + " lie on " + count_of(names.size(), "shard", "shards") + ": " + sentence_list(names) +
         ".";
}

double slow_share(double within_percent, int shards) { return 1 - power(within_percent / 100, shards); }

}  // namespace

FieldTable plan_fields() { return plan_rows; }
FieldTable tail_fields() { return tail_rows; }

Result<PlanAnswer> plan_query(const PlanInput& input) {
  const Result<RingChange> change = change_ring(
      {.shards = input.shards, .vnodes = input.vnodes, .companies = 1, .keys = {}, .add = {}, .remove = {}});
  if (!change) return change.problems();
  const Ring& ring = change->after;

  PlanAnswer answer;
  if (input.companies.empty()) {
    answer.shards = ring.shards();
    answer.scatter = true;
  } else {
    for (const std::string& company : input.companies) answer.shards.push_back(ring.owner(company));
    sort_stably(answer.shards, std::less<int>());
    answer.shards.erase(std::unique(answer.shards.begin(), answer.shards.end()), answer.shards.end());
    answer.scatter = answer.shards.size() == ring.shards().size();
  }
  answer.because = reason_for(input, answer);
  return answer;
}

Result<TailAnswer> tail_latency(const TailInput& input) {
  const Range within = input.within_percent.value_or(default_within);
  Problems problems;
  if (input.shards < 1 || input.shards > max_tail_shards)
    problems.push_back(
        {1103, "/shards",
         "The number of shards must be between 1 and 10,000; you entered " + std::to_string(input.shards) + "."});
  if (!(within.low >= 0 && within.high <= 100))
    problems.push_back({1103, "/within_percent", "The share of fast answers must be between 0 and 100 %."});
  if (!problems.empty()) return problems;

  // The more answers are fast, the fewer queries are slow: the ends change places.
  return TailAnswer{
      .slow_share = slow_share(within.mid, input.shards),
      .slow_share_low = slow_share(within.high, input.shards),
      .slow_share_high = slow_share(within.low, input.shards),
  };
}

}  // namespace storewright::labs

#include "core/scaling/filter_chart.h"

#include "core/selection/derive.h"

namespace storewright::scaling {
namespace {

using Input = FilterInput;

constexpr int several_nodes_tier = 3;
constexpr double large_team = 5;

constexpr Option data_models[] = {
    {"relational", "Relations"}, {"document", "Documents"},      {"wide_column", "Mostly appends"}, {"key_value", "Key and value"},
    {"time_series", "Values with a time stamp"}, {"graph", "A graph"}, {"vector", "Vectors"}, {"search", "Text to search"},
};

constexpr Field fields[] = {
    field<&Input::data_model>({.name = "data_model", .label = "What is the data model?", .options = data_models}),
    field<&Input::multi_row_transactions>({.name = "multi_row_transactions", .label = "Must several rows change together or not at all?"}),
    field<&Input::beyond_one_node>(
        {.name = "beyond_one_node", .label = "Does the load need more than one node?", .help = "Left out, the load itself answers: tier 3 does."}),
    field<&Input::data_size_gb>({.name = "data_size_gb", .label = "Data today", .unit = "GB"}),
    field<&Input::writes_per_second>({.name = "writes_per_second", .label = "Writes", .unit = "writes a second"}),
    field<&Input::reads_per_second>({.name = "reads_per_second", .label = "Reads", .unit = "reads a second"}),
    field<&Input::team_engineers>(
        {.name = "team_engineers", .label = "Engineers in the team", .unit = "people", .help = "Fewer than five are a small team.", .max = 1e6, .whole = true}),
};

std::string yes_no(const std::optional<bool>& flag) { return !flag ? std::string() : *flag ? "yes" : "no"; }

std::string node_answer(const Input& input) {
  if (input.beyond_one_node) return yes_no(input.beyond_one_node);
  const std::optional<int> tier = selection::scale_tier(input.writes_per_second, input.reads_per_second, input.data_size_gb);
  return !tier ? std::string() : *tier >= several_nodes_tier ? "yes" : "no";
}

std::string team_answer(const Input& input) {
  if (!input.team_engineers) return {};
  const Truth large = compare(*input.team_engineers, Comparison::at_least, large_team);
  return large == Truth::unknown ? std::string() : large == Truth::yes ? "large" : "small";
}

std::string answer_to(const Filter& filter, const Input& input) {
  if (filter.id == "data_model") return input.data_model ? std::string(data_models[static_cast<int>(*input.data_model)].name) : std::string();
  if (filter.id == "transactions") return yes_no(input.multi_row_transactions);
  if (filter.id == "nodes") return node_answer(input);
  if (filter.id == "team") return team_answer(input);
  return {};
}

const FilterBranch* branch_of(const Filter& filter, std::string_view answer) {
  for (const FilterBranch& branch : filter.answers)
    if (branch.when == answer) return &branch;
  return nullptr;
}

}  // namespace

FieldTable filter_fields() { return fields; }

FilterAnswer walk_filters(const FilterInput& input, const FilterChart& chart) {
  FilterAnswer answer;
  const Filter* filter = chart.filters.empty() ? nullptr : &chart.filters.front();
  while (filter) {
    const std::string said = answer_to(*filter, input);
    if (said.empty()) {
      answer.asks = filter;
      answer.headline = "Answer this next: \"" + filter->question + "\"";
      return answer;
    }
    answer.path.push_back({filter, said});
    const FilterBranch* branch = branch_of(*filter, said);
    if (!branch) {
      answer.headline = filter->otherwise;
      return answer;
    }
    answer.leaf = chart.leaf(branch->leaf);
    if (answer.leaf) answer.headline = "The chart says " + answer.leaf->takes + ".";
    filter = chart.filter(branch->next);
  }
  return answer;
}

}  // namespace storewright::scaling

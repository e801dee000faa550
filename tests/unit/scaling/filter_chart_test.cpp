#include "core/scaling/filter_chart.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "core/scaling/rules.h"

using namespace storewright;
using namespace storewright::scaling;

TEST_CASE("every one of the ten leaves is reached by some answers, and by no others") {
  const FilterChart& chart = built_in_rules().filters;
  std::set<std::string> by_model, by_transactions, by_nodes, by_team;
  for (int model = 0; model <= static_cast<int>(selection::DataModel::search); ++model)
    for (const bool transactions : {false, true})
      for (const bool beyond : {false, true})
        for (const double team : {1.0, 4.0, 5.0, 50.0}) {
          const FilterAnswer answer = walk_filters({.data_model = static_cast<selection::DataModel>(model),
                                                    .multi_row_transactions = transactions,
                                                    .beyond_one_node = beyond,
                                                    .team_engineers = Range::exactly(team)},
                                                   chart);
          CHECK(answer.asks == nullptr);
          CHECK_FALSE(answer.headline.empty());
          if (!answer.leaf) continue;
          std::set<std::string>* sets[] = {&by_model, &by_transactions, &by_nodes, &by_team};
          sets[answer.path.size() - 1]->insert(answer.leaf->id);
        }
  CHECK(by_model.size() == 6);
  CHECK(by_transactions.size() == 1);
  CHECK(by_nodes.size() == 1);
  CHECK(by_team.size() == 2);
  CHECK(chart.leaves.size() == 10);
}

TEST_CASE("what is not answered is asked, and asked in order") {
  const FilterChart& chart = built_in_rules().filters;
  FilterInput input;
  const auto asks = [&] { return walk_filters(input, chart).asks; };
  CHECK(asks()->id == "data_model");
  input.data_model = selection::DataModel::relational;
  CHECK(asks()->id == "transactions");
  input.multi_row_transactions = true;
  CHECK(asks()->id == "nodes");
  input.writes_per_second = Range{5000, 20000, 50000};  // tier 1 or 3
  CHECK(asks()->id == "nodes");
  input.writes_per_second = Range::exactly(10000);
  CHECK(asks()->id == "team");
  input.team_engineers = Range::exactly(4);
  CHECK(asks() == nullptr);
}

TEST_CASE("the names of the models are those of a profile") {
  const Field* here = find_field(filter_fields(), "data_model");
  const Field* there = find_field(selection::profile_fields(), "data_model");
  REQUIRE(here->options.size() == there->options.size());
  for (std::size_t i = 0; i < here->options.size(); ++i) CHECK(here->options[i].name == there->options[i].name);
}

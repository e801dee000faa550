#include "core/scaling/technology.h"

#include <doctest/doctest.h>

#include <string>

#include "core/scaling/rules.h"

using namespace storewright;
using namespace storewright::scaling;

TEST_CASE("a store of the matrix fits by need and volume, both bounds included") {
  struct Row {
    Need need;
    double gigabytes;
    const char* fits;  // "" for none
  };
  const Row rows[] = {
      {Need::joins, 5000, "postgresql"},        {Need::transactions, 10000, "postgresql"}, {Need::transactions, 10001, ""},
      {Need::events, 200000, "cassandra"},      {Need::time_series, 50000, "cassandra"},   {Need::time_series, 10000, "cassandra"},
      {Need::time_series, 9999, ""},            {Need::events, 1e6, "cassandra"},          {Need::events, 1.1e6, ""},
      {Need::search, 1, "elasticsearch"},       {Need::cache, 1e6, "redis"},               {Need::sub_millisecond, 0, "redis"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.gigabytes);
    TechnologyInput input{.data_size_gb = Range::exactly(row.gigabytes)};
    input.needs.add(row.need);
    const TechnologyAnswer answer = match_technologies(input, built_in_rules().technologies);
    CHECK((answer.fitting.empty() ? "" : answer.fitting.front()->id) == row.fits);
    CHECK(answer.fitting.size() <= 1);
  }
}

TEST_CASE("without a need or a volume nothing is refused") {
  for (const TechnologyMatch& match : match_technologies({}, built_in_rules().technologies).matches) CHECK(match.fits == Truth::unknown);
  TechnologyInput joins;
  joins.needs.add(Need::joins);
  const TechnologyAnswer answer = match_technologies(joins, built_in_rules().technologies);
  CHECK(answer.matches[0].fits == Truth::unknown);
  CHECK(answer.matches[1].fits == Truth::no);
}

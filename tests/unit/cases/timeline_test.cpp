#include "core/cases/timeline.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::cases;

namespace {

const Case& by_users() { return *find_case(built_in_cases(), "eventflow"); }
const Case& by_months() { return *find_case(built_in_cases(), "dataflow"); }

}  // namespace

TEST_CASE("a part begins at its lower bound and ends below the next") {
  struct Row {
    const Case& study;
    double at;
    const char* part;
  };
  const Row rows[] = {
      {by_users(), -1, nullptr},     {by_users(), 0, "mvp"},           {by_users(), 9999, "mvp"},
      {by_users(), 10000, "growth"}, {by_users(), 499999, "growth"},   {by_users(), 500000, "scale"},
      {by_users(), 1e7, nullptr},    {by_months(), 0, nullptr},        {by_months(), 1, "optimise"},
      {by_months(), 6, "optimise"},  {by_months(), 7, "replicas"},     {by_months(), 20, "sharding"},
      {by_months(), 21, "cassandra"}, {by_months(), 42, "hybrid"},     {by_months(), 43, nullptr},
  };
  for (const Row& row : rows) {
    CAPTURE(row.at);
    const Part* part = part_at(row.study, row.at);
    CHECK((part ? part->id : "none") == std::string(row.part ? row.part : "none"));
  }
}

TEST_CASE("the plan has 42 months and says which month of the calendar each is") {
  const Part& last = by_months().parts.back();
  const auto done = progress_at(by_months(), last, 42);
  REQUIRE(done);
  CHECK(done->months == 12);
  CHECK(done->months_in_all == 42);
  CHECK(done->part_share == 1);
  CHECK(done->plan_share == 1);
  CHECK_FALSE(progress_at(by_months(), last, 30));
  CHECK_FALSE(progress_at(by_users(), by_users().parts[0], 5));
  CHECK(calendar_month(by_months(), 1) == "January 2020");
  CHECK(calendar_month(by_months(), 12) == "December 2020");
  CHECK(calendar_month(by_months(), 42) == "June 2023");
  CHECK(calendar_month(by_users(), 1).empty());
}

TEST_CASE("a slider over users meets every power of ten and comes back to its step") {
  const Case& study = by_users();
  CHECK(value_of_step(study, 0) == 100);
  CHECK(value_of_step(study, 10) == 1000);
  CHECK(value_of_step(study, 20) == 10000);
  CHECK(value_of_step(study, 37) == 500000);
  for (int step = 0; step <= last_step(study); ++step) {
    CAPTURE(step);
    CHECK(step_of_value(study, value_of_step(study, step)) == step);
    CHECK(part_at(study, value_of_step(study, step)));
  }
  CHECK(step_of_value(study, 0) == 0);
  CHECK(step_of_value(study, 1e12) == last_step(study));
  CHECK(last_step(by_months()) == 41);
  CHECK(value_of_step(by_months(), 41) == 42);
}

TEST_CASE("the nearest phase is the one whose writes differ by the smallest factor") {
  CHECK(nearest_by_writes(by_users(), 1)->id == "mvp");
  CHECK(nearest_by_writes(by_users(), 900)->id == "growth");
  CHECK(nearest_by_writes(by_users(), 5000)->id == "scale");
  CHECK(nearest_by_writes(by_users(), 0) == nullptr);
}

TEST_CASE("the span of a part is said with its last whole value") {
  CHECK(span_words(by_users(), by_users().parts[1]) == "10,000 to 499,999 users");
  CHECK(span_words(by_months(), by_months().parts[1]) == "months 7 to 12");
}

#include "core/scaling/stage.h"

#include <doctest/doctest.h>

#include <string>

#include "core/selection/derive.h"

using namespace storewright;
using namespace storewright::scaling;

namespace {

StageAnswer at_volume(double gigabytes) { return find_stage({.data_size_gb = Range::exactly(gigabytes)}, built_in_rules()); }

OtherSource list(const StageAnswer& answer, std::string_view id) {
  for (const OtherSource& other : answer.others)
    if (other.list->id == id) return other;
  FAIL("no such list");
  return answer.others.front();
}

}  // namespace

TEST_CASE("each mark belongs to the stage that begins there") {
  struct Row {
    double gigabytes;
    const char* stage;
    const char* group;
  };
  const Row rows[] = {{0, "single", "tactical"},         {99, "single", "tactical"},       {499.9, "single", "tactical"},
                      {500, "replicas", "tactical"},     {1999, "replicas", "tactical"},   {2000, "sharding", "temporary"},
                      {10000, "distributed", "specialised"}, {99999, "distributed", "specialised"}, {100000, "specialised", "strategic"},
                      {1e9, "specialised", "strategic"}};
  for (const Row& row : rows) {
    CAPTURE(row.gigabytes);
    const StageAnswer answer = at_volume(row.gigabytes);
    CHECK(answer.stage->id == row.stage);
    CHECK(answer.group->id == row.group);
  }
}

TEST_CASE("the table of breaking points is closed at its end and says nothing beyond") {
  struct Row {
    double gigabytes;
    int percent;  // 0: outside
  };
  for (const Row& row : {Row{0.99, 0}, {1, 95}, {50, 95}, {100, 78}, {1000, 45}, {4000, 45}, {64000, 23}, {100000, 8}, {1e6, 8}, {1.0001e6, 0}}) {
    CAPTURE(row.gigabytes);
    const OtherSource other = list(at_volume(row.gigabytes), "breaking_points");
    if (row.percent == 0) CHECK(other.band == nullptr);
    else CHECK(other.band->success_percent == row.percent);
    CHECK_FALSE(other.says.empty());
  }
}

TEST_CASE("a stage begins no later than the tier that asks for the same") {
  for (const double gigabytes : {1.0, 400.0, 999.0, 1000.0, 5000.0, 9999.0, 10000.0, 99999.0, 100000.0})
    for (const double writes : {1.0, 9999.0, 10000.0, 99999.0, 100000.0, 999999.0, 1e6})
      for (const double reads : {1.0, 9999.0, 10000.0, 99999.0, 100000.0, 1e6}) {
        CAPTURE(gigabytes);
        CAPTURE(writes);
        CAPTURE(reads);
        const StageAnswer answer = find_stage(
            {.data_size_gb = Range::exactly(gigabytes), .writes_per_second = Range::exactly(writes), .reads_per_second = Range::exactly(reads)},
            built_in_rules());
        REQUIRE(answer.tier);
        constexpr std::size_t least[] = {0, 1, 2, 3, 5};
        CHECK(answer.number >= least[*answer.tier]);
      }
}

TEST_CASE("the names of what one runs are the ids of the stages") {
  const Field* running = find_field(urgency_fields(), "running");
  REQUIRE(running != nullptr);
  const Rules& rules = built_in_rules();
  REQUIRE(running->options.size() == rules.stages.size());
  for (std::size_t i = 0; i < rules.stages.size(); ++i) CHECK(running->options[i].name == rules.stages[i].id);
}

TEST_CASE("one number is enough, and what is not known is named") {
  const StageAnswer answer = find_stage({.writes_per_second = Range::exactly(5)}, built_in_rules());
  CHECK(answer.stage->id == "single");
  CHECK(answer.missing == std::vector<std::string>{"data_size_gb", "reads_per_second"});
  CHECK(find_stage({}, built_in_rules()).stage == nullptr);
}

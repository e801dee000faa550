#include "core/migration/pattern.h"

#include <doctest/doctest.h>

#include <string>

using namespace storewright;
using namespace storewright::migration;

namespace {

MoveAnswer plan(const MoveInput& input) {
  const Result<MoveAnswer> answer = plan_built_in_move(input);
  REQUIRE(answer);
  return *answer;
}

std::string chosen(const MoveInput& input) {
  const MoveAnswer answer = plan(input);
  return answer.pattern ? answer.pattern->id : "";
}

Range exactly(double value) { return Range::exactly(value); }

}  // namespace

TEST_CASE("the pattern follows from size, from writes that go on, and from changes that can be captured") {
  CHECK(chosen({.live = false}) == "backup-restore");
  CHECK(chosen({.live = true, .capture = true}) == "change-data-capture");
  CHECK(chosen({.size_tb = exactly(1), .live = true, .capture = false}) == "dual-write");
  CHECK(chosen({.size_tb = exactly(1.001), .live = true, .capture = false}) == "blue-green");
}

TEST_CASE("what nobody said decides nothing, and is named") {
  CHECK(chosen({}) == "");
  CHECK(plan({.live = true}).missing == std::vector<std::string>{"capture", "size_tb"});
  CHECK(plan({.live = true, .capture = false}).missing == std::vector<std::string>{"size_tb"});
  CHECK(chosen({.size_tb = Range{0.5, 1, 2}, .live = true, .capture = false}) == "");
}

TEST_CASE("copy time is size divided by rate") {
  CHECK(plan({.size_tb = exactly(10), .rate_mb_per_second = exactly(100)}).copy_hours->mid == doctest::Approx(27.7778).epsilon(1e-5));
  CHECK(plan({.size_tb = exactly(0.36), .rate_mb_per_second = exactly(100)}).copy_hours->mid == doctest::Approx(1));
  const MoveAnswer range = plan({.size_tb = Range{1, 2, 3}, .rate_mb_per_second = Range{50, 100, 200}});
  CHECK(range.copy_hours->low < range.copy_hours->mid);
  CHECK(range.copy_hours->high == doctest::Approx(3e6 / 50 / 3600));
  CHECK_FALSE(plan({.size_tb = exactly(10)}).copy_hours);
}

TEST_CASE("the switch waits until the lag is under a second") {
  const auto may = [](Range lag) { return plan({.live = true, .capture = true, .lag_seconds = lag}).may_switch; };
  CHECK(may(exactly(0.9)) == Truth::yes);
  CHECK(may(exactly(1)) == Truth::no);
  CHECK(may(exactly(1.1)) == Truth::no);
  CHECK(may({0.5, 0.8, 1.5}) == Truth::unknown);
  CHECK(plan({.live = true, .capture = true}).may_switch == Truth::unknown);
}

TEST_CASE("writes wait as long as the pattern makes them") {
  const MoveInput known{.size_tb = exactly(10), .rate_mb_per_second = exactly(100), .capture = {}, .lag_seconds = exactly(0.5), .switch_seconds = exactly(30)};
  const auto wait = [&](const char* pattern, std::optional<bool> capture) {
    MoveInput input = known;
    input.pattern = pattern;
    input.capture = capture;
    return plan(input).downtime_seconds;
  };
  CHECK(wait("change-data-capture", true)->mid == 30.5);
  CHECK(wait("dual-write", {})->mid == 0);
  CHECK(wait("backup-restore", {})->mid == doctest::Approx(100000));
  CHECK(wait("blue-green", true)->mid == 30.5);
  CHECK(wait("blue-green", false)->mid == doctest::Approx(100000));
  CHECK_FALSE(wait("blue-green", {}));
  CHECK_FALSE(plan({.lag_seconds = exactly(1), .pattern = "change-data-capture"}).downtime_seconds);
}

TEST_CASE("so many samples find a share of differing records with 95 percent certainty") {
  CHECK(plan({}).samples == 2995);                                      // 0.1 %
  CHECK(plan({.differing_percent = exactly(1)}).samples == 299);
  CHECK(plan({.differing_percent = exactly(100)}).samples == 1);
  CHECK(plan({.differing_percent = exactly(95)}).samples == 1);
  CHECK_FALSE(plan({.differing_percent = {}}).samples);
}

TEST_CASE("a pattern that does not exist is a problem of that field") {
  const Result<MoveAnswer> answer = plan_built_in_move({.pattern = "teleport"});
  REQUIRE_FALSE(answer);
  CHECK(answer.problems()[0].code == 2502);
  CHECK(answer.problems()[0].where == "/pattern");
}

TEST_CASE("a duration is said in the unit people would use") {
  CHECK(duration_text(exactly(0.9)) == "0.9 seconds");
  CHECK(duration_text(exactly(1)) == "1 second");
  CHECK(duration_text(exactly(60)) == "1 minute");
  CHECK(duration_text(exactly(3600)) == "1 hour");
  CHECK(duration_text(exactly(100000)) == "27.8 hours");
  CHECK(duration_text(exactly(172800)) == "2 days");
  CHECK(duration_text({3600, 5000, 7200}) == "1 hour to 2 hours");
}

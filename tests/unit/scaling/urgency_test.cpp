#include "core/scaling/urgency.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

using namespace storewright;
using namespace storewright::scaling;

namespace {

Range points(int value) { return Range::exactly(value); }

UrgencyAnswer judged(const ScalingInput& input) {
  const auto answer = judge_urgency(input, built_in_rules());
  REQUIRE(answer);
  return *answer;
}

const PartScore& part(const UrgencyAnswer& answer, Part wanted) { return answer.parts[static_cast<std::size_t>(wanted)]; }

}  // namespace

TEST_CASE("over all 14,641 sets of whole points the bands hold as many as exact arithmetic gives") {
  const Rules& rules = built_in_rules();
  std::map<std::string, int> counts;
  for (int p = 0; p <= 10; ++p)
    for (int c = 0; c <= 10; ++c)
      for (int s = 0; s <= 10; ++s)
        for (int b = 0; b <= 10; ++b) ++counts[urgency_band(urgency_hundredths({p, c, s, b}, rules), rules)->id];
  CHECK(counts["critical"] == 501);
  CHECK(counts["high"] == 3692);
  CHECK(counts["medium"] == 6402);
  CHECK(counts["low"] == 4046);
}

TEST_CASE("a score that lies on a bound belongs to the band that begins there") {
  struct Row {
    int p, c, s, b;
    const char* score;
    const char* band;
  };
  const Row rows[] = {
      {9, 7, 8, 6, "7.80", "high"},  {10, 5, 5, 2, "6.30", "high"},  {6, 4, 5, 3, "4.80", "medium"},
      {2, 3, 1, 2, "2.00", "low"},   {7, 8, 10, 7, "8.00", "critical"}, {7, 0, 10, 7, "6.00", "high"},
      {6, 0, 4, 6, "4.00", "medium"}, {0, 0, 0, 0, "0.00", "low"},    {10, 10, 10, 10, "10.00", "critical"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.score);
    const int hundredths = urgency_hundredths({row.p, row.c, row.s, row.b}, built_in_rules());
    CHECK(score_text(hundredths) == row.score);
    CHECK(urgency_band(hundredths, built_in_rules())->id == row.band);
  }
  for (const auto& [hundredths, band] : {std::pair{799, "high"}, {800, "critical"}, {599, "medium"}, {600, "high"}, {399, "low"}, {400, "medium"}})
    CHECK(urgency_band(hundredths, built_in_rules())->id == band);
}

TEST_CASE("every scale gives none at its one end and ten at the other, and never turns back") {
  for (const Scale& scale : built_in_rules().scales) {
    CAPTURE(scale.id);
    CHECK(points_on(scale, scale.none_at) == 0);
    CHECK(points_on(scale, scale.ten_at) == 10);
    CHECK(points_on(scale, scale.none_at - (scale.ten_at - scale.none_at)) == 0);
    CHECK(points_on(scale, scale.ten_at + 1e12 * (scale.ten_at - scale.none_at)) == 10);
    int last = 0;
    for (int step = 0; step <= 1000; ++step) {
      const int now = points_on(scale, scale.none_at + (scale.ten_at - scale.none_at) * step / 1000);
      CHECK_FALSE(now < last);
      last = now;
    }
  }
}

TEST_CASE("a sign fires strictly above its limit, and not while a range leaves it open") {
  struct Row {
    Range cpu;
    Truth fires;
  };
  const Row rows[] = {{Range::exactly(80), Truth::no},
                      {Range::exactly(80.01), Truth::yes},
                      {{70, 75, 80}, Truth::no},
                      {{70, 80, 90}, Truth::unknown}};
  for (const Row& row : rows) CHECK(judged({.cpu_percent = row.cpu}).signs[1].fires == row.fires);
  CHECK(judged({}).signs[1].fires == Truth::unknown);
}

TEST_CASE("the one exhausted resource decides the points of performance") {
  ScalingInput input{.latency_times = points(1), .cpu_percent = points(50), .memory_percent = points(60), .io_wait_percent = points(0)};
  CHECK(part(judged(input), Part::performance).points == Points{0, 0, 0});
  input.io_wait_percent = points(50);
  CHECK(part(judged(input), Part::performance).points == Points{10, 10, 10});
}

TEST_CASE("what nobody answered widens the score and never counts as none") {
  const UrgencyAnswer answer = judged({.performance = points(10)});
  CHECK_FALSE(answer.known);
  CHECK(answer.hundredths.low == 350);
  CHECK(answer.hundredths.high == 1000);
  CHECK(answer.band == nullptr);
  const UrgencyAnswer business = judged({.complaints = true});
  CHECK(part(business, Part::business).points == Points{3, 6, 10});
}

TEST_CASE("points that somebody gives replace what is measured") {
  const UrgencyAnswer answer = judged({.cpu_percent = points(100), .performance = points(2)});
  CHECK(part(answer, Part::performance).points == Points{2, 2, 2});
  CHECK(part(answer, Part::performance).given);
}

TEST_CASE("points that are no whole number from 0 to 10 are a problem of their field") {
  for (const double value : {9.5, -1.0, 11.0}) {
    const auto answer = judge_urgency({.cost = Range::exactly(value)}, built_in_rules());
    REQUIRE_FALSE(answer);
    CHECK(answer.problems()[0].code == 2805);
    CHECK(answer.problems()[0].where == "/cost");
  }
}

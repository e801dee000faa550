#include "core/practice/schedule.h"

#include <doctest/doctest.h>

#include <vector>

#include "core/base/math.h"

using namespace storewright::practice;
using enum Rating;

// The vectors are those of the open-spaced-repetition project (MIT licence), github.com/open-spaced-repetition:
//   ts-fsrs packages/fsrs/__tests__/FSRS-6.test.ts, commit 32b6081475fe4d195b51f87e084b12efaaa97af8
//   ts-fsrs packages/fsrs/__tests__/algorithm.test.ts, commit 0327cd463bede9e1bfea57dda8a745a6ce7cdd5e
//   ts-fsrs packages/fsrs/__tests__/impl/long-term_scheduler.test.ts, commit 50a07babc8faa2f5f0c168594adbe7b593b4c81c
//   py-fsrs tests/test_basic.py, commit 120420b704e8e03364f2322e6da82e6b672f60d3
// Some of them round in between, which we do not: they agree to about a millionth.

namespace {

doctest::Approx about(double value) { return doctest::Approx(value).epsilon(1e-6); }

Schedule with_same_day() { return {.same_day = true}; }

}  // namespace

TEST_CASE("the first review alone sets stability and difficulty") {
  struct Row { Rating rating; double stability, difficulty; };
  const Row rows[] = {{again, 0.212, 6.4133}, {hard, 1.2931, 5.11217071}, {good, 2.3065, 2.11810397}, {easy, 8.2956, 1}};   // FSRS-6.test.ts, "first repeat"
  for (const Row& row : rows) {
    CAPTURE(name_of(row.rating));
    const Memory memory = reviewed({}, {}, 0, row.rating);
    CHECK(memory.stability == row.stability);
    CHECK(memory.difficulty == about(row.difficulty));
  }
}

TEST_CASE("recall is 100 % on the day, 90 % after the stability, and falls on") {
  const Memory memory{1.0, 5.0};
  const double expected[] = {1.0, 0.9, 0.84588465, 0.8093881};   // algorithm.test.ts, "retrievability"
  for (int days = 0; days < 4; ++days) CHECK(recall_after({}, memory, days) == about(expected[days]));
  CHECK(recall_after({}, {8.2956, 1}, 8) == about(0.9024733));   // FSRS-6.test.ts, "get retrievability"
  CHECK(recall_after({}, memory, -3) == 1);
}

TEST_CASE("difficulty moves by the rating") {
  const double expected[] = {8.34176237, 6.66599536, 4.99022837, 3.31446137};   // algorithm.test.ts, "next_difficulty"
  for (int grade = 1; grade <= 4; ++grade) CHECK(reviewed({}, Memory{5, 5}, 3, static_cast<Rating>(grade)).difficulty == about(expected[grade - 1]));
  CHECK(reviewed({}, Memory{5, 10}, 3, again).difficulty <= 10);
  CHECK(reviewed({}, Memory{5, 1}, 3, easy).difficulty == 1);
}

TEST_CASE("a second review on the same day follows its own rule, when asked for") {
  const double expected[] = {1.596818, 5, 5, 8.12960956};   // algorithm.test.ts, "next_stability": short term
  for (int grade = 1; grade <= 4; ++grade) CHECK(reviewed(with_same_day(), Memory{5, 5}, 0, static_cast<Rating>(grade)).stability == about(expected[grade - 1]));
  for (int grade = 2; grade <= 4; ++grade) CHECK(reviewed({}, Memory{5, 5}, 0, static_cast<Rating>(grade)).stability == 5);   // otherwise it teaches nothing
}

TEST_CASE("six reviews end where the published ones do, with and without reviews on the same day") {
  const Rating ratings[] = {again, good, good, good, good, good};
  const int days[] = {0, 0, 1, 3, 8, 21};
  struct Row { bool same_day; double stability; };
  for (const Row& row : {Row{true, 53.62691}, Row{false, 53.335106}}) {   // FSRS-6.test.ts, "memory state"
    CAPTURE(row.same_day);
    const Schedule schedule{.same_day = row.same_day};
    std::optional<Memory> memory;
    for (int i = 0; i < 6; ++i) memory = reviewed(schedule, memory, days[i], ratings[i]);
    CHECK(memory->stability == about(row.stability));
    CHECK(memory->difficulty == about(6.3574867));
  }
}

TEST_CASE("the pause grows with what is known and shrinks after a lapse") {
  // test_basic.py, "test_review_card": 0 stands for minutes, where the next review follows on the same day.
  const Rating ratings[] = {good, good, good, good, good, good, again, again, good, good, good, good, good};
  const int expected[] = {0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21};   // ts-fsrs; py-fsrs has 497 and 20, by rounding in between
  std::optional<Memory> memory;
  int waited = 0;
  for (int i = 0; i < 13; ++i) {
    CAPTURE(i);
    memory = reviewed(with_same_day(), memory, waited, ratings[i]);
    if (expected[i] > 0) CHECK(days_until_due(with_same_day(), *memory) == expected[i]);
    waited = expected[i];
  }
}

TEST_CASE("the wanted recall stretches or shortens the pause") {
  const int expected[] = {3116769, 34793, 2508, 387, 90, 27, 9, 3, 1, 1};   // algorithm.test.ts, "next_ivl": ten per cent to all
  for (int tenth = 1; tenth <= 10; ++tenth) {
    CAPTURE(tenth);
    const Schedule schedule{.wanted_recall = tenth / 10.0, .longest_days = 100000000};
    CHECK(days_until_due(schedule, {1.0, 5}) == doctest::Approx(expected[tenth - 1]).epsilon(2e-6));
  }
  CHECK(days_until_due({.longest_days = 365}, {737.47, 5}) == 365);   // "next_ivl[max_limit]"
}

TEST_CASE("in whole days a better rating always waits at least a day longer") {
  // long-term_scheduler.test.ts: weights of FSRS-5, which is this model with a fixed decay and without weight 19.
  Schedule five;
  five.weights = {0.4197, 1.1869, 3.0412, 15.2441, 7.1434, 0.6477, 1.0007, 0.0674, 1.6597, 0.1712, 1.1178,
                  2.0225, 0.0904, 0.3025, 2.1214, 0.2498, 2.9466, 0.4891, 0.6468, 0, 0.5};
  struct Row { std::vector<Rating> ratings; std::vector<int> pauses; std::vector<double> stabilities, difficulties; };
  const Row rows[] = {
      {{good, good, good, good, good, good, again, again, good, good, good, good, good},
       {3, 13, 48, 155, 445, 1158, 17, 3, 11, 37, 112, 307, 773},
       {3.0412, 13.09130698, 48.15848988, 154.93732625, 445.05562739, 1158.07779739, 16.63063166, 3.01732209, 11.42247264, 37.37521902, 111.8752758, 306.5974569, 772.94026648},
       {4.49094334, 4.26664289, 4.05746029, 3.86237659, 3.68044154, 3.51076891, 4.69833071, 5.55956298, 5.26323756, 4.98688448, 4.72915759, 4.4888015, 4.26464541}},
      {{again, hard, good, easy, again, hard, good, easy},
       {1, 2, 6, 41, 4, 7, 21, 133},
       {0.4197, 1.0344317, 5.5356759, 41.0033667, 4.46605519, 6.67743292, 20.88868155, 132.81849454},
       {7.1434, 7.03653841, 6.64066485, 5.92312772, 6.44779861, 6.45995078, 6.10293922, 5.36588547}},
      {{hard, good, easy, again, hard, good, easy, again},
       {2, 7, 54, 5, 8, 26, 171, 8},
       {1.1869, 6.59167572, 53.76078737, 5.0853693, 8.09786749, 25.52991279, 171.16195166, 8.11072373},
       {6.23225985, 5.89059466, 5.14583392, 5.884097, 5.99269555, 5.667177, 4.91430736, 5.71619151}},
      {{good, easy, again, hard, good, easy, again, hard},
       {3, 33, 4, 7, 26, 193, 9, 14},
       {3.0412, 32.65484522, 4.22256838, 7.2325009, 25.52681746, 193.36618775, 8.63899847, 14.31323867},
       {4.49094334, 3.69538259, 4.83221448, 5.12078462, 4.85403286, 4.07165035, 5.1050878, 5.34697075}},
      {{easy, again, hard, good, easy, again, hard, good},
       {15, 3, 6, 27, 240, 10, 17, 60},
       {15.2441, 3.25621013, 6.32684549, 26.56339029, 239.70462771, 9.75621519, 17.06035531, 59.59547542},
       {1.16304343, 2.99573557, 3.59851762, 3.43436666, 2.60045771, 4.03816348, 4.46259158, 4.24020203}},
  };
  for (const Row& row : rows) {
    std::optional<Memory> memory;
    int waited = 0;
    for (std::size_t i = 0; i < row.ratings.size(); ++i) {
      CAPTURE(i);
      const int pause = days_until_due_after(five, memory, waited, row.ratings[i]);
      memory = reviewed(five, memory, waited, row.ratings[i]);
      CHECK(pause == row.pauses[i]);
      CHECK(memory->stability == about(row.stabilities[i]));
      CHECK(memory->difficulty == about(row.difficulties[i]));
      waited = pause;
    }
  }
}

TEST_CASE("nothing leaves its limits, however often it goes wrong or right") {
  for (const Rating rating : {again, hard, good, easy}) {
    std::optional<Memory> memory;
    for (int i = 0; i < 200; ++i) {
      const int pause = days_until_due_after({}, memory, 400, rating);
      memory = reviewed({}, memory, 400, rating);
      REQUIRE(memory->stability >= 0.001);
      REQUIRE(memory->stability <= 36500);
      REQUIRE(memory->difficulty >= 1);
      REQUIRE(memory->difficulty <= 10);
      REQUIRE(pause >= 1);
      REQUIRE(pause <= 36500);
    }
  }
}

TEST_CASE("ratings have names") {
  for (int grade = 1; grade <= 4; ++grade) CHECK(rating_named(name_of(static_cast<Rating>(grade))) == static_cast<Rating>(grade));
  CHECK_FALSE(rating_named("perfect"));
}

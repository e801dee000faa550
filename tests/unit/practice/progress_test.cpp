#include "core/practice/progress.h"

#include <doctest/doctest.h>

#include <string>

using namespace storewright::practice;

namespace {

constexpr int monday = 20780;

Review of(int day, Rating rating, std::string question = "a", int seed = 0, bool first_try = true) { return {day, rating, std::move(question), seed, first_try}; }

}  // namespace

TEST_CASE("a marked part is rated by its state, its hints and its first try; what was not given or read is not rated") {
  using enum MarkState;
  struct Row { MarkedPart part; std::optional<Rating> rating; };
  const Row rows[] = {
      {{.state = met}, Rating::good},
      {{.state = met, .hinted = true}, Rating::hard},
      {{.state = met, .met_elsewhere = true}, Rating::easy},
      {{.state = met, .hinted = true, .met_elsewhere = true}, Rating::hard},
      {{.state = met, .first_try = false, .met_elsewhere = true}, Rating::good},
      {{.state = partly}, Rating::hard},
      {{.state = contradicted}, Rating::again},
      {{.state = not_found, .words = true}, Rating::again},   // words were written, and this was not in them
      {{.state = not_found}, {}},                             // a number or tap that was left empty
      {{.state = cannot_tell}, {}},
      {{.state = cannot_tell, .words = true}, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(name_of(row.part.state));
    CAPTURE(row.part.words);
    CHECK(rating_of(row.part) == row.rating);
  }
}

TEST_CASE("a first review sets the state and the day on which it is due") {
  struct Row { Rating rating; int due; double stability; };
  const Row rows[] = {{Rating::again, 1, 0.212}, {Rating::hard, 2, 1.2931}, {Rating::good, 3, 2.3065}, {Rating::easy, 8, 8.2956}};
  for (const Row& row : rows) {
    Progress progress;
    add_review(progress, "s", of(monday, row.rating));
    const SkillRecord& record = progress.skills.front();
    CAPTURE(name_of(row.rating));
    CHECK(record.due == monday + row.due);
    CHECK(record.memory.stability == row.stability);
    CHECK(record.reviews == 1);
    CHECK(record.lapses == (row.rating == Rating::again));
    CHECK_FALSE(record.before);
    CHECK(recall_on(record, monday) == 1);
    CHECK(recall_on(record, monday + 400) < 0.9);
  }
}

TEST_CASE("a day counts once, by the worst of its answers") {
  for (const bool worse_first : {true, false}) {
    CAPTURE(worse_first);
    Progress both, worst;
    for (Progress* progress : {&both, &worst}) add_review(*progress, "s", of(monday, Rating::good));
    add_review(worst, "s", of(monday + 3, Rating::again, "b"));
    add_review(both, "s", of(monday + 3, worse_first ? Rating::again : Rating::easy, worse_first ? "b" : "c"));
    add_review(both, "s", of(monday + 3, worse_first ? Rating::easy : Rating::again, worse_first ? "c" : "b"));
    const SkillRecord& record = both.skills.front();
    CHECK(record.memory == worst.skills.front().memory);
    CHECK(record.due == worst.skills.front().due);
    CHECK(record.reviews == 2);
    CHECK(record.lapses == 1);
    CHECK(record.history.size() == 3);
  }
}

TEST_CASE("several parts of one question on one day are one answer, the worst of them") {
  Progress progress;
  add_review(progress, "s", of(monday, Rating::easy));
  add_review(progress, "s", of(monday, Rating::hard));
  CHECK(progress.skills.front().history == std::vector<Review>{of(monday, Rating::hard)});
  CHECK(progress.skills.front().due == monday + 2);
}

TEST_CASE("a review before the last one changes nothing but the history") {
  Progress progress;
  add_review(progress, "s", of(monday, Rating::good));
  const Memory memory = progress.skills.front().memory;
  add_review(progress, "s", of(monday - 2, Rating::again, "b"));
  CHECK(progress.skills.front().memory == memory);
  CHECK(progress.skills.front().reviews == 1);
  CHECK(progress.skills.front().history.front().day == monday - 2);
}

TEST_CASE("the history keeps the newest") {
  Progress progress;
  for (int i = 0; i < 60; ++i) add_review(progress, "s", of(monday + i, Rating::good));
  const SkillRecord& record = progress.skills.front();
  CHECK(record.history.size() == longest_history);
  CHECK(record.history.back().day == monday + 59);
  CHECK(record.reviews == 60);
  CHECK(record.due <= monday + 59 + our_schedule.longest_days);
}

TEST_CASE("met elsewhere asks for another variant, met at the first try") {
  Progress progress;
  CHECK_FALSE(met_elsewhere(progress, "s", "a", 0));
  add_review(progress, "s", of(monday, Rating::good, "a", 0));
  CHECK_FALSE(met_elsewhere(progress, "s", "a", 0));
  CHECK(met_elsewhere(progress, "s", "a", 1));
  CHECK(met_elsewhere(progress, "s", "b", 0));
  CHECK_FALSE(met_elsewhere(progress, "t", "b", 0));
  Progress others;
  add_review(others, "s", of(monday, Rating::hard, "a", 0));
  add_review(others, "s", of(monday, Rating::good, "a", 2, false));
  CHECK_FALSE(met_elsewhere(others, "s", "b", 0));
}

TEST_CASE("how firm a skill is follows from how long it lasts") {
  struct Row { double stability; Firmness firmness; };
  const Row rows[] = {{0.001, Firmness::learning}, {6.99, Firmness::learning}, {7, Firmness::growing}, {29.99, Firmness::growing}, {30, Firmness::firm}};
  for (const Row& row : rows) CHECK(firmness_of({.memory = {row.stability, 5}}) == row.firmness);
}

TEST_CASE("of two devices the newer state of each skill stays, and nothing of the other is lost") {
  Progress ours, theirs;
  add_review(ours, "both-newer-here", of(monday + 5, Rating::good, "a"));
  add_review(theirs, "both-newer-here", of(monday, Rating::again, "b"));
  add_review(ours, "both-newer-there", of(monday, Rating::good, "a"));
  add_review(theirs, "both-newer-there", of(monday + 1, Rating::again, "b"));
  add_review(ours, "here", of(monday, Rating::good));
  add_review(theirs, "there", of(monday, Rating::good));
  add_answered(ours, "q", 0, monday);
  add_answered(theirs, "q", 3, monday + 2);
  add_solution_seen(theirs, "q", monday + 2);
  theirs.others.push_back({"later", storewright::Json(true)});
  const Merge merge = merged(ours, theirs);
  CHECK(merge.added == std::vector<std::string>{"there"});
  CHECK(merge.updated == std::vector<std::string>{"both-newer-there"});
  CHECK(merge.kept == std::vector<std::string>{"both-newer-here"});
  CHECK(merge.progress.skills.size() == 4);
  CHECK(merge.progress.skill("both-newer-here")->memory == ours.skill("both-newer-here")->memory);
  CHECK(merge.progress.skill("both-newer-there")->memory == theirs.skill("both-newer-there")->memory);
  CHECK(merge.progress.skill("both-newer-here")->history.size() == 2);
  CHECK(merge.progress.skill("both-newer-there")->history.size() == 2);
  CHECK(merge.progress.question("q")->seeds == std::vector<int>{0, 3});
  CHECK(merge.progress.question("q")->day == monday + 2);
  CHECK(merge.progress.question("q")->solution_day == monday + 2);
  CHECK(merge.progress.others.size() == 1);
  const Merge again = merged(merge.progress, theirs);
  CHECK(again.added.empty());
  CHECK(again.updated.empty());
  CHECK(again.progress.skill("both-newer-there")->history.size() == 2);
}

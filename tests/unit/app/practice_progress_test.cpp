// The reader's progress: what checking counts for, what is due, what is kept, taken along and forgotten.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "core/base/day.h"
#include "core/base/json.h"
#include "core/base/packs.h"
#include "core/practice/practice.h"
#include "core/practice/progress_code.h"
#include "core/practice/progress_json.h"
#include "tests/unit/app/visit.h"
#include "web/app/practice_progress.h"

using namespace storewright;

namespace {

constexpr std::string_view today = "2026-11-22";

struct Visit : PageVisit {
  explicit Visit(std::string_view href, std::string_view day = today) : PageVisit(href) {
    tell("pack", {{"name", "practice"}, {"text", packs::practice()}});
    if (!day.empty()) tell("day", {{"value", day}});
  }
  void tell(std::string_view type, std::initializer_list<std::pair<std::string_view, std::string_view>> members) {
    JsonWriter message;
    message.begin_object().member("type", type);
    for (const auto& [key, value] : members) message.member(key, value);
    message.end_object();
    platform.send(message.written());
  }
  void store(std::string_view key, std::string_view value) { tell("stored", {{"key", key}, {"value", value}}); }
  void type(std::string_view step, std::string_view text) { tell("action", {{"id", "main/steps/" + std::string(step) + "/number"}, {"kind", "text"}, {"value", text}}); }
  void hand_in(std::string_view text) {
    tell("action", {{"id", "main/keep/incoming"}, {"kind", "text"}, {"value", text}});
    press("Read it");
  }
};

practice::Progress one_skill(const char* skill, const char* day, practice::Rating rating = practice::Rating::good) {
  practice::Progress progress;
  practice::add_review(progress, skill, {*day_number(day), rating, "hit-rate", 0, true});
  practice::add_answered(progress, "hit-rate", 0, *day_number(day));
  return progress;
}

}  // namespace

TEST_CASE("without history the list says one sentence, and every skill leads somewhere") {
  Visit visit("#/practice");
  CHECK(visit.says("Check an answer, and this page will say when each skill is worth another look."));
  CHECK_FALSE(visit.says("Due today"));
  for (const practice::Skill& skill : practice::built_in_practice().skills) {
    if (skill.link.empty()) continue;
    CAPTURE(skill.id);
    const app::Page* page = app::find_page(skill.link);
    REQUIRE(page != nullptr);
    CHECK((page->has_parts || page->route == skill.link));
  }
}

TEST_CASE("checking numbers counts for their skills, once a day, and says when they are due") {
  Visit visit("#/practice/hit-rate");
  visit.type("misses", "500");
  visit.press("Check");
  CHECK(visit.says("Counted for 1 skill, the next time in 3 days (2026-11-25)."));
  visit.type("misses_now", "7");
  visit.press("Check all");
  CHECK(visit.says("Counted for 1 skill, the next time tomorrow (2026-11-23)."));   // the worst of the day
  visit.type("misses_now", "1000");
  visit.press("Check all");
  CHECK(visit.says("Counted for 1 skill, the next time tomorrow (2026-11-23)."));   // a correction teaches, and counts another day
  visit.platform.open("#/practice");
  CHECK(visit.says("Nothing is due today. The next skill is due tomorrow (2026-11-23)."));
  CHECK(visit.says("✓ Answered on 2026-11-22."));
  visit.tell("day", {{"value", "2026-11-23"}});
  CHECK(visit.says("Due today: 1 skill, in 1 question of about"));
  CHECK(visit.find(ui::Role::link, "Your progress") != nullptr);
}

TEST_CASE("an answer left empty, and one that cannot be read, count for nothing") {
  Visit visit("#/practice/hit-rate");
  visit.type("misses", "8-16");
  visit.press("Check all");
  CHECK_FALSE(visit.says("Counted for"));
}

TEST_CASE("after the solution these numbers count no more, and others do") {
  Visit visit("#/practice/hit-rate");
  visit.type("misses", "500");
  visit.press("Check");
  visit.press("Show the solution");
  visit.platform.open("#/practice/progress");
  CHECK(visit.says("1 of 60 skills begun"));
  visit.platform.open("#/practice/hit-rate");
  visit.type("misses_now", "7");
  visit.press("Check all");
  CHECK(visit.says("Counted for 1 skill, the next time in 3 days (2026-11-25)."));   // as before
  visit.press("Start over");
  visit.type("misses", "7");
  visit.press("Check");
  CHECK(visit.says("Counted for 1 skill, the next time in 3 days (2026-11-25)."));
}

TEST_CASE("seeing the solution before anything counted says so") {
  Visit visit("#/practice/hit-rate", "");
  visit.type("misses", "500");
  visit.press("Check");                       // no day yet: it counts for nothing
  visit.press("Show the solution");
  visit.tell("day", {{"value", today}});
  visit.press("Check all");
  CHECK(visit.says("You have seen the solution with these numbers, so what you check now is not counted."));
}

TEST_CASE("taps and words of one answer count for all their skills") {
  Visit visit("#/practice/recipe-app");
  visit.tell("action", {{"id", "main/words/text"}, {"kind", "text"}, {"value", "We keep recipes and likes in PostgreSQL. We also add Elasticsearch for search from the start."}});
  visit.press("Check answers");
  CHECK(visit.says("Counted for 7 skills"));
  visit.platform.open("#/practice/progress");
  CHECK(visit.says("7 of 60 skills begun; none is due today."));
  CHECK(visit.says("One store that fits"));
}

TEST_CASE("the page of progress says state, estimate, day and answers of each skill in words") {
  Visit visit("#/practice/progress");
  visit.store("practice/progress@1", practice::progress_json(one_skill("cache.hit-rate", "2026-11-10")));
  CHECK(visit.says("1 of 60 skills begun; one is due today."));
  CHECK(visit.says("What a cache spares"));
  CHECK(visit.says("by the estimate. Due for 9 days (2026-11-13). Reviewed on 1 day."));
  visit.press("1 answer behind it");
  CHECK(visit.says("2026-11-10: met, in “"));
  visit.press("59 skills not begun");
  CHECK(visit.find(ui::Role::link, "Majorities") != nullptr);
}

TEST_CASE("what comes from elsewhere is merged, told, and can be undone") {
  Visit visit("#/practice/progress");
  visit.store("practice/progress@1", practice::progress_json(one_skill("cache.hit-rate", "2026-11-10")));
  const std::string code = practice::progress_code(one_skill("cache.hit-rate", "2026-11-20"), practice::built_in_practice().skills);
  const std::string file = practice::progress_json(one_skill("cost.people", "2026-11-20"));
  visit.hand_in(code);
  CHECK(visit.says("1 skill was newer and is taken over: What a cache spares."));
  visit.tell("stored", {{"key", "practice/progress.opened"}, {"value", file}});   // an opened file is read at once
  CHECK(visit.says("1 skill is new here: The price of hours."));
  CHECK(visit.says("2 of 60 skills begun"));
  visit.press("Undo");
  CHECK(visit.says("1 of 60 skills begun"));
  visit.hand_in(practice::progress_code(one_skill("cache.hit-rate", "2026-11-01"), practice::built_in_practice().skills));
  CHECK(visit.says("1 skill stays, since what you have is as new or newer: What a cache spares."));
}

TEST_CASE("what cannot be read says why with a code, and nothing is lost") {
  struct Row { std::string text; std::string_view code; };
  const std::string code = practice::progress_code(one_skill("cost.people", "2026-11-20"), practice::built_in_practice().skills);
  for (const Row& row : {Row{"hello", "SW-2321"}, Row{code.substr(0, code.size() - 1), "SW-2322"}, Row{"SW9.AA.AAAAA", "SW-2323"}}) {
    CAPTURE(row.text);
    Visit visit("#/practice/progress");
    visit.store("practice/progress@1", practice::progress_json(one_skill("cache.hit-rate", "2026-11-10")));
    visit.hand_in(row.text);
    CHECK(visit.says(row.code));
    CHECK(visit.says("1 of 60 skills begun"));
    CHECK_FALSE(visit.says("Progress was read."));
  }
}

TEST_CASE("forgetting everything can be undone, with the drafts") {
  Visit visit("#/practice/hit-rate");
  visit.type("misses", "500");
  visit.press("Check");
  visit.platform.open("#/practice/progress");
  visit.press("Forget everything");
  CHECK(visit.says("Nothing is kept yet."));
  CHECK(visit.says("Everything is forgotten"));
  visit.tell("undo", {});
  CHECK(visit.says("1 of 60 skills begun"));
  visit.platform.open("#/practice/hit-rate");
  CHECK(visit.says("✓ Right"));
}

TEST_CASE("kept progress that is damaged or of a newer version is put aside, told, and never in the way") {
  Visit visit("#/practice");
  visit.store("practice/progress@1", "{\"format\":\"storew");
  visit.store("practice/progress@7", "{}");
  CHECK(visit.says("Your browser holds progress that this version cannot read."));
  visit.platform.open("#/practice/progress");
  CHECK(visit.says("SW-2327"));
  CHECK(visit.says("SW-2323"));
  visit.press("Delete it");
  CHECK_FALSE(visit.says("SW-2327"));
  visit.platform.open("#/practice/hit-rate");
  visit.type("misses", "500");
  visit.press("Check");
  CHECK(visit.says("Counted for 1 skill"));
}

TEST_CASE("a skill that this version does not have is kept and said") {
  Visit visit("#/practice/progress");
  visit.store("practice/progress@1", practice::progress_json(one_skill("later.skill", "2026-11-10")));
  CHECK(visit.says("1 more skill is kept that this version does not have."));
}

TEST_CASE("another tab's progress is taken over, and so is its forgetting") {
  Visit visit("#/practice/progress");
  visit.store("practice/progress@1", practice::progress_json(one_skill("cache.hit-rate", "2026-11-10")));
  visit.store("practice/progress@1", practice::progress_json(one_skill("cost.people", "2026-11-11")));
  CHECK(visit.says("2 of 60 skills begun"));
  visit.store("practice/progress@1", "");
  CHECK(visit.says("Nothing is kept yet."));
}

TEST_CASE("an attempt keeps what a newer version wrote into it") {
  const app::Attempt attempt = app::read_attempt(R"({"typed":{"a":"1"},"rated":{"a":1},"solution_seen":true,"stars":[3,{"x":"y"}],"mood":"fine"})");
  CHECK(attempt.solution_seen);
  CHECK(attempt.rated.at("a") == 1);
  const std::string text = app::attempt_json(attempt);
  CHECK(text.find(R"("stars":[3,{"x":"y"}],"mood":"fine"})") != text.npos);
  CHECK(app::attempt_json(app::read_attempt(text)) == text);
}

TEST_CASE("day words say how far away a day is") {
  const int day = *day_number(today);
  struct Row { int day; const char* words; };
  const Row rows[] = {{day, "today"}, {day + 1, "tomorrow (2026-11-23)"}, {day + 2, "in 2 days (2026-11-24)"}, {day - 1, "since yesterday (2026-11-21)"}, {day - 2, "for 2 days (2026-11-20)"}};
  for (const Row& row : rows) CHECK(app::day_words(row.day, day) == row.words);
}

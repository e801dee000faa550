// Practise: an answer by taps, in words and with numbers; feedback, hints and solution; what the link and the browser keep.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/packs.h"
#include "tests/unit/app/visit.h"
#include "web/app/practice_state.h"

using namespace storewright;

namespace {

struct Visit : PageVisit {
  explicit Visit(std::string_view href) : PageVisit(href) { take("practice", packs::practice()); }
  const ui::Node& field(std::string_view name) const {
    const ui::Node* node = find(ui::Role::textfield, name);
    CAPTURE(std::string(name));
    REQUIRE(node != nullptr);
    return *node;
  }
  int place_of(std::string_view text) const {
    const auto& nodes = platform.tree().nodes;
    for (std::size_t i = 0; i < nodes.size(); ++i)
      if (nodes[i].name == text) return static_cast<int>(i);
    return -1;
  }
};

constexpr std::string_view whole = "Or the whole answer in one piece";

}  // namespace

TEST_CASE("taps alone give all points of a question, and nothing is said of words") {
  Visit visit("#/practice/recipe-app");
  CHECK(visit.says("Answer by taps, in words, or both; then check."));
  CHECK(visit.says("It opens once you have checked an answer of your own."));
  CHECK_FALSE(visit.says("Feedback"));
  visit.act(ui::Role::number, "1. How many recipes are looked at each second, on average over a day?", "text", "2.3");
  visit.act(ui::Role::number, "2. Which share of all operations are reads?", "text", "91 %");
  for (const std::string_view option : {"PostgreSQL", "A JSON column with an index", "A managed service", "One, with backups or a standby",
                                        "The database's text index; a search engine when a measurement asks for it"})
    visit.act(ui::Role::radio, option, "choose", "true");
  visit.act(ui::Role::select, "Needs at least", "choose", "1");
  visit.press("Check answers");
  CHECK(visit.says("Of the criteria: 6 met and 1 not found."));
  CHECK(visit.says("The cells that this looks at are not filled yet."));
  visit.platform.send(R"({"type":"action","id":"main/decisions/freshness/likes/needs","kind":"choose","value":"0"})");
  CHECK(visit.says("You have changed your answer since."));
  visit.press("Check answers");
  CHECK(visit.says("All of it is there."));
  CHECK_FALSE(visit.says("What you wrote"));
  CHECK_FALSE(visit.says("You have changed your answer since."));
}

TEST_CASE("words alone are read criterion by criterion, and nothing unrecognised is called wrong") {
  Visit visit("#/practice/recipe-app");
  visit.act(ui::Role::textfield, whole, "text", "We keep recipes and likes in PostgreSQL. We also add Elasticsearch for search from the start.");
  visit.press("Check answers");
  CHECK(visit.says("Only your words count: nothing was tapped."));
  CHECK(visit.says("✓ Met"));
  CHECK(visit.says("× Contradicted"));
  CHECK(visit.says("– Not found"));
  CHECK(visit.says("We found nothing on this in your answer."));
  CHECK(visit.says("Your words: “PostgreSQL”"));
  CHECK(visit.says("PostgreSQL, stated"));
  CHECK_FALSE(visit.says("Wrong"));
  CHECK_FALSE(visit.says("Not right"));
  CHECK_FALSE(visit.says("What you chose"));
  CHECK_FALSE(visit.says("No number yet"));
  visit.press("What would complete it");
  CHECK(visit.find(ui::Role::link, "In the guide: consistency") != nullptr);
}

TEST_CASE("the order is: answer, feedback, hints, solution, once more") {
  Visit visit("#/practice/ecommerce-polyglot");
  visit.act(ui::Role::textfield, whole, "text", "Stock stays in PostgreSQL.");
  visit.press("Check answers");
  int before = -1;
  for (const std::string_view part : {"Your decisions", "In your own words", "Your points", "Feedback", "Hints", "Solution", "Once more"}) {
    CAPTURE(std::string(part));
    const int at = visit.place_of(part);
    CHECK(at > before);
    before = at;
  }
  visit.press("Hint 1 of 3");
  CHECK(visit.says("Hint 1: "));
  CHECK_FALSE(visit.says("Hint 2: "));
  visit.press("Show the solution");
  CHECK(visit.says("What counts just as much"));
  CHECK(visit.says("What printed answers have wrong"));
}

TEST_CASE("a solution that was opened gives nothing away of other numbers, nor of another question") {
  Visit visit("#/practice/add-a-shard");
  const auto guess = [&] {
    visit.act_on("main/steps/ring/number", "text", "1");
    visit.press("Check all");
    CHECK(visit.says("0 of 3 points"));
  };
  constexpr std::string_view solution = "Each number and how it comes about";
  guess();
  visit.press("Show the solution");
  CHECK(visit.says(solution));
  visit.press("New numbers");
  guess();
  CHECK_FALSE(visit.says(solution));
  visit.platform.send(R"({"type":"route","href":"#/practice/partition-size"})");
  visit.act_on("main/total/check-all", "press");
  CHECK(visit.says("All questions"));
  CHECK_FALSE(visit.says(solution));
  visit.platform.send(R"({"type":"route","href":"#/practice/add-a-shard"})");
  CHECK(visit.says(solution));   // of these numbers it was seen
}

TEST_CASE("phases move up and down, and count once one was moved") {
  Visit visit("#/practice/mongodb-to-cassandra");
  CHECK(visit.says("it counts once you have moved one"));
  CHECK(visit.says("2. Copy the documents that exist"));
  visit.platform.send(R"({"type":"action","id":"main/decisions/phases/move_reads/up","kind":"press"})");
  CHECK(visit.says("it counts once you have moved one"));   // the first has nowhere to go
  visit.platform.send(R"({"type":"action","id":"main/decisions/phases/copy/up","kind":"press"})");
  CHECK(visit.says("1. Copy the documents that exist"));
  CHECK_FALSE(visit.says("it counts once you have moved one"));
  visit.platform.send(R"({"type":"action","id":"main/decisions/phases/copy/down","kind":"press"})");
  CHECK(visit.says("2. Copy the documents that exist"));
  CHECK(visit.platform.tree().announcement == "Copy the documents that exist: now 2 of 6.");
  visit.press("Check answers");
  CHECK(visit.platform.tree().announcement.find(" of ") < visit.platform.tree().announcement.find(" points"));   // not where it was moved
  CHECK(visit.says("A change between the copy and the first double write would be missing in Cassandra for good."));
}

TEST_CASE("what was written never stands in the link, and other numbers begin afresh") {
  Visit visit("#/practice/recipe-app");
  visit.act(ui::Role::textfield, whole, "text", "PostgreSQL keeps everything.");
  visit.act(ui::Role::radio, "Redis", "choose", "true");
  CHECK_FALSE(visit.link_has("PostgreSQL"));
  CHECK_FALSE(visit.link_has("redis"));
  visit.press("New numbers");
  CHECK(visit.link_has("seed=1"));
  CHECK(visit.field(whole).value.empty());
  CHECK(visit.says("set 1; no price list."));
}

TEST_CASE("a kept attempt comes back with its feedback, also of a version that asked other things") {
  app::Attempt attempt;
  attempt.chosen = attempt.chosen_checked = {{"main_store", "postgresql"}, {"labels", "gone"}, {"gone", "x"}};
  attempt.words = attempt.words_checked = {{"gone", "x"}, {"text", "Recipes are in PostgreSQL."}};
  attempt.typed = attempt.checked = {{"gone", "3"}};
  attempt.judged = attempt.attempted = true;
  Visit visit("#/practice/recipe-app");
  JsonWriter message;
  message.begin_object().member("type", "stored").member("key", app::attempt_key("recipe-app", 0)).member("value", app::attempt_json(attempt)).end_object();
  visit.platform.send(message.written());
  CHECK(visit.field(whole).value == "Recipes are in PostgreSQL.");
  CHECK(visit.says("✓ Met"));
  CHECK(visit.says("Your words: “PostgreSQL”"));
  CHECK(visit.find(ui::Role::button, "Show the solution") != nullptr);
}

TEST_CASE("an attempt is kept whole, and text that is none gives an empty one") {
  app::Attempt attempt;
  attempt.typed = {{"a", "1"}};
  attempt.chosen = {{"b.r.c", "x,y"}};
  attempt.words = {{"text", "Ä “quoted”\nsecond line"}};
  attempt.hints = {{"*", 2}};
  attempt.judged = true;
  const app::Attempt back = app::read_attempt(app::attempt_json(attempt));
  CHECK(back.typed == attempt.typed);
  CHECK(back.chosen == attempt.chosen);
  CHECK(back.words == attempt.words);
  CHECK(back.hints == attempt.hints);
  CHECK(back.judged);
  CHECK(back.changed());
  CHECK(app::read_attempt("[").is_empty());
  CHECK_FALSE(app::Attempt{}.changed());

  attempt.words["text"] = std::string(app::longest_words, 'a');
  CHECK(app::read_attempt(app::attempt_json(attempt)).words["text"].size() == app::longest_words);
  attempt.words["text"] += 'a';
  CHECK(app::read_attempt(app::attempt_json(attempt)).words.count("text") == 0);
}

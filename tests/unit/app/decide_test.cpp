// The Decide page: the sentence, the interview, contradictions, comparing, and what waits for the later code.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "core/selection/rulebook.h"
#include "tests/unit/app/visit.h"
#include "web/app/pages.h"

using namespace storewright;

namespace {

struct Visit : PageVisit {
  explicit Visit(std::string_view href = "#/decide") : PageVisit(href) {}

  // The heading of the question that is asked.
  std::string question() const {
    const auto& nodes = platform.tree().nodes;
    const auto section = std::find_if(nodes.begin(), nodes.end(), [](const ui::Node& node) { return node.name == "The next question"; });
    const auto heading = std::find_if(section, nodes.end(), [](const ui::Node& node) { return node.role == ui::Role::heading; });
    return heading == nodes.end() ? "" : heading->name;
  }
};

const std::string shop = "#/decide?v=1&money=true&data_model=relational&writes_per_second=900&team_engineers=3";

}  // namespace

TEST_CASE("there are at least fourteen examples, each with a sentence of its own and an answer") {
  const knowledge::Knowledge& knowledge = knowledge::built_in();
  REQUIRE(knowledge.presets.size() >= 14);
  for (std::size_t i = 0; i < knowledge.presets.size(); ++i) {
    const knowledge::Preset& preset = knowledge.presets[i];
    CAPTURE(preset.id);
    const selection::Recommendation answer = recommend(app::preset_profiles(knowledge)[i], selection::built_in_rulebook());
    CHECK(answer.primary);
    CHECK(preset.users >= 1);
    CHECK(preset.sentence.ends_with("."));
    for (std::size_t other = 0; other < i; ++other) CHECK(knowledge.presets[other].what != preset.what);
  }
}

TEST_CASE("the sentence fills the profile; a fifth of the users brings a fifth of the load") {
  Visit visit;
  visit.act(ui::Role::select, "What you are building", "choose", "0");
  CHECK(visit.link_has("kind=online-shop"));
  CHECK(visit.link_has("reads_per_second=300"));
  CHECK(visit.find(ui::Role::number, "For how many")->value == "50,000");
  visit.act(ui::Role::number, "For how many", "text", "10,000");
  CHECK(visit.link_has("users=10000"));
  CHECK(visit.link_has("reads_per_second=60"));
  CHECK(visit.link_has("writes_per_second=3&"));
  CHECK(visit.link_has("money=true"));
  visit.act(ui::Role::select, "Money", "choose", "1");
  CHECK(visit.link_has("money=false"));
  visit.act(ui::Role::select, "Platform", "choose", "0");
  visit.act(ui::Role::number, "Engineers", "text", "7");
  CHECK(visit.link_has("platform=aws"));
  CHECK(visit.link_has("team_engineers=7"));
}

TEST_CASE("who builds something else keeps the users, the team and the platform that were said") {
  Visit visit;
  visit.act(ui::Role::select, "What you are building", "choose", "0");
  visit.act(ui::Role::number, "For how many", "text", "10000");
  visit.act(ui::Role::number, "Engineers", "text", "7");
  visit.act(ui::Role::select, "Platform", "choose", "0");
  visit.act(ui::Role::select, "What you are building", "choose", "1");
  CHECK(visit.link_has("kind=recipe-app"));
  CHECK(visit.link_has("users=10000"));
  CHECK(visit.link_has("team_engineers=7"));
  CHECK(visit.link_has("platform=aws"));
  CHECK(visit.link_has("reads_per_second=12&"));
  for (int i = 0; i < 5; ++i) visit.platform.send(R"({"type":"undo"})");
  CHECK(visit.platform.href() == "#/decide");
}

TEST_CASE("what cannot be read in the sentence stays, with its problem, and changes nothing") {
  Visit visit(shop);
  const std::string before = visit.platform.href();
  visit.act(ui::Role::number, "Engineers", "text", "some");
  CHECK(visit.find(ui::Role::number, "Engineers")->value == "some");
  CHECK(visit.find(ui::Role::number, "Engineers")->invalid);
  CHECK(visit.platform.href() == before);
}

TEST_CASE("an example is an answer at once, and is ticked until something is changed") {
  Visit visit;
  visit.act(ui::Role::radio, "Leaderboard", "choose");
  CHECK(visit.says("Use Redis"));
  CHECK(visit.find(ui::Role::radio, "Leaderboard")->checked == 1);
  visit.act(ui::Role::number, "Writes", "text", "5");
  CHECK(visit.find(ui::Role::radio, "Leaderboard")->checked == 0);
}

TEST_CASE("the interview asks when it is asked to, goes on with each answer, and takes an answer back") {
  Visit visit;
  CHECK(visit.find(ui::Role::section, "The next question") == nullptr);
  visit.press("Ask me");
  const std::string first = visit.question();
  REQUIRE_FALSE(first.empty());
  CHECK(visit.says("Your answer tells most here: "));
  visit.press("I don't know");
  const std::string second = visit.question();
  CHECK(second != first);
  CHECK(visit.platform.href() == "#/decide");
  visit.press("Back");
  CHECK(visit.question() == first);
}

TEST_CASE("an answered question is not asked again, and enough answers end the interview") {
  Visit visit(shop);
  std::vector<std::string> asked;
  for (int i = 0; i < 40 && visit.question() != "No more questions"; ++i) {
    const std::string question = visit.question();
    CAPTURE(question);
    CHECK(std::count(asked.begin(), asked.end(), question) == 0);
    asked.push_back(question);
    visit.press("I don't know");
  }
  CHECK(visit.question() == "No more questions");
  CHECK(asked.size() > 2);
  visit.press("Ask them again");
  CHECK(visit.question() == asked.front());
}

TEST_CASE("a number may be typed or taken roughly, and one that cannot be read is not taken") {
  Visit visit("#/decide?v=1&data_model=search&consistency=eventual&money=false&multi_row_transactions=false");
  for (int i = 0; i < 30 && visit.find(ui::Role::button, "Take this number") == nullptr; ++i) visit.press("I don't know");
  const ui::Node* take = visit.find(ui::Role::button, "Take this number");
  REQUIRE(take != nullptr);
  CHECK(take->disabled);
  const std::string before = visit.platform.href();
  const std::string question = visit.question();
  visit.act(ui::Role::number, question, "text", "many");
  CHECK(visit.find(ui::Role::button, "Take this number")->disabled);
  visit.act(ui::Role::number, question, "text", "100 to 900");
  visit.press("Take this number");
  CHECK(visit.platform.href() != before);
  CHECK(visit.link_has("=100~500~900"));
}

TEST_CASE("contradicting answers are named, and each way out is a button that leads to a store") {
  for (const char* href : {"#/decide?v=1&data_model=key_value&access_patterns=joins", "#/decide?v=1&consistency=strong&regions=multi_write&latency_p99_ms=9"}) {
    CAPTURE(href);
    Visit visit(href);
    CHECK(visit.says("These answers do not go together"));
    CHECK(visit.says("No store meets all your answers"));
    visit.press("Take way 1");
    CHECK_FALSE(visit.says("No store meets all your answers"));
    CHECK(visit.find(ui::Role::section, "The contradiction") == nullptr);
    visit.platform.send(R"({"type":"undo"})");
    CHECK(visit.says("These answers do not go together"));
  }
}

TEST_CASE("any engine is told why it does not win, and the answers that would make it win do") {
  Visit visit(shop);
  const ui::Node* picker = visit.find(ui::Role::select, "Any engine, service or extension");
  REQUIRE(picker != nullptr);
  const auto at = std::find(picker->options.begin(), picker->options.end(), "MongoDB");
  REQUIRE(at != picker->options.end());
  visit.act(ui::Role::select, "Any engine, service or extension", "choose", std::to_string(at - picker->options.begin()));
  CHECK(visit.link_has("engine=mongodb"));
  CHECK(visit.says("Why not MongoDB?"));
  CHECK(visit.says("What rules it out"));
  visit.press("Try these answers");
  CHECK(visit.says("MongoDB comes first"));
}

TEST_CASE("what is kept as A stands beside what it became, in the link too") {
  Visit visit(shop);
  visit.press("Keep this as A");
  CHECK(visit.says("Both are the same so far"));
  visit.act(ui::Role::number, "Writes", "text", "50000");
  CHECK(visit.link_has("other="));
  CHECK(visit.find(ui::Role::table, "What you said differently") != nullptr);
  const std::string link = visit.platform.href();
  visit.platform.open("#/decide?v=1&money=false");
  CHECK(visit.find(ui::Role::table, "The two answers") == nullptr);
  visit.platform.open(link);
  CHECK(visit.find(ui::Role::table, "The two answers") != nullptr);
  CHECK(visit.link_has("&writes_per_second=50000"));
  visit.press("Swap A and B");
  CHECK(visit.link_has("&writes_per_second=900&"));
  visit.press("Stop comparing");
  CHECK_FALSE(visit.link_has("other="));
}

TEST_CASE("ranges say how often each store wins") {
  Visit visit("#/decide?v=1&access_patterns=append_log,time_series&consistency=eventual&money=false&writes_per_second=1000~200000");
  CHECK(visit.find(ui::Role::table, "How often each store wins") != nullptr);
}

TEST_CASE("the answer does not wait for the code that explains it, and a failure is told where the explanation would stand") {
  Visit visit("#/");
  visit.platform.send(R"({"type":"code","status":"absent"})");
  visit.platform.open("#/decide");
  CHECK_FALSE(visit.says("Loading the"));  // nothing to explain yet
  visit.platform.open(shop);
  CHECK(visit.says("Use PostgreSQL"));
  CHECK(visit.says("Loading the explanation."));
  CHECK(visit.find(ui::Role::section, "The explanation") == nullptr);
  visit.platform.send(R"({"type":"code","status":"failed","error":"The file did not come."})");
  CHECK(visit.says("SW-9010"));
  CHECK(visit.says("Use PostgreSQL"));
  visit.press("Try again");
  visit.platform.send(R"({"type":"code","status":"loaded"})");
  CHECK_FALSE(visit.says("SW-9010"));
  CHECK(visit.find(ui::Role::section, "The explanation") != nullptr);
  CHECK(visit.find(ui::Role::section, "The next question") != nullptr);
}

#include "core/selection/cheat_sheet.h"

#include <doctest/doctest.h>

#include "core/selection/recommend.h"
#include "core/selection/rulebook.h"

using namespace storewright;
using namespace storewright::selection;
using knowledge::built_in_reference;
using knowledge::ShortQuestion;

namespace {

const ShortQuestion& question(std::string_view id) {
  for (const ShortQuestion& one : built_in_reference().cheat_sheet)
    if (one.id == id) return one;
  FAIL("no such question");
  return built_in_reference().cheat_sheet.front();
}

Profile profile(std::string_view text) { return read_profile(read_json(text).take()).take(); }

Result<CheatSheetAnswer> ask(const CheatSheetInput& input) {
  return answer_cheat_sheet(input, built_in_reference(), knowledge::built_in());
}

}  // namespace

TEST_CASE("what the profile says answers a question, with the bound on its stated side") {
  struct Row {
    const char* profile;
    const char* question;
    std::optional<bool> answer;
  };
  const Row rows[] = {
      {R"({"multi_row_transactions":true})", "transactions", true},
      {R"({"money":true})", "transactions", true},
      {R"({"multi_row_transactions":false})", "transactions", false},
      {R"({"multi_row_transactions":false,"money":true})", "transactions", true},
      {R"({"money":false})", "transactions", {}},
      {R"({"access_patterns":["joins"]})", "joins", true},
      {R"({"access_patterns":["key_lookup"]})", "joins", {}},  // a list that lacks it is no answer
      {R"({"writes_per_second":50000})", "many_writes", false},
      {R"({"writes_per_second":50001})", "many_writes", true},
      {R"({"writes_per_second":{"low":1,"high":50001}})", "many_writes", {}},
      {R"({"writes_per_second":{"low":1,"high":50000}})", "many_writes", false},
      {R"({"regions":"single"})", "global", false},
      {R"({"regions":"multi_read"})", "global", true},
      {R"({"regions":"multi_write"})", "global", true},
      {R"({"schema_change":"variable"})", "schema_changes", true},
      {R"({"schema_change":"evolving"})", "schema_changes", false},
      {R"({"data_model":"search"})", "full_text", true},
      {R"({"data_model":"vector"})", "vectors", true},
      {R"({"team_engineers":4})", "small_team", true},
      {R"({"team_engineers":5})", "small_team", false},
      {R"({"budget_usd_per_month":1})", "tight_budget", {}},
      {"{}", "transactions", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.profile));
    CAPTURE(std::string(row.question));
    CHECK(said_by_profile(question(row.question), profile(row.profile)) == row.answer);
  }
}

TEST_CASE("an answer is written into the profile so that the profile says it, or at least not the opposite") {
  const Profile starts[] = {profile("{}"),
                            profile(R"({"money":true,"multi_row_transactions":true,"data_model":"search",
                              "access_patterns":["joins","vector_similarity"],"writes_per_second":9e5,"regions":"multi_write",
                              "schema_change":"variable","team_engineers":2})"),
                            profile(R"({"data_model":"vector","multi_row_transactions":false,"writes_per_second":5,
                              "regions":"single","schema_change":"stable","team_engineers":50})")};
  for (const ShortQuestion& one : built_in_reference().cheat_sheet)
    for (const bool yes : {true, false})
      for (const Profile& start : starts) {
        CAPTURE(one.id);
        CAPTURE(yes);
        const std::optional<bool> said = said_by_profile(one, with_answer(start, one, yes));
        CHECK(said != std::optional<bool>(!yes));
        if (yes ? one.yes_when.has_value() : one.no_when.has_value()) CHECK(said == yes);
      }
}

TEST_CASE("a no takes back only what says the opposite, and leaves the rest of a list") {
  const Profile changed = with_answer(profile(R"({"access_patterns":["joins","full_text"],"data_model":"relational"})"),
                                      question("full_text"), false);
  CHECK(changed == profile(R"({"access_patterns":["joins"],"data_model":"relational"})"));
  CHECK_FALSE(with_answer(profile(R"({"data_model":"search"})"), question("full_text"), false).data_model.has_value());
  CHECK_FALSE(with_answer(profile(R"({"money":true})"), question("transactions"), false).money.has_value());
}

TEST_CASE("an answer that is taken back leaves nothing said of its question") {
  const Profile full = profile(R"({"money":true,"multi_row_transactions":true,"data_model":"search",
    "access_patterns":["joins","full_text","vector_similarity"],"writes_per_second":9e5,"regions":"multi_write",
    "schema_change":"variable","team_engineers":2})");
  for (const ShortQuestion& one : built_in_reference().cheat_sheet) {
    CAPTURE(one.id);
    CHECK_FALSE(said_by_profile(one, without_answer(full, one)).has_value());
    CHECK(without_answer({}, one) == Profile{});
  }
  CHECK(without_answer(profile(R"({"data_model":"relational","access_patterns":["joins","full_text"]})"), question("full_text")) ==
        profile(R"({"data_model":"relational","access_patterns":["joins"]})"));
}

TEST_CASE("answers fill the profile, collect votes, and the rules decide") {
  const auto answer = ask({.profile = {}, .yes = {"transactions", "joins"}, .no = {"many_writes", "global", "vectors"}});
  REQUIRE(answer);
  CHECK(answer->answered == 5);
  CHECK(answer->profile.multi_row_transactions == true);
  CHECK(answer->profile.access_patterns.has(AccessPattern::joins));
  REQUIRE_FALSE(answer->votes.empty());
  CHECK(answer->votes[0].category == "relational");
  CHECK(answer->votes[0].votes == 4);
  const Recommendation decided = recommend(answer->profile, built_in_rulebook());
  REQUIRE(decided.primary);
  CHECK(decided.primary->engine == "postgresql");
  CHECK(answer->says ==
        "5 of 9 answered. Most votes, 4: Relational. Votes are a hint; the rules decide.");
}

TEST_CASE("what the profile says stands against an answer beside it") {
  const auto answer = ask({.profile = profile(R"({"writes_per_second":60000})"), .yes = {}, .no = {"many_writes"}});
  REQUIRE(answer);
  CHECK(answer->replies[2].answer == true);
  CHECK(answer->replies[2].from_profile);
  CHECK(answer->profile.writes_per_second->mid == 60000);
}

TEST_CASE("every question has a yes and a no, and nothing is said before it is answered") {
  const auto nothing = ask({});
  REQUIRE(nothing);
  CHECK(nothing->replies.size() == 9);
  CHECK(nothing->answered == 0);
  CHECK(nothing->votes.empty());
  CHECK(nothing->says == "None of the 9 questions is answered yet.");
  for (const ShortQuestion& one : built_in_reference().cheat_sheet) {
    CAPTURE(one.id);
    const auto yes = ask({.profile = {}, .yes = {one.id}, .no = {}});
    const auto no = ask({.profile = {}, .yes = {}, .no = {one.id}});
    REQUIRE(yes);
    REQUIRE(no);
    CHECK(yes->answered == 1);
    CHECK(no->answered == 1);
    for (std::size_t i = 0; i < 9; ++i)
      if (yes->replies[i].question->id == one.id) {
        CHECK(yes->replies[i].follows == &yes->replies[i].question->yes);
        CHECK(no->replies[i].follows == &no->replies[i].question->no);
      }
  }
}

TEST_CASE("a question that does not exist, or with both answers, is a problem at its place") {
  const auto wrong = ask({.profile = {}, .yes = {"joins", "join"}, .no = {"joins"}});
  REQUIRE_FALSE(wrong);
  REQUIRE(wrong.problems().size() == 2);
  CHECK(wrong.problems()[0] == Problem{2060, "/yes/1", "There is no question \"join\". Did you mean \"joins\"?"});
  CHECK(wrong.problems()[1].code == 2061);
  CHECK(wrong.problems()[1].where == "/no/0");
}

#include "core/selection/checklist.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::selection;

namespace {

ChecklistInput input(std::string_view text) {
  ChecklistInput read;
  REQUIRE(read_fields(read_json(text).take(), checklist_fields(), &read).empty());
  return read;
}

ChecklistAnswer check(const ChecklistInput& given) {
  return answer_checklist(given, knowledge::built_in_reference());
}

bool answered(std::string_view text, std::string_view id) {
  const ChecklistInput given = input(text);
  for (const CheckedItem& one : check(given).items)
    if (one.item->id == id) return one.answered;
  return false;
}

constexpr const char* complete =
    R"({"access_patterns":["joins"],"consistency":"strong","writes_per_second":100,"growth_percent_per_month":0,)"
    R"("reads_per_second":1000,"experience":["postgresql"],"hosting":"managed","extension_tried":"not_yet","way_back":"Restore."})";

}  // namespace

TEST_CASE("each question is answered by its fields and by nothing less") {
  struct Row {
    const char* input;
    const char* item;
    bool answered;
  };
  const Row rows[] = {
      {R"({"access_patterns":["joins"]})", "access", true},
      {R"({"consistency":"eventual"})", "consistency", true},
      {R"({"money":true})", "consistency", false},
      {R"({"writes_per_second":100})", "writes", false},
      {R"({"writes_per_second":100,"growth_percent_per_month":0})", "writes", true},
      {R"({"growth_percent_per_month":5})", "writes", false},
      {R"({"read_write_ratio":"10:1"})", "ratio", true},
      {R"({"reads_per_second":5})", "ratio", false},
      {R"({"reads_per_second":5,"writes_per_second":1})", "ratio", true},
      {R"({"experience":["mysql"]})", "expertise", true},
      {R"({"dedicated_dba":false})", "expertise", true},
      {R"({"team_engineers":5})", "expertise", false},
      {R"({"hosting":"any"})", "managed", true},
      {R"({"platform":"aws"})", "managed", false},
      {R"({"extension_tried":"not_yet"})", "extensions", true},
      {R"({"way_back":"x"})", "way_back", true},
      {R"({"way_back":""})", "way_back", false},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.input));
    CAPTURE(std::string(row.item));
    CHECK(answered(row.input, row.item) == row.answered);
  }
}

TEST_CASE("the list is complete only when all eight are answered") {
  const ChecklistInput all = input(complete);
  CHECK(check(all).complete);
  CHECK(check(all).answered == 8);
  CHECK(check(all).says == "All 8 questions are answered. You are ready to choose.");

  // Without any one of them it is not.
  const Json whole = read_json(complete).take();
  for (const JsonMember& left_out : *whole.object()) {
    CAPTURE(left_out.key);
    Json::Object rest;
    for (const JsonMember& member : *whole.object())
      if (member.key != left_out.key) rest.push_back(member);
    ChecklistInput given;
    REQUIRE(read_fields(Json(std::move(rest)), checklist_fields(), &given).empty());
    const ChecklistAnswer answer = check(given);
    CHECK_FALSE(answer.complete);
    CHECK(answer.answered < 8);
  }
}

TEST_CASE("what is open is named, the first question first, and what is answered is told in words") {
  const ChecklistInput given = input(R"({"access_patterns":["joins"],"extension_tried":"falls_short"})");
  const ChecklistAnswer answer = check(given);
  CHECK(answer.says == "2 of 8 answered. Next: How fresh must a read be?");
  CHECK(answer.items[0].answers == std::vector<std::string>{"What will you do with the data? joins"});
  CHECK(answer.items[6].answers == std::vector<std::string>{"PostgreSQL with extensions Tried: it falls short"});
  const ChecklistInput nothing;
  CHECK(check(nothing).says == "None of the 8 questions is answered yet.");
}

#include "core/sheet/sheet.h"

#include <doctest/doctest.h>

#include "core/sheet/work_out.h"

using namespace storewright;
using namespace storewright::sheet;

namespace {

// The file of a newcomer, as CONTRIBUTING tells them to write it.
constexpr const char* seats = R"json({
  "id": "seats", "method": "cost.seats", "title": "Seats", "question": "What do seats cost?", "purpose": "A bill by heads.",
  "start": "ours", "claimed_by": "ours", "answer": "year",
  "headline": "{seats} seats cost {year} a year.",
  "sources": ["product-rule"],
  "inputs": [
    {"name": "seats", "label": "Seats", "whole": true, "max": 1000},
    {"name": "price_usd", "label": "Price of a seat", "unit": "USD a month", "notation": "usd"},
    {"name": "discount_percent", "label": "Discount", "unit": "%", "notation": "percent", "max": 100},
    {"name": "plan", "label": "Plan", "options": [{"name": "monthly", "label": "By the month"}, {"name": "yearly", "label": "By the year"}]}
  ],
  "presets": [{"id": "ours", "label": "Ours", "help": "Invented.", "values": {"seats": 10, "price_usd": "8~10~12", "discount_percent": 20}}],
  "lines": [
    {"id": "year", "label": "A year", "unit": "a year", "notation": "usd", "formula": "month * 12", "claim": {"value": 1000, "says": "Without the discount it is more."}},
    {"id": "month", "label": "A month", "unit": "a month", "notation": "usd", "by": "plan",
     "formulas": {"monthly": "seats * price_usd", "yearly": "seats * price_usd * (1 - discount_percent)"}}
  ],
  "remarks": [{"above_zero": "year - 1200", "text": "More than a hundred a month.", "maybe": "Perhaps more than a hundred a month."}]
})json";

Result<Sheets> loaded(const std::string& item) {
  const Result<Json> pack = read_json("{\"format\": \"storewright/calculators@1\", \"version\": \"1\", \"items\": [" + item + "]}");
  REQUIRE(pack);
  return load_sheets(*pack);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a calculator of one JSON text reads its input and computes") {
  const Result<Sheets> sheets = loaded(seats);
  REQUIRE(sheets);
  const Sheet& sheet = *sheets->front();
  REQUIRE(sheet.table().size() == 4);

  SheetInput input = sheet.defaults;
  CHECK(input.numbers[1] == Range{8, 10, 12});
  const Result<Json> params = read_json(R"({"price_usd": 10, "plan": "yearly"})");
  CHECK(read_fields(*params, sheet.table(), &input).empty());
  const Result<SheetAnswer> answer = work_out(sheet, input);
  REQUIRE(answer);
  CHECK(answer->headline == "10 seats cost $960 a year.");
  CHECK(answer->answer == Range::exactly(960));
  CHECK(answer->because.empty());
  CHECK(answer->missing.empty());
  REQUIRE(answer->lines.size() == 2);
  CHECK(answer->lines[1].formula == "seats x price of a seat x (1 - discount)");
  CHECK(answer->lines[1].filled == "10 x 10 x (1 - 20 %) = 80");
  CHECK(answer->lines[1].value == "$80 a month");
  REQUIRE(answer->claims.size() == 1);
  CHECK(answer->claims[0].recomputed == Range{960, 1200, 1440});
}

TEST_CASE("its fields make parameters, schema and links like those of any other method") {
  const Result<Sheets> sheets = loaded(seats);
  REQUIRE(sheets);
  const Sheet& sheet = *sheets->front();
  SheetInput input = sheet.defaults;
  const Result<Json> bad = read_json(R"({"seats": 1001, "plan": "weekly", "colour": 1})");
  const Problems problems = read_fields(*bad, sheet.table(), &input);
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].code == 1103);
  CHECK(problems[1].code == 1104);
  CHECK(problems[2].code == 1101);
  JsonWriter schema;
  write_schema(schema, sheet.table(), sheet.method, &sheet.defaults);
  CHECK(schema.written().find("\"monthly\"") != std::string::npos);
  CHECK(field_text(*find_field(sheet.table(), "price_usd"), &sheet.defaults, &input) == "");
}

TEST_CASE("what is wrong with a calculator is told with place and code") {
  struct Row {
    const char* from;
    const char* to;
    int code;
    const char* where;
  };
  const Row rows[] = {
      {"\"title\": \"Seats\", ", "", 2905, "/items/0/title"},
      {"\"sources\": [\"product-rule\"]", "\"sources\": []", 2905, "/items/0/sources"},
      {"\"notation\": \"percent\"", "\"notation\": \"promille\"", 2905, "/items/0/inputs/2/notation"},
      {"month * 12", "month * 12 +", 2901, "/items/0/lines/0/formula"},
      {"month * 12", "moth * 12", 2902, "/items/0/lines/0"},
      {"month * 12", "month * year", 2904, "/items/0/lines/0"},
      {"\"seats * price_usd\"", "\"seats * year\"", 2904, "/items/0/lines/0"},
      {"\"monthly\": \"seats", "\"weekly\": \"seats", 2905, "/items/0/lines/1/formulas/monthly"},
      {"\"by\": \"plan\"", "\"by\": \"seats\"", 2905, "/items/0/lines/1/by"},
      {"\"answer\": \"year\"", "\"answer\": \"years\"", 2902, "/items/0/answer"},
      {"{year} a year", "{years} a year", 2902, "/items/0/headline"},
      {"{year} a year", "{year a year", 2905, "/items/0/headline"},
      {"\"name\": \"seats\"", "\"name\": \"price_usd\"", 2906, "/items/0/inputs/1"},
      {"\"id\": \"month\"", "\"id\": \"seats\"", 2906, "/items/0/lines/1"},
      {"\"name\": \"plan\"", "\"name\": \"a plan\"", 2905, "/items/0/lines/1/by"},
      {"\"start\": \"ours\"", "\"start\": \"yours\"", 2905, "/items/0/start"},
      {"\"claimed_by\": \"ours\", ", "", 2905, "/items/0/claimed_by"},
      {"{\"seats\": 10", "{\"seat\": 10", 2902, "/items/0/presets/0/values/seat"},
      {"{\"seats\": 10", "{\"seats\": 2000", 2905, "/items/0/presets/0/values/seats"},
      {"\"max\": 1000}", "\"max\": 0}", 2905, "/items/0/inputs/0"},
      {"year - 1200", "yea - 1200", 2902, "/items/0/remarks/0/above_zero"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.to));
    const Result<Sheets> sheets = loaded(replaced(seats, row.from, row.to));
    REQUIRE_FALSE(sheets);
    bool told = false;
    for (const Problem& problem : sheets.problems()) told = told || (problem.code == row.code && problem.where == row.where);
    CHECK(told);
  }
}

TEST_CASE("two calculators with one id, and another format, are refused") {
  CHECK(loaded(std::string(seats) + ", " + seats).problems().front().code == 2906);
  CHECK(load_sheets(*read_json("{}")).problems().front().code == 2905);
  CHECK(load_sheets(*read_json(R"({"format": "storewright/calculators@2", "items": []})")).problems().front().code == 2905);
}

TEST_CASE("a calculator takes 32 inputs and no more") {
  const auto with_inputs = [](std::size_t count) {
    std::string inputs;
    for (std::size_t i = 1; i < count; ++i) inputs += "{\"name\": \"n" + std::to_string(i) + "\", \"label\": \"N\"}, ";
    return loaded(replaced(seats, "\"inputs\": [", "\"inputs\": [" + inputs));
  };
  CHECK(with_inputs(29));
  CHECK_FALSE(with_inputs(30));
}

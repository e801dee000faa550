#include "core/practice/grade_decisions.h"

#include "tests/unit/practice/shop_fixture.h"

using namespace storewright;
using namespace storewright::practice;
using enum MarkState;

TEST_CASE("each decision and each constraint is marked by what was chosen") {
  struct Row { const char* cell; const char* chosen; const char* criterion; MarkState state; Millipoints points; };
  const Row rows[] = {
      {"store", "postgresql", "store", met, 1000},
      {"store", "mysql", "store", partly, 500},
      {"store", "redis", "store", contradicted, 0},
      {"guards", "lock", "store", not_found, 0},
      {"guards", "lock,condition", "guards", met, 1000},
      {"guards", " condition , lock , log ", "guards", met, 1000},
      {"guards", "lock", "guards", partly, 500},
      {"guards", "lock,condition,ttl", "guards", partly, 500},          // a wrong one takes a right one back
      {"guards", "lock,ttl", "guards", contradicted, 0},
      {"guards", "lock,lock", "guards", partly, 500},
      {"phases", "both,copy,check", "phases", met, 3000},
      {"phases", "copy,both,check", "phases", partly, 2000},
      {"phases", "check,copy,both", "phases", contradicted, 0},
      {"phases", "both,copy", "phases", partly, 1000},
      {"phases", "copy", "phases", not_found, 0},
      {"board.stock.store", "redis", "truth", contradicted, 0},
      {"board.stock.store", "none", "truth", partly, 1000},
      {"board.sessions.store", "redis", "truth", not_found, 0},
      {"board.stock.store", "postgresql", "few", not_found, 0},         // one of two cells filled is no economy yet
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.cell));
    CAPTURE(std::string(row.chosen));
    const AnswerGrade answer = shop::graded(Answer{.structured = {{row.cell, row.chosen}}});
    const Mark& mark = shop::mark_of(answer, row.criterion);
    CHECK(mark.state == row.state);
    CHECK(mark.points == row.points);
    CHECK(!mark.why.empty());
  }
}

TEST_CASE("constraints read the catalogue's traits and count stores") {
  const auto board = [](const char* stock, const char* sessions) {
    return shop::graded(Answer{.structured = {{"board.stock.store", stock}, {"board.sessions.store", sessions}}});
  };
  CHECK(shop::mark_of(board("postgresql", "postgresql"), "truth").state == met);
  CHECK(shop::mark_of(board("postgresql", "postgresql"), "few").state == met);
  CHECK(shop::mark_of(board("postgresql", "redis"), "few").state == contradicted);
  CHECK(shop::mark_of(board("postgresql", "none"), "few").state == met);
}

TEST_CASE("a cell or option that does not exist is a problem that names the nearest") {
  struct Row { const char* cell; const char* chosen; int code; const char* near; };
  const Row rows[] = {{"stor", "postgresql", 2306, "store"},        {"store", "postgres", 2308, "postgresql"}, {"store", "postgresql,mysql", 2308, ""},
                      {"board.stock.key", "city", 2306, "board"},   {"board", "postgresql", 2306, ""},         {"phases", "copy,copi", 2308, "copy"}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.cell));
    const auto result = grade_answer(shop::practice(), 0, {}, knowledge::built_in(), {.structured = {{row.cell, row.chosen}}});
    REQUIRE_FALSE(result);
    CHECK(result.problems()[0].code == row.code);
    CHECK(result.problems()[0].message.find(row.near) != std::string::npos);
  }
}

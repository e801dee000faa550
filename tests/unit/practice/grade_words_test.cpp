#include "core/practice/grade_words.h"

#include "tests/unit/practice/shop_fixture.h"

using namespace storewright::practice;
using enum MarkState;

TEST_CASE("each criterion gets its state and points from what is said, never from what is not recognised") {
  struct Row { const char* text; const char* criterion; MarkState state; Millipoints points; };
  const Row rows[] = {
      {"The stock stays in PostgreSQL with us.", "stock_truth", met, 2000},
      {"The stock stays in Postgrsql with us.", "stock_truth", met, 2000},
      {"Everything here goes to PostgreSQL today.", "stock_truth", partly, 1000},
      {"Stock: Redis is its source of truth.", "stock_truth", contradicted, 0},
      {"The stock stays in PostgreSQL. The stock stays in Redis.", "stock_truth", partly, 1000},
      {"The stock is never kept in PostgreSQL here.", "stock_truth", cannot_tell, 0},
      {"The stock stays in PostgreSQL and does not stay there.", "stock_truth", partly, 1000},
      {"The stock stays in PostgreSQL with us. The stock is not in PostgreSQL.", "stock_truth", partly, 1000},
      {"The stock stays in PostgreSQL with us. None of that holds.", "stock_truth", cannot_tell, 0},
      {"The weather is fine in this shop.", "stock_truth", not_found, 0},
      {"Stock in PostgreSQL", "stock_truth", cannot_tell, 0},               // three words are no statement
      {"The shown stock expires after one second for us.", "one_second", met, 1000},
      {"The shown stock has a TTL of 10 seconds.", "one_second", contradicted, 0},
      {"We do not need any Elasticsearch for that.", "no_search", met, 1000},
      {"We add Elasticsearch from the first day on.", "no_search", contradicted, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const AnswerGrade answer = shop::graded(row.text);
    const Mark& mark = shop::mark_of(answer, row.criterion);
    CHECK(mark.state == row.state);
    CHECK(mark.points == row.points);
    CHECK(!mark.why.empty());
    CHECK(mark.complete.empty() == (row.state == met));
  }
}

TEST_CASE("evidence is the learner's own bytes, and what was understood is said") {
  const std::string text = "Für uns: the stock stays in „PostgreSQL“ here.";
  const AnswerGrade answer = shop::graded(text);
  const Mark& mark = shop::mark_of(answer, "stock_truth");
  REQUIRE(mark.evidence.size() == 1);
  CHECK(text.substr(mark.evidence[0].start, mark.evidence[0].end - mark.evidence[0].start) == "PostgreSQL");
  CHECK(mark.evidence[0].field == "text");
  CHECK(mark.understood == "stock ← PostgreSQL, stated");
  CHECK(shop::graded("The stock stays in Postgrsql here.").read_as == std::vector<std::string>{"read “postgrsql” as postgresql"});
  CHECK(shop::graded(std::string("We keep the stock in PostgreSQL. The shown stock is cached with a TTL of 500 ms. There is no need for Elasticsearch.")).copied_model);
}

TEST_CASE("a field speaks of its topic without naming it") {
  const AnswerGrade answer = shop::graded(Answer{.words = {{"stock_words", "It lives in PostgreSQL with a transaction."}}});
  CHECK(shop::mark_of(answer, "stock_truth").state == met);
  CHECK(shop::mark_of(answer, "stock_truth").evidence[0].field == "stock_words");
}

TEST_CASE("keywords and shuffled words get a part, the question's own words nothing") {
  CHECK(shop::graded("stock PostgreSQL transaction cache TTL 1 s Elasticsearch Redis session").grade.points <= 1000);
  CHECK(shop::graded(shop::practice().questions[0].scenario[0]).grade.points == 0);
}

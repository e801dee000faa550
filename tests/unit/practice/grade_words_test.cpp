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

TEST_CASE("an answer that says the same in other words, another order or with a slip is marked the same") {
  struct Row { const char* one; const char* other; const char* criterion; };
  const Row rows[] = {
      {"The stock stays in PostgreSQL with us.", "The stock stays in Postgres with us.", "stock_truth"},
      {"There is no need for any Elasticsearch.", "There is no need for any Elastic Search.", "no_search"},
      {"Elasticsearch is overkill for us.", "Elasticsearch is oevrkill for us.", "no_search"},
      {"Elasticsearch is unnecessary here.", "Elasticsearch is unneecssary here.", "no_search"},
      // Whichever of two statements comes first, and whichever of two names it uses.
      {"The stock stays in PostgreSQL. The stock is not in PostgreSQL.", "The stock is not in PostgreSQL. The stock stays in PostgreSQL.", "stock_truth"},
      {"The stock stays in PostgreSQL. The stock is not in PostgreSQL.", "The stock stays in PostgreSQL. The stock is not in Postgres.", "stock_truth"},
      {"The stock is in PostgreSQL. The stock is in a relational database. The stock is not in PostgreSQL.",
       "The stock is in a relational database. The stock is in PostgreSQL. The stock is not in PostgreSQL.", "stock_truth"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.other));
    const AnswerGrade one = shop::graded(row.one), other = shop::graded(row.other);
    CHECK(shop::mark_of(one, row.criterion).state == shop::mark_of(other, row.criterion).state);
  }
}

TEST_CASE("a false claim takes away and never adds") {
  const std::string claim = "Stock: Redis is its source of truth.";
  for (const std::string answer : {"The stock stays in PostgreSQL with us.", "Stock: Redis is its source of truth, PostgreSQL has a copy of the stock.", "Nothing of the kind is known to us."}) {
    CAPTURE(answer);
    const int before = shop::mark_of(shop::graded(answer), "stock_truth").points;
    CHECK(shop::mark_of(shop::graded(answer + "\n\n" + claim), "stock_truth").points <= before);
    CHECK(shop::mark_of(shop::graded(claim + "\n\n" + answer), "stock_truth").points <= before);
  }
  // What is right in the sentence that is wrong earns nothing, however often such a sentence stands there.
  const std::string both = "Redis is the source of truth of the stock; the stock is in PostgreSQL too.";
  CHECK(shop::mark_of(shop::graded(both), "stock_truth").points == 0);
  CHECK(shop::mark_of(shop::graded(both + "\n\n" + both), "stock_truth").points == 0);
  CHECK(shop::mark_of(shop::graded(both + "\n\nThe stock is in MySQL and in PostgreSQL."), "stock_truth").points == 1000);
}

TEST_CASE("a copy of the question earns nothing under another name or with a slip") {
  CHECK(shop::graded("A shop keeps sesisons and the stokc of each product, and the stock must be at most one second old.").grade.points == 0);
}

TEST_CASE("an answer full of denials is marked in linear time") {
  std::string text;
  for (int i = 0; i < 4000; ++i) text += "The stock stays in PostgreSQL. The stock is not in PostgreSQL. ";
  CHECK(shop::mark_of(shop::graded(text), "stock_truth").state == partly);
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

#include "core/migration/symptoms.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/selection/profile_text.h"

using namespace storewright;
using namespace storewright::migration;
using knowledge::built_in;

namespace {

Situation situation(const std::string& text) { return situation_of(selection::profile_of(text), built_in()); }

Symptoms symptoms_of(const std::string& text) { return find_symptoms(built_in_tables(), situation(text)); }

const Finding& found(const Symptoms& symptoms, std::string_view id) {
  for (const Finding& finding : symptoms.found)
    if (finding.symptom->id == id) return finding;
  FAIL("not found: " << std::string(id));
  return symptoms.found.front();
}

bool is_open(const Symptoms& symptoms, std::string_view id) {
  for (const Finding& finding : symptoms.open)
    if (finding.symptom->id == id) return true;
  return false;
}

std::string texts(const std::vector<const Advice*>& list) {
  std::string all;
  for (const Advice* advice : list) all += advice->text + "\n";
  return all;
}

}  // namespace

TEST_CASE("a measure shows its symptom from the threshold on: lower bounds inclusive, above strict") {
  struct Row {
    const char* profile;
    const char* symptom;
    Truth shown;
  };
  const Row rows[] = {
      {R"({"existing":{"metrics":{"read_p99_ms":500}}})", "slow-simple-reads", Truth::no},
      {R"({"existing":{"metrics":{"read_p99_ms":501}}})", "slow-simple-reads", Truth::yes},
      {R"({"existing":{"metrics":{"read_p99_ms":{"low":400,"mid":500,"high":600}}}})", "slow-simple-reads", Truth::unknown},
      {R"({})", "slow-simple-reads", Truth::unknown},
      {R"({"writes_per_second":9000})", "writes-near-ceiling", Truth::no},
      {R"({"writes_per_second":10000})", "writes-near-ceiling", Truth::yes},
      {R"({"writes_per_second":5000,"peak_factor":2})", "writes-near-ceiling", Truth::yes},
      {R"({"existing":{"metrics":{"cpu_percent":80}}})", "cpu-high", Truth::no},
      {R"({"existing":{"metrics":{"cpu_percent":80.1}}})", "cpu-high", Truth::yes},
      {R"({"existing":{"metrics":{"memory_percent":89.9}}})", "memory-full", Truth::no},
      {R"({"existing":{"metrics":{"memory_percent":90}}})", "memory-full", Truth::yes},
      {R"({"existing":{"metrics":{"io_wait_percent":20}}})", "disk-waits", Truth::no},
      {R"({"existing":{"metrics":{"connections_percent":80}}})", "connections-used", Truth::yes},
      {R"({"existing":{"metrics":{"connections_percent":79}}})", "connections-used", Truth::no},
  };
  for (const Row& row : rows) {
    CAPTURE(row.profile);
    const Symptoms symptoms = symptoms_of(row.profile);
    CHECK(symptoms.has(row.symptom) == (row.shown == Truth::yes));
    CHECK(is_open(symptoms, row.symptom) == (row.shown == Truth::unknown));
  }
}

TEST_CASE("writes dominate only where no transaction is needed as well") {
  CHECK(symptoms_of(R"({"read_write_ratio":"1:100","multi_row_transactions":false})").has("writes-dominate"));
  CHECK_FALSE(symptoms_of(R"({"read_write_ratio":"1:100","multi_row_transactions":true})").has("writes-dominate"));
  CHECK_FALSE(symptoms_of(R"({"read_write_ratio":"100:1","multi_row_transactions":false})").has("writes-dominate"));
  CHECK_FALSE(symptoms_of(R"({"read_write_ratio":"1:100","multi_row_transactions":false,"money":true})").has("writes-dominate"));
  const Symptoms half = symptoms_of(R"({"read_write_ratio":"1:100"})");
  CHECK_FALSE(half.has("writes-dominate"));
  CHECK(is_open(half, "writes-dominate"));
}

TEST_CASE("a symptom of one primary is none of a store that spreads its writes") {
  CHECK(symptoms_of(R"({"writes_per_second":20000,"existing":{"store":"postgresql"}})").has("writes-near-ceiling"));
  CHECK_FALSE(symptoms_of(R"({"writes_per_second":20000,"existing":{"store":"cassandra"}})").has("writes-near-ceiling"));
}

TEST_CASE("slow schema changes: tools of MySQL for MySQL, other advice for PostgreSQL") {
  const Symptoms mysql = symptoms_of(R"({"existing":{"store":"mysql","symptoms":["schema-change-slow"]}})");
  const std::string for_mysql = texts(found(mysql, "schema-change-slow").causes[0].advice);
  CHECK(for_mysql.find("pt-online-schema-change") != std::string::npos);
  CHECK(for_mysql.find("PlanetScale") != std::string::npos);
  const Symptoms postgres = symptoms_of(R"({"existing":{"store":"Postgres on RDS","symptoms":["our ALTER TABLE takes hours"]}})");
  const std::string for_postgres = texts(found(postgres, "schema-change-slow").causes[0].advice);
  CHECK(for_postgres.find("pt-online-schema-change") == std::string::npos);
  CHECK(for_postgres.find("constant default") != std::string::npos);
}

TEST_CASE("a search engine is advised only after an indexed text search was tried") {
  const Symptoms first = symptoms_of(R"({"existing":{"store":"postgresql","symptoms":["text-search-slow"]}})");
  CHECK(texts(found(first, "text-search-slow").causes[0].advice).find("Elasticsearch") == std::string::npos);
  CHECK(texts(found(first, "text-search-slow").causes[0].later).find("Elasticsearch") != std::string::npos);
  const Symptoms then = symptoms_of(R"({"existing":{"store":"postgresql","symptoms":["text-search-slow"],"tried":["text-index"]}})");
  CHECK(texts(found(then, "text-search-slow").causes[0].advice).find("Elasticsearch") != std::string::npos);
}

TEST_CASE("slow joins: index, then store the result, and documents last with their warning") {
  const Symptoms symptoms = symptoms_of(R"({"existing":{"store":"postgresql","symptoms":["slow joins"]}})");
  const FoundCause& cause = found(symptoms, "joins-slow").causes[0];
  REQUIRE(cause.advice.size() == 2);
  CHECK(cause.advice[0]->step == "slow-queries");
  CHECK(cause.advice[1]->step == "materialise");
  REQUIRE(cause.later.size() == 1);
  CHECK(cause.later[0]->text.find("document store") != std::string::npos);
  CHECK(cause.later[0]->text.find("third factor") != std::string::npos);
}

TEST_CASE("slow reads: a cause that was measured away is gone, one that nobody measured names what would tell") {
  const Symptoms open = symptoms_of(R"({"existing":{"store":"postgresql","metrics":{"read_p99_ms":501}}})");
  REQUIRE(found(open, "slow-simple-reads").causes.size() == 2);
  CHECK(found(open, "slow-simple-reads").causes[0].missing == std::vector<std::string>{"existing.metrics.memory_percent"});
  const Symptoms measured = symptoms_of(R"({"existing":{"store":"postgresql","metrics":{"read_p99_ms":501,"memory_percent":60,"connections_percent":95}}})");
  REQUIRE(found(measured, "slow-simple-reads").causes.size() == 1);
  CHECK(texts(found(measured, "slow-simple-reads").causes[0].advice).find("PgBouncer") != std::string::npos);
}

TEST_CASE("words that no symptom is called are kept and named") {
  const Symptoms symptoms = symptoms_of(R"({"existing":{"symptoms":["it smells","high CPU"]}})");
  CHECK(symptoms.not_known == std::vector<std::string>{"it smells"});
  CHECK(symptoms.has("cpu-high"));
  CHECK(found(symptoms, "cpu-high").named);
}

TEST_CASE("the writes ceiling shows every figure that the sources name") {
  const Symptoms symptoms = symptoms_of(R"({"writes_per_second":10000})");
  std::vector<double> marks;
  for (const Mark& mark : found(symptoms, "writes-near-ceiling").symptom->marks) marks.push_back(mark.value);
  CHECK(marks == std::vector<double>{10000, 15000, 50000, 100000});
}

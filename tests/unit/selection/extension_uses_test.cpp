#include "core/selection/extension_uses.h"

#include <doctest/doctest.h>

#include "tests/unit/selection/profile_text.h"

using namespace storewright;
using namespace storewright::selection;

namespace {

const std::string tables = R"("data_model":"relational","access_patterns":["key_lookup","range_scan"],"money":true,
    "multi_row_transactions":true,"reads_per_second":30000,"writes_per_second":30000,"data_size_gb":3000)";

}  // namespace

TEST_CASE("each extension of PostgreSQL is what some workload runs on, with a dated limit") {
  struct Row {
    std::string profile;
    const char* extension;
    double amount;
    const char* unit;
  };
  const Row rows[] = {
      {R"({"access_patterns":["vector_similarity"],"vector_count":4000000,"latency_p99_ms":50})", "pgvector", 1e7,
       "embeddings"},
      {R"({"access_patterns":["time_series","joins"],"writes_per_second":5000,"item_bytes":100})", "timescaledb", 50,
       "GB a day"},
      {R"({"access_patterns":["geospatial","joins"],"money":true,"writes_per_second":500})", "postgis", 10000,
       "writes a second"},
      {R"({"access_patterns":["joins","full_text"],"money":true,"documents_indexed":99999999})", "pg-search", 1e8,
       "texts"},
      {"{" + tables + "}", "citus", 10, "% of transactions"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.profile);
    const Recommendation answer = answer_to(row.profile);
    REQUIRE(answer.primary);
    CHECK(answer.primary->run_as == "with_extension");
    CHECK(answer.primary->run_as_record == row.extension);
    REQUIRE_FALSE(answer.extensions.empty());
    const ExtensionUse& use = answer.extensions.front();
    CHECK(use.id == row.extension);
    REQUIRE_FALSE(use.limits.empty());
    CHECK(use.limits[0].amount == row.amount);
    CHECK(use.limits[0].unit == row.unit);
    CHECK(use.limits[0].as_of == "early 2025");
    CHECK(use.limits[0].because.find("benchmark your own load") != std::string::npos);
  }
}

TEST_CASE("an extension is taken for what it has by itself, not for what another one gives") {
  // PostGIS and TimescaleDB record vectors as "extension": only pgvector has them.
  const Recommendation answer = answer_to(
      R"({"access_patterns":["vector_similarity","geospatial","joins"],"money":true,"vector_count":1000000,"latency_p99_ms":50})");
  REQUIRE(answer.extensions.size() == 2);
  CHECK(answer.extensions[0].id == "pgvector");
  CHECK(answer.extensions[1].id == "postgis");
}

TEST_CASE("few texts and a small load need no extension") {
  CHECK(answer_to(R"({"access_patterns":["joins","full_text"],"money":true,"documents_indexed":999999})").extensions.empty());
  CHECK(answer_to(R"({"access_patterns":["joins"],"money":true,"writes_per_second":50})").extensions.empty());
}

TEST_CASE("an extension that the rented service does not offer is said so") {
  const Recommendation rented = answer_to("{" + tables + R"(,"hosting":"managed","platform":"aws"})");
  REQUIRE(rented.extensions.size() == 1);
  CHECK(rented.extensions[0].id == "citus");
  CHECK(rented.extensions[0].offered == false);
  CHECK(rented.extensions[0].hosting_note.find("Amazon RDS for PostgreSQL") != std::string::npos);
  CHECK(rented.primary->run_as == "service");

  const Recommendation vectors = answer_to(
      R"({"access_patterns":["vector_similarity","joins"],"vector_count":4000000,"latency_p99_ms":50,"hosting":"managed","platform":"aws"})");
  CHECK(vectors.extensions[0].offered == true);
  CHECK(vectors.extensions[0].hosting_note.empty());

  const Recommendation own = answer_to("{" + tables + R"(,"hosting":"self_hosted"})");
  CHECK(own.primary->run_as_record == "citus");
  CHECK_FALSE(own.extensions[0].offered);
  CHECK(own.extensions[0].hosting_note.empty());
}

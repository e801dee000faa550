#include "core/selection/recommend.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/selection/matched_store.h"
#include "tests/unit/selection/profile_text.h"

using namespace storewright;
using namespace storewright::selection;
using knowledge::built_in;

namespace {

const EngineVerdict& verdict_for(const Recommendation& answer, std::string_view engine) {
  for (const EngineVerdict& verdict : answer.verdicts)
    if (verdict.engine == engine) return verdict;
  FAIL("no verdict for " << std::string(engine));
  return answer.verdicts.front();
}

bool speaks_of(const std::vector<Reason>& reasons, std::string_view rule) {
  return std::any_of(reasons.begin(), reasons.end(), [&](const Reason& reason) { return reason.rule == rule; });
}

// A feed is never a store, so it is out before anything is asked.
bool is_feed(const EngineVerdict& verdict) {
  return built_in().engine(verdict.engine)->record == knowledge::RecordKind::feed;
}

bool adds(const Recommendation& answer, std::string_view engine) {
  return std::any_of(answer.addons.begin(), answer.addons.end(),
                     [&](const Addon& addon) { return addon.engine == engine; });
}

std::string bytes_of(const Recommendation& answer) {
  JsonWriter writer;
  write_recommendation(writer, answer, built_in());
  return writer.take();
}

}  // namespace

TEST_CASE("well-known workloads get the store that the framework names") {
  struct Row {
    const char* profile;
    const char* engine;
    const char* category;
    const char* run_as_record;
    bool clear;
  };
  const Row rows[] = {
      // Two engineers, a relational recipe app, everything small.
      {R"({"access_patterns":["joins","key_lookup"],"data_model":"relational","consistency":"strong","team_engineers":2,"reads_per_second":60,
           "writes_per_second":2,"data_size_gb":10,"growth_percent_per_month":5,"platform":"aws"})",
       "postgresql", "relational", nullptr, true},
      {R"({"access_patterns":["joins"],"money":true,"multi_row_transactions":true,"consistency":"strong","reads_per_second":900,"writes_per_second":90})",
       "postgresql", "relational", "", true},
      {R"({"access_patterns":["session_cache","key_lookup"],"consistency":"eventual","latency_p99_ms":0.9,"reads_per_second":20000,"writes_per_second":4000})",
       "redis", "key_value", "", true},
      {R"({"access_patterns":["graph_traversal"],"graph_hops":3})", "neo4j", "graph", "", true},
      {R"({"access_patterns":["graph_traversal"],"graph_hops":2})", "postgresql", "relational", "", true},
      {R"({"access_patterns":["graph_traversal","joins"],"graph_hops":2,"data_model":"relational"})", "postgresql",
       "relational", "", false},
      {R"({"access_patterns":["vector_similarity"],"vector_count":20000000,"latency_p99_ms":50})", "qdrant", "vector",
       "", true},
      {R"({"access_patterns":["vector_similarity"],"vector_count":20000000,"latency_p99_ms":500})", "postgresql",
       "relational", "pgvector", true},
      {R"({"access_patterns":["vector_similarity"],"vector_count":4000000,"latency_p99_ms":50})", "postgresql",
       "relational", "pgvector", true},
      {R"({"access_patterns":["vector_similarity","joins"],"multi_row_transactions":true,"vector_count":4000000})",
       "postgresql", "relational", "pgvector", true},
      {R"({"access_patterns":["full_text"],"consistency":"eventual","money":false,"multi_row_transactions":false,"documents_indexed":200000000})",
       "elasticsearch", "search", "", true},
      {R"({"access_patterns":["joins","key_lookup"],"money":true,"regions":"multi_write","consistency":"strong"})",
       nullptr, "newsql", "", true},
      {R"({"access_patterns":["document_entity","key_lookup"],"data_model":"document","schema_change":"variable","consistency":"read_your_writes",
           "reads_per_second":1500,"writes_per_second":50})",
       "mongodb", "document", "", true},
      {R"({"access_patterns":["time_series"],"writes_per_second":100})", "postgresql", "relational", "timescaledb",
       true},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.profile));
    const Recommendation answer = answer_to(row.profile);
    REQUIRE(answer.primary);
    if (row.engine) CHECK(answer.primary->engine == row.engine);
    CHECK(answer.primary->category == row.category);
    if (row.run_as_record) CHECK(answer.primary->run_as_record == row.run_as_record);
    if (row.clear) CHECK(answer.clear_winner);
  }
}

TEST_CASE("half a million measurements a second need a store that spreads writes, never a relational one") {
  const Recommendation answer = answer_to(
      R"({"access_patterns":["append_log","time_series"],"consistency":"eventual","writes_per_second":500000,"reads_per_second":5000})");
  REQUIRE(answer.primary);
  CHECK((answer.primary->category == "wide_column" || answer.primary->category == "time_series"));
  for (const RankedEngine& entry : answer.ranking) CHECK(entry.category != "relational");
  CHECK(speaks_of(verdict_for(answer, "postgresql").rejections, "writes-beyond-one-node"));
}

TEST_CASE("every preset is a profile that leaves at least one engine") {
  for (const knowledge::Preset& preset : built_in().presets) {
    CAPTURE(preset.id);
    const Result<Profile> profile = read_profile(preset.profile);
    REQUIRE(profile);
    const Recommendation answer = recommend(*profile, built_in());
    CHECK(answer.primary);
    CHECK(answer.derived.tier);
    CHECK(answer.derived.tier_12m);
  }
}

TEST_CASE("a second store is named beside the primary, never instead of it") {
  const Recommendation shop = answer_to(
      R"({"access_patterns":["joins","full_text","aggregation_analytics","session_cache"],"money":true,"documents_indexed":200000000,
          "reads_per_second":9900,"writes_per_second":99,"dedicated_dba":true})");
  REQUIRE(shop.primary);
  CHECK(shop.primary->engine == "postgresql");
  CHECK(adds(shop, "elasticsearch"));
  CHECK(adds(shop, "clickhouse"));
  CHECK(adds(shop, "redis"));
  CHECK(shop.addons.size() == 3);

  const Recommendation small =
      answer_to(R"({"access_patterns":["joins","full_text"],"money":true,"documents_indexed":99000000})");
  CHECK_FALSE(adds(small, "elasticsearch"));
  CHECK(speaks_of(small.warnings, "search-can-wait"));

  const Recommendation board =
      answer_to(R"({"access_patterns":["session_cache"],"consistency":"eventual","read_write_ratio":"100:1"})");
  REQUIRE(board.primary);
  CHECK(board.primary->engine == "redis");
  CHECK(board.addons.empty());
}

TEST_CASE("an empty profile keeps everything open, decides nothing and says what to answer") {
  const Recommendation answer = answer_to("{}");
  CHECK_FALSE(answer.clear_winner);
  CHECK(answer.margin == 0);
  for (const EngineVerdict& verdict : answer.verdicts)
    CHECK((verdict.verdict == Verdict::rejected) == is_feed(verdict));
  REQUIRE_FALSE(answer.unknowns.empty());
  CHECK(answer.unknowns[0].field == "money");
  CHECK(answer.steps.size() == 5);
  for (const StepSummary& step : answer.steps) {
    CHECK_FALSE(step.answered);
    CHECK_FALSE(step.finding.empty());
  }
  CHECK(answer.warnings.empty());
}

TEST_CASE("answers that contradict each other are told, not hidden") {
  const Recommendation answer = answer_to(R"({"access_patterns":["joins"],"data_model":"key_value"})");
  CHECK_FALSE(answer.primary);
  CHECK_FALSE(answer.clear_winner);
  CHECK(answer.ranking.empty());
  CHECK(speaks_of(verdict_for(answer, "dynamodb").rejections, "joins-across-records"));
  CHECK(speaks_of(verdict_for(answer, "postgresql").rejections, "shape-key-value"));
  CHECK(speaks_of(answer.warnings, "joins-in-key-value"));
  CHECK(answer_sentence(answer, built_in()).find("contradict") != std::string::npos);
}

TEST_CASE("each consistency level refuses the stores that cannot be asked for it") {
  struct Row {
    const char* level;
    const char* out;
    const char* in;
  };
  const Row rows[] = {
      {"strong", "redis", "postgresql"}, {"strong", "clickhouse", "cassandra"},    {"causal", "redis", "cassandra"},
      {"causal", "qdrant", "mongodb"},   {"read_your_writes", "couchdb", "redis"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.level));
    const Recommendation answer = answer_to("{\"consistency\":\"" + std::string(row.level) + "\"}");
    CHECK(verdict_for(answer, row.out).verdict == Verdict::rejected);
    CHECK(verdict_for(answer, row.out).rejections[0].step == Step::consistency);
    CHECK(verdict_for(answer, row.in).verdict != Verdict::rejected);
  }
  for (const EngineVerdict& verdict : answer_to(R"({"consistency":"eventual"})").verdicts)
    CHECK((verdict.verdict == Verdict::rejected) == is_feed(verdict));
}

TEST_CASE("money asks for transactions and strong reads, whatever freshness was asked for") {
  const Recommendation answer = answer_to(R"({"money":true,"consistency":"eventual"})");
  CHECK(speaks_of(answer.warnings, "money-with-weak-reads"));
  for (const char* engine : {"cassandra", "scylladb", "redis", "couchdb", "elasticsearch", "clickhouse", "qdrant"}) {
    CAPTURE(engine);
    CHECK(verdict_for(answer, engine).rejections[0].rule == "money-needs-transactions");
  }
}

TEST_CASE("a range that straddles a limit leaves an engine undecided and names the field") {
  const Recommendation answer =
      answer_to(R"({"access_patterns":["joins"],"writes_per_second":{"low":1000,"mid":50000,"high":200000}})");
  const EngineVerdict& postgresql = verdict_for(answer, "postgresql");
  CHECK(postgresql.verdict == Verdict::undecided);
  CHECK(speaks_of(postgresql.open, "writes-beyond-one-node"));
  CHECK(std::find(postgresql.unknowns.begin(), postgresql.unknowns.end(), "writes_per_second") !=
        postgresql.unknowns.end());
  CHECK_FALSE(answer.derived.tier);
}

TEST_CASE("growth that nobody gave is an open question, never zero") {
  const auto asks_growth = [](const Recommendation& answer) {
    return std::any_of(answer.unknowns.begin(), answer.unknowns.end(),
                       [](const Unknown& unknown) { return unknown.field == "growth_percent_per_month"; });
  };
  CHECK(asks_growth(answer_to(R"({"writes_per_second":100})")));
  CHECK_FALSE(asks_growth(answer_to(R"({"writes_per_second":100,"growth_percent_per_month":0})")));
  CHECK(asks_growth(answer_to(R"({"writes_per_second":100,"data_size_gb":10,"growth_gb_per_month":1})")));
  CHECK_FALSE(asks_growth(answer_to(R"({"data_size_gb":10,"growth_gb_per_month":1})")));
  CHECK_FALSE(asks_growth(answer_to("{}")));
}

TEST_CASE("four engineers should rent, five may choose, and an answer of theirs wins") {
  struct Row {
    const char* profile;
    const char* hosting;
  };
  const Row rows[] = {
      {R"({"team_engineers":4})", "managed"},
      {R"({"team_engineers":5})", "either"},
      {R"({"team_engineers":4,"hosting":"any"})", "managed"},
      {R"({"team_engineers":2,"hosting":"self_hosted"})", "self_hosted"},
      {R"({"team_engineers":50,"hosting":"managed"})", "managed"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.profile));
    const Recommendation answer = answer_to(row.profile);
    REQUIRE(answer.hosting);
    CHECK(answer.hosting->answer == row.hosting);
  }
  CHECK_FALSE(answer_to("{}").hosting);
  CHECK(speaks_of(answer_to(R"({"team_engineers":2,"hosting":"self_hosted"})").warnings, "small-team-own-machines"));
}

TEST_CASE("platform, hosting and licence filter the stores") {
  struct Row {
    const char* profile;
    const char* engine;
    const char* rule;
  };
  const Row rows[] = {
      {R"({"platform":"aws"})", "spanner", "platform-aws"},
      {R"({"platform":"gcp"})", "dynamodb", "platform-gcp"},
      {R"({"platform":"on_premises"})", "dynamodb", "on-premises-only"},
      {R"({"hosting":"self_hosted"})", "spanner", "own-machines-only"},
      {R"({"licences_excluded":["proprietary"]})", "dynamodb", "licence-proprietary"},
      {R"({"licences_excluded":["source_available"]})", "mongodb", "licence-source-available"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.profile));
    CHECK(speaks_of(verdict_for(answer_to(row.profile), row.engine).rejections, row.rule));
  }
}

TEST_CASE("a store built for many nodes draws a warning under a light load") {
  const Recommendation answer = answer_to(R"({"writes_per_second":0.0116,"stores_in_use":["cassandra"]})");
  CHECK(answer.derived.tier == 1);
  CHECK(speaks_of(answer.warnings, "too-much-machine"));
  CHECK_FALSE(speaks_of(verdict_for(answer, "cassandra").preferences, "one-node-is-enough"));
  CHECK(speaks_of(verdict_for(answer, "postgresql").preferences, "one-node-is-enough"));
}

TEST_CASE("the store that stands there is matched by the name people use, or said to be unknown") {
  struct Row {
    const char* text;
    const char* engine;
  };
  const Row rows[] = {{"PostgreSQL", "postgresql"}, {"Postgres 14", "postgresql"},          {"mongo", "mongodb"},
                      {"MongoDB", "mongodb"},       {"Apache Cassandra 3.11", "cassandra"}, {"dynamo", "dynamodb"}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const knowledge::Engine* engine = matched_store(built_in(), row.text);
    REQUIRE(engine);
    CHECK(engine->id == row.engine);
  }
  CHECK(matched_store(built_in(), "") == nullptr);
  CHECK(matched_store(built_in(), "a shelf of paper") == nullptr);

  const Recommendation answer = answer_to(R"({"money":true,"existing":{"store":"a shelf of paper"}})");
  CHECK_FALSE(answer.migration);
  CHECK(speaks_of(answer.warnings, "existing-store-unmatched"));
  const Recommendation same =
      answer_to(R"({"access_patterns":["joins"],"money":true,"existing":{"store":"postgres"}})");
  REQUIRE(same.migration);
  CHECK_FALSE(same.migration->needed);
}

TEST_CASE("the answer is a sentence with the load and the point to look again") {
  const Recommendation answer = answer_to(
      R"({"access_patterns":["joins"],"data_model":"relational","consistency":"strong","reads_per_second":9000,"writes_per_second":900,
                                             "team_engineers":3,"platform":"aws"})");
  CHECK(answer_sentence(answer, built_in()) ==
        "Use PostgreSQL, managed. Your 900 writes a second fit on one machine; look again near 10,000.");
  CHECK(answer.steps[1].finding == "90.9 % of your operations are reads: nearest to balanced (10:1).");
  const Recommendation grown = answer_to(R"({"writes_per_second":100,"growth_percent_per_month":10})");
  CHECK(grown.steps[3].finding == "313.8 writes a second in 12 months: tier 1, one node is enough.");
  // The growth of the data says nothing of the writes.
  const Recommendation data_only = answer_to(R"({"writes_per_second":100,"data_size_gb":10,"growth_gb_per_month":1})");
  CHECK(data_only.steps[3].finding ==
        "100 writes a second today (you have not said how fast it grows): tier 1, one node is enough.");
  const Recommendation archive = answer_to(R"({"access_patterns":["joins"],"writes_per_second":9,"data_size_gb":20000})");
  CHECK(archive.steps[3].finding.find("20,000 GB today") == 0);
  CHECK(answer_sentence(archive, built_in()).find("Your 20,000 GB need several machines") != std::string::npos);
  CHECK(answer_sentence(answer_to(R"({"access_patterns":["joins"],"writes_per_second":1})"), built_in())
            .find("Your 1 write a second fits on one machine; look again near 10,000.") != std::string::npos);
  CHECK(answer_sentence(answer_to(R"({"read_write_ratio":"1:100"})"), built_in()).find(" suit your workload equally well.") !=
        std::string::npos);
  CHECK(answer_to(R"({"read_write_ratio":"100:1"})").steps[1].finding ==
        "99.0 % of your operations are reads: nearest to read-heavy (100:1).");
}

TEST_CASE("every sentence of every rule is filled: no braces are left and no name is unknown") {
  for (const knowledge::Preset& preset : built_in().presets) {
    CAPTURE(preset.id);
    const Result<Profile> profile = read_profile(preset.profile);
    REQUIRE(profile);
    const std::string bytes = bytes_of(recommend(*profile, built_in()));
    const Result<Json> json = read_json(bytes, pack_limits);
    REQUIRE(json);
    for (const char* list : {"warnings", "triggers", "addons"})
      for (const Json& item : *json->find(list)->array()) {
        const std::string& because = *item.find("because")->text();
        CHECK(because.find('{') == std::string::npos);
        CHECK(because.find("that many") == std::string::npos);
      }
  }
}

TEST_CASE("changing the weights never changes a verdict") {
  for (const knowledge::Preset& preset : built_in().presets) {
    CAPTURE(preset.id);
    const Result<Profile> profile = read_profile(preset.profile);
    REQUIRE(profile);
    const Recommendation usual = recommend(*profile, built_in());
    Profile turned_profile = *profile;
    turned_profile.weights = "0,0,1,100,1000";
    const Recommendation turned = recommend(turned_profile, built_in());
    REQUIRE(usual.verdicts.size() == turned.verdicts.size());
    for (std::size_t i = 0; i < usual.verdicts.size(); ++i)
      CHECK(usual.verdicts[i].verdict == turned.verdicts[i].verdict);
  }
}

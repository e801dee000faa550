#include "core/migration/reasons.h"

#include <doctest/doctest.h>

#include <string>

using namespace storewright;
using namespace storewright::migration;

namespace {

Reasons judge(const std::vector<std::string>& said, bool symptom_found = false) {
  return judge_reasons(built_in_tables(), said, Situation{}, symptom_found);
}

}  // namespace

TEST_CASE("any of the three wrong reasons alone stops; one that counts, or a symptom, does not") {
  struct Row {
    std::vector<std::string> said;
    bool symptom;
    Truth stop;
  };
  const Row rows[] = {
      {{"NoSQL scales better"}, false, Truth::yes},
      {{"MongoDB is more flexible"}, false, Truth::yes},
      {{"everyone uses Cassandra"}, false, Truth::yes},
      {{"nosql-scales-better", "mongodb-more-flexible", "everyone-uses-cassandra"}, false, Truth::yes},
      {{"NoSQL scales better"}, true, Truth::no},
      {{"NoSQL scales better", "we need ACID"}, false, Truth::no},
      {{"NoSQL scales better", "my aunt said so"}, false, Truth::unknown},
      {{"we need ACID"}, false, Truth::no},
      {{"my aunt said so"}, false, Truth::no},
      {{}, false, Truth::no},
      {{"  "}, false, Truth::no},
  };
  for (const Row& row : rows) {
    CAPTURE(row.said.size());
    CHECK(judge(row.said, row.symptom).stop == row.stop);
  }
}

TEST_CASE("a wrong reason says what to find out first, and the flexible one is softened") {
  const Reasons reasons = judge({"MongoDB is more flexible"});
  REQUIRE(reasons.wrong.size() == 1);
  CHECK_FALSE(reasons.wrong[0].reason->first.empty());
  CHECK(reasons.wrong[0].reason->correction.find("change streams") != std::string::npos);
}

TEST_CASE("a reason is read from people's own words, and unknown ones are kept") {
  CHECK(reason_meant(built_in_tables(), "analytics slow OLTP")->id == "analytics-slows");
  CHECK(reason_meant(built_in_tables(), "GC pauses every minute")->id == "gc-pauses");
  CHECK(reason_meant(built_in_tables(), "small team")->id == "team-too-small");
  CHECK(reason_meant(built_in_tables(), "PostGIS")->id == "missing-types");
  CHECK(reason_meant(built_in_tables(), "") == nullptr);
  CHECK(judge({"the moon"}).not_known == std::vector<std::string>{"the moon"});
}

TEST_CASE("the same reason in two words is one reason") {
  CHECK(judge({"ACID", "transactions"}).sound.size() == 1);
}

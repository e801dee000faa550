// The page that compares costs: prices of one's own, files that are refused, what the profile fills in.
#include <doctest/doctest.h>

#include "core/base/packs.h"
#include "tests/unit/app/visit.h"

using namespace storewright;

namespace {

constexpr std::string_view route = "#/calculate/compare";

struct Visit : PageVisit {
  explicit Visit(std::string_view href) : PageVisit(href) { take("prices", packs::prices()); }
};

}  // namespace

TEST_CASE("a price of one's own changes the answer, stands in the link, and is taken back") {
  Visit visit(route);
  CHECK(visit.says("Cheapest: Amazon RDS for PostgreSQL, $2,001"));
  visit.press("Amazon RDS for PostgreSQL: $2,001 to $2,801 a month");
  visit.press("Put in your own prices");
  visit.act_on("main/rds-postgresql-compute", "text", "0.5");
  CHECK(visit.says("Cheapest: Amazon RDS for PostgreSQL, $1,417"));
  CHECK(visit.link_has("prices="));
  CHECK(visit.says("$0.5 an hour, yours"));
  visit.platform.send(R"({"type":"undo"})");
  CHECK(visit.says("Cheapest: Amazon RDS for PostgreSQL, $2,001"));
  CHECK_FALSE(visit.link_has("prices="));
}

TEST_CASE("a price that is no number is told in its field, and the last good answer stays") {
  Visit visit(route);
  visit.press("Amazon RDS for PostgreSQL: $2,001 to $2,801 a month");
  visit.press("Put in your own prices");
  for (const std::string_view typed : {"cheap", "-1", "0,5", "1e300"}) {
    CAPTURE(typed);
    visit.act_on("main/rds-postgresql-compute", "text", typed);
    const ui::Node* field = visit.find(ui::Role::number, "rds-postgresql, db.r6g.2xlarge");
    REQUIRE(field != nullptr);
    CHECK(field->invalid);
    CHECK(field->description.find("must be") != std::string::npos);
    CHECK(visit.says("Cheapest: Amazon RDS for PostgreSQL, $2,001"));
    CHECK(visit.says("This is the answer to the last numbers that could."));
  }
  visit.act_on("main/rds-postgresql-compute", "text", "$0.5");
  CHECK(visit.says("Cheapest: Amazon RDS for PostgreSQL, $1,417"));
}

TEST_CASE("a bad price file is refused with its row, and the last good answer stays") {
  Visit visit(route);
  visit.press("Load a price file of your own");
  visit.act_on("main/inputs/price_file", "text", R"({"prices": [{"provider": "aws", "service": "ec2", "item": "r6g.2xlarge", "region": "us-east-1", "currency": "EUR", "unit": "hour", "amount": 1}]})");
  CHECK(visit.says("\"EUR\" is not added up with USD"));
  CHECK(visit.says("row 1"));
  CHECK(visit.says("Cheapest: Amazon RDS for PostgreSQL, $2,001"));
  CHECK(visit.says("This is the answer to the last numbers that could."));
  visit.act_on("main/inputs/price_file", "text", R"({"prices": [{"provider": "aws", "service": "ec2", "item": "r6g.2xlarge", "region": "us-east-1", "currency": "USD", "unit": "hour", "amount": 0}]})");
  CHECK_FALSE(visit.says("This is the answer to the last numbers that could."));
  CHECK_FALSE(visit.link_has("price_file"));
}

TEST_CASE("the workload fills the form and leaves out what it rules out, until the reader says otherwise") {
  Visit visit("#/decide?v=1&data_model=relational&money=true&data_size_gb=300");
  visit.platform.send(R"({"type":"route","href":"#/calculate/compare"})");
  CHECK(visit.says("Data: 300 GB."));
  CHECK(visit.says("Your workload rules it out."));
  visit.press("Leave my profile out");
  CHECK_FALSE(visit.says("Your workload rules it out."));
  CHECK(visit.says("Cheapest: Amazon RDS for PostgreSQL, $2,001"));
}

TEST_CASE("prices past their date are flagged once the host says the day") {
  Visit visit(route);
  CHECK_FALSE(visit.says("past the date on which they should be read again"));
  visit.platform.send(R"({"type":"day","value":"2028-01-01"})");
  CHECK(visit.says("past the date on which they should be read again"));
}

TEST_CASE("the table sorts by the column that is pressed") {
  Visit visit(route);
  const auto first_row = [&] {
    for (const ui::Node& node : visit.platform.tree().nodes)
      if (node.role == ui::Role::rowheader && node.id.starts_with("main/options/")) return node.name;
    return std::string();
  };
  CHECK(first_row() == "Amazon RDS for PostgreSQL");
  visit.act_on("main/options/head/sort-burden", "press");
  CHECK(first_row() == "DynamoDB, paid by request");
}

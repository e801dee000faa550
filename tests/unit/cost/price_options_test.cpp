#include "core/cost/price_options.h"

#include <doctest/doctest.h>

#include "core/base/packs.h"
#include "core/cost/compare.h"

using namespace storewright;
using namespace storewright::cost;

namespace {

const char* one_price =
    R"({"provider": "acme", "service": "db", "item": "node", "region": "us-east-1", "currency": "USD", "unit": "hour", "amount": 1, "source": "", "kind": "unverified", "read": "2026-11-22", "review_by": "2027-05-22"})";

std::string option_text(const std::string& line, const std::string& more = "") {
  return R"({"id": "acme", "name": "Acme DB", "engine": "postgresql", "runs": "managed", "burden": "low", "hours_a_month": 2, "hours_says": "An estimate.")" + more + R"(, "lines": [)" + line + "]}";
}
const std::string node_line = R"({"id": "nodes", "group": "compute", "label": "Nodes", "quantities": ["hours"], "times": 3, "price": "acme/db/node"})";

Result<PriceRules> loaded(const std::string& prices, const std::string& options) {
  const auto json = read_json(R"({"format": "storewright/prices@1", "prices": [)" + prices + R"(], "options": [)" + options + R"(], "quoted": []})");
  REQUIRE(json);
  return load_prices_pack(*json);
}

}  // namespace

TEST_CASE("a price and an option are added by data alone") {
  const auto rules = loaded(one_price, option_text(node_line));
  REQUIRE(rules);
  const auto answer = compare_costs({}, *rules);
  REQUIRE(answer);
  REQUIRE(answer->priced() == 1);
  CHECK(answer->options[0].bill_usd_per_month == Range::exactly(730 * 3));
  CHECK(answer->options[0].usd_per_month == Range::exactly(730 * 3 + 2 * 200));
  CHECK(answer->options[0].lines[0].formula.filled == "730 x 3 x 1 = $2,190");
}

TEST_CASE("an option that names what does not exist is refused") {
  struct Row { const char* what; std::string prices, options; int code; };
  const Row rows[] = {
      {"a price", one_price, option_text(R"({"id": "n", "group": "compute", "label": "N", "quantities": ["hours"], "price": "acme/db/nodes"})"), 3007},
      {"a quantity", one_price, option_text(R"({"id": "n", "group": "compute", "label": "N", "quantities": ["hour"], "price": "acme/db/node"})"), 3007},
      {"a size that nothing gives", one_price, option_text(R"({"id": "n", "group": "compute", "label": "N", "quantities": ["hours", "units"], "price": "acme/db/node"})"), 3007},
      {"an id twice", one_price, option_text(node_line) + "," + option_text(node_line), 3007},
      {"a group", one_price, option_text(R"({"id": "n", "group": "cpu", "label": "N", "quantities": ["hours"], "price": "acme/db/node"})"), 1401},
      {"a price twice", std::string(one_price) + "," + one_price, option_text(node_line), 3002},
      {"a size of nothing", one_price, option_text(node_line, R"(, "sizing": {"unit": "nodes", "units_for_one_load": 1, "smallest": 0, "step": "whole", "says": "x", "source": "product-rule", "kind": "product_rule"})"), 1401},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.what));
    const auto rules = loaded(row.prices, row.options);
    REQUIRE_FALSE(rules);
    CHECK(rules.problems()[0].code == row.code);
  }
}

TEST_CASE("another pack is refused") {
  const auto json = read_json(R"({"format": "storewright/prices@2"})");
  const auto rules = load_prices_pack(*json);
  REQUIRE_FALSE(rules);
  CHECK(rules.problems()[0].code == 3001);
}

TEST_CASE("our own prices say source or unverified, and both dates") {
  const PriceRules& rules = built_in_prices();
  CHECK(rules.options.size() >= 8);
  for (const Price& price : rules.book.prices) {
    CAPTURE(key_of(price));
    CHECK((!price.source.empty() || price.kind == knowledge::FactKind::unverified));
    CHECK(price.read.size() == 10);
    CHECK(price.review_by > price.read);
  }
}

TEST_CASE("every quantity has a name and words of its own") {
  for (int i = 0; i < quantity_count; ++i)
    for (int other = 0; other < i; ++other) {
      CHECK(quantity_name(static_cast<Quantity>(i)) != quantity_name(static_cast<Quantity>(other)));
      CHECK(words_of(static_cast<Quantity>(i)) != words_of(static_cast<Quantity>(other)));
    }
}

#include "core/cost/price_book.h"

#include <doctest/doctest.h>

#include "core/cost/price_options.h"

using namespace storewright;
using namespace storewright::cost;

namespace {

std::string row(const std::string& changed) {
  return R"({"provider": "aws", "service": "ec2", "item": "r6g.2xlarge", "region": "us-east-1", )" + changed + "}";
}
std::string file(const std::string& rows) { return "{\"prices\": [" + rows + "]}"; }

const std::string good = row(R"("currency": "USD", "unit": "hour", "amount": 0.26)");

}  // namespace

TEST_CASE("a key is provider, service, item, region and currency; a reference is its first three") {
  const Price price{.provider = "aws", .service = "ec2", .item = "x", .region = "us-east-1", .currency = "USD", .unit = PriceUnit::hour, .amount = {}, .source = {}, .read = {}, .review_by = {}, .note = {}};
  CHECK(key_of(price) == "aws/ec2/x/us-east-1/USD");
  CHECK(reference_of(price) == "aws/ec2/x");
}

TEST_CASE("a file of one's own replaces a price by its key and adds others") {
  const PriceBook& book = built_in_prices().book;
  const std::string other = R"({"provider": "hetzner", "service": "cloud", "item": "ccx33", "region": "fsn1", "currency": "USD", "unit": "month", "low": 50, "high": 60})";
  const auto own = with_price_file(book, file(good + "," + other));
  REQUIRE(own);
  CHECK(own->prices.size() == book.prices.size() + 1);
  CHECK(own->find("aws/ec2/r6g.2xlarge/us-east-1/USD")->amount == Range::exactly(0.26));
  CHECK(own->find("aws/ec2/r6g.2xlarge/us-east-1/USD")->overridden);
  CHECK(own->find("hetzner/cloud/ccx33/fsn1/USD")->amount == Range{50, 55, 60});
}

TEST_CASE("a bad price file is refused with the row and the reason") {
  struct Row { const char* what; std::string text; int code; const char* where; const char* says; };
  const Row rows[] = {
      {"no JSON", "nonsense", 1002, "byte", "JSON"},
      {"a list", "[]", 3001, "/prices", "the list"},
      {"an object without prices", "{}", 3001, "/prices", "the list"},
      {"the same key twice", file(good + "," + good), 3002, "/prices/1", "Rows 1 and 2"},
      {"no unit", file(row(R"("currency": "USD", "amount": 1)")), 3003, "/prices/0", "no unit"},
      {"a unit nobody knows", file(row(R"("currency": "USD", "unit": "fortnight", "amount": 1)")), 3003, "/prices/0", "fortnight"},
      {"another unit than the book's", file(row(R"("currency": "USD", "unit": "gb_month", "amount": 1)")), 3003, "/prices/0", "an hour in the book"},
      {"another currency", file(row(R"("currency": "EUR", "unit": "hour", "amount": 1)")), 3004, "/prices/0", "EUR"},
      {"no currency", file(row(R"("unit": "hour", "amount": 1)")), 3004, "/prices/0", "no currency"},
      {"no amount", file(row(R"("currency": "USD", "unit": "hour")")), 3005, "/prices/0", "amount"},
      {"a negative amount", file(row(R"("currency": "USD", "unit": "hour", "amount": -1)")), 3005, "/prices/0", "negative"},
      {"an enormous amount", file(row(R"("currency": "USD", "unit": "hour", "amount": 1e300)")), 3005, "/prices/0", "at most"},
      {"bounds that fall", file(row(R"("currency": "USD", "unit": "hour", "low": 2, "high": 1)")), 3005, "/prices/0", "rise"},
      {"an amount in words", file(row(R"("currency": "USD", "unit": "hour", "amount": "cheap")")), 3005, "/prices/0", "amount"},
      {"a source nobody knows", file(row(R"("currency": "USD", "unit": "hour", "amount": 1, "source": "a-friend")")), 3006, "/prices/0", "a-friend"},
      {"a date that is none", file(row(R"("currency": "USD", "unit": "hour", "amount": 1, "read": "yesterday")")), 3009, "/prices/0", "2026-11-22"},
      {"a month that does not exist", file(row(R"("currency": "USD", "unit": "hour", "amount": 1, "review_by": "2026-13-01")")), 3009, "/prices/0", "review_by"},
  };
  for (const Row& bad : rows) {
    CAPTURE(std::string(bad.what));
    const auto own = with_price_file(built_in_prices().book, bad.text);
    REQUIRE_FALSE(own);
    const Problem& first = own.problems().front();
    CHECK(first.code == bad.code);
    CHECK(first.where.find(bad.where) != std::string::npos);
    CHECK(first.message.find(bad.says) != std::string::npos);
  }
}

TEST_CASE("every bad row of a file is reported, not the first alone") {
  const auto own = with_price_file(built_in_prices().book, file(row(R"("currency": "EUR", "unit": "hour", "amount": 1)") + "," + good + "," + row(R"("currency": "USD", "amount": 1)")));
  REQUIRE_FALSE(own);
  CHECK(own.problems().size() >= 2);
}

TEST_CASE("an amount of one's own is a number or bounds that rise") {
  const std::string key = "aws/ec2/r6g.2xlarge/us-east-1/USD";
  struct Row { const char* text; bool good; Range amount; };
  const Row rows[] = {{"0.3", true, {0.3, 0.3, 0.3}}, {"0", true, {0, 0, 0}}, {"0.2~0.4", true, {0.2, 0.30000000000000004, 0.4}},
                      {"0.2~0.25~0.4", true, {0.2, 0.25, 0.4}}, {"0.4~0.2", false, {}}, {"-1", false, {}}, {"", false, {}}, {"cheap", false, {}}, {"1~2~3~4", false, {}}};
  for (const Row& one : rows) {
    CAPTURE(std::string(one.text));
    const auto own = with_overrides(built_in_prices().book, {{key, one.text}});
    REQUIRE(static_cast<bool>(own) == one.good);
    if (!own) CHECK(own.problems()[0].code == 3005);
    else {
      CHECK(own->find(key)->amount.low == doctest::Approx(one.amount.low));
      CHECK(own->find(key)->amount.mid == doctest::Approx(one.amount.mid));
      CHECK(own->find(key)->amount.high == doctest::Approx(one.amount.high));
    }
  }
}

TEST_CASE("a key that does not exist names the nearest") {
  const auto own = with_overrides(built_in_prices().book, {{"aws/ec2/r6g.2xlage/us-east-1/USD", "1"}});
  REQUIRE_FALSE(own);
  CHECK(own.problems()[0].code == 3008);
  CHECK(own.problems()[0].message.find("r6g.2xlarge") != std::string::npos);
}

TEST_CASE("a price is old strictly after its date, and never while the day is not known") {
  Price price = built_in_prices().book.prices.front();
  price.review_by = "2027-05-22";
  CHECK_FALSE(is_stale(price, "2027-05-22"));
  CHECK(is_stale(price, "2027-05-23"));
  CHECK_FALSE(is_stale(price, ""));
}

TEST_CASE("a price of every region stands in where a region has none of its own") {
  PriceBook book = built_in_prices().book;
  CHECK(book.find("aws/ebs/gp3", "us-east-1") != nullptr);
  CHECK(book.find("aws/ebs/gp3", "eu-central-1") == nullptr);
  Price everywhere = *book.find("aws/ebs/gp3", "us-east-1");
  everywhere.region = "any";
  book.prices.push_back(everywhere);
  CHECK(book.find("aws/ebs/gp3", "eu-central-1")->region == "any");
  CHECK(book.find("aws/ebs/gp3", "us-east-1")->region == "us-east-1");
}

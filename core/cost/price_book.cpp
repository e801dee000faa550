#include "core/cost/price_book.h"

#include <utility>

#include "core/base/text.h"
#include "core/knowledge/member_reader.h"

namespace storewright::cost {
namespace {

using knowledge::MemberReader;

constexpr std::string_view unit_names[] = {"hour", "month", "gb_month", "gb", "million_requests"};
constexpr std::string_view unit_words[] = {"an hour", "a month", "a GB and month", "a GB", "a million requests"};
constexpr double highest_amount = 1e9;

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9})
    if (text[i] < '0' || text[i] > '9') return false;
  const int month = (text[5] - '0') * 10 + text[6] - '0';
  const int day = (text[8] - '0') * 10 + text[9] - '0';
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

bool is_amount(const Range& amount) {
  return amount.low >= 0 && amount.low <= amount.mid && amount.mid <= amount.high && amount.high <= highest_amount;
}

const double* number_of(const MemberReader& reader, std::string_view key) {
  const Json* json = reader.find(key);
  return json ? json->number() : nullptr;
}

Range read_amount(MemberReader& reader, Problems& problems) {
  const double* amount = number_of(reader, "amount");
  const double* low = number_of(reader, "low");
  const double* mid = number_of(reader, "mid");
  const double* high = number_of(reader, "high");
  Range range;
  if (amount) range = Range::exactly(*amount);
  else if (low && high) range = {*low, mid ? *mid : (*low + *high) / 2, *high};
  else {
    problems.push_back({3005, reader.where(), "This price needs a number \"amount\", or \"low\" and \"high\"."});
    return range;
  }
  if (!is_amount(range))
    problems.push_back({3005, reader.where(), "An amount is not negative, at most " + display_number(highest_amount) +
                                                  ", and its bounds rise from low to high."});
  return range;
}

PriceUnit read_unit(MemberReader& reader, Problems& problems) {
  const std::string unit = reader.text("unit");
  for (std::size_t i = 0; i < std::size(unit_names); ++i)
    if (unit_names[i] == unit) return static_cast<PriceUnit>(i);
  std::vector<std::string> names(std::begin(unit_names), std::end(unit_names));
  const std::string given = unit.empty() ? "This price has no unit" : "\"" + shortened(unit, 40) + "\" is no unit of prices";
  problems.push_back({3003, reader.where(), given + "; units are " + sentence_list(names) + "."});
  return PriceUnit::hour;
}

std::string read_date(MemberReader& reader, std::string_view key, PriceOrigin origin, Problems& problems) {
  const std::string date = origin == PriceOrigin::content ? reader.required_text(key) : reader.text(key);
  if (!date.empty() && !is_date(date))
    problems.push_back({3009, reader.where(), "\"" + std::string(key) + "\" must be a date such as 2026-11-22."});
  return date;
}

void read_origin(MemberReader& reader, PriceOrigin origin, Price& price, Problems& problems) {
  price.read = read_date(reader, "read", origin, problems);
  price.review_by = read_date(reader, "review_by", origin, problems);
  price.source = reader.text("source");
  if (origin == PriceOrigin::own) {
    if (price.source.empty()) price.source = "own";
    return;
  }
  price.kind = static_cast<knowledge::FactKind>(
      reader.word("kind", knowledge::fact_kind_names(), static_cast<int>(knowledge::FactKind::unverified)));
  if (price.source.empty() && price.kind != knowledge::FactKind::unverified)
    problems.push_back({3006, reader.where(), "Only an unverified price may lack its source."});
}

Price read_price(MemberReader& reader, PriceOrigin origin, Problems& problems) {
  Price price;
  price.provider = reader.required_text("provider");
  price.service = reader.required_text("service");
  price.item = reader.required_text("item");
  price.region = reader.required_text("region");
  price.currency = reader.text("currency");
  if (price.currency != book_currency)
    problems.push_back({3004, reader.where(), price.currency.empty() ? "This price has no currency; prices are in USD."
                                                                     : "\"" + shortened(price.currency, 40) + "\" is not added up with USD; give the price in USD."});
  price.unit = read_unit(reader, problems);
  price.amount = read_amount(reader, problems);
  price.note = reader.text("note");
  read_origin(reader, origin, price, problems);
  return price;
}

/// "0.9", "0.8~1.0" or "0.8~0.9~1.0".
bool read_bounds(std::string_view text, Range& amount) {
  const std::vector<std::string> parts = split(text, '~');
  double numbers[3] = {};
  if (parts.size() > 3) return false;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (!parse_number(trimmed(parts[i]), numbers[i])) return false;
  if (parts.size() == 1) amount = Range::exactly(numbers[0]);
  else if (parts.size() == 2) amount = {numbers[0], (numbers[0] + numbers[1]) / 2, numbers[1]};
  else amount = {numbers[0], numbers[1], numbers[2]};
  return is_amount(amount);
}

bool names_source(const PriceBook& book, std::string_view source) {
  if (source == "own") return true;
  for (const Price& price : book.prices)
    if (price.source == source) return true;
  return false;
}

Price* find_price(PriceBook& book, std::string_view key) {
  for (Price& price : book.prices)
    if (key_of(price) == key) return &price;
  return nullptr;
}

std::string nearest_key(const PriceBook& book, std::string_view key) {
  std::vector<std::string> keys;
  for (const Price& price : book.prices) keys.push_back(key_of(price));
  const std::vector<std::string_view> candidates(keys.begin(), keys.end());
  return nearest_word(key, candidates);
}

// Whether `reference` is the price's own; a search asks hundreds of thousands of times, so no text is made for it.
bool is_named(const Price& price, std::string_view reference) {
  const auto take = [&](std::string_view part) {
    if (!reference.starts_with(part)) return false;
    reference.remove_prefix(part.size());
    return true;
  };
  return take(price.provider) && take("/") && take(price.service) && take("/") && reference == price.item;
}

}  // namespace

std::span<const std::string_view> price_unit_names() { return unit_names; }
std::string_view words_of(PriceUnit unit) { return unit_words[static_cast<std::size_t>(unit)]; }

std::string reference_of(const Price& price) { return price.provider + "/" + price.service + "/" + price.item; }
std::string key_of(const Price& price) { return reference_of(price) + "/" + price.region + "/" + price.currency; }

bool is_stale(const Price& price, std::string_view today) {
  return !today.empty() && !price.review_by.empty() && price.review_by < today;
}

std::string price_text(const Price& price) {
  const std::string low = display_number(price.amount.low, 6);
  const std::string high = display_number(price.amount.high, 6);
  return "$" + low + (low == high ? "" : " to $" + high) + " " + std::string(words_of(price.unit));
}

const Price* PriceBook::find(std::string_view key) const {
  for (const Price& price : prices)
    if (key_of(price) == key) return &price;
  return nullptr;
}

const Price* PriceBook::find(std::string_view reference, std::string_view region) const {
  const Price* everywhere = nullptr;
  for (const Price& price : prices) {
    if (!is_named(price, reference)) continue;
    if (price.region == region) return &price;
    if (price.region == "any") everywhere = &price;
  }
  return everywhere;
}

std::vector<Price> read_prices(const Json& json, PriceOrigin origin, Problems& problems) {
  std::vector<Price> prices;
  const Json* list = json.find("prices");
  if (!list || !list->array()) {
    problems.push_back({3001, "/prices", "A file of prices is an object with the list \"prices\"."});
    return prices;
  }
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < list->array()->size(); ++i) {
    MemberReader reader((*list->array())[i], pointer_to("/prices", i), problems);
    prices.push_back(read_price(reader, origin, problems));
    std::string key = key_of(prices.back());
    for (std::size_t other = 0; other < keys.size(); ++other)
      if (keys[other] == key)
        problems.push_back({3002, reader.where(), "Rows " + std::to_string(other + 1) + " and " + std::to_string(i + 1) +
                                                      " have the same key: " + key + "."});
    keys.push_back(std::move(key));
  }
  return prices;
}

Result<PriceBook> with_price_file(PriceBook book, std::string_view text) {
  const Result<Json> json = read_json(text, {std::size_t{1} << 20, 16});
  if (!json) return json.problems();
  Problems problems;
  const std::vector<Price> own = read_prices(*json, PriceOrigin::own, problems);
  for (std::size_t i = 0; i < own.size(); ++i) {
    const std::string where = pointer_to("/prices", i);
    if (!names_source(book, own[i].source))
      problems.push_back({3006, where, "There is no source \"" + shortened(own[i].source, 60) + "\"; leave it out for a price of your own."});
    const Price* known = book.find(key_of(own[i]));
    if (known && known->unit != own[i].unit)
      problems.push_back({3003, where, "This price is asked for " + std::string(words_of(known->unit)) + " in the book, not for " +
                                           std::string(words_of(own[i].unit)) + "."});
  }
  if (!problems.empty()) return problems;
  for (const Price& price : own) {
    Price* known = find_price(book, key_of(price));
    if (known) *known = price;
    else book.prices.push_back(price);
    (known ? *known : book.prices.back()).overridden = true;
  }
  return book;
}

Result<PriceBook> with_overrides(PriceBook book, const NamedTexts& amounts) {
  Problems problems;
  for (const auto& [key, text] : amounts) {
    const std::string where = pointer_to("/prices", key);
    Price* price = find_price(book, key);
    Range amount;
    if (!price) {
      const std::string near = nearest_key(book, key);
      problems.push_back({3008, where, "The book has no price \"" + shortened(key, 80) + "\"" +
                                           (near.empty() ? "." : "; did you mean \"" + near + "\"?")});
    } else if (!read_bounds(text, amount)) {
      problems.push_back({3005, where, "\"" + shortened(text, 40) + "\" is no amount: give a number such as 0.9, or bounds such as 0.8~1."});
    } else {
      price->amount = amount;
      price->source = "own";
      price->overridden = true;
      price->review_by.clear();
    }
  }
  if (!problems.empty()) return problems;
  return book;
}

}  // namespace storewright::cost

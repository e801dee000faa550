// The price book: what a provider asks for one unit of something, with region, currency, date and source.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/fields.h"
#include "core/base/json.h"
#include "core/knowledge/knowledge.h"

namespace storewright::cost {

/// Everything is added up in one currency; a price in another is refused.
inline constexpr std::string_view book_currency = "USD";

/// What one price is asked for.
enum class PriceUnit {
  hour,                // of a machine or of a unit of capacity
  month,
  gb_month,
  gb,                  // moved, once
  million_requests,
};
std::span<const std::string_view> price_unit_names();     // "hour", "gb_month", …
std::string_view words_of(PriceUnit unit);                // "an hour", "a GB and month"

/// One price of a list.
struct Price {
  std::string provider, service, item, region, currency;  // together its key
  PriceUnit unit = PriceUnit::hour;
  Range amount;
  std::string source;          // id of a source; "" for what nobody could open, "own" for what the reader brought
  knowledge::FactKind kind = knowledge::FactKind::unverified;
  std::string read;            // ISO date
  std::string review_by;       // ISO date after which it must be read again; "" for none
  std::string note;
  bool overridden = false;     // the reader put in an amount

  bool operator==(const Price&) const = default;
};

std::string key_of(const Price& price);          // "aws/dynamodb/write-units/us-east-1/USD"
std::string reference_of(const Price& price);    // "aws/dynamodb/write-units": as options name it, whatever the region
/// Its date has passed; never while nobody says which day it is.
bool is_stale(const Price& price, std::string_view today);
/// "$0.625 a million requests".
std::string price_text(const Price& price);

struct PriceBook {
  std::vector<Price> prices;

  const Price* find(std::string_view key) const;
  /// The price of that reference in a region, or the one that holds in every region ("any").
  const Price* find(std::string_view reference, std::string_view region) const;
};

/// Whose list is read: ours says source, kind and dates of every price; a reader's own list need not.
enum class PriceOrigin { content, own };

/// Reads the list "prices". Every problem names its row.
///
/// Problems: 3001 no list of prices; 3002 two prices with one key; 3003 a unit that is missing or unknown; 3004 another currency
/// than USD; 3005 no amount, a negative one, or bounds that do not rise; 3009 a date that is none; 1401 a member missing.
std::vector<Price> read_prices(const Json& json, PriceOrigin origin, Problems& problems);

/// The book with the prices of a reader's own file in the place of ours and beside them.
///
/// Problems: those of `read_json` and of `read_prices`; 3003 a unit other than the book's for the same key; 3006 a source that no
/// price of the book names.
Result<PriceBook> with_price_file(PriceBook book, std::string_view text);

/// The book with single amounts replaced: a key, and "0.9" or "0.8~0.9~1.0".
///
/// Problems: 3008 a key that the book does not have (names the nearest); 3005 an amount that is none.
Result<PriceBook> with_overrides(PriceBook book, const NamedTexts& amounts);

}  // namespace storewright::cost

// The options that are priced: how large each is for a load, and the lines of its bill as quantities times a price.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/cost/price_book.h"

namespace storewright::cost {

/// What a bill can count. The numbers come from the workload (workload.h).
enum class Quantity {
  one,
  hours,                 // of a month
  units,                 // machines or capacity units that the load needs
  replicas,              // beside the primary
  data_gb,
  backup_gb,             // one copy and what changed since
  backup_beyond_data_gb, // of it, what exceeds the data
  backed_up_gb,          // the data, when there are backups at all
  changed_gb,            // what changed within the days that backups are kept
  transfer_gb,
  write_millions,        // requests of a month
  read_millions,
  write_unit_millions,   // the same in request units of DynamoDB, which round by size
  read_unit_millions,
  write_units_peak,      // request units a second in the busiest minutes
  read_units_peak,
  storage_io_millions,   // writes, and the reads that miss memory
};
inline constexpr int quantity_count = 17;
std::string_view quantity_name(Quantity quantity);   // "data_gb"
std::string_view words_of(Quantity quantity);        // "GB of data"

/// What a line of a bill is for, in the order in which bills list them.
enum class LineGroup { compute, storage, requests, replicas, backup, transfer, licence, people };
std::string_view group_name(LineGroup group);
std::string_view words_of(LineGroup group);          // "storage I/O and requests"

/// One line of a bill: quantities, less what is free, times a price.
struct BillLine {
  std::string id;
  LineGroup group = LineGroup::compute;
  std::string label;
  std::vector<Quantity> quantities;
  double times = 1;                // copies that are always billed, for example
  double free = 0;                 // of the product, every month
  std::string price;               // a reference: "aws/ec2/r6g.2xlarge"
  std::string note;
};

/// How sizes of an option rise.
enum class SizeStep { doubling, whole, any };

/// How much of it a load needs. One load is the workload of the selection chapter: 1,000 writes and 10,000 reads a second, each
/// half of the work.
struct Sizing {
  std::string unit;                // "machines of 8 vCPU"
  Range units_for_one_load;
  double smallest = 1;
  double largest = 1e9;            // of one machine or cluster
  SizeStep step = SizeStep::any;
  double gb_for_one_unit = 0;      // 0: data needs no further units
  std::string says;                // where the size comes from
  std::string source;
  knowledge::FactKind kind = knowledge::FactKind::product_rule;
};

/// Who runs it, for hours of people.
enum class Runs { managed, serverless, self_managed };
std::string_view runs_name(Runs runs);
std::string_view words_of(Runs runs);

/// Work that stays with you, as the chapter's table grades it.
enum class Burden { none, very_low, low, high };
std::string_view burden_name(Burden burden);
std::string_view words_of(Burden burden);

/// A workload that an option cannot take.
struct OptionLimit {
  std::optional<double> item_bytes;
  std::optional<double> data_gb;
  std::string because;
};

struct PriceOption {
  std::string id;
  std::string name;
  std::string engine;              // record of the catalogue
  Runs runs = Runs::managed;
  Burden burden = Burden::low;
  Range hours_a_month;             // of your people, where you give none
  std::string hours_says;
  std::optional<Sizing> sizing;    // absent: billed by use alone
  std::vector<BillLine> lines;
  std::vector<OptionLimit> limits;
  std::vector<std::string> not_counted;  // what its bill may hold besides
};

/// What a quoted bill hides, as numbers.
struct HiddenCost {
  std::string label;
  Range usd_per_month;
};

/// The same bill worked out from unit prices.
struct Recomputed {
  std::string id;
  std::string label;
  std::string option;
  std::vector<std::pair<std::string, double>> workload;   // fields of the workload
  std::vector<std::string> only;   // ids of lines; empty: all
  NamedTexts prices;               // other prices than the book's
};

/// A monthly bill that the selection chapter quotes, beside ours.
struct QuotedBill {
  std::string id;
  std::string table;               // which of its two tables
  std::string label;
  Range usd_per_month;
  std::vector<HiddenCost> hidden;
  std::string note;
  std::optional<Burden> burden;
  std::string verdict;             // what a reader should take from the two
  std::string unit_price;          // what the quoted price buys at this price an hour; "" for nothing
  std::string unit_name;
  std::vector<Recomputed> recomputed;
};

struct PriceRules {
  PriceBook book;
  std::vector<PriceOption> options;
  std::vector<QuotedBill> quoted;
  std::string quoted_source;

  const PriceOption* option(std::string_view id) const;
};

/// Reads `{"format": "storewright/prices@1", "prices", "options", "quoted", …}`, as web/site/pack.cpp writes it.
///
/// Problems: 3001 not a pack of prices, or of a newer format; those of `read_prices`; 3007 an option that names a quantity, a price
/// or an option that does not exist, or two options with one id; 1401 a member missing or of the wrong type.
Result<PriceRules> load_prices_pack(const Json& pack);

/// The ids of every source that the book and its options name.
std::vector<std::string> sources_of(const PriceRules& rules);

/// The prices that are built into the command and the module for tools; the page fetches them when first shown.
const PriceRules& built_in_prices();

}  // namespace storewright::cost

#include "core/cost/price_options.h"

#include <utility>

#include "core/base/text.h"
#include "core/knowledge/member_reader.h"

namespace storewright::cost {
namespace {

using knowledge::MemberReader;
using knowledge::Presence;
using knowledge::read_items;

constexpr std::string_view pack_format = "storewright/prices@1";

struct QuantityWords {
  std::string_view name;
  std::string_view words;
};

// In the order of `Quantity`.
constexpr QuantityWords quantities[] = {
    {"one", "1"},
    {"hours", "hours of a month"},
    {"units", "size"},
    {"replicas", "replicas"},
    {"data_gb", "GB of data"},
    {"backup_gb", "GB of backups"},
    {"backup_beyond_data_gb", "GB of backups beyond the data's size"},
    {"backed_up_gb", "GB backed up"},
    {"changed_gb", "GB changed while backups are kept"},
    {"transfer_gb", "GB sent out"},
    {"write_millions", "million writes"},
    {"read_millions", "million reads"},
    {"write_unit_millions", "million write units"},
    {"read_unit_millions", "million read units"},
    {"write_units_peak", "write units a second"},
    {"read_units_peak", "read units a second"},
    {"storage_io_millions", "million storage requests"},
};
static_assert(std::size(quantities) == quantity_count);

constexpr std::string_view quantity_names[] = {
    quantities[0].name,  quantities[1].name,  quantities[2].name,  quantities[3].name,  quantities[4].name,  quantities[5].name,
    quantities[6].name,  quantities[7].name,  quantities[8].name,  quantities[9].name,  quantities[10].name, quantities[11].name,
    quantities[12].name, quantities[13].name, quantities[14].name, quantities[15].name, quantities[16].name,
};

constexpr std::string_view group_names[] = {"compute", "storage", "requests", "replicas", "backup", "transfer", "licence", "people"};
constexpr std::string_view group_words[] = {"compute", "storage", "I/O and requests", "replicas", "backups", "traffic", "licences", "people"};
constexpr std::string_view runs_names[] = {"managed", "serverless", "self_managed"};
constexpr std::string_view runs_words[] = {"managed", "managed, paid by use", "run by yourselves"};
constexpr std::string_view burden_names[] = {"none", "very_low", "low", "high"};
constexpr std::string_view burden_words[] = {"none", "very low", "low", "high"};
constexpr std::string_view step_names[] = {"doubling", "whole", "any"};

Range read_bounds(MemberReader& reader, std::string_view key) {
  Range range;
  const Json* json = reader.find(key);
  if (!json || !knowledge::read_range(*json, range) || range.low < 0)
    reader.wrong(key, "\"" + std::string(key) + "\" must be a number of zero or more, or bounds that rise.");
  return range;
}

template <class Read>
void read_inside(MemberReader& reader, std::string_view key, Problems& problems, Read&& read) {
  const Json* list = reader.find(key);
  if (!list) return;
  if (!list->array()) return reader.wrong(key, "\"" + std::string(key) + "\" must be a list.");
  for (std::size_t i = 0; i < list->array()->size(); ++i) {
    MemberReader item((*list->array())[i], pointer_to(pointer_to(reader.where(), key), i), problems);
    read(item);
  }
}

std::vector<Quantity> read_quantities(MemberReader& reader, Problems& problems) {
  std::vector<Quantity> out;
  for (const std::string& name : reader.texts("quantities")) {
    std::size_t i = 0;
    while (i < quantity_count && quantity_names[i] != name) ++i;
    if (i < quantity_count) {
      out.push_back(static_cast<Quantity>(i));
      continue;
    }
    const std::string near = nearest_word(name, quantity_names);
    problems.push_back({3007, reader.where(), "There is no quantity \"" + name + "\"" + (near.empty() ? "." : "; did you mean \"" + near + "\"?")});
  }
  if (out.empty()) reader.wrong("quantities", "A line counts at least one quantity; \"one\" is a flat price.");
  return out;
}

BillLine read_line(MemberReader& reader, Problems& problems) {
  BillLine line;
  line.id = reader.required_text("id");
  line.group = static_cast<LineGroup>(reader.word("group", group_names, 0));
  line.label = reader.required_text("label");
  line.quantities = read_quantities(reader, problems);
  line.times = reader.number("times", 1);
  line.free = reader.number("free", 0);
  line.price = reader.required_text("price");
  line.note = reader.text("note");
  return line;
}

Sizing read_sizing(const Json& json, const std::string& where, Problems& problems) {
  MemberReader reader(json, where, problems);
  Sizing sizing;
  sizing.unit = reader.required_text("unit");
  sizing.units_for_one_load = read_bounds(reader, "units_for_one_load");
  sizing.smallest = reader.number("smallest", 1);
  sizing.largest = reader.number("largest", 1e9);
  sizing.step = static_cast<SizeStep>(reader.word("step", step_names, 2));
  sizing.gb_for_one_unit = reader.number("gb_for_one_unit", 0);
  sizing.says = reader.required_text("says");
  sizing.source = reader.required_text("source");
  sizing.kind = static_cast<knowledge::FactKind>(
      reader.word("kind", knowledge::fact_kind_names(), static_cast<int>(knowledge::FactKind::product_rule)));
  if (!(sizing.smallest > 0 && sizing.smallest <= sizing.largest))
    reader.wrong("smallest", "The smallest size is above zero and not above the largest.");
  return sizing;
}

PriceOption read_option(MemberReader& reader, Problems& problems) {
  PriceOption option;
  option.id = reader.required_text("id");
  option.name = reader.required_text("name");
  option.engine = reader.required_text("engine");
  option.runs = static_cast<Runs>(reader.word("runs", runs_names, 0));
  option.burden = static_cast<Burden>(reader.word("burden", burden_names, 2));
  option.hours_a_month = read_bounds(reader, "hours_a_month");
  option.hours_says = reader.required_text("hours_says");
  option.not_counted = reader.texts("not_counted");
  if (const Json* sizing = reader.find("sizing")) option.sizing = read_sizing(*sizing, pointer_to(reader.where(), "sizing"), problems);
  read_inside(reader, "lines", problems, [&](MemberReader& line) { option.lines.push_back(read_line(line, problems)); });
  read_inside(reader, "limits", problems, [&](MemberReader& limit) {
    OptionLimit read;
    if (limit.find("item_bytes")) read.item_bytes = limit.number("item_bytes", 0);
    if (limit.find("data_gb")) read.data_gb = limit.number("data_gb", 0);
    read.because = limit.required_text("because");
    option.limits.push_back(std::move(read));
  });
  return option;
}

Recomputed read_recomputed(MemberReader& reader) {
  Recomputed again{.id = reader.required_text("id"),
                   .label = reader.required_text("label"),
                   .option = reader.required_text("option"),
                   .workload = {},
                   .only = reader.texts("only"),
                   .prices = {}};
  if (const Json* workload = reader.find("workload"); workload && workload->object())
    for (const JsonMember& member : *workload->object())
      if (member.value.number()) again.workload.emplace_back(member.key, *member.value.number());
  if (const Json* prices = reader.find("prices"); prices && prices->object())
    for (const JsonMember& member : *prices->object())
      if (member.value.number()) again.prices.emplace_back(member.key, shortest_number(*member.value.number()));
  return again;
}

QuotedBill read_quoted(MemberReader& reader, Problems& problems) {
  QuotedBill bill;
  bill.id = reader.required_text("id");
  bill.table = reader.required_text("table");
  bill.label = reader.required_text("label");
  bill.usd_per_month = read_bounds(reader, "usd_per_month");
  bill.note = reader.text("note");
  if (reader.find("burden")) bill.burden = static_cast<Burden>(reader.word("burden", burden_names, 0));
  bill.verdict = reader.required_text("verdict");
  bill.unit_price = reader.text("unit_price");
  bill.unit_name = reader.text("unit_name");
  read_inside(reader, "hidden", problems, [&](MemberReader& hidden) {
    bill.hidden.push_back({hidden.required_text("label"), read_bounds(hidden, "usd_per_month")});
  });
  read_inside(reader, "recomputed", problems, [&](MemberReader& again) { bill.recomputed.push_back(read_recomputed(again)); });
  return bill;
}

// Any region will do here: an option without a price in the reader's region is left out with that reason.
bool has_price(const PriceBook& book, std::string_view reference) {
  for (const Price& price : book.prices)
    if (reference_of(price) == reference) return true;
  return false;
}

void check_references(const PriceRules& rules, Problems& problems) {
  const auto missing_price = [&](const std::string& where, const std::string& reference) {
    if (!has_price(rules.book, reference)) problems.push_back({3007, where, "The book has no price \"" + reference + "\"."});
  };
  for (std::size_t i = 0; i < rules.options.size(); ++i) {
    const PriceOption& option = rules.options[i];
    const std::string where = pointer_to("/options", i);
    if (rules.option(option.id) != &option) problems.push_back({3007, where, "Two options have the id \"" + option.id + "\"."});
    bool needs_size = false;
    for (const BillLine& line : option.lines) {
      missing_price(where, line.price);
      for (const Quantity quantity : line.quantities) needs_size = needs_size || quantity == Quantity::units;
    }
    if (needs_size && !option.sizing) problems.push_back({3007, where, "A line counts \"units\", but nothing says how many a load needs (\"sizing\")."});
  }
  for (std::size_t i = 0; i < rules.quoted.size(); ++i) {
    const std::string where = pointer_to("/quoted", i);
    if (!rules.quoted[i].unit_price.empty()) missing_price(where, rules.quoted[i].unit_price);
    for (const Recomputed& again : rules.quoted[i].recomputed)
      if (!rules.option(again.option)) problems.push_back({3007, where, "There is no option \"" + again.option + "\"."});
  }
}

}  // namespace

std::string_view quantity_name(Quantity quantity) { return quantities[static_cast<std::size_t>(quantity)].name; }
std::string_view words_of(Quantity quantity) { return quantities[static_cast<std::size_t>(quantity)].words; }
std::string_view group_name(LineGroup group) { return group_names[static_cast<std::size_t>(group)]; }
std::string_view words_of(LineGroup group) { return group_words[static_cast<std::size_t>(group)]; }
std::string_view runs_name(Runs runs) { return runs_names[static_cast<std::size_t>(runs)]; }
std::string_view words_of(Runs runs) { return runs_words[static_cast<std::size_t>(runs)]; }
std::string_view burden_name(Burden burden) { return burden_names[static_cast<std::size_t>(burden)]; }
std::string_view words_of(Burden burden) { return burden_words[static_cast<std::size_t>(burden)]; }

const PriceOption* PriceRules::option(std::string_view id) const {
  for (const PriceOption& option : options)
    if (option.id == id) return &option;
  return nullptr;
}

Result<PriceRules> load_prices_pack(const Json& pack) {
  const Json* format = pack.find("format");
  if (!format || !format->text() || *format->text() != pack_format)
    return Problem{3001, "/format", "This is no pack of prices of the format \"storewright/prices@1\"."};
  Problems problems;
  PriceRules rules;
  rules.book.prices = read_prices(pack, PriceOrigin::content, problems);
  read_items(pack, "options", Presence::required, problems,
             [&](MemberReader& option) { rules.options.push_back(read_option(option, problems)); });
  read_items(pack, "quoted", Presence::required, problems,
             [&](MemberReader& bill) { rules.quoted.push_back(read_quoted(bill, problems)); });
  const Json* source = pack.find("quoted_source");
  if (source && source->text()) rules.quoted_source = *source->text();
  check_references(rules, problems);
  if (!problems.empty()) return problems;
  return rules;
}

std::vector<std::string> sources_of(const PriceRules& rules) {
  std::vector<std::string> all;
  const auto add = [&](const std::string& source) {
    for (const std::string& known : all)
      if (known == source) return;
    if (!source.empty()) all.push_back(source);
  };
  for (const Price& price : rules.book.prices) add(price.source);
  for (const PriceOption& option : rules.options)
    if (option.sizing) add(option.sizing->source);
  add(rules.quoted_source);
  return all;
}

}  // namespace storewright::cost

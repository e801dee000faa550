// The parts of the page that compares costs: the table of options with their lines, prices of one's own, quoted bills.
#include <algorithm>

#include "core/base/sort.h"
#include "core/base/text.h"
#include "web/app/calculator.h"
#include "web/app/cost_compare_state.h"
#include "web/app/pages.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

using cost::BilledLine;
using cost::CompareInput;
using cost::OptionCost;
using report::money_text;

enum ColumnPlace { name_column, month_column, year_column, long_column, bill_column, people_column, burden_column };

constexpr std::string_view columns[][2] = {
    {"option", "Option"},   {"month", "A month"},   {"year", "12 months"},          {"long", "36 months"},
    {"bill", "Of it the bill"}, {"people", "Of it people"}, {"burden", "Work that stays"},
};

std::string warning_of(const OptionCost& cost) {
  std::string words;
  if (cost.unverified_prices > 0) words = std::to_string(cost.unverified_prices) + " of " + std::to_string(cost.lines.size() - 1) + " prices unverified";
  if (cost.stale_prices > 0) words += (words.empty() ? "" : ", ") + std::to_string(cost.stale_prices) + " past their date";
  return words;
}

void make_table(CostCompareState& own) {
  ui::SortableTable& table = own.table;
  table.caption = "What each option costs";
  table.columns.clear();
  table.rows.clear();
  table.revision = "costs-" + std::to_string(own.revision);
  for (const auto& [id, label] : columns) table.columns.push_back({std::string(id), std::string(label)});
  for (std::size_t i = 0; i < own.answer->priced(); ++i) {
    const OptionCost& cost = own.answer->options[i];
    table.rows.push_back({cost.id,
                          {{cost.name},
                           {money_text(cost.usd_per_month, 0)},
                           {money_text(cost.usd_over_12_months, 0)},
                           {money_text(cost.usd_over_36_months, 0)},
                           {money_text(cost.bill_usd_per_month, 0)},
                           {money_text(cost.people_usd_per_month, 0)},
                           {std::string(words_of(cost.burden))}}});
  }
}

const Range& sorted_by(const OptionCost& cost, int column) {
  switch (column) {
    case year_column: return cost.usd_over_12_months;
    case long_column: return cost.usd_over_36_months;
    case bill_column: return cost.bill_usd_per_month;
    case people_column: return cost.people_usd_per_month;
    default: return cost.usd_per_month;
  }
}

std::vector<std::size_t> ordered(const CostCompareState& own) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < own.answer->priced(); ++i) order.push_back(i);
  const auto less = [&](std::size_t a, std::size_t b) {
    const OptionCost& first = own.answer->options[a];
    const OptionCost& second = own.answer->options[b];
    if (own.sorted.column == name_column) return first.name < second.name;
    if (own.sorted.column == burden_column) return first.burden < second.burden;
    return sorted_by(first, own.sorted.column).mid < sorted_by(second, own.sorted.column).mid;
  };
  sort_stably(order, [&](std::size_t a, std::size_t b) { return own.sorted.descending ? less(b, a) : less(a, b); });
  return order;
}

std::string price_words(const State& state, const BilledLine& line) {
  if (!line.price) return "your rate";
  const cost::Price& price = *line.price;
  std::string words = price_text(price);
  if (price.overridden) return words + ", yours";
  words += ", read " + price.read + ", " + std::string(knowledge::kind_words(price.kind));
  if (line.stale) words += ", past its date";
  if (const knowledge::Source* source = price.source.empty() ? nullptr : state.knowledge->source(price.source)) words += "; " + source->title;
  return words;
}

void lines_of(const State& state, const OptionCost& cost) {
  report::Table table{"Lines of " + cost.name, {{"Line"}, {"A month", true}, {"With your values"}, {"Formula"}, {"Price"}}, {}};
  for (const BilledLine& line : cost.lines)
    table.rows.push_back({line.formula.label, line.formula.value, line.formula.filled, line.formula.formula, price_words(state, line)});
  ui::table(cost.id + "-lines", table);
}

const std::string* own_amount(const CompareInput& input, const std::string& key) {
  for (const auto& [name, amount] : input.prices)
    if (name == key) return &amount;
  return nullptr;
}

void set_amount(CompareInput& input, const std::string& key, const std::string& amount) {
  std::erase_if(input.prices, [&](const auto& pair) { return pair.first == key; });
  if (!trimmed(amount).empty()) input.prices.emplace_back(key, trimmed(amount));
}

struct OwnPrice {
  std::optional<Range> usd;
};

// "" for what can be read, and for nothing.
std::string wrong_with_price(const std::string& text, const std::string& label, const std::string& unit) {
  const Field amount = field<&OwnPrice::usd>({.name = "price", .label = label, .unit = unit, .max = 1e9});
  OwnPrice read;
  const Problems problems = ui::read_typed_number(text, amount, &read);
  return problems.empty() ? "" : problems.front().message;
}

/// A field for each price of the option; what stands in it goes into the calculation as it is, so problems are told above, too.
bool own_prices(const OptionCost& cost, const cost::PriceBook& book, CompareInput& edited) {
  bool changed = false;
  std::vector<std::string> shown;
  for (const BilledLine& line : cost.lines) {
    if (!line.price) continue;
    const std::string key = key_of(*line.price);
    if (std::find(shown.begin(), shown.end(), key) != shown.end()) continue;
    shown.push_back(key);
    const std::string* own = own_amount(edited, key);
    std::string text = own ? *own : "";
    const cost::Price* listed = book.find(key);
    const std::string unit = "USD " + std::string(words_of(line.price->unit));
    std::string help = listed ? "The book says " + price_text(*listed) + "." : "";
    if (listed && !listed->note.empty()) help += " " + listed->note;
    changed |= ui::field("prices", [&] {
      const std::string label = line.price->service + ", " + line.price->item;
      const std::string problem = wrong_with_price(text, label, unit);
      if (!ui::text_field(label, text, {.unit = unit, .help = help, .placeholder = "as in the book", .problem = problem, .numeric = true, .id = cost.id + "-" + line.id})) return false;
      set_amount(edited, key, ui::number_text(text, unit));
      return true;
    });
    ui::gap(12);
  }
  return changed;
}

bool option_details(const State& state, const cost::PriceRules& rules, const OptionCost& cost, CompareInput& edited) {
  const std::string warning = warning_of(cost);
  if (!ui::disclosure(cost.name + ": " + money_text(cost.usd_per_month, 0) + " a month", false, "option-" + cost.id)) return false;
  ui::gap(6);
  if (!cost.size.empty()) ui::text("Sized as " + cost.size + ", " + std::string(words_of(cost.runs)) + ".");
  if (!warning.empty()) ui::text("Check before you rely on it: " + warning + ".", {.size = ui::text_small, .tone = ui::Tone::warning});
  ui::gap(8);
  lines_of(state, cost);
  ui::gap(8);
  ui::bullets(cost.name, cost.remarks, {.size = ui::text_small});
  ui::gap(4);
  bool changed = false;
  if (ui::disclosure("Put in your own prices", false, "prices-" + cost.id)) {
    ui::gap(8);
    changed = own_prices(cost, rules.book, edited);
  }
  ui::gap(12);
  return changed;
}

void left_out(const cost::CompareAnswer& answer) {
  std::vector<std::string> sentences;
  for (const OptionCost& cost : answer.options)
    if (!cost.left_out.empty()) sentences.push_back(cost.name + ": " + cost.left_out);
  if (sentences.empty()) return;
  ui::gap(16);
  ui::heading(2, "Left out");
  ui::gap(4);
  ui::bullets("Left out", sentences);
}

constexpr std::string_view file_example =
    R"({"prices": [{"provider": "aws", "service": "ec2", "item": "r6g.2xlarge", "region": "us-east-1", "currency": "USD", "unit": "hour", "amount": 0.26}]})";

}  // namespace

bool cost_options(State& state, CompareInput& edited) {
  CostCompareState& own = cost_compare_of(state);
  if (own.answer->priced() == 0) {
    left_out(*own.answer);
    return false;
  }
  if (own.table.revision != "costs-" + std::to_string(own.revision)) make_table(own);
  if (own.sorted.column < 0) own.sorted = {month_column, false};
  ui::heading(2, "Every option");
  ui::gap(8);
  const int pressed = ui::sortable_table("options", own.table, ordered(own), own.sorted, own.measure);
  if (pressed >= 0) {
    own.sorted = {pressed, own.sorted.column == pressed && !own.sorted.descending};
    ui::frame().again = true;
  }
  ui::gap(20);
  ui::heading(2, "What each bill is made of");
  ui::gap(4);
  bool changed = false;
  for (const OptionCost& cost : own.answer->options)
    if (cost.left_out.empty()) changed |= option_details(state, own.pack.content, cost, edited);
  left_out(*own.answer);
  return changed;
}

bool cost_price_file(const State&, CompareInput& edited) {
  if (!ui::disclosure("Load a price file of your own", false, "own-file")) return false;
  ui::gap(8);
  const bool changed = ui::field("price_file", [&] {
    return ui::text_field("Your price file", edited.price_file,
                          {.help = "Paste its text. Rows with a key of the book replace its prices, others are added. It stays in this tab and is not part of the link.",
                           .placeholder = "", .multiline = true, .id = "price_file"});
  });
  ui::gap(6);
  ui::text("For example:", {.size = ui::text_small});
  ui::text(file_example, {.size = ui::text_small, .mono = true});
  ui::gap(12);
  return changed;
}

void cost_quoted(State& state) {
  CostCompareState& own = cost_compare_of(state);
  if (own.quoted.empty()) own.quoted = cost::quoted_bills(own.pack.content);
  ui::Scope section(ui::Role::section, "What is often quoted", "quoted");
  ui::heading(2, "What is often quoted");
  ui::gap(4);
  ui::text("The \"Database Selection Framework\" names a monthly bill for each of these, in two tables that do not agree. Beside it stands the same bill from unit prices, without people.");
  ui::gap(8);
  ui::table("quoted-table", cost::quoted_table(own.quoted));
  ui::gap(8);
  if (!ui::disclosure("What they hide, and how ours is worked out", false, "quoted-lines")) return;
  for (const cost::QuotedAnswer& answer : own.quoted) {
    ui::gap(10);
    ui::heading(3, answer.bill->label + ", " + answer.bill->table);
    ui::text(answer.bill->note, {.size = ui::text_small});
    std::vector<std::string> sentences;
    for (const cost::HiddenCost& hidden : answer.bill->hidden) sentences.push_back("Hidden: " + hidden.label + ", " + money_text(hidden.usd_per_month, 0) + ".");
    for (const cost::RecomputedBill& bill : answer.recomputed)
      for (const BilledLine& line : bill.lines) sentences.push_back(bill.label + ": " + line.formula.label + ", " + line.formula.filled + ".");
    ui::bullets(answer.bill->label, sentences, {.size = ui::text_small});
  }
}

}  // namespace storewright::app

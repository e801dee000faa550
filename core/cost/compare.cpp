#include "core/cost/compare.h"

#include <algorithm>
#include <utility>

#include "core/base/sort.h"
#include "core/base/text.h"
#include "core/cost/compare_words.h"

namespace storewright::cost {
namespace {

constexpr double search_step = 1.02;
constexpr double search_until = 100;
constexpr int halvings = 40;

// Who calls the function itself has passed no reader of JSON or links.
Problems check_input(const CompareInput& input, const PriceRules& rules) {
  Problems problems;
  CompareInput copy = input;
  for (const Field& field : compare_fields()) {
    if (field.kind != FieldKind::number) continue;
    const auto& value = *static_cast<const std::optional<Range>*>(field.member(&copy));
    if (!value) continue;
    const std::string where = "/" + std::string(field.name);
    if (!(value->low >= field.min && value->high <= field.max))
      problems.push_back({1103, where, std::string(field.label) + " must be between " + display_number(field.min) + " and " + display_number(field.max) + "."});
    else if (!(value->low <= value->mid && value->mid <= value->high))
      problems.push_back({1106, where, std::string(field.label) + " must rise from low over mid to high."});
  }
  const auto must_exist = [&](const std::string& id, const std::string& where) {
    if (!id.empty() && !rules.option(id)) problems.push_back({3007, where, "There is no option \"" + shortened(id, 60) + "\"."});
  };
  must_exist(input.current, "/current");
  for (std::size_t i = 0; i < input.leave_out.size(); ++i) must_exist(input.leave_out[i], pointer_to("/leave_out", i));
  if (!input.today.empty() && (input.today.size() != 10 || input.today[4] != '-' || input.today[7] != '-'))
    problems.push_back({3009, "/today", "Today must be a date such as 2026-11-22."});
  return problems;
}

std::string excluded_because(const PriceOption& option, const CompareInput& input, std::span<const LeftOut> excluded) {
  for (const std::string& id : input.leave_out)
    if (id == option.id) return "You left it out.";
  for (const LeftOut& left : excluded)
    if (left.option == option.id) return left.because;
  return "";
}

std::vector<OptionCost> all_costs(const CompareInput& input, const PriceRules& rules, const PriceBook& book, std::span<const LeftOut> excluded) {
  std::vector<OptionCost> costs;
  for (const PriceOption& option : rules.options) {
    const std::string because = excluded_because(option, input, excluded);
    if (because.empty()) costs.push_back(cost_of(option, book, input));
    else costs.push_back({.id = option.id, .name = option.name, .engine = option.engine, .runs = option.runs, .burden = option.burden, .left_out = because});
  }
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < costs.size(); ++i) order.push_back(i);
  sort_stably(order, [&](std::size_t a, std::size_t b) {
    const bool out_a = !costs[a].left_out.empty();
    const bool out_b = !costs[b].left_out.empty();
    if (out_a != out_b) return out_b;
    return !out_a && costs[a].usd_per_month.mid < costs[b].usd_per_month.mid;
  });
  std::vector<OptionCost> ranked;
  for (const std::size_t i : order) ranked.push_back(std::move(costs[i]));
  return ranked;
}

/// By how much the second costs more than the first when the load is `factor` times as large.
struct Gap {
  const PriceOption& first;
  const PriceOption& second;
  const PriceBook& book;
  const CompareInput& input;

  double at(double factor) const {
    MonthLoad load = first_month(input, End::mid);
    load.writes_per_second *= factor;
    load.reads_per_second *= factor;
    load.transfer_gb *= factor;
    return month_cost(second, book, input, load, End::mid) - month_cost(first, book, input, load, End::mid);
  }
};

double halved(const Gap& gap, double near, double far) {
  for (int i = 0; i < halvings; ++i) {
    const double middle = (near + far) / 2;
    (gap.at(middle) > 0 ? near : far) = middle;
  }
  return (near + far) / 2;
}

// The crossing nearest to the load of today, upwards or downwards; sizes come in steps, so there may be more.
std::optional<double> crossing(const Gap& gap) {
  double above = 1;
  double below = 1;
  while (above < search_until) {
    const double up = above * search_step;
    const double down = below / search_step;
    if (gap.at(up) <= 0) return halved(gap, above, up);
    if (gap.at(down) <= 0) return halved(gap, below, down);
    above = up;
    below = down;
  }
  return std::nullopt;
}

// Sizes come in steps, so at the crossing the cost may jump instead of being the same.
std::string load_words(const BreakEven& even, const std::string& second) {
  if (!even.load_factor) return "No load between a hundredth and a hundred times yours turns the order.";
  const std::string factor = display_number(*even.load_factor, 2);
  if (factor == "1") return "With any more load, " + second + " costs less.";
  return (*even.load_factor > 1 ? "Above " : "Below ") + factor + " times the load, " + second + " costs less.";
}

std::optional<BreakEven> break_even_of(const CompareAnswer& answer, const CompareInput& input, const PriceRules& rules, const PriceBook& book) {
  if (answer.priced() < 2) return std::nullopt;
  const OptionCost& first = answer.options[0];
  const OptionCost& second = answer.options[1];
  BreakEven even{.cheapest = first.id, .second = second.id};
  const double ahead = second.usd_per_month.mid - first.usd_per_month.mid;
  if (input.hourly_rate_usd && input.hourly_rate_usd->mid > 0) even.hours = ahead / input.hourly_rate_usd->mid;
  if (ahead > 0) even.load_factor = crossing({*rules.option(first.id), *rules.option(second.id), book, input});
  even.says = first.name + " may take " + display_number(even.hours, 1) + " hours a month more before it costs as much as " + second.name + ".";
  if (ahead > 0) even.says += " " + load_words(even, second.name);
  return even;
}

void add_stale(CompareAnswer& answer) {
  for (const OptionCost& cost : answer.options)
    for (const BilledLine& line : cost.lines) {
      if (!line.stale) continue;
      const std::string key = key_of(*line.price);
      if (std::find(answer.stale.begin(), answer.stale.end(), key) == answer.stale.end()) answer.stale.push_back(key);
    }
}

}  // namespace

const OptionCost* CompareAnswer::option(std::string_view id) const {
  for (const OptionCost& cost : options)
    if (cost.id == id) return &cost;
  return nullptr;
}

std::size_t CompareAnswer::priced() const {
  std::size_t count = 0;
  for (const OptionCost& cost : options) count += cost.left_out.empty();
  return count;
}

Result<PriceBook> book_of(const CompareInput& input, const PriceBook& book) {
  PriceBook own = book;
  if (!trimmed(input.price_file).empty()) {
    Result<PriceBook> with_file = with_price_file(std::move(own), input.price_file);
    if (!with_file) {
      Problems problems = with_file.problems();
      for (Problem& problem : problems) problem.where = "/price_file" + (problem.where.starts_with("/") ? problem.where : "");
      return problems;
    }
    own = with_file.take();
  }
  return with_overrides(std::move(own), input.prices);
}

Result<CompareAnswer> compare_costs(const CompareInput& input, const PriceRules& rules, std::span<const LeftOut> excluded) {
  const Problems problems = check_input(input, rules);
  if (!problems.empty()) return problems;
  const Result<PriceBook> book = book_of(input, rules.book);
  if (!book) return book.problems();

  CompareAnswer answer;
  answer.missing = missing_fields(input);
  if (answer.missing.empty()) {
    answer.options = all_costs(input, rules, *book, excluded);
    answer.break_even = break_even_of(answer, input, rules, *book);
    add_stale(answer);
  }
  put_into_words(input, answer);
  return answer;
}

report::Table options_table(const CompareAnswer& answer) {
  report::Table table{"What each option costs",
                      {{"Option"}, {"Run"}, {"Bill a month", true}, {"People a month", true}, {"A month", true}, {"12 months", true}, {"36 months", true}, {"Work that stays"}},
                      {}};
  for (const OptionCost& cost : answer.options) {
    if (cost.left_out.empty())
      table.rows.push_back({cost.name, std::string(words_of(cost.runs)), report::money_text(cost.bill_usd_per_month, 0), report::money_text(cost.people_usd_per_month, 0),
                            report::money_text(cost.usd_per_month, 0), report::money_text(cost.usd_over_12_months, 0), report::money_text(cost.usd_over_36_months, 0),
                            std::string(words_of(cost.burden))});
    else
      table.rows.push_back({cost.name, std::string(words_of(cost.runs)), "left out: " + cost.left_out, "", "", "", "", std::string(words_of(cost.burden))});
  }
  return table;
}

report::Table lines_table(const CompareAnswer& answer) {
  report::Table table{"Every line of every option",
                      {{"Option"}, {"Group"}, {"Line"}, {"A month", true}, {"Formula"}, {"With your values"}, {"Price"}, {"Read"}, {"Source"}, {"Kind"}},
                      {}};
  for (const OptionCost& cost : answer.options)
    for (const BilledLine& line : cost.lines)
      table.rows.push_back({cost.name, std::string(group_name(line.group)), line.formula.label, line.formula.value, line.formula.formula, line.formula.filled,
                            line.price ? key_of(*line.price) : "", line.price ? line.price->read : "", line.price ? line.price->source : "",
                            line.price ? std::string(knowledge::kind_words(line.price->kind)) : ""});
  return table;
}

}  // namespace storewright::cost

#include "core/cost/total_cost_words.h"

#include <utility>

#include "core/base/text.h"

namespace storewright::cost {
namespace {

using report::amount_text;
using report::FormulaLine;
using report::money_text;
using report::operand_text;
using report::percent_text;
using Number = std::optional<Range>;

constexpr std::string_view unknown = "not known";

std::string hours_text(const Range& hours) {
  const std::string amount = amount_text(hours, 1);
  return amount + (amount == "1" ? " hour" : " hours");
}

Range negated(const Range& range) { return {-range.high, -range.mid, -range.low}; }

// The subject of a sentence: "Managed PostgreSQL costs less".
std::string managed_subject(const TotalCostInput& input) { return input.database.empty() ? "Managed" : "Managed " + input.database; }

std::string own_subject(const TotalCostInput& input) {
  return input.database.empty() ? "Running it yourselves" : "Running " + input.database + " yourselves";
}

std::string missing_words(const TotalCostInput& input) {
  std::vector<std::string> words;
  if (!input.self_managed_usd_per_month) words.emplace_back("the price of the machines");
  if (!input.managed_usd_per_month) words.emplace_back("the price of the managed service");
  if (!input.hourly_rate_usd) words.emplace_back("what an hour costs");
  return sentence_list(words);
}

std::string saving_words(const TotalCostAnswer& answer) {
  return answer.saving_share ? " (" + percent_text(*answer.saving_share) + ")" : "";
}

std::string compared_headline(const TotalCostInput& in, const TotalCostAnswer& answer) {
  const Range& self = *answer.self_managed.total_usd_per_month;
  const Range& managed = *answer.managed.total_usd_per_month;
  const Range& difference = *answer.difference_usd_per_month;
  switch (answer.cheaper) {
    case Cheaper::managed:
      return managed_subject(in) + " costs less: " + money_text(managed) + " against " + money_text(self) +
             " a month. You save " + money_text(difference) + saving_words(answer) + ".";
    case Cheaper::self_managed:
      return own_subject(in) + " costs less: " + money_text(self) + " against " + money_text(managed) +
             " a month. You save " + money_text(negated(difference)) + ".";
    case Cheaper::equal: return "Both cost the same: " + money_text(self) + " a month.";
    default:
      return "It depends: by yourselves " + money_text(self) + " a month, managed " + money_text(managed) + ".";
  }
}

// "more than 4.5 hours a month", or what replaces it when the managed price is the lower one.
std::string extra_headline(const TotalCostInput& in, const Range& extra) {
  if (extra.high <= 0)
    return managed_subject(in) + " has the lower price already; it costs less unless it takes your people more hours.";
  return managed_subject(in) + " costs less once it saves your people more than " + hours_text(extra) + " a month.";
}

std::string own_known_headline(const TotalCostInput& in, const TotalCostAnswer& answer) {
  const Range& self = *answer.self_managed.total_usd_per_month;
  const std::string at_least = money_text(Range::exactly(*answer.managed.at_least_usd_per_month));
  if (answer.cheaper == Cheaper::self_managed)
    return own_subject(in) + " costs less: " + money_text(self) + " against at least " + at_least + " a month.";
  return own_subject(in) + " costs " + money_text(self) + " a month with your people's hours, managed at least " + at_least + ".";
}

std::string managed_known_headline(const TotalCostInput& in, const TotalCostAnswer& answer) {
  const Range& managed = *answer.managed.total_usd_per_month;
  const std::string at_least = money_text(Range::exactly(*answer.self_managed.at_least_usd_per_month));
  if (answer.cheaper == Cheaper::managed)
    return managed_subject(in) + " costs less: " + money_text(managed) + " against at least " + at_least + " a month.";
  return managed_subject(in) + " costs " + money_text(managed) + " a month with your people's hours, by yourselves at least " +
         at_least + ".";
}

std::string headline_of(const TotalCostInput& in, const TotalCostAnswer& answer) {
  if (answer.difference_usd_per_month) return compared_headline(in, answer);
  const std::string missing = missing_words(in);
  if (!missing.empty()) return "Enter " + missing + " to compare the two.";
  if (answer.self_managed.total_usd_per_month) return own_known_headline(in, answer);
  if (answer.managed.total_usd_per_month) return managed_known_headline(in, answer);
  if (answer.break_even_extra_hours) return extra_headline(in, *answer.break_even_extra_hours);
  return "Without hours, or a rate above zero, only the two prices can be compared.";
}

std::string hours_reason(const TotalCostInput& in, const TotalCostAnswer& answer) {
  if (answer.break_even_hours) {
    const Range& even = *answer.break_even_hours;
    if (even.high <= 0) return "At no number of hours is it cheaper to run it yourselves.";
    std::string text = "Both cost the same at " + hours_text(even) + " a month by yourselves";
    if (in.self_managed_hours_per_month) text += "; you plan " + amount_text(*in.self_managed_hours_per_month, 1);
    return text + ".";
  }
  if (answer.managed_hours_limit && answer.cheaper == Cheaper::not_known) {
    const Range& limit = *answer.managed_hours_limit;
    if (limit.high <= 0) return "With any hours at all the managed one costs more.";
    return "Nobody has said how many hours the managed one takes. It costs less as long as they stay under " +
           hours_text(limit) + " a month.";
  }
  if (!in.self_managed_hours_per_month && answer.break_even_extra_hours)
    return "How many hours your people spend is not known yet: enter them for the totals.";
  return "";
}

std::string budget_reason(const TotalCostInput& in, const TotalCostAnswer& answer) {
  if (!in.budget_usd_per_month) return "";
  const auto fits = [](const SideCost& side) {
    return !side.within_budget ? std::string("may or may not fit") : *side.within_budget ? "fits" : "does not fit";
  };
  return "Of the bills alone, within " + money_text(*in.budget_usd_per_month) + " a month, the one for your own machines " +
         fits(answer.self_managed) + " and the managed one " + fits(answer.managed) + ".";
}

// What is not known keeps its name in the formula.
FormulaLine total_line(std::string id, std::string label, const Number& price, const Number& hours, const Number& rate,
                       const SideCost& side) {
  FormulaLine line{std::move(id), std::move(label), std::string(unknown), "price + hours x rate", ""};
  line.filled = operand_text(price, "price") + " + " + operand_text(hours, "hours") + " x " + operand_text(rate, "rate");
  if (side.total_usd_per_month) {
    line.value = money_text(*side.total_usd_per_month) + " a month";
    line.filled += " = " + amount_text(*side.total_usd_per_month);
  } else if (side.at_least_usd_per_month) {
    line.value = "at least " + money_text(Range::exactly(*side.at_least_usd_per_month)) + " a month";
  }
  return line;
}

FormulaLine difference_line(const TotalCostAnswer& answer) {
  FormulaLine line{"difference", "Difference", std::string(unknown), "by yourselves - managed",
                   operand_text(answer.self_managed.total_usd_per_month, "by yourselves") + " - " +
                       operand_text(answer.managed.total_usd_per_month, "managed")};
  if (answer.difference_usd_per_month) {
    line.value = money_text(*answer.difference_usd_per_month) + " a month";
    line.filled += " = " + amount_text(*answer.difference_usd_per_month);
  }
  return line;
}

FormulaLine saving_line(const TotalCostInput& in, const TotalCostAnswer& answer) {
  const std::string self = operand_text(answer.self_managed.total_usd_per_month, "by yourselves");
  FormulaLine line{"saving", "Saved by going managed", std::string(unknown), "(by yourselves - managed) / by yourselves",
                   "(" + self + " - " + operand_text(answer.managed.total_usd_per_month, "managed") + ") / " + self};
  if (answer.saving_share) {
    line.value = percent_text(*answer.saving_share);
    line.filled += " = " + line.value;
  } else if (answer.saving_share_at_most) {
    line.value = "at most " + display_percent(answer.saving_share_at_most->high);
    line.filled = "(" + self + " - " + operand_text(in.managed_usd_per_month, "managed") + " or more) / " + self;
  }
  return line;
}

FormulaLine break_even_line(const TotalCostInput& in, const TotalCostAnswer& answer) {
  FormulaLine line{"break-even", "Break-even", std::string(unknown), "(managed price - own price) / rate + hours managed",
                   "(" + operand_text(in.managed_usd_per_month, "managed price") + " - " +
                       operand_text(in.self_managed_usd_per_month, "own price") + ") / " + operand_text(in.hourly_rate_usd, "rate")};
  if (answer.break_even_hours) {
    line.value = hours_text(*answer.break_even_hours) + " a month by yourselves";
    line.filled += " + " + operand_text(in.managed_hours_per_month, "hours managed") + " = " + amount_text(*answer.break_even_hours, 2);
  } else if (answer.break_even_extra_hours) {
    line.value = hours_text(*answer.break_even_extra_hours) + " a month more than managed";
    line.formula = "(managed price - own price) / rate";
    line.filled += " = " + amount_text(*answer.break_even_extra_hours, 2);
  }
  return line;
}

FormulaLine over_months_line(std::string id, std::string label, const Number& monthly, const Number& total, const Number& months) {
  FormulaLine line{std::move(id), std::move(label), std::string(unknown), "cost a month x months",
                   operand_text(monthly, "cost") + " x " + operand_text(months, "months")};
  if (total) {
    line.value = money_text(*total);
    line.filled += " = " + amount_text(*total);
  }
  return line;
}

std::vector<FormulaLine> lines_of(const TotalCostInput& in, const TotalCostAnswer& answer) {
  const std::string over = in.months ? ", over " + amount_text(*in.months) + (*in.months == Range::exactly(1) ? " month" : " months")
                                     : ", over the months";
  return {
      total_line("self-managed", self_managed_name(in), in.self_managed_usd_per_month, in.self_managed_hours_per_month,
                 in.hourly_rate_usd, answer.self_managed),
      total_line("managed", managed_name(in), in.managed_usd_per_month, in.managed_hours_per_month, in.hourly_rate_usd,
                 answer.managed),
      difference_line(answer),
      saving_line(in, answer),
      break_even_line(in, answer),
      over_months_line("self-managed-over", "By yourselves" + over, answer.self_managed.total_usd_per_month,
                       answer.self_managed.total_usd, in.months),
      over_months_line("managed-over", "Managed" + over, answer.managed.total_usd_per_month, answer.managed.total_usd, in.months),
  };
}

}  // namespace

std::string self_managed_name(const TotalCostInput& input) {
  return input.database.empty() ? "Run by yourselves" : input.database + ", run by yourselves";
}

std::string managed_name(const TotalCostInput& input) { return input.database.empty() ? "Managed" : input.database + ", managed"; }

void put_into_words(const TotalCostInput& input, TotalCostAnswer& answer) {
  answer.headline = headline_of(input, answer);
  answer.because = hours_reason(input, answer);
  const std::string budget = budget_reason(input, answer);
  if (!budget.empty()) answer.because += (answer.because.empty() ? "" : " ") + budget;
  answer.lines = lines_of(input, answer);
}

}  // namespace storewright::cost

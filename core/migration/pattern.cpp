#include "core/migration/pattern.h"

#include "core/base/math.h"
#include "core/base/text.h"
#include "core/knowledge/condition.h"
#include "core/migration/situation.h"

namespace storewright::migration {
namespace {

using Input = MoveInput;
using Number = std::optional<Range>;

constexpr double megabytes_per_terabyte = 1e6;  // powers of ten, as storage is sized
constexpr double seconds_per_hour = 3600;
constexpr double certainty = 0.95;

constexpr Field fields[] = {
    field<&Input::size_tb>({.name = "size_tb", .label = "Data to move", .unit = "TB", .max = 1e6}),
    field<&Input::rate_mb_per_second>({.name = "rate_mb_per_second",
                                       .label = "Rate of the copy",
                                       .unit = "MB a second",
                                       .help = "Measured on a part of your data; 100 is a common start.",
                                       .min = 0.001,
                                       .max = 1e6}),
    field<&Input::live>({.name = "live", .label = "Is it written to while it moves?"}),
    field<&Input::capture>({.name = "capture",
                            .label = "Can its changes be read as a stream?",
                            .help = "A binary log, logical decoding or change streams."}),
    field<&Input::lag_seconds>({.name = "lag_seconds", .label = "Lag of the copy now", .unit = "seconds", .max = 1e7}),
    field<&Input::switch_seconds>({.name = "switch_seconds",
                                   .label = "Time of the switch itself",
                                   .unit = "seconds",
                                   .help = "Until the application writes to the new store.",
                                   .max = 1e6}),
    field<&Input::differing_percent>({.name = "differing_percent",
                                      .label = "Differing records that samples must find",
                                      .unit = "%",
                                      .min = 0.0001,
                                      .max = 100}),
    field<&Input::pattern>({.name = "pattern", .label = "Pattern", .help = "Left empty, the one that fits.", .max_items = 1}),
};

std::optional<knowledge::TraitValue> value_of(const Input& input, std::string_view name) {
  if (name == "live" && input.live) return knowledge::TraitValue(*input.live);
  if (name == "capture" && input.capture) return knowledge::TraitValue(*input.capture);
  if (name == "size_tb" && input.size_tb) return knowledge::TraitValue(*input.size_tb);
  return std::nullopt;
}

Truth truth_of(const Condition& condition, const Input& input) {
  return knowledge::evaluate(condition, [&](const Condition& leaf) {
    const std::optional<knowledge::TraitValue> value = value_of(input, leaf.field);
    return knowledge::leaf_truth(leaf, value ? &*value : nullptr);
  });
}

// What is absent, or a range that straddles the limit.
void collect_missing(const Condition& condition, const Input& input, std::vector<std::string>& names) {
  if (truth_of(condition, input) != Truth::unknown) return;
  if (condition.op == Condition::Op::leaf) {
    if (!contains(names, condition.field)) names.push_back(condition.field);
    return;
  }
  for (const Condition& part : condition.parts) collect_missing(part, input, names);
}

void choose(const Input& input, const Tables& tables, MoveAnswer& answer) {
  bool open = false;
  for (const Pattern& pattern : tables.patterns) {
    const Truth fits = truth_of(pattern.when, input);
    answer.fits.push_back({&pattern, fits});
    if (fits == Truth::unknown) {
      open = true;
      collect_missing(pattern.when, input, answer.missing);
    }
    if (fits == Truth::yes && !open && !answer.pattern) answer.pattern = &pattern;
  }
  if (answer.pattern) answer.missing.clear();
}

Range times(const Range& a, double factor) { return {a.low * factor, a.mid * factor, a.high * factor}; }
Range sum(const Range& a, const Range& b) { return {a.low + b.low, a.mid + b.mid, a.high + b.high}; }

Number copy_seconds(const Input& input) {
  if (!input.size_tb || !input.rate_mb_per_second) return std::nullopt;
  const Range megabytes = times(*input.size_tb, megabytes_per_terabyte);
  const Range& rate = *input.rate_mb_per_second;
  return Range{megabytes.low / rate.high, megabytes.mid / rate.mid, megabytes.high / rate.low};
}

Number downtime(const Input& input, const Pattern& pattern) {
  if (pattern.waits == Waits::nothing) return Range::exactly(0);
  if (pattern.waits == Waits::copy) return copy_seconds(input);
  if (pattern.waits == Waits::lag_or_copy) {
    if (!input.capture) return std::nullopt;
    if (!*input.capture) return copy_seconds(input);
  }
  if (!input.lag_seconds || !input.switch_seconds) return std::nullopt;
  return sum(*input.lag_seconds, *input.switch_seconds);
}

std::optional<double> samples_for(const Number& percent) {
  if (!percent) return std::nullopt;
  const double share = percent->low / 100;  // the smallest share needs the most samples
  if (share >= 1) return 1;
  return ceil_of(natural_log(1 - certainty) / natural_log(1 - share));
}

std::string unit_text(double seconds) {
  const auto text = [](double amount, std::string_view unit) {
    const std::string number = display_number(amount, amount < 10 ? 1 : amount < 100 ? 1 : 0);
    return number + " " + std::string(unit) + (number == "1" ? "" : "s");
  };
  if (seconds < 60) return text(seconds, "second");
  if (seconds < seconds_per_hour) return text(seconds / 60, "minute");
  if (seconds < 48 * seconds_per_hour) return text(seconds / seconds_per_hour, "hour");
  return text(seconds / (24 * seconds_per_hour), "day");
}

std::string label_of(std::string_view name) {
  const Field* field = find_field(fields, name);
  return field ? std::string(field->label) : std::string(name);
}

std::string because(const Input& input, const MoveAnswer& answer) {
  if (!answer.pattern) {
    std::vector<std::string> questions;
    for (const std::string& name : answer.missing) questions.push_back("\"" + label_of(name) + "\"");
    return "Open until you answer: " + joined(questions, " ");
  }
  std::string text = answer.pattern->best_for;
  if (answer.pattern->max_lag_seconds && input.lag_seconds) {
    const std::string limit = display_number(*answer.pattern->max_lag_seconds) + " s";
    const std::string lag = report::amount_text(*input.lag_seconds);
    if (answer.may_switch == Truth::yes) text += " You may switch now: the lag of " + lag + " s is under " + limit + ".";
    if (answer.may_switch == Truth::no) text += " Do not switch yet: the lag of " + lag + " s is not under " + limit + ".";
    if (answer.may_switch == Truth::unknown) text += " A lag of " + lag + " s may or may not be under " + limit + ".";
  }
  return text;
}

std::string headline(const MoveAnswer& answer) {
  if (!answer.pattern) return "Several patterns are left.";
  std::string text = answer.pattern->label;
  if (answer.copy_hours) text += ": the copy takes " + duration_text(times(*answer.copy_hours, seconds_per_hour));
  if (answer.downtime_seconds) {
    const bool none = answer.downtime_seconds->high == 0;
    text += (answer.copy_hours ? ", " : ": ") +
            (none ? std::string("and writes need not wait") : "writes wait " + duration_text(*answer.downtime_seconds));
  }
  return text + ".";
}

std::vector<report::FormulaLine> lines(const Input& input, const MoveAnswer& answer) {
  const auto operand = [](const Number& value, std::string_view unknown) { return report::operand_text(value, unknown); };
  std::vector<report::FormulaLine> out;
  out.push_back({"copy", "Copy time", answer.copy_hours ? duration_text(times(*answer.copy_hours, seconds_per_hour)) : "not known",
                 "TB x 1,000,000 / rate / 3,600",
                 operand(input.size_tb, "TB") + " x 1,000,000 / " + operand(input.rate_mb_per_second, "rate") + " / 3,600 = " +
                     (answer.copy_hours ? report::amount_text(*answer.copy_hours, 1) + " hours" : "not known")});
  if (answer.pattern && answer.pattern->max_lag_seconds)
    out.push_back({"switch", "May the switch happen?",
                   answer.may_switch == Truth::yes ? "yes" : answer.may_switch == Truth::no ? "not yet" : "not known",
                   "lag < " + display_number(*answer.pattern->max_lag_seconds) + " s",
                   operand(input.lag_seconds, "lag") + " < " + display_number(*answer.pattern->max_lag_seconds)});
  if (answer.pattern && answer.pattern->write_factor > 1)
    out.push_back({"writes", "Writes while it runs", display_number(answer.pattern->write_factor) + " times as many",
                   "every change goes to both stores", "1 + 1 = " + display_number(answer.pattern->write_factor)});
  if (answer.samples)
    out.push_back({"samples", "Records to compare", display_number(*answer.samples, 0),
                   "ln(1 - 0.95) / ln(1 - differing share)",
                   "ln(0.05) / ln(1 - " + display_number(input.differing_percent->low / 100, 6) + ") = " +
                       display_number(*answer.samples, 0)});
  return out;
}

}  // namespace

FieldTable move_fields() { return fields; }

std::string duration_text(const Range& seconds) {
  if (seconds.exact()) return unit_text(seconds.mid);
  return unit_text(seconds.low) + " to " + unit_text(seconds.high);
}

Result<MoveAnswer> plan_move(const MoveInput& input, const Tables& tables) {
  MoveAnswer answer;
  choose(input, tables, answer);
  if (!input.pattern.empty()) {
    answer.pattern = tables.pattern(input.pattern);
    if (!answer.pattern)
      return Problem{2502, "/pattern", "There is no pattern \"" + shortened(input.pattern, 40) + "\"."};
  }
  if (const Number copy = copy_seconds(input)) answer.copy_hours = times(*copy, 1 / seconds_per_hour);
  if (answer.pattern) {
    answer.downtime_seconds = downtime(input, *answer.pattern);
    if (answer.pattern->max_lag_seconds && input.lag_seconds)
      answer.may_switch = compare(*input.lag_seconds, Comparison::less, *answer.pattern->max_lag_seconds);
  }
  answer.samples = samples_for(input.differing_percent);
  answer.headline = headline(answer);
  answer.because = because(input, answer);
  answer.lines = lines(input, answer);
  return answer;
}

Result<MoveAnswer> plan_built_in_move(const MoveInput& input) { return plan_move(input, built_in_tables()); }

}  // namespace storewright::migration

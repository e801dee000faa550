#include "core/practice/variant.h"

#include <algorithm>

#include "core/base/generator.h"
#include "core/base/math.h"
#include "core/base/text.h"

namespace storewright::practice {
namespace {

constexpr int most_draws = 2000;
constexpr double same_multiple = 1e-9;
constexpr int shown_decimals = 2;
constexpr int shown_digits = 3;      // of a number below 1, where two decimals would hide most of it: 0.0159 is not 0.02
constexpr int most_decimals = 9;

bool holds(const Demand& demand, const Values& values) {
  const Result<double> value = evaluate(demand.expression, values);
  if (!value || *value < demand.at_least || *value > demand.at_most) return false;
  if (demand.multiple_of <= 0) return true;
  const double times = *value / demand.multiple_of;
  const double away = times - round_half_up(times);
  return away < same_multiple && away > -same_multiple;
}

bool all_hold(const Question& question, const Values& values) {
  return std::all_of(question.demands.begin(), question.demands.end(), [&](const Demand& demand) { return holds(demand, values); });
}

Values classic_values(const Question& question) {
  Values values;
  for (const Variable& variable : question.variables) values[variable.name] = variable.classic;
  return values;
}

Values drawn_values(const Question& question, int seed) {
  Generator generator(fnv1a(question.id + ":" + std::to_string(question.version)) + static_cast<std::uint64_t>(seed));
  for (int draw = 0; draw < most_draws; ++draw) {
    Values values;
    for (const Variable& variable : question.variables) {
      const std::uint64_t index = generator.below(variable.values.size());
      values[variable.name] = variable.values.empty() ? variable.classic : variable.values[static_cast<std::size_t>(index)];
    }
    if (all_hold(question, values)) return values;
  }
  return classic_values(question);
}

}  // namespace

Variant variant_of(const Question& question, int seed) {
  Variant variant{.seed = seed, .variables = seed == 0 ? classic_values(question) : drawn_values(question, seed)};
  for (const Variable& variable : question.variables)
    variant.note += (variant.note.empty() ? "" : ", ") + variable.name + " " + shortest_number(variant.variables[variable.name]);
  return variant;
}

Result<Values> right_numbers(const Question& question, const Variant& variant, const Values& assumed) {
  Values values = variant.variables;
  for (const Step& step : question.steps) {
    if (step.assumption()) {
      const auto given = assumed.find(step.id);
      values[step.id] = given == assumed.end() ? 0 : given->second;
      continue;
    }
    const Result<double> value = evaluate(step.formula, values);
    if (!value) return value.problems();
    values[step.id] = *value;
  }
  return values;
}

std::string shown_number(double value) {
  double size = value < 0 ? -value : value;
  int decimals = shown_decimals;
  if (size > 0 && size < 1)
    for (decimals = shown_digits; size < 0.1 && decimals < most_decimals; size *= 10) ++decimals;
  return display_number(value, decimals);
}

std::string with_numbers(std::string_view text, const Values& values) {
  return filled(text, [&](std::string_view name) {
    const auto value = values.find(name);
    return value == values.end() ? "{" + std::string(name) + "}" : shown_number(value->second);
  });
}

std::vector<std::string> with_numbers(const std::vector<std::string>& texts, const Values& values) {
  std::vector<std::string> out;
  for (const std::string& text : texts) out.push_back(with_numbers(text, values));
  return out;
}

Figure with_numbers(Figure figure, const Values& values) {
  for (std::string* text : {&figure.title, &figure.takeaway}) *text = with_numbers(*text, values);
  figure.columns = with_numbers(figure.columns, values);
  for (std::vector<std::string>& frame : figure.frames) frame = with_numbers(frame, values);
  for (FigureBox& box : figure.boxes) box.keeps = with_numbers(box.keeps, values);
  for (FigureWay& way : figure.ways) way.label = with_numbers(way.label, values);
  return figure;
}

std::string formula_with_numbers(std::string_view formula, const Values& values) {
  std::string out;
  std::string name;
  const auto finish_name = [&] {
    const auto value = values.find(name);
    out += value == values.end() ? name : shown_number(value->second);
    name.clear();
  };
  for (const char c : formula) {
    const bool in_name = (c >= 'a' && c <= 'z') || c == '_' || (!name.empty() && c >= '0' && c <= '9');
    if (in_name) {
      name += c;
      continue;
    }
    if (!name.empty()) finish_name();
    if (c == '*') out += "×";
    else out += c;
  }
  if (!name.empty()) finish_name();
  return out;
}

}  // namespace storewright::practice

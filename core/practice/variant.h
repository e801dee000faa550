// A question with numbers: those everybody knows for seed 0, drawn ones for any other seed; and what its formulas then give.
#pragma once

#include <string>
#include <vector>

#include "core/practice/expression.h"
#include "core/practice/question.h"

namespace storewright::practice {

inline constexpr int largest_seed = 999999;

struct Variant {
  int seed = 0;
  Values variables;
  std::string note;                 // "infrastructure 600, hours 12": two variants differ exactly when their notes do
};

/// The variant of a seed: the same on every machine, and the same for the same version of the question. Draws again until
/// the demands hold; a question whose demands hold for no draw gives its classic numbers.
Variant variant_of(const Question& question, int seed);

/// The variables and the right numbers of all steps; assumptions are what `assumed` says, else 0.
/// Problems: those of `evaluate`.
Result<Values> right_numbers(const Question& question, const Variant& variant, const Values& assumed = {});

/// A number as a text of a question shows it: two decimals, below 1 three digits (0.0159).
std::string shown_number(double value);

/// `{name}` in each text replaced by the number of that name, thousands separated; an unknown name stays as it is.
std::string with_numbers(std::string_view text, const Values& values);
std::vector<std::string> with_numbers(const std::vector<std::string>& texts, const Values& values);
Figure with_numbers(Figure figure, const Values& values);

/// A formula with its numbers: "hours * rate" is "12 × 200".
std::string formula_with_numbers(std::string_view formula, const Values& values);

}  // namespace storewright::practice

// Arithmetic as text: numbers, names, + - * / ^ and parentheses. Formulas of questions and sums that a learner types.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace storewright::practice {

/// What the names of an expression stand for.
using Values = std::map<std::string, double, std::less<>>;

/// The value of `text`, by the usual precedence. Nothing else can be written in it: no call, no assignment, no comparison.
/// A power has a whole exponent from 0 to 1,000, so that it is a product and the same number on every machine.
///
/// Problems (where = "byte N"): 2301 not an expression, longer than 400 bytes or nested more than 32 deep; 2302 a name
/// that stands for nothing; 2303 a division by zero, another exponent, or a result beyond the numbers there are.
Result<double> evaluate(std::string_view text, const Values& values);

/// The names in `text`, in order of their first use; those of a text that is no expression as far as it can be read.
std::vector<std::string> names_in(std::string_view text);

}  // namespace storewright::practice

#include "core/cases/case_number.h"

#include "core/base/text.h"

namespace storewright::cases {
namespace {

constexpr int most_decimals = 6;  // of a term, which is written as the data has it

std::string_view sign_of(Operation operation) {
  switch (operation) {
    case Operation::times: return " x ";
    case Operation::divide: return " / ";
    case Operation::plus: return " + ";
  }
  return " ";
}

double applied(Operation operation, double before, double term) {
  switch (operation) {
    case Operation::times: return before * term;
    case Operation::divide: return before / term;
    case Operation::plus: return before + term;
  }
  return before;
}

}  // namespace

CaseNumber compute(const NumberSpec& spec) {
  CaseNumber number;
  const std::string sign(sign_of(spec.operation));
  for (std::size_t i = 0; i < spec.terms.size(); ++i) {
    const Term& term = spec.terms[i];
    number.value = i == 0 ? term.value : applied(spec.operation, number.value, term.value);
    number.formula += (i == 0 ? "" : sign) + display_number(term.value, most_decimals);
    number.in_words += (i == 0 ? "" : sign) + term.words;
  }
  number.formula += " = " + display_number(number.value, spec.decimals);
  return number;
}

std::string dollars(double amount) {
  return (amount < 0 ? "-$" : "$") + display_number(amount < 0 ? -amount : amount, 2);
}

}  // namespace storewright::cases

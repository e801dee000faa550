// A number of a case with the formula it comes from, written out and computed.
#pragma once

#include <string>

#include "core/cases/case_file.h"

namespace storewright::cases {

struct CaseNumber {
  double value = 0;
  std::string formula;   // "0.065 x 730 = 47.45"
  std::string in_words;  // "dollars an hour for a db.t4g.medium, one zone, x hours a month"
};

CaseNumber compute(const NumberSpec& spec);

/// "$143,500"; a negative amount is "-$402,000".
std::string dollars(double amount);

using knowledge::kind_words;

}  // namespace storewright::cases

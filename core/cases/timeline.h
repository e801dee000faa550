// Where on its axis a case stands: which part a number of users or a month belongs to, and how far it has come.
#pragma once

#include <optional>
#include <string>

#include "core/cases/case_file.h"

namespace storewright::cases {

/// The part that holds `value`: lower bounds are inclusive, upper ones not. Null before the first and after the last.
const Part* part_at(const Case& study, double value);

/// "10,000 to 499,999 users", "months 7 to 12".
std::string span_words(const Case& study, const Part& part);

/// The last whole value of a part: month 12 of a part that ends before month 13.
double last_of(const Part& part);

/// How far a plan by months has come at the end of a month, as shares from 0 to 1.
struct Progress {
  int months = 0;              // of the part
  int months_in_all = 0;
  double part_share = 0;
  double plan_share = 0;
};

/// Absent for a case that counts no months, and for a month outside the part.
std::optional<Progress> progress_at(const Case& study, const Part& part, double month);

/// "December 2020" for month 12 of a plan that starts in January 2020; "" for a case that counts no months.
std::string calendar_month(const Case& study, double month);

/// A slider over the axis has whole steps from 0 to this. On a logarithmic axis ten steps are a factor of ten.
int last_step(const Case& study);
/// The value of a step, rounded to two digits on a logarithmic axis, so that powers of ten are met exactly.
double value_of_step(const Case& study, int step);
/// The nearest step.
int step_of_value(const Case& study, double value);

/// The part whose writes a second are nearest on a log scale; null when no part or the reader gives none.
const Part* nearest_by_writes(const Case& study, double writes_per_second);

}  // namespace storewright::cases

// Numbers of three significant digits: the values that a search tries and that a person would say.
#pragma once

#include "core/base/fields.h"

namespace storewright::selection {

/// The grid within a field's limits: 0 where allowed, then 0.00100, 0.00101, … 9.99, 10.0, 10.1, … For counted things
/// whole numbers only: 1, 2, … 999, 1,000, 1,010, …
class Grid {
 public:
  explicit Grid(const Field& field);

  int first() const { return first_; }
  int last() const { return last_; }
  double at(int index) const;
  /// The first index whose number is above `value`; `last() + 1` when there is none.
  int above(double value) const;
  /// The last index whose number is below `value`; `first() - 1` when there is none.
  int below(double value) const;

 private:
  bool whole_;
  int first_ = 0;
  int last_ = 0;
};

}  // namespace storewright::selection

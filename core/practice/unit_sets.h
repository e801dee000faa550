// The words of units and periods, written once for all questions: a step says "in": "GB", "per": "month" and takes TB a year as well.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/practice/typed_number.h"

namespace storewright::practice {

/// "GB", the words people write for it, and how large it is within its set.
struct NamedUnit {
  std::string id;
  std::vector<std::string> words;
  double size = 1;
};

/// Units of one kind, which convert into one another: bytes to terabytes, seconds to days.
using UnitSet = std::vector<NamedUnit>;

struct UnitSets {
  std::vector<UnitSet> units;       // of what is counted or measured
  std::vector<UnitSet> periods;     // of the time for which it is counted
};

/// Reads the list "units" of a practice pack; a pack without it has none. Problems: 1401.
UnitSets read_unit_sets(const Json& pack, Problems& problems);

/// What may stand beside a number that is asked for in `unit`: all units of its set, each with its factor to that unit.
/// Empty when there is no such unit.
std::vector<UnitWords> units_for(const UnitSets& sets, std::string_view unit);

/// The same for "a month": what is said of a longer period is less of it in a shorter one.
std::vector<UnitWords> periods_for(const UnitSets& sets, std::string_view period);

}  // namespace storewright::practice

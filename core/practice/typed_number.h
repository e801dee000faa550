// A number as a person types it ("$3,000", "3 000 USD", "50 %", "600 + 12 * 200") in the unit that a question asks for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace storewright::practice {

/// Words for one unit ("usd", "$", "dollars") or period ("a month", "/mo"), and how many of the asked unit one of it is.
struct UnitWords {
  std::vector<std::string> words;
  double factor = 1;
};

/// The units a step understands. A unit and a period may be given together, in either order around the number.
struct Units {
  std::string name;                 // of the unit asked for: "US dollars a month"
  std::vector<UnitWords> units;
  std::vector<UnitWords> periods;
  bool shares = false;              // a bare number between 0 and 1 is a share: 0.5 is 50 %
};

enum class Readability { empty, read, unreadable };

struct TypedNumber {
  Readability readability = Readability::empty;
  double value = 0;                 // in the unit asked for
  std::string problem;              // unreadable: one sentence that says what to write instead
  std::string read_as;              // said where another reading was thinkable, else ""
  std::size_t start = 0, end = 0;   // bytes of the text that were read
};

/// Reads what was typed. Commas, spaces and apostrophes group thousands; a comma before other than three digits is a decimal
/// comma; k and million multiply; a sum is worked out, and of "600 + 2400 = 3000" only the end counts. A lone point
/// is a decimal point, which `read_as` says where thousands were thinkable ("63.072"); but no price has three decimals. What has
/// two meanings ("3.000" dollars, "8-16") is unreadable rather than guessed.
TypedNumber read_typed_number(std::string_view text, const Units& units);

}  // namespace storewright::practice

// Single changes of a profile, and which of them can make a difference.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/selection/decide.h"
#include "core/selection/grid.h"

namespace storewright::selection {

/// One input answered otherwise. Which member holds the answer follows from the kind of the field.
struct Move {
  const Field* field = nullptr;
  double number = 0;  // number
  int choice = 0;     // flag: 0 no, 1 yes; choice: the option; choices: the option that is ticked or unticked
  std::string text;   // text: the whole; texts: the entry that is added or taken away
  double size = 0;    // how large a change it is, for comparing moves of the same count
};

/// Applies a move. Ticks and entries turn into their opposite, so that several of one list add up.
void apply(const Move& move, Profile& profile);

/// Whether two moves are of one input, so that the second would undo or overwrite the first.
bool same_input(const Move& a, const Move& b);

/// A profile whose one number is varied along the grid.
class Variation {
 public:
  /// `field` is a number of the profile. Starts at its value; at the mid of a range; at the least where nobody
  /// answered.
  Variation(const Rulebook& rulebook, const Profile& profile, const Field& field);

  const Grid& grid() const { return grid_; }
  bool answered_exactly() const { return exact_; }
  /// The number it starts at; of a range or an unknown number the one on the grid.
  double start() const { return start_; }
  /// The profile with this number.
  const Profile& at(double number);
  /// The nearest index at which the facts say anything else than at `number`, in direction 1 or -1; outside the grid
  /// when there is none. Every fact only rises or only falls with a number, so what has changed stays changed.
  int next_difference(double number, int direction);

 private:
  std::vector<signed char> signature(double number);

  const Rulebook& rulebook_;
  Profile profile_;
  const Field& field_;
  Grid grid_;
  bool exact_ = false;
  double start_ = 0;
};

/// The moves of every input that rules read: each other value of flags and choices, each tick of a list, each licence
/// and engine, and of a number the nearest value of every stretch on which the rules say the same. A list is never
/// emptied, because that would be no answer.
std::vector<Move> all_moves(const Rulebook& rulebook, const Profile& profile);

/// The moves of one input that is no number.
std::vector<Move> moves_of_choice(const Rulebook& rulebook, const Profile& profile, const Field& field);

/// The fields that a move can change, in the order of the form.
std::vector<const Field*> movable_fields(const Profile& profile);

/// A field's value in words: "900", "100 to 900", "yes", "joins and key lookup"; "not answered".
std::string value_words(const Field& field, const Profile& profile);

}  // namespace storewright::selection

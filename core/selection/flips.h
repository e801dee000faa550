// What would change the answer: for each input the nearest change that makes another category win.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/selection/moves.h"
#include "core/selection/recommend.h"

namespace storewright::selection {

/// Who wins: an engine by id, or nobody ("") where the answers contradict each other.
struct Winner {
  std::string engine;
  std::string category;
};

/// One change that makes another category win. `from`, `before` and `to` are values as links write them.
struct Flip {
  const Field* field = nullptr;
  std::string from;                   // "" where nobody answered
  std::optional<std::string> before;  // of a number: the last value before `to` at which the old category still wins
  std::string to;
  std::string from_words;
  std::string to_words;
  Winner winner;
  Profile profile;   // with the change
  std::string says;  // a sentence
};

/// The smallest change of one weight that makes another category win.
struct WeightFlip {
  Step step = Step::consistency;
  double from = 0;
  double before = 0;  // the last weight at which the old category still wins
  double to = 0;
  std::string weights;  // all five with the change, as a profile has them
  Winner winner;
  std::string says;
};

struct FlipsAnswer {
  Winner now;
  std::vector<Flip> flips;  // in the order of the form; of a number upwards before downwards
  std::optional<WeightFlip> weights;
  std::string says;  // how firm the answer is, in words
};

/// Numbers move along the grid of three significant digits, away from their value in both directions, and stop at the
/// first one at which another category wins; a range starts at its mid, an unknown number at the least that there is.
/// Of flags, choices and lists, every single other value is tried.
FlipsAnswer find_flips(const Profile& profile, const Rulebook& rulebook);

/// The same in slices, for a page: one input at a time.
class FlipSearch {
 public:
  /// Keeps references to both.
  FlipSearch(const Profile& profile, const Rulebook& rulebook);
  /// Looks at one more input; true when all were looked at.
  bool work();
  const FlipsAnswer& answer() const { return answer_; }  // when done

 private:
  const Profile& profile_;
  const Rulebook& rulebook_;
  std::vector<const Field*> fields_;
  std::size_t next_ = 0;
  FlipsAnswer answer_;
};

/// The winner of a decision by name.
Winner winner_of(const Decision& decision, const Rulebook& rulebook);

/// "\"Writes\" with 10,000 writes a second instead of 90".
std::string change_words(const Field& field, const std::string& from_words, const std::string& to_words, bool answered);

/// "Cassandra (Wide-column)", "no store".
std::string winner_words(const Winner& winner, const Rulebook& rulebook);

}  // namespace storewright::selection

// Worlds that agree with a profile: each draws one value for every open input and asks which engine wins.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/generator.h"
#include "core/selection/decide.h"

namespace storewright::selection {

/// Which inputs a world draws: numbers that the profile gives as a range, or those and everything that nobody answered.
enum class Open { ranges, ranges_and_unknowns };

/// One input that a world draws, and into how many classes its values are counted: the halves of a range, the options
/// of a choice, parts of the usual span of a number.
struct OpenInput {
  const Field* field = nullptr;
  bool in_range = false;  // false: nobody answered it
  Range span = {};        // a number: what is drawn from
  int classes = 0;
};

/// The ends of a class of a number that nobody answered, in its unit.
Range span_of_class(const OpenInput& input, int index);

/// Draws worlds one after the other; the same seed gives the same worlds on every machine, however they are spread over
/// calls, so a page may draw some in each frame.
///
/// A range: half of the worlds lie below its mid, half above, evenly within each half. What nobody answered: a flag and
/// a choice take each value equally often, a number lies evenly on a log scale over its usual span, and of access
/// patterns there are one to three, the first of which counts as the class. These are the product's rule: nothing
/// speaks for one answer over another. A ratio that is given ties reads and writes together.
class Worlds {
 public:
  /// Keeps a reference to the rulebook only.
  Worlds(const Rulebook& rulebook, const Profile& profile, Open open, std::uint64_t seed);

  void draw(int count);

  const std::vector<OpenInput>& inputs() const { return inputs_; }
  int drawn() const { return static_cast<int>(winners_.size()); }
  /// The winner of a world: index of the record, -1 when its answers contradict each other.
  int winner(int world) const { return winners_[static_cast<std::size_t>(world)]; }
  int class_of(int world, std::size_t input) const {
    return classes_[static_cast<std::size_t>(world) * inputs_.size() + input];
  }

 private:
  int draw_input(const OpenInput& input);
  int draw_number(const OpenInput& input, std::optional<Range>& member);
  void tie_rates();

  const Rulebook& rulebook_;
  Profile profile_;  // of the world that is drawn
  Weights weights_;
  NamedRecords named_;
  std::optional<double> read_share_;  // of a ratio that ties reads and writes together
  bool draws_reads_ = false;
  bool draws_writes_ = false;
  Generator generator_;
  std::vector<OpenInput> inputs_;
  std::vector<std::int16_t> winners_;
  std::vector<std::uint8_t> classes_;
};

}  // namespace storewright::selection

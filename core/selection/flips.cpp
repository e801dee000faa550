#include "core/selection/flips.h"

#include <utility>

#include "core/base/text.h"
#include "core/selection/steps.h"
#include "core/selection/weight_flip.h"

namespace storewright::selection {
namespace {

const Profile& empty_profile() {
  static const Profile empty;
  return empty;
}

std::string link_text(const Field& field, const Profile& profile) {
  return field_text(field, &profile, &empty_profile());
}

/// The flips of one input after the other.
class FlipsOfFields {
 public:
  FlipsOfFields(const Profile& profile, const Rulebook& rulebook, Winner now)
      : profile_(profile), rulebook_(rulebook), now_(std::move(now)) {}

  void add_of(const Field& field, std::vector<Flip>& flips) const {
    if (field.kind == FieldKind::number) return add_of_number(field, flips);
    for (const Move& move : moves_of_choice(rulebook_, profile_, field)) {
      Profile changed = profile_;
      apply(move, changed);
      const std::optional<Winner> winner = other_winner(changed);
      if (!winner) continue;
      flips.push_back(flip(field, changed, *winner));
      if (field.kind == FieldKind::choices) flips.back().says = tick_sentence(move, *winner);
    }
  }

 private:
  std::optional<Winner> other_winner(const Profile& changed) const {
    Winner winner = winner_of(decide(rulebook_, changed), rulebook_);
    if (winner.category == now_.category) return std::nullopt;
    return winner;
  }

  Flip flip(const Field& field, const Profile& changed, const Winner& winner) const {
    Flip flip{.field = &field,
              .from = link_text(field, profile_),
              .before = std::nullopt,
              .to = link_text(field, changed),
              .from_words = value_words(field, profile_),
              .to_words = value_words(field, changed),
              .winner = winner,
              .profile = changed,
              .says = {}};
    flip.says = "Answer " + change_words(field, flip.from_words, flip.to_words, !flip.from.empty()) + ", and " +
                outcome(winner);
    return flip;
  }

  // A long list with one more entry is better told by the entry.
  std::string tick_sentence(const Move& move, const Winner& winner) const {
    const Field& field = *move.field;
    const bool ticked =
        *static_cast<const std::uint32_t*>(field.member(const_cast<Profile*>(&profile_))) >> move.choice & 1u;
    return std::string(ticked ? "Untick" : "Tick") + " \"" +
           std::string(field.options[static_cast<std::size_t>(move.choice)].label) + "\", and " + outcome(winner);
  }

  std::string outcome(const Winner& winner) const {
    if (winner.engine.empty()) return "no store meets all your answers any more.";
    return winner_words(winner, rulebook_) + " comes first.";
  }

  void add_of_number(const Field& field, std::vector<Flip>& flips) const {
    Variation variation(rulebook_, profile_, field);
    if (!variation.answered_exactly())
      if (const std::optional<Winner> winner = other_winner(variation.at(variation.start()))) {
        flips.push_back(flip(field, variation.at(variation.start()), *winner));
        return;
      }
    for (const int direction : {1, -1}) add_in_direction(variation, field, direction, flips);
  }

  void add_in_direction(Variation& variation, const Field& field, int direction, std::vector<Flip>& flips) const {
    const Grid& grid = variation.grid();
    double number = variation.start();
    for (;;) {
      const int index = variation.next_difference(number, direction);
      if (index < grid.first() || index > grid.last()) return;
      const double previous = number;
      number = grid.at(index);
      const std::optional<Winner> winner = other_winner(variation.at(number));
      if (!winner) continue;
      Flip found = flip(field, variation.at(number), *winner);
      const int step_before = index - direction;
      const bool passed = direction > 0 ? grid.above(previous) > step_before : grid.below(previous) < step_before;
      found.before = shortest_number(passed ? previous : grid.at(step_before));
      found.says = "\"" + std::string(field.label) + "\" at " + found.to_words + " " + std::string(field.unit) +
                   (direction > 0 ? " or more" : " or less") +
                   (found.from.empty() ? "" : ", you said " + found.from_words) + ": " + outcome(*winner);
      flips.push_back(std::move(found));
      return;
    }
  }

  const Profile& profile_;
  const Rulebook& rulebook_;
  Winner now_;
};

std::string firmness(const FlipsAnswer& answer, const Rulebook& rulebook) {
  if (answer.now.engine.empty()) return "No store meets all your answers, so there is no winner to change.";
  const std::string now = winner_words(answer.now, rulebook);
  if (answer.flips.empty()) return "No single other answer takes the first place from " + now + ".";
  std::vector<const Field*> fields;
  for (const Flip& flip : answer.flips)
    if (fields.empty() || fields.back() != flip.field) fields.push_back(flip.field);
  const std::string count = display_number(static_cast<double>(fields.size()), 0);
  return "Another answer to " + (fields.size() == 1 ? "one question" : "any of " + count + " questions") +
         " would take the first place from " + now + ".";
}

}  // namespace

std::string change_words(const Field& field, const std::string& from_words, const std::string& to_words,
                         bool answered) {
  const bool number = field.kind == FieldKind::number;
  const auto quoted = [&](const std::string& words) { return number ? words : "\"" + words + "\""; };
  return "\"" + std::string(field.label) + "\" with " + quoted(to_words) +
         (number ? " " + std::string(field.unit) : std::string()) +
         (answered ? " instead of " + quoted(from_words) : "");
}

Winner winner_of(const Decision& decision, const Rulebook& rulebook) {
  if (decision.winner < 0) return {};
  const knowledge::Engine& engine = rulebook.knowledge.engines[static_cast<std::size_t>(decision.winner)];
  return {engine.id, engine.category};
}

std::string winner_words(const Winner& winner, const Rulebook& rulebook) {
  const knowledge::Engine* engine = rulebook.knowledge.engine(winner.engine);
  const knowledge::Category* category = rulebook.knowledge.category(winner.category);
  if (!engine) return "no store";
  return engine->name + " (" + (category ? category->name : winner.category) + ")";
}

FlipSearch::FlipSearch(const Profile& profile, const Rulebook& rulebook) : profile_(profile), rulebook_(rulebook) {
  answer_.now = winner_of(decide(rulebook, profile), rulebook);
  // A contradiction has no first place to lose; what resolves it is another search.
  if (!answer_.now.engine.empty()) fields_ = movable_fields(profile);
}

bool FlipSearch::work() {
  if (next_ < fields_.size()) {
    FlipsOfFields(profile_, rulebook_, answer_.now).add_of(*fields_[next_++], answer_.flips);
    return false;
  }
  if (!answer_.says.empty()) return true;
  if (!answer_.now.engine.empty()) answer_.weights = find_weight_flip(profile_, rulebook_);
  answer_.says = firmness(answer_, rulebook_);
  return true;
}

FlipsAnswer find_flips(const Profile& profile, const Rulebook& rulebook) {
  FlipSearch search(profile, rulebook);
  while (!search.work()) {
  }
  return search.answer();
}

}  // namespace storewright::selection

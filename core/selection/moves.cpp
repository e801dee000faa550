#include "core/selection/moves.h"

#include <algorithm>

#include "core/base/math.h"
#include "core/base/text.h"
#include "core/selection/derive.h"
#include "core/selection/usual_span.h"

namespace storewright::selection {
namespace {

using Number = std::optional<Range>;

template <class T>
T& member(const Field& field, Profile& profile) {
  return *static_cast<T*>(field.member(&profile));
}
template <class T>
const T& member(const Field& field, const Profile& profile) {
  // The accessor takes a mutable struct because reading needs one; here nothing is written through it.
  return *static_cast<const T*>(field.member(const_cast<Profile*>(&profile)));
}

constexpr double size_of_choice = 1;
constexpr double size_of_neighbour = 0.01;  // between options that stand side by side, so that the nearer comes first
constexpr double size_of_answer = 0.5;      // where nobody answered: nothing that was said is taken back

// Choices whose options stand in an order, so that the next one is nearer than the one after it.
bool ordered(const Field& field) {
  return field.name == "consistency" || field.name == "schema_change" || field.name == "regions";
}

// How far apart two numbers are, in powers of ten; what is below a thousandth counts as that.
double decades_between(double a, double b) {
  constexpr double least = 0.001;
  const double distance = log10(std::max(b, least) / std::max(a, least));
  return distance < 0 ? -distance : distance;
}

void add_number_moves(const Rulebook& rulebook, const Profile& profile, const Field& field, std::vector<Move>& moves) {
  Variation variation(rulebook, profile, field);
  const Grid& grid = variation.grid();
  const bool answered = member<Number>(field, profile).has_value();
  const Range usual = usual_span(field);
  const auto add = [&](double number) {
    // Where nobody answered, a number that hardly anybody has is as far away as it lies beyond the usual ones.
    const double nearest_usual = std::min(std::max(number, usual.low), usual.high);
    const double size =
        answered ? decades_between(variation.start(), number) : size_of_answer + decades_between(nearest_usual, number);
    moves.push_back({.field = &field, .number = number, .size = size});
  };
  if (!variation.answered_exactly()) add(variation.start());
  for (const int direction : {1, -1}) {
    double number = variation.start();
    for (;;) {
      const int index = variation.next_difference(number, direction);
      if (index < grid.first() || index > grid.last()) break;
      number = grid.at(index);
      add(number);
    }
  }
}

bool known_ratio(const Profile& profile) {
  return !profile.read_write_ratio.empty() && !(profile.reads_per_second && profile.writes_per_second);
}

std::vector<std::string> entries_for(const Rulebook& rulebook, const Field& field) {
  std::vector<std::string> entries;
  if (field.name == "licences_excluded")
    for (const knowledge::TraitKind& trait : rulebook.knowledge.traits)
      if (trait.id == "licence") return trait.words;
  if (field.name == "experience" || field.name == "stores_in_use")
    for (const knowledge::Engine& engine : rulebook.knowledge.engines)
      if (engine.record == knowledge::RecordKind::engine) entries.push_back(engine.id);
  return entries;
}

signed char side(double value, double threshold) {
  return static_cast<signed char>(value < threshold ? -1 : value > threshold ? 1 : 0);
}

std::string spaced(std::string_view name) {
  std::string words(name);
  for (char& letter : words)
    if (letter == '_') letter = ' ';
  return words;
}

}  // namespace

void apply(const Move& move, Profile& profile) {
  const Field& field = *move.field;
  switch (field.kind) {
    case FieldKind::number: member<Number>(field, profile) = Range::exactly(move.number); return;
    case FieldKind::flag: member<std::optional<bool>>(field, profile) = move.choice == 1; return;
    case FieldKind::choice: field.set_choice(&profile, move.choice); return;
    case FieldKind::choices: member<std::uint32_t>(field, profile) ^= std::uint32_t{1} << move.choice; return;
    case FieldKind::text: member<std::string>(field, profile) = move.text; return;
    case FieldKind::texts: {
      auto& texts = member<std::vector<std::string>>(field, profile);
      const auto found = std::find(texts.begin(), texts.end(), move.text);
      if (found == texts.end())
        texts.push_back(move.text);
      else
        texts.erase(found);
      return;
    }
    case FieldKind::integer:
    case FieldKind::pairs: return;
  }
}

bool same_input(const Move& a, const Move& b) {
  if (a.field != b.field) return false;
  if (a.field->kind == FieldKind::choices) return a.choice == b.choice;
  if (a.field->kind == FieldKind::texts) return a.text == b.text;
  return true;
}

Variation::Variation(const Rulebook& rulebook, const Profile& profile, const Field& field)
    : rulebook_(rulebook), profile_(profile), field_(field), grid_(field) {
  const Number& number = member<Number>(field, profile);
  exact_ = number && number->exact();
  if (exact_)
    start_ = number->mid;
  else
    start_ = grid_.at(number ? std::max(grid_.above(number->mid) - 1, grid_.first()) : grid_.first());
}

const Profile& Variation::at(double number) {
  member<Number>(field_, profile_) = Range::exactly(number);
  return profile_;
}

std::vector<signed char> Variation::signature(double number) {
  const Facts facts = all_facts(at(number));
  std::vector<signed char> sides;
  for (const Leaf& leaf : rulebook_.leaves) {
    const Fact& fact = facts[leaf.place];
    if (leaf.kind != Leaf::Kind::number || !fact.known) continue;
    sides.push_back(side(fact.number.low, leaf.threshold));
    sides.push_back(side(fact.number.high, leaf.threshold));
  }
  for (const Fact& fact : facts) {
    sides.push_back(fact.known ? 1 : 0);
    for (std::uint64_t left = fact.words; left != 0; left >>= 4) sides.push_back(static_cast<signed char>(left & 15u));
  }
  return sides;
}

int Variation::next_difference(double number, int direction) {
  const std::vector<signed char> here = signature(number);
  int same = direction > 0 ? grid_.above(number) - 1 : grid_.below(number) + 1;
  int differs = direction > 0 ? grid_.last() + 1 : grid_.first() - 1;
  const int nowhere = differs;
  // Most often nothing differs in a whole direction; one look at its end says so.
  if (same == differs - direction || signature(grid_.at(differs - direction)) == here) return nowhere;
  differs -= direction;
  while (differs - same != direction) {
    const int middle = same + (differs - same) / 2;
    if (signature(grid_.at(middle)) == here)
      same = middle;
    else
      differs = middle;
  }
  return differs;
}

std::vector<Move> moves_of_choice(const Rulebook& rulebook, const Profile& profile, const Field& field) {
  std::vector<Move> moves;
  switch (field.kind) {
    case FieldKind::flag: {
      const auto& flag = member<std::optional<bool>>(field, profile);
      for (const int value : {0, 1})
        if (!flag || *flag != (value == 1))
          moves.push_back({.field = &field, .choice = value, .size = flag ? size_of_choice : size_of_answer});
      return moves;
    }
    case FieldKind::choice: {
      const int now = field.get_choice(&profile);
      for (int i = 0; i < static_cast<int>(field.options.size()); ++i) {
        const int distance = i < now ? now - i : i - now;
        const double size =
            now < 0 ? size_of_answer : size_of_choice + (ordered(field) ? size_of_neighbour * distance : 0);
        if (i != now) moves.push_back({.field = &field, .choice = i, .size = size});
      }
      return moves;
    }
    case FieldKind::choices: {
      const std::uint32_t bits = member<std::uint32_t>(field, profile);
      for (int i = 0; i < static_cast<int>(field.options.size()); ++i)
        if (bits != std::uint32_t{1} << i)
          moves.push_back({.field = &field, .choice = i, .size = bits == 0 ? size_of_answer : size_of_choice});
      return moves;
    }
    case FieldKind::text:
      for (const char* ratio : {"100:1", "10:1", "1:100"})
        if (member<std::string>(field, profile) != ratio)
          moves.push_back({.field = &field, .text = ratio, .size = size_of_choice});
      return moves;
    case FieldKind::texts:
      for (std::string& entry : entries_for(rulebook, field))
        moves.push_back({.field = &field, .text = std::move(entry), .size = size_of_choice});
      return moves;
    default: return moves;
  }
}

std::vector<const Field*> movable_fields(const Profile& profile) {
  std::vector<const Field*> fields;
  for (const Field& field : profile_fields()) {
    const bool read = knowledge::place_of_rule_field(field.name) < knowledge::rule_field_count;
    const bool read_otherwise = field.name == "read_write_ratio" && known_ratio(profile);
    if (read || read_otherwise) fields.push_back(&field);
  }
  return fields;
}

std::vector<Move> all_moves(const Rulebook& rulebook, const Profile& profile) {
  std::vector<Move> moves;
  for (const Field* field : movable_fields(profile)) {
    if (field->kind == FieldKind::number) {
      add_number_moves(rulebook, profile, *field, moves);
      continue;
    }
    for (Move& move : moves_of_choice(rulebook, profile, *field)) moves.push_back(std::move(move));
  }
  return moves;
}

std::string value_words(const Field& field, const Profile& profile) {
  constexpr std::string_view none = "not answered";
  switch (field.kind) {
    case FieldKind::number: {
      const Number& number = member<Number>(field, profile);
      if (!number) return std::string(none);
      if (number->exact()) return display_amount(number->mid);
      return display_amount(number->low) + " to " + display_amount(number->high);
    }
    case FieldKind::flag: {
      const auto& flag = member<std::optional<bool>>(field, profile);
      return std::string(!flag ? none : *flag ? "yes" : "no");
    }
    case FieldKind::choice: {
      const int now = field.get_choice(&profile);
      return std::string(now < 0 ? none : field.options[static_cast<std::size_t>(now)].label);
    }
    case FieldKind::choices: {
      std::vector<std::string> words;
      for (std::size_t i = 0; i < field.options.size(); ++i)
        if (member<std::uint32_t>(field, profile) >> i & 1u) words.push_back(spaced(field.options[i].name));
      return words.empty() ? std::string(none) : sentence_list(words);
    }
    case FieldKind::text: {
      const std::string& text = member<std::string>(field, profile);
      return text.empty() ? std::string(none) : text;
    }
    case FieldKind::texts: {
      const auto& texts = member<std::vector<std::string>>(field, profile);
      return texts.empty() ? std::string("none") : sentence_list(texts);
    }
    case FieldKind::integer:
    case FieldKind::pairs: break;
  }
  return {};
}

}  // namespace storewright::selection

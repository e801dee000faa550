#include "core/sheet/sensitivity.h"

#include "core/base/sort.h"

namespace storewright::sheet {
namespace {

constexpr double part_moved = 0.1;

std::optional<Range>& number_of(const Field& field, void* input) { return *static_cast<std::optional<Range>*>(field.member(input)); }

double within(const Field& field, double value) { return value < field.min ? field.min : value > field.max ? field.max : value; }

}  // namespace

std::vector<Move> moves_of(FieldTable table, void* input, MovedResult result) {
  std::vector<Move> moves;
  for (const Field& field : table) {
    if (field.kind != FieldKind::number || !number_of(field, input)) continue;
    const Range given = *number_of(field, input);
    const double part = given.mid * part_moved;
    Move move{&field, within(field, given.exact() ? given.mid - part : given.low), within(field, given.exact() ? given.mid + part : given.high),
              !given.exact()};
    moves.push_back(move);
  }
  for (const Move& move : moves) number_of(*move.field, input) = Range::exactly(number_of(*move.field, input)->mid);

  std::vector<Move> moving;
  for (Move& move : moves) {
    std::optional<Range>& number = number_of(*move.field, input);
    const Range middle = *number;
    number = Range::exactly(move.from);
    const std::optional<double> at_from = result.of(result.context, input);
    number = Range::exactly(move.to);
    const std::optional<double> at_to = result.of(result.context, input);
    number = middle;
    if (!at_from || !at_to || *at_from == *at_to) continue;
    move.at_from = *at_from;
    move.at_to = *at_to;
    moving.push_back(move);
  }
  sort_stably(moving, [](const Move& a, const Move& b) { return a.width() > b.width(); });
  return moving;
}

}  // namespace storewright::sheet

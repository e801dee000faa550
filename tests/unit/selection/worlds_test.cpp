#include "core/selection/worlds.h"

#include <doctest/doctest.h>

#include "tests/unit/selection/small_catalogue.h"

using namespace storewright;
using namespace storewright::selection;

namespace {

Worlds drawn(const Rulebook& rulebook, const char* profile, Open open, int count, std::uint64_t seed = 1) {
  Worlds worlds(rulebook, profile_of(profile), open, seed);
  worlds.draw(count);
  return worlds;
}

}  // namespace

TEST_CASE("the same seed draws the same worlds, however they are spread over calls") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const Worlds whole = drawn(rulebook, "{}", Open::ranges_and_unknowns, 300);
  Worlds sliced(rulebook, Profile{}, Open::ranges_and_unknowns, 1);
  for (int part = 0; part < 10; ++part) sliced.draw(30);
  const Worlds other = drawn(rulebook, "{}", Open::ranges_and_unknowns, 300, 2);
  REQUIRE(sliced.drawn() == 300);
  int different = 0;
  for (int world = 0; world < 300; ++world) {
    CHECK(whole.winner(world) == sliced.winner(world));
    different += whole.winner(world) != other.winner(world);
    for (std::size_t input = 0; input < whole.inputs().size(); ++input)
      CHECK(whole.class_of(world, input) == sliced.class_of(world, input));
  }
  CHECK(different > 50);
}

TEST_CASE("half of the worlds lie below the mid of a range, and the winner follows the drawn value") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const Worlds worlds = drawn(
      rulebook, R"({"data_model":"relational","data_size_gb":{"low":10,"mid":1000,"high":2000}})", Open::ranges, 2000);
  REQUIRE(worlds.inputs().size() == 1);
  CHECK(worlds.inputs()[0].in_range);
  int above = 0;
  for (int world = 0; world < worlds.drawn(); ++world) {
    above += worlds.class_of(world, 0);
    // From 1,000 GB on, Tables is out.
    CHECK(catalogue.engines[static_cast<std::size_t>(worlds.winner(world))].id ==
          (worlds.class_of(world, 0) == 1 ? "keys" : "tables"));
  }
  CHECK(above > 930);
  CHECK(above < 1070);
}

TEST_CASE("what was answered is not drawn, and what no rule can read neither") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const Worlds worlds(rulebook, profile_of(R"({"money":true,"access_patterns":["joins"],"data_size_gb":5})"),
                      Open::ranges_and_unknowns, 1);
  for (const OpenInput& input : worlds.inputs()) {
    CAPTURE(input.field->name);
    CHECK(input.classes >= 2);
    for (const char* name : {"money", "access_patterns", "data_size_gb", "application", "residency", "existing.store"})
      CHECK(input.field->name != name);
  }
  CHECK(Worlds(rulebook, Profile{}, Open::ranges, 1).inputs().empty());
}

TEST_CASE("every answer of a choice is drawn about equally often") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const Worlds worlds = drawn(rulebook, "{}", Open::ranges_and_unknowns, 4000);
  for (std::size_t input = 0; input < worlds.inputs().size(); ++input) {
    CAPTURE(worlds.inputs()[input].field->name);
    std::vector<int> counts(static_cast<std::size_t>(worlds.inputs()[input].classes));
    for (int world = 0; world < worlds.drawn(); ++world)
      ++counts[static_cast<std::size_t>(worlds.class_of(world, input))];
    for (const int count : counts) {
      CHECK(count > 0.75 * 4000 / static_cast<double>(counts.size()));
      CHECK(count < 1.25 * 4000 / static_cast<double>(counts.size()));
    }
  }
}

TEST_CASE("a given ratio ties the rates together: who says 1:100 is never told of a read-heavy winner") {
  const knowledge::Knowledge& knowledge = knowledge::built_in();
  const Rulebook& rulebook = built_in_rulebook();
  Worlds tied(rulebook, profile_of(R"({"read_write_ratio":"1:100","writes_per_second":5000})"),
              Open::ranges_and_unknowns, 1);
  tied.draw(50);
  for (int world = 0; world < 50; ++world) CHECK(tied.winner(world) < static_cast<int>(knowledge.engines.size()));
  // The read rate is drawn, but whatever its class, reads follow from the writes: it tells nothing.
  for (const OpenInput& input : tied.inputs()) CHECK(input.field->name != "writes_per_second");
}

TEST_CASE("the parts of a span lie side by side on a log scale") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const Worlds worlds(rulebook, Profile{}, Open::ranges_and_unknowns, 1);
  for (const OpenInput& input : worlds.inputs()) {
    if (input.field->kind != FieldKind::number) continue;
    CAPTURE(input.field->name);
    CHECK(span_of_class(input, 0).low == doctest::Approx(input.span.low));
    CHECK(span_of_class(input, input.classes - 1).high == doctest::Approx(input.span.high));
    for (int i = 1; i < input.classes; ++i) CHECK(span_of_class(input, i).low == span_of_class(input, i - 1).high);
  }
}

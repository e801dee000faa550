// Every calculator page: the parts that all share, and what becomes of entries that cannot be read.
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "core/base/packs.h"
#include "core/sheet/sheet.h"
#include "tests/unit/app/visit.h"
#include "tests/unit/slow_build.h"

using namespace storewright;

namespace {

struct Calculator {
  std::string_view route;
  std::string_view pack;
  std::string_view (*text)();
};

constexpr Calculator tco = {"tco", "", nullptr};

Calculator small(std::string_view id) { return {id, "calculators", packs::calculators}; }

/// A file that is added to content/calculators is asked what the others are.
std::vector<Calculator> all_calculators() {
  std::vector<Calculator> all = {tco, {"compare", "prices", packs::prices}, {"scaling", "scaling", packs::scaling}};
  for (const auto& sheet : sheet::built_in_sheets()) all.push_back(small(sheet->id));
  return all;
}

struct Visit : PageVisit {
  explicit Visit(const Calculator& calculator) : PageVisit("#/calculate/" + std::string(calculator.route)) {
    if (calculator.text != nullptr) take(calculator.pack, calculator.text());
  }

  const std::vector<ui::Node>& nodes() const { return platform.tree().nodes; }

  // What is folded away among the inputs, and there alone.
  void open_inputs() {
    std::vector<std::string> folded;
    for (const ui::Node& node : nodes())
      if (node.expanded == 0 && node.id.starts_with("main/inputs/")) folded.push_back(node.id);
    for (const std::string& id : folded) act_on(id, "press");
  }
  std::vector<ui::Node> number_fields() const {
    std::vector<ui::Node> fields;
    for (const ui::Node& node : nodes())
      if (node.role == ui::Role::number && node.id.starts_with("main/inputs/")) fields.push_back(node);
    return fields;
  }
  const ui::Node& node(std::string_view id) const {
    const auto found = std::find_if(nodes().begin(), nodes().end(), [&](const ui::Node& one) { return one.id == id; });
    CAPTURE(std::string(id));
    REQUIRE(found != nodes().end());
    return *found;
  }
  std::string headline() const {
    for (const ui::Node& one : nodes())
      if (one.role == ui::Role::status) return one.name;
    return "";
  }
};

constexpr std::string_view stale = "This is the answer to the last numbers that could.";

}  // namespace

TEST_CASE("every calculator has the parts of the frame") {
  for (const Calculator& calculator : all_calculators()) {
    CAPTURE(calculator.route);
    Visit visit(calculator);
    visit.open_inputs();
    CHECK(visit.headline() != "");
    for (const std::string_view button : {"Undo", "Reset", "Copy link", "Copy as message", "Export CSV", "Export picture", "The numbers as a table"}) {
      CAPTURE(button);
      CHECK(visit.find(ui::Role::button, button) != nullptr);
    }
    CHECK(visit.find(ui::Role::heading, "What moves the result most") != nullptr);
    CHECK(visit.find(ui::Role::heading, "Sources") != nullptr);
    CHECK(std::any_of(visit.nodes().begin(), visit.nodes().end(), [](const ui::Node& node) { return node.role == ui::Role::figure; }));
    // Examples to begin with.
    CHECK(std::any_of(visit.nodes().begin(), visit.nodes().end(),
                      [](const ui::Node& node) { return node.role == ui::Role::radiogroup && node.id.starts_with("main/inputs/"); }));
  }
}

TEST_CASE("a calculator after a source that no rule cites fetches its title, and calls its formulas nobody's until it is here") {
  {
    Visit visit(small("extended_support"));
    CHECK(visit.find(ui::Role::button, "Show addresses and dates") == nullptr);
    CHECK(visit.find(ui::Role::button, "Try again") != nullptr);  // this host has no evidence
    CHECK_FALSE(visit.says("Rules of this product."));
  }
  Visit cited(small("reactive"));
  CHECK(cited.find(ui::Role::button, "Show addresses and dates") != nullptr);
  CHECK(cited.find(ui::Role::button, "Try again") == nullptr);
  CHECK(cited.says("unless a line says that it is ours."));
}

TEST_CASE("an entry that cannot be read is told with what the field expects, and the last good answer stays, greyed") {
  struct Row {
    std::string_view typed;
    std::string_view code;
  };
  const Row rows[] = {
      {"many", "SW-1102"},
      {"12 furlongs", "SW-1102"},                // a unit that it does not have
      {"1,5", "SW-1102"},                        // a decimal comma is not fifteen
      {"-5", "SW-1103"},
      {"1e300", "SW-1103"},
      {"9 to 2", "SW-110"},                      // out of order, or outside of the limits of a small field
  };
  for (const Calculator& calculator : all_calculators()) {
    CAPTURE(calculator.route);
    Visit visit(calculator);
    visit.open_inputs();
    const std::string before = visit.headline();
    const std::vector<ui::Node> fields = visit.number_fields();
    CHECK(fields.size() >= 5);
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const ui::Node& field = fields[i];
      CAPTURE(field.id);
      for (std::size_t j = 0; j < std::size(rows); ++j) {
        const Row& row = rows[j];
        if (!takes_its_turn(i, j, std::size(rows))) continue;
        CAPTURE(row.typed);
        if (row.typed == "-5" && field.id.ends_with("_growth_percent")) continue;  // cost and revenue may shrink
        visit.act_on(field.id, "text", row.typed);
        const ui::Node& now = visit.node(field.id);
        CHECK(now.invalid);
        CHECK(now.value == row.typed);
        CHECK(now.description.find(row.code) != std::string::npos);
        CHECK(visit.says(stale));
        CHECK(visit.headline() == before);
      }
      visit.act_on(field.id, "text", field.value);
      CHECK_FALSE(visit.node(field.id).invalid);
      CHECK_FALSE(visit.says(stale));
      CHECK(visit.headline() == before);
    }
  }
}

TEST_CASE("zero and nothing are values: the page answers, or says what is missing") {
  for (const Calculator& calculator : all_calculators()) {
    CAPTURE(calculator.route);
    Visit visit(calculator);
    visit.open_inputs();
    const std::string before = visit.headline();
    const std::vector<ui::Node> fields = visit.number_fields();
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const ui::Node& field = fields[i];
      if (!takes_its_turn(i, 0, 3)) continue;
      CAPTURE(field.id);
      for (const std::string_view typed : {"0", ""}) {
        CAPTURE(typed);
        visit.act_on(field.id, "text", typed);
        CHECK(visit.headline() != "");
        // Either it is taken, or the field says from where on it counts.
        const ui::Node& now = visit.node(field.id);
        CHECK((now.invalid ? now.description.find("SW-1103") != std::string::npos : now.value == typed));
        CHECK(visit.says(stale) == now.invalid);
      }
      visit.act_on(field.id, "text", field.value);
      CHECK(visit.headline() == before);
    }
  }
}

TEST_CASE("the field's own unit may be typed") {
  Visit visit(tco);
  struct Row {
    std::string_view field, typed, in_link;
  };
  const Row rows[] = {
      {"hours", "12 hours", "hours=12"},
      {"hours", "8 to 16 hours a month", "hours=8~12~16"},
      {"rate", "$200.50", "rate=200.5"},
      {"rate", "$100 to $200", "rate=100~150~200"},
      {"managed", "1,234,567 USD", "managed=1234567"},
      {"managed", "1,0000", "managed=10000"},          // typed on behind what was set apart
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    const auto fields = visit.number_fields();
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const ui::Node& node) { return node.id.ends_with("/" + std::string(row.field)); });
    REQUIRE(field != fields.end());
    visit.act_on(field->id, "text", row.typed);
    CHECK_FALSE(visit.node(field->id).invalid);
    CHECK(visit.link_has(row.in_link));
  }
}

#include "core/guide/consistency_needs.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/guide/figures.h"
#include "core/guide/names.h"
#include "core/guide/widget_results.h"

using namespace storewright;
using namespace storewright::guide;

namespace {

const knowledge::Knowledge& known() { return knowledge::built_in(); }

std::string out_of(const ConsistencyFilter& filter, std::string_view category) {
  for (const auto& row : filter.categories.rows)
    if (row[0] == category) return row[2];
  return "no such category";
}

}  // namespace

TEST_CASE("money rules out every store without transactions and strong reads, whatever else is said") {
  for (const auto consistency : {std::optional<selection::Consistency>(), std::optional(selection::Consistency::eventual)}) {
    selection::Profile profile;
    profile.money = true;
    profile.consistency = consistency;
    const ConsistencyFilter filter = consistency_filter(profile, known());
    CHECK(out_of(filter, "Wide-column").find("Cassandra") != std::string::npos);
    CHECK(out_of(filter, "Relational") == "None");
  }
}

TEST_CASE("without an answer nothing is out, and every record has its place") {
  const ConsistencyFilter filter = consistency_filter({}, known());
  CHECK(filter.headline.starts_with("Nothing is said yet"));
  CHECK(filter.reasons.rows.empty());
  CHECK(filter.categories.rows.size() == known().categories.size());
  for (const auto& row : filter.categories.rows) CHECK(row[2] == "None");
}

TEST_CASE("each rule stands once, with everybody who is out by it") {
  const ConsistencyFilter filter = consistency_filter(consistency_example(), known());
  REQUIRE_FALSE(filter.reasons.rows.empty());
  std::vector<std::string> rules;
  for (const auto& row : filter.reasons.rows) {
    CHECK(std::find(rules.begin(), rules.end(), row[0]) == rules.end());
    rules.push_back(row[0]);
    CHECK_FALSE(row[1].empty());
  }
}

TEST_CASE("every figure and widget that chapters may name has its still form") {
  for (const std::string_view name : figure_names) {
    CAPTURE(name);
    const auto scene = figure_scene(name, 640);
    REQUIRE(scene);
    CHECK_FALSE(scene->takeaway.empty());
    CHECK_FALSE(scene->table.rows.empty());
  }
  for (const std::string_view name : widget_names) {
    CAPTURE(name);
    CHECK(widget_result(name, known()));
  }
  CHECK_FALSE(figure_scene("nothing", 640));
  CHECK_FALSE(widget_result("nothing", known()));
}

#include "core/scaling/filter_rules.h"

#include "core/knowledge/member_reader.h"
#include "core/scaling/read_list.h"

namespace storewright::scaling {
namespace {

using knowledge::MemberReader;
using knowledge::Presence;

template <class Item>
const Item* with_id(const std::vector<Item>& items, std::string_view id) {
  for (const Item& item : items)
    if (item.id == id) return &item;
  return nullptr;
}

// Each branch goes to a leaf or to a filter further down, so that every walk ends.
void check_branches(const FilterChart& chart, Problems& problems) {
  for (std::size_t i = 0; i < chart.filters.size(); ++i)
    for (const FilterBranch& branch : chart.filters[i].answers) {
      const Filter* next = chart.filter(branch.next);
      const bool later = next != nullptr && next > &chart.filters[i];
      const bool to_leaf = chart.leaf(branch.leaf) != nullptr;
      if (to_leaf != later) continue;
      problems.push_back({2806, pointer_to("/filters/steps", i), "The answer \"" + branch.when + "\" must lead to one leaf or to one later filter."});
    }
}

void check_leaves(const FilterChart& chart, Problems& problems) {
  for (std::size_t i = 0; i < chart.leaves.size(); ++i) {
    bool reached = false;
    for (const Filter& filter : chart.filters)
      for (const FilterBranch& branch : filter.answers) reached = reached || branch.leaf == chart.leaves[i].id;
    if (!reached) problems.push_back({2806, pointer_to("/filters/leaves", i), "No answer leads to the leaf \"" + chart.leaves[i].id + "\"."});
  }
  for (std::size_t i = 1; i < chart.filters.size(); ++i) {
    bool reached = false;
    for (std::size_t before = 0; before < i; ++before)
      for (const FilterBranch& branch : chart.filters[before].answers) reached = reached || branch.next == chart.filters[i].id;
    if (!reached) problems.push_back({2806, pointer_to("/filters/steps", i), "No answer leads to the filter \"" + chart.filters[i].id + "\"."});
  }
}

}  // namespace

const Filter* FilterChart::filter(std::string_view id) const { return with_id(filters, id); }
const FilterLeaf* FilterChart::leaf(std::string_view id) const { return with_id(leaves, id); }

FilterChart read_filter_chart(const Json* json, Problems& problems) {
  static const Json nothing;
  MemberReader reader(json ? *json : nothing, "/filters", problems);
  FilterChart chart;
  chart.source = reader.required_text("source");
  chart.kind = fact_kind(reader);
  read_list(reader, "steps", Presence::required, problems, [&](MemberReader& step) {
    Filter filter{.id = step.required_text("id"), .question = step.required_text("question"), .answers = {}, .otherwise = step.text("otherwise")};
    read_list(step, "answers", Presence::required, problems, [&](MemberReader& branch) {
      filter.answers.push_back({branch.required_text("when"), branch.text("leaf"), branch.text("next")});
    });
    chart.filters.push_back(std::move(filter));
  });
  read_list(reader, "leaves", Presence::required, problems, [&](MemberReader& leaf) {
    chart.leaves.push_back({leaf.required_text("id"), leaf.required_text("takes"), leaf.texts("records")});
  });
  check_branches(chart, problems);
  check_leaves(chart, problems);
  return chart;
}

}  // namespace storewright::scaling

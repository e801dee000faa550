#include "core/scaling/plan_rules.h"

#include "core/scaling/read_list.h"

namespace storewright::scaling {
namespace {

using knowledge::MemberReader;
using knowledge::Presence;

const Json nothing;

CitedNumber cited(MemberReader& reader, std::string_view key) {
  const Json* json = reader.find(key);
  Problems unused;
  if (!json) reader.wrong(key, "\"" + std::string(key) + "\" must be a number with its source.");
  MemberReader number(json ? *json : nothing, pointer_to(reader.where(), key), unused);
  CitedNumber read{number.number("value", -1), number.required_text("source"), fact_kind(number), number.required_text("says")};
  if (json && (!unused.empty() || !(read.value > 0)))
    reader.wrong(key, "\"" + std::string(key) + "\" must be a number above zero, with source, kind and what it says.");
  return read;
}

// The limits come first: a double beyond them has no int.
int whole(MemberReader& reader, std::string_view key) {
  constexpr double most = 1200;
  const double value = reader.number(key, 0);
  if (value >= 1 && value <= most && static_cast<int>(value) == value) return static_cast<int>(value);
  reader.wrong(key, "\"" + std::string(key) + "\" must be a whole number from 1 to 1200.");
  return 1;
}

void read_months(MemberReader& reader, std::vector<int>& months) {
  const Json* list = reader.find("months");
  const Json::Array* items = list ? list->array() : nullptr;
  if (items)
    for (const Json& item : *items)
      if (const double* month = item.number(); month && *month >= 0 && *month <= 1200) months.push_back(static_cast<int>(*month));
  if (!items || months.size() != items->size() || months.empty()) reader.wrong("months", "\"months\" must be a list of months up to 1200.");
}

void check_stages(const Json& pack, const PlanRules& rules, Problems& problems) {
  const Json* stages = pack.find("stages");
  const std::size_t count = stages && stages->array() ? stages->array()->size() : 0;
  bool same = count == rules.stages.size();
  for (std::size_t i = 0; same && i < count; ++i) {
    const Json* id = (*stages->array())[i].find("id");
    same = id && id->text() && *id->text() == rules.stages[i].stage;
  }
  if (!same) problems.push_back({2807, "/plan/cost/stages", "The plan needs one size for each stage, in their order."});
}

}  // namespace

PlanRules read_plan_rules(const Json& pack, Problems& problems) {
  const Json* plan = pack.find("plan");
  MemberReader reader(plan ? *plan : nothing, "/plan", problems);
  const Json* cost = reader.find("cost");
  MemberReader costs(cost ? *cost : nothing, "/plan/cost", problems);
  PlanRules rules;
  rules.start_steps = reader.texts("start_steps");
  rules.cost_says = costs.required_text("says");
  rules.usd_per_node = cited(costs, "usd_per_node");
  rules.usd_per_gb = cited(costs, "usd_per_gb");
  rules.usd_per_hour = cited(costs, "usd_per_hour");
  rules.gb_per_node = cited(costs, "gb_per_node");
  read_list(costs, "hours", Presence::required, problems,
            [&](MemberReader& hours) { rules.hours.emplace_back(hours.required_text("burden"), hours.number("hours", 0)); });
  read_list(costs, "stages", Presence::required, problems, [&](MemberReader& stage) {
    rules.stages.push_back({stage.required_text("stage"), whole(stage, "nodes"), whole(stage, "copies")});
  });
  read_months(costs, rules.months);
  check_stages(pack, rules, problems);
  return rules;
}

}  // namespace storewright::scaling

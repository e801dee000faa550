#include "core/api/groups.h"
#include "core/api/method.h"
#include "core/cost/serverless.h"
#include "core/cost/total_cost.h"

namespace storewright::api {
namespace {

using Number = std::optional<Range>;

// An exact number is written as a number, a range as an object, the unknown as null.
void write_number(JsonWriter& out, std::string_view name, const Number& value) {
  out.key(name);
  if (!value) out.null();
  else if (value->exact()) out.number(value->mid);
  else out.begin_object().member("low", value->low).member("mid", value->mid).member("high", value->high).end_object();
}

void write_percent(JsonWriter& out, std::string_view name, const Number& share) {
  write_number(out, name, share ? Range{100 * share->low, 100 * share->mid, 100 * share->high} : Number());
}

std::string_view name_of(cost::Cheaper cheaper) {
  switch (cheaper) {
    case cost::Cheaper::managed: return "managed";
    case cost::Cheaper::self_managed: return "self_managed";
    case cost::Cheaper::equal: return "equal";
    case cost::Cheaper::depends: return "depends";
    case cost::Cheaper::not_known: break;
  }
  return "not_known";
}

void write_side(JsonWriter& out, std::string_view name, const cost::SideCost& side) {
  out.key(name).begin_object();
  write_number(out, "people_usd_per_month", side.people_usd_per_month);
  write_number(out, "total_usd_per_month", side.total_usd_per_month);
  out.key("at_least_usd_per_month");
  if (side.at_least_usd_per_month) out.number(*side.at_least_usd_per_month);
  else out.null();
  write_number(out, "total_usd", side.total_usd);
  out.key("within_budget");
  if (side.within_budget) out.boolean(*side.within_budget);
  else out.null();
  out.end_object();
}

void write_total_cost(JsonWriter& out, const cost::TotalCostInput&, const cost::TotalCostAnswer& answer) {
  out.begin_object()
      .member("cheaper", name_of(answer.cheaper))
      .member("headline", answer.headline)
      .member("because", answer.because);
  write_side(out, "self_managed", answer.self_managed);
  write_side(out, "managed", answer.managed);
  write_number(out, "difference_usd_per_month", answer.difference_usd_per_month);
  write_number(out, "difference_usd", answer.difference_usd);
  write_percent(out, "saving_percent", answer.saving_share);
  write_percent(out, "saving_percent_at_most", answer.saving_share_at_most);
  write_number(out, "break_even_hours", answer.break_even_hours);
  write_number(out, "break_even_extra_hours", answer.break_even_extra_hours);
  write_number(out, "managed_hours_limit", answer.managed_hours_limit);
  out.key("missing").begin_array();
  for (const std::string& field : answer.missing) out.text(field);
  out.end_array();
  report::write_formula_lines(out, answer.lines);
  out.end_object();
}

void write_serverless(JsonWriter& out, const cost::ServerlessInput&, const cost::ServerlessAnswer& answer) {
  out.begin_object();
  write_number(out, "floor_usd_per_month", answer.floor_usd_per_month);
  write_number(out, "full_usd_per_month", answer.full_usd_per_month);
  write_number(out, "busy_share", answer.busy_share);
  write_number(out, "usage_usd_per_month", answer.usage_usd_per_month);
  write_number(out, "break_even_share", answer.break_even_share);
  out.key("usage_is_cheaper");
  if (answer.usage_is_cheaper) out.boolean(*answer.usage_is_cheaper);
  else out.null();
  write_number(out, "cold_share", answer.cold_share);
  write_number(out, "mean_wait_ms", answer.mean_wait_ms);
  out.member("because", answer.because);
  report::write_formula_lines(out, answer.lines);
  out.end_object();
}

}  // namespace

std::vector<Method> cost_methods() {
  return {
      method<"cost.tco", cost::total_cost_fields, cost::analyze_total_cost, write_total_cost>(
          "What a database costs with the people who run it: by yourselves against managed, and where both cost the same."),
      method<"cost.serverless", cost::serverless_fields, cost::compare_serverless, write_serverless>(
          "Paying by use against a reserved machine, and what the first query after a pause waits."),
  };
}

}  // namespace storewright::api

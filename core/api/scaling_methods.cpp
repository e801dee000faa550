#include "core/api/groups.h"
#include "core/api/method.h"
#include "core/knowledge/member_reader.h"
#include "core/scaling/filter_chart.h"
#include "core/scaling/plan.h"
#include "core/scaling/projection.h"
#include "core/scaling/stage.h"
#include "core/scaling/technology.h"
#include "core/scaling/urgency.h"

namespace storewright::api {
namespace {

using namespace scaling;

std::string_view kind_name(FactKind kind) { return knowledge::fact_kind_names()[static_cast<std::size_t>(kind)]; }

void write_range(JsonWriter& out, std::string_view name, const Range& value) {
  out.key(name);
  if (value.exact()) out.number(value.mid);
  else out.begin_object().member("low", value.low).member("mid", value.mid).member("high", value.high).end_object();
}

void write_text_or_null(JsonWriter& out, std::string_view name, const std::string* text) {
  out.key(name);
  if (text) out.text(*text);
  else out.null();
}

void write_whole_or_null(JsonWriter& out, std::string_view name, const std::optional<int>& value) {
  out.key(name);
  if (value) out.number(*value);
  else out.null();
}

void write_measures(JsonWriter& out, const StageAnswer& answer, const Rules& rules) {
  out.key("measures").begin_array();
  for (const Placed& placed : answer.measures) {
    out.begin_object().member("measure", measure_name(placed.measure));
    write_range(out, "value", placed.value);
    out.member("stage", rules.stages[placed.stage].id);
    if (placed.next)
      out.member("next_stage", rules.stages[placed.next_stage].id)
          .member("next_at", placed.next->from)
          .member("source", placed.next->source)
          .member("kind", kind_name(placed.next->kind));
    out.end_object();
  }
  out.end_array();
}

void write_others(JsonWriter& out, const StageAnswer& answer) {
  out.key("other_sources").begin_array();
  for (const OtherSource& other : answer.others) {
    out.begin_object().member("id", other.list->id).member("title", other.list->title);
    write_text_or_null(out, "band", other.band ? &other.band->id : nullptr);
    out.key("success_percent");
    if (other.band && other.band->success_percent) out.number(*other.band->success_percent);
    else out.null();
    out.member("in_gap", other.in_gap)
        .member("says", other.says)
        .member("source", other.list->source)
        .member("kind", kind_name(other.list->kind))
        .end_object();
  }
  out.end_array();
}

Result<StageAnswer> stage_of(const ScalingInput& input) { return find_stage(input, built_in_rules()); }

void write_stage(JsonWriter& out, const ScalingInput&, const StageAnswer& answer) {
  const auto id = [](const Stage* stage) { return stage ? &stage->id : nullptr; };
  out.begin_object().member("headline", answer.headline).member("because", answer.because).member("next", answer.next);
  write_text_or_null(out, "stage", id(answer.stage));
  write_text_or_null(out, "stage_low", id(answer.lowest));
  write_text_or_null(out, "stage_high", id(answer.highest));
  write_whole_or_null(out, "number", answer.stage ? std::optional<int>(static_cast<int>(answer.number)) : std::nullopt);
  write_text_or_null(out, "group", answer.group ? &answer.group->id : nullptr);
  write_text_or_null(out, "group_says", answer.group ? &answer.group->says : nullptr);
  out.key("decided_by");
  if (answer.decided_by)
    out.begin_object()
        .member("measure", measure_name(answer.decided_by->measure))
        .member("from", answer.decided_by->from)
        .member("source", answer.decided_by->source)
        .member("kind", kind_name(answer.decided_by->kind))
        .end_object();
  else
    out.null();
  write_whole_or_null(out, "tier", answer.tier);
  write_measures(out, answer, built_in_rules());
  write_others(out, answer);
  const Choice& choice = built_in_rules().choice;
  out.key("choice").begin_object().member("says", choice.says).member("because", choice.because).end_object();
  out.key("missing").begin_array();
  for (const std::string& field : answer.missing) out.text(field);
  out.end_array().end_object();
}

Result<ProjectionAnswer> projection_of(const ScalingInput& input) { return project(input, built_in_rules()); }

void write_crossing(JsonWriter& out, const Crossing& crossing) {
  out.begin_object()
      .member("measure", measure_name(crossing.measure))
      .member("from", crossing.from)
      .member("stage", built_in_rules().stages[crossing.stage].id)
      .member("month", crossing.month);
  write_whole_or_null(out, "soonest_month", crossing.soonest);
  write_whole_or_null(out, "latest_month", crossing.latest);
  out.end_object();
}

void write_projection(JsonWriter& out, const ScalingInput& input, const ProjectionAnswer& answer) {
  out.begin_object().member("headline", answer.headline).member("because", answer.because).member("months", answer.months);
  out.key("first");
  if (const Crossing* first = answer.first()) write_crossing(out, *first);
  else out.null();
  out.key("crossings").begin_array();
  for (const Crossing& crossing : answer.crossings) write_crossing(out, crossing);
  out.end_array().key("measures").begin_array();
  for (const ProjectedMeasure& measure : answer.measures) {
    out.begin_object().member("measure", measure_name(measure.measure));
    write_range(out, "now", measure.now);
    write_range(out, "later", measure.later);
    out.end_object();
  }
  out.end_array();
  write_text_or_null(out, "stage_later", answer.stage_later ? &answer.stage_later->id : nullptr);
  out.key("tier").begin_object();
  write_whole_or_null(out, "now", answer.tier);
  write_whole_or_null(out, "in_12_months", answer.tier_later);
  out.key("holds_months");
  if (answer.holds) out.number(answer.holds->months.mid);
  else out.null();
  out.key("first_to_give");
  if (answer.holds) out.text(answer.holds->resource);
  else out.null();
  out.end_object();
  report::write_formula_lines(out, answer.lines);
  const report::Table table = projection_table(input, answer, built_in_rules());
  out.key("table").begin_object().key("columns").begin_array();
  for (const report::Column& column : table.columns) out.text(column.name);
  out.end_array().key("rows").begin_array();
  for (const std::vector<std::string>& row : table.rows) {
    out.begin_array();
    for (const std::string& cell : row) out.text(cell);
    out.end_array();
  }
  out.end_array().end_object().end_object();
}

Result<UrgencyAnswer> urgency_of(const ScalingInput& input) { return judge_urgency(input, built_in_rules()); }

void write_points(JsonWriter& out, std::string_view name, const std::optional<Points>& points) {
  out.key(name);
  if (!points) out.null();
  else if (points->low == points->high) out.number(points->mid);
  else out.begin_object().member("low", points->low).member("mid", points->mid).member("high", points->high).end_object();
}

void write_scales(JsonWriter& out, const Rules& rules) {
  out.key("scales").begin_array();
  for (const Scale& scale : rules.scales)
    out.begin_object()
        .member("id", scale.id)
        .member("part", part_name(scale.part))
        .member("label", scale.label)
        .member("unit", scale.unit)
        .member("none_at", scale.none_at)
        .member("ten_at", scale.ten_at)
        .member("source", "product-rule")
        .member("kind", kind_name(FactKind::product_rule))
        .end_object();
  out.end_array();
}

void write_signs(JsonWriter& out, const UrgencyAnswer& answer) {
  out.member("fired", answer.fired).key("indicators").begin_array();
  for (const Sign& sign : answer.signs) {
    out.begin_object().member("id", sign.indicator->id).member("label", sign.indicator->label).key("fires");
    if (sign.fires == Truth::unknown) out.null();
    else out.boolean(sign.fires == Truth::yes);
    if (sign.indicator->above) out.member("above", *sign.indicator->above).member("unit", sign.indicator->unit);
    out.member("source", sign.indicator->source).member("kind", kind_name(sign.indicator->kind)).end_object();
  }
  out.end_array();
}

void write_urgency(JsonWriter& out, const ScalingInput&, const UrgencyAnswer& answer) {
  const Points& points = answer.hundredths;
  out.begin_object().member("headline", answer.headline).member("because", answer.because).key("score");
  if (answer.known) out.number(points.mid / 100.0);
  else out.null();
  out.member("score_low", points.low / 100.0).member("score_high", points.high / 100.0).member("hundredths", points.mid);
  write_text_or_null(out, "band", answer.band ? &answer.band->id : nullptr);
  out.member("band_low", answer.lowest->id).member("band_high", answer.highest->id);
  write_text_or_null(out, "action", answer.band ? &answer.band->action : nullptr);
  write_whole_or_null(out, "timeline_months", answer.band ? std::optional<int>(answer.band->timeline_months) : std::nullopt);
  write_text_or_null(out, "risk", answer.band ? &answer.band->risk : nullptr);
  out.key("points").begin_object();
  for (const PartScore& part : answer.parts) write_points(out, part_name(part.part), part.points);
  out.end_object();
  write_signs(out, answer);
  write_scales(out, built_in_rules());
  report::write_formula_lines(out, answer.lines);
  out.end_object();
}

Result<FilterAnswer> filters_of(const FilterInput& input) { return walk_filters(input, built_in_rules().filters); }

void write_filters(JsonWriter& out, const FilterInput&, const FilterAnswer& answer) {
  const FilterChart& chart = built_in_rules().filters;
  out.begin_object().member("headline", answer.headline).key("path").begin_array();
  for (const FilterStep& step : answer.path)
    out.begin_object().member("filter", step.filter->id).member("question", step.filter->question).member("answer", step.answer).end_object();
  out.end_array();
  write_text_or_null(out, "asks", answer.asks ? &answer.asks->id : nullptr);
  write_text_or_null(out, "leaf", answer.leaf ? &answer.leaf->id : nullptr);
  write_text_or_null(out, "takes", answer.leaf ? &answer.leaf->takes : nullptr);
  out.key("records").begin_array();
  if (answer.leaf)
    for (const std::string& record : answer.leaf->records) out.text(record);
  out.end_array().key("leaves").begin_array();
  for (const FilterLeaf& leaf : chart.leaves) out.text(leaf.id);
  out.end_array().member("source", chart.source).member("kind", kind_name(chart.kind)).end_object();
}

Result<TechnologyAnswer> technologies_of(const TechnologyInput& input) {
  return match_technologies(input, built_in_rules().technologies);
}

void write_texts(JsonWriter& out, std::string_view name, const std::vector<std::string>& texts) {
  out.key(name).begin_array();
  for (const std::string& text : texts) out.text(text);
  out.end_array();
}

void write_bound(JsonWriter& out, std::string_view name, const std::optional<double>& bound) {
  out.key(name);
  if (bound) out.number(*bound);
  else out.null();
}

void write_technologies(JsonWriter& out, const TechnologyInput&, const TechnologyAnswer& answer) {
  out.begin_object().member("headline", answer.headline).key("fitting").begin_array();
  for (const Technology* technology : answer.fitting) out.text(technology->record);
  out.end_array().key("technologies").begin_array();
  for (const TechnologyMatch& match : answer.matches) {
    const Technology& technology = *match.technology;
    out.begin_object().member("id", technology.id).key("fits");
    if (match.fits == Truth::unknown) out.null();
    else out.boolean(match.fits == Truth::yes);
    out.member("line", technology.line);
    write_bound(out, "from_gb", technology.from_gb);
    write_bound(out, "until_gb", technology.until_gb);
    write_texts(out, "needs", technology.needs);
    write_texts(out, "strong", technology.strong);
    write_texts(out, "weak", technology.weak);
    out.member("cost", technology.cost)
        .member("correction", technology.correction)
        .member("source", technology.source)
        .member("kind", kind_name(technology.kind))
        .end_object();
  }
  out.end_array().end_object();
}

void write_plan_rules(JsonWriter& out, const PlanRules& rules) {
  const std::pair<std::string_view, const CitedNumber*> numbers[] = {{"usd_per_node", &rules.usd_per_node},
                                                                     {"usd_per_gb", &rules.usd_per_gb},
                                                                     {"usd_per_hour", &rules.usd_per_hour},
                                                                     {"gb_per_node", &rules.gb_per_node}};
  out.key("rules").begin_object().member("kind", kind_name(FactKind::product_rule));
  for (const auto& [name, number] : numbers)
    out.key(name).begin_object().member("value", number->value).member("says", number->says).member("source", number->source).member("kind", kind_name(number->kind)).end_object();
  out.key("hours_a_month").begin_object();
  for (const auto& [burden, hours] : rules.hours) out.member(burden, hours);
  out.end_object().key("stages").begin_array();
  for (const StageSize& size : rules.stages)
    out.begin_object().member("stage", size.stage).member("nodes", size.nodes).member("copies", size.copies).end_object();
  out.end_array().end_object();
}

void write_plan_cost(JsonWriter& out, const PlanAnswer& answer) {
  out.key("cost").begin_object().member("says", answer.cost_says).key("months").begin_array();
  for (const CostStep& step : answer.cost)
    out.begin_object()
        .member("month", step.month)
        .member("stage", built_in_rules().stages[step.stage].id)
        .member("nodes", step.nodes)
        .member("machines_usd", step.machines_usd)
        .member("storage_usd", step.storage_usd)
        .member("people_usd", step.people_usd)
        .member("total_usd", step.total_usd())
        .end_object();
  out.end_array();
  report::write_formula_lines(out, answer.lines);
  write_plan_rules(out, built_in_plan_rules());
  out.end_object();
}

// Written out, because `read_profile` checks more than the field table alone.
Problems run_plan(const Json& params, JsonWriter& out) {
  const Result<selection::Profile> profile = selection::read_profile(params);
  if (!profile) return profile.problems();
  const PlanAnswer answer = plan(*profile, built_in_rules(), built_in_plan_rules());
  const selection::Recommendation& recommendation = answer.recommendation;
  out.begin_object().key("primary").begin_object();
  write_text_or_null(out, "engine", recommendation.primary ? &recommendation.primary->engine : nullptr);
  out.member("says", answer.primary).end_object();
  out.key("complements").begin_object().member("says", answer.complements).key("stores").begin_array();
  for (const selection::Addon& addon : recommendation.addons)
    out.begin_object().member("engine", addon.engine).member("role", addon.role).member("feed", addon.feed).member("rule", addon.rule).end_object();
  out.end_array().end_object();
  out.key("migration").begin_object();
  write_text_or_null(out, "from", recommendation.migration ? &recommendation.migration->from : nullptr);
  out.member("says", answer.way);
  write_texts(out, "steps", answer.steps);
  out.end_object();
  write_plan_cost(out, answer);
  out.end_object();
  return {};
}

void write_plan_schema(JsonWriter& writer) {
  const selection::Profile defaults;
  write_schema(writer, selection::profile_fields(), "scaling.plan", &defaults);
}

}  // namespace

std::vector<Method> scaling_methods() {
  return {
      method<"scaling.stage", stage_fields, stage_of, write_stage>(
          "Which stage a load is in, from one database to specialised stores, and what other lists say."),
      method<"scaling.project", projection_fields, projection_of, write_projection>(
          "In which month growth crosses which threshold, and how long the tier of today holds."),
      method<"scaling.urgency", urgency_fields, urgency_of, write_urgency>(
          "How urgent it is to change the architecture: a score of four parts, its band, and the signs behind it."),
      method<"scaling.technologies", technology_fields, technologies_of, write_technologies>(
          "What the matrix of four stores says of a need and a volume, with strengths and weaknesses."),
      {.name = "scaling.plan",
       .summary = "A recommendation in four parts: primary store, what stands beside it, the way there, what it will cost.",
       .fields = selection::profile_fields(),
       .run = run_plan,
       .write_params_schema = write_plan_schema},
      method<"guide.filters", filter_fields, filters_of, write_filters>(
          "The short way: the chart of four filters with its ten answers, walked as far as the answers go."),
  };
}

}  // namespace storewright::api

#include "core/api/groups.h"
#include "core/api/method.h"
#include "core/cases/show.h"

namespace storewright::api {
namespace {

using namespace cases;

struct ListInput {};

Result<std::vector<Case>> list_cases(const ListInput&) { return built_in_cases(); }

FieldTable list_fields() { return {}; }

void write_texts(JsonWriter& out, std::string_view name, const std::vector<std::string>& texts) {
  out.key(name).begin_array();
  for (const std::string& text : texts) out.text(text);
  out.end_array();
}

void write_numbers(JsonWriter& out, std::string_view name, const std::vector<double>& numbers) {
  out.key(name).begin_array();
  for (const double number : numbers) out.number(number);
  out.end_array();
}

// What tells one part from the next, for the list and for the part itself.
void write_part_head(JsonWriter& out, const Case& study, const Part& part) {
  out.member("id", part.id).member("name", part.name).member("from", part.from).member("until", part.until);
  if (study.start_year > 0) out.member("months", part.until - part.from);
  const std::vector<std::string> technologies = technologies_of(part);
  out.member("technology_count", static_cast<std::int64_t>(technologies.size()));
  write_texts(out, "technologies", technologies);
}

void write_list(JsonWriter& out, const ListInput&, const std::vector<Case>& all) {
  out.begin_object().key("cases").begin_array();
  for (const Case& study : all) {
    out.begin_object().member("id", study.id).member("title", study.title).member("sentence", study.sentence);
    out.member("axis", study.axis.id).key("phases").begin_array();
    for (const Part& part : study.parts) {
      out.begin_object();
      write_part_head(out, study, part);
      out.end_object();
    }
    out.end_array().end_object();
  }
  out.end_array().end_object();
}

void write_claims(JsonWriter& out, const Case& study, const Part& part) {
  out.key("claims").begin_array();
  for (const std::vector<Claim>* list : {&part.claims, &study.claims})
    for (const Claim& claim : *list)
      out.begin_object()
          .member("text", claim.text)
          .member("tag", kind_words(claim.kind))
          .member("correction", claim.correction)
          .member("source", claim.source)
          .end_object();
  out.end_array();
}

void write_case_numbers(JsonWriter& out, const ShowAnswer& answer) {
  out.key("numbers").begin_array();
  for (std::size_t i = 0; i < answer.numbers.size(); ++i) {
    const NumberSpec& spec = answer.part->numbers[i];
    out.begin_object()
        .member("label", spec.label)
        .member("value", answer.numbers[i].value)
        .member("unit", spec.unit)
        .member("formula", answer.numbers[i].formula)
        .member("in_words", answer.numbers[i].in_words)
        .member("tag", kind_words(spec.kind))
        .member("source", spec.source)
        .end_object();
  }
  out.end_array();
}

void write_architecture(JsonWriter& out, const Part& part) {
  out.key("nodes").begin_array();
  for (const Node& node : part.nodes)
    out.begin_object().member("id", node.id).member("name", node.name).member("holds", node.holds).member("engine", node.engine).end_object();
  out.end_array().key("arrows").begin_array();
  for (const Arrow& arrow : part.arrows)
    out.begin_object().member("from", arrow.from).member("to", arrow.to).member("label", arrow.label).end_object();
  out.end_array();
}

void write_routing(JsonWriter& out, const Routing& routing, const RouteAnswer& answer) {
  out.key("routing").begin_object().member("key", routing.key).member("shards", routing.shards);
  out.member("example", routing.example).member("shard", answer.example_shard).key("neighbours").begin_array();
  for (const RoutedKey& neighbour : answer.neighbours)
    out.begin_object().member("key", neighbour.key).member("shard", neighbour.shard).end_object();
  out.end_array().member("shards_of_neighbours", answer.shards_of_neighbours);
  write_numbers(out, "even_load", answer.even_load);
  write_numbers(out, "hot_load", answer.hot_load);
  out.end_object();
}

void write_percent(JsonWriter& out, std::string_view name, const std::optional<double>& percent) {
  out.key(name);
  if (percent)
    out.number(*percent);
  else
    out.null();
}

void write_stages(JsonWriter& out, const Case& study, const CostLine& line) {
  out.key("stages").begin_array();
  for (std::size_t i = 0; i < study.parts.size(); ++i) {
    const Part& part = study.parts[i];
    out.begin_object().member("id", part.id).member("months", part.until - part.from);
    for (std::size_t k = 0; k < part.cost.size(); ++k) out.member(study.cost_parts[k].id, part.cost[k]);
    out.member("total", line.totals[i]).member("over_stage", line.over_stage[i]).member("bonus", part.bonus);
    if (i > 0) {
      out.key("step_percent").begin_object();
      for (std::size_t k = 0; k < part.cost.size(); ++k)
        write_percent(out, study.cost_parts[k].id, line.steps[i - 1].parts_percent[k]);
      write_percent(out, "total", line.steps[i - 1].total_percent);
      out.end_object();
    }
    out.end_object();
  }
  out.end_array();
}

void write_cost(JsonWriter& out, const Case& study, const CostLine& line) {
  out.key("cost").begin_object();
  write_stages(out, study, line);
  out.member("months", line.months)
      .member("peak", study.parts[line.peak].id)
      .member("saving_per_year", line.saving_per_year)
      .member("saving_with_bonus_per_year", line.saving_with_bonus_per_year)
      .key("saving_by_part_per_year")
      .begin_object();
  for (std::size_t k = 0; k < study.cost_parts.size(); ++k)
    out.member(study.cost_parts[k].id, line.saving_by_part_per_year[k]);
  out.end_object()
      .member("cumulative", line.cumulative)
      .member("at_peak", line.at_peak)
      .member("avoided", line.avoided)
      .end_object();
}

std::string_view accord_name(Accord accord) {
  switch (accord) {
    case Accord::same: return "same";
    case Accord::other: return "other";
    case Accord::only_case: return "only_case";
    case Accord::only_answer: return "only_answer";
  }
  return "";
}

void write_recommended(JsonWriter& out, const ShowAnswer& answer) {
  out.key("recommendation").begin_object();
  out.member("answer", selection::answer_sentence(answer.recommendation, knowledge::built_in()));
  out.member("engine", answer.recommendation.primary ? answer.recommendation.primary->engine : std::string());
  out.key("agreements").begin_array();
  for (const Agreement& agreement : answer.agreements)
    out.begin_object()
        .member("accord", accord_name(agreement.accord))
        .member("engine", agreement.engine)
        .member("instead", agreement.instead)
        .member("rule", agreement.rule)
        .member("sentence", agreement.sentence)
        .end_object();
  out.end_array().end_object();
}

Result<ShowAnswer> show_built_in(const ShowInput& input) {
  return show_case(input, built_in_cases(), knowledge::built_in());
}

void write_show(JsonWriter& out, const ShowInput&, const ShowAnswer& answer) {
  const Case& study = *answer.study;
  out.begin_object().member("case", study.id).member("title", study.title).key("phase").begin_object();
  write_part_head(out, study, *answer.part);
  out.member("sentence", answer.part->sentence).end_object();
  out.member(study.axis.id, answer.at);
  if (answer.progress)
    out.member("calendar", answer.calendar)
        .member("elapsed_share", answer.progress->part_share)
        .member("plan_share", answer.progress->plan_share);
  write_architecture(out, *answer.part);
  write_case_numbers(out, answer);
  if (answer.routing) write_routing(out, *answer.part->routing, *answer.routing);
  if (answer.cost) write_cost(out, study, *answer.cost);
  out.key("profile").value(answer.part->profile);
  write_texts(out, "estimated", answer.part->estimated);
  write_recommended(out, answer);
  write_claims(out, study, *answer.part);
  out.end_object();
}

}  // namespace

std::vector<Method> case_methods() {
  return {
      method<"cases.list", list_fields, list_cases, write_list>("The case studies with their phases or stages."),
      method<"cases.show", show_fields, show_built_in, write_show>(
          "One phase of a case: what runs, its numbers and cost, and what the rules say for its profile."),
  };
}

}  // namespace storewright::api

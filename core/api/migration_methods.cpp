#include "core/api/groups.h"
#include "core/api/method.h"
#include "core/labs/dual_write.h"
#include "core/migration/advice.h"

namespace storewright::api {
namespace {

// Written out, because `read_profile` checks more than the field table alone.
Problems run_symptoms(const Json& params, JsonWriter& result) {
  const Result<selection::Profile> profile = selection::read_profile(params);
  if (!profile) return profile.problems();
  const migration::Tables& tables = migration::built_in_tables();
  const migration::Situation situation = migration::situation_of(*profile, knowledge::built_in());
  const migration::Symptoms symptoms = migration::find_symptoms(tables, situation);
  result.begin_object().member("store", situation.store ? situation.store->id : "").member("engine", situation.engine ? situation.engine->id : "");
  migration::write_symptoms(result, symptoms);
  migration::write_ladder(result, migration::next_steps(tables, situation, symptoms));
  result.end_object();
  return {};
}

void write_symptoms_schema(JsonWriter& writer) {
  const selection::Profile defaults;
  write_schema(writer, selection::profile_fields(), "migration.symptoms", &defaults);
}

void write_paths(JsonWriter& out, const migration::PathInput&, const migration::PathAnswer& answer) {
  out.begin_object().member("headline", answer.headline).member("decided", answer.decided).key("path");
  if (answer.decided) migration::write_path(out, *answer.matches.front().path);
  else out.null();
  out.key("matches").begin_array();
  for (const migration::PathMatch& match : answer.matches) {
    out.begin_object().member("id", match.path->id).member("reason", match.path->reason).key("why_fits");
    if (match.why_fits == Truth::unknown) out.null();
    else out.boolean(match.why_fits == Truth::yes);
    out.end_object();
  }
  out.end_array().key("not_known").begin_array();
  for (const std::string& words : answer.not_known) out.text(words);
  out.end_array().end_object();
}

void write_pattern(JsonWriter& out, const migration::MoveInput&, const migration::MoveAnswer& answer) {
  out.begin_object();
  migration::write_move(out, answer);
  out.end_object();
}

Result<migration::Reasons> judge(const migration::ReasonsInput& input) {
  const migration::Tables& tables = migration::built_in_tables();
  migration::Situation situation;
  situation.symptoms = input.symptoms;
  const bool found = !migration::find_symptoms(tables, situation).found.empty();
  return migration::judge_reasons(tables, input.reasons, situation, found);
}

void write_judgement(JsonWriter& out, const migration::ReasonsInput&, const migration::Reasons& reasons) {
  out.begin_object();
  migration::write_reasons(out, reasons);
  out.end_object();
}

void write_dual_write(JsonWriter& out, const labs::DualWriteInput& input, const labs::DualWriteAnswer& answer) {
  out.begin_object()
      .member("writes", input.writes)
      .member("writes_sent", answer.writes_sent)
      .member("repaired", answer.repaired)
      .member("longest_window", answer.longest_window)
      .member("because", answer.because)
      .key("differing")
      .begin_array();
  for (const int record : answer.differing) out.integer(record);
  out.end_array().key("steps").begin_array();
  for (const labs::DualWriteStep& step : answer.steps)
    out.begin_object().member("record", step.record).member("action", step.action).end_object();
  out.end_array().end_object();
}

}  // namespace

std::vector<Method> migration_methods() {
  return {
      {.name = "migration.symptoms",
       .summary = "What hurts in the store that runs, why, and the next steps on it.",
       .fields = selection::profile_fields(),
       .run = run_symptoms,
       .write_params_schema = write_symptoms_schema},
      method<"migration.path", migration::path_fields, migration::find_built_in_paths, write_paths>(
          "From one store to another: reason, pattern, tools and steps."),
      method<"migration.pattern", migration::move_fields, migration::plan_built_in_move, write_pattern>(
          "By which pattern data moves, how long the copy takes, and whether the switch may happen."),
      method<"migration.dual_write", labs::dual_write_fields, labs::write_twice, write_dual_write>(
          "Every change written to two stores: what a failed second write and an overtaken backfill leave behind."),
      method<"migration.reasons", migration::reasons_fields, judge, write_judgement>(
          "Whether the reasons for another store are enough."),
  };
}

}  // namespace storewright::api

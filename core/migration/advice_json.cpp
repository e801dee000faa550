#include "core/knowledge/member_reader.h"
#include "core/migration/advice.h"

namespace storewright::migration {
namespace {

void write_truth(JsonWriter& writer, std::string_view name, Truth truth) {
  writer.key(name);
  if (truth == Truth::unknown) writer.null();
  else writer.boolean(truth == Truth::yes);
}

// An exact number is written as a number, a range as an object, the unknown as null.
void write_number(JsonWriter& writer, std::string_view name, const std::optional<Range>& value) {
  writer.key(name);
  if (!value) writer.null();
  else if (value->exact()) writer.number(value->mid);
  else writer.begin_object().member("low", value->low).member("mid", value->mid).member("high", value->high).end_object();
}

void write_texts(JsonWriter& writer, std::string_view name, const std::vector<std::string>& texts) {
  writer.key(name).begin_array();
  for (const std::string& text : texts) writer.text(text);
  writer.end_array();
}

// What a row rests on; its own, else that of the row it belongs to.
void write_backing(JsonWriter& writer, const Backing& own, const Backing& of_row) {
  const Backing& backing = own.source.empty() ? of_row : own;
  writer.member("source", backing.source)
      .member("kind", knowledge::fact_kind_names()[static_cast<std::size_t>(backing.kind)]);
}

void write_advice_list(JsonWriter& writer, std::string_view name, const std::vector<const Advice*>& list, const Symptom& of) {
  writer.key(name).begin_array();
  for (const Advice* advice : list) {
    writer.begin_object().member("text", advice->text).member("step", advice->step);
    write_texts(writer, "engines", advice->engines);
    write_texts(writer, "after", advice->after);
    write_backing(writer, advice->backing, of.backing);
    writer.end_object();
  }
  writer.end_array();
}

void write_finding(JsonWriter& writer, const Finding& finding) {
  const Symptom& symptom = *finding.symptom;
  writer.begin_object()
      .member("id", symptom.id)
      .member("label", symptom.label)
      .member("says", symptom.says)
      .member("named", finding.named)
      .member("correction", symptom.correction);
  write_texts(writer, "missing", finding.missing);
  writer.key("marks").begin_array();
  for (const Mark& mark : symptom.marks) writer.begin_object().member("value", mark.value).member("says", mark.says).end_object();
  writer.end_array().key("causes").begin_array();
  for (const FoundCause& cause : finding.causes) {
    writer.begin_object().member("cause", cause.cause->text);
    write_truth(writer, "shown", cause.shown);
    write_texts(writer, "missing", cause.missing);
    write_advice_list(writer, "advice", cause.advice, symptom);
    write_advice_list(writer, "later", cause.later, symptom);
    writer.end_object();
  }
  writer.end_array();
  write_backing(writer, symptom.backing, symptom.backing);
  writer.end_object();
}

void write_given(JsonWriter& writer, std::string_view name, const std::vector<GivenReason>& reasons) {
  writer.key(name).begin_array();
  for (const GivenReason& given : reasons) {
    writer.begin_object()
        .member("id", given.reason->id)
        .member("label", given.reason->label)
        .member("said", given.said)
        .member("says", given.reason->says)
        .member("first", given.reason->first)
        .member("correction", given.reason->correction);
    write_backing(writer, given.reason->backing, given.reason->backing);
    writer.end_object();
  }
  writer.end_array();
}

}  // namespace

void write_symptoms(JsonWriter& writer, const Symptoms& symptoms) {
  writer.key("symptoms").begin_array();
  for (const Finding& finding : symptoms.found) write_finding(writer, finding);
  writer.end_array().key("not_measured").begin_array();
  for (const Finding& finding : symptoms.open) {
    writer.begin_object().member("id", finding.symptom->id).member("label", finding.symptom->label);
    write_texts(writer, "missing", finding.missing);
    writer.end_object();
  }
  writer.end_array();
  write_texts(writer, "symptoms_not_known", symptoms.not_known);
}

void write_ladder(JsonWriter& writer, const Ladder& ladder) {
  write_truth(writer, "near_limits", ladder.near_limits);
  writer.key("next_steps").begin_array();
  for (const LadderStep& step : ladder.steps) {
    writer.begin_object()
        .member("id", step.step->id)
        .member("title", step.step->title)
        .member("do", step.step->does)
        .member("used_up", step.step->used_up)
        .key("helps")
        .begin_array();
    for (const Symptom* symptom : step.helps) writer.text(symptom->id);
    writer.end_array();
    write_backing(writer, step.step->backing, step.step->backing);
    writer.end_object();
  }
  writer.end_array().key("used_up").begin_array();
  for (const NextStep* step : ladder.used_up) writer.text(step->id);
  writer.end_array();
}

void write_reasons(JsonWriter& writer, const Reasons& reasons) {
  write_truth(writer, "stop", reasons.stop);
  writer.member("headline", reasons.headline);
  write_given(writer, "wrong", reasons.wrong);
  write_given(writer, "sound", reasons.sound);
  write_texts(writer, "not_known", reasons.not_known);
}

void write_path(JsonWriter& writer, const Path& path) {
  writer.begin_object()
      .member("id", path.id)
      .member("from", path.from.label)
      .member("to", path.to.label)
      .member("reason", path.reason)
      .member("pattern", path.pattern)
      .member("keeps_old_store", path.beside);
  write_texts(writer, "why", path.why);
  writer.key("tools").begin_array();
  for (const Tool& tool : path.tools) {
    writer.begin_object().member("name", tool.name).member("says", tool.says).member("struck", !tool.struck.empty()).member("why_struck", tool.struck);
    write_backing(writer, tool.backing, path.backing);
    writer.end_object();
  }
  writer.end_array().key("steps").begin_array();
  for (const PathStep& step : path.steps) {
    writer.begin_object().member("text", step.text);
    write_backing(writer, step.backing, path.backing);
    writer.end_object();
  }
  writer.end_array().member("correction", path.correction).member("licence_source", path.licence_source);
  write_backing(writer, path.backing, path.backing);
  writer.end_object();
}

void write_move(JsonWriter& writer, const MoveAnswer& move) {
  writer.member("headline", move.headline).member("because", move.because).key("pattern");
  if (move.pattern) {
    writer.begin_object()
        .member("id", move.pattern->id)
        .member("label", move.pattern->label)
        .member("best_for", move.pattern->best_for)
        .member("risk", move.pattern->risk)
        .member("downtime", move.pattern->downtime)
        .member("write_factor", move.pattern->write_factor)
        .member("correction", move.pattern->correction);
    write_texts(writer, "steps", move.pattern->steps);
    write_backing(writer, move.pattern->backing, move.pattern->backing);
    writer.end_object();
  } else {
    writer.null();
  }
  writer.key("fits").begin_array();
  for (const PatternFit& fit : move.fits) {
    writer.begin_object().member("pattern", fit.pattern->id);
    write_truth(writer, "fits", fit.fits);
    writer.end_object();
  }
  writer.end_array();
  write_texts(writer, "missing", move.missing);
  write_number(writer, "copy_hours", move.copy_hours);
  write_number(writer, "downtime_seconds", move.downtime_seconds);
  write_truth(writer, "may_switch", move.may_switch);
  writer.key("samples");
  if (move.samples) writer.number(*move.samples);
  else writer.null();
  report::write_formula_lines(writer, move.lines);
}

void write_advice(JsonWriter& writer, const MigrationAdvice& advice) {
  writer.member("first", advice.first);
  write_ladder(writer, advice.ladder);
  writer.member("why_not_yet", advice.why_not_yet)
      .member("must_leave", advice.must_leave)
      .member("must_leave_because", advice.must_leave_because);
  write_symptoms(writer, advice.symptoms);
  writer.key("reasons").begin_object();
  write_reasons(writer, advice.reasons);
  writer.end_object().key("path");
  if (advice.path) write_path(writer, *advice.path);
  else writer.null();
  write_truth(writer, "path_fits", advice.path_fits);
  writer.key("move");
  if (advice.move.fits.empty()) {
    writer.null();
  } else {
    writer.begin_object();
    write_move(writer, advice.move);
    writer.end_object();
  }
  writer.member("pattern", advice.move.pattern ? advice.move.pattern->id : "");
  write_texts(writer, "steps", advice.steps);
}

}  // namespace storewright::migration

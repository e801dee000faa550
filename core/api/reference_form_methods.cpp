#include "core/api/groups.h"
#include "core/api/method.h"
#include "core/knowledge/member_reader.h"
#include "core/knowledge/reference.h"
#include "core/report/glance.h"
#include "core/report/record_words.h"
#include "core/selection/cheat_sheet.h"
#include "core/selection/checklist.h"
#include "core/selection/recommend.h"
#include "core/selection/rulebook.h"

namespace storewright::api {
namespace {

using knowledge::built_in;
using knowledge::built_in_reference;

void write_texts(JsonWriter& out, std::string_view name, const std::vector<std::string>& texts) {
  out.key(name).begin_array();
  for (const std::string& text : texts) out.text(text);
  out.end_array();
}

void write_backing(JsonWriter& out, const std::string& source, knowledge::FactKind kind) {
  const knowledge::Source* found = built_in().source(source);
  out.member("source", source)
      .member("source_title", found ? found->title : std::string())
      .member("kind", knowledge::fact_kind_names()[static_cast<std::size_t>(kind)]);
}

// What the rules decide for the profile, in short; `recommend` says the rest.
void write_decision(JsonWriter& out, const selection::Profile& profile) {
  const selection::Recommendation answer = selection::recommend(profile, selection::built_in_rulebook());
  out.key("engine");
  if (answer.primary)
    out.text(answer.primary->engine);
  else
    out.null();
  out.member("answer", selection::answer_sentence(answer, built_in()));
}

void write_profile(JsonWriter& out, const selection::Profile& profile) {
  const selection::Profile defaults;
  write_fields(out.key("profile"), selection::profile_fields(), &profile, &defaults);
}

// --- reference.categories

Result<report::GlanceAnswer> glance(const report::GlanceInput& input) {
  return report::categories_at_a_glance(input, built_in_reference(), built_in());
}

void write_bound(JsonWriter& out, std::string_view name, const std::optional<double>& bound) {
  out.key(name);
  if (bound)
    out.number(*bound);
  else
    out.null();
}

void write_glance(JsonWriter& out, const report::GlanceInput&, const report::GlanceAnswer& answer) {
  out.begin_object().key("categories").begin_array();
  for (const report::GlanceRow& row : answer.rows) {
    const knowledge::Glance& glance = *row.glance;
    out.begin_object().member("id", glance.category).member("name", row.name);
    write_texts(out, "engines", glance.engines);
    out.member("consistency", glance.consistency).key("writes_per_second").begin_object();
    write_bound(out, "low", glance.writes_low);
    write_bound(out, "high", glance.writes_high);
    out.end_object()
        .member("unit", glance.unit)
        .member("writes", row.writes)
        .member("reach", report::name_of(row.reach))
        .member("queries", glance.queries)
        .member("complexity", report::words_of(glance.complexity))
        .member("best_for", glance.best_for)
        .member("correction", glance.correction);
    write_backing(out, glance.source, glance.kind);
    out.end_object();
  }
  out.end_array().member("says", answer.says).end_object();
}

// --- reference.cheat_sheet

Result<selection::CheatSheetAnswer> cheat_sheet(const selection::CheatSheetInput& input) {
  return selection::answer_cheat_sheet(input, built_in_reference(), built_in());
}

void write_reply(JsonWriter& out, const selection::ShortReply& reply) {
  out.begin_object()
      .member("id", reply.question->id)
      .member("question", reply.question->question)
      .member("term", reply.question->term)
      .key("answer");
  if (reply.answer)
    out.boolean(*reply.answer);
  else
    out.null();
  out.member("from_profile", reply.from_profile).member("says", reply.follows ? reply.follows->says : std::string());
  write_texts(out, "categories", reply.follows ? reply.follows->categories : std::vector<std::string>());
  out.member("correction", reply.question->correction);
  write_backing(out, reply.question->source, reply.question->kind);
  out.end_object();
}

void write_cheat_sheet(JsonWriter& out, const selection::CheatSheetInput&, const selection::CheatSheetAnswer& answer) {
  out.begin_object().key("questions").begin_array();
  for (const selection::ShortReply& reply : answer.replies) write_reply(out, reply);
  out.end_array().member("answered", answer.answered).key("votes").begin_array();
  for (const selection::CategoryVotes& one : answer.votes)
    out.begin_object().member("category", one.category).member("votes", one.votes).end_object();
  out.end_array();
  write_profile(out, answer.profile);
  write_decision(out, answer.profile);
  out.member("says", answer.says).end_object();
}

// --- reference.checklist

Result<selection::ChecklistAnswer> checklist(const selection::ChecklistInput& input) {
  return selection::answer_checklist(input, built_in_reference());
}

void write_checklist(JsonWriter& out, const selection::ChecklistInput& input, const selection::ChecklistAnswer& answer) {
  out.begin_object().key("questions").begin_array();
  for (const selection::CheckedItem& one : answer.items) {
    out.begin_object()
        .member("id", one.item->id)
        .member("question", one.item->question)
        .member("why", one.item->why)
        .member("answered", one.answered);
    write_texts(out, "fields", one.item->fields);
    write_texts(out, "answers", one.answers);
    out.end_object();
  }
  out.end_array().member("answered", answer.answered).member("complete", answer.complete);
  write_profile(out, input.profile);
  write_decision(out, input.profile);
  out.member("says", answer.says).end_object();
}

}  // namespace

std::vector<Method> reference_form_methods() {
  return {
      method<"reference.categories", report::glance_fields, glance, write_glance>(
          "The nine categories at a glance, and which of them take a given load of writes on one node."),
      method<"reference.cheat_sheet", selection::cheat_sheet_fields, cheat_sheet, write_cheat_sheet>(
          "Nine questions with yes or no: what each answer speaks for, and what the rules decide."),
      method<"reference.checklist", selection::checklist_fields, checklist, write_checklist>(
          "Eight questions to have answered before choosing; complete when all are."),
  };
}

}  // namespace storewright::api

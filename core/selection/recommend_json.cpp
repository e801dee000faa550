#include "core/base/text.h"
#include "core/selection/derive.h"
#include "core/selection/recommend.h"
#include "core/selection/steps.h"

namespace storewright::selection {
namespace {

std::string_view verdict_name(Verdict verdict) {
  switch (verdict) {
    case Verdict::kept: return "kept";
    case Verdict::undecided: return "undecided";
    case Verdict::rejected: return "rejected";
  }
  return "";
}

std::string_view record_name(knowledge::RecordKind kind) {
  switch (kind) {
    case knowledge::RecordKind::engine: return "engine";
    case knowledge::RecordKind::service: return "service";
    case knowledge::RecordKind::extension: return "extension";
    case knowledge::RecordKind::feed: return "feed";
  }
  return "";
}

// An exact number is written as a number, a range as an object, the unknown as null.
void write_range(JsonWriter& writer, std::string_view key, const std::optional<Range>& range) {
  writer.key(key);
  if (!range)
    writer.null();
  else if (range->exact())
    writer.number(range->mid);
  else
    writer.begin_object().member("low", range->low).member("mid", range->mid).member("high", range->high).end_object();
}

void write_texts(JsonWriter& writer, std::string_view key, const std::vector<std::string>& texts) {
  writer.key(key).begin_array();
  for (const std::string& text : texts) writer.text(text);
  writer.end_array();
}

void write_tier_member(JsonWriter& writer, std::string_view key, const std::optional<int>& tier) {
  writer.key(key);
  if (tier)
    writer.integer(*tier);
  else
    writer.null();
}

void write_reason(JsonWriter& writer, const Reason& reason) {
  writer.begin_object()
      .member("rule", reason.rule)
      .member("step", step_name(reason.step))
      .member("because", reason.because)
      .member("source", reason.source)
      .end_object();
}

void write_reasons(JsonWriter& writer, std::string_view key, const std::vector<Reason>& reasons, std::size_t from = 0) {
  writer.key(key).begin_array();
  for (std::size_t i = from; i < reasons.size(); ++i) write_reason(writer, reasons[i]);
  writer.end_array();
}

// The reason that a reader sees first: what rejected it, else what is open, else what speaks for it most.
const Reason* leading_reason(const EngineVerdict& verdict) {
  const std::vector<Reason>& reasons = verdict.verdict == Verdict::rejected    ? verdict.rejections
                                       : verdict.verdict == Verdict::undecided ? verdict.open
                                                                               : verdict.preferences;
  return reasons.empty() ? nullptr : &reasons.front();
}

// "Open until you answer: \"What shape does the data have?\"" Three questions at most; all fields stand in `unknowns`.
std::string open_sentence(const EngineVerdict& verdict) {
  std::vector<std::string> questions;
  for (const std::string& name : verdict.unknowns) {
    const Field* field = find_field(profile_fields(), name);
    if (field && questions.size() < 3) questions.push_back("\"" + std::string(field->label) + "\"");
  }
  return "Open until you answer: " + joined(questions, " ");
}

void write_verdict(JsonWriter& writer, const EngineVerdict& verdict, const knowledge::Engine* engine) {
  const Reason* reason = leading_reason(verdict);
  writer.begin_object()
      .member("engine", verdict.engine)
      .member("name", engine ? engine->name : verdict.engine)
      .member("record", record_name(engine ? engine->record : knowledge::RecordKind::engine))
      .member("category", verdict.category)
      .member("verdict", verdict_name(verdict.verdict));
  if (reason)
    writer.member("step", step_name(reason->step))
        .member("rule", reason->rule)
        .member("because", verdict.verdict == Verdict::undecided ? open_sentence(verdict) : reason->because)
        .member("source", reason->source);
  else
    writer.key("step")
        .null()
        .key("rule")
        .null()
        .member("because", "Nothing you said speaks for or against it.")
        .key("source")
        .null();
  write_reasons(writer, "others", verdict.rejections, 1);
  write_reasons(writer, "open", verdict.open);
  write_reasons(writer, "preferences", verdict.preferences);
  write_texts(writer, "unknowns", verdict.unknowns);
  writer.end_object();
}

void write_ranking(JsonWriter& writer, const std::vector<RankedEngine>& ranking) {
  writer.key("ranking").begin_array();
  for (const RankedEngine& entry : ranking) {
    writer.begin_object()
        .member("engine", entry.engine)
        .member("category", entry.category)
        .member("score", entry.score);
    writer.key("by_step").begin_object();
    for (std::size_t step = 0; step < entry.by_step.size(); ++step)
      writer.member(step_name(static_cast<Step>(step)), entry.by_step[step]);
    writer.end_object().end_object();
  }
  writer.end_array();
}

void write_primary(JsonWriter& writer, const std::optional<Primary>& primary) {
  writer.key("primary");
  if (!primary) {
    writer.null();
    return;
  }
  writer.begin_object()
      .member("engine", primary->engine)
      .member("category", primary->category)
      .member("run_as", primary->run_as)
      .key("run_as_record");
  if (primary->run_as_record.empty())
    writer.null();
  else
    writer.text(primary->run_as_record);
  writer.key("run_as_because");
  if (primary->run_as_because)
    write_reason(writer, *primary->run_as_because);
  else
    writer.null();
  writer.key("alternatives").begin_array();
  for (const Alternative& other : primary->alternatives)
    writer.begin_object().member("engine", other.engine).member("score", other.score).end_object();
  writer.end_array().end_object();
}

void write_addons(JsonWriter& writer, const std::vector<Addon>& addons) {
  writer.key("addons").begin_array();
  for (const Addon& addon : addons)
    writer.begin_object()
        .member("engine", addon.engine)
        .member("role", addon.role)
        .member("feed", addon.feed)
        .member("window", addon.window)
        .member("rule", addon.rule)
        .member("because", addon.because)
        .member("reason", addon.reason)
        .end_object();
  writer.end_array();
}

void write_left_out(JsonWriter& writer, const std::vector<LeftOut>& left_out) {
  writer.key("left_out").begin_array();
  for (const LeftOut& store : left_out)
    writer.begin_object()
        .member("engine", store.engine)
        .member("role", store.role)
        .member("rule", store.rule)
        .member("because", store.because)
        .member("instead", store.instead)
        .end_object();
  writer.end_array();
}

void write_limit(JsonWriter& writer, const ExtensionLimit& limit) {
  writer.begin_object().member("amount", limit.amount).member("unit", limit.unit).member("figure", limit.figure);
  write_range(writer, "now", limit.now);
  writer.member("because", limit.because)
      .member("date", limit.as_of)
      .member("rule", limit.rule)
      .member("source", limit.source)
      .end_object();
}

// `suffices_until` is the limit that the rules name first, `date` and `source` are its own; others follow.
void write_extension(JsonWriter& writer, const ExtensionUse& use) {
  const ExtensionLimit* first = use.limits.empty() ? nullptr : &use.limits.front();
  writer.begin_object().member("id", use.id).member("because", use.because).member("rule", use.rule);
  writer.key("suffices_until");
  if (first)
    writer.begin_object().member("amount", first->amount).member("unit", first->unit).end_object();
  else
    writer.null();
  writer.key("date");
  if (first)
    writer.text(first->as_of);
  else
    writer.null();
  writer.key("source");
  if (first)
    writer.text(first->source);
  else
    writer.null();
  writer.key("limits").begin_array();
  for (const ExtensionLimit& limit : use.limits) write_limit(writer, limit);
  writer.end_array().key("service");
  if (use.service.empty())
    writer.null();
  else
    writer.text(use.service);
  writer.key("offered");
  if (use.offered)
    writer.boolean(*use.offered);
  else
    writer.null();
  writer.member("hosting_note", use.hosting_note).end_object();
}

// `extension` is the one that the answer begins with; a profile may need more.
void write_extensions(JsonWriter& writer, const std::vector<ExtensionUse>& uses) {
  writer.key("extension");
  if (uses.empty())
    writer.null();
  else
    write_extension(writer, uses.front());
  writer.key("further_extensions").begin_array();
  for (std::size_t i = 1; i < uses.size(); ++i) write_extension(writer, uses[i]);
  writer.end_array();
}

void write_triggers(JsonWriter& writer, const std::vector<Trigger>& triggers) {
  writer.key("triggers").begin_array();
  for (const Trigger& trigger : triggers) {
    writer.begin_object()
        .member("rule", trigger.rule)
        .member("step", step_name(trigger.step))
        .member("because", trigger.because)
        .member("source", trigger.source)
        .member("figure", trigger.figure)
        .member("threshold", trigger.threshold)
        .member("unit", trigger.unit)
        .member("read_at", trigger.read_at);
    write_range(writer, "now", trigger.now);
    writer.end_object();
  }
  writer.end_array();
}

void write_mistakes(JsonWriter& writer, const std::vector<Mistake>& mistakes) {
  writer.key("mistakes").begin_array();
  for (const Mistake& mistake : mistakes)
    writer.begin_object()
        .member("rule", mistake.rule)
        .member("title", mistake.title)
        .member("why", mistake.because)
        .member("impact", mistake.impact)
        .member("fix", mistake.fix)
        .member("source", mistake.source)
        .end_object();
  writer.end_array();
}

void write_key_advice(JsonWriter& writer, const std::optional<KeyAdvice>& advice) {
  writer.key("key_advice");
  if (!advice) {
    writer.null();
    return;
  }
  writer.begin_object()
      .member("key", advice->key)
      .member("why", advice->because)
      .member("avoid", advice->avoid)
      .member("rule", advice->rule)
      .member("source", advice->source)
      .end_object();
}

void write_way_back_and_review(JsonWriter& writer, const Recommendation& answer) {
  writer.key("way_back");
  if (answer.way_back)
    writer.begin_object()
        .member("because", answer.way_back->because)
        .member("rule", answer.way_back->rule)
        .member("source", answer.way_back->source)
        .end_object();
  else
    writer.null();
  writer.key("review");
  if (answer.review)
    writer.begin_object()
        .member("chosen", answer.review->chosen)
        .member("due", answer.review->due)
        .member("overdue", answer.review->overdue)
        .end_object();
  else
    writer.null();
}

void write_tier(JsonWriter& writer, const Recommendation& answer) {
  writer.key("tier").begin_object();
  write_tier_member(writer, "now", answer.derived.tier);
  write_tier_member(writer, "in_12_months", answer.derived.tier_12m);
  write_range(writer, "planned_writes_per_second", answer.plan.writes_per_second);
  write_range(writer, "planned_reads_per_second", answer.plan.reads_per_second);
  write_range(writer, "planned_data_size_gb", answer.plan.data_gb);
  writer.member("from_growth", answer.plan.from_growth).end_object();
}

void write_derived(JsonWriter& writer, const Derived& derived) {
  writer.key("derived").begin_object();
  write_range(writer, "read_share", derived.read_share);
  writer.key("ratio_class");
  if (derived.ratio_class)
    writer.text(ratio_class_name(*derived.ratio_class));
  else
    writer.null();
  write_range(writer, "writes_per_second_12m", derived.writes_per_second_12m);
  write_range(writer, "reads_per_second_12m", derived.reads_per_second_12m);
  write_range(writer, "data_size_gb_12m", derived.data_size_gb_12m);
  write_tier_member(writer, "tier", derived.tier);
  write_tier_member(writer, "tier_12m", derived.tier_12m);
  write_range(writer, "months_until_tier_2", derived.months_until_tier_2);
  writer.end_object();
}

void write_hosting_and_time(JsonWriter& writer, const Recommendation& answer) {
  writer.key("hosting");
  if (answer.hosting)
    writer.begin_object()
        .member("answer", answer.hosting->answer)
        .member("because", answer.hosting->because)
        .member("rule", answer.hosting->rule)
        .end_object();
  else
    writer.null();
  writer.key("holds_until");
  if (answer.holds_months)
    writer.begin_object()
        .member("months_low", answer.holds_months->low)
        .member("months_mid", answer.holds_months->mid)
        .member("months_high", answer.holds_months->high)
        .member("because", answer.holds_because)
        .end_object();
  else
    writer.null();
}

void write_unknowns(JsonWriter& writer, const std::vector<Unknown>& unknowns) {
  writer.key("unknowns").begin_array();
  for (const Unknown& unknown : unknowns) {
    writer.begin_object().member("field", unknown.field);
    write_texts(writer, "rules", unknown.rules);
    write_texts(writer, "engines", unknown.engines);
    writer.end_object();
  }
  writer.end_array();
}

void write_migration(JsonWriter& writer, const std::optional<Migration>& migration, const MoreMembers& more) {
  writer.key("migration");
  if (!migration) {
    writer.null();
    return;
  }
  writer.begin_object()
      .member("from", migration->from)
      .member("to", migration->to)
      .member("needed", migration->needed)
      .member("note", migration->note);
  if (more.write) more.write(writer, more.context);
  writer.end_object();
}

void write_steps(JsonWriter& writer, const std::vector<StepSummary>& steps) {
  writer.key("steps").begin_array();
  int number = 0;
  for (const StepSummary& step : steps)
    writer.begin_object()
        .member("number", ++number)
        .member("step", step_name(step.step))
        .member("finding", step.finding)
        .member("rejected_here", step.rejected_here)
        .member("left", step.left)
        .member("answered", step.answered)
        .member("decided", step.decided)
        .end_object();
  writer.end_array();
}

}  // namespace

void write_recommendation(JsonWriter& writer, const Recommendation& answer, const knowledge::Knowledge& knowledge,
                          const MoreMembers& of_migration) {
  writer.begin_object().member("answer", answer_sentence(answer, knowledge)).key("verdicts").begin_array();
  // Verdicts stand in the order of the records.
  for (std::size_t i = 0; i < answer.verdicts.size(); ++i)
    write_verdict(writer, answer.verdicts[i], i < knowledge.engines.size() ? &knowledge.engines[i] : nullptr);
  writer.end_array();
  write_ranking(writer, answer.ranking);
  writer.member("clear_winner", answer.clear_winner).member("margin", answer.margin);
  write_primary(writer, answer.primary);
  write_addons(writer, answer.addons);
  write_left_out(writer, answer.left_out);
  write_extensions(writer, answer.extensions);
  write_tier(writer, answer);
  write_hosting_and_time(writer, answer);
  write_reasons(writer, "warnings", answer.warnings);
  write_unknowns(writer, answer.unknowns);
  write_triggers(writer, answer.triggers);
  write_mistakes(writer, answer.mistakes);
  write_key_advice(writer, answer.key_advice);
  write_way_back_and_review(writer, answer);
  write_migration(writer, answer.migration, of_migration);
  write_steps(writer, answer.steps);
  write_derived(writer, answer.derived);
  writer.member("data_version", knowledge.version).end_object();
}

}  // namespace storewright::selection

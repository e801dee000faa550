// What explains the answer of the Decide page, in the order in which people ask.
#include "web/app/decide_details.h"

#include <algorithm>

#include "core/base/text.h"
#include "web/app/decide_words.h"
#include "web/app/pages.h"
#include "web/app/rule_reasons.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

using selection::EngineVerdict;
using selection::Recommendation;
using selection::Verdict;

void warnings(const State& state, const Recommendation& answer) {
  if (answer.warnings.empty()) return;
  ui::Scope section(ui::Role::section, "Watch out", "warnings");
  ui::gap(24);
  ui::Card card("warnings", ui::CardTone::warning, 16);
  ui::heading(2, "Watch out");
  ui::gap(6);
  rule_reasons(state, "Watch out", answer.warnings);
}

void open_questions(const Recommendation& answer) {
  if (answer.unknowns.empty()) return;
  ui::Scope section(ui::Role::section, "What is still unknown", "unknowns");
  ui::gap(28);
  ui::heading(2, "What is still unknown");
  ui::text("Unknown never counts as zero or no. These answers could still change the result:", {.tone = ui::Tone::quiet});
  ui::gap(8);
  std::vector<std::string> sentences;
  for (const selection::Unknown& unknown : answer.unknowns)
    sentences.push_back(field_label_of(unknown.field) + " (decides " + std::to_string(unknown.rules.size()) + (unknown.rules.size() == 1 ? " rule for " : " rules for ") +
                        std::to_string(unknown.engines.size()) + (unknown.engines.size() == 1 ? " engine)" : " engines)"));
  ui::bullets("Unknown", sentences, {.size = ui::text_small});
}

// The fields in words, the first three by name.
std::string open_fields(const std::vector<std::string>& fields) {
  std::vector<std::string> words;
  for (const std::string& field : fields)
    if (words.size() < 3) words.push_back("“" + field_label_of(field) + "”");
  if (fields.size() > words.size()) words.push_back(std::to_string(fields.size() - words.size()) + " more");
  return sentence_list(words);
}

// The first sentence a reader needs about an engine: why it is out, what is open, or what speaks for it.
std::string reason_for(const EngineVerdict& verdict) {
  if (verdict.verdict == Verdict::rejected) return verdict.rejections.front().because;
  std::string reason = verdict.preferences.empty() ? "" : verdict.preferences.front().because;
  if (verdict.verdict == Verdict::undecided) reason += (reason.empty() ? "Open" : " Still open") + (": " + open_fields(verdict.unknowns)) + ".";
  return reason.empty() ? "Nothing you said speaks against it." : reason;
}

std::string verdict_word(Verdict verdict) {
  switch (verdict) {
    case Verdict::kept: return "Kept";
    case Verdict::undecided: return "Open";
    case Verdict::rejected: return "Out";
  }
  return "";
}

// A feed is nobody's store, so it counts neither as out nor as open.
std::string summary_line(const Recommendation& answer, const knowledge::Knowledge& knowledge) {
  int out = 0;
  int open = 0;
  for (const EngineVerdict& verdict : answer.verdicts) {
    const knowledge::Engine* record = knowledge.engine(verdict.engine);
    if (record && record->record == knowledge::RecordKind::feed) continue;
    out += verdict.verdict == Verdict::rejected;
    open += verdict.verdict == Verdict::undecided;
  }
  std::vector<std::string> fields;
  for (const selection::Unknown& unknown : answer.unknowns)
    if (fields.size() < 3) fields.push_back(unknown.field);
  std::string line = "Out: " + std::to_string(out) + " by your answers";
  if (open > 0) line += "; open: " + std::to_string(open) + " until you say " + open_fields(fields);
  return line + ".";
}

// Which engines fell in a step, and by which rule.
void fallen(const State& state, const Recommendation& answer, const selection::StepSummary& step) {
  if (step.rejected_here == 0) return;
  const std::string label = "Who fell, and why (" + std::to_string(step.rejected_here) + ")";
  if (!ui::disclosure(label, false, "fallen")) return;
  report::Table table{.caption = "Out at this step", .columns = {{"Engine"}, {"Why"}}, .rows = {}};
  for (const EngineVerdict& verdict : answer.verdicts) {
    const knowledge::Engine* record = state.knowledge->engine(verdict.engine);
    const bool engine = record && record->record == knowledge::RecordKind::engine;
    if (engine && !verdict.rejections.empty() && verdict.rejections.front().step == step.step)
      table.rows.push_back({record->name, verdict.rejections.front().because});
  }
  ui::gap(6);
  ui::table("fallen-table", table);
  ui::gap(8);
}

void step_item(const State& state, const Recommendation& answer, std::size_t i) {
  const selection::StepSummary& step = answer.steps[i];
  ui::Scope item(ui::Role::listitem, "", "step-" + std::to_string(i + 1));
  ui::Frame& f = ui::frame();
  const float top = f.y;
  ui::draw_dot(f.area.x + 13, top + 13, 13, step.answered ? f.theme->accent : f.theme->sunken);
  const std::string number = std::to_string(i + 1);
  ui::draw_text(number, f.area.x + 13 - ui::text_width(number, ui::text_small, ui::Face::bold) / 2, top + 2.5f, ui::text_small, ui::Face::bold,
                step.answered ? f.theme->on_accent : f.theme->quiet);
  ui::Indent inside(40);
  ui::heading(3, number + ". " + std::string(step_names[i]));
  ui::text(step.finding);
  const std::string effect = (step.rejected_here == 0 ? std::string("Rules nothing out") : "Rules out " + std::to_string(step.rejected_here)) + "; " +
                             std::to_string(step.left) + " left." + (step.decided ? " The winner is clear here; later steps only break ties." : "");
  ui::text(effect, {.size = ui::text_small, .tone = ui::Tone::quiet});
  fallen(state, answer, step);
  ui::gap(14);
}

}  // namespace

DecideDetails& details_of(State& state) {
  DecideState& decide = state.decide;
  if (!decide.details || !(decide.details->profile == decide.profile)) {
    const bool worked = decide.details && decide.details->worked;
    decide.details = std::make_shared<DecideDetails>(decide.profile);
    decide.details->worked = worked;
  }
  return *decide.details;
}

bool may_work(DecideDetails& details) {
  ui::frame().again = true;
  return !std::exchange(details.worked, true);
}

void take_profile(State& state, const selection::Profile& profile) {
  change_profile(state, profile);
  state.named_step = true;
  ui::forget_drafts();
}

void decide_best_fits(State& state) {
  const Recommendation& answer = decide_answer(state);
  if (!tells_apart(answer)) return;
  ui::Scope section(ui::Role::section, "Best fits", "best-fits");
  ui::gap(28);
  ui::heading(2, "The three that fit best");
  ui::gap(8);
  ui::Scope list(ui::Role::list, "", "list");
  const std::size_t shown = std::min<std::size_t>(3, answer.ranking.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const selection::RankedEngine& ranked = answer.ranking[i];
    ui::Scope item(ui::Role::listitem, "", ranked.engine);
    if (i > 0) ui::gap(12);
    ui::Card card(ranked.engine, ui::CardTone::plain, 16);
    ui::Frame& f = ui::frame();
    ui::heading(3, std::to_string(i + 1) + ". " + engine_name(*state.knowledge, ranked.engine));
    ui::text(category_name(*state.knowledge, ranked.category) + ", fits " + display_percent(ranked.score, 0) + " of what you prefer",
             {.size = ui::text_small, .tone = ui::Tone::quiet});
    ui::gap(6);
    const float width = std::min(f.area.width, 420.0f);
    ui::draw_box({f.area.x, f.y, width, 6}, f.theme->sunken, 3);
    ui::draw_box({f.area.x, f.y, width * static_cast<float>(ranked.score), 6}, f.theme->accent, 3);
    ui::gap(14);
    if (const EngineVerdict* verdict = verdict_of(answer, ranked.engine)) {
      std::vector<std::string> sentences = best_reasons(answer, *verdict, shown);
      if (verdict->verdict == Verdict::undecided) sentences.push_back("Still open: " + open_fields(verdict->unknowns) + ".");
      ui::bullets("Reasons", sentences, {.size = ui::text_small});
    }
    ui::gap(4);
    ui::link("All facts about " + engine_name(*state.knowledge, ranked.engine), "#/reference/" + ranked.engine, false, ui::text_small);
  }
}

void decide_path(State& state) {
  const Recommendation& answer = decide_answer(state);
  ui::Scope section(ui::Role::section, "How the field was narrowed", "path");
  ui::gap(28);
  ui::heading(2, "How the field was narrowed");
  ui::text("Five questions in this order. No later one can buy back what an earlier one ruled out.", {.tone = ui::Tone::quiet});
  ui::gap(12);
  ui::Scope list(ui::Role::list, "", "steps");
  for (std::size_t i = 0; i < answer.steps.size(); ++i) step_item(state, answer, i);
}

void decide_every_engine(State& state) {
  const Recommendation& answer = decide_answer(state);
  ui::gap(12);
  ui::text(summary_line(answer, *state.knowledge));
  ui::gap(4);
  if (!ui::disclosure("A reason for every engine")) return;
  report::Table table{.caption = "Verdict and reason for every engine", .columns = {{"Engine"}, {"Verdict"}, {"Why"}}, .rows = {}};
  for (const Verdict wanted : {Verdict::kept, Verdict::undecided, Verdict::rejected})
    for (const EngineVerdict& verdict : answer.verdicts) {
      if (verdict.verdict != wanted) continue;
      std::string word = verdict_word(verdict.verdict);
      if (!verdict.rejections.empty()) word += " at step " + std::to_string(static_cast<int>(verdict.rejections.front().step) + 1);
      std::string why = reason_for(verdict);
      if (verdict.rejections.size() > 1) why += " (" + std::to_string(verdict.rejections.size() - 1) + " more rules say no.)";
      table.rows.push_back({engine_name(*state.knowledge, verdict.engine), word, why});
    }
  ui::gap(8);
  ui::table("verdicts", table);
}

void decide_details(State& state) {
  const Recommendation& answer = decide_answer(state);
  ui::Scope section(ui::Role::section, "The explanation", "explanation");
  decide_beside(state);
  decide_best_fits(state);
  decide_path(state);
  decide_every_engine(state);
  decide_why_not(state);
  decide_what_if(state);
  warnings(state, answer);
  decide_risks(state);
  open_questions(answer);
  decide_published(state);
  decide_compare(state);
}

}  // namespace storewright::app

// The answer of the Decide page: first the store and its reasons, then how the field was narrowed, then everything else.
#include <algorithm>

#include "core/base/json.h"
#include "core/base/text.h"
#include "web/app/pages.h"

namespace storewright::app {
namespace {

using selection::EngineVerdict;
using selection::Recommendation;
using selection::Verdict;

constexpr std::string_view step_names[] = {"Consistency", "Reads and writes", "Data and queries", "Scale", "Operations"};

std::string name_of(const knowledge::Knowledge& knowledge, std::string_view id) {
  const knowledge::Engine* engine = knowledge.engine(id);
  return engine == nullptr ? std::string(id) : engine->name;
}

std::string category_of(const knowledge::Knowledge& knowledge, std::string_view id) {
  const knowledge::Category* category = knowledge.category(id);
  return category == nullptr ? std::string(id) : category->name;
}

std::string label_of_field(std::string_view name) {
  const Field* field = find_field(selection::profile_fields(), name);
  return field == nullptr ? std::string(name) : std::string(field->label);
}

const EngineVerdict* verdict_of(const Recommendation& answer, std::string_view engine) {
  for (const EngineVerdict& verdict : answer.verdicts)
    if (verdict.engine == engine) return &verdict;
  return nullptr;
}

// The fields in words, the first three by name.
std::string open_fields(const std::vector<std::string>& fields) {
  std::vector<std::string> words;
  for (const std::string& field : fields)
    if (words.size() < 3) words.push_back("“" + label_of_field(field) + "”");
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

std::string months_sentence(const Recommendation& answer) {
  if (!answer.holds_because.empty()) return answer.holds_because;
  return "No growth given, so there is no date at which this stops fitting.";
}

std::string message_text(const Recommendation& answer, const State& state) {
  std::string out = selection::answer_sentence(answer, *state.knowledge) + "\n";
  for (const selection::StepSummary& step : answer.steps)
    if (step.answered) out += "- " + step.finding + "\n";
  for (const selection::Reason& warning : answer.warnings) out += "! " + warning.because + "\n";
  return out + "Inputs: " + link_of(state) + "\n";
}

std::string answer_json(const Recommendation& answer, const knowledge::Knowledge& knowledge) {
  JsonWriter writer;
  selection::write_recommendation(writer, answer, knowledge);
  return writer.take() + "\n";
}

// Whether anything said so far prefers one store over another; without that a ranking is only the alphabet.
bool tells_apart(const Recommendation& answer) { return !answer.ranking.empty() && answer.ranking.front().score > 0; }

void headline(State& state, const Recommendation& answer) {
  const knowledge::Knowledge& knowledge = *state.knowledge;
  const std::string sentence = selection::answer_sentence(answer, knowledge);
  ui::Card card("headline", ui::CardTone::accent);
  ui::heading(2, "Recommendation");
  ui::gap(4);
  ui::status(sentence, {.size = 20, .bold = true});
  state.announced = sentence;
  ui::gap(10);
  const bool ranked = answer.primary && tells_apart(answer);
  if (ranked && !answer.primary->alternatives.empty()) {
    std::vector<std::string> names;
    for (const selection::Alternative& alternative : answer.primary->alternatives) names.push_back(name_of(knowledge, alternative.engine));
    ui::text("Nearly as good in the same category: " + sentence_list(names) + ".", {.size = ui::text_small});
  }
  if (ranked) ui::text(months_sentence(answer), {.size = ui::text_small});
  if (ranked && answer.ranking.size() > 1)
    ui::text("Lead over the next category: " + display_percent(answer.margin) + (answer.clear_winner ? "." : "; under 10 % is not a clear win."),
             {.size = ui::text_small});
  ui::gap(14);
  ui::Flow flow;
  copy_link_button(state);
  copy_button(state, "Copy as message", message_text(answer, state), "Message copied.");
  download_button(state, "Export JSON", "recommendation.json", "application/json", answer_json(answer, knowledge));
}

// How many of the first engines of the ranking a rule speaks for.
std::size_t shared_by(const Recommendation& answer, std::string_view rule, std::size_t first) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < first; ++i) {
    const EngineVerdict* verdict = verdict_of(answer, answer.ranking[i].engine);
    if (verdict == nullptr) continue;
    count += std::any_of(verdict->preferences.begin(), verdict->preferences.end(), [&](const selection::Reason& reason) { return reason.rule == rule; });
  }
  return count;
}

// Up to three reasons, first those that the other engines shown do not have, and what is still open.
void reasons_of(const Recommendation& answer, const EngineVerdict& verdict, std::size_t shown) {
  constexpr std::size_t most = 3;
  std::vector<std::string> sentences;
  for (std::size_t sharers = 1; sharers <= shown; ++sharers)
    for (const selection::Reason& reason : verdict.preferences)
      if (sentences.size() < most && shared_by(answer, reason.rule, shown) == sharers) sentences.push_back(reason.because);
  if (verdict.verdict == Verdict::undecided) sentences.push_back("Still open: " + open_fields(verdict.unknowns) + ".");
  if (sentences.empty()) sentences.push_back("Nothing you said speaks against it.");
  ui::bullets("Reasons", sentences, {.size = ui::text_small});
}

void survivors(const State& state, const Recommendation& answer) {
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
    ui::heading(3, std::to_string(i + 1) + ". " + name_of(*state.knowledge, ranked.engine));
    ui::text(category_of(*state.knowledge, ranked.category) + ", fits " + display_percent(ranked.score, 0) + " of what you prefer",
             {.size = ui::text_small, .tone = ui::Tone::quiet});
    ui::gap(6);
    const float width = std::min(f.area.width, 420.0f);
    ui::draw_box({f.area.x, f.y, width, 6}, f.theme->sunken, 3);
    ui::draw_box({f.area.x, f.y, width * static_cast<float>(ranked.score), 6}, f.theme->accent, 3);
    ui::gap(14);
    if (const EngineVerdict* verdict = verdict_of(answer, ranked.engine)) reasons_of(answer, *verdict, shown);
    ui::gap(4);
    ui::link("All facts about " + name_of(*state.knowledge, ranked.engine), "#/reference/" + ranked.engine, false, ui::text_small);
  }
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

void every_engine(const State& state, const Recommendation& answer) {
  ui::gap(12);
  ui::text(summary_line(answer, *state.knowledge));
  ui::gap(4);
  if (!ui::disclosure("A reason for every engine")) return;
  report::Table table{.caption = "Verdict and reason for every engine", .columns = {{"Engine"}, {"Verdict"}, {"Why"}}};
  for (const Verdict wanted : {Verdict::kept, Verdict::undecided, Verdict::rejected})
    for (const EngineVerdict& verdict : answer.verdicts) {
      if (verdict.verdict != wanted) continue;
      std::string word = verdict_word(verdict.verdict);
      if (!verdict.rejections.empty()) word += " at step " + std::to_string(static_cast<int>(verdict.rejections.front().step) + 1);
      std::string why = reason_for(verdict);
      if (verdict.rejections.size() > 1) why += " (" + std::to_string(verdict.rejections.size() - 1) + " more rules say no.)";
      table.rows.push_back({name_of(*state.knowledge, verdict.engine), word, why});
    }
  ui::gap(8);
  ui::table("verdicts", table);
}

void path(const Recommendation& answer) {
  ui::Scope section(ui::Role::section, "How the field was narrowed", "path");
  ui::gap(28);
  ui::heading(2, "How the field was narrowed");
  ui::text("Five questions in this order. No later one can buy back what an earlier one ruled out.", {.tone = ui::Tone::quiet});
  ui::gap(12);
  ui::Scope list(ui::Role::list, "", "steps");
  for (std::size_t i = 0; i < answer.steps.size(); ++i) {
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
    const std::string effect = (step.rejected_here == 0 ? std::string("Rules nothing out") : "Rules out " + std::to_string(step.rejected_here)) +
                               "; " + std::to_string(step.left) + " left." + (step.decided ? " The winner is clear here; later steps only break ties." : "");
    ui::text(effect, {.size = ui::text_small, .tone = ui::Tone::quiet});
    ui::gap(14);
  }
}

template <class Reasons>
void reasons_section(std::string_view title, std::string_view id, const Reasons& reasons, ui::CardTone tone) {
  if (reasons.empty()) return;
  ui::Scope section(ui::Role::section, title, id);
  ui::gap(24);
  ui::Card card(id, tone, 16);
  ui::heading(3, title);
  ui::gap(6);
  std::vector<std::string> sentences;
  for (const auto& reason : reasons) sentences.push_back(reason.because);
  ui::bullets(title, sentences, {.size = ui::text_small});
}

void addons(const State& state, const Recommendation& answer) {
  if (answer.addons.empty()) return;
  ui::Scope section(ui::Role::section, "Beside it", "addons");
  ui::gap(28);
  ui::heading(2, "Beside it");
  ui::gap(8);
  report::Table table{.caption = "Stores to add, and how they are fed", .columns = {{"Add"}, {"For"}, {"Fed by"}, {"May lag"}, {"Why"}}};
  for (const selection::Addon& addon : answer.addons)
    table.rows.push_back({name_of(*state.knowledge, addon.engine), addon.role, addon.feed, addon.window, addon.because});
  ui::table("addons", table);
}

void how_to_run(const Recommendation& answer) {
  if (!answer.hosting) return;
  ui::Scope section(ui::Role::section, "How to run it", "hosting");
  ui::gap(28);
  ui::heading(2, "How to run it");
  ui::gap(4);
  ui::text(answer.hosting->because);
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
    sentences.push_back(label_of_field(unknown.field) + " (decides " + std::to_string(unknown.rules.size()) + (unknown.rules.size() == 1 ? " rule for " : " rules for ") +
                        std::to_string(unknown.engines.size()) + (unknown.engines.size() == 1 ? " engine)" : " engines)"));
  ui::bullets("Unknown", sentences, {.size = ui::text_small});
}

void background(State& state) {
  ui::Scope section(ui::Role::section, "Why these questions", "background");
  ui::gap(28);
  ui::heading(2, "Why these questions");
  ui::gap(4);
  for (const knowledge::Note& entry : state.knowledge->notes) {
    if (entry.id.rfind("factors/", 0) != 0) continue;
    if (ui::disclosure(entry.title, false, entry.id)) {
      ui::gap(4);
      note(state, entry.id, false);
    }
  }
}

}  // namespace

void decide_result(State& state) {
  const Recommendation& answer = decide_answer(state);
  ui::Scope section(ui::Role::section, "Recommendation", "recommendation");
  migration_section(state, answer);
  headline(state, answer);
  reasons_section("Watch out", "warnings", answer.warnings, ui::CardTone::warning);
  survivors(state, answer);
  every_engine(state, answer);
  path(answer);
  addons(state, answer);
  how_to_run(answer);
  reasons_section("When to look again", "triggers", answer.triggers, ui::CardTone::plain);
  open_questions(answer);
  background(state);
}

}  // namespace storewright::app

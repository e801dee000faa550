// The report of an exam: points by question and skill, each criterion with its reason, what to look at next; to print and to keep.
#include <algorithm>

#include "core/base/text.h"
#include "core/report/exam_report.h"
#include "web/app/practice_exam.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

using practice::MarkedQuestion;

report::ExamFacts facts_of(const State& state, const ExamRun& run, std::span<const MarkedQuestion> marked) {
  report::ExamFacts facts{.day = run.handed_in_on, .taken_minutes = minutes_taken(state, run)};
  for (const MarkedQuestion& one : marked) facts.planned_minutes += one.question->minutes;
  report::Link link{.route = "practice/exam", .data = state.knowledge->version, .fields = exam_link(state)};
  if (link.fields.empty()) link.data.clear();
  facts.link = report::format_link(link);
  return facts;
}

void begin_another(State& state) {
  int& seed = exam_of(state).input.seed;
  seed = seed >= practice::largest_seed ? 1 : seed + 1;
  state.route = "practice/exam";
  state.named_step = true;
  ui::frame().again = true;
}

void total(State& state, const practice::ExamScore& score, std::span<const MarkedQuestion> marked, const report::ExamFacts& facts) {
  ui::Scope section(ui::Role::section, "Your points", "total");
  ui::Card card("points", ui::CardTone::accent);
  state.announced = report::points_sentence(score.points, score.max_points) + ".";
  ui::status(state.announced, {.size = 20, .bold = true});
  ui::gap(4);
  ui::text(report::facts_sentence(score, marked.size(), facts), {.tone = ui::Tone::quiet});
  ui::gap(12);
  ui::Flow flow;
  if (ui::button("Print", {.kind = ui::ButtonKind::primary})) state.wish({.kind = "print", .value = ""});
  download_button(state, "Save as Markdown", "exam-report.md", "text/markdown", report::exam_markdown(marked, state.practice.content->practice.skills, facts));
  copy_link_button(state);
  if (ui::field_shown("seed") && !ui::field_locked("seed") && ui::button("Another exam")) begin_another(state);
}

void skills(const State& state, const practice::ExamScore& score) {
  ui::gap(24);
  ui::Scope section(ui::Role::section, "By skill", "skills");
  ui::heading(2, "By skill");
  ui::gap(8);
  ui::table("by-skill", report::skills_table(score, state.practice.content->practice.skills));
}

std::string chapter_words(std::string_view chapter) {
  std::string words(chapter.substr(chapter.rfind('/') + 1));
  std::replace(words.begin(), words.end(), '-', ' ');
  return "In the guide: " + words;
}

void next(const State& state, const practice::ExamScore& score, std::span<const MarkedQuestion> marked) {
  const std::vector<practice::SkillScore> missing = score.to_practise();
  if (missing.empty()) return;
  ui::gap(24);
  ui::Scope section(ui::Role::section, "What to look at next", "next");
  ui::heading(2, "What to look at next");
  ui::gap(8);
  ui::Scope list(ui::Role::list, "", "list");
  const auto item = [](std::string_view id, const std::string& words, const std::string& href) {
    ui::Scope scope(ui::Role::listitem, "", id);
    ui::link(words, href);
    ui::gap(6);
  };
  for (const practice::SkillScore& skill : missing)
    item(skill.skill, "Questions on " + report::skill_words(skill.skill, state.practice.content->practice.skills), "#/practice?v=1&skill=" + skill.skill);
  for (const std::string& chapter : report::chapters_to_read(marked)) item(chapter, chapter_words(chapter), "#/guide/" + chapter);
}

void one_question(const MarkedQuestion& one, std::size_t number) {
  const std::string name = std::to_string(number) + ". " + one.question->title;
  ui::gap(20);
  ui::Scope section(ui::Role::section, name, one.question->id);
  ui::heading(3, name);
  ui::gap(2);
  ui::text(report::points_sentence(one.grade.grade.points, one.grade.grade.max_points) + (one.answered ? "." : "; left empty."), {.bold = true});
  ui::gap(6);
  for (const auto& [label, text] : report::written_words(one)) {
    ui::text(label, {.size = ui::text_small, .bold = true});
    ui::marked_text(text, {});
    ui::gap(6);
  }
  if (one.answered) ui::table("marks", report::marks_table(one));
  ui::gap(10);
  const std::string seed = one.variant.seed == 0 ? "" : "?v=1&seed=" + std::to_string(one.variant.seed);
  ui::link(one.answered ? "Your answer with feedback and solution" : "Try it now", "#/practice/" + one.question->id + seed);
}

}  // namespace

void exam_report(State& state) {
  const ExamRun& run = run_of(exam_of(state));
  const std::vector<MarkedQuestion>& marked = marked_exam(state);
  const practice::ExamScore score = practice::score_exam(marked);
  exam_title(state, "Exam report", "What counted, question by question, and what to look at next.");
  total(state, score, marked, facts_of(state, run, marked));
  skills(state, score);
  next(state, score, marked);
  ui::gap(24);
  ui::heading(2, "Question by question");
  for (std::size_t i = 0; i < marked.size(); ++i) one_question(marked[i], i + 1);
  ui::gap(24);
  ui::Flow flow;
  if (ui::button("Forget this exam", {.description = "Its report goes; the attempts at its questions stay"})) forget_exam(state);
  ui::link("All questions", "#/practice");
}

}  // namespace storewright::app

#include "core/report/exam_report.h"

#include <algorithm>

#include "core/base/text.h"

namespace storewright::report {
namespace {

using practice::Mark;
using practice::MarkedQuestion;
using practice::MarkState;

std::string number_of(practice::Millipoints points) { return display_number(practice::points_of(points)); }

std::string asked(const MarkedQuestion& one, const Mark& mark) {
  if (const practice::Step* step = one.question->step(mark.id)) return practice::with_numbers(step->prompt, one.variant.variables);
  return practice::with_numbers(mark.asks, one.variant.variables);
}

std::string reason(const MarkedQuestion& one, const Mark& mark) {
  const bool number_missing = one.question->step(mark.id) != nullptr && mark.state == MarkState::not_found;
  return number_missing ? std::string() : practice::with_numbers(mark.why, one.variant.variables);
}

std::string text_in(const NamedTexts& texts, std::string_view name) {
  for (const auto& [key, text] : texts)
    if (key == name) return text;
  return "";
}

// The number as it was typed, or the options by their labels; a board's cells and words have places of their own.
std::string given_for(const MarkedQuestion& one, const Mark& mark) {
  if (one.question->step(mark.id) != nullptr) return text_in(one.given.numeric, mark.id);
  std::vector<std::string> labels;
  for (const practice::Decision& decision : one.question->decisions)
    if (decision.id == mark.id)
      for (const std::string& id : split(text_in(one.given.structured, mark.id), ','))
        for (const practice::Option& option : decision.options)
          if (option.id == id) labels.push_back(option.label);
  return labels.empty() ? mark.understood : joined(labels, ", ");
}

std::string minutes_words(int minutes) { return minutes == 1 ? "one minute" : std::to_string(minutes) + " minutes"; }

// As a quotation: nothing that a learner wrote becomes a heading or a table of the report.
std::string quoted(std::string_view text) {
  std::string out;
  for (const std::string& line : split(text, '\n')) out += "> " + line + "\n";
  return out;
}

std::string question_markdown(const MarkedQuestion& one, std::size_t number) {
  const practice::Grade& grade = one.grade.grade;
  std::string out = "## " + std::to_string(number) + ". " + one.question->title + "\n\n";
  for (const std::string& paragraph : practice::with_numbers(one.question->scenario, one.variant.variables)) out += "> " + paragraph + "\n>\n";
  out += "\n" + points_sentence(grade.points, grade.max_points) + ". Seed of the numbers: " + std::to_string(one.variant.seed) + ".\n\n";
  for (const auto& [label, text] : written_words(one)) out += "**" + label + "**\n\n" + quoted(text) + "\n";
  return out + (one.answered ? table_markdown(marks_table(one)) : std::string("Left empty.\n")) + "\n";
}

}  // namespace

std::string_view state_words(const practice::Question& question, const Mark& mark) {
  constexpr std::string_view words[] = {"Met", "Partly", "Contradicted", "Not found", "Cannot tell"};
  return question.step(mark.id) != nullptr ? practice::words_of(mark.state) : words[static_cast<int>(mark.state)];
}

std::string skill_words(std::string_view id, const std::vector<practice::Skill>& skills) {
  const practice::Skill* skill = practice::find_skill(skills, id);
  return skill != nullptr ? skill->title : std::string(id);
}

Table marks_table(const MarkedQuestion& one) {
  Table table{.caption = "What counted in: " + one.question->title, .columns = {{"What counts"}, {"Given"}, {"State"}, {"Points", true}, {"Why"}}};
  for (const Mark& mark : one.grade.grade.marks) {
    if (mark.max_points <= 0) continue;
    table.rows.push_back({asked(one, mark), given_for(one, mark), std::string(state_words(*one.question, mark)), number_of(mark.points) + " of " + number_of(mark.max_points), reason(one, mark)});
  }
  return table;
}

std::vector<std::pair<std::string, std::string>> written_words(const MarkedQuestion& one) {
  std::vector<std::pair<std::string, std::string>> words;
  for (const practice::WordField& field : one.question->fields)
    if (std::string text = text_in(one.given.words, field.id); !text.empty()) words.emplace_back(field.label, std::move(text));
  if (std::string text = text_in(one.given.words, "text"); !text.empty()) words.emplace_back("The whole answer in one piece", std::move(text));
  return words;
}

Table skills_table(const practice::ExamScore& score, const std::vector<practice::Skill>& skills) {
  Table table{.caption = "Points by skill, what went least well first", .columns = {{"Skill"}, {"Points", true}}};
  for (const practice::SkillScore& skill : score.skills)
    table.rows.push_back({skill_words(skill.skill, skills), number_of(skill.points) + " of " + number_of(skill.max_points)});
  return table;
}

std::string points_sentence(practice::Millipoints points, practice::Millipoints of) {
  return number_of(points) + " of " + number_of(of) + (of == 1000 ? " point" : " points");
}

std::string facts_sentence(const practice::ExamScore& score, std::size_t questions, const ExamFacts& facts) {
  std::string words = std::to_string(score.answered) + " of " + std::to_string(questions) + (questions == 1 ? " question" : " questions") + " answered";
  if (facts.taken_minutes >= 0) words += ", in " + (facts.taken_minutes == 0 ? std::string("less than a minute") : minutes_words(facts.taken_minutes));
  words += (questions == 1 ? "; it is meant for about " : "; they are meant for about ") + minutes_words(facts.planned_minutes) + ".";
  return facts.day.empty() ? words : words + " Handed in on " + facts.day + ".";
}

std::vector<std::string> chapters_to_read(std::span<const MarkedQuestion> questions) {
  std::vector<std::string> chapters;
  for (const MarkedQuestion& one : questions)
    for (const Mark& mark : one.grade.grade.marks)
      if (mark.points < mark.max_points && !mark.guide.empty() && std::find(chapters.begin(), chapters.end(), mark.guide) == chapters.end()) chapters.push_back(mark.guide);
  return chapters;
}

std::string exam_markdown(std::span<const MarkedQuestion> questions, const std::vector<practice::Skill>& skills, const ExamFacts& facts) {
  const practice::ExamScore score = practice::score_exam(questions);
  std::string out = "# Exam report\n\n**" + points_sentence(score.points, score.max_points) + "**\n\n" + facts_sentence(score, questions.size(), facts) + "\n\n";
  if (!facts.link.empty()) out += "The same exam, behind the address of the site: `" + facts.link + "`\n\n";
  out += "## By skill\n\n" + table_markdown(skills_table(score, skills)) + "\n";
  for (std::size_t i = 0; i < questions.size(); ++i) out += question_markdown(questions[i], i + 1);
  const std::vector<std::string> chapters = chapters_to_read(questions);
  const std::vector<practice::SkillScore> missing = score.to_practise();
  if (missing.empty()) return out;
  out += "## What to look at next\n\n";
  for (const practice::SkillScore& skill : missing) out += "- " + skill_words(skill.skill, skills) + "\n";
  for (const std::string& chapter : chapters) out += "- Guide: " + chapter + "\n";
  return out;
}

}  // namespace storewright::report

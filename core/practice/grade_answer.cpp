#include "core/practice/grade_answer.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/practice/grade_decisions.h"
#include "core/practice/grade_words.h"

namespace storewright::practice {
namespace {

bool empty(const NamedTexts& texts) {
  return std::all_of(texts.begin(), texts.end(), [](const auto& one) { return trimmed(one.second).empty(); });
}

Problems unasked_parts(const Question& question, const Answer& answer) {
  struct Part {
    const NamedTexts& given;
    std::string_view mode, where, what;
  };
  const Part parts[] = {{answer.words, "text", "/text", "words"}, {answer.structured, "structured", "/structured", "decisions"}, {answer.numeric, "numeric", "/numeric", "numbers"}};
  Problems problems;
  for (const Part& part : parts) {
    if (part.given.empty() || question.has_mode(part.mode)) continue;
    std::vector<std::string> takes;
    for (const Part& other : parts)
      if (question.has_mode(other.mode)) takes.emplace_back(other.what);
    problems.push_back({2305, std::string(part.where), "This question takes " + sentence_list(takes) + ", not " + std::string(part.what) + "."});
  }
  return problems;
}

Problems unknown_fields(const Question& question, const Answer& answer) {
  Problems problems;
  std::vector<std::string_view> known = {"text"};
  for (const WordField& field : question.fields) known.push_back(field.id);
  for (const auto& [field, text] : answer.words) {
    if (std::find(known.begin(), known.end(), field) != known.end()) continue;
    const std::string near = nearest_word(field, known);
    problems.push_back({2306, pointer_to("/fields", std::string_view(field)),
                        "The question has no field \"" + shortened(field, 40) + "\"" + (near.empty() ? "." : "; did you mean \"" + near + "\"?")});
  }
  return problems;
}

/// The question's own words, which earn nothing when they come back.
std::vector<std::string> prompt_of(const Question& question, const Variant& variant) {
  std::vector<std::string> prompt = with_numbers(question.scenario, variant.variables);
  prompt.push_back(question.title);
  prompt.push_back(question.purpose);
  for (const WordField& field : question.fields) prompt.push_back(field.label);
  for (const Decision& decision : question.decisions) prompt.push_back(decision.prompt);
  return prompt;
}

std::vector<std::string> model_of(const Question& question) {
  std::vector<std::string> model = question.solution;
  for (const auto& [field, text] : question.model.words) model.push_back(text);
  return model;
}

void add(Grade& grade, std::vector<Mark> marks) {
  for (Mark& mark : marks) {
    grade.points += mark.points;
    grade.max_points += mark.max_points;
    grade.marks.push_back(std::move(mark));
  }
}

}  // namespace

Result<AnswerGrade> grade_answer(const Practice& practice, int index, const Variant& variant, const knowledge::Knowledge& knowledge, const Answer& answer) {
  const auto place = static_cast<std::size_t>(index);
  const Question& question = practice.questions[place];
  Problems problems = unasked_parts(question, answer);
  if (problems.empty()) problems = unknown_fields(question, answer);
  if (!problems.empty()) return problems;

  AnswerGrade result;
  const bool words = !empty(answer.words), taps = !empty(answer.structured) || !empty(answer.numeric);
  result.words = !question.criteria.empty() && (words || !taps);
  result.taps = (!question.decisions.empty() || !question.steps.empty()) && (taps || !words);
  if (!question.steps.empty()) {
    Result<Grade> numbers = grade(question, variant, answer.numeric);
    if (!numbers) return numbers.problems();
    if (result.taps) add(result.grade, std::move(numbers.take().marks));
  }
  if (!question.decisions.empty()) {
    Result<std::vector<Mark>> decisions = grade_decisions({question.decisions, question.checks, variant.variables, knowledge}, answer.structured);
    if (!decisions) return decisions.problems();
    if (result.taps) add(result.grade, decisions.take());
  }
  if (result.words) {
    const std::vector<std::string> prompt = prompt_of(question, variant), model = model_of(question);
    WordsGrade graded = grade_words({practice.vocabulary, index, question.fields, question.criteria, practice.patterns[place], prompt, model}, answer.words);
    add(result.grade, std::move(graded.marks));
    result.style = graded.style;
    result.read_as = std::move(graded.read_as);
    result.copied_model = graded.copied_model && words;
  }
  if (!words) result.style = Style::sentences;
  Grade& sum = result.grade;
  sum.score = sum.max_points > 0 ? points_of(sum.points) / points_of(sum.max_points) : 0;
  return result;
}

}  // namespace storewright::practice

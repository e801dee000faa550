#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/practice/grade_answer.h"

namespace storewright::practice {
namespace {

// A question pasted as its own answer may get this share of the points: a twentieth.
constexpr int share_of_prompt = 20;

class AnswerCheck {
 public:
  AnswerCheck(const Practice& practice, int index, const knowledge::Knowledge& knowledge, Problems& problems)
      : practice_(practice), index_(index), knowledge_(knowledge), problems_(problems), question_(practice.questions[static_cast<std::size_t>(index)]),
        variant_(variant_of(question_, 0)) {}

  void run() {
    if (question_.criteria.empty() && question_.decisions.empty()) return;
    full(question_.model, "the model answer");
    for (const GivenAnswer& one : question_.alternatives) full(one, "the alternative \"" + one.id + "\"");
    for (const GivenAnswer& one : question_.examples) example(one);
    if (question_.criteria.empty()) return;
    prompt();
    forms_of_prompt();
  }

 private:
  void report(const std::string& what) { problems_.push_back({2311, "questions/" + question_.id + ".json", what}); }

  Result<AnswerGrade> graded(const NamedTexts& words, const NamedTexts& structured) {
    return grade_answer(practice_, index_, variant_, knowledge_, {.words = words, .structured = structured});
  }

  bool has_grade(const Result<AnswerGrade>& result, const std::string& name) {
    if (!result) report(name + ": " + result.problems().front().message);
    return static_cast<bool>(result);
  }

  /// Words and taps each alone must earn everything.
  void full(const GivenAnswer& answer, const std::string& name) {
    for (const bool words : {true, false}) {
      if (words ? answer.words.empty() : answer.structured.empty()) continue;
      const auto result = words ? graded(answer.words, {}) : graded({}, answer.structured);
      if (!has_grade(result, name)) continue;
      for (const Mark& mark : result->grade.marks) {
        const bool step = question_.step(mark.id) != nullptr;
        if (!step && mark.points < mark.max_points) report(name + " misses \"" + mark.id + "\": " + std::string(name_of(mark.state)) + ", " + mark.why);
      }
    }
  }

  void example(const GivenAnswer& answer) {
    const std::string name = "the example \"" + answer.id + "\"";
    const auto result = graded(answer.words, answer.structured);
    if (!has_grade(result, name)) return;
    const Grade& grade = result->grade;
    if (answer.points >= 0 && grade.points != answer.points)
      report(name + " gets " + display_number(points_of(grade.points), 3) + " points instead of " + display_number(points_of(answer.points), 3) + ", for " + earners(grade) + ".");
    const bool shown = answer.misconception.empty() ||
                       std::any_of(grade.marks.begin(), grade.marks.end(), [&](const Mark& mark) { return mark.misconception == answer.misconception; });
    if (!shown) report(name + " is not told of the misconception \"" + answer.misconception + "\".");
    for (const auto& [id, state] : answer.states) {
      const Mark* found = nullptr;
      for (const Mark& mark : grade.marks)
        if (mark.id == id) found = &mark;
      if (!found || name_of(found->state) != state)
        report(name + ", \"" + id + "\": " + (found ? std::string(name_of(found->state)) : "no such criterion") + " instead of " + state + ".");
    }
  }

  static std::string earners(const Grade& grade) {
    std::vector<std::string> ids;
    for (const Mark& mark : grade.marks)
      if (mark.points > 0) ids.push_back(mark.id);
    return ids.empty() ? "nothing" : sentence_list(ids);
  }

  void prompt() {
    std::string whole;
    for (const std::string& paragraph : with_numbers(question_.scenario, variant_.variables)) {
      whole += paragraph + "\n\n";
      one_passage(paragraph);
    }
    one_passage(whole);
  }

  /// A word that the question gives away earns nothing in any field, whatever concept it is a form of.
  void forms_of_prompt() {
    std::string asked = " ";
    for (const std::string& paragraph : with_numbers(question_.scenario, variant_.variables))
      for (const std::string& word : words_in(paragraph)) asked += word + ' ';
    for (const Concept& one : practice_.vocabulary.concepts()) {
      if (one.owner != Concept::everybody && one.owner != index_) continue;
      for (const std::string& form : one.forms) {
        std::string words = " ";
        for (const std::string& word : words_in(form)) words += word + ' ';
        if (asked.find(words) != asked.npos) one_form(form);
      }
    }
  }

  void one_form(const std::string& form) {
    for (const WordField& field : question_.fields) {
      const auto result = graded({{field.id, form}}, {});
      if (!has_grade(result, "the form \"" + form + "\"")) return;
      for (const Mark& mark : result->grade.marks)
        if (mark.points > 0) report("\"" + form + "\", a form that stands in the question, alone earns points for \"" + mark.id + "\" in the field \"" + field.id + "\".");
    }
  }

  void one_passage(const std::string& passage) {
    const auto result = graded({{"text", passage}}, {});
    if (!has_grade(result, "the question as its own answer") || result->grade.points * share_of_prompt <= result->grade.max_points) return;
    for (const Mark& mark : result->grade.marks)
      if (mark.points > 0) report("words of the question itself earn points for \"" + mark.id + "\": " + mark.understood);
  }

  const Practice& practice_;
  int index_;
  const knowledge::Knowledge& knowledge_;
  Problems& problems_;
  const Question& question_;
  Variant variant_;
};

}  // namespace

Problems check_answers(const Practice& practice, const knowledge::Knowledge& knowledge) {
  Problems problems;
  for (std::size_t i = 0; i < practice.questions.size(); ++i) AnswerCheck(practice, static_cast<int>(i), knowledge, problems).run();
  return problems;
}

}  // namespace storewright::practice

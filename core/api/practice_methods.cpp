#include <string>
#include <utility>
#include <vector>

#include "core/api/groups.h"
#include "core/api/method.h"
#include "core/base/text.h"
#include "core/practice/grade.h"

namespace storewright::api {
namespace {

using practice::Question;
using practice::Step;
using practice::Values;

struct NoInput {};
struct QuestionInput {
  std::string question;
  int seed = 0;
};
struct VariantInput {
  std::string question;
  int seed = 1;
};
struct GradeInput {
  std::string question;
  int seed = 0;
  std::string text;
  NamedTexts structured;
  NamedTexts numeric;
};

constexpr std::string_view id_help = "An id that practice.list gives, such as cassandra-tco.";
constexpr std::string_view seed_help = "0 gives the numbers everybody knows; any other seed draws its own, always the same.";

template <auto member>
constexpr Field question_field() {
  return field<member>({.name = "question", .label = "Question", .help = id_help, .max_items = 1});
}
template <auto member>
constexpr Field seed_field() {
  return field<member>({.name = "seed", .label = "Seed of the numbers", .help = seed_help, .min = 0, .max = practice::largest_seed});
}

FieldTable no_fields() { return {}; }

constexpr Field question_rows[] = {question_field<&QuestionInput::question>(), seed_field<&QuestionInput::seed>()};
FieldTable question_fields() { return question_rows; }

constexpr Field variant_rows[] = {question_field<&VariantInput::question>(), seed_field<&VariantInput::seed>()};
FieldTable variant_fields() { return variant_rows; }

constexpr Field grade_rows[] = {
    question_field<&GradeInput::question>(),
    seed_field<&GradeInput::seed>(),
    field<&GradeInput::text>({.name = "text", .label = "Answer in words", .help = "For questions whose modes have text.", .max_items = 1000}),
    field<&GradeInput::structured>({.name = "structured", .label = "Decisions", .help = "For questions whose modes have structured."}),
    field<&GradeInput::numeric>({.name = "numeric", .label = "Numbers", .help = "For each step its number as typed: \"$3,000\", \"50 %\", \"600 + 2400\"."}),
};
FieldTable grade_fields() { return grade_rows; }

Result<const Question*> wanted(const std::string& id) {
  const std::vector<Question>& all = practice::built_in_questions();
  if (const Question* found = practice::find_question(all, id)) return found;
  std::vector<std::string_view> ids;
  for (const Question& question : all) ids.push_back(question.id);
  const std::string near = nearest_word(id, ids);
  return Problem{2307, "/question",
                 "There is no question \"" + shortened(id, 40) + "\"" + (near.empty() ? "." : "; did you mean \"" + near + "\"?")};
}

/// A question with the numbers of a seed.
struct Asked {
  const Question* question;
  practice::Variant variant;
};

Result<Asked> ask(const std::string& id, int seed) {
  const Result<const Question*> question = wanted(id);
  if (!question) return question.problems();
  return Asked{*question, practice::variant_of(**question, seed)};
}

Result<Asked> question_of(const QuestionInput& input) { return ask(input.question, input.seed); }
Result<Asked> variant_for(const VariantInput& input) { return ask(input.question, input.seed); }

void write_texts(JsonWriter& out, std::string_view name, const std::vector<std::string>& texts) {
  out.key(name).begin_array();
  for (const std::string& text : texts) out.text(text);
  out.end_array();
}

void write_head(JsonWriter& out, const Question& question) {
  out.member("id", question.id).member("title", question.title).member("level", question.level).member("minutes", question.minutes);
  write_texts(out, "modes", question.modes);
  write_texts(out, "skills", question.skills);
}

Result<int> nothing_asked(const NoInput&) { return 0; }

void write_list(JsonWriter& out, const NoInput&, int) {
  out.begin_object().key("questions").begin_array();
  for (const Question& question : practice::built_in_questions()) {
    out.begin_object();
    write_head(out, question);
    out.end_object();
  }
  out.end_array().end_object();
}

// Never the formula, the slips or what is said when it is right.
void write_asked_step(JsonWriter& out, const Step& step, const Values& values) {
  out.begin_object()
      .member("id", step.id)
      .member("prompt", practice::with_numbers(step.prompt, values))
      .member("unit", step.units.name)
      .member("optional", step.assumption())
      .member("points", step.points)
      .member("tolerance", step.tolerance);
  out.key("accepted_units").begin_array();
  for (const auto* list : {&step.units.units, &step.units.periods})
    for (const practice::UnitWords& unit : *list)
      for (const std::string& word : unit.words) out.text(word);
  out.end_array();
  write_texts(out, "hints", practice::with_numbers(step.hints, values));
  out.end_object();
}

void write_asked(JsonWriter& out, const Asked& asked) {
  const Question& question = *asked.question;
  const Values& values = asked.variant.variables;
  out.begin_object();
  write_head(out, question);
  out.member("version", question.version).member("seed", asked.variant.seed).member("note", asked.variant.note);
  write_texts(out, "scenario", practice::with_numbers(question.scenario, values));
  out.key("variables").begin_array();
  for (const practice::Variable& variable : question.variables)
    out.begin_object()
        .member("name", variable.name)
        .member("label", variable.label)
        .member("unit", variable.unit)
        .member("value", values.find(variable.name)->second)
        .end_object();
  out.end_array().key("steps").begin_array();
  for (const Step& step : question.steps) write_asked_step(out, step, values);
  out.end_array().end_object();
}

void write_question(JsonWriter& out, const QuestionInput&, const Asked& asked) { write_asked(out, asked); }
void write_variant(JsonWriter& out, const VariantInput&, const Asked& asked) { write_asked(out, asked); }

struct Solved {
  Asked asked;
  Values numbers;
};

Result<Solved> solution_of(const QuestionInput& input) {
  const Result<Asked> asked = ask(input.question, input.seed);
  if (!asked) return asked.problems();
  const Result<Values> numbers = practice::right_numbers(*asked->question, asked->variant);
  if (!numbers) return numbers.problems();
  return Solved{*asked, *numbers};
}

void write_rubric_step(JsonWriter& out, const Step& step, const Values& numbers) {
  out.begin_object()
      .member("id", step.id)
      .member("formula", step.formula)
      .member("with_numbers", practice::formula_with_numbers(step.formula, numbers))
      .member("value", numbers.find(step.id)->second)
      .member("unit", step.units.name)
      .member("points", step.points)
      .member("tolerance", step.tolerance);
  out.key("slips").begin_array();
  for (const practice::Slip& slip : step.slips)
    out.begin_object().member("formula", slip.formula).member("why", practice::with_numbers(slip.why, numbers)).end_object();
  out.end_array().key("also_right").begin_array();
  for (const practice::AlsoRight& also : step.also)
    out.begin_object().member("formula", also.formula).member("when", also.when).end_object();
  out.end_array().end_object();
}

void write_solution(JsonWriter& out, const QuestionInput&, const Solved& solved) {
  const Question& question = *solved.asked.question;
  out.begin_object().member("id", question.id).member("seed", solved.asked.variant.seed);
  out.key("rubric").begin_array();
  for (const Step& step : question.steps) write_rubric_step(out, step, solved.numbers);
  out.end_array();
  write_texts(out, "model_answer", practice::with_numbers(question.solution, solved.numbers));
  out.member("source", question.source).member("kind", question.kind).member("read", question.read).end_object();
}

Result<practice::Grade> grade_of(const GradeInput& input) {
  const Result<Asked> asked = ask(input.question, input.seed);
  Problems problems;
  if (!asked) problems = asked.problems();
  if (!input.text.empty()) problems.push_back({2305, "/text", "This question takes numbers, not words; give \"numeric\"."});
  if (!input.structured.empty()) problems.push_back({2305, "/structured", "This question takes numbers, not decisions; give \"numeric\"."});
  if (!problems.empty()) return problems;
  return practice::grade(*asked->question, asked->variant, input.numeric);
}

void write_mark(JsonWriter& out, const practice::Mark& mark) {
  out.begin_object()
      .member("id", mark.id)
      .member("state", practice::name_of(mark.state))
      .member("points", mark.points)
      .member("max_points", mark.max_points)
      .member("why", mark.why)
      .member("complete", mark.complete);
  out.key("evidence").begin_array();
  for (const practice::Span& span : mark.evidence)
    out.begin_object()
        .member("start", static_cast<std::int64_t>(span.start))
        .member("end", static_cast<std::int64_t>(span.end))
        .end_object();
  out.end_array().end_object();
}

void write_grade(JsonWriter& out, const GradeInput&, const practice::Grade& grade) {
  out.begin_object().member("score", grade.score).member("points", grade.points).member("max_points", grade.max_points);
  out.key("criteria").begin_array();
  for (const practice::Mark& mark : grade.marks) write_mark(out, mark);
  out.end_array().end_object();
}

}  // namespace

std::vector<Method> practice_methods() {
  return {
      method<"practice.list", no_fields, nothing_asked, write_list>("The practice questions with level, minutes and skills."),
      method<"practice.question", question_fields, question_of, write_question>("A question with its steps and hints, without rubric or answer."),
      method<"practice.variant", variant_fields, variant_for, write_variant>("The same question with the numbers of another seed."),
      method<"practice.solution", question_fields, solution_of, write_solution>("The rubric and the model answer of a question with its numbers."),
      method<"practice.grade", grade_fields, grade_of, write_grade>("Marks an answer step by step and says why, and what would complete it."),
  };
}

}  // namespace storewright::api

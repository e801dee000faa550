#include <string>
#include <utility>
#include <vector>

#include "core/api/groups.h"
#include "core/api/method.h"
#include "core/base/text.h"
#include "core/knowledge/knowledge.h"
#include "core/practice/exam.h"
#include "core/practice/grade_answer.h"
#include "core/report/architecture_scene.h"
#include "core/report/question_figure.h"

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
  NamedTexts fields;
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
    field<&GradeInput::text>({.name = "text", .label = "Answer in words", .help = "A whole answer, for questions whose modes have text.", .max_items = 1000}),
    field<&GradeInput::fields>({.name = "fields", .label = "Answers in words", .help = "By field of the question what you write there; counts with the whole answer."}),
    field<&GradeInput::structured>({.name = "structured", .label = "Decisions", .help = "By decision, or board.row.column, the id of an option; several divided by commas, phases in their order.", .max_items = 200}),
    field<&GradeInput::numeric>({.name = "numeric", .label = "Numbers", .help = "For each step its number as typed: \"$3,000\", \"50 %\", \"600 + 2400\"."}),
};
FieldTable grade_fields() { return grade_rows; }

Result<const Question*> wanted(const std::string& id) {
  const std::vector<Question>& all = practice::built_in_practice().questions;
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
  for (const Question& question : practice::built_in_practice().questions) {
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

// Never the credit of an option or why.
void write_options(JsonWriter& out, const std::vector<practice::Option>& options) {
  out.key("options").begin_array();
  for (const practice::Option& option : options) out.begin_object().member("id", option.id).member("label", option.label).end_object();
  out.end_array();
}

void write_asked_board(JsonWriter& out, const practice::Decision& board) {
  out.key("rows").begin_array();
  for (const practice::Row& row : board.rows) out.begin_object().member("id", row.id).member("label", row.label).end_object();
  out.end_array().key("columns").begin_array();
  for (const practice::Column& column : board.columns) {
    out.begin_object().member("id", column.id).member("label", column.label).member("several", column.several);
    out.key("rows").begin_array();
    for (const practice::Row& row : board.rows)
      if (column.has_row(row.id)) out.text(row.id);
    out.end_array();
    write_options(out, column.options);
    out.end_object();
  }
  out.end_array();
}

void write_asked_decisions(JsonWriter& out, const Question& question) {
  out.key("decisions").begin_array();
  for (const practice::Decision& decision : question.decisions) {
    out.begin_object()
        .member("id", decision.id)
        .member("type", practice::name_of(decision.type))
        .member("prompt", decision.prompt)
        .member("points", practice::points_of(decision.points));
    if (decision.type == practice::DecisionType::board) write_asked_board(out, decision);
    else write_options(out, decision.options);
    write_texts(out, "hints", decision.hints);
    out.end_object();
  }
  out.end_array().key("fields").begin_array();
  for (const practice::WordField& field : question.fields) out.begin_object().member("id", field.id).member("label", field.label).end_object();
  out.end_array();
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
  out.end_array();
  write_asked_decisions(out, question);
  write_texts(out, "hints", practice::with_numbers(question.hints, values));
  out.end_object();
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

void write_rubric_head(JsonWriter& out, std::string_view id, std::string_view kind, practice::Millipoints points, std::string_view asks) {
  out.begin_object().member("id", id).member("kind", kind).member("points", practice::points_of(points)).member("asks", asks);
}

void write_credit(JsonWriter& out, const practice::Decision& decision) {
  out.key("options").begin_array();
  for (const practice::Option& option : decision.options)
    out.begin_object().member("id", option.id).member("label", option.label).member("credit", practice::points_of(option.credit)).member("why", option.why).end_object();
  out.end_array().key("before").begin_array();
  for (const practice::Precedence& pair : decision.before)
    out.begin_object().member("first", pair.first).member("then", pair.then).member("why", pair.why).end_object();
  out.end_array();
}

void write_rubric_of_words(JsonWriter& out, const Question& question) {
  for (const practice::Decision& decision : question.decisions) {
    if (decision.type == practice::DecisionType::board) continue;
    write_rubric_head(out, decision.id, practice::name_of(decision.type), decision.points, decision.prompt);
    write_credit(out, decision);
    out.end_object();
  }
  for (const practice::Check& check : question.checks) {
    write_rubric_head(out, check.id, practice::name_of(check.kind), check.points, check.asks);
    out.member("why", check.why).end_object();
  }
  for (const practice::Criterion& criterion : question.criteria) {
    write_rubric_head(out, criterion.id, "words", criterion.points, criterion.asks);
    out.member("why", criterion.why).member("guide", criterion.guide).end_object();
  }
}

void write_given(JsonWriter& out, const practice::GivenAnswer& answer) {
  out.begin_object().member("id", answer.id).member("why", answer.why).key("words").begin_object();
  for (const auto& [field, text] : answer.words) out.member(field, text);
  out.end_object().key("structured").begin_object();
  for (const auto& [cell, option] : answer.structured) out.member(cell, option);
  out.end_object().end_object();
}

/// A figure as its table: each moment with what every place holds, or each box with what feeds it.
void write_figure(JsonWriter& out, const practice::Figure& figure) {
  const report::Scene scene = report::question_figure(figure, 0, report::architecture_columns_from);
  out.begin_object().member("id", figure.id).member("title", figure.title).member("takeaway", figure.takeaway).key("columns").begin_array();
  for (const report::Column& column : scene.table.columns) out.text(column.name);
  out.end_array().key("rows").begin_array();
  for (const std::vector<std::string>& row : scene.table.rows) {
    out.begin_array();
    for (const std::string& cell : row) out.text(cell);
    out.end_array();
  }
  out.end_array().end_object();
}

void write_solution(JsonWriter& out, const QuestionInput&, const Solved& solved) {
  const Question& question = *solved.asked.question;
  out.begin_object().member("id", question.id).member("seed", solved.asked.variant.seed);
  out.key("rubric").begin_array();
  for (const Step& step : question.steps) write_rubric_step(out, step, solved.numbers);
  write_rubric_of_words(out, question);
  out.end_array();
  write_texts(out, "model_answer", practice::with_numbers(question.solution, solved.numbers));
  out.key("model");
  write_given(out, question.model);
  out.key("alternatives").begin_array();
  for (const practice::GivenAnswer& answer : question.alternatives) write_given(out, answer);
  out.end_array().key("misconceptions").begin_array();
  for (const practice::Misconception& one : question.misconceptions)
    out.begin_object().member("id", one.id).member("title", one.title).member("why", one.why).end_object();
  out.end_array();
  write_texts(out, "corrections", practice::with_numbers(question.corrections, solved.numbers));
  out.key("figures").begin_array();
  for (const practice::Figure& figure : question.figures) write_figure(out, practice::with_numbers(figure, solved.numbers));
  out.end_array();
  out.member("source", question.source).member("kind", question.kind).member("read", question.read).end_object();
}

Result<practice::AnswerGrade> grade_of(const GradeInput& input) {
  const Result<Asked> asked = ask(input.question, input.seed);
  if (!asked) return asked.problems();
  const practice::Practice& practice = practice::built_in_practice();
  practice::Answer answer{.words = input.fields, .structured = input.structured, .numeric = input.numeric};
  if (!input.text.empty()) answer.words.emplace_back("text", input.text);
  return practice::grade_answer(practice, practice.index_of(asked->question->id), asked->variant, knowledge::built_in(), answer);
}

void write_mark(JsonWriter& out, const practice::Mark& mark) {
  out.begin_object()
      .member("id", mark.id)
      .member("state", practice::name_of(mark.state))
      .member("points", practice::points_of(mark.points))
      .member("max_points", practice::points_of(mark.max_points))
      .member("skill", mark.skill)
      .member("asks", mark.asks)
      .member("why", mark.why)
      .member("question", mark.question)
      .member("complete", mark.complete)
      .member("understood", mark.understood)
      .member("misconception", mark.misconception)
      .member("guide", mark.guide);
  out.key("evidence").begin_array();
  for (const practice::Span& span : mark.evidence)
    out.begin_object()
        .member("field", span.field)
        .member("start", static_cast<std::int64_t>(span.start))
        .member("end", static_cast<std::int64_t>(span.end))
        .end_object();
  out.end_array().end_object();
}

void write_grade(JsonWriter& out, const GradeInput&, const practice::AnswerGrade& answer) {
  const practice::Grade& grade = answer.grade;
  out.begin_object()
      .member("score", grade.score)
      .member("points", practice::points_of(grade.points))
      .member("max_points", practice::points_of(grade.max_points));
  out.key("criteria").begin_array();
  for (const practice::Mark& mark : grade.marks) write_mark(out, mark);
  out.end_array().member("style", name_of(answer.style)).member("copied_model", answer.copied_model);
  write_texts(out, "read_as", answer.read_as);
  out.end_object();
}

Result<practice::Exam> exam_of(const practice::ExamInput& input) { return practice::make_exam(practice::built_in_practice().questions, input); }

void write_exam(JsonWriter& out, const practice::ExamInput&, const practice::Exam& exam) {
  out.begin_object().member("minutes", exam.minutes).key("questions").begin_array();
  for (const practice::ExamQuestion& one : exam.questions) {
    const Question& question = *practice::find_question(practice::built_in_practice().questions, one.question);
    out.begin_object()
        .member("question", one.question)
        .member("seed", one.seed)
        .member("title", question.title)
        .member("topic", question.topic())
        .member("level", question.level)
        .member("minutes", question.minutes)
        .end_object();
  }
  out.end_array().end_object();
}

}  // namespace

std::vector<Method> practice_methods() {
  return {
      method<"practice.list", no_fields, nothing_asked, write_list>("The practice questions with level, minutes and skills."),
      method<"practice.question", question_fields, question_of, write_question>("A question with its steps and hints, without rubric or answer."),
      method<"practice.variant", variant_fields, variant_for, write_variant>("The same question with the numbers of another seed."),
      method<"practice.solution", question_fields, solution_of, write_solution>("The rubric and the model answer of a question with its numbers."),
      method<"practice.grade", grade_fields, grade_of, write_grade>("Marks an answer in numbers, taps or words, criterion by criterion, and says why and what would complete it."),
      method<"practice.exam", practice::exam_fields, exam_of, write_exam>("The questions of an exam with their seeds, by topic, level and minutes: the same for everybody who names the same seed."),
  };
}

}  // namespace storewright::api

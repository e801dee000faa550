#include "web/app/practice_exam.h"

#include <algorithm>
#include <iterator>

#include "core/base/text.h"
#include "web/app/practice_progress.h"

namespace storewright::app {
namespace {

using practice::ExamInput;
using practice::ExamQuestion;
using practice::MarkedQuestion;

constexpr std::string_view run_start = "practice/exam/run/", answer_start = "practice/exam/answer/";
constexpr std::size_t most_questions = 30;
constexpr double minute_ms = 60000;
const ExamInput default_exam;

const practice::Question* question_of(const State& state, std::string_view id) {
  for (const practice::Question& question : state.practice.questions)
    if (question.id == id) return &question;
  return nullptr;
}

double number_member(const Json& json, std::string_view key) {
  const Json* value = json.find(key);
  return value != nullptr && value->number() != nullptr && *value->number() > 0 ? *value->number() : 0;
}

bool flag_member(const Json& json, std::string_view key) {
  const Json* value = json.find(key);
  return value != nullptr && value->boolean() != nullptr && *value->boolean();
}

std::vector<ExamQuestion> read_run_questions(const Json* list) {
  std::vector<ExamQuestion> questions;
  if (list == nullptr || list->array() == nullptr) return questions;
  for (const Json& item : *list->array()) {
    const Json* id = item.find("question");
    const double seed = number_member(item, "seed");
    if (id == nullptr || id->text() == nullptr || seed > practice::largest_seed || questions.size() == most_questions) continue;
    questions.push_back({*id->text(), static_cast<int>(seed)});
  }
  return questions;
}

}  // namespace

ExamState& exam_of(State& state) {
  if (!state.practice.exam) state.practice.exam = std::make_shared<ExamState>();
  return *state.practice.exam;
}

ExamRun& run_of(ExamState& exam) { return exam.runs[exam_key(exam.input)]; }

std::string exam_key(const ExamInput& input) {
  std::string levels;
  for (std::size_t i = 0; i < std::size(practice::level_options); ++i)
    if (input.levels.has(static_cast<practice::Level>(i))) levels += (levels.empty() ? "" : ",") + std::string(practice::level_options[i].name);
  return std::to_string(input.n) + "/" + std::to_string(input.minutes) + "/" + joined(input.topics, ",") + "/" + levels + "/" + std::to_string(input.seed);
}

std::string run_storage_key(std::string_view exam) { return std::string(run_start) + std::string(exam); }

std::string answer_storage_key(std::string_view exam, const ExamQuestion& question) {
  return std::string(answer_start) + std::string(exam) + "/" + question.question + "/" + std::to_string(question.seed);
}

std::string run_json(const ExamRun& run) {
  if (!run.begun()) return "";
  JsonWriter out;
  out.begin_object().key("questions").begin_array();
  for (const ExamQuestion& one : run.questions) out.begin_object().member("question", one.question).member("seed", one.seed).end_object();
  out.end_array()
      .member("started_ms", run.started_ms)
      .member("handed_in_ms", run.handed_in_ms)
      .member("handed_in_on", run.handed_in_on)
      .member("handed_in", run.handed_in)
      .member("time_hidden", run.time_hidden)
      .end_object();
  return out.take();
}

ExamRun read_run(std::string_view text) {
  const Result<Json> json = read_json(text);
  if (!json) return {};
  ExamRun run{.questions = read_run_questions(json->find("questions")),
              .started_ms = number_member(*json, "started_ms"),
              .handed_in_ms = number_member(*json, "handed_in_ms"),
              .handed_in = flag_member(*json, "handed_in"),
              .time_hidden = flag_member(*json, "time_hidden")};
  if (const Json* day = json->find("handed_in_on"); day != nullptr && day->text() != nullptr && day->text()->size() <= 10) run.handed_in_on = *day->text();
  return run;
}

void keep_run(State& state) {
  ExamState& exam = exam_of(state);
  state.wish({.kind = "store", .value = run_json(run_of(exam)), .key = run_storage_key(exam_key(exam.input))});
  ui::frame().again = true;
}

LinkFields exam_link(const State& state) {
  const ExamInput& input = state.practice.exam ? state.practice.exam->input : default_exam;
  return report::link_fields(practice::exam_fields(), &input, &default_exam, state.practice.unknown);
}

LinkFields link_of_run(std::string_view key) {
  ExamInput input;
  const FieldTable table = practice::exam_fields();
  const std::vector<std::string> values = split(key, '/');
  for (std::size_t i = 0; i < values.size() && i < table.size(); ++i)
    if (!values[i].empty()) read_field_text(values[i], table[i], &input);   // a key that cannot be read leads to the default
  return report::link_fields(table, &input, &default_exam);
}

void exam_from_link(State& state, const report::Link& link) {
  ExamInput input;
  report::LinkReading reading = report::read_link_fields(link, practice::exam_fields(), &input);
  state.link_problems = std::move(reading.problems);
  state.practice.unknown = std::move(reading.unknown);
  exam_of(state).input = std::move(input);
}

bool exam_take_stored(State& state, const std::string& key, const std::string& value) {
  if (!key.starts_with(exam_key_start)) return false;
  if (key.starts_with(run_start)) exam_of(state).runs[key.substr(run_start.size())] = read_run(value);
  else state.practice.attempts[key] = read_attempt(value);
  return true;
}

std::vector<ExamQuestion> known_questions(const State& state, const ExamRun& run) {
  std::vector<ExamQuestion> known;
  for (const ExamQuestion& one : run.questions)
    if (question_of(state, one.question) != nullptr) known.push_back(one);
  return known;
}

Sheet exam_sheet(State& state, const ExamQuestion& one) {
  const practice::Question& question = *question_of(state, one.question);
  practice::Variant variant = practice::variant_of(question, one.seed);
  std::string key = answer_storage_key(exam_key(exam_of(state).input), one);
  Attempt& attempt = state.practice.attempts[key];
  practice::Grade numbers = grade_numbers(question, variant, attempt);
  return {question, std::move(variant), attempt, std::move(numbers), nullptr, std::move(key), true};
}

const std::vector<MarkedQuestion>& marked_exam(State& state) {
  ExamState& exam = exam_of(state);
  const std::vector<ExamQuestion> questions = known_questions(state, run_of(exam));
  std::string given;
  for (const ExamQuestion& one : questions) given += one.question + "/" + std::to_string(one.seed) + attempt_json(exam_sheet(state, one).attempt);
  return exam.marked.get(given, [&](const std::string&) {
    std::vector<MarkedQuestion> marked;
    for (const ExamQuestion& one : questions) {
      Sheet sheet = exam_sheet(state, one);
      check_whole(sheet);
      marked.push_back({&sheet.question, sheet.variant, is_answered(sheet.question, sheet.attempt), grade_checked(state, sheet.question, sheet.variant, sheet.attempt), checked_answer(sheet.question, sheet.attempt)});
    }
    return marked;
  });
}

void take_graded_question(State& state, const MarkedQuestion& marked, const Attempt& given) {
  if (!marked.answered) return;
  const std::string key = attempt_key(marked.question->id, marked.variant.seed);
  Attempt& own = state.practice.attempts[key];
  if (own.is_empty()) {                                     // what was practised before is not lost
    own = given;
    own.attempted = true;
  }
  record_review(state, *marked.question, marked.variant.seed, own, marked.grade.grade.marks, marked.grade.copied_model);
  state.wish({.kind = "store", .value = attempt_json(own), .key = key});
}

int minutes_taken(const State& state, const ExamRun& run) {
  const double now = run.handed_in ? run.handed_in_ms : state.clock_start_ms > 0 ? state.clock_start_ms + state.clock_ms : 0;
  if (run.started_ms <= 0 || now <= 0) return -1;
  return static_cast<int>(std::clamp((now - run.started_ms) / minute_ms, 0.0, 100000.0));
}

}  // namespace storewright::app

// Exams on the Practise page: what is kept of each, and the steps from its start to its report.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/practice/exam.h"
#include "core/practice/exam_score.h"
#include "web/app/practice_parts.h"

namespace storewright::app {

/// An exam that was begun. Its questions are kept, so that a new version of the site asks the same.
struct ExamRun {
  std::vector<practice::ExamQuestion> questions;
  double started_ms = 0;                                    // since 1970; 0 where nobody knows the time
  double handed_in_ms = 0;
  std::string handed_in_on;                                 // ISO date, "" while it runs or when nobody knows the day
  bool handed_in = false;
  bool time_hidden = false;

  bool begun() const { return !questions.empty(); }
};

struct ExamState {
  practice::ExamInput input;                                // of the link
  std::map<std::string, ExamRun, std::less<>> runs;         // by exam_key
  bool moved = false;                                       // another question is shown: its title gets the focus
  Cached<std::string, std::vector<practice::MarkedQuestion>> marked;  // of the report, by everything that was given
};

ExamState& exam_of(State& state);
/// The run of the exam in the link, begun or not.
ExamRun& run_of(ExamState& exam);

/// "6/15/cost,cache/beginner/1": names an exam by the fields of its link, in their order.
std::string exam_key(const practice::ExamInput& input);
/// Where the browser keeps a run, and the answer to one of its questions.
inline constexpr std::string_view exam_key_start = "practice/exam/";
std::string run_storage_key(std::string_view exam);
std::string answer_storage_key(std::string_view exam, const practice::ExamQuestion& question);

/// A run as kept, and back; text that is no run gives one that was not begun.
std::string run_json(const ExamRun& run);
ExamRun read_run(std::string_view json);
void keep_run(State& state);

/// The link of the exam in words of its settings, without a question.
LinkFields exam_link(const State& state);
LinkFields link_of_run(std::string_view key);
void exam_from_link(State& state, const report::Link& link);
/// Takes what was kept under a key of exams; false for any other key.
bool exam_take_stored(State& state, const std::string& key, const std::string& value);

/// The questions of a run that this version has.
std::vector<practice::ExamQuestion> known_questions(const State& state, const ExamRun& run);
/// A question of the exam with what was given so far.
Sheet exam_sheet(State& state, const practice::ExamQuestion& question);
/// Every question marked, as the report shows it.
const std::vector<practice::MarkedQuestion>& marked_exam(State& state);

/// Called once for each question when an exam is handed in: what was given becomes an attempt of its own, so that the
/// question's page shows feedback and solution, and counts for the reader's skills.
void take_graded_question(State& state, const practice::MarkedQuestion& marked, const Attempt& given);

/// Minutes since the exam began, as of this frame or of the hand-in; -1 when nobody knows.
int minutes_taken(const State& state, const ExamRun& run);

/// #/practice/exam and what follows it: the settings, a question by its number, the hand-in, the report.
void practice_exam(State& state, std::string_view part);
void exam_report(State& state);
/// Title and purpose; the title gets the focus when another part of the exam has come.
void exam_title(State& state, std::string_view words, std::string_view purpose);
/// Nothing of the exam in the link is kept; what was practised besides is not touched.
void forget_exam(State& state);

}  // namespace storewright::app

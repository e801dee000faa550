// What a reader has done on the Practise pages, and how it is kept for the next visit.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/practice/question.h"
#include "core/practice/question_query.h"

namespace storewright::app {

/// What a reader gave to a question, or to one part of it.
using Texts = std::map<std::string, std::string, std::less<>>;

/// One reader's work on one question with the numbers of one seed.
struct Attempt {
  Texts typed;                                              // numbers, by step
  Texts checked;                                            // what was typed when it was checked
  std::map<std::string, int, std::less<>> hints;            // how many are shown, by step; of the whole question under "*"
  bool attempted = false;                                   // something readable was checked: the solution may be seen
  Texts chosen, chosen_checked;                             // taps, by cell: ids divided by commas
  Texts words, words_checked;                               // what was written, by field
  bool judged = false;                                      // the answer was checked as a whole
  bool solution_seen = false;                               // from then on nothing counts for progress
  std::map<std::string, int, std::less<>> rated;            // parts that have counted for progress; 1: at the first try
  std::string others;                                       // members that a newer version has kept, as JSON: written again

  bool is_checked(std::string_view step) const;
  /// Nothing was given.
  bool is_empty() const;
  /// Something was changed since the whole was checked.
  bool changed() const;
};

struct PracticeContent;                                     // practice_parts.h: what only the page of a question knows
struct PracticeProgress;                                    // practice_progress.h: what is known of the reader's skills

struct ExamState;                                           // practice_exam.h, likewise
struct ContestState;                                        // practice_contest.h

struct PracticeState {
  enum class Status { absent, asked, loaded, failed } status = Status::absent;
  std::string problem;                                      // why the questions could not be fetched
  std::shared_ptr<PracticeContent> content;                 // once they are loaded
  std::span<const practice::Question> questions;            // of the content
  std::vector<practice::Topic> topics;
  practice::QuestionQuery query;                            // of the list
  int seed = 0;
  std::vector<std::pair<std::string, std::string>> unknown; // fields of the link, kept
  std::map<std::string, Attempt, std::less<>> attempts;     // by storage key
  std::shared_ptr<PracticeProgress> progress;               // made by its pages, so that the first ones need not know it
  std::shared_ptr<ExamState> exam;                          // made when it is first opened
  std::shared_ptr<ContestState> contests;                   // likewise
};

/// "practice/cassandra-tco/3": where the browser keeps an attempt.
std::string attempt_key(std::string_view question, int seed);
inline constexpr std::string_view attempt_key_start = "practice/";
/// What is kept of a field of words; a longer text is lost with the page.
inline constexpr std::size_t longest_words = 20000;

/// The attempt as kept, and back; text that is no attempt gives an empty one.
std::string attempt_json(const Attempt& attempt);
Attempt read_attempt(std::string_view json);

}  // namespace storewright::app

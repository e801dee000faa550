// What a reader has done on the Practise pages, and how it is kept for the next visit.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/practice/grade.h"
#include "core/practice/question_query.h"

namespace storewright::app {

/// One reader's work on one question with the numbers of one seed.
struct Attempt {
  std::map<std::string, std::string, std::less<>> typed;    // by step
  std::map<std::string, std::string, std::less<>> checked;  // what was typed when it was checked
  std::map<std::string, int, std::less<>> hints;            // how many are shown
  bool attempted = false;                                   // a readable number was checked: the solution may be seen

  bool is_checked(std::string_view step) const;
};

struct PracticeState {
  enum class Status { absent, asked, loaded, failed } status = Status::absent;
  std::string problem;                                      // why the questions could not be fetched
  std::vector<practice::Question> questions;
  std::vector<practice::Topic> topics;
  practice::QuestionQuery query;                            // of the list
  int seed = 0;
  std::vector<std::pair<std::string, std::string>> unknown; // fields of the link, kept
  std::map<std::string, Attempt, std::less<>> attempts;     // by storage key
};

/// "practice/cassandra-tco/3": where the browser keeps an attempt.
std::string attempt_key(std::string_view question, int seed);
inline constexpr std::string_view attempt_key_start = "practice/";

/// The attempt as kept, and back; text that is no attempt gives an empty one.
std::string attempt_json(const Attempt& attempt);
Attempt read_attempt(std::string_view json);

practice::Answers answers_of(const Attempt& attempt);

}  // namespace storewright::app

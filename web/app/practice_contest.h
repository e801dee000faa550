// Readings that the reader contests: kept in the browser, never changing a mark, exported as test cases for the grader.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "core/practice/contest.h"
#include "web/app/practice_parts.h"

namespace storewright::app {

/// What is being filled in below a criterion.
struct ContestDraft {
  std::uint32_t clauses = 0;                                // those that are ticked
  int want = 0;                                             // index among the states that it was not
  std::string note;
};

struct ContestState {
  std::map<std::string, practice::Contest, std::less<>> kept;   // by storage key
  std::map<std::string, ContestDraft, std::less<>> drafts;
};

inline constexpr std::string_view contest_key_start = "practice/contest/";
std::string contest_key(std::string_view question, int seed, std::string_view criterion);

/// Below a criterion or a number that was checked: "I did say this".
void contest_reading(State& state, const Sheet& sheet, const practice::Mark& mark);
/// What is contested of this question, to copy and to save.
void contests_of_question(State& state, const Sheet& sheet);
/// The same of all questions; nothing when there is none.
void all_contests(State& state);
/// Takes what was kept under a key of contests; false for any other key.
bool contest_take_stored(State& state, const std::string& key, const std::string& value);

}  // namespace storewright::app

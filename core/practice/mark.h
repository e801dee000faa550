// One criterion of an answer, marked: state, points, why, the words that counted, what would complete it. One format for all modes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/practice/words.h"

namespace storewright::practice {

/// What is known of a criterion. `partly`: a part of it, or right from a wrong earlier number. `not_found` and `cannot_tell`
/// never mean wrong: nothing was recognised, or it was and could not be read.
enum class MarkState { met, partly, contradicted, not_found, cannot_tell };

std::string_view name_of(MarkState state);    // "met"
std::string_view words_of(MarkState state);   // "Right"

struct Span {
  std::size_t start = 0, end = 0;             // UTF-8 bytes of the learner's text
  std::string field = {};                     // step, decision or field of words that holds it
};

struct Mark {
  std::string id;                             // of the step, decision, check or criterion
  MarkState state = MarkState::not_found;
  Millipoints points = 0;
  Millipoints max_points = 0;
  std::string why = {};                       // one sentence
  std::string complete = {};                  // what would complete it, "" when nothing is missing
  std::vector<Span> evidence = {};
  std::string understood = {};                // the statement as it was read, "" when none was
  std::string skill = {};
  std::string asks = {};                      // the statement that counts, of criteria and checks
  std::string question = {};                  // words: what would complete it, as a question back
  std::string misconception = {};             // id of the one that was recognised
  std::string guide = {};                     // "part/chapter"
};

/// Points as they are told: 1500 thousandths are 1.5.
inline double points_of(Millipoints points) { return points / 1000.0; }

}  // namespace storewright::practice

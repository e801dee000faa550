// What to ask next: the open input whose answer is expected to tell most about which engine wins.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/selection/worlds.h"

namespace storewright::selection {

struct QuestionInput {
  Profile profile;
  int worlds = 2000;  // drawn for the estimate
  int seed = 1;
};
FieldTable question_fields();

/// An answer to a question, as far as the worlds tell it from the others.
struct ExpectedAnswer {
  std::string answer;     // "yes", "relational", "100 to 600"
  double share = 0;       // of the worlds
  std::string leads_to;   // the category, or the engine, that wins most often after it: its name
  double confidence = 0;  // its share of the worlds with this answer
};

struct Question {
  const Field* field = nullptr;
  bool narrows = false;             // the profile gives a range already
  double expected_information = 0;  // bits
  std::string why;                  // a sentence
  std::vector<ExpectedAnswer> answers;
};

struct CategoryShare {
  std::string category;
  double share = 0;
};

struct QuestionAnswer {
  std::vector<Question> questions;     // that tell anything, most first; at most `most_questions`
  std::vector<CategoryShare> winners;  // of the consistent worlds, most first
  double open_bits = 0;                // entropy of the winning category
  int worlds = 0;
  int contradictory = 0;  // worlds whose answers no engine meets; they count for nothing
  std::string says;       // the question, or that nothing is left to ask
};

inline constexpr std::size_t most_questions = 4;

/// Less than this many bits is noise of the sample.
inline constexpr double least_information = 0.01;

/// The expected reduction of the entropy of the winning category, H(category) - H(category | answer), over worlds that
/// agree with the profile; where all of them have the same category, of the winning engine. An entropy that is counted
/// from few worlds comes out too small by about (kinds - 1) / (2 n) nats (Miller and Madow), which is added back.
/// Of access patterns only the first is counted, so their value is a lower bound.
QuestionAnswer next_question(const QuestionInput& input, const Rulebook& rulebook);

/// The same from worlds that a page has drawn over several frames. Who cannot answer the first questions gets to more.
QuestionAnswer next_question(const Worlds& worlds, const Rulebook& rulebook, std::size_t most = most_questions);

}  // namespace storewright::selection

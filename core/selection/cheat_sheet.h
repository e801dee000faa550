// The short way to a choice: nine questions with yes or no. They collect votes and fill the profile; the rules decide.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/knowledge/reference.h"
#include "core/selection/profile.h"

namespace storewright::selection {

/// Answers by question id, beside what the profile says already. The profile comes first, so that its field table is
/// part of this one.
struct CheatSheetInput {
  Profile profile;
  std::vector<std::string> yes;
  std::vector<std::string> no;

  bool operator==(const CheatSheetInput&) const = default;
};

FieldTable cheat_sheet_fields();

struct ShortReply {
  const knowledge::ShortQuestion* question = nullptr;
  std::optional<bool> answer;                        // absent: nobody said
  bool from_profile = false;                         // the profile says it
  const knowledge::ShortAnswer* follows = nullptr;   // from the answer; null where there is none
};

struct CategoryVotes {
  std::string category;  // id
  int votes = 0;
};

struct CheatSheetAnswer {
  std::vector<ShortReply> replies;       // one for each question, in order
  int answered = 0;
  std::vector<CategoryVotes> votes;      // most first; of equals in the order of the questions
  Profile profile;                       // with the answers; `recommend` decides, the votes never overrule it
  std::string says;                      // how far one is, and what the votes lean to
};

/// What the profile says of a question; absent where it is silent. That a list of patterns lacks one is no answer.
std::optional<bool> said_by_profile(const knowledge::ShortQuestion& question, const Profile& profile);

/// The profile with a question answered, whatever it said before.
Profile with_answer(const Profile& profile, const knowledge::ShortQuestion& question, bool yes);

/// The profile with nothing said of a question any more.
Profile without_answer(const Profile& profile, const knowledge::ShortQuestion& question);

/// What the profile says stands; answers fill in what it does not say.
///
/// Problems: 2060 a question that does not exist (names the nearest); 2061 a question with yes and no.
Result<CheatSheetAnswer> answer_cheat_sheet(const CheatSheetInput& input, const knowledge::Reference& reference,
                                            const knowledge::Knowledge& knowledge);

}  // namespace storewright::selection

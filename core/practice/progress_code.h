// Progress as a short code to type or send: of each skill its state, without the answers behind it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/practice/progress.h"
#include "core/practice/skill.h"

namespace storewright::practice {

/// "SW1.", the states of skills by their numbers in 64 safe letters, ".", a checksum of five. Skills that `skills` does not
/// know are left out; memories are told to a hundredth of a day.
std::string progress_code(const Progress& progress, const std::vector<Skill>& skills);

struct ReadProgress {
  Progress progress;
  int unknown = 0;   // skills of a code that this version does not know, left out
};

/// White space does not matter. Problems: 2321 no code; 2322 the checksum does not fit; 2323 of a newer version; 2324 a number
/// in it is out of its limits.
Result<ReadProgress> read_progress_code(std::string_view code, const std::vector<Skill>& skills);

}  // namespace storewright::practice

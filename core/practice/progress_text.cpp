#include "core/practice/progress_text.h"

#include "core/base/text.h"
#include "core/practice/progress_code.h"
#include "core/practice/progress_json.h"

namespace storewright::practice {

Result<ReadProgress> read_progress(std::string_view text, const std::vector<Skill>& skills) {
  const std::string bare = trimmed(text);
  if (!bare.empty() && bare.front() == '{') {
    Result<Progress> progress = read_progress_json(bare);
    if (!progress) return progress.problems();
    return ReadProgress{progress.take(), 0};
  }
  return read_progress_code(bare, skills);
}

}  // namespace storewright::practice

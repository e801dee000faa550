#include <cassert>

#include "core/base/packs.h"
#include "core/practice/question.h"

namespace storewright::practice {

const std::vector<Question>& built_in_questions() {
  static const std::vector<Question> questions = [] {
    const Result<Json> pack = read_json(packs::practice(), pack_limits);
    assert(pack);
    Result<std::vector<Question>> read = pack ? read_questions(*pack) : Result<std::vector<Question>>(pack.problems());
    assert(read);   // the build refuses a pack with problems
    return read ? read.take() : std::vector<Question>{};
  }();
  return questions;
}

}  // namespace storewright::practice

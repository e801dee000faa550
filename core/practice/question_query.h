// Which questions a reader wants to see: by level, by minutes, by what they train.
#pragma once

#include <optional>
#include <string>

#include "core/base/fields.h"
#include "core/practice/question.h"

namespace storewright::practice {

enum class Level { beginner, intermediate, advanced };
inline constexpr storewright::Option level_options[] = {{"beginner", "Beginner"}, {"intermediate", "Intermediate"}, {"advanced", "Advanced"}};

/// How hard a question is; one of a level that is not in the list counts as advanced.
Level level_of(const Question& question);

/// At most so many minutes; absent is any number.
enum class Minutes { one, two, three };

struct QuestionQuery {
  std::optional<Level> level;
  std::optional<Minutes> minutes;
  std::string skill;                // a skill or the area of some: "cost.break-even" or "cost"; "" is any

  bool operator==(const QuestionQuery&) const = default;
};

FieldTable question_query_fields();

/// Whether the question is at this level, takes no longer, and trains the skill or one of the area.
bool fits(const Question& question, const QuestionQuery& query);

}  // namespace storewright::practice

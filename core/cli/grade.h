// Grades labelled answers and says, criterion by criterion, what the patterns get right and wrong.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace storewright::cli {

/// A table for one question and a file of answers, one JSON object a line: {"id", "seed" (0), "text" (a text, or one by field),
/// "numeric" or "structured", "labels": {criterion: state}}, and perhaps "was": {criterion: state}, what an earlier grader said. For each criterion how many
/// labels are met again, and what is newly right or wrong; then every answer that differs from its labels.
///
/// Problems: 2307 no such question; 1001 to 1006 and 1401 with the line as place; those of grading.
Result<std::string> grade_report(std::string_view question, std::string_view answers);
/// The same for the questions of content files that are not built in yet. Problems: those of `assemble_packs` too.
Result<std::string> grade_report_of(const std::map<std::string, std::string>& content, std::string_view question, std::string_view answers);

/// The marks of each answer, one JSON object a line, for programs: state, points, evidence, and beside them what presence of
/// words alone would say ("keyword": one of the criterion's words stands there; "keywords": all that it asks for).
///
/// Problems: those of `grade_report`.
Result<std::string> grade_marks(std::string_view question, std::string_view answers);

}  // namespace storewright::cli

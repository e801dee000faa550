// Is the content whole? Every file against its schema, every reference, every id.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/knowledge/fact_share.h"
#include "core/knowledge/review.h"

namespace storewright::cli {

/// What is wrong with a content folder, and which facts of a whole one are due to be read again.
struct ContentReport {
  Problems problems;  // each with file and place in `where`
  std::vector<knowledge::OverdueFact> overdue;
  knowledge::FactShare facts;
};

/// Checks the content files (by path below content/) as of an ISO date. An overdue fact is no problem: it may still
/// hold.
///
/// Problems: those of `read_json`; 1408 a file that does not fit its schema, or has none; those of the assembled packs;
/// those of `check_reach` and `check_facts`; those of `assemble_guide`; 1409 a source that nothing cites; those of
/// `read_profile` for presets and published cases; 1401 a field of a published case without its statement, or the
/// reverse; 1402 an engine in one that has no record.
ContentReport validate_content(const std::map<std::string, std::string>& files, std::string_view as_of);

}  // namespace storewright::cli

// Figures that are often quoted, checked: what is said, what it comes to, what to do. The figures in the texts are
// worked out when a pack is read, from the calculation that stands beside them.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/report/formula.h"

namespace storewright::audit {

/// What the check says of a figure.
enum class Verdict { wrong, inconsistent, outdated, unsupported, incomplete, risky, holds };
inline constexpr std::size_t verdict_count = 7;

/// Where a verdict comes from. What is known and was not looked up counts as unverified.
enum class Basis { computed, run, source, knowledge };

/// One number of the check, with the formula it came from.
struct ClaimStep {
  report::FormulaLine line;
  double value = 0;
};

/// One figure that is quoted.
struct Claim {
  std::string id;
  std::size_t topic = 0;               // index into `Audit::topics`
  std::vector<std::string> documents;  // ids of sources: the texts that hold it
  Verdict verdict = Verdict::wrong;
  std::vector<Basis> basis;
  bool changes_a_decision = false;
  std::string question;  // id of the practice question whose answer it belongs to, "" for most
  std::string quoted;    // in our words
  std::vector<ClaimStep> steps;
  std::string recomputed;  // with the numbers put in
  std::string what_to_do;  // likewise
  std::vector<std::string> sources;
  std::string page;  // where the right figure is used, "" for none
  std::string page_title;  // of a page that content makes, "" for others
};

struct Topic {
  std::string id;
  std::string title;
};

/// How many of each verdict.
using VerdictCounts = std::array<std::size_t, verdict_count>;

struct Audit {
  std::vector<Topic> topics;  // in the order in which they are told
  std::vector<Claim> claims;  // by topic
  VerdictCounts totals = {};  // of all figures that were checked, whether this pack holds them or not

  const Claim* claim(std::string_view id) const;
};

/// Reads `{"format": "storewright/audit@1", "version", "totals": {verdict: count}, "topics": [{id, order, title,
/// items}]}` and works out every calculation.
///
/// Problems (where names the file and the entry): 1400 not such a pack, or of a newer format; 1401 a member missing or
/// of the wrong type; 1402 a placeholder that is no value; 1403 an id or name that stands twice; 1450 a calculation
/// that does not come to what it should; those of `sheet::parse_expression` and `sheet::value_of`.
Result<Audit> load_audit_pack(const Json& pack);

/// The topics and figures of both, `base` first within a topic.
Audit merged(Audit base, const Audit& more);

/// Whether there are as many figures of each verdict as the totals say. Problem: 1451 there are not.
Problems check_totals(const Audit& whole);

VerdictCounts counts_of(const std::vector<const Claim*>& claims);

/// All figures: those of the reference and those of practice questions. The page fetches the two when first shown.
const Audit& built_in_audit();

/// "wrong", "inconsistent" and so on, as in content.
std::string_view verdict_id(Verdict verdict);
/// "computed", "run", "source", "knowledge".
std::string_view basis_id(Basis basis);

}  // namespace storewright::audit

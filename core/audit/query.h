// Which of the checked figures to show, and what is said of them together.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/audit/claims.h"
#include "core/base/fields.h"

namespace storewright::audit {

/// The two texts that were checked.
enum class Document { dataflow, selection };

/// Which figures to show: all but those of practice questions, unless it says otherwise.
struct ClaimQuery {
  std::string filter;  // words that must all stand in what is quoted, recomputed or advised, in any case
  std::optional<Document> document;
  std::optional<Verdict> verdict;
  std::string topic;                  // id, "" for all
  std::optional<bool> decisive_only;  // only what changes a decision
  std::string question;               // only those of this practice question

  bool operator==(const ClaimQuery&) const = default;
};

FieldTable claim_query_fields();

/// The figures that the query keeps, by topic.
///
/// Problems: 2701 a topic that there is not; 2702 a question that none of the figures belongs to.
Result<std::vector<const Claim*>> select_claims(const Audit& audit, const ClaimQuery& query);

/// "Wrong", "Contradicts itself".
std::string_view verdict_words(Verdict verdict);

/// "Worked out here; looked up." What is only known is called unverified.
std::string basis_sentence(const Claim& claim);

/// "225 figures checked: 33 are wrong, 73 contradict another figure, … and 24 hold."
std::string totals_sentence(const VerdictCounts& totals);

/// "Showing 12 of 209 figures."
std::string shown_sentence(std::size_t shown, std::size_t all);

}  // namespace storewright::audit

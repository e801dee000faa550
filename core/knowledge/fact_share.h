// How many facts say where they come from and when that was read.
#pragma once

#include "core/knowledge/knowledge.h"

namespace storewright::knowledge {

/// The product promises that at least this share of its facts was found in a source.
inline constexpr double least_verified = 0.85;

/// Traits of records, counted. Verified: backed by a source, or a rule of the product's own; unverified is an honest
/// kind and is shown as such.
struct FactShare {
  int facts = 0;
  int whole = 0;     // with a kind, a date and, unless unverified, a source
  int verified = 0;  // whole, and not unverified

  double verified_share() const { return facts > 0 ? static_cast<double>(verified) / facts : 1; }
};

FactShare fact_share(const Knowledge& knowledge);

/// Problems: 1444 a trait without evidence, without a date, or verified without a source; 1445 fewer than
/// `least_verified` of all are verified. The evidence has to be loaded.
Problems check_facts(const Knowledge& knowledge);

}  // namespace storewright::knowledge

// Whether the reasons for a change are enough, or the diagnosis comes first.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/base/fields.h"
#include "core/migration/symptoms.h"

namespace storewright::migration {

struct ReasonsInput {
  std::vector<std::string> reasons;         // ids or the user's own words
  std::vector<std::string> symptoms;
};
FieldTable reasons_fields();

/// A reason, and the words in which it was given; "" where the profile itself says it.
struct GivenReason {
  const Reason* reason = nullptr;
  std::string said;
};

struct Reasons {
  std::vector<GivenReason> wrong;
  std::vector<GivenReason> sound;
  std::vector<std::string> not_known;       // kept and named: nobody can say whether they are enough
  Truth stop = Truth::no;                   // yes: only wrong ones, and no symptom
  std::string headline;
};

/// Stops when wrong reasons are the only ones and no symptom was found. A reason in words that nobody knows leaves it open.
Reasons judge_reasons(const Tables& tables, std::span<const std::string> said, const Situation& situation, bool symptom_found);

/// The first reason that the words mean, wrong ones first: they are whole claims. Null when none.
const Reason* reason_meant(const Tables& tables, std::string_view said);

}  // namespace storewright::migration

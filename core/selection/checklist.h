// Eight questions to have answered before choosing; most answers are fields of the profile.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/knowledge/reference.h"
#include "core/selection/profile.h"

namespace storewright::selection {

enum class ExtensionTried { enough, falls_short, not_yet };

/// The profile comes first, so that its field table is part of this one; what no profile has stands beside it.
struct ChecklistInput {
  Profile profile;
  std::optional<ExtensionTried> extension_tried;  // PostgreSQL with its extensions
  std::string way_back;

  bool operator==(const ChecklistInput&) const = default;
};

FieldTable checklist_fields();

struct CheckedItem {
  const knowledge::ChecklistItem* item = nullptr;
  bool answered = false;
  std::vector<std::string> answers;   // of the fields that have a value: "Writes: 900 writes a second"
};

struct ChecklistAnswer {
  std::vector<CheckedItem> items;     // in order
  int answered = 0;
  bool complete = false;              // every item is answered
  std::string says;
};

/// Never fails: what is missing is the answer.
ChecklistAnswer answer_checklist(const ChecklistInput& input, const knowledge::Reference& reference);

}  // namespace storewright::selection

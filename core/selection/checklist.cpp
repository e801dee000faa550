#include "core/selection/checklist.h"

#include "core/base/text.h"
#include "core/selection/moves.h"
#include "core/selection/said.h"

namespace storewright::selection {
namespace {

constexpr Option tried_options[] = {
    {"enough", "Tried: it is enough", "Then you need no second store."},
    {"falls_short", "Tried: it falls short", "Write down by how much; that is the reason for another store."},
    {"not_yet", "Not yet"},
};

// Of this table's own fields the words are the option or the text.
std::string words_of(const Field& field, const ChecklistInput& input) {
  if (find_field(profile_fields(), field.name)) {
    const std::string unit = field.unit.empty() ? "" : " " + std::string(field.unit);
    return value_words(field, input.profile) + unit;
  }
  if (field.kind == FieldKind::choice) return std::string(field.options[static_cast<std::size_t>(field.get_choice(&input))].label);
  return input.way_back;
}

CheckedItem checked(const knowledge::ChecklistItem& item, const ChecklistInput& input) {
  CheckedItem result{.item = &item, .answered = false, .answers = {}};
  for (const std::string& name : item.fields) {
    const Field* field = find_field(checklist_fields(), name);
    if (field && is_answered(*field, &input))
      result.answers.push_back(std::string(field->label) + " " + words_of(*field, input));
  }
  result.answered = item.answered_when ? says(input.profile, *item.answered_when) == Truth::yes : !result.answers.empty();
  return result;
}

std::string sentence(const ChecklistAnswer& answer) {
  const std::string all = std::to_string(answer.items.size());
  if (answer.complete) return "All " + all + " questions are answered. You are ready to choose.";
  if (answer.answered == 0) return "None of the " + all + " questions is answered yet.";
  for (const CheckedItem& one : answer.items)
    if (!one.answered)
      return std::to_string(answer.answered) + " of " + all + " answered. Next: " + one.item->question;
  return {};
}

}  // namespace

FieldTable checklist_fields() {
  static const std::vector<Field> all = [] {
    const FieldTable profile = profile_fields();
    std::vector<Field> fields(profile.begin(), profile.end());
    fields.push_back(field<&ChecklistInput::extension_tried>({.name = "extension_tried",
                                                              .label = "PostgreSQL with extensions",
                                                              .help = "pgvector, TimescaleDB, PostGIS, pg_search, Citus.",
                                                              .options = tried_options}));
    fields.push_back(field<&ChecklistInput::way_back>({.name = "way_back",
                                                       .label = "The way back",
                                                       .help = "In your own words.",
                                                       .max_items = 6}));
    return fields;
  }();
  return all;
}

ChecklistAnswer answer_checklist(const ChecklistInput& input, const knowledge::Reference& reference) {
  ChecklistAnswer answer;
  for (const knowledge::ChecklistItem& item : reference.checklist) {
    answer.items.push_back(checked(item, input));
    answer.answered += answer.items.back().answered;
  }
  answer.complete = answer.answered == static_cast<int>(answer.items.size());
  answer.says = sentence(answer);
  return answer;
}

}  // namespace storewright::selection

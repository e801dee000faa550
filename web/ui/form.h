// Forms from field tables: each field of an input struct as the control that suits its kind.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/base/fields.h"

namespace storewright::ui {

/// Whether a field is on the page at all, by its name in links: an embed may show only some.
bool field_shown(std::string_view name);
/// False in an embed that shows only some fields: what fills many of them at once is left out there.
bool all_fields_shown();
/// Whether a field stays as it is.
bool field_locked(std::string_view name);

/// The controls of one field, which `draw` draws: nothing where it is not shown, and without effect where it is locked.
/// True when `draw` says that the value changed.
bool field(std::string_view name, const std::function<bool()>& draw);

/// One field as a labelled control. Text that cannot be read stays as it is, with its problem, and leaves the value
/// alone. True when the value changed.
bool form_field(const Field& field, void* input, const void* defaults);

/// What people write for a number or a range ("1,000", "100 to 900", "500 GB" where the unit is GB), as a field table reads it.
std::string number_text(std::string_view typed, std::string_view unit = {});
/// Reads it into a field of numbers. What is no number is told with what the field takes, not in the words of JSON.
Problems read_typed_number(std::string_view typed, const Field& field, void* input);

/// Forgets what was typed and could not be read; for a reset, a preset, an undo.
void forget_drafts();

}  // namespace storewright::ui

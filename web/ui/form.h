// Forms from field tables: each field of an input struct as the control that suits its kind.
#pragma once

#include <string_view>

#include "core/base/fields.h"

namespace storewright::ui {

/// One field as a labelled control. Text that cannot be read stays as it is, with its problem, and leaves the value
/// alone. True when the value changed.
bool form_field(const Field& field, void* input, const void* defaults);

/// Forgets what was typed and could not be read; for a reset, a preset, an undo.
void forget_drafts();

}  // namespace storewright::ui

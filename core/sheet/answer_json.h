// The answer of a calculator as JSON, for methods and for export from the page.
#pragma once

#include "core/base/json.h"
#include "core/sheet/work_out.h"

namespace storewright::sheet {

/// Headline, lines with their formulas, claims beside what they should be, what moves the answer, sources.
void write_answer(JsonWriter& out, const Sheet& sheet, const SheetInput& input, const SheetAnswer& answer);

}  // namespace storewright::sheet

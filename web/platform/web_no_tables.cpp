// Dear ImGui without its tables and columns: what other parts of it call when there are some, for a page that has none.
//
// Our tables are our own (web/ui/table.cpp), because ImGui's declare no semantics. Left in, imgui_tables.cpp would be a
// tenth of the first load: error recovery and garbage collection keep it alive although no table is ever begun.
#include "imgui.h"
#include "imgui_internal.h"

namespace ImGui {

void EndTable() { IM_ASSERT(false); }
void TableEndRow(ImGuiTable*) { IM_ASSERT(false); }
void TableEndCell(ImGuiTable*) { IM_ASSERT(false); }
void TablePushBackgroundChannel() { IM_ASSERT(false); }
void TablePopBackgroundChannel() { IM_ASSERT(false); }
void TablePushColumnChannel(int) { IM_ASSERT(false); }
void TablePopColumnChannel() { IM_ASSERT(false); }
void TableGcCompactTransientBuffers(ImGuiTable*) { IM_ASSERT(false); }
void TableGcCompactTransientBuffers(ImGuiTableTempData*) { IM_ASSERT(false); }
void EndColumns() { IM_ASSERT(false); }
void PushColumnsBackground() { IM_ASSERT(false); }
void PopColumnsBackground() { IM_ASSERT(false); }
// These two are called without any table: at start, and when settings are compacted.
void TableGcCompactSettings() {}
void TableSettingsAddSettingsHandler() {}

}  // namespace ImGui

// The three fonts of a page, in the order in which `ui` finds them: ImGui::GetIO().Fonts->Fonts[0], [1], [2].
#pragma once

struct ImFontAtlas;

namespace storewright::platform {

enum class Face { regular = 0, bold = 1, mono = 2 };

/// ImGui's line advance is its font size. Text of S CSS pixels is drawn with ImGui font size S * line_per_size, and
/// the loaders draw the letters smaller by this factor, with the baseline where CSS puts it for `line-height: 1.5`.
inline constexpr float line_per_size = 1.5f;

/// Adds regular, bold and mono to an empty atlas. The glyphs are the browser's (web_fonts.cpp) or have fixed widths
/// and no picture (null_fonts.cpp); digits all have the advance of '0'.
void add_fonts(ImFontAtlas& atlas);

}  // namespace storewright::platform

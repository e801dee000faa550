// Whether the browser's glyphs are painted or only measured.
#pragma once

struct ImFontAtlas;

namespace storewright::platform {

/// Until the page draws, glyphs are measured but not painted: the first tree comes sooner, and the text view never
/// pays for pictures. A change forgets all glyphs; must be called between frames.
void paint_glyphs(ImFontAtlas& atlas, bool paint);

}  // namespace storewright::platform

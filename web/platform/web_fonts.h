// Whether the browser's glyphs are painted or only measured.
#pragma once

struct ImFontAtlas;

namespace storewright::platform {

/// Until this is called glyphs are measured but not painted: the first tree comes sooner, and a page that is only read
/// in the text view never pays for pictures. Forgets all glyphs when called first; must be called between frames.
void paint_glyphs(ImFontAtlas& atlas);

}  // namespace storewright::platform

// Glyphs without pictures for native runs: fixed widths, so that a page breaks its lines alike on every machine.
#include <initializer_list>

#include "imgui.h"
#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"
#include "web/platform/fonts.h"

namespace storewright::platform {
namespace {

constexpr float ascent_share = 0.93f;  // of the letter size; the middle of common system fonts
constexpr float descent_share = 0.24f;

bool is_one_of(ImWchar letter, const char* letters) {
  for (; *letters; ++letters)
    if (static_cast<ImWchar>(*letters) == letter) return true;
  return false;
}

// Advance as a share of the letter size, by class of letter.
float width_share(ImWchar letter, Face face) {
  if (letter >= 0x2E80) return 1.0f;  // CJK and what follows is drawn in a full square
  if (face == Face::mono) return 0.6f;
  const float weight = face == Face::bold ? 1.06f : 1.0f;
  if (letter == ' ' || letter == 0xA0) return 0.3f * weight;
  if (is_one_of(letter, "ijl.,:;'|!")) return 0.28f * weight;
  if (is_one_of(letter, "frtI()[]-\"")) return 0.37f * weight;
  if (is_one_of(letter, "mwMW@%")) return 0.88f * weight;
  if (letter >= '0' && letter <= '9') return 0.6f * weight;
  if (letter >= 'A' && letter <= 'Z') return 0.67f * weight;
  return 0.56f * weight;
}

bool contains(ImFontAtlas*, ImFontConfig*, ImWchar letter) { return letter >= ' ' && (letter < 0x7F || letter > 0x9F); }

bool init_baked(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  const float size = baked->Size / line_per_size;
  baked->Ascent = (baked->Size + size * (ascent_share - descent_share)) / 2;
  baked->Descent = baked->Ascent - baked->Size;
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar letter, ImFontGlyph* glyph,
                float* advance_only) {
  if (!contains(atlas, source, letter)) return false;
  const float advance = width_share(letter, static_cast<Face>(source->FontNo)) * baked->Size / line_per_size;
  if (advance_only) {
    *advance_only = advance;
    return true;
  }
  glyph->Codepoint = letter;
  glyph->AdvanceX = advance;
  return true;
}

const ImFontLoader& null_loader() {
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "fixed widths";
    made.FontSrcContainsGlyph = contains;
    made.FontBakedInit = init_baked;
    made.FontBakedLoadGlyph = load_glyph;
    return made;
  }();
  return loader;
}

}  // namespace

void add_fonts(ImFontAtlas& atlas) {
  for (const Face face : {Face::regular, Face::bold, Face::mono}) {
    ImFontConfig config;
    config.FontLoader = &null_loader();
    config.FontNo = static_cast<ImU32>(face);
    config.SizePixels = 16 * line_per_size;
    atlas.AddFont(&config);
  }
}

}  // namespace storewright::platform

const ImFontLoader* ImGuiFreeType::GetFontLoader() { return &storewright::platform::null_loader(); }

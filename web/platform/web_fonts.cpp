// Glyphs from the browser: measured and painted by a 2D canvas (web/host/glyphs.js), packed by ImGui.
#include "web/platform/web_fonts.h"

#include <emscripten.h>

#include <initializer_list>

#include "imgui.h"
#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"
#include "web/platform/fonts.h"

// Both measure in device pixels. `out`: rounded ascent and descent of the font.
EM_JS(void, sw_host_font, (int face, float pixels, float* out),
      { HEAPF32.set(Module.host.glyphs.font(face, pixels), out >> 2); });
// `out`: advance, left, top, width, height of the picture around the pen on the baseline (y down), width and left in
// columns of 1/columns pixel.
EM_JS(void, sw_host_glyph, (int face, float pixels, int letter, int columns, float* out),
      { HEAPF32.set(Module.host.glyphs.measure(face, pixels, letter, columns), out >> 2); });
// Paints the glyph measured last: `width * height` bytes of coverage.
EM_JS(void, sw_host_glyph_paint, (unsigned char* out), { HEAPU8.set(Module.host.glyphs.paint(), out); });

namespace storewright::platform {
namespace {

bool painting = false;

struct GlyphBox {
  float advance, left, top, width, height;
};

// Letters stand at fractions of a pixel. Small ones are painted with three columns a pixel, each the mean over a whole
// pixel, so that they stay as sharp as the browser's own wherever they stand.
int columns_per_pixel(float pixels) { return pixels <= 48 ? 3 : 1; }

bool contains(ImFontAtlas*, ImFontConfig*, ImWchar letter) { return letter >= ' ' && (letter < 0x7F || letter > 0x9F); }

// ImGui bakes whole font sizes and scales them: 15 px letters in a 22.5 px line are baked at 23 and drawn at 22.5 / 23.
// So that nothing is blurred, the letters are painted at 15 px and laid out with `stretch`, which the scaling undoes.
struct Size {
  float letters;  // CSS pixels, whole
  float stretch;  // of all distances, 1 for even letter sizes
};

Size size_of(const ImFontBaked& baked) {
  const float letters = ImFloor(baked.Size / line_per_size + 0.01f);
  return {letters, baked.Size / (letters * line_per_size)};
}

// CSS: half of what the line is higher than the font goes above it. Whole device pixels, as browsers place baselines.
bool init_baked(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
  const float density = baked->RasterizerDensity;
  const Size size = size_of(*baked);
  float metrics[2];
  sw_host_font(static_cast<int>(source->FontNo), size.letters * density, metrics);
  const float half_leading = ImFloor((size.letters * line_per_size * density - metrics[0] - metrics[1]) / 2);
  baked->Ascent = (half_leading + metrics[0]) / density * size.stretch;
  baked->Descent = baked->Ascent - baked->Size;
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar letter, ImFontGlyph* glyph,
                float* advance_only) {
  if (!contains(atlas, source, letter)) return false;
  const float density = baked->RasterizerDensity;
  const Size size = size_of(*baked);
  const float pixels = size.letters * density;
  const float scale = size.stretch / density;  // from device pixels to ImGui's
  const int columns = columns_per_pixel(pixels);
  GlyphBox box;
  sw_host_glyph(static_cast<int>(source->FontNo), pixels, static_cast<int>(letter), columns, &box.advance);
  if (advance_only) {
    *advance_only = box.advance * scale;
    return true;
  }
  glyph->Codepoint = letter;
  glyph->AdvanceX = box.advance * scale;
  if (!painting || box.width <= 0 || box.height <= 0) return true;

  const int width = static_cast<int>(box.width), height = static_cast<int>(box.height);
  const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, width, height);
  if (place == ImFontAtlasRectId_Invalid) return true;  // the atlas is full: a gap of the right width
  ImVector<unsigned char>& coverage = atlas->Builder->TempBuffer;
  coverage.resize(width * height);
  sw_host_glyph_paint(coverage.Data);

  glyph->X0 = box.left / static_cast<float>(columns) * scale;
  glyph->X1 = glyph->X0 + box.width / static_cast<float>(columns) * scale;
  glyph->Y0 = baked->Ascent + box.top * scale;
  glyph->Y1 = glyph->Y0 + box.height * scale;
  glyph->Visible = true;
  glyph->PackId = place;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, place), coverage.Data,
                                     ImTextureFormat_Alpha8, width);
  return true;
}

const ImFontLoader& web_loader() {
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "browser";
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
    config.FontLoader = &web_loader();
    config.FontNo = static_cast<ImU32>(face);
    config.SizePixels = 16 * line_per_size;
    atlas.AddFont(&config);
  }
}

void paint_glyphs(ImFontAtlas& atlas) {
  if (painting) return;
  painting = true;
  for (ImFont* font : atlas.Fonts) ImFontAtlasFontDiscardBakes(&atlas, font, 0);
}

}  // namespace storewright::platform

const ImFontLoader* ImGuiFreeType::GetFontLoader() { return &storewright::platform::web_loader(); }

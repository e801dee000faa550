// Colours and sizes as named tokens, light and dark. `host/style.css` holds the same values for the DOM; a test compares.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/report/scene.h"

namespace storewright::ui {

/// A colour as red, green, blue, 0 to 255.
struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Colour&) const = default;
};

struct Theme {
  Colour page;          // behind everything
  Colour surface;       // cards and fields
  Colour sunken;        // table heads, code, tracks
  Colour text;
  Colour quiet;         // secondary text, still AA on page and surface
  Colour line;          // hairlines that carry no meaning
  Colour control;       // borders that show where a control is (3:1)
  Colour accent;        // links, primary buttons, selection
  Colour on_accent;     // text on accent
  Colour accent_soft;   // selected chips, own answers
  Colour good;
  Colour good_soft;
  Colour warning;
  Colour warning_soft;
  Colour bad;
  Colour bad_soft;
  Colour focus;         // focus ring
  std::array<Colour, 8> series;  // plots; 3:1 on page and surface, labelled directly
};

const Theme& light_theme();
const Theme& dark_theme();

/// System colours are not readable from a canvas: forced colours draw in pure black and white with one highlight.
const Theme& forced_theme(bool dark);

/// WCAG 2 contrast ratio, 1 to 21.
double contrast_ratio(Colour a, Colour b);

Colour ink_colour(const Theme& theme, report::Ink ink);

/// A pair of tokens that stand on each other, and the ratio they must reach: 4.5 for text, 3 for controls and plots.
struct ContrastPair {
  std::string_view name;
  Colour front, back;
  double required;
};
std::span<const ContrastPair> contrast_pairs(const Theme& theme);

// Sizes in CSS pixels.
inline constexpr float grid = 8;
inline constexpr float text_body = 16;
inline constexpr float text_small = 14;
inline constexpr float text_title = 32;
inline constexpr float text_section = 22;
inline constexpr float text_sub = 18;
inline constexpr float prose_width = 640;      // about 72 characters of body text
inline constexpr float target = 44;            // smallest touch target

}  // namespace storewright::ui

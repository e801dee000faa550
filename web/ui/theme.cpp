#include "web/ui/theme.h"

#include <vector>

#include "core/base/math.h"

namespace storewright::ui {
namespace {

constexpr Colour rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8), static_cast<std::uint8_t>(hex)};
}

constexpr Theme light = {
    .page = rgb(0xfbfbfa), .surface = rgb(0xffffff), .sunken = rgb(0xf1f2f4),
    .text = rgb(0x1c1e21), .quiet = rgb(0x5a6068),
    .line = rgb(0xd9dce0), .control = rgb(0x80868e),
    .accent = rgb(0x1f5fbf), .on_accent = rgb(0xffffff), .accent_soft = rgb(0xe8effa),
    .good = rgb(0x1a7a4c), .good_soft = rgb(0xe3f4ea),
    .warning = rgb(0x8a5a00), .warning_soft = rgb(0xfdf1da),
    .bad = rgb(0xb3261e), .bad_soft = rgb(0xfce8e6),
    .focus = rgb(0x1f5fbf),
    .series = {rgb(0x1f5fbf), rgb(0xb3501b), rgb(0x1a7a4c), rgb(0x8a3ffc), rgb(0xa61e6b), rgb(0x00737d), rgb(0x6b6400), rgb(0x5a6068)},
};

constexpr Theme dark = {
    .page = rgb(0x16181b), .surface = rgb(0x1e2125), .sunken = rgb(0x282c31),
    .text = rgb(0xe9eaec), .quiet = rgb(0xa3a9b1),
    .line = rgb(0x33383f), .control = rgb(0x7d848d),
    .accent = rgb(0x8ab4f8), .on_accent = rgb(0x10213a), .accent_soft = rgb(0x24344d),
    .good = rgb(0x6fcf97), .good_soft = rgb(0x1d3528),
    .warning = rgb(0xe5b567), .warning_soft = rgb(0x3a2f1a),
    .bad = rgb(0xf28b82), .bad_soft = rgb(0x40211f),
    .focus = rgb(0x8ab4f8),
    .series = {rgb(0x8ab4f8), rgb(0xf0a073), rgb(0x6fcf97), rgb(0xbe95ff), rgb(0xf28bbd), rgb(0x5fc9d3), rgb(0xd6cd5a), rgb(0xa3a9b1)},
};

constexpr Theme forced(Colour back, Colour front, Colour highlight) {
  return {
      .page = back, .surface = back, .sunken = back, .text = front, .quiet = front, .line = front, .control = front,
      .accent = highlight, .on_accent = back, .accent_soft = back, .good = front, .good_soft = back, .warning = front,
      .warning_soft = back, .bad = front, .bad_soft = back, .focus = highlight,
      .series = {front, front, front, front, front, front, front, front},
  };
}

constexpr Theme forced_light = forced(rgb(0xffffff), rgb(0x000000), rgb(0x0000cc));
constexpr Theme forced_dark = forced(rgb(0x000000), rgb(0xffffff), rgb(0xffff00));

double linear(std::uint8_t channel) {
  const double share = channel / 255.0;
  return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

std::vector<ContrastPair> pairs_of(const Theme& theme) {
  std::vector<ContrastPair> pairs = {
      {"text on page", theme.text, theme.page, 4.5},
      {"text on surface", theme.text, theme.surface, 4.5},
      {"text on sunken", theme.text, theme.sunken, 4.5},
      {"quiet on page", theme.quiet, theme.page, 4.5},
      {"quiet on surface", theme.quiet, theme.surface, 4.5},
      {"quiet on sunken", theme.quiet, theme.sunken, 4.5},
      {"accent on page", theme.accent, theme.page, 4.5},
      {"accent on surface", theme.accent, theme.surface, 4.5},
      {"accent on accent_soft", theme.accent, theme.accent_soft, 4.5},
      {"text on accent_soft", theme.text, theme.accent_soft, 4.5},
      {"quiet on accent_soft", theme.quiet, theme.accent_soft, 4.5},
      {"on_accent on accent", theme.on_accent, theme.accent, 4.5},
      {"good on surface", theme.good, theme.surface, 4.5},
      {"good on good_soft", theme.good, theme.good_soft, 4.5},
      {"text on good_soft", theme.text, theme.good_soft, 4.5},
      {"warning on surface", theme.warning, theme.surface, 4.5},
      {"warning on warning_soft", theme.warning, theme.warning_soft, 4.5},
      {"text on warning_soft", theme.text, theme.warning_soft, 4.5},
      {"bad on surface", theme.bad, theme.surface, 4.5},
      {"bad on bad_soft", theme.bad, theme.bad_soft, 4.5},
      {"text on bad_soft", theme.text, theme.bad_soft, 4.5},
      {"control on page", theme.control, theme.page, 3},
      {"control on surface", theme.control, theme.surface, 3},
      {"focus on page", theme.focus, theme.page, 3},
      {"focus on surface", theme.focus, theme.surface, 3},
  };
  for (const Colour& series : theme.series) {
    pairs.push_back({"series on page", series, theme.page, 3});
    pairs.push_back({"series on surface", series, theme.surface, 3});
  }
  return pairs;
}

}  // namespace

const Theme& light_theme() { return light; }
const Theme& dark_theme() { return dark; }
const Theme& forced_theme(bool is_dark) { return is_dark ? forced_dark : forced_light; }

double contrast_ratio(Colour a, Colour b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return la > lb ? (la + 0.05) / (lb + 0.05) : (lb + 0.05) / (la + 0.05);
}

Colour ink_colour(const Theme& theme, report::Ink ink) {
  using report::Ink;
  switch (ink) {
    case Ink::text: return theme.text;
    case Ink::quiet: return theme.quiet;
    case Ink::line: return theme.line;
    case Ink::accent: return theme.accent;
    case Ink::accent_soft: return theme.accent_soft;
    case Ink::good: return theme.good;
    case Ink::warning: return theme.warning;
    case Ink::bad: return theme.bad;
    default: return theme.series[static_cast<std::size_t>(ink) - static_cast<std::size_t>(Ink::series_1)];
  }
}

std::span<const ContrastPair> contrast_pairs(const Theme& theme) {
  static const std::vector<ContrastPair> of_light = pairs_of(light);
  static const std::vector<ContrastPair> of_dark = pairs_of(dark);
  return &theme == &dark ? of_dark : of_light;
}

}  // namespace storewright::ui

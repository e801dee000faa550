#include "web/ui/theme.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <string>

#include "tests/unit/source_file.h"

using namespace storewright::ui;

TEST_CASE("contrast is 21 between black and white and 1 between equal colours") {
  CHECK(contrast_ratio({0, 0, 0}, {255, 255, 255}) == doctest::Approx(21));
  CHECK(contrast_ratio({255, 255, 255}, {0, 0, 0}) == doctest::Approx(21));
  CHECK(contrast_ratio({90, 96, 104}, {90, 96, 104}) == doctest::Approx(1));
  // 0x767676 on white is the lightest grey of WCAG AA.
  CHECK(contrast_ratio({0x76, 0x76, 0x76}, {255, 255, 255}) == doctest::Approx(4.54).epsilon(0.001));
}

TEST_CASE("every pair of tokens that stand on each other reaches WCAG AA, light and dark") {
  for (const Theme* theme : {&light_theme(), &dark_theme()}) {
    CAPTURE(theme == &dark_theme());
    for (const ContrastPair& pair : contrast_pairs(*theme)) {
      CAPTURE(std::string(pair.name));
      CAPTURE(int(pair.front.red));
      CHECK(contrast_ratio(pair.front, pair.back) >= pair.required);
    }
  }
}

namespace {

// "--accent: #1f5fbf;" as the style sheet writes a token.
std::string css_token(std::string_view name, Colour colour) {
  char text[64];
  std::snprintf(text, sizeof text, "--%s: #%02x%02x%02x;", std::string(name).c_str(), colour.red, colour.green, colour.blue);
  return text;
}

}  // namespace

TEST_CASE("the style sheet has the same colours as the canvas") {
  const std::string css = storewright::source_file("web/host/style.css");
  for (const Theme* theme : {&light_theme(), &dark_theme()}) {
    const std::pair<std::string_view, Colour> tokens[] = {
        {"page", theme->page},   {"surface", theme->surface}, {"text", theme->text},     {"quiet", theme->quiet},
        {"line", theme->line},   {"control", theme->control}, {"accent", theme->accent}, {"accent-soft", theme->accent_soft},
        {"good", theme->good},   {"warning", theme->warning}, {"bad", theme->bad},
    };
    for (const auto& token : tokens) {
      const std::string declaration = css_token(token.first, token.second);
      CAPTURE(declaration);
      CHECK(css.find(declaration) != std::string::npos);
    }
  }
}

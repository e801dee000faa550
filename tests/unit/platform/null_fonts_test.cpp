#include <doctest/doctest.h>

#include <string>

#include "imgui.h"
#include "web/platform/fonts.h"
#include "web/platform/null_platform.h"

using namespace storewright::platform;

namespace {

float width_of(Face face, float size, const std::string& text) {
  ImFont* font = ImGui::GetIO().Fonts->Fonts[static_cast<int>(face)];
  return font->CalcTextSizeA(size * line_per_size, 1e9f, 0, text.data(), text.data() + text.size()).x;
}

}  // namespace

TEST_CASE("the three fonts stand in the order that ui asks for") {
  const NullPlatform platform({});
  REQUIRE(ImGui::GetIO().Fonts->Fonts.Size == 3);
  CHECK(width_of(Face::bold, 16, "database") > width_of(Face::regular, 16, "database"));
  CHECK(width_of(Face::mono, 16, "ii") == doctest::Approx(width_of(Face::mono, 16, "WW")));
}

TEST_CASE("digits are tabular and widths grow with the letter size, odd sizes too") {
  const NullPlatform platform({});
  for (const Face face : {Face::regular, Face::bold, Face::mono}) {
    for (const float size : {13.0f, 14.0f, 15.0f, 16.0f, 32.0f}) {
      CAPTURE(size);
      CHECK(width_of(face, size, "1117") == doctest::Approx(width_of(face, size, "8880")));
      CHECK(width_of(face, size, "0") == doctest::Approx(size * width_of(face, 16, "0") / 16).epsilon(0.001));
    }
  }
}

TEST_CASE("a letter outside of Latin has a width of its own and breaks nothing") {
  const NullPlatform platform({});
  CHECK(width_of(Face::regular, 16, "\u65e5") == doctest::Approx(16));
  CHECK(width_of(Face::regular, 16, "\u03bb") > 0);
  CHECK(width_of(Face::regular, 16, "") == 0);
}

// A profile, and the answer to it, from the JSON that a test writes down.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "core/base/json.h"
#include "core/selection/recommend.h"

namespace storewright::selection {

inline Profile profile_of(const std::string& text) {
  const Result<Json> json = read_json(text);
  REQUIRE(json);
  const Result<Profile> profile = read_profile(*json);
  REQUIRE(profile);
  return *profile;
}

/// By the rules that are built in.
inline Recommendation answer_to(const std::string& text) { return recommend(profile_of(text), knowledge::built_in()); }

}  // namespace storewright::selection

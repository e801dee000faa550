// What the guide remembers: the packs that were fetched, the section to go to, and the values in its live parts.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/guide/chapter.h"
#include "core/guide/consistency_needs.h"

namespace storewright::app {

using LinkFields = std::vector<std::pair<std::string, std::string>>;

/// A pack that is fetched when first shown.
template <class Content>
struct Fetched {
  enum class Status { absent, asked, loaded, failed } status = Status::absent;
  std::string problem;
  Content content = {};
};

/// The live part of the chapter on consistency.
struct ConsistencyNeeds {
  selection::Profile profile = guide::consistency_example();
  LinkFields unknown;                                   // of the link it was opened with, kept
  std::optional<selection::Profile> asked;              // for which the answer below was made
  guide::ConsistencyFilter filter;
};

struct GuideState {
  Fetched<guide::Index> index;
  std::map<std::string, Fetched<guide::Chapter>, std::less<>> chapters;  // by id
  std::string at;                                       // anchor to go to, "" once it was reached
  float at_y = -1;                                      // where its heading was last seen
  ConsistencyNeeds needs;
};

}  // namespace storewright::app

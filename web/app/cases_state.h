// What the case pages hold: the pack once it is fetched, and where on its axis the open case stands.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/cases/show.h"

namespace storewright::app {

struct CasesState {
  enum class Status { absent, asked, loaded, failed } status = Status::absent;
  std::string problem;
  std::vector<cases::Case> all;
  cases::ShowInput place;                                          // users or month of the link; its case and phase are the route's
  std::vector<std::pair<std::string, std::string>> unknown;        // fields of the link, kept
  std::vector<std::pair<std::string, cases::ShowInput>> undo;      // route and place
  std::optional<cases::ShowInput> shown_input;
  std::optional<Result<cases::ShowAnswer>> shown;
};

}  // namespace storewright::app

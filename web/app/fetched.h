// Packs that a page fetches when it first needs them: asked for once, awaited, taken, with a way to try again.
#pragma once

#include <string>

#include "web/app/pages.h"

namespace storewright::app {

template <class Content>
void ask_for(State& state, Fetched<Content>& pack, std::string name) {
  pack.status = Fetched<Content>::Status::asked;
  state.wish({.kind = "fetch", .value = std::move(name)});
}

/// Asks for a pack when nobody has, and says that it is on its way or what went wrong, with a retry. True once it is there.
template <class Content>
bool have(State& state, Fetched<Content>& pack, const std::string& name) {
  using Status = typename Fetched<Content>::Status;
  if (pack.status == Status::absent) ask_for(state, pack, name);
  if (pack.status == Status::asked) ui::status("Fetching the text.", {.size = ui::text_small});
  if (pack.status == Status::failed) {
    problem_card(state, 9008, pack.problem, "pack-problem");
    ui::gap(8);
    if (ui::button("Try again", {.id = "pack-again"})) ask_for(state, pack, name);
  }
  return pack.status == Status::loaded;
}

template <class Content>
void take(Fetched<Content>& pack, const Result<Json>& json, Result<Content> (*read)(const Json&)) {
  using Status = typename Fetched<Content>::Status;
  Result<Content> content = json ? read(*json) : Result<Content>(json.problems());
  if (content) pack = {Status::loaded, "", content.take()};
  else pack = {Status::failed, content.problems().front().message, {}};
}

}  // namespace storewright::app

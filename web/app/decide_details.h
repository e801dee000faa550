// What the explaining parts of the Decide page work out over several frames, for one profile.
#pragma once

#include <optional>
#include <utility>

#include "core/report/scene.h"
#include "core/selection/nearest.h"
#include "core/selection/nearest_case.h"
#include "core/selection/next_question.h"
#include "core/selection/ranges.h"
#include "web/app/state.h"

namespace storewright::app {

/// The searches refer to the profile beside them, so this never moves.
struct DecideDetails {
  explicit DecideDetails(selection::Profile of) : profile(std::move(of)) {}

  selection::Profile profile;
  bool worked = false;  // this frame has done its share
  std::optional<selection::Worlds> asking;
  std::optional<selection::QuestionAnswer> question;
  std::optional<selection::FlipSearch> flips;
  bool flips_done = false;
  std::optional<selection::Worlds> ranging;
  std::optional<selection::RangesAnswer> ranges;
  std::string target;                                   // the engine that `target_search` is about
  std::optional<selection::TargetSearch> target_search;
  std::optional<selection::TargetAnswer> target_answer;
  std::optional<selection::ContradictionSearch> ways_out;
  std::optional<selection::Contradiction> contradiction;
  Cached<std::string, selection::Recommendation> other;  // of the profile compared with, by its text
  std::optional<std::vector<selection::NearCase>> near_cases;
  float picture_width = 0;
  std::optional<report::Scene> picture;
};

/// Those of the profile on screen; fresh ones when it has changed.
DecideDetails& details_of(State& state);

/// Whether this frame may still work on something; then it asks for the next one. A frame does one share, so that it stays
/// within 16 ms and no key or press waits.
bool may_work(DecideDetails& details);

/// One share of work in the browser's module, each some milliseconds.
inline constexpr int worlds_a_frame = 200;
inline constexpr int decisions_a_frame = 300;
inline constexpr int worlds_in_all = 2000;

/// Takes over a whole profile that was offered: an undo step and an entry of the history.
void take_profile(State& state, const selection::Profile& profile);

// The sections, in their order
void decide_beside(State& state);
void decide_best_fits(State& state);
void decide_path(State& state);
void decide_why_not(State& state);
void decide_what_if(State& state);
void decide_risks(State& state);
void decide_published(State& state);
void decide_compare(State& state);
void decide_every_engine(State& state);

}  // namespace storewright::app

// What the pages share: the profile that travels, the open page, what the reader changed, wishes for the host.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/knowledge/knowledge.h"
#include "core/labs/join_steps.h"
#include "core/labs/ring.h"
#include "core/labs/scatter.h"
#include "core/report/link.h"
#include "core/report/scene.h"
#include "core/selection/recommend.h"
#include "web/app/app.h"
#include "web/app/calculator_state.h"
#include "web/app/guide_state.h"
#include "web/app/scaling_state.h"
#include "web/app/reference_state.h"
#include "web/app/embed.h"
#include "web/app/practice_state.h"
#include "web/app/cases_state.h"

namespace storewright::app {

/// A result that is computed again only when its input changed.
template <class Input, class Answer>
struct Cached {
  std::optional<Input> input;
  std::optional<Answer> answer;

  template <class Compute>
  const Answer& get(const Input& now, Compute&& compute) {
    if (!answer || !(*input == now)) {
      answer = compute(now);
      input = now;
    }
    return *answer;
  }
};

/// Something that is fetched when it is first needed.
struct FetchState {
  enum class Status { absent, asked, loaded, failed } status = Status::absent;
  std::string problem;
};

/// What a link of the Decide page holds besides the profile.
struct DecideView {
  std::string kind;                                     // preset that the sentence names, "" for none
  std::optional<Range> users;                           // for how many the sentence builds it; absent: as many as the preset
  std::string engine;                                   // that the reader asks about: "why not …?"
  std::string other;                                    // the profile to compare with, as fields of a link; "" for none

  bool operator==(const DecideView&) const = default;
};
FieldTable decide_view_fields();

/// What a reader has said, at one time.
struct DecideStep {
  selection::Profile profile;
  DecideView view;
  std::vector<std::string> skipped;                     // fields that the reader could not answer when asked
};

struct DecideDetails;                                   // decide_details.h: what is worked out over several frames

/// The Decide page: the profile is its input, the rest is how it is looked at.
struct DecideState {
  selection::Profile profile;
  DecideView view;
  std::vector<std::string> skipped;
  bool came_with_profile = false;                       // the first link had one: the answer is what the reader came for
  bool asking = false;                                  // the reader wants to be asked with nothing answered yet
  std::string typed;                                    // number that answers the question asked, not yet taken
  std::uint32_t ticked = 0;                             // the same of a list
  LinkFields unknown;                                   // of the link it was opened with, kept
  std::vector<DecideStep> undo;                         // earlier steps, the last one is the newest
  std::string opened_digest;                            // of the link it was opened with
  std::string opened_data;
  Cached<selection::Profile, selection::Recommendation> recommendation;
  Cached<selection::Profile, std::string> digest;
  std::shared_ptr<DecideDetails> details;
};

/// What a ring input gives: its numbers and its picture, made once for each input.
struct RingResult {
  Result<labs::RingAnswer> answer;
  std::optional<report::Scene> picture;
};

/// The shard ring lab: its input struct, and where the joining shard stands.
struct RingState {
  labs::RingInput input;
  LinkFields unknown;
  labs::JoinState join;
  std::string lookup = "42";                            // company ids of the query to plan, separated by commas
  double within_percent = 99;
  std::vector<std::pair<labs::RingInput, labs::JoinState>> undo;
  Cached<labs::RingInput, RingResult> result;
};

struct MigrationsState;
struct AuditState;
struct CalculateState;
struct CostCompareState;

struct Notice {
  int code = 0;
  std::string text;
};

struct State {
  const knowledge::Knowledge* knowledge = nullptr;      // with evidence once that is loaded
  std::optional<knowledge::Knowledge> with_evidence;
  FetchState evidence;                                  // the evidence pack
  FetchState code{FetchState::Status::loaded, ""};      // of the pages after the first ones; only a browser says that it is absent
  std::string href;                                     // the address as the host knows it
  std::string route;                                    // "", "decide", "labs/ring", "tools"
  std::string reading_mode;                             // "text" while the link asks for the text view
  Problems link_problems;                               // of the link this page was opened with
  EmbedState embed;
  DecideState decide;
  RingState ring;
  TcoState tco;
  ScalingState scaling;
  ReferenceState reference;
  PracticeState practice;
  CasesState cases;
  GuideState guide;
  std::shared_ptr<MigrationsState> migrations;          // made by its page, so that the first pages need not know it
  std::shared_ptr<AuditState> audit;                    // the checked figures, in the same way
  std::shared_ptr<CalculateState> calculate;            // the small calculators, made by their page
  std::shared_ptr<CostCompareState> cost_compare;       // likewise
  std::string preset;                                   // of the home page
  Cached<std::string, std::string> preset_answer;       // its answer in a sentence
  std::string theme = "system";
  std::string day;                                      // ISO date of today as the host says it, "" when it did not
  double clock_start_ms = 0;                            // when the clock of frames began, since 1970; 0 where nobody says
  double clock_ms = 0;                                  // of this frame, since then
  double wake_in_ms = -1;                               // when this page wants to be drawn again by itself; negative: never
  std::vector<Notice> notices;
  std::string toast;                                    // last thing done, announced and shown
  std::vector<Wish> wishes;
  bool named_step = false;                              // this frame's change deserves a history entry
  std::string announced;
  std::string part_title;                               // before the page's own in the document's title: "PostgreSQL · "

  void wish(Wish wish) { wishes.push_back(std::move(wish)); }
};

/// What a page is called, where it lives, how it is drawn.
struct Page {
  std::string_view route;
  std::string_view title;          // of the document and in the navigation
  void (*draw)(State& state);
  // The page's state as link fields, and back. Null where the page has none.
  LinkFields (*to_link)(const State& state);
  void (*from_link)(State& state, const report::Link& link);
  bool (*undo)(State& state);      // false when there is nothing to undo
  bool has_parts = false;          // "reference" also answers to "reference/postgresql"; see `part_of_route`
  // What the page fetches and keeps for itself: the content packs "<pack>" and "<pack>_…", and what the browser kept under
  // keys "<start>…".
  std::string_view pack = {};
  void (*take_pack)(State& state, std::string_view name, const Result<Json>& pack) = nullptr;
  std::string_view stored_start = {};
  void (*take_stored)(State& state, const std::string& key, const std::string& value) = nullptr;
};

/// A part of a first page that comes with the later pages: explanations, not the first answer.
struct Part {
  std::string_view name;           // "decide/interview"
  void (*draw)(State& state);
  // A pack that it fetches for itself, as of a page.
  std::string_view pack = {};
  void (*take_pack)(State& state, std::string_view name, const Result<Json>& pack) = nullptr;
};
std::span<const Part> parts();
/// Null for a name that no part has.
const Part* find_part(std::string_view name);

/// What follows the page's own route: "postgresql" of "reference/postgresql", "" for the page itself.
std::string_view part_of_route(const State& state);

/// All pages, in the order of the navigation.
std::span<const Page> pages();
const Page* find_page(std::string_view route);

/// The code of this page is there from the start: it came with what every reader loads.
bool is_first_page(const Page& page);
/// The page's code has not come yet, so that none of its functions may be called.
bool waits_for_code(const State& state, const Page* page);

/// The link of the open page with everything it holds.
std::string link_of(const State& state);

}  // namespace storewright::app

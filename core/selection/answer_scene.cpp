#include "core/selection/answer_scene.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/report/architecture_scene.h"

namespace storewright::selection {
namespace {

// With three columns a name needs more room than with two.
constexpr double three_columns_from = 760;

std::string name_of(const knowledge::Knowledge& knowledge, std::string_view id) {
  const knowledge::Engine* engine = knowledge.engine(id);
  return engine ? engine->name : std::string(id);
}

bool filled_by_application(const Addon& addon) { return addon.feed.find("application") != addon.feed.npos; }

// What the application writes there alone stands nowhere else.
bool holds_its_own(const Addon& addon) {
  return addon.feed.starts_with("none") || addon.feed.starts_with("the application");
}

// "cache-aside: the application fills it …" -> "cache-aside": the arrow has room for two or three words.
std::string short_feed(const Addon& addon) {
  if (holds_its_own(addon)) return "reads, writes";
  const std::string& feed = addon.feed;
  return feed.substr(0, std::min(feed.find(':'), feed.find(" from ")));
}

std::string primary_holds(const Recommendation& answer, const knowledge::Knowledge& knowledge) {
  const Primary& primary = *answer.primary;
  if (primary.run_as == "with_extension") return "with " + name_of(knowledge, primary.run_as_record);
  if (primary.run_as == "service") return "as " + name_of(knowledge, primary.run_as_record);
  return "holds the truth";
}

std::string takeaway(const Recommendation& answer, const knowledge::Knowledge& knowledge) {
  const std::string primary = name_of(knowledge, answer.primary->engine);
  if (answer.addons.empty()) return "One store, " + primary + ": nothing has to be kept in step.";
  std::vector<std::string> copies, own;
  for (const Addon& addon : answer.addons) (holds_its_own(addon) ? own : copies).push_back(name_of(knowledge, addon.engine));
  std::string says = primary + " holds the truth";
  if (!copies.empty()) says += "; what " + sentence_list(copies) + (copies.size() == 1 ? " holds" : " hold") + " can be built again from it";
  if (!own.empty()) says += "; what the application keeps in " + sentence_list(own) + " stands nowhere else";
  return says + ".";
}

}  // namespace

report::Scene answer_scene(const Recommendation& answer, const knowledge::Knowledge& knowledge, double width) {
  report::Architecture picture{.title = "The stores of this answer", .takeaway = takeaway(answer, knowledge), .boxes = {}, .arrows = {}};
  picture.boxes.push_back({.name = "Your application", .holds = "", .ink = report::Ink::quiet});
  picture.boxes.push_back({.name = name_of(knowledge, answer.primary->engine),
                           .holds = primary_holds(answer, knowledge),
                           .ink = report::Ink::accent,
                           .strong = true,
                           .column = 1});
  picture.arrows.push_back({0, 1, "reads, writes"});
  int after = 0, below = 1;
  for (const Addon& addon : answer.addons) {
    const bool own = filled_by_application(addon);
    picture.boxes.push_back({.name = name_of(knowledge, addon.engine),
                             .holds = addon.role,
                             .ink = report::Ink::accent,
                             .column = own ? 1 : 2,
                             .row = own ? below++ : after++});
    picture.arrows.push_back({own ? std::size_t{0} : std::size_t{1}, picture.boxes.size() - 1, short_feed(addon)});
  }
  const bool wide = after == 0 ? width >= report::architecture_columns_from : width >= three_columns_from;
  const double stacked = report::architecture_columns_from - 1;
  return report::architecture_scene(picture, wide || width < stacked ? width : stacked);
}

}  // namespace storewright::selection

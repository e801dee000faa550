#include "core/guide/figures.h"

#include "core/labs/consistency_scenes.h"

namespace storewright::guide {
namespace {

std::optional<report::Scene> lost_update(double width) {
  const Result<labs::LostUpdateAnswer> answer = labs::lose_updates({});
  return answer ? std::optional(labs::lost_update_scene(*answer, width)) : std::nullopt;
}

std::optional<report::Scene> replica_lag(double width) {
  const labs::ReplicaLagInput input;
  const Result<labs::ReplicaLagAnswer> answer = labs::follow_replicas(input);
  return answer ? std::optional(labs::replica_lag_scene(input, *answer, width)) : std::nullopt;
}

// A new figure is one row here and one name in names.h.
struct Figure {
  std::string_view name;
  std::optional<report::Scene> (*scene)(double width);
};
constexpr Figure figures[] = {{"lost-update", lost_update}, {"replica-lag", replica_lag}};

}  // namespace

std::optional<report::Scene> figure_scene(std::string_view name, double width) {
  for (const Figure& figure : figures)
    if (figure.name == name) return figure.scene(width);
  return std::nullopt;
}

}  // namespace storewright::guide

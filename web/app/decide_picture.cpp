// The stores of the answer as a picture.
#include "core/selection/answer_scene.h"
#include "web/app/decide_details.h"
#include "web/app/pages.h"

namespace storewright::app {

void decide_picture(State& state) {
  const selection::Recommendation& answer = decide_answer(state);
  if (!answer.primary) return;
  DecideDetails& details = details_of(state);
  const float width = ui::frame().area.width;
  if (!details.picture || details.picture_width != width) {
    details.picture = selection::answer_scene(answer, *state.knowledge, static_cast<double>(width));
    details.picture_width = width;
  }
  ui::Scope section(ui::Role::section, "How the parts fit together", "picture");
  ui::gap(28);
  ui::heading(2, "How the parts fit together");
  ui::gap(12);
  ui::figure("stores", *details.picture);
}

}  // namespace storewright::app

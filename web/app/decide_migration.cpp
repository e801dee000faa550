// The store that stands there today, on the Decide page: its next step first. What is known about it comes with the later pages.
#include "web/app/pages.h"

namespace storewright::app {

void migration_section(State& state, const selection::Recommendation& answer) {
  if (!answer.migration) return;
  const Page* page = find_page("reference/migrations");
  ui::Scope section(ui::Role::section, "The store you run", "migration");
  {
    ui::Card card("store-you-run", ui::CardTone::plain, 16);
    ui::heading(2, "The store you run");
    ui::gap(4);
    if (page != nullptr && !waits_for_code(state, page)) {
      page->on_decide(state, answer);
    } else {
      ui::text(answer.migration->note);
      if (state.code.status == FetchState::Status::absent) {
        state.code.status = FetchState::Status::asked;
        state.wish({.kind = "code", .value = ""});
      }
    }
  }
  ui::gap(20);
}

}  // namespace storewright::app

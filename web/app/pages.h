// The pages and the parts they share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/app/state.h"
#include "web/ui/widgets.h"

namespace storewright::app {

void home_page(State& state);
void decide_page(State& state);
void ring_page(State& state);
void tco_page(State& state);
void reference_page(State& state);
void guide_page(State& state);
void tools_page(State& state);
void missing_page(State& state);

// Decide
LinkFields decide_link(const State& state);
LinkFields decide_fields(const selection::Profile& profile);
void decide_from_link(State& state, const report::Link& link);
bool decide_undo(State& state);
const selection::Recommendation& decide_answer(State& state);
/// Replaces the profile and remembers the old one.
void change_profile(State& state, selection::Profile profile);
void decide_form(State& state);
void decide_result(State& state);

// Ring
LinkFields ring_link(const State& state);
void ring_from_link(State& state, const report::Link& link);
bool ring_undo(State& state);

// Total cost
LinkFields tco_link(const State& state);
void tco_from_link(State& state, const report::Link& link);
bool tco_undo(State& state);

// Reference
LinkFields reference_link(const State& state);
void reference_from_link(State& state, const report::Link& link);
void reference_card(State& state, std::string_view id);

// Guide
LinkFields guide_link(const State& state);
void guide_from_link(State& state, const report::Link& link);
void guide_chapter(State& state, const guide::Chapter& chapter);
/// True when the pack is one of the guide that was asked for.
bool take_guide_pack(State& state, std::string_view name, const Result<Json>& json);

// Shared parts
/// Title and one-sentence purpose.
void page_head(std::string_view title, std::string_view purpose);
/// Undo, reset, copy link, copy as message, downloads.
struct PageAction {
  std::string_view label;
  std::string_view id;
};
void copy_link_button(State& state);
void copy_button(State& state, std::string_view label, std::string text, std::string_view done);
void download_button(State& state, std::string_view label, std::string file, std::string type, std::string text);
/// A note of the content with its correction; its text is fetched when first shown.
void note(State& state, std::string_view id, bool with_title = true);
/// Asks for the evidence pack when nobody has, and says that it is on its way or what went wrong, with a retry.
void need_evidence(State& state);
/// One source as an item of a list: its title, with its address, who published it and when it was read.
void source_item(const knowledge::Source& source);
/// What went wrong, with its cure and its code.
void problem_card(const State& state, int code, const std::string& message, std::string_view id);
/// Sources at the foot of a page: titles, and addresses with dates on demand.
void sources(State& state, const std::vector<std::string>& ids);
/// What the reader must know before the page: problems of its link, notices.
void page_notices(State& state);
/// The last thing done, in a line below the page.
void page_toast(State& state);
/// Header, navigation, notices, page, footer.
void page_frame(State& state, const Page* page);

}  // namespace storewright::app

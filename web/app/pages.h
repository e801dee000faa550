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
void scaling_page(State& state);
void reference_page(State& state);
void cases_page(State& state);
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
/// Remembers what the reader has said so far, for undo: before it changes.
void remember_step(State& state);
/// The profile of each preset, in the order of the presets.
const std::vector<selection::Profile>& preset_profiles(const knowledge::Knowledge& knowledge);
/// "We are building [a recipe app] for [50,000] people …", and the examples.
void decide_sentence(State& state);
void decide_examples(State& state);
void decide_form(State& state);
/// The answer itself: who, how sure, why, for how long, how to run it.
void decide_answer_card(State& state);
/// The texts behind the five questions.
void decide_background(State& state);
// Parts of Decide that come with the later pages
void decide_contradiction(State& state);
void decide_interview(State& state);
void decide_migration(State& state);
void decide_picture(State& state);
void decide_details(State& state);

// Ring
LinkFields ring_link(const State& state);
void ring_from_link(State& state, const report::Link& link);
bool ring_undo(State& state);

// Calculate
void calculate_page(State& state);
LinkFields calculate_link(const State& state);
void calculate_from_link(State& state, const report::Link& link);
bool calculate_undo(State& state);
/// The small calculators as the host fetched them, or what kept them.
void calculate_take_pack(State& state, std::string_view name, const Result<Json>& pack);

// Total cost
LinkFields tco_link(const State& state);
void tco_from_link(State& state, const report::Link& link);
bool tco_undo(State& state);

// Compare costs
void cost_compare_page(State& state);
LinkFields cost_compare_link(const State& state);
void cost_compare_from_link(State& state, const report::Link& link);
bool cost_compare_undo(State& state);
/// The price book as the host fetched it, or what kept it.
void cost_compare_take_pack(State& state, std::string_view name, const Result<Json>& pack);

// Scaling
LinkFields scaling_link(const State& state);
void scaling_from_link(State& state, const report::Link& link);
bool scaling_undo(State& state);
/// The rules as the host fetched them, or what kept them.
void scaling_take_pack(State& state, std::string_view name, const Result<Json>& pack);

// Reference
LinkFields reference_link(const State& state);
void reference_from_link(State& state, const report::Link& link);
bool reference_undo(State& state);
void reference_take_pack(State& state, std::string_view name, const Result<Json>& pack);
void reference_card(State& state, std::string_view id);

// Migrations
void migrations_page(State& state);
LinkFields migrations_link(const State& state);
void migrations_from_link(State& state, const report::Link& link);
bool migrations_undo(State& state);
/// The tables as the host fetched them, or what kept them.
void migrations_take_pack(State& state, std::string_view name, const Result<Json>& pack);

// Practise
void practice_page(State& state);
LinkFields practice_link(const State& state);
void practice_from_link(State& state, const report::Link& link);
/// The questions arrived, or what kept them.
void practice_take_pack(State& state, std::string_view name, const Result<Json>& pack);
/// What the browser kept of an earlier visit; a key of another page is left alone.
void practice_take_stored(State& state, const std::string& key, const std::string& value);
/// Brings back progress that was forgotten, or replaced by what was read.
bool practice_undo(State& state);

// Cases
/// The pack of cases as the host fetched it, or what kept it.
void cases_take_pack(State& state, std::string_view name, const Result<Json>& pack);
/// True when the cases are here; otherwise asks for them and says how it stands.
bool cases_are_here(State& state);
void case_page(State& state, const cases::Case& study, std::string_view phase);
LinkFields cases_link(const State& state);
void cases_from_link(State& state, const report::Link& link);
bool cases_undo(State& state);

// Guide
LinkFields guide_link(const State& state);
void guide_from_link(State& state, const report::Link& link);
void guide_chapter(State& state, const guide::Chapter& chapter);
/// The list of chapters or one of them, as the host fetched it, or what kept it.
void guide_take_pack(State& state, std::string_view name, const Result<Json>& json);

// Shared parts
/// Title and one-sentence purpose.
void page_head(std::string_view title, std::string_view purpose);
/// Moves the focus to the title: what is below it has become something else, and is read from its beginning.
void read_from_title(State& state);
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
/// Asks for it when one of these sources has no title yet: those that no rule cites. `sources` says what became of it.
void need_titles(State& state, const std::vector<std::string>& ids);
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
/// A part of a first page, or what stands in its place while its code is on its way (`awaited` says for what) or did not
/// come. True when the part was drawn.
bool draw_part(State& state, std::string_view name, std::string_view awaited);
/// The page itself, or what stands in its place: that it does not exist, that its code is on its way or did not come.
void draw_page(State& state, const Page* page);
/// Header, navigation, notices, page, footer.
void page_frame(State& state, const Page* page);

}  // namespace storewright::app

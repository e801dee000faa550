#include "web/app/app.h"

#include <algorithm>
#include <utility>

#include "core/base/json.h"
#include "web/app/pages.h"
#include "web/ui/draw.h"
#include "web/ui/form.h"

namespace storewright::app {
namespace {

constexpr std::string_view theme_key = "theme";

std::string text_member(const Json& json, std::string_view key) {
  const Json* value = json.find(key);
  if (value == nullptr) return "";
  if (value->text() != nullptr) return *value->text();
  if (value->number() != nullptr) return shortest_number(*value->number());
  if (value->boolean() != nullptr) return *value->boolean() ? "true" : "false";
  return "";
}

// "guide" and "guide_factors_consistency" are packs of the page whose pack is "guide".
bool is_pack_of(const Page& page, std::string_view name) {
  return name == page.pack || (name.starts_with(page.pack) && name[page.pack.size()] == '_');
}

}  // namespace

struct App::State : app::State {
  View view;
  ui::Memory memory;
  ui::Tree tree;
  std::vector<ui::Action> actions;
  bool address_known = false;    // the host has told the first one
  bool again = true;             // sizes were guessed: one more frame
  std::vector<std::pair<std::string, std::string>> stored;  // for pages whose code has not come yet
  std::string embed_query;       // that the page was opened with, "" outside of an embed

  void open(std::string_view fragment);
  void open_embed(std::string_view query);
  void take_action(const Json& message);
  void queue_action(ui::Action action);
  std::vector<ui::Action> actions_of_this_frame();
  void take_pack(const Json& message);
  void take_code(const Json& message);
  void take_evidence(const Result<Json>& pack);
  void take_stored(const Json& message);
  void take_day(const Json& message);
  void hand_out_stored(const std::string& key, const std::string& value);
  void report_address();
  void fit_frame(float content_height);
};

void App::State::open(std::string_view fragment) {
  href = fragment;
  address_known = true;
  link_problems.clear();
  memory.drafts.clear();
  Result<report::Link> parsed = report::parse_link(fragment);
  if (!parsed) {
    link_problems = parsed.problems();
    route = "";
    toast.clear();
    return;
  }
  report::Link link = parsed.take();
  if (link.route != route) toast.clear();   // what was done there is no news here
  // How the page is read is the host's business; the link keeps it.
  const auto mode = std::find_if(link.fields.begin(), link.fields.end(), [](const auto& field) { return field.first == "mode"; });
  reading_mode = mode == link.fields.end() ? "" : mode->second;
  if (mode != link.fields.end()) link.fields.erase(mode);
  route = link.route;
  const Page* page = find_page(route);
  if (page != nullptr && !waits_for_code(*this, page) && page->from_link != nullptr) page->from_link(*this, link);
}

// The same page as a link would open, then what only an embed asks for.
void App::State::open_embed(std::string_view query) {
  embed_query = query;
  report::Embed wanted = report::read_embed(query);
  memory.access = {wanted.lock, wanted.show};
  if (wanted.text) wanted.link.fields.emplace_back("mode", "text");
  open(report::format_link(wanted.link));
  const Page* page = find_page(route);
  if (waits_for_code(*this, page)) embed.on = true;
  else begin_embed(*this, page, wanted);
}

void App::State::take_action(const Json& message) {
  const std::string id = text_member(message, "id");
  const std::string kind = text_member(message, "kind");
  const std::string value = text_member(message, "value");
  if (kind == "focus") {
    memory.focused = id;
    memory.focus_visible = value == "true";
  } else if (kind == "blur") {
    if (memory.focused == id) memory.focused.clear();
  } else {
    queue_action({id, kind, value});
  }
}

// Of values only the last counts; presses count one by one.
void App::State::queue_action(ui::Action action) {
  const auto same = std::find_if(actions.begin(), actions.end(),
                                 [&](const ui::Action& one) { return one.id == action.id && one.kind == action.kind; });
  if (same == actions.end() || action.kind == "press") actions.push_back(std::move(action));
  else same->value = std::move(action.value);
}

// A widget takes one press a frame; what comes after it waits for the next.
std::vector<ui::Action> App::State::actions_of_this_frame() {
  std::vector<ui::Action> now;
  std::vector<ui::Action> later;
  for (ui::Action& action : actions) {
    const bool taken = std::any_of(now.begin(), now.end(), [&](const ui::Action& one) { return one.id == action.id && one.kind == action.kind; });
    (taken ? later : now).push_back(std::move(action));
  }
  actions = std::move(later);
  return now;
}

void App::State::take_pack(const Json& message) {
  const std::string name = text_member(message, "name");
  const std::string problem = text_member(message, "error");
  const Result<Json> pack = problem.empty() ? read_json(text_member(message, "text"), pack_limits) : Result<Json>(Problem{9008, "", problem});
  if (code.status == FetchState::Status::loaded)
    for (const Part& part : parts())
      if (part.take_pack != nullptr && part.pack == name) return part.take_pack(*this, name, pack);
  for (const Page& page : pages())
    if (page.take_pack != nullptr && is_pack_of(page, name) && !waits_for_code(*this, &page)) return page.take_pack(*this, name, pack);
  if (name == "evidence") take_evidence(pack);
}

void App::State::take_evidence(const Result<Json>& pack) {
  Result<knowledge::Knowledge> full = pack ? knowledge::with_evidence(knowledge::read_built_in(), *pack) : Result<knowledge::Knowledge>(pack.problems());
  if (!full) {
    evidence = {FetchState::Status::failed, full.problems().front().message};
    return;
  }
  with_evidence = full.take();
  knowledge = &*with_evidence;
  evidence = {FetchState::Status::loaded, ""};
}

// The host has the code of the later pages, or has not: see "code" in app.h. A page that waited for it is opened now.
void App::State::take_code(const Json& message) {
  const std::string status = text_member(message, "status");
  const bool waited = waits_for_code(*this, find_page(route));
  if (status == "absent") code = {FetchState::Status::absent, ""};
  if (status == "failed") code = {FetchState::Status::failed, text_member(message, "error")};
  if (status != "loaded") return;
  code = {FetchState::Status::loaded, ""};
  for (const auto& [key, value] : std::exchange(stored, {})) hand_out_stored(key, value);
  if (!waited) return;
  const std::string mode = reading_mode;  // may have been changed meanwhile
  if (embed.on) open_embed(std::string(embed_query));
  else open(std::string(href));
  reading_mode = mode;
}

void App::State::take_stored(const Json& message) {
  const std::string key = text_member(message, "key");
  const std::string value = text_member(message, "value");
  if (key == theme_key && (value == "light" || value == "dark")) theme = value;
  hand_out_stored(key, value);
}

void App::State::take_day(const Json& message) {
  day = text_member(message, "value");
  const Json* clock = message.find("clock");
  if (clock != nullptr && clock->number() != nullptr) clock_start_ms = *clock->number();
}

// To the page whose key it is, or kept for it until its code is here.
void App::State::hand_out_stored(const std::string& key, const std::string& value) {
  for (const Page& page : pages()) {
    if (page.take_stored == nullptr || !key.starts_with(page.stored_start)) continue;
    if (waits_for_code(*this, &page)) stored.emplace_back(key, value);
    else page.take_stored(*this, key, value);
  }
}

// The frame around an embed takes the height of what is in it, and its links lead out of it.
void App::State::fit_frame(float content_height) {
  tree.height = content_height;
  for (ui::Node& node : tree.nodes)
    if (node.role == ui::Role::link) node.href = outward(node.href);
}

// Tells the host when the page's state no longer is what the address says.
void App::State::report_address() {
  const std::string now = link_of(*this);
  if (address_known && now != href) {
    wish({.kind = "route", .value = now, .key = named_step ? "push" : "replace"});
    href = now;
  }
  named_step = false;
}

App::App() : state_(std::make_unique<State>()) { state_->knowledge = &knowledge::built_in(); }
App::~App() = default;

void App::set_view(const View& view) { state_->view = view; }

void App::send(std::string_view json) {
  const Result<Json> message = read_json(json, pack_limits);
  if (!message || message->object() == nullptr) {
    state_->notices.push_back({9007, "A message to this page could not be read and was ignored. Nothing changed."});
    return;
  }
  const std::string type = text_member(*message, "type");
  if (type == "route") state_->open(text_member(*message, "href"));
  else if (type == "embed") state_->open_embed(text_member(*message, "query"));
  else if (type == "action") state_->take_action(*message);
  else if (type == "pack") state_->take_pack(*message);
  else if (type == "code") state_->take_code(*message);
  else if (type == "stored") state_->take_stored(*message);
  else if (type == "day") state_->take_day(*message);
  else if (type == "undo") {
    const Page* page = find_page(state_->route);
    if (page != nullptr && !waits_for_code(*state_, page) && page->undo != nullptr && page->undo(*state_)) {
      state_->memory.drafts.clear();
      state_->toast = "Undone.";
    }
  } else if (type == "not_copied") {
    state_->toast = "Your browser did not allow copying; select the text and copy it by hand.";
  } else if (type == "notice") {
    const Json* code = message->find("code");
    const double* number = code != nullptr ? code->number() : nullptr;
    const bool known = number != nullptr && *number >= 0 && *number <= 9999;  // beyond int, a cast would be undefined
    state_->notices.push_back({known ? static_cast<int>(*number) : 9007, text_member(*message, "text")});
  }
}

void App::set_clock(double ms) { state_->clock_ms = ms; }

void App::frame() {
  State& state = *state_;
  state.wake_in_ms = -1;
  const View& view = state.view;
  ui::begin_frame({.width = view.width, .height = view.height, .scroll_y = view.scroll_y, .dark = view.dark,
                   .forced_colors = view.forced_colors, .coarse_pointer = view.coarse_pointer},
                  state.memory, state.actions_of_this_frame());
  ui::begin_surface();
  const Page* page = find_page(state.route);
  state.part_title.clear();
  page_frame(state, page);
  ui::end_surface();
  const bool put_back = !waits_for_code(state, page) && keep_locked(state, page);
  state.again = ui::frame().again || !state.actions.empty() || put_back;
  ui::frame().tree.title = page == nullptr || page->route.empty() ? "Storewright"
                                                                               : state.part_title + std::string(page->title) + " · Storewright";
  ui::frame().tree.route = state.route;
  ui::frame().tree.announcement = state.toast.empty() ? state.announced : state.toast;
  const float content_height = ui::frame().y;
  state.tree = ui::end_frame();
  if (state.embed.on) state.fit_frame(content_height);
  state.report_address();
}

const ui::Tree& App::tree() const { return state_->tree; }

std::vector<Wish> App::take_wishes() { return std::exchange(state_->wishes, {}); }

double App::wants_frame_in() const { return state_->again ? 0 : state_->wake_in_ms; }

}  // namespace storewright::app

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

}  // namespace

struct App::State : app::State {
  View view;
  ui::Memory memory;
  ui::Tree tree;
  std::vector<ui::Action> actions;
  std::string href;              // the address as the host knows it
  bool address_known = false;    // the host has told the first one
  bool again = true;             // sizes were guessed: one more frame

  void open(std::string_view fragment);
  void open_embed(std::string_view query);
  void take_action(const Json& message);
  void queue_action(ui::Action action);
  std::vector<ui::Action> actions_of_this_frame();
  void take_pack(const Json& message);
  void take_stored(const Json& message);
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
    return;
  }
  report::Link link = parsed.take();
  // How the page is read is the host's business; the link keeps it.
  const auto mode = std::find_if(link.fields.begin(), link.fields.end(), [](const auto& field) { return field.first == "mode"; });
  reading_mode = mode == link.fields.end() ? "" : mode->second;
  if (mode != link.fields.end()) link.fields.erase(mode);
  route = link.route;
  const Page* page = find_page(route);
  if (page != nullptr && page->from_link != nullptr) page->from_link(*this, link);
}

// The same page as a link would open, then what only an embed asks for.
void App::State::open_embed(std::string_view query) {
  report::Embed wanted = report::read_embed(query);
  memory.access = {wanted.lock, wanted.show};
  if (wanted.text) wanted.link.fields.emplace_back("mode", "text");
  open(report::format_link(wanted.link));
  begin_embed(*this, find_page(route), wanted);
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
  if (take_guide_pack(*this, name, pack) || name != "evidence") return;
  Result<knowledge::Knowledge> full = pack ? knowledge::with_evidence(knowledge::read_built_in(), *pack) : Result<knowledge::Knowledge>(pack.problems());
  if (!full) {
    evidence = {EvidenceState::Status::failed, full.problems().front().message};
    return;
  }
  with_evidence = full.take();
  knowledge = &*with_evidence;
  evidence = {EvidenceState::Status::loaded, ""};
}

void App::State::take_stored(const Json& message) {
  const std::string value = text_member(message, "value");
  if (text_member(message, "key") == theme_key && (value == "light" || value == "dark")) theme = value;
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
  else if (type == "stored") state_->take_stored(*message);
  else if (type == "undo") {
    const Page* page = find_page(state_->route);
    if (page != nullptr && page->undo != nullptr && page->undo(*state_)) {
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

void App::frame() {
  State& state = *state_;
  const View& view = state.view;
  ui::begin_frame({.width = view.width, .height = view.height, .scroll_y = view.scroll_y, .dark = view.dark,
                   .forced_colors = view.forced_colors, .coarse_pointer = view.coarse_pointer},
                  state.memory, state.actions_of_this_frame());
  ui::begin_surface();
  const Page* page = find_page(state.route);
  state.part_title.clear();
  page_frame(state, page);
  ui::end_surface();
  const bool put_back = keep_locked(state, page);
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

double App::wants_frame_in() const { return state_->again ? 0 : -1; }

}  // namespace storewright::app

#include "web/ui/frame.h"

#include <algorithm>
#include <utility>

#include "web/ui/draw.h"

namespace storewright::ui {
namespace {

Frame* current = nullptr;
Frame storage;

// Letters and digits of a label, for ids that people can read in a browser's inspector.
std::string slug(std::string_view label) {
  std::string out;
  for (const char c : label) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    if (letter) out += c;
    else if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
    else if (!out.empty() && out.back() != '-') out += '-';
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  if (out.size() > 40) out.resize(40);
  return out.empty() ? "node" : out;
}

}  // namespace

Frame& frame() { return *current; }

void begin_frame(const Surroundings& around, Memory& memory, std::vector<Action> actions) {
  storage = Frame{};
  current = &storage;
  storage.around = around;
  storage.memory = &memory;
  storage.actions = std::move(actions);
  storage.theme = around.forced_colors ? &forced_theme(around.dark) : around.dark ? &dark_theme() : &light_theme();
  storage.area = {0, around.width};
  storage.tree.width = around.width;
}

Tree end_frame() {
  storage.tree.height = std::max(storage.y, storage.around.height);
  current = nullptr;
  return std::move(storage.tree);
}

bool narrow() { return frame().around.width < 900; }

std::string make_id(std::string_view label) {
  Frame& f = frame();
  const std::string base = (f.scopes.empty() ? std::string() : f.scopes.back() + "/") + slug(label);
  std::string id = base;
  for (int n = 2; !f.used_ids.insert(id).second; ++n) id = base + "-" + std::to_string(n);
  return id;
}

bool take_action(const std::string& id, std::string_view kind, std::string* value) {
  if (frame().locked) return false;
  std::vector<Action>& actions = frame().actions;
  const auto found = std::find_if(actions.begin(), actions.end(),
                                  [&](const Action& action) { return action.id == id && action.kind == kind; });
  if (found == actions.end()) return false;
  if (value != nullptr) *value = found->value;
  actions.erase(found);
  return true;
}

namespace {

bool is_control(Role role) {
  switch (role) {
    case Role::button: case Role::checkbox: case Role::radio: case Role::slider: case Role::number: case Role::textfield: return true;
    default: return false;
  }
}

}  // namespace

Node& add_node(Role role, std::string id, std::string name, Rect rect) {
  Node node;
  node.id = std::move(id);
  node.depth = frame().depth;
  node.role = role;
  node.name = std::move(name);
  node.rect = rect;
  node.disabled = frame().locked && is_control(role);
  return frame().tree.nodes.emplace_back(std::move(node));
}

Scope::Scope(Role role, std::string_view name, std::string_view id) : id_(make_id(id.empty() ? name : id)) {
  add_node(role, id_, std::string(name));
  ++frame().depth;
  frame().scopes.push_back(id_);
}

Scope::~Scope() {
  --frame().depth;
  frame().scopes.pop_back();
}

Rect place(float own_width, float height) {
  Frame& f = frame();
  if (!f.in_flow) {
    const Rect rect{f.area.x, f.y, std::min(own_width, f.area.width), height};
    f.y += height;
    return rect;
  }
  const float width = std::min(own_width, f.area.width);
  if (f.flow_x > f.area.x && f.flow_x + width > f.area.x + f.area.width + 0.5f) {
    f.y += f.flow_row_height + f.flow_gap;
    f.flow_x = f.area.x;
    f.flow_row_height = 0;
  }
  const Rect rect{f.flow_x, f.y, width, height};
  f.flow_x += width + f.flow_gap;
  f.flow_row_height = std::max(f.flow_row_height, height);
  return rect;
}

void gap(float height) { frame().y += height; }

Flow::Flow(float gap_between) {
  Frame& f = frame();
  f.in_flow = true;
  f.flow_x = f.area.x;
  f.flow_row_height = 0;
  f.flow_gap = gap_between;
}

Flow::~Flow() {
  Frame& f = frame();
  f.in_flow = false;
  f.y += f.flow_row_height;
}

Columns::Columns(std::vector<float> widths, float gap_between)
    : widths_(std::move(widths)), gap_(gap_between), outer_(frame().area), top_(frame().y), bottom_(frame().y) {
  float needed = -gap_;
  for (const float width : widths_) needed += width + gap_;
  stacked_ = narrow() || needed > outer_.width + 0.5f;
  if (!stacked_) frame().area = {outer_.x, widths_[0]};
}

void Columns::next() {
  Frame& f = frame();
  bottom_ = std::max(bottom_, f.y);
  ++index_;
  if (stacked_) {
    f.y += gap_;
    return;
  }
  f.area.x += f.area.width + gap_;
  f.area.width = widths_[index_];
  f.y = top_;
}

Columns::~Columns() {
  Frame& f = frame();
  f.y = std::max(bottom_, f.y);
  f.area = outer_;
}

Card::Card(std::string_view id, CardTone tone, float padding)
    : id_(make_id(std::string(id) + ".card")), outer_(frame().area), top_(frame().y), padding_(narrow() ? std::min(padding, 16.0f) : padding) {
  Frame& f = frame();
  // The height is only known after the contents, so the surface takes the one of the last frame.
  const float height = f.memory->heights[id_];
  const Theme& t = *f.theme;
  const Colour back = tone == CardTone::accent    ? t.accent_soft
                      : tone == CardTone::good    ? t.good_soft
                      : tone == CardTone::warning ? t.warning_soft
                      : tone == CardTone::bad     ? t.bad_soft
                                                  : t.surface;
  const Colour border = tone == CardTone::accent    ? t.accent
                        : tone == CardTone::good    ? t.good
                        : tone == CardTone::warning ? t.warning
                        : tone == CardTone::bad     ? t.bad
                                                    : t.line;
  draw_box({outer_.x, top_, outer_.width, height}, back, 10);
  draw_outline({outer_.x, top_, outer_.width, height}, border, 10, 1);
  f.area = {outer_.x + padding_, outer_.width - 2 * padding_};
  f.y += padding_;
}

Card::~Card() {
  Frame& f = frame();
  f.y += padding_;
  const float height = f.y - top_;
  float& known = f.memory->heights[id_];
  if (known != height) f.again = true;
  known = height;
  f.area = outer_;
}

Indent::Indent(float by) : outer_(frame().area) { frame().area = {outer_.x + by, outer_.width - by}; }
Indent::~Indent() { frame().area = outer_; }

}  // namespace storewright::ui

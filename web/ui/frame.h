// What all widgets of one frame share: the tree they declare, the place where the next one goes, and what was done to them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/semantics.h"
#include "web/ui/theme.h"

namespace storewright::ui {

/// Something a reader did to a node of the mirror.
struct Action {
  std::string id;
  std::string kind;    // "press", "set", "choose", "text", "focus", "blur", "height"
  std::string value;
};

/// What a reader typed that cannot be read as a value, and what is wrong with it.
struct Draft {
  std::string text;
  std::string problem;
};

/// What a reader may do with the fields of a page, by their names in links. Everything, unless an embed says less.
struct FieldAccess {
  std::vector<std::string> locked;             // shown, and left alone
  std::vector<std::string> shown;              // the only ones to show; empty: all
};

/// What outlives a frame. Keys are node ids.
struct Memory {
  std::string focused;                         // node with the DOM focus, "" for none
  bool focus_visible = false;                  // draw the ring
  std::map<std::string, float> heights;        // of prose and cards, as last measured
  std::map<std::string, Draft> drafts;         // of form fields, by field name
  std::set<std::string> open;                  // disclosures
  FieldAccess access;
};

/// What a frame starts from, in CSS pixels.
struct Surroundings {
  float width = 1280;
  float height = 800;
  float scroll_y = 0;
  bool dark = false;
  bool forced_colors = false;
  bool coarse_pointer = false;
};

/// A column of the document into which widgets flow from top to bottom.
struct Area {
  float x = 0;
  float width = 0;
};

struct Frame {
  Tree tree;
  const Theme* theme = nullptr;
  Surroundings around;
  Memory* memory = nullptr;
  std::vector<Action> actions;       // not yet taken
  Area area;
  float y = 0;                       // where the next widget starts
  int depth = 0;
  std::vector<std::string> scopes;   // ids of the open containers
  std::set<std::string> used_ids;
  bool in_flow = false;              // widgets stand side by side and wrap
  float flow_x = 0, flow_row_height = 0, flow_gap = 0;
  bool locked = false;               // inside a field that takes nothing
  bool again = false;                // a size was guessed: draw once more
};

/// The frame between `begin_frame` and `end_frame`.
Frame& frame();

void begin_frame(const Surroundings& around, Memory& memory, std::vector<Action> actions);
/// Closes the frame and returns its tree; actions nobody took are dropped.
Tree end_frame();

bool narrow();  // phones: one column

/// A node id inside the open containers: "decide/profile/money". The same label twice gets a number.
std::string make_id(std::string_view label);

/// Takes the first action of that kind for a node, if there is one.
bool take_action(const std::string& id, std::string_view kind, std::string* value = nullptr);

/// Adds a node at the current depth; the reference holds until the next one is added.
Node& add_node(Role role, std::string id, std::string name, Rect rect = {});

/// A container: everything declared while it lives is inside.
class Scope {
 public:
  Scope(Role role, std::string_view name, std::string_view id = "");
  ~Scope();
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;
  const std::string& id() const { return id_; }

 private:
  std::string id_;
};

/// Reserves room for a widget: the full width of the area, or its own width inside a flow.
Rect place(float own_width, float height);

void gap(float height);

/// Side by side with wrapping, for buttons, chips and links.
class Flow {
 public:
  explicit Flow(float gap = 8);
  ~Flow();
  Flow(const Flow&) = delete;
  Flow& operator=(const Flow&) = delete;
};

/// Columns of given widths; on narrow screens they stack. Call `next` between them.
class Columns {
 public:
  Columns(std::vector<float> widths, float gap);
  ~Columns();
  void next();
  Columns(const Columns&) = delete;
  Columns& operator=(const Columns&) = delete;

 private:
  std::vector<float> widths_;
  float gap_;
  std::size_t index_ = 0;
  Area outer_;
  float top_, bottom_;
  bool stacked_;
};

enum class CardTone { plain, accent, good, warning, bad };

/// A surface with a border around everything declared while it lives.
class Card {
 public:
  explicit Card(std::string_view id, CardTone tone = CardTone::plain, float padding = 20);
  ~Card();
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;

 private:
  std::string id_;
  Area outer_;
  float top_, padding_;
};

/// Moves the area inwards for a while.
class Indent {
 public:
  explicit Indent(float by);
  ~Indent();
  Indent(const Indent&) = delete;
  Indent& operator=(const Indent&) = delete;

 private:
  Area outer_;
};

}  // namespace storewright::ui

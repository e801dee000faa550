// What a page says, as a tree of roles, names, values and places: the source of mirror, text view, static pages, goldens.
#pragma once

#include <string>
#include <vector>

namespace storewright::ui {

/// What a node is. Names are those of the mirror protocol (ARCHITECTURE.md, "The mirror").
enum class Role {
  // Containers: have children, no place of their own in the overlay.
  banner, navigation, main, contentinfo, section, group, radiogroup, list, listitem, table, row, figure, tablist,
  // Leaves: have a rectangle.
  heading, text, label, link, button, checkbox, radio, slider, select, number, textfield, tab, cell, columnheader, rowheader,
  status, prose, image,
};

/// A drawn line of text: what the transparent, selectable layer must lie on. Document coordinates, CSS pixels.
struct Line {
  std::string text;
  float x = 0, y = 0, width = 0;   // left, top of the line box, advance width
};

struct Rect {
  float x = 0, y = 0, width = 0, height = 0;
};

/// One block of prose: real elements in the page.
struct Block {
  std::string kind;   // "p", "li", "ol" (an item of a numbered list), "quote", "code", "table"
  std::string text;   // marks: **strong**, *emphasis*, `code`, [words](address), backslash for a character as itself;
                      // table: cells divided by tabs, rows by line breaks, the head first
};

struct Node {
  std::string id;              // stable between frames
  int depth = 0;               // preorder with depth makes the tree
  Role role = Role::text;
  std::string name;            // accessible name; for text, heading, cell: the whole text
  std::string description;     // help or problem, announced after the name
  Rect rect;
  std::vector<Line> lines;     // the drawn text, if any
  float font_size = 0;         // CSS pixels of the lines
  float line_height = 0;
  bool bold = false;
  bool mono = false;           // drawn in the font of code

  int level = 0;               // heading 1 to 6; tree depth elsewhere unused
  std::string value;           // number, textfield: the text; slider: the number; select: the words chosen
  std::vector<std::string> options;   // select: the words of each
  std::string value_text;      // slider, number: what is read out ("900 writes a second")
  std::string href;            // link; cell, rowheader: its text is a link
  std::string for_id;          // label: the control it names
  double min = 0, max = 0, step = 0;  // slider
  int checked = -1;            // checkbox, radio, tab: 0 or 1; button: pressed; -1 not a toggle
  int expanded = -1;           // button of a disclosure: 0 or 1
  bool current = false;        // link to this page
  bool disabled = false;
  bool invalid = false;        // number, textfield: the value has a problem, told in `description`
  bool multiline = false;      // textfield
  bool numeric = false;        // cell: align right; number: decimal keyboard
  std::string sort;            // columnheader that sorts when pressed: "ascending", "descending", "none"; "" for the others
  bool hidden_text = false;    // text that the eye gets elsewhere (a figure's table while folded)
  std::string placeholder;     // number, textfield, select: shown while there is no value
  std::vector<Block> blocks;   // prose
  double prose_width = 0;      // prose: laid out in this width; its height comes back as an action
};

struct Tree {
  std::string title;           // of the document
  std::string route;           // "decide"
  float width = 0, height = 0; // of the document, CSS pixels
  std::string announcement;    // for the polite live region; "" for nothing new
  std::vector<Node> nodes;
};

/// The tree as the mirror reads it (one JSON object; members that hold their default are left out).
std::string tree_json(const Tree& tree);

/// The tree as an indented text without places: the golden of a page.
std::string tree_golden(const Tree& tree);

std::string_view role_name(Role role);

}  // namespace storewright::ui

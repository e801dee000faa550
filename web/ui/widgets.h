// The widgets of a page. Each draws itself and declares what it is; none keeps state of its own.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/scene.h"
#include "web/ui/draw.h"
#include "web/ui/frame.h"

namespace storewright::ui {

// ---- Texts -------------------------------------------------------------------------------------------------------

enum class Tone { normal, quiet, accent, good, warning, bad };

struct TextStyle {
  float size = text_body;
  bool bold = false;
  Tone tone = Tone::normal;
  float max_width = prose_width;
  bool mono = false;
};

void heading(int level, std::string_view text);
void text(std::string_view text, const TextStyle& style = {});
/// A line that is read out when it changes, for results.
void status(std::string_view text, const TextStyle& style = {});
/// Words between the blanks of a sentence: as high as a field, inside of a flow.
void sentence_words(std::string_view words);
/// Paragraphs as real elements of the page: long texts, lists, anything to read at length. True once its height is known.
bool prose(std::string_view id, std::vector<Block> blocks);
/// Bulleted sentences.
void bullets(std::string_view name, std::span<const std::string> sentences, const TextStyle& style = {});
/// How words of a text stand out; each kind has its colour and its line below.
enum class MarkKind { full, part, against, unsure };
/// Bytes of a text that stand out.
struct TextMark {
  std::size_t start = 0, end = 0;
  MarkKind kind = MarkKind::full;
};
/// A text in which some words are marked. What the marks say must stand in words elsewhere.
void marked_text(std::string_view text, std::span<const TextMark> marks, const TextStyle& style = {});
/// A small word on a coloured ground; never the only carrier of its meaning.
void badge(std::string_view word, Tone tone);
/// A short fact: a large value over a quiet label.
void fact(std::string_view label, std::string_view value);
void divider();

// ---- Controls ----------------------------------------------------------------------------------------------------

enum class ButtonKind { primary, secondary, plain };

struct ButtonStyle {
  ButtonKind kind = ButtonKind::secondary;
  bool disabled = false;
  std::string_view description = "";
  std::string_view id = "";      // when the label changes or is not unique
  int pressed = -1;              // toggle: 0 or 1
};

/// True in the frame after it was pressed by pointer, key or mirror.
bool button(std::string_view label, const ButtonStyle& style = {});
/// A link the browser follows itself. `href` is a fragment or an address.
void link(std::string_view label, std::string_view href, bool current = false, float size = text_body);
/// A button that opens what follows it; true while open.
bool disclosure(std::string_view label, bool open_at_first = false, std::string_view id = "");

struct Choice {
  std::string_view name;
  std::string_view label;
  std::string_view help = "";
};

/// One of several, as chips. `index` -1 is "not sure" when `unknown_label` is given. True when it changed.
bool choice(std::string_view label, int& index, std::span<const Choice> choices, std::string_view unknown_label = "",
            std::string_view help = "");
/// Any of several, as chips with boxes. True when it changed.
bool choices(std::string_view label, std::uint32_t& bits, std::span<const Choice> choices, std::string_view help = "");
bool checkbox(std::string_view label, bool& value);

/// Whether a field stands below its label, or as a blank in a sentence whose words say what it is.
enum class Standing { labelled, in_sentence };

struct SelectStyle {
  Standing standing = Standing::labelled;
  std::string_view placeholder = "Choose";   // while `index` is -1
  std::string_view help = "";
  std::string_view id = "";
  float width = 0;                           // in a sentence, 0: as its words need; else the words break and the control grows
};
/// One of many, as a list that the browser opens. `index` -1 is none of them. True when it changed.
bool select(std::string_view label, int& index, std::span<const Choice> options, const SelectStyle& style = {});

struct SliderRange {
  double min = 0, max = 100, step = 1;
  std::string_view unit = "";
  std::function<std::string(double)> words = {};   // of a value, where number and unit do not say it
};
/// True while it moves.
bool slider(std::string_view label, double& value, const SliderRange& range, std::string_view help = "");

struct FieldStyle {
  std::string_view unit = "";
  std::string_view help = "";
  std::string_view placeholder = "";
  std::string_view problem = "";   // shown and announced; the text stays as the user left it
  bool numeric = false;
  bool multiline = false;
  float width = 0;                 // 0: the area's
  float height = 96;               // of a multiline one
  std::string_view id = "";
  Standing standing = Standing::labelled;   // in a sentence neither label nor unit nor help is drawn
};
/// A real text field. True when its text changed.
bool text_field(std::string_view label, std::string& value, const FieldStyle& style = {});

// ---- Composites --------------------------------------------------------------------------------------------------

/// A table; where its columns do not fit, each row stacks as "column: value" lines.
void table(std::string_view id, const report::Table& table);

/// A scene with its takeaway as caption and its table folded below.
void figure(std::string_view id, const report::Scene& scene);

/// The fieldset around related inputs: a legend and what `body` declares.
void group(std::string_view legend, const std::function<void()>& body);

Colour tone_colour(Tone tone);

}  // namespace storewright::ui

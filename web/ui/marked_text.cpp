// A text in which some words are marked, by colour and by the kind of line below them.
#include <algorithm>

#include "web/ui/widgets.h"

namespace storewright::ui {
namespace {

struct Look {
  Colour ink, back;
};

Look look_of(MarkKind kind) {
  const Theme& t = *frame().theme;
  switch (kind) {
    case MarkKind::full: return {t.good, t.good_soft};
    case MarkKind::part: return {t.accent, t.accent_soft};
    case MarkKind::against: return {t.bad, t.bad_soft};
    case MarkKind::unsure: return {t.warning, t.warning_soft};
  }
  return {t.text, t.page};
}

void dashes(float x1, float x2, float y, float dash, float space, Colour ink) {
  for (float x = x1; x < x2; x += dash + space) draw_line(x, y, std::min(x + dash, x2), y, ink, 2);
}

// Full: one line. Against: two. In part: dashes. Unsure: dots.
void underline(MarkKind kind, float x1, float x2, float y, Colour ink) {
  if (kind == MarkKind::part) return dashes(x1, x2, y, 6, 4, ink);
  if (kind == MarkKind::unsure) return dashes(x1, x2, y, 2, 3, ink);
  draw_line(x1, y, x2, y, ink, 2);
  if (kind == MarkKind::against) draw_line(x1, y + 4, x2, y + 4, ink, 2);
}

// A line of the text and the bytes that stand in it.
struct Piece {
  std::string words;
  std::size_t start = 0;
  float x = 0, y = 0;
};

std::vector<Piece> pieces_of(std::string_view text, std::vector<std::string> lines) {
  std::vector<Piece> pieces;
  std::size_t at = 0;
  for (std::string& line : lines) {
    const std::size_t found = text.find(line, at);   // breaking drops spaces at the ends of a line
    const std::size_t start = found == text.npos ? at : found;
    at = std::min(text.size(), start + line.size());
    pieces.push_back({std::move(line), start});
  }
  return pieces;
}

// Calls `draw` with both ends of a mark where it stands in a line.
template <class Draw>
void each_stretch(const Piece& piece, std::span<const TextMark> marks, const TextStyle& style, Draw draw) {
  for (const TextMark& mark : marks) {
    const std::size_t from = std::max(mark.start, piece.start), to = std::min(mark.end, piece.start + piece.words.size());
    if (from >= to) continue;
    const std::string_view words = piece.words;
    const float x1 = piece.x + text_width(words.substr(0, from - piece.start), style.size);
    draw(mark.kind, x1, x1 + text_width(words.substr(from - piece.start, to - from), style.size));
  }
}

}  // namespace

void marked_text(std::string_view text, std::span<const TextMark> marks, const TextStyle& style) {
  if (text.empty()) return;
  Frame& f = frame();
  const float step = style.size * 1.75f;   // room for two lines below the words
  std::vector<Piece> pieces = pieces_of(text, broken_lines(text, style.size, Face::regular, std::min(style.max_width, f.area.width)));
  float widest = 0;
  for (const Piece& piece : pieces) widest = std::max(widest, text_width(piece.words, style.size));
  const Rect rect = place(widest, step * static_cast<float>(pieces.size()));
  std::vector<Line> lines;
  float y = rect.y;
  for (Piece& piece : pieces) {
    piece.x = rect.x;
    piece.y = y;
    each_stretch(piece, marks, style, [&](MarkKind kind, float x1, float x2) { draw_box({x1 - 1, y + 1, x2 - x1 + 2, style.size * 1.4f}, look_of(kind).back, 3); });
    lines.push_back(draw_text(piece.words, piece.x, y, style.size, Face::regular, tone_colour(style.tone)));
    each_stretch(piece, marks, style, [&](MarkKind kind, float x1, float x2) { underline(kind, x1, x2, y + style.size * 1.42f, look_of(kind).ink); });
    y += step;
  }
  Node& node = add_node(Role::text, make_id(text.substr(0, 24)), std::string(text), rect);
  node.lines = std::move(lines);
  node.font_size = style.size;
  node.line_height = step;
}

}  // namespace storewright::ui

#include "core/labs/consistency_scenes.h"

#include <algorithm>

#include "core/base/sort.h"
#include "core/base/text.h"
#include "core/report/line_plot.h"

namespace storewright::labs {
namespace {

using report::Anchor;
using report::Ink;
using report::Scene;

constexpr double text_size = 13;
constexpr double letter = 0.56;  // of the text size: the width of a mean letter
constexpr double side = 8;       // free at both ends of the axis
constexpr double bar_height = 30;
constexpr double row_height = 66;  // a label above its bar
constexpr std::size_t most_steps = 12;

std::string milliseconds(int value) { return display_number(value, 0) + " ms"; }

/// What a reader sees for a while. `shown` colours the bar, and the words say it too.
enum class Sight { nothing, fine, wrong };
struct Span {
  int from = 0;
  int to = 0;
  Sight sight = Sight::fine;
  std::string words;
};

struct Row {
  std::string label;
  std::vector<Span> spans;  // in the order of time, without gaps
};

std::vector<Row> rows_of(const ReplicaLagInput& input, const ReplicaLagAnswer& answer, int end) {
  const int comment = answer.comment_visible_ms;
  const int reply = answer.reply_visible_ms;
  Row primaries{"On the primaries",
                {{0, input.reply_after_ms, Sight::fine, "comment"}, {input.reply_after_ms, end, Sight::fine, "both"}}};
  const int sticky = std::min(input.sticky_ms, comment);
  Row author{"What the author of the comment sees",
             {{0, sticky, Sight::fine, "comment (primary)"},
              {sticky, comment, Sight::wrong, "own comment missing"},
              {comment, end, Sight::fine, "comment"}}};
  Row reader{"What a reader of both replicas sees", {{0, std::min(comment, reply), Sight::nothing, "nothing yet"}}};
  if (comment < reply)
    reader.spans.push_back({comment, reply, Sight::fine, "comment"});
  else
    reader.spans.push_back({reply, comment, Sight::wrong, "reply alone"});
  reader.spans.push_back({answer.converged_ms, end, Sight::fine, "both"});
  return {primaries, author, reader};
}

/// The axis of time, in the scene's units.
struct Axis {
  double width = 0;
  int end = 1;
  double x(int at) const { return side + (width - 2 * side) * at / end; }
};

void add_span(Scene& scene, const Axis& axis, double top, const Span& span) {
  if (span.to <= span.from) return;
  const double x = axis.x(span.from);
  const double w = axis.x(span.to) - x;
  if (span.sight == Sight::nothing)
    scene.lines.push_back({{x, top + bar_height / 2}, {x + w, top + bar_height / 2}, Ink::quiet, 1, true});
  else
    scene.boxes.push_back({{x + 1, top},
                           w - 2,
                           bar_height,
                           span.sight == Sight::fine ? Ink::accent_soft : Ink::bad,
                           4,
                           span.sight == Sight::wrong});
  const bool fits = letter * text_size * static_cast<double>(span.words.size()) + 6 <= w;
  if (!fits) return;
  const double y = span.sight == Sight::nothing ? top + bar_height / 2 - 10 : top + bar_height / 2;
  const Ink ink = span.sight == Sight::fine ? Ink::text : span.sight == Sight::wrong ? Ink::bad : Ink::quiet;
  scene.texts.push_back({{x + w / 2, y}, span.words, Anchor::middle, ink, text_size, false});
}

void add_ticks(Scene& scene, const Axis& axis, double y) {
  scene.lines.push_back({{axis.x(0), y}, {axis.x(axis.end), y}, Ink::line, 1, false});
  const double step = report::round_step(axis.end, axis.width < 400 ? 3 : 6);
  for (double at = 0; at <= axis.end; at += step) {
    const double x = axis.x(static_cast<int>(at));
    const std::string words = milliseconds(static_cast<int>(at));
    const double half = letter * text_size * static_cast<double>(words.size()) / 2 + 4;
    scene.lines.push_back({{x, y}, {x, y + 5}, Ink::line, 1, false});
    scene.texts.push_back(
        {{std::clamp(x, half, axis.width - half), y + 16}, words, Anchor::middle, Ink::quiet, text_size, false});
  }
}

std::string sight_at(const Row& row, int at) {
  for (const Span& span : row.spans)
    if (span.from <= at && at < span.to) return span.words;
  return row.spans.back().words;
}

report::Table table_of(const std::vector<Row>& rows, const ReplicaLagInput& input, const ReplicaLagAnswer& answer) {
  report::Table table{"What is seen from each moment on", {{"From", true}}, {}};
  for (const Row& row : rows) table.columns.push_back({row.label});
  std::vector<int> moments = {0, input.reply_after_ms, answer.comment_visible_ms, answer.reply_visible_ms};
  if (input.sticky_ms > 0 && input.sticky_ms < answer.comment_visible_ms) moments.push_back(input.sticky_ms);
  sort_stably(moments, [](int a, int b) { return a < b; });
  moments.erase(std::unique(moments.begin(), moments.end()), moments.end());
  for (const int at : moments) {
    std::vector<std::string> line = {milliseconds(at)};
    for (const Row& row : rows) line.push_back(sight_at(row, at));
    table.rows.push_back(std::move(line));
  }
  return table;
}

std::string takeaway_of(const ReplicaLagInput& input, const ReplicaLagAnswer& answer) {
  std::string text = answer.because;
  text += " From " + milliseconds(answer.converged_ms) + " on everybody sees both";
  text += input.sticky_ms > 0 ? "." : ": eventual consistency promises only that such a moment comes, not when.";
  return text;
}

std::string client_name(int client) { return std::string("Client ") + static_cast<char>('A' + client % 26); }

report::Table steps_table(const LostUpdateAnswer& answer) {
  report::Table table{
      "Each step, and what the store holds after it", {{"Step", true}, {"Who"}, {"What"}, {"Stored", true}}, {}};
  for (std::size_t i = 0; i < answer.steps.size(); ++i) {
    const UpdateStep& step = answer.steps[i];
    table.rows.push_back({std::to_string(i + 1), client_name(step.client), step.action, std::to_string(step.stored)});
  }
  return table;
}

}  // namespace

Scene replica_lag_scene(const ReplicaLagInput& input, const ReplicaLagAnswer& answer, double width) {
  const int latest = std::max({answer.converged_ms, input.reply_after_ms, input.read_after_ms, 1});
  const Axis axis{width, latest + latest / 4 + 1};
  const std::vector<Row> rows = rows_of(input, answer, axis.end);
  Scene scene;
  scene.title = "What is seen while replicas lag";
  scene.width = width;
  scene.height = row_height * static_cast<double>(rows.size()) + 34;
  double top = 0;
  for (const Row& row : rows) {
    scene.texts.push_back({{side, top + 10}, row.label, Anchor::start, Ink::text, text_size, true});
    for (const Span& span : row.spans) add_span(scene, axis, top + 24, span);
    top += row_height;
  }
  add_ticks(scene, axis, top + 2);
  scene.takeaway = takeaway_of(input, answer);
  scene.table = table_of(rows, input, answer);
  return scene;
}

Scene lost_update_scene(const LostUpdateAnswer& answer, double width) {
  Scene scene;
  scene.title = "How an update gets lost";
  scene.width = width;
  scene.takeaway = answer.because;
  scene.table = steps_table(answer);
  const bool two =
      std::all_of(answer.steps.begin(), answer.steps.end(), [](const UpdateStep& step) { return step.client < 2; });
  if (!two || answer.steps.size() > most_steps) {
    scene.height = 1;
    return scene;
  }
  constexpr double step_height = 40;
  const double column = width / 3;
  const char* heads[] = {"Client A", "Client B", "Stored"};
  for (int i = 0; i < 3; ++i) {
    scene.texts.push_back({{column * (i + 0.5), 12}, heads[i], Anchor::middle, Ink::text, text_size, true});
    scene.lines.push_back({{column * (i + 0.5), 28},
                           {column * (i + 0.5), 32 + step_height * static_cast<double>(answer.steps.size())},
                           Ink::line,
                           1,
                           true});
  }
  double y = 32;
  for (const UpdateStep& step : answer.steps) {
    const double box = std::min(column - 8, 150.0);
    const double x = column * (step.client + 0.5) - box / 2;
    scene.boxes.push_back({{x, y}, box, 28, Ink::accent_soft, 4, false});
    scene.texts.push_back({{x + box / 2, y + 14}, step.action, Anchor::middle, Ink::text, text_size, false});
    scene.texts.push_back(
        {{column * 2.5 + 10, y + 14}, std::to_string(step.stored), Anchor::start, Ink::text, text_size, true});
    scene.dots.push_back({{column * 2.5, y + 14}, 4, Ink::accent});
    y += step_height;
  }
  if (answer.lost_updates > 0) {
    scene.texts.push_back({{width - 4, y + 10},
                           std::to_string(answer.stored) + " instead of " + std::to_string(answer.expected),
                           Anchor::end,
                           Ink::bad,
                           text_size,
                           true});
    y += 24;
  }
  scene.height = y + 2;
  return scene;
}

}  // namespace storewright::labs

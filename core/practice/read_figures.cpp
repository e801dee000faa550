#include <array>
#include <cstddef>
#include <string_view>

#include "core/knowledge/member_reader.h"
#include "core/practice/figure.h"

namespace storewright::practice {
namespace {

using knowledge::MemberReader;
using knowledge::Presence;
using knowledge::read_items;

constexpr std::array<std::string_view, 2> kind_names = {"steps", "flow"};
constexpr std::size_t fewest_frames = 2;
constexpr std::size_t fewest_columns = 2;

std::vector<std::vector<std::string>> read_frames(MemberReader& reader, std::size_t width) {
  std::vector<std::vector<std::string>> frames;
  const Json* list = reader.find("frames");
  if (list && list->array())
    for (const Json& item : *list->array()) {
      std::vector<std::string> frame;
      if (item.array())
        for (const Json& cell : *item.array())
          if (cell.text()) frame.push_back(*cell.text());
      if (frame.size() != width) reader.wrong("frames", "Each moment needs one text for each column.");
      frames.push_back(std::move(frame));
    }
  if (frames.size() < fewest_frames || width < fewest_columns) reader.wrong("frames", "Steps need at least two columns and two moments.");
  return frames;
}

std::size_t index_of(const std::vector<FigureBox>& boxes, std::string_view id) {
  std::size_t index = 0;
  while (index < boxes.size() && boxes[index].id != id) ++index;
  return index;
}

void read_flow(const Json& json, Figure& figure, Problems& problems) {
  read_items(json, "boxes", Presence::required, problems, [&](MemberReader& item) {
    const Json* main = item.find("main");
    figure.boxes.push_back({.id = item.required_text("id"), .label = item.required_text("label"), .keeps = item.text("keeps"),
                            .main = main && main->boolean() && *main->boolean(), .column = static_cast<int>(item.number("column", 0)),
                            .row = static_cast<int>(item.number("row", 0))});
  });
  read_items(json, "ways", Presence::required, problems, [&](MemberReader& item) {
    const FigureWay way{index_of(figure.boxes, item.required_text("from")), index_of(figure.boxes, item.required_text("to")), item.required_text("label")};
    if (way.from >= figure.boxes.size() || way.to >= figure.boxes.size()) return item.wrong("to", "A way leads from one box to another.");
    if (figure.boxes[way.to].column <= figure.boxes[way.from].column) return item.wrong("to", "A way leads to a later column.");
    figure.ways.push_back(way);
  });
}

}  // namespace

std::vector<Figure> read_figures(const Json& question, const std::string& where, Problems& problems) {
  std::vector<Figure> figures;
  const Json* list = question.find("figures");
  if (!list || !list->array()) return figures;
  for (std::size_t i = 0; i < list->array()->size(); ++i) {
    const Json& json = (*list->array())[i];
    MemberReader reader(json, pointer_to(pointer_to(where, "figures"), i), problems);
    Figure figure{.id = reader.required_text("id"), .kind = static_cast<FigureKind>(reader.word("kind", kind_names, 0)),
                  .title = reader.required_text("title"), .takeaway = reader.required_text("takeaway"), .columns = reader.texts("columns")};
    if (figure.kind == FigureKind::steps) figure.frames = read_frames(reader, figure.columns.size());
    else read_flow(json, figure, problems);
    figures.push_back(std::move(figure));
  }
  return figures;
}

}  // namespace storewright::practice

#include "core/sheet/sheet_scene.h"

#include "core/base/math.h"
#include "core/base/text.h"
#include "core/report/line_plot.h"
#include "core/sheet/work_out.h"

namespace storewright::sheet {
namespace {

constexpr int steps = 48;  // of a curve: divisible by the usual tick counts
constexpr report::Ink inks[] = {report::Ink::series_1, report::Ink::series_2, report::Ink::series_3, report::Ink::series_4,
                                report::Ink::series_5, report::Ink::series_6};

SheetInput in_the_middle(const SheetInput& input) {
  SheetInput middle = input;
  for (std::optional<Range>& number : middle.numbers)
    if (number) number = Range::exactly(number->mid);
  return middle;
}

/// The values of the drawn lines with the input moved to one place.
class Sweep {
 public:
  Sweep(const Sheet& sheet, const SheetInput& input) : sheet_(sheet), input_(in_the_middle(input)) {
    for (std::size_t i = 0; i < sheet.inputs.size(); ++i)
      if (sheet.inputs[i].name == sheet.plot->input) place_ = i;
    for (const std::string& id : sheet.plot->lines)
      for (std::size_t i = 0; i < sheet.lines.size(); ++i)
        if (sheet.lines[i].id == id) drawn_.push_back(i);
  }

  const std::vector<std::size_t>& drawn() const { return drawn_; }
  std::optional<double> own_place() const {
    const std::optional<Range>& own = input_.numbers[place_];
    return own ? std::optional<double>(own->mid) : std::nullopt;
  }

  /// Empty when a line has no value there.
  std::vector<double> at(double x) {
    const std::optional<Range> own = input_.numbers[place_];
    input_.numbers[place_] = Range::exactly(x);
    const std::vector<std::optional<Range>> values = values_of(sheet_, input_);
    input_.numbers[place_] = own;
    std::vector<double> found;
    for (const std::size_t line : drawn_) {
      if (!values[line]) return {};
      found.push_back(values[line]->mid * (sheet_.lines[line].notation == Notation::percent ? 100 : 1));
    }
    return found;
  }

 private:
  const Sheet& sheet_;
  SheetInput input_;
  std::size_t place_ = 0;
  std::vector<std::size_t> drawn_;
};

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

// A dollar sign or "%" stands with each value, any other unit with the name.
std::string column_of(const LineSpec& line) { return line.notation == Notation::plain && !line.unit.empty() ? line.label + ", " + line.unit : line.label; }

// Where the reader is has a row, and so has the end of the lines.
report::Table table_of(const Sheet& sheet, Sweep& sweep, double to) {
  report::Table table{sheet.plot->title, {{capital(sheet.plot->x_label), true}}, {}};
  for (const std::size_t line : sweep.drawn()) table.columns.push_back({column_of(sheet.lines[line]), true});
  const double step = report::round_step(to, 8);
  const std::optional<double> own = sweep.own_place();
  const auto row = [&](double x) {
    const std::vector<double> values = sweep.at(x);
    if (values.empty()) return;
    std::vector<std::string> cells = {display_number(x, 2)};
    for (std::size_t i = 0; i < values.size(); ++i) {
      const LineSpec& line = sheet.lines[sweep.drawn()[i]];
      const bool percent = line.notation == Notation::percent;
      cells.push_back(term_text(Range::exactly(percent ? values[i] / 100 : values[i]), line.notation, line.decimals));
    }
    table.rows.push_back(std::move(cells));
  };
  double before = -1;
  for (int i = 0; i * step <= to; ++i) {
    if (own && *own > before && *own < i * step) row(*own);
    row(i * step);
    before = i * step;
  }
  if (own && *own > before && *own < to) row(*own);
  if (to > before) row(to);
  return table;
}

std::string takeaway_of(const Sheet& sheet, const SheetInput& input) {
  const std::vector<std::optional<Range>> values = values_of(sheet, in_the_middle(input));
  return filled(sheet.plot->takeaway, [&](std::string_view name) -> std::string {
    for (std::size_t i = 0; i < sheet.lines.size(); ++i)
      if (sheet.lines[i].id == name && values[i]) return term_text(*values[i], sheet.lines[i].notation, sheet.lines[i].decimals);
    for (std::size_t i = 0; i < sheet.inputs.size(); ++i)
      if (sheet.inputs[i].name == name && input.numbers[i]) return display_number(input.numbers[i]->mid, 2);
    return "not known";
  });
}

double larger(double a, double b) { return a < b ? b : a; }

}  // namespace

std::optional<report::Scene> sheet_scene(const Sheet& sheet, const SheetInput& input, double width) {
  if (!sheet.plot) return std::nullopt;
  Sweep sweep(sheet, input);
  const std::optional<double> own = sweep.own_place();
  const double to = larger(sheet.plot->to, own ? *own : 0);
  report::LinePlot plot{.title = sheet.plot->title, .x_label = sheet.plot->x_label, .x_max = to, .y_max = 0};
  for (std::size_t i = 0; i < sweep.drawn().size(); ++i)
    plot.lines.push_back({.name = sheet.lines[sweep.drawn()[i]].label, .ink = inks[i % std::size(inks)]});
  for (int step = 0; step <= steps; ++step) {
    std::vector<double> values = sweep.at(to * step / steps);
    // A logarithm has no value at the edge itself, where the curve comes from.
    if (values.empty() && step == 0) values = sweep.at(to / steps / 100);
    if (values.empty()) return std::nullopt;
    for (std::size_t i = 0; i < values.size(); ++i) {
      plot.lines[i].values.push_back(values[i]);
      const bool fits = sheet.plot->height_of.empty() || sheet.lines[sweep.drawn()[i]].id == sheet.plot->height_of;
      if (fits) plot.y_max = larger(plot.y_max, values[i]);
    }
  }
  if (!(plot.y_max > 0)) return std::nullopt;
  for (report::PlotLine& line : plot.lines) {
    line.at_left = line.values.front();
    line.at_right = line.values.back();
  }
  const double tick = report::round_step(plot.y_max, 5);
  plot.y_max = tick * ceil_of(plot.y_max / tick);
  const LineSpec& first = sheet.lines[sweep.drawn().front()];
  if (first.notation == Notation::usd) plot.y_unit = "$";
  else if (first.notation == Notation::percent) plot.y_suffix = " %";
  else if (!first.unit.empty()) plot.y_suffix = " " + first.unit;
  if (own) {
    const std::vector<double> here = sweep.at(*own);
    if (!here.empty() && here.front() <= plot.y_max)
      plot.marks.push_back({*own, here.front(), "you: " + display_number(*own, 1), report::Ink::series_1, true});
  }
  report::Scene scene = report::line_plot_scene(plot, width);
  scene.takeaway = takeaway_of(sheet, input);
  scene.table = table_of(sheet, sweep, to);
  return scene;
}

}  // namespace storewright::sheet

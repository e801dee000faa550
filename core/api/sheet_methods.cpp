// One method for each small calculator of the content: a new file is a new method, and nothing is written here.
#include <array>
#include <utility>

#include "core/api/groups.h"
#include "core/sheet/sensitivity.h"
#include "core/sheet/work_out.h"

namespace storewright::api {
namespace {

using sheet::Sheet;
using sheet::SheetAnswer;
using sheet::SheetInput;

Range in_percent(const Range& share) { return {100 * share.low, 100 * share.mid, 100 * share.high}; }

// Shares as percentages, as everywhere in answers; an exact number as a number, a range as an object, the unknown as null.
void write_number(JsonWriter& out, std::string_view name, const std::optional<Range>& value, sheet::Notation notation) {
  out.key(name);
  if (!value) {
    out.null();
    return;
  }
  const Range shown = notation == sheet::Notation::percent ? in_percent(*value) : *value;
  if (shown.exact()) out.number(shown.mid);
  else out.begin_object().member("low", shown.low).member("mid", shown.mid).member("high", shown.high).end_object();
}

void write_texts(JsonWriter& out, std::string_view name, const std::vector<std::string>& texts) {
  out.key(name).begin_array();
  for (const std::string& text : texts) out.text(text);
  out.end_array();
}

void write_lines(JsonWriter& out, const Sheet& sheet, const SheetAnswer& answer) {
  out.key("lines").begin_array();
  for (std::size_t i = 0; i < sheet.lines.size(); ++i) {
    const report::FormulaLine& line = answer.lines[i];
    out.begin_object().member("id", line.id).member("label", line.label);
    write_number(out, "number", answer.values[i], sheet.lines[i].notation);
    out.member("value", line.value).member("formula", line.formula).member("filled", line.filled).end_object();
  }
  out.end_array();
}

void write_claims(JsonWriter& out, const SheetAnswer& answer) {
  out.key("claims").begin_array();
  for (const sheet::CheckedClaim& claim : answer.claims) {
    const sheet::Notation notation = claim.line->notation;
    out.begin_object().member("id", claim.line->id).member("label", claim.line->label);
    write_number(out, "claimed", Range::exactly(claim.claimed), notation);
    write_number(out, "recomputed", claim.recomputed, notation);
    out.member("says", claim.line->claim->says).end_object();
  }
  out.end_array();
}

void write_moves(JsonWriter& out, const Sheet& sheet, const SheetInput& input) {
  out.key("moves").begin_array();
  for (const sheet::Move& move : sheet::sheet_moves(sheet, input)) {
    out.begin_object()
        .member("input", move.field->name)
        .member("from", move.from)
        .member("to", move.to)
        .member("own_range", move.own_range);
    const sheet::Notation notation = sheet.line(sheet.answer)->notation;
    write_number(out, "at_from", Range::exactly(move.at_from), notation);
    write_number(out, "at_to", Range::exactly(move.at_to), notation);
    out.end_object();
  }
  out.end_array();
}

void write_answer(JsonWriter& out, const Sheet& sheet, const SheetInput& input, const SheetAnswer& answer) {
  out.begin_object().member("headline", answer.headline);
  write_texts(out, "because", answer.because);
  write_number(out, "answer", answer.answer, sheet.line(sheet.answer)->notation);
  write_texts(out, "missing", answer.missing);
  write_lines(out, sheet, answer);
  out.key("ranking").begin_array();
  for (const sheet::LineSpec* line : answer.ranking) out.text(line->id);
  out.end_array();
  write_claims(out, answer);
  out.key("statements").begin_array();
  for (const sheet::Statement& statement : sheet.statements)
    out.begin_object()
        .member("text", statement.text)
        .member("correction", statement.correction)
        .member("source", statement.source)
        .end_object();
  out.end_array();
  write_moves(out, sheet, input);
  write_texts(out, "sources", sheet::sources_of(sheet));
  out.end_object();
}

// A method is a plain function, so each place in the list of calculators has one of its own.
template <std::size_t place>
Problems run(const Json& params, JsonWriter& result) {
  const Sheet& sheet = *sheet::built_in_sheets()[place];
  SheetInput input = sheet.defaults;
  const Problems problems = read_fields(params, sheet.table(), &input);
  if (!problems.empty()) return problems;
  const Result<SheetAnswer> answer = sheet::work_out(sheet, input);
  if (!answer) return answer.problems();
  write_answer(result, sheet, input, *answer);
  return {};
}

template <std::size_t place>
void write_params_schema(JsonWriter& writer) {
  const Sheet& sheet = *sheet::built_in_sheets()[place];
  write_schema(writer, sheet.table(), sheet.method, &sheet.defaults);
}

struct Place {
  Problems (*run)(const Json&, JsonWriter&);
  void (*write_params_schema)(JsonWriter&);
};

template <std::size_t... place>
constexpr std::array<Place, sizeof...(place)> places_of(std::index_sequence<place...>) {
  return {Place{run<place>, write_params_schema<place>}...};
}
constexpr auto places = places_of(std::make_index_sequence<sheet::most_sheets>());

}  // namespace

std::vector<Method> sheet_methods() {
  std::vector<Method> methods;
  const sheet::Sheets& sheets = sheet::built_in_sheets();
  for (std::size_t i = 0; i < sheets.size(); ++i)
    methods.push_back({.name = sheets[i]->method,
                       .summary = sheets[i]->purpose,
                       .fields = sheets[i]->table(),
                       .run = places[i].run,
                       .write_params_schema = places[i].write_params_schema});
  return methods;
}

}  // namespace storewright::api

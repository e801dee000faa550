#include "core/sheet/answer_json.h"

namespace storewright::sheet {
namespace {

Range in_percent(const Range& share) { return {100 * share.low, 100 * share.mid, 100 * share.high}; }

// Shares as percentages, as everywhere in answers; an exact number as a number, a range as an object, the unknown as null.
void write_number(JsonWriter& out, std::string_view name, const std::optional<Range>& value, Notation notation) {
  out.key(name);
  if (!value) {
    out.null();
    return;
  }
  const Range shown = notation == Notation::percent ? in_percent(*value) : *value;
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
  for (const CheckedClaim& claim : answer.claims) {
    const Notation notation = claim.line->notation;
    out.begin_object().member("id", claim.line->id).member("label", claim.line->label);
    write_number(out, "claimed", Range::exactly(claim.claimed), notation);
    write_number(out, "recomputed", claim.recomputed, notation);
    write_number(out, "corrected", claim.corrected, notation);
    out.member("says", claim.line->claim->says).end_object();
  }
  out.end_array();
}

void write_moves(JsonWriter& out, const Sheet& sheet, const SheetInput& input) {
  out.key("moves").begin_array();
  for (const Move& move : sheet_moves(sheet, input)) {
    out.begin_object()
        .member("input", move.field->name)
        .member("from", move.from)
        .member("to", move.to)
        .member("own_range", move.own_range);
    const Notation notation = sheet.line(sheet.answer)->notation;
    write_number(out, "at_from", Range::exactly(move.at_from), notation);
    write_number(out, "at_to", Range::exactly(move.at_to), notation);
    out.end_object();
  }
  out.end_array();
}

}  // namespace

void write_answer(JsonWriter& out, const Sheet& sheet, const SheetInput& input, const SheetAnswer& answer) {
  out.begin_object().member("headline", answer.headline);
  write_texts(out, "because", answer.because);
  write_number(out, "answer", answer.answer, sheet.line(sheet.answer)->notation);
  write_texts(out, "missing", answer.missing);
  write_lines(out, sheet, answer);
  out.key("ranking").begin_array();
  for (const LineSpec* line : answer.ranking) out.text(line->id);
  out.end_array();
  write_claims(out, answer);
  out.key("statements").begin_array();
  for (const Statement& statement : sheet.statements)
    out.begin_object()
        .member("text", statement.text)
        .member("correction", statement.correction)
        .member("source", statement.source)
        .end_object();
  out.end_array();
  write_moves(out, sheet, input);
  write_texts(out, "sources", sources_of(sheet));
  out.end_object();
}

}  // namespace storewright::sheet

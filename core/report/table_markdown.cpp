#include <string>
#include <string_view>

#include "core/report/scene.h"

namespace storewright::report {
namespace {

// A bar would end the cell, a line break the row.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n' || c == '\r') out += ' ';
    else if (c == '|' || c == '\\') out += std::string("\\") + c;
    else out += c;
  }
  return out;
}

}  // namespace

std::string table_markdown(const Table& table) {
  std::string head = "|", rule = "|", out;
  for (const Column& column : table.columns) {
    head += " " + cell(column.name) + " |";
    rule += column.numeric ? " ---: |" : " --- |";
  }
  out = head + "\n" + rule + "\n";
  for (const std::vector<std::string>& row : table.rows) {
    out += "|";
    for (const std::string& text : row) out += " " + cell(text) + " |";
    out += "\n";
  }
  return out;
}

}  // namespace storewright::report

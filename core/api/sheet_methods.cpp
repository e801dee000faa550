// One method for each small calculator of the content: a new file is a new method, and nothing is written here.
#include <array>
#include <utility>

#include "core/api/groups.h"
#include "core/sheet/answer_json.h"

namespace storewright::api {
namespace {

using sheet::Sheet;
using sheet::SheetInput;

// A method is a plain function, so each place in the list of calculators has one of its own.
template <std::size_t place>
Problems run(const Json& params, JsonWriter& result) {
  const Sheet& sheet = *sheet::built_in_sheets()[place];
  SheetInput input = sheet.defaults;
  const Problems problems = read_fields(params, sheet.table(), &input);
  if (!problems.empty()) return problems;
  const Result<sheet::SheetAnswer> answer = sheet::work_out(sheet, input);
  if (!answer) return answer.problems();
  sheet::write_answer(result, sheet, input, *answer);
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

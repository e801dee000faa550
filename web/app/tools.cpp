// For your own tools: the methods of the core, and how to call them.
#include "core/api/api.h"
#include "web/app/pages.h"

namespace storewright::app {

void tools_page(State&) {
  page_head("For your own tools", "Everything this page computes is one function: a method name and JSON in, JSON out.");
  ui::prose("how", {
      {"h3", "From a command line"},
      {"code", "storewright call recommend < profile.json"},
      {"p", "The answer is printed as JSON; the exit status is 1 when the input has problems, and each problem says where it is and what to do. "
            "`storewright methods` prints every method with its JSON Schema."},
      {"h3", "From Node or a page of your own"},
      {"code", "const storewright = await load();\nconst answer = storewright.call('recommend', { money: true });"},
      {"p", "`core.js` and `core.wasm` lie beside this page's files. They need no network, keep no state, and give the same bytes as the command line."},
  });
  ui::gap(24);
  ui::heading(2, "Methods");
  ui::gap(8);
  report::Table table{.caption = "Methods of the core", .columns = {{"Method"}, {"What it answers"}, {"Fields"}}};
  for (const api::Method& method : api::methods()) {
    std::string fields;
    for (const Field& field : method.fields) fields += (fields.empty() ? "" : ", ") + std::string(field.name);
    table.rows.push_back({std::string(method.name), std::string(method.summary), fields});
  }
  ui::table("methods", table);
}

}  // namespace storewright::app

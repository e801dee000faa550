// For your own tools: how to call the core. The list of methods is not linked in: it would bring every method along.
#include "web/app/pages.h"

namespace storewright::app {

void tools_page(State&) {
  page_head("For your own tools", "Everything this page computes is one function: a method name and JSON in, JSON out.");
  ui::prose("how", {
      {"h2", "From a command line"},
      {"code", "storewright call recommend < profile.json"},
      {"p", "The answer is printed as JSON; the exit status is 1 when the input has problems, and each problem says where it is and what to do. "
            "`storewright methods` prints every method with its JSON Schema."},
      {"p", "Start with `recommend`, `sharding.ring`, `sharding.plan`, `sharding.tail_latency`, `cases.list`, `cases.show`, `link.encode` and `link.decode`."},
      {"h2", "From Node or a page of your own"},
      {"code", "const storewright = await load();\nconst answer = storewright.call('recommend', { money: true });"},
      {"p", "`core.js` and `core.wasm` lie beside this page's files. They need no network, keep no state, and give the same bytes as the command line."},
  });
}

}  // namespace storewright::app

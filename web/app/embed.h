// A page inside another site's page: what its reader may see and change, and what else is different there.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/fields.h"
#include "core/report/embed.h"

namespace storewright::app {

struct State;
struct Page;

struct EmbedState {
  bool on = false;
  std::vector<std::string> locked;                            // fields whose values stay
  std::vector<std::pair<std::string, std::string>> kept;      // those of them that are not as by default, as in links
};

/// Call once the page stands as its link says: names what the embed asks for and this page does not have, and remembers
/// the locked values. Problems go to the notices of the page: 2601 a name that the page does not have, 2603 no such page.
void begin_embed(State& state, const Page* page, const report::Embed& embed);

/// For a page whose fields come in a pack: names what is wrong with the embed now that they are known, and remembers the
/// locked values again. `problems` are those of its link.
void embed_knows_fields(State& state, const Page* page, const Problems& problems, FieldTable table);

/// Takes back what changed a locked value by another way than its field: a preset, a reset, an undo. True when it did.
bool keep_locked(State& state, const Page* page);

/// The page alone, with a way to the whole site below.
void embed_frame(State& state, const Page* page);

/// Links of the page lead to the whole site, which the browser opens in a tab of its own.
std::string outward(std::string_view href);

}  // namespace storewright::app

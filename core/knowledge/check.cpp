#include <set>

#include "core/knowledge/knowledge.h"
#include "core/knowledge/rule_check.h"

namespace storewright::knowledge {
namespace {

template <class Item>
void check_unique(const std::vector<Item>& items, std::string_view list, Problems& problems) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (!seen.insert(items[i].id).second)
      problems.push_back({1403, pointer_to(pointer_to("", list), i), "The id \"" + items[i].id + "\" stands twice."});
}

void check_engines(const Knowledge& knowledge, Problems& problems) {
  for (std::size_t i = 0; i < knowledge.engines.size(); ++i) {
    const Engine& engine = knowledge.engines[i];
    const std::string where = "/engines/" + engine.id;
    if (!knowledge.category(engine.category))
      problems.push_back({1402, pointer_to(where, "category"), "There is no category \"" + engine.category + "\"."});
    const Engine* host = knowledge.engine(engine.host);
    const bool stands_alone = engine.record == RecordKind::engine || engine.record == RecordKind::feed;
    if (stands_alone && !engine.host.empty())
      problems.push_back(
          {1402, pointer_to(where, "host"), "An engine or a feed has no host; a service or an extension has."});
    if (!stands_alone && (!host || host->record != RecordKind::engine))
      problems.push_back({1402, pointer_to(where, "host"), "There is no engine \"" + engine.host + "\" to build on."});
  }
}

}  // namespace

Problems check_references(const Knowledge& knowledge) {
  Problems problems;
  check_unique(knowledge.categories, "categories", problems);
  check_unique(knowledge.traits, "traits", problems);
  check_unique(knowledge.engines, "engines", problems);
  check_unique(knowledge.rules, "rules", problems);
  check_unique(knowledge.presets, "presets", problems);
  check_unique(knowledge.notes, "notes", problems);
  check_unique(knowledge.sources, "sources", problems);
  std::set<int> codes;
  for (const ErrorText& error : knowledge.errors)
    if (!codes.insert(error.code).second)
      problems.push_back({1403, "/errors", "The error code " + std::to_string(error.code) + " stands twice."});

  check_engines(knowledge, problems);
  for (const DesignStore& store : knowledge.design) {
    const std::string where = "/polyglot/" + store.engine;
    if (!knowledge.engine(store.engine))
      problems.push_back({1402, where, "There is no engine \"" + store.engine + "\"."});
    if (!knowledge.source(store.source))
      problems.push_back({1402, where, "There is no source \"" + store.source + "\"."});
  }
  for (const Rule& rule : knowledge.rules) check_rule(rule, knowledge, "/rules/" + rule.id, problems);
  return problems;
}

Result<Knowledge> load_base_pack(const Json& pack) {
  Result<Knowledge> knowledge = read_base_pack(pack);
  if (!knowledge) return knowledge;
  Problems problems = check_references(*knowledge);
  if (!problems.empty()) return problems;
  return knowledge;
}

}  // namespace storewright::knowledge

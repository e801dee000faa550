#include <set>

#include "core/knowledge/condition.h"
#include "core/migration/tables.h"

namespace storewright::migration {
namespace {

using knowledge::Knowledge;

template <class Visit>
void visit_leaves(const Condition& condition, Visit&& visit) {
  if (condition.op == Condition::Op::leaf) return visit(condition);
  for (const Condition& part : condition.parts) visit_leaves(part, visit);
}

class Checker {
 public:
  Checker(const Tables& tables, const Knowledge& knowledge) : tables_(tables), knowledge_(knowledge) {}

  Problems run() {
    check_symptoms();
    check_reasons();
    check_patterns();
    check_paths();
    check_next_steps();
    for (const std::string& id : sources_of(tables_))
      if (!knowledge_.source(id)) wrong(1402, "/sources", "There is no source \"" + id + "\".");
    return std::move(problems_);
  }

 private:
  void wrong(int code, std::string where, std::string message) {
    problems_.push_back({code, std::move(where), std::move(message)});
  }

  template <class Item>
  void check_unique(const std::vector<Item>& items, const std::string& list) {
    std::set<std::string> seen;
    for (const Item& item : items)
      if (!seen.insert(item.id).second) wrong(1403, list, "The id \"" + item.id + "\" stands twice.");
  }

  void check_engines(const std::vector<std::string>& ids, const std::string& where) {
    for (const std::string& id : ids) {
      const knowledge::Engine* engine = knowledge_.engine(id);
      if (!engine || engine->record != knowledge::RecordKind::engine)
        wrong(1402, where, "There is no engine \"" + id + "\".");
    }
  }

  void check_steps(const std::vector<std::string>& ids, const std::string& where) {
    for (const std::string& id : ids)
      if (!step_known(id)) wrong(1402, where, "There is no next step \"" + id + "\".");
  }

  bool step_known(const std::string& id) const {
    for (const NextStep& step : tables_.next_steps)
      if (step.id == id) return true;
    return false;
  }

  void check_traits(const Condition& condition, const std::string& where) {
    visit_leaves(condition, [&](const Condition& leaf) {
      for (const knowledge::TraitKind& trait : knowledge_.traits)
        if (trait.id == leaf.field) return;
      wrong(1402, where, "There is no trait \"" + leaf.field + "\".");
    });
  }

  void check_symptoms() {
    check_unique(tables_.symptoms, "/symptoms");
    for (const Symptom& symptom : tables_.symptoms) {
      const std::string where = "/symptoms/" + symptom.id;
      check_traits(symptom.store, where + "/store");
      for (const Cause& cause : symptom.causes)
        for (const Advice& advice : cause.advice) {
          check_engines(advice.engines, where);
          check_engines(advice.not_engines, where);
          check_steps(advice.after, where);
          if (!advice.step.empty()) check_steps({advice.step}, where);
        }
    }
  }

  void check_reasons() {
    check_unique(tables_.reasons, "/reasons");
    for (const Reason& reason : tables_.reasons)
      if (reason.words.empty())
        wrong(1411, "/reasons/" + reason.id, "Without words nobody's own words ever lead to this reason.");
  }

  void check_patterns() {
    check_unique(tables_.patterns, "/patterns");
    for (const Pattern& pattern : tables_.patterns)
      visit_leaves(pattern.when, [&](const Condition& leaf) {
        if (leaf.field != "live" && leaf.field != "capture" && leaf.field != "size_tb")
          wrong(1404, "/patterns/" + pattern.id, "A pattern is chosen by live, capture and size_tb, not by \"" + leaf.field + "\".");
      });
    for (const Capture& capture : tables_.capture) check_engines({capture.engine}, "/capture");
  }

  void check_paths() {
    check_unique(tables_.paths, "/paths");
    for (const Path& path : tables_.paths) {
      const std::string where = "/paths/" + path.id;
      check_engines(path.from.engines, where + "/from");
      check_engines(path.to.engines, where + "/to");
      if (!tables_.pattern(path.pattern)) wrong(1402, where, "There is no pattern \"" + path.pattern + "\".");
      for (const std::string& id : path.why)
        if (!tables_.reason(id) && !tables_.symptom(id))
          wrong(1402, where + "/why", "There is no reason and no symptom \"" + id + "\".");
      if (path.from.engines.empty() && path.from.words.empty())
        wrong(1411, where, "A path needs engines or words to start from.");
    }
  }

  // A step waits only for steps that stand before it in its own ladder, so no two can wait for each other.
  void check_next_steps() {
    std::set<std::string> keys;
    for (std::size_t i = 0; i < tables_.next_steps.size(); ++i) {
      const NextStep& step = tables_.next_steps[i];
      const std::string where = "/next_steps/" + std::to_string(i);
      check_engines(step.engines, where);
      check_traits(step.where, where + "/where");
      if (step.engines.empty() && knowledge::always(step.where))
        wrong(1411, where, "A step names engines, or the traits of the stores it is for.");
      for (const std::string& engine : step.engines)
        if (!keys.insert(engine + "/" + step.id).second)
          wrong(1403, where, "The step \"" + step.id + "\" stands twice for \"" + engine + "\".");
      for (const std::string& id : step.helps)
        if (!tables_.symptom(id)) wrong(1402, where, "There is no symptom \"" + id + "\".");
      check_steps(step.after, where);
      for (const std::string& id : step.after)
        if (!stands_before(id, i))
          wrong(1410, where, "\"" + step.id + "\" waits for \"" + id + "\", which does not come before it.");
    }
  }

  bool stands_before(const std::string& id, std::size_t place) const {
    const NextStep& of = tables_.next_steps[place];
    for (std::size_t i = 0; i < place; ++i) {
      const NextStep& step = tables_.next_steps[i];
      if (step.id == id && step.engines == of.engines) return true;
    }
    return false;
  }

  const Tables& tables_;
  const Knowledge& knowledge_;
  Problems problems_;
};

}  // namespace

Problems check_tables(const Tables& tables, const Knowledge& knowledge) { return Checker(tables, knowledge).run(); }

}  // namespace storewright::migration

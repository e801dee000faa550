#include "core/selection/verdicts.h"

#include <algorithm>

#include "core/base/sort.h"
#include "core/base/text.h"

namespace storewright::selection {
namespace {

using knowledge::Effect;
using knowledge::Engine;
using knowledge::Rule;

void add_once(std::vector<std::string>& words, const std::string& word) {
  if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
}

/// The sentences of rules with everything filled in but the engine, made when first needed.
class Sentences {
 public:
  explicit Sentences(const Evaluation& evaluation)
      : evaluation_(evaluation), patterns_(evaluation.knowledge.rules.size()) {}

  /// The `opening` of a rule is always the same: it is either open or decided.
  Reason reason(std::size_t index, const Engine& engine, std::string_view opening = "") {
    const Rule& rule = evaluation_.knowledge.rules[index];
    std::string& pattern = patterns_[index];
    if (pattern.empty()) pattern = std::string(opening) + sentence(evaluation_, rule, "{engine}");
    return {.rule = rule.id,
            .step = rule.step,
            .because = filled(pattern, [&](std::string_view) { return std::string_view(engine.name); }),
            .source = rule.source};
  }

 private:
  const Evaluation& evaluation_;
  std::vector<std::string> patterns_;
};

// The rules that may say something about a record: hard ones that hold or may hold, and active preferences.
std::vector<std::size_t> speaking_rules(const Evaluation& evaluation) {
  std::vector<std::size_t> speaking;
  const std::vector<Rule>& rules = evaluation.knowledge.rules;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Truth active = evaluation.decision.active[i];
    const bool preferred = rules[i].effect == Effect::prefer && active == Truth::yes;
    if (preferred || (is_hard(rules[i]) && active != Truth::no)) speaking.push_back(i);
  }
  return speaking;
}

EngineVerdict verdict_of(const Evaluation& evaluation, const Engine& engine, const std::vector<std::size_t>& speaking,
                         Sentences& sentences) {
  EngineVerdict verdict;
  verdict.engine = engine.id;
  verdict.category = engine.category;
  // Words cost more than verdicts, and what may still put out a record matters only where nothing did.
  std::vector<std::size_t> undecided;
  for (const std::size_t i : speaking) {
    const Rule& rule = evaluation.knowledge.rules[i];
    if (rule.effect == Effect::prefer && meets(evaluation, i, engine))
      verdict.preferences.push_back(sentences.reason(i, engine));
    if (!is_hard(rule) || !rejects(evaluation, i, engine)) continue;
    if (evaluation.decision.active[i] == Truth::yes)
      verdict.rejections.push_back(sentences.reason(i, engine));
    else if (verdict.rejections.empty())
      undecided.push_back(i);
  }
  if (!verdict.rejections.empty()) {
    verdict.verdict = Verdict::rejected;
    return verdict;
  }
  for (const std::size_t i : undecided) verdict.open.push_back(sentences.reason(i, engine, "Out if so: "));
  if (!undecided.empty()) verdict.verdict = Verdict::undecided;
  return verdict;
}

struct OpenField {
  Unknown unknown;  // its engines are filled in at the end
  RecordSet engines;
  int step = knowledge::step_count;  // of the first hard rule that it would decide; after all steps for preferences
};

OpenField& entry_of(std::vector<OpenField>& fields, const std::string& name, std::size_t records) {
  for (OpenField& field : fields)
    if (field.unknown.field == name) return field;
  fields.push_back({{.field = name, .rules = {}, .engines = {}}, RecordSet(records), knowledge::step_count});
  return fields.back();
}

bool reads_plan(const knowledge::Condition& condition) {
  constexpr std::string_view planned = "planned_";
  if (condition.op == knowledge::Condition::Op::leaf) return condition.field.compare(0, planned.size(), planned) == 0;
  return std::any_of(condition.parts.begin(), condition.parts.end(), reads_plan);
}

// Without growth the plan falls back on today's load, so its rules are decided; an answer could still change them.
std::optional<Unknown> missing_growth(const Evaluation& evaluation, const std::vector<EngineVerdict>& verdicts) {
  const Plan& plan = evaluation.plan;
  const Derived& derived = evaluation.derived;
  const bool of_today = (plan.writes_per_second && !derived.writes_per_second_12m) ||
                        (plan.reads_per_second && !derived.reads_per_second_12m) ||
                        (plan.data_gb && !derived.data_size_gb_12m);
  if (!of_today) return std::nullopt;
  Unknown growth{.field = "growth_percent_per_month", .rules = {}, .engines = {}};
  for (const Rule& rule : evaluation.knowledge.rules)
    if ((is_hard(rule) || rule.effect == Effect::prefer) && reads_plan(rule.when)) growth.rules.push_back(rule.id);
  for (const EngineVerdict& verdict : verdicts)
    if (verdict.verdict != Verdict::rejected) growth.engines.push_back(verdict.engine);
  if (growth.rules.empty() || growth.engines.empty()) return std::nullopt;
  return growth;
}

}  // namespace

std::vector<EngineVerdict> verdicts_of(const Evaluation& evaluation) {
  std::vector<EngineVerdict> verdicts;
  const std::vector<std::size_t> speaking = speaking_rules(evaluation);
  Sentences sentences(evaluation);
  for (const Engine& engine : evaluation.knowledge.engines)
    verdicts.push_back(verdict_of(evaluation, engine, speaking, sentences));

  const std::vector<Rule>& rules = evaluation.knowledge.rules;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (evaluation.decision.active[i] != Truth::unknown || !is_hard(rules[i])) continue;
    const std::vector<std::string> fields = undecided_fields(evaluation, i);
    for (std::size_t e = 0; e < verdicts.size(); ++e)
      if (verdicts[e].verdict != Verdict::rejected && rejects(evaluation, i, evaluation.knowledge.engines[e]))
        for (const std::string& field : fields) add_once(verdicts[e].unknowns, field);
  }
  return verdicts;
}

std::vector<Unknown> unknowns_of(const Evaluation& evaluation, const std::vector<EngineVerdict>& verdicts) {
  std::vector<OpenField> open;
  const std::vector<Rule>& rules = evaluation.knowledge.rules;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Rule& rule = rules[i];
    if (evaluation.decision.active[i] != Truth::unknown || (!is_hard(rule) && rule.effect != Effect::prefer)) continue;
    RecordSet engines(verdicts.size());
    for (std::size_t e = 0; e < verdicts.size(); ++e) {
      if (verdicts[e].verdict == Verdict::rejected) continue;
      const Engine& engine = evaluation.knowledge.engines[e];
      if (is_hard(rule) ? rejects(evaluation, i, engine) : meets(evaluation, i, engine)) engines.add(e);
    }
    if (engines == RecordSet(verdicts.size())) continue;
    for (const std::string& field : undecided_fields(evaluation, i)) {
      OpenField& entry = entry_of(open, field, verdicts.size());
      add_once(entry.unknown.rules, rule.id);
      entry.engines |= engines;
      if (is_hard(rule)) entry.step = std::min(entry.step, static_cast<int>(rule.step));
    }
  }
  sort_stably(open, [](const OpenField& a, const OpenField& b) { return a.step < b.step; });

  std::vector<Unknown> unknowns;
  for (OpenField& field : open) {
    // Records come in id order, and so do the engines of a set.
    field.engines.each([&](std::size_t record) { field.unknown.engines.push_back(verdicts[record].engine); });
    unknowns.push_back(std::move(field.unknown));
  }
  if (std::optional<Unknown> growth = missing_growth(evaluation, verdicts)) unknowns.push_back(std::move(*growth));
  return unknowns;
}

}  // namespace storewright::selection

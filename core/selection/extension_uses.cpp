#include "core/selection/extension_uses.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/knowledge/condition.h"

namespace storewright::selection {
namespace {

using knowledge::Effect;
using knowledge::Engine;
using knowledge::RecordKind;
using knowledge::Rule;

bool out(const Evaluation& evaluation, const std::vector<EngineVerdict>& verdicts, const Engine& record) {
  return verdicts[static_cast<std::size_t>(&record - evaluation.knowledge.engines.data())].verdict == Verdict::rejected;
}

// Where it runs can be had elsewhere; what it cannot do stays so.
bool out_only_by_place(const Evaluation& evaluation, const std::vector<EngineVerdict>& verdicts, const Engine& record) {
  const auto& rejections = verdicts[static_cast<std::size_t>(&record - evaluation.knowledge.engines.data())].rejections;
  return std::all_of(rejections.begin(), rejections.end(),
                     [](const Reason& reason) { return reason.step == Step::operations; });
}

std::optional<bool> lists(const Engine& record, std::string_view trait, std::string_view word) {
  const knowledge::TraitValue* value = record.trait(trait);
  const auto* words = value ? std::get_if<std::vector<std::string>>(value) : nullptr;
  if (!words) return std::nullopt;
  return std::find(words->begin(), words->end(), word) != words->end();
}

std::optional<bool> offers(const Engine& service, const Engine& extension) {
  return lists(service, "extensions_offered", extension.id);
}

std::size_t places_of(const Engine& record) {
  const knowledge::TraitValue* value = record.trait("managed_on");
  const auto* places = value ? std::get_if<std::vector<std::string>>(value) : nullptr;
  return places ? places->size() : 0;
}

// "" where no platform is chosen.
std::string_view platform_of(const Profile& profile) {
  if (!profile.platform || *profile.platform == Platform::any) return {};
  return find_field(profile_fields(), "platform")->options[static_cast<std::size_t>(*profile.platform)].name;
}

/// An extension and the rule that asks for it.
struct Asked {
  const Engine* extension;
  std::size_t rule;
};

void ask_once(std::vector<Asked>& asked, const Engine& extension, std::size_t rule) {
  for (const Asked& one : asked)
    if (one.extension == &extension) return;
  asked.push_back({&extension, rule});
}

// Rules that the engine meets only together with an extension: the first extension that has it by itself.
void add_needed(const Evaluation& evaluation, const Engine& engine, const std::vector<EngineVerdict>& verdicts,
                const std::vector<const Engine*>& extensions, std::vector<Asked>& asked) {
  for (const Effect effect : {Effect::require, Effect::prefer})
    each_active(evaluation, effect, [&](const Rule&, std::size_t index) {
      if (!meets(evaluation, index, engine) || meets(evaluation, index, engine, Reach::plain)) return;
      for (const Engine* extension : extensions)
        if (out_only_by_place(evaluation, verdicts, *extension) && meets(evaluation, index, *extension, Reach::plain))
          return ask_once(asked, *extension, index);
    });
}

void add_advised(const Evaluation& evaluation, const std::vector<EngineVerdict>& verdicts,
                 const std::vector<const Engine*>& extensions, std::vector<Asked>& asked) {
  each_active(evaluation, Effect::extend, [&](const Rule&, std::size_t index) {
    for (const Engine* extension : extensions)
      if (out_only_by_place(evaluation, verdicts, *extension) && meets(evaluation, index, *extension, Reach::plain))
        return ask_once(asked, *extension, index);
  });
}

std::string because(const Evaluation& evaluation, const Engine& engine, const Asked& asked) {
  const Rule& rule = evaluation.knowledge.rules[asked.rule];
  if (rule.effect == Effect::extend) return sentence(evaluation, rule, asked.extension->name);
  return sentence(evaluation, rule, rule.effect == Effect::require ? engine.name + " alone" : engine.name);
}

std::vector<ExtensionLimit> limits_of(const Evaluation& evaluation, const Engine& extension) {
  std::vector<ExtensionLimit> limits;
  each_active(evaluation, Effect::limit, [&](const Rule& rule, std::size_t index) {
    if (!meets(evaluation, index, extension, Reach::plain)) return;
    limits.push_back({.amount = rule.threshold,
                      .unit = rule.unit,
                      .figure = rule.figure,
                      .now = number_said(evaluation, rule.field),
                      .because = sentence(evaluation, rule, extension.name),
                      .as_of = rule.as_of,
                      .rule = rule.id,
                      .source = rule.source});
  });
  return limits;
}

// The services of the engine that run where the profile does, and say whether they offer the extension.
std::vector<std::string> services_that(bool offer, const Evaluation& evaluation, const Engine& engine,
                                       const std::vector<EngineVerdict>& verdicts, const Engine& extension) {
  std::vector<std::string> names;
  for (const Engine& record : evaluation.knowledge.engines)
    if (record.record == RecordKind::service && record.host == engine.id && !out(evaluation, verdicts, record) &&
        offers(record, extension) == offer)
      names.push_back(record.name);
  return names;
}

std::string with_verb(const std::vector<std::string>& names, std::string_view one, std::string_view many) {
  return sentence_list(names) + std::string(names.size() == 1 ? one : many);
}

// "Amazon RDS does not offer it. Neon does." Nothing where the extension is offered, or nobody rents.
std::string hosting_note(const Evaluation& evaluation, const Engine& engine, const std::vector<EngineVerdict>& verdicts,
                         const Engine& extension) {
  const std::vector<std::string> without = services_that(false, evaluation, engine, verdicts, extension);
  if (without.empty()) return {};
  std::string note = with_verb(without, " does not offer it", " do not offer it");
  const std::vector<std::string> with = services_that(true, evaluation, engine, verdicts, extension);
  if (!with.empty()) return note + "; " + with_verb(with, " does.", " do.");
  return note + (lists(extension, "managed_on", "vendor").value_or(false)
                     ? "; rent it from its maker, or run " + engine.name + " yourselves."
                     : "; with it you run " + engine.name + " yourselves.");
}

// The first hosting rule that speaks for this service, or none.
const Rule* speaks_for(const Evaluation& evaluation, const Engine& service) {
  const Rule* found = nullptr;
  each_active(evaluation, Effect::host, [&](const Rule& rule, std::size_t at) {
    if (!found && !knowledge::always(rule.subject) && meets(evaluation, at, service, Reach::plain)) found = &rule;
  });
  return found;
}

}  // namespace

std::optional<Reason> reason_for_service(const Evaluation& evaluation, const Engine& service) {
  const Rule* rule = speaks_for(evaluation, service);
  if (!rule) return std::nullopt;
  return reason_of(evaluation, *rule, service.name);
}

const Engine* suitable_service(const Evaluation& evaluation, const Engine& engine,
                               const std::vector<EngineVerdict>& verdicts, const Engine* extension) {
  const std::string_view platform = platform_of(evaluation.profile);
  const Engine* best = nullptr;
  const auto better = [&](const Engine& a, const Engine& b) {
    const bool a_offers = extension && offers(a, *extension).value_or(false);
    const bool b_offers = extension && offers(b, *extension).value_or(false);
    if (a_offers != b_offers) return a_offers;
    if (platform.empty() && places_of(a) != places_of(b)) return places_of(a) > places_of(b);
    return speaks_for(evaluation, a) && !speaks_for(evaluation, b);
  };
  for (const Engine& record : evaluation.knowledge.engines) {
    if (record.record != RecordKind::service || record.host != engine.id || out(evaluation, verdicts, record)) continue;
    if (!platform.empty() && !lists(record, "managed_on", platform).value_or(false)) continue;
    if (!best || better(record, *best)) best = &record;
  }
  return best;
}

std::vector<ExtensionUse> extension_uses(const Evaluation& evaluation, const Engine& engine,
                                         const std::vector<EngineVerdict>& verdicts,
                                         const std::optional<HostingAdvice>& hosting) {
  const std::vector<const Engine*> extensions = extensions_of(evaluation.knowledge, engine);
  std::vector<Asked> asked;
  add_needed(evaluation, engine, verdicts, extensions, asked);
  add_advised(evaluation, verdicts, extensions, asked);

  std::vector<ExtensionUse> uses;
  for (const Asked& one : asked) {
    const Engine& extension = *one.extension;
    ExtensionUse use{.id = extension.id,
                     .because = because(evaluation, engine, one),
                     .rule = evaluation.knowledge.rules[one.rule].id,
                     .limits = limits_of(evaluation, extension),
                     .service = {},
                     .offered = {},
                     .hosting_note = {}};
    if (hosting && hosting->answer == "managed")
      if (const Engine* service = suitable_service(evaluation, engine, verdicts, &extension)) {
        use.service = service->id;
        use.offered = offers(*service, extension);
      }
    if (out(evaluation, verdicts, extension)) use.offered = false;
    if (!hosting || hosting->answer != "self_hosted")
      use.hosting_note = hosting_note(evaluation, engine, verdicts, extension);
    uses.push_back(std::move(use));
  }
  return uses;
}

}  // namespace storewright::selection

#include <algorithm>

#include "core/base/sort.h"
#include "core/knowledge/condition.h"
#include "core/knowledge/knowledge.h"
#include "core/knowledge/member_reader.h"

namespace storewright::knowledge {
namespace {

constexpr std::string_view base_format = "storewright/base@1";
constexpr std::string_view step_names[] = {"consistency", "read_write_ratio", "data_model", "scale", "operations"};
constexpr std::string_view effect_names[] = {"reject", "require", "prefer", "add", "host", "warn", "trigger"};
constexpr std::string_view record_names[] = {"engine", "service", "extension", "feed"};

bool word_known(const TraitKind& kind, const std::string& word) {
  return std::find(kind.words.begin(), kind.words.end(), word) != kind.words.end();
}

// The value as the trait's kind says, or nothing when it is of another type or uses a word the kind does not have.
std::optional<TraitValue> read_trait(const Json& json, const TraitKind& kind) {
  if (kind.type == "flag" && json.boolean()) return TraitValue(*json.boolean());
  if (kind.type == "number") {
    Range range;
    if (read_range(json, range)) return TraitValue(range);
  }
  if (kind.type == "word" && json.text() && word_known(kind, *json.text())) return TraitValue(*json.text());
  if (kind.type == "words" && json.array()) {
    std::vector<std::string> words;
    for (const Json& item : *json.array()) {
      if (!item.text() || !word_known(kind, *item.text())) return std::nullopt;
      words.push_back(*item.text());
    }
    return TraitValue(std::move(words));
  }
  return std::nullopt;
}

void read_traits(MemberReader& reader, const Knowledge& knowledge, Engine& engine, Problems& problems) {
  const Json* traits = reader.find("traits");
  if (!traits || !traits->object()) return reader.wrong("traits", "An engine needs an object of traits.");
  const std::string where = pointer_to(reader.where(), "traits");
  for (const JsonMember& member : *traits->object()) {
    const auto kind = std::find_if(knowledge.traits.begin(), knowledge.traits.end(),
                                   [&](const TraitKind& trait) { return trait.id == member.key; });
    if (kind == knowledge.traits.end()) {
      problems.push_back({1402, pointer_to(where, member.key), "There is no trait \"" + member.key + "\"."});
      continue;
    }
    if (std::optional<TraitValue> value = read_trait(member.value, *kind))
      engine.traits.emplace(member.key, std::move(*value));
    else
      problems.push_back({1401, pointer_to(where, member.key),
                          "\"" + member.key + "\" must be a " + kind->type + " with the values that the trait knows."});
  }
}

Engine read_engine(MemberReader& reader, const Knowledge& knowledge, Problems& problems) {
  Engine engine;
  engine.id = reader.required_text("id");
  engine.name = reader.required_text("name");
  engine.record = static_cast<RecordKind>(reader.word("record", record_names, 0));
  engine.category = reader.required_text("category");
  engine.host = reader.text("host");
  read_traits(reader, knowledge, engine, problems);
  return engine;
}

Rule read_rule(MemberReader& reader, Problems& problems) {
  Rule rule;
  rule.id = reader.required_text("id");
  rule.step = static_cast<Step>(reader.word("step", step_names, 0));
  rule.when = read_condition(reader.find("when"), pointer_to(reader.where(), "when"), problems);
  rule.effect = static_cast<Effect>(reader.word("effect", effect_names, 0));
  rule.subject = read_condition(reader.find("subject"), pointer_to(reader.where(), "subject"), problems);
  rule.because = reader.required_text("because");
  rule.source = reader.required_text("source");
  rule.kind = static_cast<FactKind>(reader.word("kind", fact_kind_names(), static_cast<int>(FactKind::rule_of_thumb)));
  rule.strength = reader.number("strength", 1);
  rule.role = reader.text("role");
  rule.feed = reader.text("feed");
  rule.window = reader.text("window");
  rule.host = reader.text("host");

  if (!reader.find("step")) reader.wrong("step", "A rule needs a step.");
  if (!reader.find("effect")) reader.wrong("effect", "A rule needs an effect.");
  if (rule.strength <= 0) reader.wrong("strength", "The strength of a rule is above zero.");
  if (rule.effect == Effect::add && rule.role.empty()) reader.wrong("role", "A rule that adds a store names its role.");
  if (rule.effect == Effect::host && rule.host.empty()) reader.wrong("host", "A hosting rule names its answer.");
  // Without a subject a hard rule would reject every engine, which no rule wants to say.
  if ((rule.effect == Effect::reject || rule.effect == Effect::require) && always(rule.subject))
    reader.wrong("subject", "A rule that rejects or requires needs a subject.");
  return rule;
}

Preset read_preset(MemberReader& reader) {
  Preset preset{.id = reader.required_text("id"),
                .name = reader.required_text("name"),
                .what = reader.required_text("what"),
                .users = reader.number("users", 0),
                .users_are = reader.required_text("users_are"),
                .sentence = reader.required_text("sentence"),
                .profile = {}};
  const Json* profile = reader.find("profile");
  if (profile && profile->object())
    preset.profile = *profile;
  else
    reader.wrong("profile", "A preset needs a profile.");
  return preset;
}

void read_vocabulary(const Json& pack, Knowledge& knowledge, Problems& problems) {
  read_items(pack, "categories", Presence::required, problems, [&](MemberReader& reader) {
    knowledge.categories.push_back({reader.required_text("id"), reader.required_text("name"), reader.text("summary")});
  });
  read_items(pack, "traits", Presence::required, problems, [&](MemberReader& reader) {
    static constexpr std::string_view types[] = {"flag", "number", "word", "words"};
    TraitKind trait{.id = reader.required_text("id"),
                    .label = reader.required_text("label"),
                    .type = {},
                    .unit = reader.text("unit"),
                    .words = reader.texts("words")};
    trait.type = types[reader.word("type", types, 0)];
    knowledge.traits.push_back(std::move(trait));
  });
  read_items(pack, "sources", Presence::required, problems, [&](MemberReader& reader) {
    knowledge.sources.push_back({.id = reader.required_text("id"), .title = reader.required_text("title")});
  });
  read_items(pack, "errors", Presence::optional, problems, [&](MemberReader& reader) {
    knowledge.errors.push_back({.code = reader.code("code"), .cure = reader.required_text("cure")});
  });
}

}  // namespace

Result<Knowledge> read_base_pack(const Json& pack) {
  const Json* format = pack.find("format");
  if (!format || !format->text() || *format->text() != base_format)
    return Problem{1400, "/format", "This is no base pack of the format \"storewright/base@1\"."};

  Problems problems;
  Knowledge knowledge;
  MemberReader head(pack, "", problems);
  knowledge.version = head.required_text("version");
  read_vocabulary(pack, knowledge, problems);
  read_items(pack, "engines", Presence::required, problems,
             [&](MemberReader& reader) { knowledge.engines.push_back(read_engine(reader, knowledge, problems)); });
  read_items(pack, "rules", Presence::required, problems,
             [&](MemberReader& reader) { knowledge.rules.push_back(read_rule(reader, problems)); });
  read_items(pack, "presets", Presence::optional, problems,
             [&](MemberReader& reader) { knowledge.presets.push_back(read_preset(reader)); });
  read_items(pack, "notes", Presence::optional, problems,
             [&](MemberReader& reader) {
               // Their texts come with the evidence pack.
               knowledge.notes.push_back({.id = reader.required_text("id"), .title = reader.required_text("title")});
             });

  sort_stably(knowledge.engines, [](const Engine& a, const Engine& b) { return a.id < b.id; });
  sort_stably(knowledge.rules, [](const Rule& a, const Rule& b) { return a.step < b.step; });
  if (!problems.empty()) return problems;
  return knowledge;
}

}  // namespace storewright::knowledge

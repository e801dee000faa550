#include <algorithm>

#include "core/base/sort.h"
#include "core/knowledge/condition.h"
#include "core/knowledge/knowledge.h"
#include "core/knowledge/member_reader.h"

namespace storewright::knowledge {
namespace {

constexpr std::string_view base_format = "storewright/base@1";
constexpr std::string_view step_names[] = {"consistency", "read_write_ratio", "data_model", "scale", "operations"};
constexpr std::string_view effect_names[] = {"reject", "require", "prefer", "add", "host", "warn", "trigger",
                                              "extend", "limit", "key", "mistake", "undo"};
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

/// The words that a rule must bring for what it does.
struct NeededWord {
  Effect effect;
  std::string_view member;
  std::string Rule::*text;
  std::string_view message;
};

constexpr std::string_view reason_names[] = {"access_patterns", "missing_capability", "consistency"};

void check_words(MemberReader& reader, const Rule& rule) {
  static constexpr NeededWord rows[] = {
      {Effect::add, "role", &Rule::role, "A rule that adds a store names its role."},
      {Effect::add, "instead", &Rule::instead, "A rule that adds a store says what does the work without it."},
      {Effect::host, "host", &Rule::host, "A hosting rule names its answer."},
      {Effect::trigger, "figure", &Rule::figure, "A trigger names the figure to watch."},
      {Effect::trigger, "unit", &Rule::unit, "A trigger names the unit of its threshold."},
      {Effect::trigger, "read_at", &Rule::read_at, "A trigger says where its figure can be read."},
      {Effect::limit, "figure", &Rule::figure, "A limit names the figure that it bounds."},
      {Effect::limit, "unit", &Rule::unit, "A limit names its unit."},
      {Effect::limit, "as_of", &Rule::as_of, "A limit says as of when it held."},
      {Effect::key, "key", &Rule::key, "Advice on a key names it."},
      {Effect::key, "avoid", &Rule::avoid, "Advice on a key says what to avoid."},
      {Effect::mistake, "title", &Rule::title, "A mistake has a name."},
      {Effect::mistake, "impact", &Rule::impact, "A mistake says what it does to people."},
      {Effect::mistake, "fix", &Rule::fix, "A mistake says how to mend it."},
  };
  for (const NeededWord& row : rows)
    if (rule.effect == row.effect && (rule.*row.text).empty()) reader.wrong(row.member, std::string(row.message));
  // A second store has one of three reasons; there is no fourth.
  if (rule.effect == Effect::add && !reader.find("reason"))
    reader.wrong("reason", "A rule that adds a store says which of the three reasons it has.");
  reader.word("reason", reason_names, 0);
  if ((rule.effect == Effect::trigger || rule.effect == Effect::limit) && rule.threshold <= 0)
    reader.wrong("threshold", "The value that counts is above zero.");
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
  rule.covered = read_condition(reader.find("covered"), pointer_to(reader.where(), "covered"), problems);
  rule.role = reader.text("role");
  rule.feed = reader.text("feed");
  rule.window = reader.text("window");
  rule.reason = reader.text("reason");
  rule.instead = reader.text("instead");
  rule.host = reader.text("host");
  rule.figure = reader.text("figure");
  rule.threshold = reader.number("threshold", 0);
  rule.unit = reader.text("unit");
  rule.read_at = reader.text("read_at");
  rule.field = reader.text("field");
  rule.as_of = reader.text("as_of");
  rule.key = reader.text("key");
  rule.avoid = reader.text("avoid");
  rule.title = reader.text("title");
  rule.impact = reader.text("impact");
  rule.fix = reader.text("fix");

  if (!reader.find("step")) reader.wrong("step", "A rule needs a step.");
  if (!reader.find("effect")) reader.wrong("effect", "A rule needs an effect.");
  if (rule.strength <= 0) reader.wrong("strength", "The strength of a rule is above zero.");
  check_words(reader, rule);
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
                    .words = reader.texts("words"),
                    .of = reader.text("of")};
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
  read_items(pack, "hosting", Presence::optional, problems, [&](MemberReader& reader) {
    knowledge.hosting.push_back({reader.required_text("id"), reader.required_text("aspect"),
                                 reader.required_text("managed"), reader.required_text("self_hosted")});
  });
  read_items(pack, "polyglot", Presence::optional, problems, [&](MemberReader& reader) {
    knowledge.design.push_back({.engine = reader.required_text("engine"),
                                .takes = reader.texts("takes"),
                                .purpose = reader.required_text("purpose"),
                                .target = reader.number("target", 0),
                                .unit = reader.required_text("unit"),
                                .capacity_tb = reader.number("capacity_tb", 0),
                                .reported = reader.number("reported", 0),
                                .note = reader.required_text("note"),
                                .source = reader.required_text("source")});
  });
  read_items(pack, "notes", Presence::optional, problems,
             [&](MemberReader& reader) {
               // Their texts come with the evidence pack.
               knowledge.notes.push_back({.id = reader.required_text("id"), .title = reader.required_text("title")});
             });

  const auto read_words = [&](std::string_view key, std::vector<ListedWord>& words) {
    read_items(pack, key, Presence::optional, problems,
               [&](MemberReader& reader) { words.push_back({reader.required_text("id"), reader.required_text("label")}); });
  };
  read_words("symptoms", knowledge.symptoms);
  read_words("reasons", knowledge.reasons);

  sort_stably(knowledge.engines, [](const Engine& a, const Engine& b) { return a.id < b.id; });
  sort_stably(knowledge.rules, [](const Rule& a, const Rule& b) { return a.step < b.step; });
  if (!problems.empty()) return problems;
  return knowledge;
}

}  // namespace storewright::knowledge

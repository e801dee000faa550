#include "core/migration/tables.h"

#include "core/knowledge/condition.h"
#include "core/knowledge/member_reader.h"

namespace storewright::migration {
namespace {

using knowledge::MemberReader;
using knowledge::Presence;

constexpr std::string_view pack_format = "storewright/migrations@1";
constexpr std::string_view waits_names[] = {"nothing", "lag", "lag_or_copy", "copy"};

// A list inside `reader`'s object, item by item, with places that start at the pack's root.
template <class Read>
void read_list(MemberReader& reader, std::string_view key, Problems& problems, Read&& read) {
  const Json* list = reader.find(key);
  if (!list) return;
  if (!list->array()) return reader.wrong(key, "\"" + std::string(key) + "\" must be a list.");
  const std::string where = pointer_to(reader.where(), key);
  for (std::size_t i = 0; i < list->array()->size(); ++i) {
    MemberReader item((*list->array())[i], pointer_to(where, i), problems);
    read(item);
  }
}

bool flag(MemberReader& reader, std::string_view key) {
  const Json* value = reader.find(key);
  if (value && !value->boolean()) reader.wrong(key, "\"" + std::string(key) + "\" must be true or false.");
  return value && value->boolean() && *value->boolean();
}

Condition condition(MemberReader& reader, std::string_view key, Problems& problems) {
  return knowledge::read_condition(reader.find(key), pointer_to(reader.where(), key), problems);
}

Backing backing(MemberReader& reader) {
  return {.source = reader.text("source"),
          .kind = static_cast<FactKind>(
              reader.word("kind", knowledge::fact_kind_names(), static_cast<int>(FactKind::rule_of_thumb)))};
}

Advice read_advice(MemberReader& reader) {
  return {.text = reader.required_text("text"),
          .step = reader.text("step"),
          .engines = reader.texts("engines"),
          .not_engines = reader.texts("not_engines"),
          .after = reader.texts("after"),
          .backing = backing(reader)};
}

Cause read_cause(MemberReader& reader, Problems& problems) {
  Cause cause{.text = reader.required_text("cause"), .when = condition(reader, "when", problems), .advice = {}};
  read_list(reader, "advice", problems, [&](MemberReader& item) { cause.advice.push_back(read_advice(item)); });
  return cause;
}

Symptom read_symptom(MemberReader& reader, Problems& problems) {
  Symptom symptom{.id = reader.required_text("id"),
                  .label = reader.required_text("label"),
                  .words = reader.texts("words"),
                  .says = reader.required_text("says"),
                  .when = condition(reader, "when", problems),
                  .store = condition(reader, "store", problems),
                  .marks = {},
                  .causes = {},
                  .correction = reader.text("correction"),
                  .backing = backing(reader)};
  read_list(reader, "marks", problems, [&](MemberReader& item) {
    symptom.marks.push_back({item.number("value", 0), item.required_text("says")});
  });
  read_list(reader, "causes", problems,
            [&](MemberReader& item) { symptom.causes.push_back(read_cause(item, problems)); });
  return symptom;
}

Reason read_reason(MemberReader& reader, Problems& problems) {
  static constexpr std::string_view verdicts[] = {"sound", "wrong"};
  Reason reason{.id = reader.required_text("id"),
                .label = reader.required_text("label"),
                .words = reader.texts("words"),
                .wrong = reader.word("verdict", verdicts, 0) == 1,
                .says = reader.required_text("says"),
                .first = reader.text("first"),
                .when = condition(reader, "when", problems),
                .correction = reader.text("correction"),
                .backing = backing(reader)};
  if (reason.wrong && reason.first.empty()) reader.wrong("first", "A wrong reason says what to find out first.");
  return reason;
}

Pattern read_pattern(MemberReader& reader, Problems& problems) {
  Pattern pattern{.id = reader.required_text("id"),
                  .label = reader.required_text("label"),
                  .best_for = reader.required_text("best_for"),
                  .when = condition(reader, "when", problems),
                  .risk = reader.required_text("risk"),
                  .downtime = reader.required_text("downtime"),
                  .waits = static_cast<Waits>(reader.word("waits", waits_names, static_cast<int>(Waits::copy))),
                  .steps = reader.texts("steps"),
                  .max_lag_seconds = {},
                  .write_factor = reader.number("write_factor", 1),
                  .correction = reader.text("correction"),
                  .backing = backing(reader)};
  if (reader.find("max_lag_seconds")) pattern.max_lag_seconds = reader.number("max_lag_seconds", 0);
  return pattern;
}

Side read_side(MemberReader& of, std::string_view key, Problems& problems) {
  const Json* side = of.find(key);
  if (!side || !side->object()) {
    of.wrong(key, "A path names both of its ends.");
    return {};
  }
  MemberReader reader(*side, pointer_to(of.where(), key), problems);
  return {reader.required_text("label"), reader.texts("engines"), reader.texts("words")};
}

Path read_path(MemberReader& reader, Problems& problems) {
  Path path{.id = reader.required_text("id"),
            .from = read_side(reader, "from", problems),
            .to = read_side(reader, "to", problems),
            .same_engine = flag(reader, "same_engine"),
            .beside = flag(reader, "beside"),
            .why = reader.texts("why"),
            .reason = reader.required_text("reason"),
            .pattern = reader.required_text("pattern"),
            .tools = {},
            .steps = {},
            .correction = reader.text("correction"),
            .licence_source = reader.text("licence_source"),
            .backing = backing(reader)};
  read_list(reader, "tools", problems, [&](MemberReader& item) {
    path.tools.push_back({item.required_text("name"), item.text("says"), item.text("struck"), backing(item)});
  });
  read_list(reader, "steps", problems, [&](MemberReader& item) {
    path.steps.push_back({item.required_text("text"), backing(item)});
  });
  return path;
}

NextStep read_next_step(MemberReader& reader, Problems& problems) {
  return {.id = reader.required_text("id"),
          .engines = reader.texts("engines"),
          .where = condition(reader, "where", problems),
          .title = reader.required_text("title"),
          .does = reader.required_text("do"),
          .used_up = reader.required_text("used_up"),
          .used_up_when = condition(reader, "used_up_when", problems),
          .helps = reader.texts("helps"),
          .after = reader.texts("after"),
          .backing = backing(reader)};
}

template <class Item>
const Item* by_id(const std::vector<Item>& items, std::string_view id) {
  for (const Item& item : items)
    if (item.id == id) return &item;
  return nullptr;
}

void add_source(std::vector<std::string>& sources, const std::string& id) {
  if (id.empty()) return;
  for (const std::string& known : sources)
    if (known == id) return;
  sources.push_back(id);
}

}  // namespace

const Symptom* Tables::symptom(std::string_view id) const { return by_id(symptoms, id); }
const Reason* Tables::reason(std::string_view id) const { return by_id(reasons, id); }
const Pattern* Tables::pattern(std::string_view id) const { return by_id(patterns, id); }
const Path* Tables::path(std::string_view id) const { return by_id(paths, id); }

Result<Tables> read_tables(const Json& pack) {
  const Json* format = pack.find("format");
  if (!format || !format->text() || *format->text() != pack_format)
    return Problem{1400, "/format", "This is no pack of the format \"storewright/migrations@1\"."};
  Problems problems;
  Tables tables;
  MemberReader head(pack, "", problems);
  tables.version = head.required_text("version");
  const auto items = [&](std::string_view key, auto&& read) {
    knowledge::read_items(pack, key, Presence::required, problems, read);
  };
  items("symptoms", [&](MemberReader& reader) { tables.symptoms.push_back(read_symptom(reader, problems)); });
  items("reasons", [&](MemberReader& reader) { tables.reasons.push_back(read_reason(reader, problems)); });
  items("patterns", [&](MemberReader& reader) { tables.patterns.push_back(read_pattern(reader, problems)); });
  items("capture", [&](MemberReader& reader) {
    tables.capture.push_back({reader.required_text("engine"), reader.required_text("how"), backing(reader)});
  });
  items("paths", [&](MemberReader& reader) { tables.paths.push_back(read_path(reader, problems)); });
  items("next_steps", [&](MemberReader& reader) { tables.next_steps.push_back(read_next_step(reader, problems)); });
  if (!problems.empty()) return problems;
  return tables;
}

std::vector<std::string> sources_of(const Tables& tables) {
  std::vector<std::string> sources;
  const auto add = [&](const Backing& of) { add_source(sources, of.source); };
  for (const Symptom& symptom : tables.symptoms) {
    add(symptom.backing);
    for (const Cause& cause : symptom.causes)
      for (const Advice& advice : cause.advice) add(advice.backing);
  }
  for (const Reason& reason : tables.reasons) add(reason.backing);
  for (const Pattern& pattern : tables.patterns) add(pattern.backing);
  for (const Capture& capture : tables.capture) add(capture.backing);
  for (const Path& path : tables.paths) {
    add(path.backing);
    for (const Tool& tool : path.tools) add(tool.backing);
    for (const PathStep& step : path.steps) add(step.backing);
    add_source(sources, path.licence_source);
  }
  for (const NextStep& step : tables.next_steps) add(step.backing);
  return sources;
}

}  // namespace storewright::migration

#include "core/knowledge/reference.h"

#include "core/knowledge/condition.h"
#include "core/knowledge/member_reader.h"
#include "core/knowledge/rule_fields.h"

namespace storewright::knowledge {
namespace {

constexpr std::string_view pack_format = "storewright/reference@1";
constexpr std::string_view complexities[] = {"low_managed", "low", "low_medium", "medium", "medium_high", "high"};

FactKind fact_kind(MemberReader& reader) {
  return static_cast<FactKind>(reader.word("kind", fact_kind_names(), static_cast<int>(FactKind::rule_of_thumb)));
}

int count(MemberReader& reader, std::string_view key) {
  const double value = reader.number(key, 0);
  // The limits come first: a double beyond them has no int.
  if (value >= 0 && value <= 10000 && static_cast<int>(value) == value) return static_cast<int>(value);
  reader.wrong(key, "\"" + std::string(key) + "\" must be a whole number from 0 to 10,000.");
  return 0;
}

std::optional<Condition> condition(MemberReader& reader, std::string_view key, Problems& problems) {
  const Json* json = reader.find(key);
  if (!json) return std::nullopt;
  return read_condition(json, pointer_to(reader.where(), key), problems);
}

void read_writes(MemberReader& reader, Glance& glance, Problems& problems) {
  const Json* json = reader.find("writes");
  if (!json) return;
  MemberReader range(*json, pointer_to(reader.where(), "writes"), problems);
  glance.writes_low = range.number("low", 0);
  if (json->find("high")) glance.writes_high = range.number("high", 0);
  if (*glance.writes_low <= 0 || glance.writes_high.value_or(*glance.writes_low) < *glance.writes_low)
    range.wrong("low", "A range of writes starts above zero and does not end below its start.");
}

Glance read_glance(MemberReader& reader, Problems& problems) {
  Glance glance{.category = reader.required_text("category"),
                .engines = reader.texts("engines"),
                .consistency = reader.required_text("consistency"),
                .writes_low = {},
                .writes_high = {},
                .unit = reader.required_text("unit"),
                .varies = reader.text("varies"),
                .queries = reader.required_text("queries"),
                .complexity = static_cast<Complexity>(reader.word("complexity", complexities, 0)),
                .best_for = reader.required_text("best_for"),
                .correction = reader.text("correction"),
                .source = reader.required_text("source"),
                .kind = fact_kind(reader)};
  read_writes(reader, glance, problems);
  if (glance.writes_low.has_value() == !glance.varies.empty())
    reader.wrong("writes", "A category has either a range of writes or words why they vary.");
  return glance;
}

ShortAnswer read_answer(MemberReader& reader, std::string_view key, Problems& problems) {
  const Json* json = reader.find(key);
  if (!json) {
    reader.wrong(key, "A short question needs what follows from \"" + std::string(key) + "\".");
    return {};
  }
  MemberReader answer(*json, pointer_to(reader.where(), key), problems);
  ShortAnswer read{.says = answer.required_text("says"), .categories = answer.texts("categories"), .set = {}};
  const Json* set = json->find("set");
  if (set && set->object())
    read.set = *set;
  else
    answer.wrong("set", "An answer says what it sets in the profile, if only {}.");
  return read;
}

ShortQuestion read_question(MemberReader& reader, Problems& problems) {
  return {.id = reader.required_text("id"),
          .question = reader.required_text("question"),
          .term = reader.required_text("term"),
          .yes_when = condition(reader, "yes_when", problems),
          .no_when = condition(reader, "no_when", problems),
          .yes = read_answer(reader, "yes", problems),
          .no = read_answer(reader, "no", problems),
          .field = reader.text("field"),
          .correction = reader.text("correction"),
          .source = reader.required_text("source"),
          .kind = fact_kind(reader)};
}

ChecklistItem read_item(MemberReader& reader, Problems& problems) {
  ChecklistItem item{.id = reader.required_text("id"),
                     .question = reader.required_text("question"),
                     .why = reader.required_text("why"),
                     .fields = reader.texts("fields"),
                     .answered_when = condition(reader, "answered_when", problems)};
  if (item.fields.empty()) reader.wrong("fields", "A question of the checklist has at least one field.");
  return item;
}

Branch read_branch(MemberReader& reader, Problems& problems) {
  Branch branch{.id = reader.required_text("id"),
                .title = reader.required_text("title"),
                .says = reader.required_text("says"),
                .links = {}};
  const Json* links = reader.find("links");
  if (!links || !links->array() || links->array()->empty()) {
    reader.wrong("links", "A branch leads somewhere.");
    return branch;
  }
  for (std::size_t i = 0; i < links->array()->size(); ++i) {
    MemberReader link((*links->array())[i], pointer_to(pointer_to(reader.where(), "links"), i), problems);
    branch.links.push_back({link.required_text("label"), link.required_text("href")});
  }
  return branch;
}

RuleWords read_words(MemberReader& reader, std::string_view name) {
  RuleWords words{.name = reader.required_text(name),
                  .said = reader.text("said"),
                  .is = reader.text("is"),
                  .is_not = reader.text("is_not"),
                  .only = reader.text("only"),
                  .not_only = reader.text("not_only"),
                  .yes = reader.text("yes"),
                  .no = reader.text("no"),
                  .unit = reader.text("unit"),
                  .below = reader.text("below"),
                  .values = {}};
  if (const Json* values = reader.find("values"); values && values->object())
    for (const JsonMember& member : *values->object())
      if (member.value.text()) words.values.emplace_back(member.key, *member.value.text());
  return words;
}

template <class Item>
void check_ids(const std::vector<Item>& items, std::string_view list, Problems& problems) {
  for (std::size_t i = 0; i < items.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      if (items[i].id == items[k].id)
        problems.push_back({1403, pointer_to(pointer_to("", list), i), "The id \"" + items[i].id + "\" stands twice."});
}

void check_fields(const std::optional<Condition>& condition, const std::string& where, Problems& problems) {
  if (!condition) return;
  if (condition->op == Condition::Op::leaf) {
    if (place_of_rule_field(condition->field) == rule_field_count)
      problems.push_back({1404, where, "No profile has the field \"" + condition->field + "\"."});
    return;
  }
  for (const Condition& part : condition->parts) check_fields(part, where, problems);
}

void check_source(const Knowledge& knowledge, const std::string& source, const std::string& where, Problems& problems) {
  if (!knowledge.source(source)) problems.push_back({1402, where, "There is no source \"" + source + "\"."});
}

void check_categories(const Knowledge& knowledge, const std::vector<std::string>& ids, const std::string& where,
                      Problems& problems) {
  for (const std::string& id : ids)
    if (!knowledge.category(id)) problems.push_back({1402, where, "There is no category \"" + id + "\"."});
}

}  // namespace

std::string_view RuleWords::value(std::string_view word) const {
  for (const auto& [id, words] : values)
    if (id == word) return words;
  return {};
}

const Backing* Reference::backing_of(std::string_view record) const {
  for (const Backing& one : backing)
    if (one.record == record) return &one;
  return nullptr;
}

Result<Reference> load_reference_pack(const Json& pack) {
  const Json* format = pack.find("format");
  if (!format || !format->text() || *format->text() != pack_format)
    return Problem{1400, "/format", "This is not a reference pack that this version can read."};
  Problems problems;
  Reference all;
  read_items(pack, "glance", Presence::required, problems,
             [&](MemberReader& reader) { all.glance.push_back(read_glance(reader, problems)); });
  read_items(pack, "cheat_sheet", Presence::required, problems,
             [&](MemberReader& reader) { all.cheat_sheet.push_back(read_question(reader, problems)); });
  read_items(pack, "checklist", Presence::required, problems,
             [&](MemberReader& reader) { all.checklist.push_back(read_item(reader, problems)); });
  read_items(pack, "branches", Presence::required, problems,
             [&](MemberReader& reader) { all.branches.push_back(read_branch(reader, problems)); });
  read_items(pack, "field_words", Presence::required, problems,
             [&](MemberReader& reader) { all.field_words.push_back(read_words(reader, "field")); });
  read_items(pack, "trait_words", Presence::required, problems,
             [&](MemberReader& reader) { all.trait_words.push_back(read_words(reader, "trait")); });
  read_items(pack, "backing", Presence::required, problems, [&](MemberReader& reader) {
    all.backing.push_back({.record = reader.required_text("record"),
                           .facts = count(reader, "facts"),
                           .unverified = count(reader, "unverified"),
                           .oldest = reader.text("oldest")});
  });
  check_ids(all.cheat_sheet, "cheat_sheet", problems);
  check_ids(all.checklist, "checklist", problems);
  check_ids(all.branches, "branches", problems);
  if (!problems.empty()) return problems;
  return all;
}

Problems check_reference(const Reference& reference, const Knowledge& knowledge) {
  Problems problems;
  for (const Glance& glance : reference.glance) {
    const std::string where = "reference/glance.json \"" + glance.category + "\"";
    check_categories(knowledge, {glance.category}, where, problems);
    check_source(knowledge, glance.source, where, problems);
    for (const std::string& engine : glance.engines)
      if (!knowledge.engine(engine)) problems.push_back({1402, where, "There is no record \"" + engine + "\"."});
  }
  for (const ShortQuestion& question : reference.cheat_sheet) {
    const std::string where = "reference/cheat_sheet.json \"" + question.id + "\"";
    check_source(knowledge, question.source, where, problems);
    check_categories(knowledge, question.yes.categories, where, problems);
    check_categories(knowledge, question.no.categories, where, problems);
    check_fields(question.yes_when, where, problems);
    check_fields(question.no_when, where, problems);
  }
  for (const ChecklistItem& item : reference.checklist)
    check_fields(item.answered_when, "reference/checklist.json \"" + item.id + "\"", problems);
  for (const RuleWords& words : reference.field_words)
    if (place_of_rule_field(words.name) == rule_field_count)
      problems.push_back({1404, "reference/rule_words.json \"" + words.name + "\"",
                          "No profile has the field \"" + words.name + "\"."});
  for (const RuleWords& words : reference.trait_words) {
    bool known = false;
    for (const TraitKind& trait : knowledge.traits) known = known || trait.id == words.name;
    for (const RuleField& field : profile_traits()) known = known || field.name == words.name;
    if (!known)
      problems.push_back({1402, "reference/rule_words.json \"" + words.name + "\"", "There is no such trait."});
  }
  return problems;
}

}  // namespace storewright::knowledge

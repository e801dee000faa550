#include "core/cases/case_file.h"

#include <algorithm>
#include <utility>

#include "core/knowledge/member_reader.h"

namespace storewright::cases {
namespace {

using knowledge::FactKind;
using knowledge::MemberReader;
using knowledge::Presence;

constexpr std::string_view pack_format = "storewright/cases@1";
constexpr std::string_view node_kinds[] = {"client", "main", "store", "service"};
constexpr std::string_view operations[] = {"times", "divide", "plus"};
constexpr std::string_view scales[] = {"linear", "log"};
constexpr int most_rows = 8;  // of a picture that is still a picture

// A list inside `reader`'s object, item by item, with places that start at the pack's root.
template <class Read>
void read_list(MemberReader& reader, std::string_view key, Presence presence, Problems& problems, Read&& read) {
  const Json* list = reader.find(key);
  const std::string where = pointer_to(reader.where(), key);
  if (!list || !list->array()) {
    if (list || presence == Presence::required) reader.wrong(key, "\"" + std::string(key) + "\" must be a list.");
    return;
  }
  for (std::size_t i = 0; i < list->array()->size(); ++i) {
    MemberReader item((*list->array())[i], pointer_to(where, i), problems);
    read(item);
  }
}

int whole(MemberReader& reader, std::string_view key, int least, int most) {
  const double value = reader.number(key, least);
  if (value >= least && value <= most && static_cast<int>(value) == value) return static_cast<int>(value);
  reader.wrong(key, "\"" + std::string(key) + "\" must be a whole number from " + std::to_string(least) + " to " +
                        std::to_string(most) + ".");
  return least;
}

FactKind fact_kind(MemberReader& reader) {
  return static_cast<FactKind>(
      reader.word("kind", knowledge::fact_kind_names(), static_cast<int>(FactKind::rule_of_thumb)));
}

Node read_node(MemberReader& reader) {
  return {.id = reader.required_text("id"),
          .name = reader.required_text("name"),
          .technology = reader.text("technology"),
          .engine = reader.text("engine"),
          .holds = reader.text("holds"),
          .kind = static_cast<NodeKind>(reader.word("kind", node_kinds, static_cast<int>(NodeKind::store))),
          .column = whole(reader, "column", 0, most_rows - 1),
          .row = whole(reader, "row", 0, most_rows - 1),
          .rule = reader.text("rule"),
          .rule_says = reader.text("rule_says")};
}

Claim read_claim(MemberReader& reader) {
  return {.text = reader.required_text("text"),
          .source = reader.required_text("source"),
          .kind = fact_kind(reader),
          .correction = reader.text("correction")};
}

NumberSpec read_number(MemberReader& reader, Problems& problems) {
  NumberSpec spec{.label = reader.required_text("label"),
                  .operation = static_cast<Operation>(reader.word("operation", operations, 0)),
                  .terms = {},
                  .unit = reader.text("unit"),
                  .decimals = whole(reader, "decimals", 0, 6),
                  .source = reader.required_text("source"),
                  .kind = fact_kind(reader),
                  .note = reader.text("note")};
  read_list(reader, "terms", Presence::required, problems, [&](MemberReader& term) {
    spec.terms.push_back({term.number("value", 0), term.required_text("words")});
    const bool divisor = spec.operation == Operation::divide && spec.terms.size() > 1;
    if (divisor && spec.terms.back().value == 0) term.wrong("value", "Nothing can be divided by zero.");
  });
  if (spec.terms.size() < 2) reader.wrong("terms", "A formula needs two terms at least.");
  return spec;
}

std::optional<Routing> read_routing(const Json* json, const std::string& where, Problems& problems) {
  if (!json) return std::nullopt;
  constexpr int most = 1000000000;
  MemberReader reader(*json, pointer_to(where, "routing"), problems);
  Routing routing{.key = reader.required_text("key"),
                  .shards = whole(reader, "shards", 1, 1024),
                  .example = whole(reader, "example", 0, most),
                  .first = whole(reader, "first", 0, most),
                  .last = whole(reader, "last", 0, most),
                  .writes_per_second = reader.number("writes_per_second", 0)};
  if (routing.last < routing.first || routing.last - routing.first > 100)
    reader.wrong("last", "The neighbours end at or after the first of them, at most 100 further on.");
  return routing;
}

void read_cost(MemberReader& reader, const Case& study, Part& part, Problems& problems) {
  const Json* cost = reader.find("cost");
  if (!cost) return;
  MemberReader costs(*cost, pointer_to(reader.where(), "cost"), problems);
  for (const CostPart& kind : study.cost_parts) {
    const Json* value = costs.find(kind.id);
    if (value && value->number() && *value->number() >= 0)
      part.cost.push_back(*value->number());
    else
      problems.push_back(
          {2404, pointer_to(costs.where(), kind.id), "Every cost part needs an amount of dollars a month."});
  }
  if (cost->object() && cost->object()->size() != study.cost_parts.size())
    problems.push_back({2404, costs.where(), "The costs must be those of the case's cost parts, no more and no less."});
  if (const Json* bonus = reader.find("bonus")) {
    MemberReader extra(*bonus, pointer_to(reader.where(), "bonus"), problems);
    part.bonus = extra.number("value", 0);
    part.bonus_label = extra.required_text("label");
  }
}

void check_arrows(const Part& part, const std::string& where, Problems& problems) {
  const auto known = [&](const std::string& id) {
    return std::any_of(part.nodes.begin(), part.nodes.end(), [&](const Node& node) { return node.id == id; });
  };
  for (std::size_t i = 0; i < part.arrows.size(); ++i)
    for (const std::string& end : {part.arrows[i].from, part.arrows[i].to})
      if (!known(end))
        problems.push_back({2403, pointer_to(pointer_to(where, "arrows"), i), "There is no node \"" + end + "\"."});
}

template <class Items>
void check_ids(const Items& items, const std::string& where, Problems& problems) {
  for (std::size_t i = 0; i < items.size(); ++i)
    for (std::size_t earlier = 0; earlier < i; ++earlier)
      if (items[earlier].id == items[i].id)
        problems.push_back({2405, pointer_to(where, i), "The id \"" + items[i].id + "\" stands twice."});
}

Part read_part(MemberReader& reader, const Case& study, Problems& problems) {
  Part part;
  part.id = reader.required_text("id");
  part.name = reader.required_text("name");
  part.from = reader.number("from", 0);
  part.until = reader.number("until", 0);
  part.sentence = reader.required_text("sentence");
  part.takeaway = reader.required_text("takeaway");
  read_list(reader, "nodes", Presence::required, problems,
            [&](MemberReader& node) { part.nodes.push_back(read_node(node)); });
  read_list(reader, "arrows", Presence::required, problems, [&](MemberReader& arrow) {
    part.arrows.push_back({arrow.required_text("from"), arrow.required_text("to"), arrow.text("label")});
  });
  if (const Json* profile = reader.find("profile")) part.profile = *profile;
  part.estimated = reader.texts("estimated");
  read_list(reader, "numbers", Presence::optional, problems,
            [&](MemberReader& number) { part.numbers.push_back(read_number(number, problems)); });
  part.routing = read_routing(reader.find("routing"), reader.where(), problems);
  read_cost(reader, study, part, problems);
  read_list(reader, "claims", Presence::optional, problems,
            [&](MemberReader& claim) { part.claims.push_back(read_claim(claim)); });
  check_ids(part.nodes, pointer_to(reader.where(), "nodes"), problems);
  check_arrows(part, reader.where(), problems);
  return part;
}

Axis read_axis(const Json* json, const std::string& where, Problems& problems) {
  static const Json nothing;
  MemberReader reader(json ? *json : nothing, pointer_to(where, "axis"), problems);
  Axis axis{.id = reader.required_text("id"),
            .label = reader.required_text("label"),
            .unit = reader.required_text("unit"),
            .logarithmic = reader.word("scale", scales, 0) == 1,
            .first = reader.number("first", 0)};
  if (axis.logarithmic && axis.first <= 0) reader.wrong("first", "A logarithmic axis begins above zero.");
  return axis;
}

void read_start(MemberReader& reader, Case& study, Problems& problems) {
  const Json* start = reader.find("starts");
  if (!start) return;
  MemberReader date(*start, pointer_to(reader.where(), "starts"), problems);
  study.start_year = whole(date, "year", 1970, 9999);
  study.start_month = whole(date, "month", 1, 12);
  study.start_note = date.text("note");
}

void check_order(const Case& study, const std::string& where, Problems& problems) {
  const std::string parts = pointer_to(where, "parts");
  for (std::size_t i = 0; i < study.parts.size(); ++i) {
    const Part& part = study.parts[i];
    if (!(part.until > part.from))
      problems.push_back({2402, pointer_to(parts, i), "A part must end above the value it begins at."});
    if (i > 0 && study.parts[i - 1].until != part.from)
      problems.push_back({2402, pointer_to(parts, i), "A part must begin where the one before it ends."});
  }
  if (study.parts.empty()) problems.push_back({2402, parts, "A case needs at least one part."});
}

Case read_case(MemberReader& reader, Problems& problems) {
  Case study;
  study.id = reader.required_text("id");
  study.title = reader.required_text("title");
  study.short_title = reader.required_text("short");
  study.sentence = reader.required_text("sentence");
  study.part_word = reader.required_text("part_word");
  study.axis = read_axis(reader.find("axis"), reader.where(), problems);
  study.source = reader.required_text("source");
  read_start(reader, study, problems);
  read_list(reader, "cost_parts", Presence::optional, problems, [&](MemberReader& part) {
    study.cost_parts.push_back({part.required_text("id"), part.required_text("label")});
  });
  read_list(reader, "claims", Presence::optional, problems,
            [&](MemberReader& claim) { study.claims.push_back(read_claim(claim)); });
  read_list(reader, "parts", Presence::required, problems,
            [&](MemberReader& part) { study.parts.push_back(read_part(part, study, problems)); });
  check_ids(study.parts, pointer_to(reader.where(), "parts"), problems);
  check_order(study, reader.where(), problems);
  return study;
}

}  // namespace

const Part* Case::part(std::string_view wanted) const {
  for (const Part& candidate : parts)
    if (candidate.id == wanted) return &candidate;
  return nullptr;
}

Result<std::vector<Case>> load_case_pack(const Json& pack) {
  const Json* format = pack.find("format");
  if (!format || !format->text() || *format->text() != pack_format)
    return Problem{2401, "/format", "This is no pack of cases of the format \"storewright/cases@1\"."};
  Problems problems;
  std::vector<Case> all;
  knowledge::read_items(pack, "items", Presence::required, problems,
                        [&](MemberReader& reader) { all.push_back(read_case(reader, problems)); });
  check_ids(all, "/items", problems);
  if (!problems.empty()) return problems;
  return all;
}

const Case* find_case(const std::vector<Case>& all, std::string_view id) {
  for (const Case& study : all)
    if (study.id == id) return &study;
  return nullptr;
}

}  // namespace storewright::cases

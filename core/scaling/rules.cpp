#include "core/scaling/rules.h"

#include <utility>

#include "core/knowledge/member_reader.h"
#include "core/scaling/read_list.h"

namespace storewright::scaling {
namespace {

using knowledge::MemberReader;
using knowledge::Presence;
using knowledge::read_items;

constexpr std::string_view pack_format = "storewright/scaling@1";
constexpr std::string_view measures[] = {"data_size_gb", "reads_per_second", "writes_per_second", "operations_per_second"};
constexpr std::string_view parts[] = {"performance", "cost", "scalability", "business"};

Measure measure_of(MemberReader& reader) { return static_cast<Measure>(reader.word("measure", measures, 0)); }

std::optional<double> maybe_number(MemberReader& reader, std::string_view key) {
  if (!reader.find(key)) return std::nullopt;
  return reader.number(key, 0);
}

// The limits come first: a double beyond them has no int.
int whole(MemberReader& reader, std::string_view key) {
  constexpr double most = 1000;
  const double value = reader.number(key, -1);
  if (value >= 0 && value <= most && static_cast<int>(value) == value) return static_cast<int>(value);
  reader.wrong(key, "\"" + std::string(key) + "\" must be a whole number from 0 to 1000.");
  return 0;
}

Stage read_stage(MemberReader& reader, Problems& problems) {
  Stage stage{.id = reader.required_text("id"),
              .name = reader.required_text("name"),
              .does = reader.required_text("does"),
              .group = reader.required_text("group"),
              .from = {},
              .mark = {}};
  read_list(reader, "from", Presence::required, problems, [&](MemberReader& from) {
    stage.from.push_back({measure_of(from), from.number("value", 0), from.required_text("source"), fact_kind(from)});
  });
  if (const Json* mark = reader.find("mark")) {
    MemberReader inside(*mark, pointer_to(reader.where(), "mark"), problems);
    stage.mark = Mark{inside.number("from_gb", 0), inside.required_text("says")};
  }
  return stage;
}

SourceList read_source_list(MemberReader& reader, Problems& problems) {
  SourceList list{.id = reader.required_text("id"),
                  .title = reader.required_text("title"),
                  .source = reader.required_text("source"),
                  .kind = fact_kind(reader),
                  .by_tier = reader.find("by_tier") != nullptr,
                  .bands = {},
                  .until = maybe_number(reader, "until"),
                  .outside = reader.text("outside"),
                  .gap = {}};
  read_list(reader, "bands", Presence::required, problems, [&](MemberReader& band) {
    const double from = band.number("from", 0);
    if (!list.bands.empty() && from <= list.bands.back().from)
      problems.push_back({2802, band.where(), "Bands must rise: each begins above the one before it."});
    list.bands.push_back({band.required_text("id"), from, band.required_text("says"), maybe_number(band, "success_percent")});
  });
  if (const Json* gap = reader.find("gap")) {
    MemberReader inside(*gap, pointer_to(reader.where(), "gap"), problems);
    list.gap = Gap{measure_of(inside), inside.number("from", 0), inside.number("until", 0), inside.required_text("says")};
  }
  return list;
}

// For each measure the thresholds rise with the stages, so that a larger load never comes to an earlier stage.
void check_stages(const Rules& rules, Problems& problems) {
  if (rules.stages.empty() || !rules.stages.front().from.empty())
    problems.push_back({2802, "/stages", "The first stage begins at zero, so it has no thresholds."});
  std::array<double, measure_count> last = {};
  for (std::size_t i = 0; i < rules.stages.size(); ++i) {
    const std::string where = pointer_to("/stages", i);
    for (const Threshold& threshold : rules.stages[i].from) {
      double& before = last[static_cast<std::size_t>(threshold.measure)];
      if (threshold.from <= before)
        problems.push_back({2802, where, "Thresholds must rise from stage to stage: " + std::string(measure_name(threshold.measure)) + "."});
      before = threshold.from;
    }
    bool known = false;
    for (const StageGroup& group : rules.groups) known = known || group.id == rules.stages[i].group;
    if (!known) problems.push_back({2804, where, "There is no group \"" + rules.stages[i].group + "\"."});
  }
}

void check_urgency(const Rules& rules, Problems& problems) {
  int sum = 0;
  for (const int weight : rules.weights) sum += weight;
  if (sum != 100) problems.push_back({2803, "/urgency/weights", "The four weights must be 100 together."});
  for (int part = 0; part < part_count; ++part) {
    bool measured = false;
    for (const Scale& scale : rules.scales) measured = measured || static_cast<int>(scale.part) == part;
    if (!measured)
      problems.push_back({2803, "/urgency/scales", "No scale gives points for " + std::string(parts[part]) + "."});
  }
  for (std::size_t i = 0; i < rules.bands.size(); ++i)
    if (i > 0 && rules.bands[i].from_points >= rules.bands[i - 1].from_points)
      problems.push_back({2802, pointer_to("/urgency/bands", i), "The bands stand from the highest to the lowest."});
  if (rules.bands.empty() || rules.bands.back().from_points != 0)
    problems.push_back({2802, "/urgency/bands", "The last band begins at zero."});
}

void read_urgency(const Json* json, Rules& rules, Problems& problems) {
  static const Json nothing;
  MemberReader reader(json ? *json : nothing, "/urgency", problems);
  rules.urgency_source = reader.required_text("source");
  rules.urgency_kind = fact_kind(reader);
  const Json* weights = reader.find("weights");
  MemberReader weight(weights ? *weights : nothing, "/urgency/weights", problems);
  for (int part = 0; part < part_count; ++part) rules.weights[static_cast<std::size_t>(part)] = whole(weight, parts[part]);
  read_list(reader, "scales", Presence::required, problems, [&](MemberReader& scale) {
    rules.scales.push_back({scale.required_text("id"), static_cast<Part>(scale.word("part", parts, 0)), scale.required_text("label"),
                            scale.text("unit"), scale.number("none_at", 0), scale.number("ten_at", 0)});
    if (rules.scales.back().none_at == rules.scales.back().ten_at)
      problems.push_back({2802, scale.where(), "A scale needs two ends that differ."});
  });
  read_list(reader, "indicators", Presence::required, problems, [&](MemberReader& sign) {
    rules.indicators.push_back({sign.required_text("id"), sign.required_text("label"), static_cast<Part>(sign.word("part", parts, 0)),
                                maybe_number(sign, "above"), sign.text("unit"), sign.required_text("source"), fact_kind(sign)});
  });
  read_list(reader, "bands", Presence::required, problems, [&](MemberReader& band) {
    rules.bands.push_back({band.required_text("id"), whole(band, "from_points"), band.required_text("action"),
                           whole(band, "timeline_months"), band.required_text("risk")});
  });
  check_urgency(rules, problems);
}

template <class Item>
const Item* with_id(const std::vector<Item>& items, std::string_view id) {
  for (const Item& item : items)
    if (item.id == id) return &item;
  return nullptr;
}

}  // namespace

std::string_view measure_name(Measure measure) { return measures[static_cast<int>(measure)]; }
std::string_view part_name(Part part) { return parts[static_cast<int>(part)]; }

const Scale* Rules::scale(std::string_view id) const { return with_id(scales, id); }
const Indicator* Rules::indicator(std::string_view id) const { return with_id(indicators, id); }

std::size_t Rules::place_of_stage(std::string_view id) const {
  const Stage* stage = with_id(stages, id);
  return stage ? static_cast<std::size_t>(stage - stages.data()) : 0;
}

std::vector<std::string> sources_of(const Rules& rules) {
  std::vector<std::string> all = {rules.urgency_source};
  const auto add = [&](const std::string& source) {
    for (const std::string& known : all)
      if (known == source) return;
    all.push_back(source);
  };
  for (const Stage& stage : rules.stages)
    for (const Threshold& threshold : stage.from) add(threshold.source);
  for (const StageGroup& group : rules.groups) add(group.source);
  for (const SourceList& list : rules.lists) add(list.source);
  for (const Indicator& sign : rules.indicators) add(sign.source);
  add(rules.filters.source);
  for (const Technology& technology : rules.technologies) add(technology.source);
  return all;
}

Result<Rules> load_scaling_pack(const Json& pack) {
  const Json* format = pack.find("format");
  if (!format || !format->text() || *format->text() != pack_format)
    return Problem{2801, "/format", "This is no pack of scaling rules of the format \"storewright/scaling@1\"."};
  Problems problems;
  Rules rules;
  read_items(pack, "groups", Presence::required, problems, [&](MemberReader& group) {
    rules.groups.push_back({group.required_text("id"), group.required_text("says"), group.required_text("source")});
  });
  read_items(pack, "stages", Presence::required, problems,
             [&](MemberReader& stage) { rules.stages.push_back(read_stage(stage, problems)); });
  read_items(pack, "lists", Presence::required, problems,
             [&](MemberReader& list) { rules.lists.push_back(read_source_list(list, problems)); });
  static const Json nothing;
  const Json* choice = pack.find("choice");
  MemberReader reader(choice ? *choice : nothing, "/choice", problems);
  rules.choice = {reader.required_text("says"), reader.required_text("because")};
  read_urgency(pack.find("urgency"), rules, problems);
  check_stages(rules, problems);
  rules.filters = read_filter_chart(pack.find("filters"), problems);
  rules.technologies = read_technologies(pack, problems);
  if (!problems.empty()) return problems;
  return rules;
}

}  // namespace storewright::scaling

#include "core/selection/polyglot.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/selection/addons.h"
#include "core/selection/matched_store.h"

namespace storewright::selection {
namespace {

using knowledge::Engine;
using knowledge::RecordKind;

constexpr double engineers_for_each = 2;

constexpr Field rows[] = {
    field<&PolyglotInput::stores>({.name = "stores",
                                   .label = "Stores",
                                   .help = "All that hold data, by their usual names; extensions count none."}),
    field<&PolyglotInput::engineers>(
        {.name = "engineers", .label = "Engineers in the team", .unit = "people", .max = 1e6, .whole = true}),
    field<&PolyglotInput::services>(
        {.name = "services", .label = "Services that store data", .unit = "services", .max = 1e6, .whole = true}),
    field<&PolyglotInput::dedicated_dba>(
        {.name = "dedicated_dba", .label = "Does somebody look after databases full time?"}),
};

constexpr Option workloads[] = {
    {"time_series", "Measurements over time"},
    {"event_stream", "Streams of events"},
    {"activity", "What people did"},
    {"transactions", "Transactions"},
    {"complex_analytics", "Complex analytics"},
    {"ad_hoc", "Questions nobody planned for"},
    {"full_text", "Search in text"},
    {"logs", "Logs"},
    {"dashboards", "Dashboards over many records"},
    {"sessions", "Sessions"},
    {"cache", "Cached results"},
    {"leaderboard", "Leaderboards and counters"},
    {"live_metrics", "Single figures that tick"},
};

constexpr Field design_rows[] = {
    field<&DesignInput::workload>({.name = "workload", .label = "What is it for?", .options = workloads}),
    field<&DesignInput::data_tb>({.name = "data_tb", .label = "Data", .unit = "TB"}),
    field<&DesignInput::per_second>({.name = "per_second",
                                     .label = "Operations",
                                     .unit = "a second",
                                     .help = "Writes for Cassandra, queries for PostgreSQL, searches for Elasticsearch."}),
};

bool is_word(const Engine& engine, std::string_view trait, std::string_view word) {
  const knowledge::TraitValue* value = engine.trait(trait);
  const std::string* text = value ? std::get_if<std::string>(value) : nullptr;
  return text && *text == word;
}

bool is_yes(const Engine& engine, std::string_view trait) {
  const knowledge::TraitValue* value = engine.trait(trait);
  const bool* flag = value ? std::get_if<bool>(value) : nullptr;
  return flag && *flag;
}

std::string work_of(const Engine& engine) {
  if (is_word(engine, "storage_engine", "in_memory")) return "cache";
  if (is_yes(engine, "column_analytics")) return "analytics";
  if (engine.category == "search" || engine.category == "graph" || engine.category == "vector") return engine.category;
  return is_word(engine, "transactions", "multi_row") ? "transactions" : "large tables";
}

void add_once(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

void count(PolyglotAnswer& answer, std::string id, std::string work) {
  for (const Technology& technology : answer.technologies)
    if (technology.id == id) return;
  answer.technologies.push_back({std::move(id), std::move(work)});
}

void count_store(PolyglotAnswer& answer, const std::string& name, const knowledge::Knowledge& knowledge) {
  const Engine* record = matched_store(knowledge, name);
  if (!record) {
    add_once(answer.unknown, name);
    return count(answer, name, {});
  }
  if (record->record == RecordKind::extension) return add_once(answer.extensions, record->id);
  if (record->record == RecordKind::feed) return add_once(answer.feeds, record->id);
  const Engine* engine = record->record == RecordKind::service ? knowledge.engine(record->host) : record;
  count(answer, engine->id, work_of(*engine));
}

std::string count_of(std::size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

// Between red and green: bearable while somebody else runs the stores.
TeamLoad load_of(double engineers_each, std::size_t technologies) {
  if (engineers_each >= engineers_for_each) return TeamLoad::green;
  return technologies > most_technologies ? TeamLoad::red : TeamLoad::amber;
}

void say_same_work(PolyglotAnswer& answer, const knowledge::Knowledge& knowledge) {
  for (std::size_t i = 0; i < answer.technologies.size(); ++i) {
    const std::string& work = answer.technologies[i].work;
    std::vector<std::string> names;
    bool first = true;
    for (std::size_t j = 0; j < answer.technologies.size(); ++j) {
      if (work.empty() || answer.technologies[j].work != work) continue;
      if (j < i) first = false;
      const Engine* engine = knowledge.engine(answer.technologies[j].id);
      names.push_back(engine ? engine->name : answer.technologies[j].id);
    }
    if (first && names.size() > 1)
      answer.remarks.push_back(sentence_list(names) + " do the same kind of work (" + work +
                               "): ask whether one of them can take it all.");
  }
}

void say_rest(PolyglotAnswer& answer, const PolyglotInput& input, const knowledge::Knowledge& knowledge) {
  say_same_work(answer, knowledge);
  const auto technologies = static_cast<double>(answer.technologies.size());
  if (input.services && technologies > most_technologies && technologies >= input.services->high)
    answer.remarks.push_back(
        "Each service has a technology of its own: cost grows with the number of technologies (skills, monitoring, "
        "backups, runbooks), not with that of services.");
  for (const std::string& feed : answer.feeds)
    answer.remarks.push_back(knowledge.engine(feed)->name + " stores nothing for good and is not counted, but somebody "
                                                            "runs it all the same.");
  for (const std::string& name : answer.unknown)
    answer.remarks.push_back("The catalogue does not know \"" + shortened(name, 40) + "\"; it was counted as one.");
}

std::string why(const PolyglotAnswer& answer, const PolyglotInput& input) {
  const std::string number = count_of(answer.technologies.size(), "technology", "technologies");
  const bool operators = input.dedicated_dba.value_or(false);
  std::string text;
  if (answer.technologies.empty()) text = "Name the stores that hold data.";
  else if (answer.technologies.size() <= most_technologies) text = number + ": no more than a team can look after beside its work.";
  else if (operators) text = number + ", and somebody looks after databases full time.";
  else text = number + ", and at most three without somebody who looks after databases full time.";
  if (answer.load == TeamLoad::red)
    text += " There are " + display_number(answer.engineers_per_technology->mid, 1) +
            " engineers for each; below two, every store hangs on one person.";
  return text;
}

const knowledge::DesignStore* store_for(const knowledge::Knowledge& knowledge, std::string_view workload) {
  for (const knowledge::DesignStore& store : knowledge.design)
    if (std::find(store.takes.begin(), store.takes.end(), workload) != store.takes.end()) return &store;
  return nullptr;
}

std::optional<bool> over(const std::optional<Range>& amount, double limit) {
  if (!amount) return std::nullopt;
  const Truth truth = compare(*amount, Comparison::above, limit);
  return truth == Truth::unknown ? std::nullopt : std::optional<bool>(truth == Truth::yes);
}

}  // namespace

FieldTable polyglot_fields() { return rows; }
FieldTable design_fields() { return design_rows; }

std::string_view name_of(TeamLoad load) {
  switch (load) {
    case TeamLoad::green: return "green";
    case TeamLoad::amber: return "amber";
    case TeamLoad::red: return "red";
  }
  return "";
}

Result<PolyglotAnswer> check_polyglot(const PolyglotInput& input, const knowledge::Knowledge& knowledge) {
  PolyglotAnswer answer;
  for (const std::string& name : input.stores)
    if (!trimmed(name).empty()) count_store(answer, name, knowledge);
  const std::size_t technologies = answer.technologies.size();
  if (input.engineers && technologies > 0) {
    const auto each = [&](double engineers) { return engineers / static_cast<double>(technologies); };
    answer.engineers_per_technology =
        Range{each(input.engineers->low), each(input.engineers->mid), each(input.engineers->high)};
    answer.load = load_of(answer.engineers_per_technology->mid, technologies);
  }
  const bool few = technologies <= most_technologies || input.dedicated_dba.value_or(false);
  answer.pass = few && answer.load != TeamLoad::red;
  answer.why = why(answer, input);
  say_rest(answer, input, knowledge);
  return answer;
}

Result<DesignAnswer> choose_of_design(const DesignInput& input, const knowledge::Knowledge& knowledge) {
  DesignAnswer answer;
  for (const knowledge::DesignStore& store : knowledge.design) answer.capacity_of_all_tb += store.capacity_tb;
  if (input.workload) answer.store = store_for(knowledge, workloads[static_cast<std::size_t>(*input.workload)].name);
  if (!answer.store) return answer;
  const knowledge::DesignStore& store = *answer.store;
  answer.reported_over_target = store.target > 0 ? store.reported / store.target : 0;
  answer.over_capacity = over(input.data_tb, store.capacity_tb);
  answer.over_target = over(input.per_second, store.target);
  const Engine* engine = knowledge.engine(store.engine);
  const std::string name = engine ? engine->name : store.engine;
  if (answer.over_capacity.value_or(false))
    answer.warnings.push_back("The design gives " + name + " " + display_number(store.capacity_tb) + " TB, less than your " +
                              display_number(input.data_tb->mid) + " TB: ask first whether that counts copies or unique data.");
  if (answer.over_target.value_or(false))
    answer.warnings.push_back("The design plans " + display_number(store.target, 0) + " " + store.unit + " for " + name +
                              ", fewer than your " + display_number(input.per_second->mid, 0) + ".");
  answer.warnings.push_back(store.note);
  return answer;
}

}  // namespace storewright::selection

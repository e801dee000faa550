#include "core/report/glance.h"

#include "core/base/text.h"
#include "core/report/record_words.h"

namespace storewright::report {
namespace {

constexpr Field rows[] = {
    field<&GlanceInput::writes_per_second>({.name = "writes_per_second",
                                            .label = "Writes that one node must take",
                                            .unit = "writes a second",
                                            .help = "Categories that reach it are listed; left empty, all are."}),
};

std::string writes_of(const knowledge::Glance& glance) {
  if (!glance.writes_low) return glance.varies;
  const std::string low = display_number(*glance.writes_low);
  if (!glance.writes_high) return low + " " + glance.unit + " and more";
  return low + " to " + display_number(*glance.writes_high) + " " + glance.unit;
}

Reach reach_of(const knowledge::Glance& glance, const std::optional<Range>& needed) {
  if (!needed) return Reach::listed;
  if (!glance.writes_low) return Reach::varies;
  return !glance.writes_high || *glance.writes_high >= needed->high ? Reach::listed : Reach::not_listed;
}

std::string sentence(const GlanceAnswer& answer, const std::optional<Range>& needed) {
  if (!needed) return "All " + std::to_string(answer.rows.size()) + " categories.";
  const std::string load = display_number(needed->high) + " writes a second on one node";
  std::vector<std::string> listed;
  std::vector<std::string> varies;
  for (const GlanceRow& row : answer.rows) {
    if (row.reach == Reach::listed) listed.push_back(row.name);
    if (row.reach == Reach::varies) varies.push_back(row.name);
  }
  std::string text = listed.empty() ? "No category is quoted with " + load + "."
                                    : "Quoted with " + load + " or more: " + sentence_list(listed) + ".";
  if (!varies.empty()) text += " It varies: " + sentence_list(varies) + ".";
  return text;
}

}  // namespace

FieldTable glance_fields() { return rows; }

std::string_view name_of(Reach reach) {
  switch (reach) {
    case Reach::listed: return "listed";
    case Reach::not_listed: return "not_listed";
    case Reach::varies: return "varies";
  }
  return "";
}

std::string_view words_of(knowledge::Complexity complexity) {
  using enum knowledge::Complexity;
  switch (complexity) {
    case low_managed: return "Low where it is managed";
    case low: return "Low";
    case low_medium: return "Low to medium";
    case medium: return "Medium";
    case medium_high: return "Medium to high";
    case high: return "High";
  }
  return "";
}

GlanceAnswer categories_at_a_glance(const GlanceInput& input, const knowledge::Reference& reference,
                                    const knowledge::Knowledge& knowledge) {
  GlanceAnswer answer;
  for (const knowledge::Glance& glance : reference.glance) {
    const knowledge::Category* category = knowledge.category(glance.category);
    GlanceRow row{.glance = &glance,
                  .name = category ? category->name : glance.category,
                  .engines = {},
                  .writes = writes_of(glance),
                  .reach = reach_of(glance, input.writes_per_second)};
    for (const std::string& id : glance.engines) {
      const knowledge::Engine* engine = knowledge.engine(id);
      row.engines.push_back(engine ? engine->name : id);
    }
    answer.rows.push_back(std::move(row));
  }
  answer.says = sentence(answer, input.writes_per_second);
  return answer;
}

Table glance_table(const GlanceAnswer& answer) {
  Table table{.caption = "Categories at a glance",
              .columns = {{"Category"}, {"Such as"}, {"Consistency"}, {"Writes on one node"}, {"Queries"}, {"Complexity"},
                          {"Best for"}, {"What to correct"}, {"How sure"}},
              .rows = {}};
  for (const GlanceRow& row : answer.rows)
    if (row.reach != Reach::not_listed)
      table.rows.push_back({row.name, sentence_list(row.engines), row.glance->consistency, row.writes, row.glance->queries,
                            std::string(words_of(row.glance->complexity)), row.glance->best_for, row.glance->correction,
                            std::string(words_of(row.glance->kind))});
  return table;
}

}  // namespace storewright::report

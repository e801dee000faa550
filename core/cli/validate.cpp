#include "core/cli/validate.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "core/audit/claims.h"
#include "core/cases/case_file.h"
#include "core/knowledge/knowledge.h"
#include "core/knowledge/schema_check.h"
#include "core/migration/situation.h"
#include "core/migration/tables.h"
#include "core/practice/question.h"
#include "core/cost/price_options.h"
#include "core/scaling/rules.h"
#include "core/selection/profile.h"
#include "core/selection/reach.h"
#include "core/sheet/sheet.h"
#include "web/site/guide.h"
#include "web/site/pack.h"

namespace storewright::cli {
namespace {

using Files = std::map<std::string, std::string>;

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

/// Chapters are Markdown; `site::assemble_guide` reads them.
bool is_chapter(std::string_view path) { return path.size() > 3 && path.substr(path.size() - 3) == ".md"; }

void append(Problems& problems, const Problems& more, const std::string& file) {
  for (Problem problem : more) {
    problem.where = file + "#" + problem.where;
    problems.push_back(std::move(problem));
  }
}

/// The schema of a file: of its folder's kind, else of its own name.
std::string schema_path(const std::string& path) {
  const std::pair<std::string_view, std::string_view> folders[] = {
      {"engines/", "engine"}, {"rules/", "rules"},         {"notes/", "notes"},      {"questions/", "question"},
      {"cases/", "case"},     {"published/", "published"}, {"guide/", "guide_parts"}, {"calculators/", "calculator"},
      {"practice/patterns/", "patterns"}, {"audit/", "audit_topic"}, {"goldens/", "goldens"}, {"prices/", "prices"}};
  for (const auto& [folder, kind] : folders)
    if (starts_with(path, folder)) return "schemas/" + std::string(kind) + ".schema.json";
  return "schemas/" + path.substr(0, path.rfind('.')) + ".schema.json";
}

std::map<std::string, Json> read_all(const Files& files, Problems& problems) {
  std::map<std::string, Json> read;
  for (const auto& [path, text] : files) {
    if (is_chapter(path)) continue;
    Result<Json> json = read_json(text, pack_limits);
    if (json)
      read.emplace(path, json.take());
    else
      append(problems, json.problems(), path);
  }
  return read;
}

void check_against_schemas(const std::map<std::string, Json>& files, Problems& problems) {
  for (const auto& [path, json] : files) {
    if (starts_with(path, "schemas/")) continue;
    const auto schema = files.find(schema_path(path));
    if (schema == files.end())
      problems.push_back({1408, path, "No schema says what this file may hold; write " + schema_path(path) + "."});
    else
      append(problems, knowledge::check_schema(json, schema->second), path);
  }
}

/// A record's file is named after its id, so that it is found by looking.
void check_names(const std::map<std::string, Json>& files, Problems& problems) {
  for (const std::string_view folder : {"engines/", "questions/", "published/", "calculators/"})
    for (const auto& [path, json] : files) {
      if (!starts_with(path, folder)) continue;
      const Json* id = json.find("id");
      if (id && id->text() && path != std::string(folder) + *id->text() + ".json")
        problems.push_back({1401, path + "#/id", "The file of this record should be named " + *id->text() + ".json."});
    }
}

void check_presets(const knowledge::Knowledge& knowledge, Problems& problems) {
  for (const knowledge::Preset& preset : knowledge.presets) {
    const auto profile = selection::read_profile(preset.profile);
    if (!profile) append(problems, profile.problems(), "presets.json \"" + preset.id + "\"");
  }
}

/// Each field of a published workload has the statement it rests on, and no statement is left over.
void check_statements(const std::string& path, const Json::Object& profile, const Json::Object& stated,
                      Problems& problems) {
  const auto check = [&](const Json::Object& has, const Json::Object& needs, std::string_view folder,
                         std::string_view message) {
    for (const JsonMember& member : needs) {
      bool found = false;
      for (const JsonMember& other : has) found = found || other.key == member.key;
      if (!found) problems.push_back({1401, path + "#" + pointer_to(folder, member.key), std::string(message)});
    }
  };
  check(stated, profile, "/stated", "Say in your words what the text states about this field.");
  check(profile, stated, "/profile", "The workload lacks this field, or the statement has to go.");
}

void check_published(const std::map<std::string, Json>& files, const knowledge::Knowledge& knowledge,
                     Problems& problems) {
  for (const auto& [path, json] : files) {
    if (!starts_with(path, "published/")) continue;
    const Json* profile = json.find("profile");
    const Json* stated = json.find("stated");
    if (!profile || !profile->object() || !stated || !stated->object()) continue;  // reported against the schema
    const auto read = selection::read_profile(*profile);
    if (!read) append(problems, read.problems(), path);
    check_statements(path, *profile->object(), *stated->object(), problems);
    for (const std::string_view list : {"engines_before", "engines_after"}) {
      const Json* ids = json.find(list);
      if (!ids || !ids->array()) continue;
      for (const Json& id : *ids->array())
        if (id.text() && !knowledge.engine(*id.text()))
          problems.push_back({1402, path + "#" + pointer_to("", list), "No record has the id \"" + *id.text() + "\"."});
    }
  }
}

/// The cases as the page will read them; none when their pack has problems, which `assemble_packs` has reported.
std::vector<cases::Case> cases_of(const Files& files) {
  const Result<site::Packs> packs = site::assemble_packs(files);
  const Result<Json> pack = packs ? read_json(packs->at("cases"), pack_limits) : Result<Json>(packs.problems());
  Result<std::vector<cases::Case>> loaded =
      pack ? cases::load_case_pack(*pack) : Result<std::vector<cases::Case>>(pack.problems());
  return loaded ? loaded.take() : std::vector<cases::Case>();
}

/// Every profile can be read, and every engine and rule that a case names exists.
void check_cases(const std::vector<cases::Case>& all, const knowledge::Knowledge& knowledge, Problems& problems) {
  const auto rule_known = [&](const std::string& id) {
    return std::any_of(knowledge.rules.begin(), knowledge.rules.end(), [&](const auto& rule) { return rule.id == id; });
  };
  for (const cases::Case& study : all)
    for (const cases::Part& part : study.parts) {
      const std::string where = "cases/" + study.id + ".json \"" + part.id + "\"";
      const auto profile = selection::read_profile(part.profile);
      if (!profile) append(problems, profile.problems(), where);
      for (const cases::Node& node : part.nodes) {
        if (!node.engine.empty() && !knowledge.engine(node.engine))
          problems.push_back({1402, where, "There is no engine \"" + node.engine + "\"."});
        if (!node.rule.empty() && !rule_known(node.rule))
          problems.push_back({1402, where, "There is no rule \"" + node.rule + "\"."});
      }
    }
}

/// The tables of migrations as every program will read them; empty when their pack has problems, which are reported.
migration::Tables migrations_of(const Files& files) {
  const Result<site::Packs> packs = site::assemble_packs(files);
  const Result<Json> pack = packs ? read_json(packs->at("migrations"), pack_limits) : Result<Json>(packs.problems());
  Result<migration::Tables> read = pack ? migration::read_tables(*pack) : Result<migration::Tables>(pack.problems());
  return read ? read.take() : migration::Tables();
}

void check_fields(const knowledge::Condition& condition, const std::string& where, Problems& problems) {
  if (condition.op == knowledge::Condition::Op::leaf && !migration::is_situation_field(condition.field))
    problems.push_back({1404, where, "There is no field \"" + condition.field + "\" of the profile."});
  for (const knowledge::Condition& part : condition.parts) check_fields(part, where, problems);
}

/// What the conditions over a profile read, exists.
void check_migration_fields(const migration::Tables& tables, Problems& problems) {
  for (const migration::Symptom& symptom : tables.symptoms) {
    const std::string where = "migrations/symptoms.json \"" + symptom.id + "\"";
    check_fields(symptom.when, where, problems);
    for (const migration::Cause& cause : symptom.causes) check_fields(cause.when, where, problems);
  }
  for (const migration::Reason& reason : tables.reasons)
    check_fields(reason.when, "migrations/reasons.json \"" + reason.id + "\"", problems);
  for (const migration::NextStep& step : tables.next_steps)
    check_fields(step.used_up_when, "migrations/next_steps.json \"" + step.id + "\"", problems);
}

void cite_cases(const std::vector<cases::Case>& all, std::set<std::string>& cited) {
  for (const cases::Case& study : all) {
    cited.insert(study.source);
    for (const cases::Claim& claim : study.claims) cited.insert(claim.source);
    for (const cases::Part& part : study.parts) {
      for (const cases::Claim& claim : part.claims) cited.insert(claim.source);
      for (const cases::NumberSpec& number : part.numbers) cited.insert(number.source);
    }
  }
}

/// The sources of the scaling rules; `assemble_packs` has read them and reported what is wrong.
void cite_scaling(const Files& files, std::set<std::string>& cited) {
  const Result<site::Packs> packs = site::assemble_packs(files);
  if (!packs || packs->count("scaling") == 0) return;
  const Result<Json> pack = read_json(packs->at("scaling"), pack_limits);
  const auto rules = pack ? scaling::load_scaling_pack(*pack) : Result<scaling::Rules>(pack.problems());
  if (!rules) return;
  for (const std::string& source : scaling::sources_of(*rules)) cited.insert(source);
}

/// The sources of the practice questions; `assemble_packs` has read them and reported what is wrong.
void cite_questions(const Files& files, std::set<std::string>& cited) {
  const Result<site::Packs> packs = site::assemble_packs(files);
  if (!packs || packs->count("practice") == 0) return;
  const Result<Json> pack = read_json(packs->at("practice"), pack_limits);
  const auto questions = pack ? practice::read_questions(*pack) : Result<std::vector<practice::Question>>(pack.problems());
  if (!questions) return;
  for (const practice::Question& question : *questions) {
    cited.insert(question.source);
    cited.insert(question.sources.begin(), question.sources.end());
  }
}

/// What checked figures were looked up in; `assemble_packs` has read them and reported what is wrong.
void cite_audit(const Files& files, std::set<std::string>& cited) {
  const Result<site::Packs> packs = site::assemble_packs(files);
  if (!packs) return;
  for (const std::string_view name : {"reference_audit", "practice_audit"}) {
    const auto text = packs->find(std::string(name));
    const Result<Json> pack = text == packs->end() ? Result<Json>(Problem{}) : read_json(text->second, pack_limits);
    const auto audit = pack ? audit::load_audit_pack(*pack) : Result<audit::Audit>(pack.problems());
    if (!audit) continue;
    for (const audit::Claim& claim : audit->claims) {
      cited.insert(claim.documents.begin(), claim.documents.end());
      cited.insert(claim.sources.begin(), claim.sources.end());
    }
  }
}

/// The sources of the calculators; `assemble_packs` has reported what is wrong with them.
void cite_calculators(const Files& files, std::set<std::string>& cited) {
  const Result<site::Packs> packs = site::assemble_packs(files);
  const Result<Json> pack = packs ? read_json(packs->at("calculators"), pack_limits) : Result<Json>(packs.problems());
  const Result<sheet::Sheets> sheets = pack ? sheet::load_sheets(*pack) : Result<sheet::Sheets>(pack.problems());
  if (!sheets) return;
  for (const auto& one : *sheets)
    for (const std::string& source : sheet::sources_of(*one)) cited.insert(source);
}

/// Inputs that the profile fills name a number of it.
void check_calculator_fields(const std::map<std::string, Json>& files, Problems& problems) {
  for (const auto& [path, json] : files) {
    const Json* inputs = starts_with(path, "calculators/") ? json.find("inputs") : nullptr;
    if (!inputs || !inputs->array()) continue;
    for (const Json& input : *inputs->array()) {
      const Json* profile = input.find("profile");
      const Json* name = profile ? profile->find("field") : nullptr;
      if (!name || !name->text()) continue;
      const Field* field = find_field(selection::profile_fields(), *name->text());
      if (field == nullptr || field->kind != FieldKind::number)
        problems.push_back({1404, path, "The profile has no number \"" + *name->text() + "\"."});
    }
  }
}

/// The sources of the price book, in the same way.
void cite_prices(const Files& files, std::set<std::string>& cited) {
  const Result<site::Packs> packs = site::assemble_packs(files);
  if (!packs || packs->count("prices") == 0) return;
  const Result<Json> pack = read_json(packs->at("prices"), pack_limits);
  const auto rules = pack ? cost::load_prices_pack(*pack) : Result<cost::PriceRules>(pack.problems());
  if (!rules) return;
  for (const std::string& source : cost::sources_of(*rules)) cited.insert(source);
}

void check_sources_used(const knowledge::Knowledge& knowledge, std::set<std::string> cited, Problems& problems) {
  for (const knowledge::Rule& rule : knowledge.rules) cited.insert(rule.source);
  for (const knowledge::Note& note : knowledge.notes) cited.insert(note.source);
  for (const knowledge::Engine& engine : knowledge.engines)
    for (const auto& [trait, evidence] : engine.evidence) cited.insert(evidence.source);
  for (const knowledge::Source& source : knowledge.sources)
    if (!cited.contains(source.id))
      problems.push_back({1409, "sources.json", "Nothing cites the source \"" + source.id + "\"."});
  for (const std::string& id : cited)
    if (!id.empty() && !knowledge.source(id))
      problems.push_back({1402, "sources.json", "There is no source \"" + id + "\"."});
}

/// The knowledge as every program will read it; nothing, and the problems, when the packs cannot be made.
std::optional<knowledge::Knowledge> assembled(const Files& files, Problems& problems) {
  const auto failed = [&](const Problems& more) {
    problems.insert(problems.end(), more.begin(), more.end());
    return std::nullopt;
  };
  const Result<site::Packs> packs = site::assemble_packs(files);
  if (!packs) return failed(packs.problems());
  const Result<Json> base = read_json(packs->at("base"), pack_limits);
  const Result<Json> evidence = read_json(packs->at("evidence"), pack_limits);
  if (!base) return failed(base.problems());
  if (!evidence) return failed(evidence.problems());
  Result<knowledge::Knowledge> bare = knowledge::load_base_pack(*base);
  if (!bare) return failed(bare.problems());
  Result<knowledge::Knowledge> whole = knowledge::with_evidence(bare.take(), *evidence);
  if (!whole) return failed(whole.problems());
  return whole.take();
}

}  // namespace

ContentReport validate_content(const Files& files, std::string_view as_of) {
  ContentReport report;
  const std::map<std::string, Json> read = read_all(files, report.problems);
  check_against_schemas(read, report.problems);
  check_names(read, report.problems);
  std::size_t chapters = 0;
  for (const auto& [path, text] : files) chapters += is_chapter(path);
  if (read.size() + chapters != files.size()) return report;  // the files that are no JSON come first
  const std::optional<knowledge::Knowledge> knowledge = assembled(files, report.problems);
  if (!knowledge) return report;
  const auto append_all = [&](const Problems& more) {
    report.problems.insert(report.problems.end(), more.begin(), more.end());
  };
  report.facts = knowledge::fact_share(*knowledge);
  append_all(knowledge::check_facts(*knowledge));
  append_all(selection::check_reach(selection::Rulebook(*knowledge)));
  check_presets(*knowledge, report.problems);
  check_published(read, *knowledge, report.problems);
  const std::vector<cases::Case> all_cases = cases_of(files);
  check_cases(all_cases, *knowledge, report.problems);
  const Result<site::GuidePacks> guide = site::assemble_guide(files);
  if (!guide) {
    append_all(guide.problems());
    return report;
  }
  std::set<std::string> cited = guide->cited;
  cite_cases(all_cases, cited);
  const migration::Tables tables = migrations_of(files);
  check_migration_fields(tables, report.problems);
  for (const std::string& id : migration::sources_of(tables)) cited.insert(id);
  cite_scaling(files, cited);
  cite_questions(files, cited);
  cite_audit(files, cited);
  cite_calculators(files, cited);
  check_calculator_fields(read, report.problems);
  cite_prices(files, cited);
  check_sources_used(*knowledge, std::move(cited), report.problems);
  report.overdue = knowledge::facts_to_review(*knowledge, as_of);
  for (const auto& [path, reviewed] : guide->reviewed)
    if (knowledge::is_overdue(reviewed, as_of)) report.overdue.push_back({path, reviewed});
  return report;
}

}  // namespace storewright::cli

#include "core/cli/validate.h"

#include <optional>
#include <set>
#include <utility>

#include "core/knowledge/knowledge.h"
#include "core/knowledge/schema_check.h"
#include "core/selection/profile.h"
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
      {"engines/", "engine"}, {"rules/", "rules"}, {"notes/", "notes"}, {"guide/", "guide_parts"}};
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
  constexpr std::string_view folder = "engines/";
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

void check_sources_used(const knowledge::Knowledge& knowledge, std::set<std::string> cited, Problems& problems) {
  for (const knowledge::Rule& rule : knowledge.rules) cited.insert(rule.source);
  for (const knowledge::Note& note : knowledge.notes) cited.insert(note.source);
  for (const knowledge::Engine& engine : knowledge.engines)
    for (const auto& [trait, evidence] : engine.evidence) cited.insert(evidence.source);
  for (const knowledge::Source& source : knowledge.sources)
    if (!cited.contains(source.id))
      problems.push_back({1409, "sources.json", "Nothing cites the source \"" + source.id + "\"."});
}

/// The knowledge as every program will read it; nothing, and the problems, when the packs cannot be made.
std::optional<knowledge::Knowledge> assembled(const Files& files, Problems& problems) {
  const auto failed = [&](const Problems& more) {
    problems.insert(problems.end(), more.begin(), more.end());
    return std::nullopt;
  };
  const Result<site::Packs> packs = site::assemble_packs(files);
  if (!packs) return failed(packs.problems());
  const Result<Json> base = read_json(packs->base, pack_limits);
  const Result<Json> evidence = read_json(packs->evidence, pack_limits);
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
  check_presets(*knowledge, report.problems);
  const Result<site::GuidePacks> guide = site::assemble_guide(files);
  if (!guide) {
    report.problems.insert(report.problems.end(), guide.problems().begin(), guide.problems().end());
    return report;
  }
  check_sources_used(*knowledge, guide->cited, report.problems);
  report.overdue = knowledge::facts_to_review(*knowledge, as_of);
  for (const auto& [path, reviewed] : guide->reviewed)
    if (knowledge::is_overdue(reviewed, as_of)) report.overdue.push_back({path, reviewed});
  return report;
}

}  // namespace storewright::cli

#include "web/site/pack.h"

#include <algorithm>
#include <set>
#include <vector>

#include "core/base/json.h"
#include "core/knowledge/knowledge.h"
#include "web/site/pack_check.h"

namespace storewright::site {
namespace {

// The rules that decide, by step. Others, which say what goes with the choice, follow by name.
constexpr std::string_view step_files[] = {"rules/consistency.json", "rules/read_write_ratio.json",
                                           "rules/data_model.json", "rules/scale.json", "rules/operations.json"};

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

// The content read as JSON, by path; files with problems are left out and reported.
std::map<std::string, Json> read_files(const ContentFiles& files, Problems& problems) {
  std::map<std::string, Json> read;
  for (const auto& [path, text] : files) {
    const bool is_json = path.size() > 5 && path.compare(path.size() - 5, 5, ".json") == 0;
    if (!is_json || starts_with(path, "schemas/")) continue;
    Result<Json> json = read_json(text, pack_limits);
    if (json) {
      read.emplace(path, json.take());
      continue;
    }
    for (Problem problem : json.problems()) {
      problem.where = path + "#" + problem.where;
      problems.push_back(std::move(problem));
    }
  }
  return read;
}

class Assembly {
 public:
  Assembly(const std::map<std::string, Json>& files, Problems& problems) : files_(files), problems_(problems) {}

  std::string base() {
    JsonWriter writer;
    writer.begin_object().member("format", "storewright/base@1").member("version", version());
    copy_items(writer, "categories", {"categories.json"}, {"id", "name", "summary"});
    copy_items(writer, "traits", {"traits.json"}, {"id", "label", "type", "unit", "words", "of"});
    write_rule_sources(writer);
    write_engines(writer);
    copy_items(writer, "rules", rule_files(),
               {"id", "step", "when", "effect", "subject", "because", "source", "kind", "strength", "covered", "role", "feed",
                "window", "reason", "instead", "host", "figure", "threshold", "unit", "read_at", "field", "as_of", "key",
                "avoid", "title", "impact", "fix"});
    copy_items(writer, "presets", {"presets.json"}, {"id", "name", "what", "users", "users_are", "sentence", "profile"});
    copy_items(writer, "errors", {"errors.json"}, {"code", "cure"});
    copy_items(writer, "hosting", present("hosting.json"), {"id", "aspect", "managed", "self_hosted"});
    copy_items(writer, "polyglot", present("polyglot.json"),
               {"engine", "takes", "purpose", "target", "unit", "capacity_tb", "reported", "note", "source"});
    copy_items(writer, "notes", paths_in("notes/"), {"id", "title"});
    copy_items(writer, "symptoms", {"migrations/symptoms.json"}, {"id", "label"});
    copy_items(writer, "reasons", {"migrations/reasons.json"}, {"id", "label"});
    writer.end_object();
    return writer.take();
  }

  std::string evidence() {
    JsonWriter writer;
    writer.begin_object().member("format", "storewright/evidence@1").member("version", version());
    copy_items(writer, "sources", {"sources.json"}, {"id", "title", "publisher", "address", "read"});
    copy_items(writer, "notes", paths_in("notes/"), {"id", "text", "correction", "source", "kind"});
    copy_items(writer, "errors", {"errors.json"}, {"code", "name", "cause"});
    writer.key("engines").begin_object();
    for (const std::string& path : paths_in("engines/")) write_engine_evidence(writer, files_.at(path));
    writer.end_object().end_object();
    return writer.take();
  }

  // The tables of migrations, one list each. Only forms need the words people choose from earlier: see `base`.
  std::string migrations() {
    JsonWriter writer;
    writer.begin_object().member("format", "storewright/migrations@1").member("version", version());
    for (const std::string_view name : {"symptoms", "reasons", "patterns", "paths", "next_steps"}) {
      writer.key(name).begin_array();
      for (const Json& item : items_of("migrations/" + std::string(name) + ".json")) writer.value(item);
      writer.end_array();
    }
    writer.key("capture").begin_array();
    const auto patterns = files_.find("migrations/patterns.json");
    const Json* capture = patterns == files_.end() ? nullptr : patterns->second.find("capture");
    if (capture && capture->array())
      for (const Json& item : *capture->array()) writer.value(item);
    writer.end_array().end_object();
    return writer.take();
  }

  // A file that is packed as it is written, since nothing of it is needed before it is shown; its own reader checks it.
  std::string whole_files(const std::string& name, const std::string& list, std::string_view folder) {
    JsonWriter writer;
    writer.begin_object().member("format", "storewright/" + name + "@1").member("version", version());
    writer.key(list).begin_array();
    for (const std::string& path : paths_in(folder)) writer.value(files_.at(path));
    writer.end_array().end_object();
    return writer.take();
  }

  // The questions as they are written, with the units and topics that they share and what the grader of words knows.
  std::string practice() {
    JsonWriter writer;
    writer.begin_object().member("format", "storewright/practice@1").member("version", version());
    copy_items(writer, "units", present("practice/units.json"), {"period", "units"});
    copy_items(writer, "topics", present("practice/topics.json"), {"id", "title"});
    copy_items(writer, "skills", present("practice/skills.json"), {"id", "number", "title", "means", "link", "link_title"});
    writer.key("questions").begin_array();
    for (const std::string& path : paths_in("questions/")) writer.value(files_.at(path));
    writer.end_array();
    if (const auto lexicon = files_.find("practice/lexicon.json"); lexicon != files_.end()) writer.key("lexicon").value(lexicon->second);
    writer.key("patterns").begin_array();
    for (const std::string& path : paths_in("practice/patterns/")) writer.value(files_.at(path));
    writer.end_array().end_object();
    return writer.take();
  }

  std::string reference() {
    JsonWriter writer;
    writer.begin_object().member("format", "storewright/reference@1").member("version", version());
    for (const std::string_view list : {"glance", "cheat_sheet", "checklist", "branches"}) {
      writer.key(list).begin_array();
      for (const Json& item : items_of("reference/" + std::string(list) + ".json")) writer.value(item);
      writer.end_array();
    }
    write_words(writer);
    writer.key("backing").begin_array();
    for (const std::string& path : paths_in("engines/")) write_backing(writer, files_.at(path));
    writer.end_array().end_object();
    return writer.take();
  }

  // Checked figures, topic by topic: those of practice questions by themselves, since they give answers away.
  enum class Figures { of_reference, of_questions };
  std::string audit(Figures figures) {
    JsonWriter writer;
    writer.begin_object().member("format", "storewright/audit@1").member("version", version()).key("totals");
    const auto totals = files_.find("audit.json");
    if (totals != files_.end()) writer.value(totals->second);
    else writer.begin_object().end_object();
    writer.key("topics").begin_array();
    for (const std::string& path : paths_in("audit/")) write_topic(writer, path, figures);
    writer.end_array().end_object();
    return writer.take();
  }

  // The price book: the lists of every file side by side, whatever the file is called.
  std::string prices() {
    JsonWriter writer;
    writer.begin_object().member("format", "storewright/prices@1").member("version", version());
    for (const std::string& path : paths_in("prices/"))
      if (const Json* source = files_.at(path).find("quoted_source")) writer.key("quoted_source").value(*source);
    for (const std::string_view list : {"prices", "options", "quoted"}) {
      writer.key(list).begin_array();
      for (const std::string& path : paths_in("prices/"))
        if (const Json* items = files_.at(path).find(list); items && items->array())
          for (const Json& item : *items->array()) writer.value(item);
      writer.end_array();
    }
    writer.end_object();
    return writer.take();
  }

  // Where the items of packs of several files stand.
  std::vector<Origin> origins() const {
    std::vector<Origin> origins;
    for (const std::string& path : paths_in("calculators/")) origins.push_back({"calculators", pointer_to("/items", origins.size()), path + "#"});
    for (const std::string_view list : {"prices", "options", "quoted"}) {
      const std::string start = pointer_to("", list);
      std::size_t in_pack = 0;
      for (const std::string& path : paths_in("prices/")) {
        const Json* items = files_.at(path).find(list);
        for (std::size_t i = 0; items && items->array() && i < items->array()->size(); ++i)
          origins.push_back({"prices", pointer_to(start, in_pack++), path + "#" + pointer_to(start, i)});
      }
    }
    return origins;
  }

  // The rules of scaling: the members of each file side by side, since each file is one part of them.
  std::string scaling() {
    JsonWriter writer;
    writer.begin_object().member("format", "storewright/scaling@1").member("version", version());
    for (const std::string& path : paths_in("scaling/"))
      if (const Json::Object* members = files_.at(path).object())
        for (const JsonMember& member : *members) writer.key(member.key).value(member.value);
    writer.end_object();
    return writer.take();
  }

  std::vector<std::string> paths_in(std::string_view folder) const {
    std::vector<std::string> paths;
    for (const auto& [path, json] : files_)
      if (starts_with(path, folder)) paths.push_back(path);
    return paths;
  }

 private:
  // The part of a topic's figures that goes into one pack; nothing where there is none.
  void write_topic(JsonWriter& writer, const std::string& path, Figures figures) {
    std::vector<const Json*> kept;
    for (const Json& item : items_of(path))
      if ((item.find("question") != nullptr) == (figures == Figures::of_questions)) kept.push_back(&item);
    if (kept.empty()) return;
    constexpr std::size_t folder = sizeof("audit/") - 1, ending = sizeof(".json") - 1;
    writer.begin_object().member("id", path.substr(folder, path.size() - folder - ending));
    for (const std::string_view key : {"order", "title"})
      if (const Json* value = files_.at(path).find(key)) writer.key(key).value(*value);
    writer.key("items").begin_array();
    for (const Json* item : kept) write_figure(writer, *item);
    writer.end_array().end_object();
  }

  // A calculator and a case are called what their file says, which a page that links to them has not fetched.
  void write_figure(JsonWriter& writer, const Json& item) {
    const Json* page = item.find("page");
    const std::string title = page && page->text() ? page_title(*page->text()) : "";
    if (title.empty() || !item.object()) {
      writer.value(item);
      return;
    }
    writer.begin_object();
    for (const JsonMember& member : *item.object()) writer.key(member.key).value(member.value);
    writer.member("page_title", title).end_object();
  }

  // Of "#/calculate/hidden?v=1" the title of calculators/hidden.json; "" where no such file is.
  std::string page_title(std::string_view href) const {
    constexpr std::pair<std::string_view, std::string_view> folders[] = {{"#/calculate/", "calculators/"}, {"#/cases/", "cases/"}};
    for (const auto& [start, folder] : folders) {
      if (!starts_with(href, start)) continue;
      const std::string_view id = href.substr(start.size(), href.find_first_of("/?", start.size()) - start.size());
      const auto file = files_.find(std::string(folder) + std::string(id) + ".json");
      const Json* title = file == files_.end() ? nullptr : file->second.find("title");
      if (title && title->text()) return *title->text();
    }
    return "";
  }

  void write_words(JsonWriter& writer) {
    const std::string path = "reference/rule_words.json";
    const auto file = files_.find(path);
    for (const auto& [list, name] : {std::pair<std::string_view, std::string_view>{"fields", "field_words"}, {"traits", "trait_words"}}) {
      const Json* items = file == files_.end() ? nullptr : file->second.find(list);
      if (!items || !items->array()) missing(path);
      writer.key(name);
      if (items) writer.value(*items);
      else writer.begin_array().end_array();
    }
  }

  // How well a record is backed, so that the list can be filtered by it before the evidence is fetched.
  void write_backing(JsonWriter& writer, const Json& engine) {
    const Json* id = engine.find("id");
    const Json* traits = engine.find("traits");
    if (!id || !id->text() || !traits || !traits->object()) return;  // reported when the base pack is loaded
    int unverified = 0;
    std::string oldest;
    for (const JsonMember& trait : *traits->object()) {
      const Json* kind = trait.value.find("kind");
      const Json* read = trait.value.find("read");
      const bool bare = kind && kind->text() && *kind->text() == "unverified";
      unverified += bare;
      if (!bare && read && read->text() && (oldest.empty() || *read->text() < oldest)) oldest = *read->text();
    }
    writer.begin_object()
        .member("record", *id->text())
        .member("facts", static_cast<std::int64_t>(traits->object()->size()))
        .member("unverified", unverified)
        .member("oldest", oldest)
        .end_object();
  }

  std::string version() {
    const auto file = files_.find("pack.json");
    const Json* version = file == files_.end() ? nullptr : file->second.find("version");
    return version && version->text() ? *version->text() : std::string();
  }

  std::vector<std::string> present(const std::string& path) const {
    return files_.count(path) > 0 ? std::vector<std::string>{path} : std::vector<std::string>();
  }

  std::vector<std::string> rule_files() const {
    std::vector<std::string> paths(std::begin(step_files), std::end(step_files));
    for (const std::string& path : paths_in("rules/"))
      if (std::find(std::begin(step_files), std::end(step_files), path) == std::end(step_files)) paths.push_back(path);
    return paths;
  }

  // Items keep the order of their file; members come out in the order of `keys`, others are not packed.
  void copy_items(JsonWriter& writer, std::string_view name, const std::vector<std::string>& paths,
                  const std::vector<std::string_view>& keys) {
    writer.key(name).begin_array();
    for (const std::string& path : paths)
      for (const Json& item : items_of(path)) copy_members(writer, item, keys);
    writer.end_array();
  }

  void copy_members(JsonWriter& writer, const Json& item, const std::vector<std::string_view>& keys) {
    writer.begin_object();
    for (const std::string_view key : keys)
      if (const Json* value = item.find(key)) writer.key(key).value(*value);
    writer.end_object();
  }

  void write_engines(JsonWriter& writer) {
    writer.key("engines").begin_array();
    for (const std::string& path : paths_in("engines/")) {
      const Json& engine = files_.at(path);
      writer.begin_object();
      for (const std::string_view key : {"id", "name", "record", "category", "host"})
        if (const Json* value = engine.find(key)) writer.key(key).value(*value);
      writer.key("traits").begin_object();
      if (const Json* traits = engine.find("traits"); traits && traits->object())
        for (const JsonMember& trait : *traits->object())
          if (const Json* value = trait.value.find("value")) writer.key(trait.key).value(*value);
      writer.end_object().end_object();
    }
    writer.end_array();
  }

  void write_engine_evidence(JsonWriter& writer, const Json& engine) {
    const Json* id = engine.find("id");
    const Json* traits = engine.find("traits");
    if (!id || !id->text() || !traits || !traits->object()) return;  // reported when the base pack is loaded
    writer.key(*id->text()).begin_object();
    for (const std::string_view key : {"summary", "best_for", "not_for"})
      if (const Json* value = engine.find(key)) writer.key(key).value(*value);
    writer.key("traits").begin_object();
    for (const JsonMember& trait : *traits->object())
      if (trait.value.find("value")) {
        writer.key(trait.key);
        copy_members(writer, trait.value, {"source", "kind", "read", "note"});
      }
    writer.end_object().end_object();
  }

  // The sources that verdicts and cases name; those of traits are only shown with their evidence.
  void write_rule_sources(JsonWriter& writer) {
    std::set<std::string> used;
    for (const std::string& path : rule_files()) collect_sources(path, used);
    for (const std::string& path : present("polyglot.json")) collect_sources(path, used);
    for (const std::string& path : paths_in("cases/"))
      if (const Json* source = files_.at(path).find("source"); source && source->text()) used.insert(*source->text());
    writer.key("sources").begin_array();
    for (const Json& source : items_of("sources.json")) {
      const Json* id = source.find("id");
      if (id && id->text() && used.count(*id->text()) > 0) copy_members(writer, source, {"id", "title"});
    }
    writer.end_array();
  }

  void collect_sources(const std::string& path, std::set<std::string>& used) {
    for (const Json& item : items_of(path))
      if (const Json* source = item.find("source"); source && source->text()) used.insert(*source->text());
  }

  // The items of a file; none, and a problem, when it is missing.
  const Json::Array& items_of(const std::string& path) {
    static const Json::Array none;
    const auto file = files_.find(path);
    const Json* items = file == files_.end() ? nullptr : file->second.find("items");
    if (items && items->array()) return *items->array();
    missing(path);
    return none;
  }

  void missing(const std::string& path) {
    const Problem problem{1401, path, "The content needs this file with a list \"items\"."};
    if (std::find(problems_.begin(), problems_.end(), problem) == problems_.end()) problems_.push_back(problem);
  }

  const std::map<std::string, Json>& files_;
  Problems& problems_;
};

}  // namespace

Result<Packs> assemble_packs(const ContentFiles& files) {
  Problems problems;
  const std::map<std::string, Json> read = read_files(files, problems);
  if (!problems.empty()) return problems;

  Assembly assembly(read, problems);
  Packs packs;
  packs["base"] = assembly.base();
  packs["evidence"] = assembly.evidence();
  packs["practice"] = assembly.practice();
  packs["migrations"] = assembly.migrations();
  packs["cases"] = assembly.whole_files("cases", "items", "cases/");
  packs["reference"] = assembly.reference();
  packs["reference_published"] = assembly.whole_files("reference_published", "items", "published/");
  if (const auto first = read.lower_bound("audit/"); first != read.end() && starts_with(first->first, "audit/")) {
    packs["reference_audit"] = assembly.audit(Assembly::Figures::of_reference);
    packs["practice_audit"] = assembly.audit(Assembly::Figures::of_questions);
  }
  if (const auto first = read.lower_bound("scaling/"); first != read.end() && starts_with(first->first, "scaling/"))
    packs["scaling"] = assembly.scaling();
  packs["calculators"] = assembly.whole_files("calculators", "items", "calculators/");
  if (const auto first = read.lower_bound("prices/"); first != read.end() && starts_with(first->first, "prices/"))
    packs["prices"] = assembly.prices();
  check_packs(packs, assembly.origins(), problems);
  if (!problems.empty()) return problems;
  return packs;
}

std::string pack_source(const std::string& name, std::string_view text) {
  // ISO C++ promises string literals of 65,536 characters; shorter pieces keep the file readable by every compiler.
  constexpr std::size_t piece = 8000;
  std::string source =
      "// Made by storewright-pack from content/; do not edit.\n"
      "#include \"core/base/packs.h\"\n\n#include <string>\n\n"
      "namespace storewright::packs {\nnamespace {\n\nconstexpr std::string_view pieces[] = {\n";
  // Each with its length: counted by a compiler, all of them together take more steps than it allows itself.
  for (std::size_t at = 0; at < text.size(); at += piece) {
    const std::string_view part = text.substr(at, piece);
    source.append("    {R\"pack~(").append(part).append(")pack~\", ").append(std::to_string(part.size())).append("},\n");
  }
  source.append(
      "};\n\nstd::string joined_pieces() {\n  std::string whole;\n  for (const std::string_view piece : pieces) "
      "whole.append(piece);\n  return whole;\n}\n\n}  // namespace\n\n");
  source.append("std::string_view ").append(name);
  return source.append("() {\n  static const std::string whole = joined_pieces();\n  return whole;\n}\n\n}  // namespace storewright::packs\n");
}

}  // namespace storewright::site

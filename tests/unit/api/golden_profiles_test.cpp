// The golden profiles of content/goldens: workloads with the answer that an experienced architect gives.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/api/api.h"
#include "core/base/text.h"
#include "core/knowledge/knowledge.h"
#include "core/selection/decide.h"
#include "core/selection/next_question.h"
#include "tests/unit/source_file.h"

using namespace storewright;
using knowledge::built_in;
namespace fs = std::filesystem;

namespace {

using Words = std::vector<std::string>;

Json read_file(const std::string& path) {
  Result<Json> json = read_json(source_file(path), pack_limits);
  REQUIRE_MESSAGE(json, path);
  return json.take();
}

std::string written(const Json& json) {
  JsonWriter writer;
  writer.value(json);
  return writer.take();
}

const Json& member(const Json& json, std::string_view key) {
  static const Json nothing;
  const Json* found = json.find(key);
  return found ? *found : nothing;
}

std::string text_of(const Json& json) { return json.text() ? *json.text() : std::string(); }

const Json::Array& items_of(const Json& json) {
  static const Json::Array nothing;
  return json.array() ? *json.array() : nothing;
}

Words words_of(const Json& json) {
  Words words;
  for (const Json& item : items_of(json)) words.push_back(text_of(item));
  return words;
}

Words members_of(const Json& list, std::string_view key) {
  Words words;
  for (const Json& item : items_of(list)) words.push_back(text_of(member(item, key)));
  return words;
}

bool has(const Words& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string shown(const Words& words) { return words.empty() ? "none" : joined(words, ", "); }

struct Golden {
  std::string file;
  Json test;
  Json answer;

  std::string name() const { return text_of(member(test, "name")); }
  const Json& expected(std::string_view key) const { return member(member(test, "golden"), key); }
};

Json answer_of(std::string_view method, const Json& params) {
  const api::Reply reply = api::call(method, written(params));
  Result<Json> json = read_json(reply.json, pack_limits);
  REQUIRE(json);
  return json.take();
}

std::vector<std::string> golden_files() {
  std::vector<std::string> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(source_root() + "/content/goldens"))
    if (entry.path().extension() == ".json") files.push_back("content/goldens/" + entry.path().filename().string());
  std::sort(files.begin(), files.end());
  return files;
}

const std::vector<Golden>& goldens() {
  static const std::vector<Golden> all = [] {
    std::vector<Golden> read;
    for (const std::string& file : golden_files()) {
      const Json json = read_file(file);
      for (const Json& test : items_of(member(json, "cases")))
        read.push_back({file, test, answer_of("recommend", member(test, "params"))});
    }
    return read;
  }();
  return all;
}

// --- what differs

void expect_one_of(Words& differences, std::string_view what, const std::string& is, const Json& wanted) {
  if (!wanted.is_null() && !has(words_of(wanted), is))
    differences.push_back(std::string(what) + " is " + (is.empty() ? "none" : is) + ", expected " +
                          joined(words_of(wanted), " or "));
}

void expect_all(Words& differences, std::string_view what, const Words& are, const Json& wanted) {
  for (const std::string& word : words_of(wanted))
    if (!has(are, word)) differences.push_back(std::string(what) + " lack " + word + "; they are " + shown(are));
}

void compare_winner(const Golden& golden, Words& differences) {
  const Json& primary = member(golden.answer, "primary");
  const std::string engine = text_of(member(primary, "engine"));
  const Words wanted = words_of(golden.expected("winner"));
  if (wanted.empty() ? !engine.empty() : !has(wanted, engine)) {
    Words first;
    for (const Json& entry : items_of(member(golden.answer, "ranking")))
      if (first.size() < 5)
        first.push_back(text_of(member(entry, "engine")) + " " + written(member(entry, "score")).substr(0, 5));
    differences.push_back("the winner is " + (engine.empty() ? "nobody" : engine) + ", expected " +
                          (wanted.empty() ? "nobody" : joined(wanted, " or ")) + "; the first are " + shown(first));
  }
  const std::string category = text_of(golden.expected("category"));
  if (!category.empty() && text_of(member(primary, "category")) != category)
    differences.push_back("the category is " + text_of(member(primary, "category")) + ", expected " + category);
  const std::string record = text_of(member(primary, "run_as_record"));
  expect_one_of(differences, "it runs as", record.empty() ? text_of(member(primary, "run_as")) : record,
                golden.expected("run_as"));
  Words near = members_of(member(primary, "alternatives"), "engine");
  near.push_back(engine);
  expect_all(differences, "the winner and its alternatives", near, golden.expected("alternatives"));
  const std::string hosting = text_of(golden.expected("hosting"));
  const std::string hosted = text_of(member(member(golden.answer, "hosting"), "answer"));
  if (!hosting.empty() && hosting != hosted) differences.push_back("hosting is " + hosted + ", expected " + hosting);
}

void compare_stores(const Golden& golden, std::string_view list, Words& differences) {
  const Json& wanted = golden.expected(list);
  if (!wanted.object()) return;
  std::map<std::string, std::string> by_role;
  for (const Json& addon : items_of(member(golden.answer, list)))
    by_role[text_of(member(addon, "role"))] = text_of(member(addon, "engine"));
  for (const JsonMember& role : *wanted.object()) {
    const auto found = by_role.find(role.key);
    expect_one_of(differences, std::string(list) + " for " + role.key, found == by_role.end() ? "" : found->second,
                  role.value);
    if (found != by_role.end()) by_role.erase(found);
  }
  for (const auto& [role, engine] : by_role)
    differences.push_back("nobody expected " + engine + " as " + role + " among " + std::string(list));
}

void compare_verdicts(const Golden& golden, Words& differences) {
  const Json& wanted = golden.expected("verdicts");
  if (!wanted.object()) return;
  for (const JsonMember& expected : *wanted.object()) {
    std::string is = "no verdict";
    for (const Json& verdict : items_of(member(golden.answer, "verdicts")))
      if (text_of(member(verdict, "engine")) == expected.key) {
        is = text_of(member(verdict, "verdict"));
        if (is == "rejected") is = text_of(member(verdict, "rule"));
      }
    const bool survives = text_of(expected.value) == "survives" && (is == "kept" || is == "undecided");
    if (!survives && is != text_of(expected.value))
      differences.push_back("the verdict of " + expected.key + " is " + is + ", expected " + text_of(expected.value));
  }
}

void compare_words(const Golden& golden, Words& differences) {
  const Words warnings = members_of(member(golden.answer, "warnings"), "rule");
  expect_all(differences, "the warnings", warnings, golden.expected("warnings"));
  expect_all(differences, "the points to look again", members_of(member(golden.answer, "triggers"), "rule"),
             golden.expected("triggers"));
  expect_all(differences, "the mistakes", members_of(member(golden.answer, "mistakes"), "rule"),
             golden.expected("mistakes"));
  for (const std::string& rule : words_of(golden.expected("silent")))
    if (has(warnings, rule)) differences.push_back("nobody expected the warning " + rule);
}

/// The contradiction is named by the inputs that make it, with a way out that works.
void compare_contradiction(const Golden& golden, Words& differences) {
  const Json& wanted = golden.expected("contradiction");
  if (wanted.is_null()) return;
  const Json flips = answer_of("flips", member(golden.test, "params"));
  const Json& contradiction = member(flips, "contradiction");
  Words named = members_of(member(contradiction, "answers"), "field");
  Words fields = words_of(wanted);
  std::sort(named.begin(), named.end());
  std::sort(fields.begin(), fields.end());
  if (named != fields) differences.push_back("what contradicts is " + shown(named) + ", expected " + shown(fields));
  const Json::Array& offers = items_of(member(contradiction, "nearest"));
  if (offers.empty()) differences.push_back("no consistent profile is offered");
  for (const Json& offer : offers) {
    const Json after = answer_of("recommend", member(offer, "profile"));
    if (member(after, "primary").is_null()) differences.push_back("an offered profile has no store either");
  }
}

Words differences_of(const Golden& golden) {
  Words differences;
  compare_winner(golden, differences);
  compare_stores(golden, "addons", differences);
  compare_stores(golden, "left_out", differences);
  compare_verdicts(golden, differences);
  compare_words(golden, differences);
  compare_contradiction(golden, differences);
  return differences;
}

}  // namespace

TEST_CASE("every golden profile gets the answer that an experienced architect gives") {
  REQUIRE(goldens().size() >= 80);
  for (const Golden& golden : goldens()) {
    const Words differences = differences_of(golden);
    CHECK_MESSAGE(differences.empty(), golden.file, ", \"", golden.name(), "\":\n    ", joined(differences, "\n    "));
  }
}

TEST_CASE("no name of a golden profile stands twice") {
  std::set<std::string> names;
  for (const Golden& golden : goldens()) CHECK_MESSAGE(names.insert(golden.name()).second, golden.name());
}

TEST_CASE("every published case is a golden profile, with the workload that the case states") {
  std::set<std::string> published;
  for (const fs::directory_entry& entry : fs::directory_iterator(source_root() + "/content/published"))
    published.insert(entry.path().stem().string());
  for (const Golden& golden : goldens()) {
    const std::string id = text_of(member(golden.test, "published"));
    if (id.empty()) continue;
    CAPTURE(id);
    REQUIRE(published.erase(id) == 1);
    CHECK(written(member(golden.test, "params")) ==
          written(member(read_file("content/published/" + id + ".json"), "profile")));
  }
  CHECK_MESSAGE(published.empty(), "not golden: ", joined(Words(published.begin(), published.end()), ", "));
}

// --- what all of them together reach

namespace {

/// What the answers name, once for each kind of thing.
struct Reached {
  std::set<std::string> categories;
  std::set<std::string> records;
  std::set<std::string> rules;
};

/// Every rule that is given as the reason of something, wherever in the answer it stands.
void reach_reasons(const Json& json, Reached& reached) {
  for (const Json& item : items_of(json)) reach_reasons(item, reached);
  if (!json.object()) return;
  for (const JsonMember& part : *json.object())
    if (part.key == "rule")
      reached.rules.insert(text_of(part.value));
    else
      reach_reasons(part.value, reached);
}

std::string category_of_record(const std::string& id) {
  const knowledge::Engine* engine = built_in().engine(id);
  return engine ? engine->category : std::string();
}

Reached reached_by_all() {
  Reached reached;
  for (const Golden& golden : goldens()) {
    const Json& primary = member(golden.answer, "primary");
    if (primary.object()) {
      reached.categories.insert(text_of(member(primary, "category")));
      for (const std::string_view key : {"engine", "run_as_record"})
        reached.records.insert(text_of(member(primary, key)));
      for (const std::string& engine : members_of(member(primary, "alternatives"), "engine"))
        reached.records.insert(engine);
    }
    for (const Json& addon : items_of(member(golden.answer, "addons"))) {
      const std::string engine = text_of(member(addon, "engine"));
      reached.records.insert(engine);
      reached.categories.insert(category_of_record(engine));
      const std::string feed = text_of(member(addon, "feed"));
      for (const knowledge::Engine& record : built_in().engines)
        if (record.record == knowledge::RecordKind::feed && feed.find(record.name) != feed.npos)
          reached.records.insert(record.id);
    }
    for (const JsonMember& part : *golden.answer.object())
      if (part.key != "verdicts") reach_reasons(part.value, reached);
    for (const Json& verdict : items_of(member(golden.answer, "verdicts"))) {
      if (text_of(member(verdict, "verdict")) == "rejected") {
        reached.rules.insert(text_of(member(verdict, "rule")));
        reach_reasons(member(verdict, "others"), reached);
      } else {
        reach_reasons(member(verdict, "preferences"), reached);
      }
    }
  }
  return reached;
}

}  // namespace

TEST_CASE(
    "over the golden profiles each category wins or is added, each record is named, and each rule says something") {
  const Reached reached = reached_by_all();
  const auto check = [](std::string_view what, const std::string& id, const std::set<std::string>& named) {
    CHECK_MESSAGE(named.count(id) == 1, what, id);
  };
  for (const knowledge::Category& category : built_in().categories)
    check("never the answer: ", category.id, reached.categories);
  for (const knowledge::Engine& engine : built_in().engines) check("never named: ", engine.id, reached.records);
  for (const knowledge::Rule& rule : built_in().rules) check("never fires: ", rule.id, reached.rules);
}

// --- how many answers it takes

namespace {

using selection::Profile;

std::string winning_category(const Profile& profile) {
  const int winner = selection::decide(selection::built_in_rulebook(), profile).winner;
  return winner < 0 ? std::string() : built_in().engines[static_cast<std::size_t>(winner)].category;
}

/// Answers the questions in the order in which they are asked; the number after which the category stays the same.
int answers_needed(const Profile& full) {
  static const Profile empty;
  const std::string wanted = winning_category(full);
  Profile known;
  int answers = 0;
  int needed = winning_category(known) == wanted ? 0 : 1;
  for (bool asked = true; asked;) {
    asked = false;
    for (const selection::Question& question :
         selection::next_question({known, 200, 1}, selection::built_in_rulebook()).questions) {
      const std::string text = field_text(*question.field, &full, &empty);
      if (text.empty() || text == field_text(*question.field, &known, &empty)) continue;  // they do not know it either
      REQUIRE(read_field_text(text, *question.field, &known).empty());
      asked = ++answers < 15;
      break;
    }
    if (winning_category(known) != wanted) needed = answers + 1;
  }
  return needed;
}

}  // namespace

TEST_CASE("whoever answers what is asked has the winning category of a golden profile after a few answers") {
  std::vector<int> all;
  std::vector<int> others;  // those that do not begin with the right category, because it is what comes first unasked
  const std::string unasked = winning_category({});
  for (const Golden& golden : goldens()) {
    const Result<Profile> full = selection::read_profile(member(golden.test, "params"));
    REQUIRE(full);
    all.push_back(answers_needed(*full));
    if (winning_category(*full) != unasked) others.push_back(all.back());
  }
  std::sort(all.begin(), all.end());
  std::sort(others.begin(), others.end());
  const auto quantile = [](const std::vector<int>& sorted, double share) {
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
  };
  MESSAGE("answers until the winning category stays: median ", quantile(all, 0.5), " over ", all.size(),
          " golden profiles; median ", quantile(others, 0.5), ", nine in ten within ", quantile(others, 0.9),
          ", over the ", others.size(), " whose category is not what comes first unasked");
  CHECK(quantile(all, 0.5) <= 5);
  CHECK(quantile(others, 0.5) <= 5);
}

#include "core/migration/paths.h"

#include "core/base/sort.h"
#include "core/base/text.h"
#include "core/migration/reasons.h"
#include "core/selection/matched_store.h"

namespace storewright::migration {
namespace {

constexpr Field fields[] = {
    field<&PathInput::from>({.name = "from", .label = "From", .help = "The store you run, or \"self-hosted\".", .max_items = 2}),
    field<&PathInput::to>({.name = "to", .label = "To", .help = "Left empty, any.", .max_items = 2}),
    field<&PathInput::why>({.name = "why", .label = "Why?", .help = "Ids, or your own words."}),
};

/// What a text names: an engine, or words that a row uses instead.
struct End {
  std::string text;
  const knowledge::Engine* engine = nullptr;
  bool words = false;
};

bool has_words(const Side& side, const std::string& text) { return !side.words.empty() && means(text, "", "", side.words); }

bool row_uses(const Tables& tables, const std::string& text, Side Path::* side) {
  for (const Path& path : tables.paths)
    if (has_words(path.*side, text)) return true;
  return false;
}

End end_of(const std::string& text, Side Path::* side, const Tables& tables, const knowledge::Knowledge& knowledge) {
  End end{.text = text, .engine = nullptr, .words = row_uses(tables, text, side)};
  if (!end.words) end.engine = engine_behind(knowledge, selection::matched_store(knowledge, text));
  return end;
}

bool reaches(const Side& side, const End& end) {
  if (end.text.empty()) return true;
  return end.engine ? contains(side.engines, end.engine->id) : has_words(side, end.text);
}

// A row that keeps the engine starts from any engine: for its reason, or when its target is named.
bool leads(const Path& path, const End& from, const End& to, Truth fits) {
  if (!reaches(path.to, to)) return false;
  if (path.same_engine && from.engine) return fits == Truth::yes || to.words;
  return reaches(path.from, from);
}

std::string rank(const PathMatch& match) {
  return match.why_fits == Truth::yes ? "0" : match.why_fits == Truth::unknown ? "1" : "2";
}

struct Why {
  std::vector<std::string> ids;
  std::vector<std::string> not_known;
};

// One text may mean a reason and a symptom; a row may name either.
Why read_why(const std::vector<std::string>& said, const Tables& tables) {
  Why why;
  for (const std::string& words : said) {
    bool known = false;
    const auto take = [&](const auto& rows) {
      for (const auto& row : rows)
        if (means(words, row.id, row.label, row.words)) {
          why.ids.push_back(row.id);
          known = true;
        }
    };
    take(tables.reasons);
    take(tables.symptoms);
    if (!known) why.not_known.push_back(words);
  }
  return why;
}

std::string headline(const PathAnswer& answer) {
  if (answer.matches.empty()) return "No row of the matrix leads there. The patterns below still hold.";
  const Path& path = *answer.matches.front().path;
  const std::string row = path.from.label + " to " + path.to.label;
  if (answer.matches.front().why_fits == Truth::no)
    return "The row " + row + " is for another reason: " + path.reason + ".";
  if (answer.decided) return row + ": " + path.reason + ".";
  return std::to_string(answer.matches.size()) + " rows lead from there; your reason decides which.";
}

}  // namespace

FieldTable path_fields() { return fields; }

Truth why_fits(const Path& path, const std::vector<std::string>& ids) {
  if (ids.empty()) return Truth::unknown;
  for (const std::string& id : ids)
    if (contains(path.why, id)) return Truth::yes;
  return Truth::no;
}

Result<PathAnswer> find_paths(const PathInput& input, const Tables& tables, const knowledge::Knowledge& knowledge) {
  const End from = end_of(input.from, &Path::from, tables, knowledge);
  const End to = end_of(input.to, &Path::to, tables, knowledge);
  Problems problems;
  for (const auto& [end, where] : {std::pair{&from, "/from"}, std::pair{&to, "/to"}})
    if (!trimmed(end->text).empty() && !end->engine && !end->words)
      problems.push_back({2501, where, "No store is called \"" + shortened(end->text, 40) + "\"."});
  if (!problems.empty()) return problems;

  const Why why = read_why(input.why, tables);
  PathAnswer answer;
  answer.not_known = why.not_known;
  for (const Path& path : tables.paths) {
    const Truth fits = why_fits(path, why.ids);
    if (leads(path, from, to, fits)) answer.matches.push_back({&path, fits});
  }
  sort_stably(answer.matches, [](const PathMatch& a, const PathMatch& b) { return rank(a) < rank(b); });
  const std::size_t count = answer.matches.size();
  if (count > 0) {
    const Truth first = answer.matches[0].why_fits;
    answer.decided = first != Truth::no && (count == 1 || (first == Truth::yes && answer.matches[1].why_fits != Truth::yes));
  }
  answer.headline = headline(answer);
  return answer;
}

Result<PathAnswer> find_built_in_paths(const PathInput& input) {
  return find_paths(input, built_in_tables(), knowledge::built_in());
}

}  // namespace storewright::migration

#include "core/report/record_words.h"

#include <vector>

#include "core/base/text.h"

namespace storewright::report {
namespace {

// Words whose id does not read well with spaces for underscores.
constexpr struct {
  std::string_view id, words;
} plain_words[] = {
    {"single_row", "one row"},
    {"multi_row", "several rows"},
    {"sharded_manual", "shards you set up"},
    {"sharded_native", "shards by itself"},
    {"b_tree", "B-tree"},
    {"lsm", "LSM tree"},
    {"sub_millisecond", "under a millisecond"},
    {"aws", "AWS"},
    {"gcp", "Google Cloud"},
    {"azure", "Azure"},
    {"cloudflare", "Cloudflare"},
    {"vendor", "the vendor"},
};

std::string plain(std::string_view id) {
  for (const auto& known : plain_words)
    if (known.id == id) return std::string(known.words);
  std::string text(id);
  for (char& c : text)
    if (c == '_') c = ' ';
  return text;
}

std::string words_of_range(const Range& range, const std::string& unit) {
  const std::string after = unit.empty() ? "" : " " + unit;
  if (range.exact()) return display_number(range.mid) + after;
  return display_number(range.low) + " to " + display_number(range.high) + after + ", usually " +
         display_number(range.mid);
}

}  // namespace

std::string words_of(const knowledge::TraitKind& kind, const knowledge::TraitValue* value) {
  if (value == nullptr) return "not known";
  if (const bool* flag = std::get_if<bool>(value)) return *flag ? "yes" : "no";
  if (const Range* range = std::get_if<Range>(value)) return words_of_range(*range, kind.unit);
  if (const std::string* word = std::get_if<std::string>(value)) return plain(*word);
  std::vector<std::string> words;
  for (const std::string& word : *std::get_if<std::vector<std::string>>(value)) words.push_back(plain(word));
  return words.empty() ? "none" : sentence_list(words);
}

std::string_view words_of(knowledge::FactKind kind) {
  switch (kind) {
    case knowledge::FactKind::measured: return "Measured";
    case knowledge::FactKind::vendor_documented: return "Documented by the vendor";
    case knowledge::FactKind::rule_of_thumb: return "Rule of thumb";
    case knowledge::FactKind::unsourced_claim: return "Claim without a source";
    case knowledge::FactKind::unverified: return "Unverified: nobody has opened a source for this";
    case knowledge::FactKind::product_rule: return "Rule of this site";
  }
  return "";
}

std::string record_words(const knowledge::Knowledge& knowledge, const knowledge::Engine& engine) {
  const knowledge::Engine* host = knowledge.engine(engine.host);
  const std::string name = host == nullptr ? engine.host : host->name;
  switch (engine.record) {
    case knowledge::RecordKind::engine: break;
    case knowledge::RecordKind::service: return "service for " + name;
    case knowledge::RecordKind::extension: return "extension of " + name;
    case knowledge::RecordKind::feed: return "feed between stores";
  }
  return "engine";
}

std::string_view name_of(knowledge::RecordKind kind) {
  switch (kind) {
    case knowledge::RecordKind::engine: return "engine";
    case knowledge::RecordKind::service: return "service";
    case knowledge::RecordKind::extension: return "extension";
    case knowledge::RecordKind::feed: return "feed";
  }
  return "";
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace storewright::report

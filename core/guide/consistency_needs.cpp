#include "core/guide/consistency_needs.h"

#include "core/base/text.h"

namespace storewright::guide {
namespace {

using selection::EngineVerdict;
using selection::Verdict;

constexpr std::string_view names[] = {"money", "multi_row_transactions", "consistency", "regions"};

std::string name_of(const knowledge::Knowledge& knowledge, const std::string& id) {
  const knowledge::Engine* engine = knowledge.engine(id);
  return engine == nullptr ? id : engine->name;
}

// A feed is no store, so nobody asks whether it stays.
bool is_feed(const knowledge::Knowledge& knowledge, const std::string& id) {
  const knowledge::Engine* engine = knowledge.engine(id);
  return engine != nullptr && engine->record == knowledge::RecordKind::feed;
}

// What was answered, in the words of the form: "Money is involved".
std::string answers_of(const selection::Profile& profile) {
  std::vector<std::string> words;
  if (profile.money) words.push_back(*profile.money ? "money is involved" : "no money is involved");
  if (profile.multi_row_transactions)
    words.push_back(*profile.multi_row_transactions ? "several rows change together" : "single rows change alone");
  if (profile.consistency)
    words.push_back(std::string("reads are ") + (*profile.consistency == selection::Consistency::strong   ? "strong"
                                                 : *profile.consistency == selection::Consistency::causal ? "causal"
                                                 : *profile.consistency == selection::Consistency::read_your_writes
                                                     ? "read-your-writes"
                                                     : "eventual"));
  if (profile.regions)
    words.push_back(*profile.regions == selection::Regions::single       ? "there is one region"
                    : *profile.regions == selection::Regions::multi_read ? "several regions read"
                                                                         : "several regions write");
  if (words.empty()) return "Nothing is said yet";
  std::string sentence = sentence_list(words);
  if (sentence[0] >= 'a' && sentence[0] <= 'z') sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
  return sentence;
}

// A sentence about one record as a sentence about many: its name becomes "it".
std::string about_it(std::string sentence, const std::string& name) {
  const std::size_t at = sentence.find(name);
  return at == sentence.npos ? sentence : sentence.replace(at, name.size(), at == 0 ? "It" : "it");
}

// Records that the same rule rejects share a row; `rules` holds the rule of each row.
void add_reason(report::Table& table, std::vector<std::string>& rules, const selection::Reason& reason,
                const std::string& name) {
  for (std::size_t i = 0; i < rules.size(); ++i)
    if (rules[i] == reason.rule) {
      table.rows[i][1] += ", " + name;
      return;
    }
  rules.emplace_back(reason.rule);
  table.rows.push_back({about_it(reason.because, name), name});
}

std::string listed(const std::vector<std::string>& words) { return words.empty() ? "None" : joined(words, ", "); }

}  // namespace

FieldTable consistency_fields() {
  static const std::vector<Field> fields = [] {
    std::vector<Field> some;
    for (const std::string_view name : names)
      if (const Field* field = find_field(selection::profile_fields(), name)) some.push_back(*field);
    return some;
  }();
  return fields;
}

const selection::Profile& consistency_example() {
  static const selection::Profile example = [] {
    selection::Profile profile;
    profile.money = true;
    return profile;
  }();
  return example;
}

ConsistencyFilter consistency_filter(const selection::Profile& profile, const knowledge::Knowledge& knowledge) {
  const selection::Recommendation answer = selection::recommend(profile, knowledge);
  ConsistencyFilter filter;
  filter.categories = {"What stays and what is out, by category", {{"Category"}, {"Stays"}, {"Out"}}, {}};
  filter.reasons = {"The rules that decide, and whom each one meets first", {{"Rule"}, {"Out by it"}}, {}};
  std::vector<std::string> rules;
  std::size_t staying = 0;
  std::size_t staying_categories = 0;
  for (const knowledge::Category& category : knowledge.categories) {
    std::vector<std::string> in;
    std::vector<std::string> out;
    for (const EngineVerdict& verdict : answer.verdicts) {
      if (verdict.category != category.id || is_feed(knowledge, verdict.engine)) continue;
      const std::string name = name_of(knowledge, verdict.engine);
      if (verdict.verdict != Verdict::rejected) {
        in.push_back(name);
        continue;
      }
      out.push_back(name);
      add_reason(filter.reasons, rules, verdict.rejections.front(), name);
    }
    if (in.empty() && out.empty()) continue;
    staying += in.size();
    staying_categories += !in.empty();
    filter.categories.rows.push_back({category.name, listed(in), listed(out)});
  }
  filter.meaning =
      "What stays is not ruled out by what is said here; open questions and the other four factors still can.";
  const std::string categories =
      std::to_string(staying_categories) + " of " + std::to_string(filter.categories.rows.size()) + " categories";
  filter.headline = answers_of(profile) + ": " + std::to_string(staying) + " of " +
                    std::to_string(answer.verdicts.size()) + " engines, services and extensions stay, in " +
                    categories + ".";
  return filter;
}

}  // namespace storewright::guide

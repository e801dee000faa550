#include "core/migration/reasons.h"

#include "core/base/text.h"

namespace storewright::migration {
namespace {

constexpr Field fields[] = {
    field<&ReasonsInput::reasons>({.name = "reasons", .label = "Why do you want to change?", .help = "Ids, or your own words."}),
    field<&ReasonsInput::symptoms>({.name = "symptoms", .label = "What hurts?", .help = "Ids, or your own words."}),
};

void add(std::vector<GivenReason>& list, const Reason& reason, const std::string& said) {
  for (const GivenReason& given : list)
    if (given.reason == &reason) return;
  list.push_back({&reason, said});
}

Truth stops(const Reasons& reasons, bool symptom_found) {
  if (reasons.wrong.empty() || !reasons.sound.empty() || symptom_found) return Truth::no;
  return reasons.not_known.empty() ? Truth::yes : Truth::unknown;
}

std::string quoted(const std::vector<std::string>& words) {
  std::vector<std::string> out;
  for (const std::string& word : words) out.push_back("\"" + shortened(word, 80) + "\"");
  return sentence_list(out);
}

std::string headline(const Reasons& reasons, bool symptom_found) {
  if (reasons.stop == Truth::yes)
    return "Stop: " + std::string(reasons.wrong.size() == 1 ? "this reason is" : "these reasons are") +
           " not enough for a change. Find out first which resource ends.";
  if (reasons.stop == Truth::unknown)
    return "Not enough so far, and nothing here knows the reason " + quoted(reasons.not_known) + ": say it as a measure.";
  if (!reasons.wrong.empty() && !reasons.sound.empty())
    return "One reason counts: " + reasons.sound.front().reason->label + ". The others do not help it.";
  if (!reasons.wrong.empty() && symptom_found) return "The measures count; the other reason does not help them.";
  if (!reasons.sound.empty()) return "A reason that counts: " + reasons.sound.front().reason->label + ".";
  if (!reasons.not_known.empty())
    return "Nothing here knows the reason " + quoted(reasons.not_known) + ", so it says neither yes nor no.";
  return "You gave no reason yet.";
}

}  // namespace

FieldTable reasons_fields() { return fields; }

const Reason* reason_meant(const Tables& tables, std::string_view said) {
  for (const Reason& reason : tables.reasons)
    if (lower(trimmed(said)) == reason.id) return &reason;
  for (const bool wrong : {true, false})
    for (const Reason& reason : tables.reasons)
      if (reason.wrong == wrong && means(said, reason.id, reason.label, reason.words)) return &reason;
  return nullptr;
}

Reasons judge_reasons(const Tables& tables, std::span<const std::string> said, const Situation& situation, bool symptom_found) {
  Reasons reasons;
  for (const std::string& words : said) {
    if (trimmed(words).empty()) continue;
    if (const Reason* reason = reason_meant(tables, words)) add(reason->wrong ? reasons.wrong : reasons.sound, *reason, words);
    else reasons.not_known.push_back(words);
  }
  for (const Reason& reason : tables.reasons)
    if (truth_of(reason.when, situation) == Truth::yes) add(reason.wrong ? reasons.wrong : reasons.sound, reason, "");
  reasons.stop = stops(reasons, symptom_found);
  reasons.headline = headline(reasons, symptom_found);
  return reasons;
}

}  // namespace storewright::migration

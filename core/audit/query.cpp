#include "core/audit/query.h"

#include <algorithm>

#include "core/base/text.h"

namespace storewright::audit {
namespace {

// The titles are those of the sources of the same ids; a test compares.
constexpr Option documents[] = {{"dataflow-article", "Database Architecture Wars: 1GB to 1PB"},
                                {"selection-chapter", "Database Selection Framework"}};

constexpr Option verdicts[] = {
    {"wrong", "Wrong", "It is false as stated, or does not come out."},
    {"inconsistent", "Contradicts", "Another figure of the same texts says something else."},
    {"outdated", "Outdated", "It was true and no longer is."},
    {"unsupported", "Unsupported", "No basis is given, or it cannot be reproduced."},
    {"incomplete", "Incomplete", "A part that it needs is missing."},
    {"risky", "Risky", "It works, and leads into trouble."},
    {"holds", "Holds", "It was recomputed and is right."},
};

// What is said of so many figures of a verdict: one, and several.
constexpr struct {
  std::string_view one, several;
} count_words[] = {{"is wrong", "are wrong"},
                   {"contradicts another figure", "contradict another figure"},
                   {"is outdated", "are outdated"},
                   {"has no support", "have no support"},
                   {"leaves something out", "leave something out"},
                   {"leads into trouble", "lead into trouble"},
                   {"holds", "hold"}};

constexpr Field query_rows[] = {
    field<&ClaimQuery::filter>({.name = "filter",
                                .label = "Filter",
                                .help = "Words that must all stand in a figure, such as \"churn\".",
                                .max_items = 2}),
    field<&ClaimQuery::document>(
        {.name = "document", .label = "Text", .help = "Only figures of this text.", .options = documents}),
    field<&ClaimQuery::verdict>(
        {.name = "verdict", .label = "Verdict", .help = "Only figures with this verdict.", .options = verdicts}),
    field<&ClaimQuery::topic>(
        {.name = "topic", .label = "Topic", .help = "Only figures of this topic, by its id.", .max_items = 1}),
    field<&ClaimQuery::decisive_only>({.name = "decisive_only",
                                       .label = "Only what changes a decision",
                                       .help = "Leaves out all that would not change what you do."}),
    field<&ClaimQuery::question>(
        {.name = "question",
         .label = "Practice question",
         .help = "Only figures that belong to the answer of this question; without it they are left out.",
         .max_items = 1}),
};

std::string lower(std::string text) {
  for (char& letter : text)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return text;
}

bool holds_words(const Claim& claim, const std::vector<std::string>& words) {
  const std::string text = lower(claim.quoted + "\n" + claim.recomputed + "\n" + claim.what_to_do + "\n" + claim.id);
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return word.empty() || text.find(word) != text.npos; });
}

bool of_document(const Claim& claim, Document document) {
  const std::string_view id = documents[static_cast<std::size_t>(document)].name;
  return std::find(claim.documents.begin(), claim.documents.end(), id) != claim.documents.end();
}

Problem unknown(int code, std::string_view field, std::string_view what, const std::string& given,
                const std::vector<std::string_view>& known) {
  const std::string near = nearest_word(given, known);
  return {code, "/" + std::string(field),
          "There is no " + std::string(what) + " \"" + shortened(given, 40) + "\"" +
              (near.empty() ? "." : "; did you mean \"" + near + "\"?")};
}

Problems unknown_names(const Audit& audit, const ClaimQuery& query) {
  Problems problems;
  std::vector<std::string_view> topics, questions;
  for (const Topic& topic : audit.topics) topics.push_back(topic.id);
  for (const Claim& claim : audit.claims)
    if (!claim.question.empty()) questions.push_back(claim.question);
  const auto missing = [](const std::string& given, const std::vector<std::string_view>& known) {
    return !given.empty() && std::find(known.begin(), known.end(), given) == known.end();
  };
  if (missing(query.topic, topics)) problems.push_back(unknown(2701, "topic", "topic", query.topic, topics));
  if (missing(query.question, questions))
    problems.push_back(unknown(2702, "question", "checked figure of a question", query.question, questions));
  return problems;
}

}  // namespace

FieldTable claim_query_fields() { return query_rows; }

Result<std::vector<const Claim*>> select_claims(const Audit& audit, const ClaimQuery& query) {
  Problems problems = unknown_names(audit, query);
  if (!problems.empty()) return problems;
  const std::vector<std::string> words = split(lower(query.filter), ' ');
  std::vector<const Claim*> kept;
  for (const Claim& claim : audit.claims) {
    if (claim.question != query.question) continue;
    if (query.document && !of_document(claim, *query.document)) continue;
    if (query.verdict && claim.verdict != *query.verdict) continue;
    if (!query.topic.empty() && audit.topics[claim.topic].id != query.topic) continue;
    if (query.decisive_only.value_or(false) && !claim.changes_a_decision) continue;
    if (holds_words(claim, words)) kept.push_back(&claim);
  }
  return kept;
}

std::string_view verdict_words(Verdict verdict) { return verdicts[static_cast<std::size_t>(verdict)].label; }

std::string basis_sentence(const Claim& claim) {
  std::string text;
  for (const Basis basis : claim.basis) {
    std::string_view words;
    switch (basis) {
      case Basis::computed: words = claim.steps.empty() ? "compared with the text itself" : "worked out here"; break;
      case Basis::run: words = "tried on PostgreSQL 15.18"; break;
      case Basis::source: words = "looked up"; break;
      case Basis::knowledge: words = "known, not verified"; break;
    }
    text.append(text.empty() ? "" : "; ").append(words);
  }
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text + ".";
}

std::string totals_sentence(const VerdictCounts& totals) {
  std::size_t all = 0;
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < verdict_count; ++i) {
    all += totals[i];
    if (totals[i] > 0)
      parts.push_back(std::to_string(totals[i]) + " " +
                      std::string(totals[i] == 1 ? count_words[i].one : count_words[i].several));
  }
  const std::string checked = std::to_string(all) + (all == 1 ? " figure checked" : " figures checked");
  return parts.empty() ? checked + "." : checked + ": " + sentence_list(parts) + ".";
}

std::string shown_sentence(std::size_t shown, std::size_t all) {
  if (shown == all) return "All " + std::to_string(all) + " figures.";
  return "Showing " + std::to_string(shown) + " of " + std::to_string(all) + " figures.";
}

}  // namespace storewright::audit

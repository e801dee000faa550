#include "web/app/decide_words.h"

#include <algorithm>

namespace storewright::app {
namespace {

using selection::EngineVerdict;
using selection::Recommendation;

// How many of the first engines of the ranking a rule speaks for.
std::size_t shared_by(const Recommendation& answer, std::string_view rule, std::size_t first) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < first; ++i) {
    const EngineVerdict* verdict = verdict_of(answer, answer.ranking[i].engine);
    if (verdict == nullptr) continue;
    for (const selection::Reason& reason : verdict->preferences) count += reason.rule == rule;
  }
  return count;
}

}  // namespace

std::string engine_name(const knowledge::Knowledge& knowledge, std::string_view id) {
  const knowledge::Engine* engine = knowledge.engine(id);
  return engine == nullptr ? std::string(id) : engine->name;
}

std::string category_name(const knowledge::Knowledge& knowledge, std::string_view id) {
  const knowledge::Category* category = knowledge.category(id);
  return category == nullptr ? std::string(id) : category->name;
}

std::string field_label_of(std::string_view name) {
  const Field* field = find_field(selection::profile_fields(), name);
  return field == nullptr ? std::string(name) : std::string(field->label);
}

const EngineVerdict* verdict_of(const Recommendation& answer, std::string_view engine) {
  for (const EngineVerdict& verdict : answer.verdicts)
    if (verdict.engine == engine) return &verdict;
  return nullptr;
}

bool tells_apart(const Recommendation& answer) { return !answer.ranking.empty() && answer.ranking.front().score > 0; }

const selection::RankedEngine* next_category(const Recommendation& answer) {
  for (const selection::RankedEngine& entry : answer.ranking)
    if (entry.category != answer.ranking.front().category) return &entry;
  return nullptr;
}

std::vector<std::string> best_reasons(const Recommendation& answer, const EngineVerdict& verdict, std::size_t shown) {
  constexpr std::size_t most = 3;
  std::vector<std::string> sentences;
  for (std::size_t sharers = 1; sharers <= shown; ++sharers)
    for (const selection::Reason& reason : verdict.preferences)
      if (sentences.size() < most && shared_by(answer, reason.rule, shown) == sharers) sentences.push_back(reason.because);
  if (sentences.empty()) sentences.push_back("Nothing you said speaks against it.");
  return sentences;
}

}  // namespace storewright::app

#include "core/knowledge/review.h"

namespace storewright::knowledge {
namespace {

/// The same day some years earlier; ISO dates compare as texts.
std::string years_before(std::string_view date, int years) {
  int year = 0;
  for (const char c : date.substr(0, 4)) year = year * 10 + (c - '0');
  const std::string earlier = std::to_string(year > years ? year - years : 0);
  return std::string(4 - earlier.size(), '0') + earlier + std::string(date.substr(4));
}

}  // namespace

bool is_day(std::string_view text) {
  constexpr std::string_view form = "0000-00-00";
  if (text.size() != form.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (form[i] == '-' ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  return true;
}

bool is_overdue(std::string_view read, std::string_view as_of) {
  return !read.empty() && read < years_before(as_of, review_after_years);
}

std::vector<OverdueFact> facts_to_review(const Knowledge& knowledge, std::string_view as_of) {
  std::vector<OverdueFact> overdue;
  const auto look_at = [&](const std::string& where, const std::string& read) {
    if (is_overdue(read, as_of)) overdue.push_back({where, read});
  };
  for (const Engine& engine : knowledge.engines)
    for (const auto& [trait, evidence] : engine.evidence) look_at("engines/" + engine.id + ".json " + trait, evidence.read);
  for (const Source& source : knowledge.sources) look_at("sources.json " + source.id, source.read);
  return overdue;
}

}  // namespace storewright::knowledge

#include "core/scaling/technology.h"

#include "core/base/text.h"

namespace storewright::scaling {
namespace {

constexpr Option needs[] = {
    {"joins", "Complex queries and joins"},     {"transactions", "Transactions (ACID)"}, {"events", "Events, many writes"},
    {"time_series", "Values over time"},        {"search", "Search in texts"},           {"cache", "A cache"},
    {"sub_millisecond", "Answers below a millisecond"},
};

constexpr Field fields[] = {
    field<&TechnologyInput::needs>({.name = "needs", .label = "What is it for?", .options = needs}),
    field<&TechnologyInput::data_size_gb>({.name = "data_size_gb", .label = "Data", .unit = "GB"}),
};

Truth needed(const Technology& technology, const Set<Need>& wanted) {
  if (wanted.empty()) return Truth::unknown;
  for (std::size_t i = 0; i < std::size(needs); ++i)
    if (wanted.has(static_cast<Need>(i)))
      for (const std::string& need : technology.needs)
        if (need == needs[i].name) return Truth::yes;
  return Truth::no;
}

Truth within(const Technology& technology, const std::optional<Range>& volume) {
  if (!technology.from_gb && !technology.until_gb) return Truth::yes;
  if (!volume) return Truth::unknown;
  const Truth above = technology.from_gb ? compare(*volume, Comparison::at_least, *technology.from_gb) : Truth::yes;
  const Truth below = technology.until_gb ? compare(*volume, Comparison::at_most, *technology.until_gb) : Truth::yes;
  return above && below;
}

}  // namespace

FieldTable technology_fields() { return fields; }

TechnologyAnswer match_technologies(const TechnologyInput& input, const std::vector<Technology>& matrix) {
  TechnologyAnswer answer;
  std::vector<std::string> lines;
  for (const Technology& technology : matrix) {
    const Truth fits = needed(technology, input.needs) && within(technology, input.data_size_gb);
    answer.matches.push_back({&technology, fits});
    if (fits != Truth::yes) continue;
    answer.fitting.push_back(&technology);
    lines.push_back(technology.line);
  }
  answer.headline = lines.empty() ? "None of the four fits for certain." : joined(lines, " ");
  return answer;
}

}  // namespace storewright::scaling

#include "core/cases/cost_words.h"

#include "core/base/text.h"
#include "core/cases/case_number.h"

namespace storewright::cases {
namespace {

// A label inside a sentence.
std::string lower_first(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

}  // namespace

std::string part_cost_sentence(const Case& study, const CostLine& line, const Part& part) {
  for (std::size_t i = 0; i < study.parts.size(); ++i)
    if (study.parts[i].id == part.id)
      return dollars(line.totals[i]) + " a month, " + dollars(line.over_stage[i]) + " over its " +
             display_number(part.until - part.from, 0) + " months.";
  return {};
}

std::vector<std::string> plan_cost_sentences(const Case& study, const CostLine& line) {
  std::vector<std::string> sentences;
  sentences.push_back("The whole plan costs " + dollars(line.cumulative) + " in " + std::to_string(line.months) +
                      " months. At the cost of its dearest " + lower_first(study.part_word) + " it would have been " +
                      dollars(line.at_peak) + ", " + dollars(line.avoided) + " more.");
  std::vector<std::string> parts;
  for (std::size_t k = 0; k < study.cost_parts.size(); ++k) {
    const double saving = line.saving_by_part_per_year[k];
    parts.push_back(lower_first(study.cost_parts[k].label) + " " + dollars(saving < 0 ? -saving : saving) +
                    (saving < 0 ? " dearer" : " cheaper"));
  }
  sentences.push_back("The saving of " + dollars(line.saving_per_year) + " a year is made of: " + sentence_list(parts) + ".");
  const Part& last = study.parts.back();
  if (last.bonus > 0)
    sentences.push_back(last.bonus_label + " of " + dollars(last.bonus) +
                        " a month is claimed and is not counted; with it the saving would be " +
                        dollars(line.saving_with_bonus_per_year) + " a year.");
  return sentences;
}

}  // namespace storewright::cases

// The scenario of a practice question with its numbers, and where they come from.
#include <algorithm>
#include <string>
#include <vector>

#include "web/app/practice_parts.h"

namespace storewright::app {
namespace {

std::string words_of_kind(std::string kind) {
  std::replace(kind.begin(), kind.end(), '_', ' ');
  return kind;
}

}  // namespace

void practice_scenario(const Sheet& sheet) {
  const int seed = sheet.variant.seed;
  const practice::Question& question = sheet.question;
  ui::Scope section(ui::Role::section, "The situation", "scenario");
  std::vector<ui::Block> blocks;
  for (const std::string& paragraph : question.scenario) blocks.push_back({"p", sheet.text(paragraph)});
  ui::prose("scenario-" + std::to_string(seed), std::move(blocks));
  ui::gap(8);
  const std::string origin = question.variables.empty() ? ""
                             : seed == 0 ? "Example numbers, a " + words_of_kind(question.kind) + " read " + question.read + " in the source below; no price list."
                                         : "Numbers drawn for practice, set " + std::to_string(seed) + "; no price list.";
  ui::text(origin, {.size = ui::text_small, .tone = ui::Tone::quiet});
}

}  // namespace storewright::app

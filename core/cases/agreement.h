// Does the recommendation agree with what a case runs? One sentence for each store, with the rule that decides.
#pragma once

#include <string>
#include <vector>

#include "core/cases/case_file.h"
#include "core/selection/recommend.h"

namespace storewright::cases {

enum class Accord { same, other, only_case, only_answer };

struct Agreement {
  Accord accord = Accord::same;
  std::string engine;        // id: of the case; of the answer where only the answer has it
  std::string instead;       // id of the answer's engine when it is another one
  std::string rule;          // that decided, "" when none speaks
  std::string sentence;
};

/// First the main store, then every other store of the case, then what only the recommendation adds.
std::vector<Agreement> compare_with_case(const Part& part, const selection::Recommendation& answer,
                                         const knowledge::Knowledge& knowledge);

/// What a part runs, the main store first: each technology counts once, however many machines it has.
std::vector<std::string> technologies_of(const Part& part);

}  // namespace storewright::cases

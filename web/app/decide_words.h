// Names and short sentences that the parts of the Decide page share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/app/state.h"

namespace storewright::app {

inline constexpr std::string_view step_names[] = {"Consistency", "Reads and writes", "Data and queries", "Scale", "Operations"};

std::string engine_name(const knowledge::Knowledge& knowledge, std::string_view id);
std::string category_name(const knowledge::Knowledge& knowledge, std::string_view id);
std::string field_label_of(std::string_view name);

const selection::EngineVerdict* verdict_of(const selection::Recommendation& answer, std::string_view engine);

/// Whether anything said so far prefers one store over another; without that a ranking is only the alphabet.
bool tells_apart(const selection::Recommendation& answer);

/// The first ranked engine of another category than the winner's; null when there is none.
const selection::RankedEngine* next_category(const selection::Recommendation& answer);

/// Up to three reasons for an engine, first those that the `shown` best ranked do not share.
std::vector<std::string> best_reasons(const selection::Recommendation& answer, const selection::EngineVerdict& verdict, std::size_t shown);

}  // namespace storewright::app

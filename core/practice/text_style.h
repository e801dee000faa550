// Is this text sentences, a list of keywords, words in a random order, or an answer to something else? Names are no reasons.
#pragma once

#include <string_view>

#include "core/practice/text_mentions.h"

namespace storewright::practice {

enum class Style { sentences, too_short, keywords, shuffled, off_topic, foreign, code, disowned, definitions };

std::string_view name_of(Style style);        // "too_short"

/// Reads the style from function words: genuine text has them, and hardly ever puts "the" before "of" or a stop. A long text
/// that names fewer than two of the things that question `owner` speaks of answers another question, and so does one that only
/// says what words mean, or names none of `expected`. Definitions, code, another language, and what the writer takes back ("none of this holds") are no statements.
Style style_of(const Reading& reading, const Vocabulary& vocabulary, int owner, const std::vector<int>& expected = {});

}  // namespace storewright::practice

// Is this text sentences, a list of keywords, or words in a random order? Names of things are no reasons.
#pragma once

#include "core/practice/text_mentions.h"

namespace storewright::practice {

enum class Style { sentences, too_short, keywords, shuffled };

/// Reads the style from function words alone: genuine text has them, and hardly ever puts "the" before "of" or a stop.
Style style_of(const Reading& reading);

}  // namespace storewright::practice

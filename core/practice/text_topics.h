// What each mention is said about: the data or need that its clause, sentence, heading or field names.
#pragma once

#include <vector>

#include "core/practice/text_mentions.h"

namespace storewright::practice {

/// Fills `about` of every mention, and `linked` of every sentence. Looks in the mention's clause first, then in its sentence,
/// then at what the paragraph, its heading or the field speaks of.
void bind_topics(Reading& reading, const ReadingInput& input, const std::vector<int>& stems);

}  // namespace storewright::practice

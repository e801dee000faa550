// English words by their stem, after M. F. Porter's algorithm of 1980: "sharded", "shards" and "sharding" are one word.
#pragma once

#include <string>
#include <string_view>

namespace storewright::practice {

/// The stem of a folded word. Words of up to three letters, and those with a digit, stay as they are.
std::string stem_of(std::string_view word);

}  // namespace storewright::practice

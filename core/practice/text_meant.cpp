#include "core/practice/text_meant.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/practice/text_stem.h"

namespace storewright::practice {
namespace {

// Beyond this many words that no list has, a text is not English prose about stores, and looking for typos is vain.
constexpr std::size_t most_repairs = 800;
constexpr std::size_t longest_name = 6;       // words

int mean(Document& document, std::string_view word) {
  document.meant.emplace_back(word);
  return static_cast<int>(document.meant.size()) - 1;
}

}  // namespace

std::vector<Correction> repair_words(Document& document, const Vocabulary& vocabulary, const WordSet& prompt) {
  std::vector<Correction> corrections;
  std::map<std::string, int, std::less<>> repaired;   // by word: what it means, -1 for nothing
  for (Token& token : document.tokens) {
    const std::string_view word = document.word(token);
    if (token.number || vocabulary.lists(word) || prompt.find(word) != prompt.end()) continue;
    auto known = repaired.find(word);
    if (known == repaired.end()) {
      if (repaired.size() >= most_repairs) continue;
      // Chance gives "entires" the stem of "entire"; what only a stem makes known gives way to a listed word of its letters.
      const std::string meant = vocabulary.stem(word) < 0 ? corrected(word, vocabulary, prompt) : listed_of_its_letters(word, vocabulary);
      known = repaired.emplace(word, meant.empty() ? -1 : mean(document, meant)).first;
      if (vocabulary.matters(meant)) corrections.push_back({known->first, meant});
    }
    token.meant = known->second;
  }
  return corrections;
}

void join_other_names(Document& document, const Vocabulary& vocabulary) {
  std::vector<std::string> stems;
  for (const Token& token : document.tokens) stems.push_back(stem_of(document.word(token)));
  std::map<std::string, int, std::less<>> indices;
  std::vector<Token> tokens;
  tokens.reserve(document.tokens.size());
  for (Sentence& sentence : document.sentences) {
    const std::size_t first = tokens.size();
    for (std::size_t i = sentence.first; i < sentence.last;) {
      std::size_t end = i + 1;
      while (end < sentence.last && end < i + longest_name && document.tokens[end].gap == 0) ++end;   // no name goes across a comma
      const OtherName name = vocabulary.other_name(stems, i, end);
      Token token = document.tokens[i];
      if (name.length > 0) {
        const auto [place, fresh] = indices.emplace(name.meant, 0);
        if (fresh) place->second = mean(document, name.meant);
        token.meant = place->second;
        token.end = document.tokens[i + name.length - 1].end;
      }
      tokens.push_back(token);
      i += std::max<std::size_t>(1, name.length);
    }
    sentence.first = first;
    sentence.last = tokens.size();
  }
  document.tokens = std::move(tokens);
}

}  // namespace storewright::practice

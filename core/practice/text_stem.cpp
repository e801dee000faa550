#include "core/practice/text_stem.h"

#include <cstddef>

namespace storewright::practice {
namespace {

struct Ending {
  std::string_view from, to;
};

class Stemmer {
 public:
  explicit Stemmer(std::string_view word) : word_(word) {}

  std::string run() {
    plural();
    past();
    if (ends("y") && has_vowel(1)) word_.back() = 'i';
    static constexpr Ending second[] = {{"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"}, {"izer", "ize"}, {"iser", "ise"},
                                        {"abli", "able"},   {"alli", "al"},     {"entli", "ent"}, {"eli", "e"},     {"ousli", "ous"}, {"ization", "ize"},
                                        {"isation", "ise"}, {"ation", "ate"},   {"ator", "ate"},  {"alism", "al"},  {"iveness", "ive"}, {"fulness", "ful"},
                                        {"ousness", "ous"}, {"aliti", "al"},    {"iviti", "ive"}, {"biliti", "ble"}};
    replace(second);
    static constexpr Ending third[] = {{"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"alise", "al"}, {"iciti", "ic"}, {"ical", "ic"}, {"ful", ""}, {"ness", ""}};
    replace(third);
    suffix();
    final_e();
    return word_;
  }

 private:
  bool vowel(std::size_t i) const {
    switch (word_[i]) {
      case 'a': case 'e': case 'i': case 'o': case 'u': return true;
      case 'y': return i > 0 && !vowel_before(i);
      default: return false;
    }
  }
  // Of a run of y every second one counts as a vowel; looking back one letter is enough for words, and never recurses.
  bool vowel_before(std::size_t i) const {
    const char c = word_[i - 1];
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
  }

  bool ends(std::string_view end) const {
    return word_.size() > end.size() && std::string_view(word_).substr(word_.size() - end.size()) == end;
  }
  void cut(std::size_t count) { word_.resize(word_.size() - count); }

  /// How often a vowel is followed by a consonant in the word without its last `less` letters.
  int measure(std::size_t less) const {
    int count = 0;
    for (std::size_t i = 1; i + less < word_.size(); ++i) count += vowel(i - 1) && !vowel(i) ? 1 : 0;
    return count;
  }
  bool has_vowel(std::size_t less) const {
    for (std::size_t i = 0; i + less < word_.size(); ++i)
      if (vowel(i)) return true;
    return false;
  }
  bool doubled() const {
    const std::size_t n = word_.size();
    return n > 1 && word_[n - 1] == word_[n - 2] && !vowel(n - 1);
  }
  /// Consonant, vowel, consonant at the end, the last none of w, x, y.
  bool short_end() const {
    const std::size_t n = word_.size();
    if (n < 3 || vowel(n - 1) || !vowel(n - 2) || vowel(n - 3)) return false;
    return word_[n - 1] != 'w' && word_[n - 1] != 'x' && word_[n - 1] != 'y';
  }

  void plural() {
    if (ends("sses") || ends("ies")) return cut(2);
    if (ends("s") && !ends("ss") && !ends("us") && !ends("is")) cut(1);
  }

  void past() {
    if (ends("eed")) {
      if (measure(3) > 0) cut(1);
      return;
    }
    if (ends("ed") && has_vowel(2)) cut(2);
    else if (ends("ing") && has_vowel(3)) cut(3);
    else return;
    if (ends("at") || ends("bl") || ends("iz")) word_ += 'e';
    else if (doubled() && word_.back() != 'l' && word_.back() != 's' && word_.back() != 'z') cut(1);
    else if (measure(0) == 1 && short_end()) word_ += 'e';
  }

  template <std::size_t size>
  void replace(const Ending (&endings)[size]) {
    const Ending* longest = nullptr;
    for (const Ending& ending : endings)
      if (ends(ending.from) && (!longest || ending.from.size() > longest->from.size())) longest = &ending;
    if (!longest || measure(longest->from.size()) == 0) return;
    cut(longest->from.size());
    word_ += longest->to;
  }

  void suffix() {
    static constexpr std::string_view endings[] = {"al",  "ance", "ence", "er",  "ic",  "able", "ible", "ant", "ement", "ment", "ent",
                                                   "ion", "ou",   "ism",  "ate", "iti", "ous",  "ive",  "ize", "ise"};
    std::string_view longest;
    for (const std::string_view ending : endings)
      if (ends(ending) && ending.size() > longest.size()) longest = ending;
    if (longest.empty() || measure(longest.size()) < 2) return;
    if (longest == "ion") {
      const char before = word_[word_.size() - 4];
      if (before != 's' && before != 't') return;
    }
    cut(longest.size());
  }

  void final_e() {
    if (ends("e")) {
      const int size = measure(1);
      const std::string whole = word_;
      cut(1);
      if (size == 0 || (size == 1 && short_end())) word_ = whole;
    }
    if (doubled() && word_.back() == 'l' && measure(0) > 1) cut(1);
  }

  std::string word_;
};

}  // namespace

std::string stem_of(std::string_view word) {
  constexpr std::size_t shortest = 4, longest = 40;
  if (word.size() < shortest || word.size() > longest) return std::string(word);
  for (const char c : word)
    if (c < 'a' || c > 'z') return std::string(word);
  return Stemmer(word).run();
}

}  // namespace storewright::practice

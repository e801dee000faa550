#include "core/practice/text_typo.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/practice/text_stem.h"

namespace storewright::practice {
namespace {

constexpr std::size_t shortest_swapped = 4, first_letter_kept = 6, shortest = 5, long_word = 9, longest = 30;

std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char c : word)
    if (c >= 'a' && c <= 'z') letters |= 1u << (c - 'a');
  return letters;
}

int count_bits(std::uint32_t bits) {
  int count = 0;
  for (; bits; bits &= bits - 1) ++count;
  return count;
}

bool turned_round(std::string_view word, std::string_view other) {
  for (const std::string_view prefix : {"in", "un", "de", "non", "dis", "a"}) {
    const std::string_view longer = word.size() > other.size() ? word : other;
    const std::string_view shorter = word.size() > other.size() ? other : word;
    if (longer.size() == shorter.size() + prefix.size() && longer.substr(0, prefix.size()) == prefix && longer.substr(prefix.size()) == shorter) return true;
  }
  return false;
}

bool protected_from(std::string_view word, std::string_view meant, const Vocabulary& vocabulary, int edits) {
  const std::string stem = stem_of(meant);
  for (const auto& [one, other] : vocabulary.lexicon().protected_pairs) {
    const std::string* partner = stem_of(one) == stem ? &other : stem_of(other) == stem ? &one : nullptr;
    if (partner && letter_edits(word, *partner, edits + 1) <= edits + 1) return true;
  }
  return false;
}

/// The only word of those `known` that has the very letters of `word`, two neighbours exchanged: a slip that no other word comes near.
template <class Known>
std::string swapped_back(std::string_view word, const Known& known) {
  std::string found, other(word);
  if (word.size() < shortest_swapped || word.size() > longest) return found;
  for (std::size_t i = word.size() < first_letter_kept ? 1 : 0; i + 1 < word.size(); ++i) {
    if (word[i] == word[i + 1]) continue;
    std::swap(other[i], other[i + 1]);
    if (known(other)) {
      if (!found.empty() && stem_of(found) != stem_of(other)) return "";
      found = other;
    }
    std::swap(other[i], other[i + 1]);
  }
  return found;
}

}  // namespace

int letter_edits(std::string_view a, std::string_view b, int limit) {
  if (a.size() > longest || b.size() > longest) return limit + 1;
  const auto gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > static_cast<std::size_t>(limit)) return limit + 1;
  int before[longest + 1], last[longest + 1], row[longest + 1];
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = before[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    int best = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({change, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
      best = std::min(best, row[j]);
    }
    if (best > limit) return limit + 1;
    std::copy(last, last + b.size() + 1, before);
    std::copy(row, row + b.size() + 1, last);
  }
  return std::min(last[b.size()], limit + 1);
}

std::string listed_of_its_letters(std::string_view word, const Vocabulary& vocabulary) {
  return swapped_back(word, [&](const std::string& one) { return vocabulary.lists(one); });
}

std::string corrected(std::string_view word, const Vocabulary& vocabulary, const WordSet& also) {
  if (word.size() < shortest_swapped || word.size() > longest) return "";
  const auto known = [&](const std::string& one) { return vocabulary.stem(one) >= 0 || also.find(one) != also.end(); };
  if (std::string swapped = swapped_back(word, known); !swapped.empty()) return swapped;
  if (word.size() < shortest) return "";
  const int limit = word.size() >= long_word ? 2 : 1;
  const std::uint32_t letters = letters_of(word);
  std::string_view nearest;
  int edits = limit + 1;
  bool unique = false;
  const auto compare = [&](const std::string& candidate) {
    const std::size_t gap = word.size() > candidate.size() ? word.size() - candidate.size() : candidate.size() - word.size();
    if (gap > static_cast<std::size_t>(limit) || count_bits(letters ^ letters_of(candidate)) > 2 * limit) return;
    const int distance = letter_edits(word, candidate, limit);
    if (distance > limit || distance > edits) return;
    // Forms of one word ("cassandra", "cassandras") are one reading.
    if (distance == edits) {
      unique = unique && stem_of(nearest) == stem_of(candidate);
      return;
    }
    unique = true;
    nearest = candidate;
    edits = distance;
  };
  for (const std::string& candidate : vocabulary.correctable()) compare(candidate);
  // A word of the question that is as near may be what was meant.
  for (const std::string& candidate : also)
    if (candidate.size() >= shortest && letter_edits(word, candidate, limit) <= std::min(edits, limit) && stem_of(candidate) != stem_of(nearest)) return "";
  if (nearest.empty() || !unique || turned_round(word, nearest) || protected_from(word, nearest, vocabulary, edits)) return "";
  return std::string(nearest);
}

}  // namespace storewright::practice

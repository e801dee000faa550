// The words that the grader knows: concepts with their forms, the words that negate, reject or postpone, and common words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"

namespace storewright::practice {

/// What a concept is to a statement: a store, what is stored, or anything that is said of both.
enum class ConceptKind { component, slot, property, action, hazard, quantity, link };

struct Concept {
  std::string id;
  ConceptKind kind = ConceptKind::property;
  std::string label;                          // as it is shown in "understood as"
  std::vector<std::string> forms;
  std::vector<std::string> is;                // broader concepts: what is said of it is said of them
  int owner = everybody;                      // index of the question that alone knows it

  static constexpr int everybody = -1;
};

/// What a word or phrase does to the concepts near it.
enum class TriggerKind { negation, rejection, rejection_after, deferral, alternative, comparison, denial, disowning, harmless };

/// Two words that a typo must never turn into each other: "sync" and "async".
using ProtectedPair = std::pair<std::string, std::string>;

/// Everything as read, before it is compiled.
struct Lexicon {
  std::vector<Concept> concepts;
  std::vector<std::pair<TriggerKind, std::string>> triggers;
  std::vector<ProtectedPair> protected_pairs;
  std::vector<std::string> shared;            // forms that may stand in several concepts
  std::vector<std::string> breaks;            // words that begin a clause
  std::vector<std::string> conditions;        // of these: words that begin a condition ("if", "once")
  std::vector<std::string> adopting;          // verbs that take something new in: "add", "move"
  std::vector<std::string> links;             // words by which a sentence goes on with the one before: "this", "so"
  std::vector<std::string> verbs;             // verbs that begin a new advice after "and"
  std::vector<std::string> common;            // words that are no misspelt concept
  std::vector<std::vector<std::string>> names;  // of one thing, each list: the first name stands for the others
};

/// Reads the object `lexicon` of a practice pack. Problems: 1401.
Lexicon read_lexicon(const Json& json, const std::string& where, Problems& problems);
/// Reads a list of concepts, those of a question too.
std::vector<Concept> read_concepts(const Json& owner, const std::string& where, int owner_index, Problems& problems);

/// A form that was found: how many tokens it covers, and what it stands for.
struct Found {
  std::size_t length = 0;
  std::vector<int> concepts;
  std::vector<TriggerKind> triggers;
};

/// Another name of something, so many words long, and the name that stands for it.
struct OtherName {
  std::size_t length = 0;
  std::string_view meant;
};

/// The lexicon, compiled: stems by number, forms as a tree of stems.
class Vocabulary {
 public:
  Vocabulary() = default;
  explicit Vocabulary(Lexicon lexicon);

  /// The number of a word's stem, or -1 for a word that nobody knows.
  int stem(std::string_view word) const;
  /// The longest other name that starts at `stems[at]` and ends before `end`; length 0 for none.
  OtherName other_name(const std::vector<std::string>& stems, std::size_t at, std::size_t end) const;
  /// The words of a text, folded, each thing by its first name.
  std::vector<std::string> words_in(std::string_view text) const;
  /// The longest form that starts at `stems[at]`, ends before `end`, and that question `owner` knows.
  Found longest(const std::vector<int>& stems, std::size_t at, std::size_t end, int owner) const;

  /// The index of a concept that `owner` knows, or -1.
  int concept_index(std::string_view id, int owner) const;
  /// That concept and every narrower one, sorted.
  std::vector<int> narrower(int index) const;

  const std::vector<Concept>& concepts() const { return lexicon_.concepts; }
  const Lexicon& lexicon() const { return lexicon_; }

  bool begins_clause(int stem) const { return has(breaks_, stem); }
  bool begins_condition(int stem) const { return has(conditions_, stem); }
  bool links(int stem) const { return has(links_, stem); }
  bool adopts(int stem) const { return has(adopting_, stem); }
  bool begins_advice(int stem) const { return has(verbs_, stem) || has(adopting_, stem); }

  /// Words with at least five letters, of which a misspelt one may be meant.
  const std::vector<std::string>& correctable() const { return correctable_; }
  /// Whether the word stands in any list as it is.
  bool lists(std::string_view word) const;
  /// Whether the word stands in a form or in a phrase that turns what is near it.
  bool matters(std::string_view word) const;

 private:
  struct Node {
    std::vector<int> concepts;
    std::vector<TriggerKind> triggers;
  };

  static bool has(const std::vector<int>& sorted, int stem);
  std::vector<int> stems_of(const std::vector<std::string>& words);
  int learn(std::string_view word);
  void learn_names();
  void join_names();
  Node* node_of(const std::string& form);

  Lexicon lexicon_;
  std::map<std::string, int, std::less<>> stems_;
  int next_stem_ = 0;
  std::map<std::pair<int, int>, int> edges_;  // (node, stem) to node
  std::vector<Node> nodes_ = {Node{}};
  std::vector<int> breaks_, conditions_, adopting_, links_, verbs_;
  std::vector<std::string> correctable_, forms_, listed_;   // sorted
  struct Alias {
    std::vector<std::string> stems;
    std::string meant;
  };
  std::map<std::string, std::vector<Alias>, std::less<>> aliases_;   // by the stem of their first word, the longest first
};

/// The words of a form or text, folded, as the grader divides them and as they are written.
std::vector<std::string> words_in(std::string_view text);

}  // namespace storewright::practice

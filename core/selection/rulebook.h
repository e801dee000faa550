// The rules of a catalogue in the form in which they are evaluated: flat conditions over facts, subjects as bits.
#pragma once

#include <cstdint>
#include <vector>

#include "core/knowledge/knowledge.h"
#include "core/selection/facts.h"
#include "core/selection/record_set.h"

namespace storewright::selection {

/// Whether an engine is judged alone or together with the extensions that it can take.
enum class Reach { plain, with_extensions };

/// One comparison of a condition. Equal ones of several rules are the same leaf, so each is made once a profile.
struct Leaf {
  enum class Kind { known, number, any_word, no_word, only_words, texts, never } kind = Kind::never;
  bool wanted = true;                             // known
  Comparison comparison = Comparison::equal;      // number
  bool negated = false;                           // number: "!="
  std::size_t place = 0;                          // of the fact
  double threshold = 0;                           // number
  std::uint64_t words = 0;                        // a bit for each word that the comparison names
  const knowledge::Condition* written = nullptr;  // as the rule has it

  bool operator==(const Leaf&) const = default;
};

/// A condition in preorder: a branch is followed by its parts and ends before `end`.
struct Node {
  knowledge::Condition::Op op = knowledge::Condition::Op::all;
  std::uint16_t end = 0;
  std::uint16_t leaf = 0;  // of a leaf: its index
};

/// What the profile says of one engine is read by few subjects, so a subject has one set of records where it does not
/// depend on the profile, and else one for each of the four cases: known to the team (1) and in use (2).
struct Subject {
  std::vector<RecordSet> met;
  bool reads_profile = false;
};

struct CompiledRule {
  std::vector<Node> when;
  Subject subject;   // with extensions
  RecordSet struck;  // of a hard rule: whom it puts out, where that does not depend on the profile
};

/// Which records a profile names, for the subjects that ask.
struct NamedRecords {
  RecordSet known_to_team;
  RecordSet in_use;
};
NamedRecords named_records(const Profile& profile, const knowledge::Knowledge& knowledge);

/// What decides between two records of the same score, besides the profile.
struct Place {
  /// The bit of the data model that its category is named after; 0 where there is none.
  std::uint64_t model = 0;
  /// 0 for the most general category, then what can be extended most, runs in most places, is least work, first by id.
  std::size_t order = 0;
};

/// Compiled once for a catalogue, which has to live as long: which records each subject describes, and which
/// comparisons the conditions make. A profile then costs its facts, one look at each comparison, and a few operations
/// on bits.
struct Rulebook {
  explicit Rulebook(const knowledge::Knowledge& catalogue);

  const knowledge::Knowledge& knowledge;
  std::vector<Leaf> leaves;
  std::vector<CompiledRule> rules;  // in the order of the knowledge
  std::vector<Place> places;        // of each record
};

/// The rules that are built in, compiled once.
const Rulebook& built_in_rulebook();

/// What each leaf says of the facts.
std::vector<Truth> leaf_truths(const Rulebook& rulebook, const Facts& facts);

/// Does the condition of a rule hold?
Truth truth_of(const CompiledRule& rule, const std::vector<Truth>& leaf_truths);

/// The leaves that keep an unknown condition from being decided: those whose own branch is decided are passed over.
std::vector<std::size_t> undecided_leaves(const CompiledRule& rule, const std::vector<Truth>& leaf_truths);

/// Does the record have what the rule's subject describes? A trait that is not recorded makes a leaf unknown, and an
/// unknown subject is not met: nobody is rejected for, nor let through by, a fact that we do not have.
bool meets(const CompiledRule& rule, std::size_t record, const NamedRecords& named);

/// The same for the record alone, or with its extensions; slower, because nothing of it is compiled.
bool meets(const knowledge::Knowledge& knowledge, const knowledge::Rule& rule, std::size_t record, Reach reach,
           bool known_to_team, bool in_use);

/// Does the record alone have what the condition describes? For conditions beside the subject, which are not compiled.
bool describes_alone(const knowledge::Knowledge& knowledge, const knowledge::Condition& condition, std::size_t record);

/// Extensions whose host is this engine.
std::vector<const knowledge::Engine*> extensions_of(const knowledge::Knowledge& knowledge,
                                                    const knowledge::Engine& engine);

/// How much work a record is to operate: 0 none to 3 high, 4 where it is not recorded.
int operations_burden(const knowledge::Engine& record);

inline bool is_hard(const knowledge::Rule& rule) {
  return rule.effect == knowledge::Effect::reject || rule.effect == knowledge::Effect::require;
}

}  // namespace storewright::selection

#include "core/practice/text_condition.h"

#include <algorithm>

namespace storewright::practice {
namespace {

using Op = TextCondition::Op;
using Mentions = std::vector<Mention>;

bool holds(const std::vector<int>& sorted, int value) { return std::binary_search(sorted.begin(), sorted.end(), value); }

class Matcher {
 public:
  /// `every`: the evidence is all that fulfils the condition, not the first that does.
  Matcher(const Reading& reading, const Vocabulary& vocabulary, bool every) : reading_(reading), vocabulary_(vocabulary), mentions_(reading.mentions), every_(every) {}

  /// The condition over mentions [first, last).
  Match within(const TextCondition& condition, std::size_t first, std::size_t last) const {
    if (condition.within == Scope::answer) return here(condition, first, last);
    Match all;
    for (std::size_t begin = first; begin < last;) {
      std::size_t end = begin + 1;
      while (end < last && together(condition.within, mentions_[begin], mentions_[end])) ++end;
      const std::size_t from = condition.within == Scope::statement ? before_linked(begin, first) : begin;
      if (Match match = here(condition, from, end); match.found) {
        if (!every_) return match;
        all.found = true;
        all.evidence.insert(all.evidence.end(), match.evidence.begin(), match.evidence.end());
      }
      begin = end;
    }
    return all;
  }

 private:
  bool together(Scope scope, const Mention& one, const Mention& other) const {
    if (scope == Scope::clause) return one.clause == other.clause;
    if (scope != Scope::paragraph) return one.sentence == other.sentence;
    const Sentence& a = sentence(one);
    const Sentence& b = sentence(other);
    return a.block == b.block;
  }
  const Sentence& sentence(const Mention& mention) const { return reading_.document.sentences[static_cast<std::size_t>(mention.sentence)]; }

  /// The first mention of the sentence before, when this one goes on with it.
  std::size_t before_linked(std::size_t begin, std::size_t first) const {
    const int sentence = mentions_[begin].sentence;
    if (!reading_.linked[static_cast<std::size_t>(sentence)]) return begin;
    while (begin > first && mentions_[begin - 1].sentence == sentence - 1) --begin;
    return begin;
  }

  Match here(const TextCondition& condition, std::size_t first, std::size_t last) const {
    switch (condition.op) {
      case Op::all: return at_least(condition, condition.parts.size(), first, last);
      case Op::at_least: return at_least(condition, static_cast<std::size_t>(condition.count), first, last);
      case Op::any: return at_least(condition, 1, first, last);
      case Op::none: return none(condition, first, last);
      case Op::order: return Matcher(reading_, vocabulary_, false).in_order(condition, first, last);
      case Op::near: return Matcher(reading_, vocabulary_, false).near(condition, first, last);
      case Op::distinct: return distinct(condition, first, last);
      case Op::concepts: case Op::number: return leaf(condition, first, last);
    }
    return {};
  }

  Match at_least(const TextCondition& condition, std::size_t count, std::size_t first, std::size_t last) const {
    Match whole;
    std::size_t found = 0;
    for (std::size_t i = 0; i < condition.parts.size() && (every_ || found < count); ++i) {
      if (condition.op == Op::all && found < i) return {};
      Match part = within(condition.parts[i], first, last);
      if (!part.found) continue;
      ++found;
      whole.evidence.insert(whole.evidence.end(), part.evidence.begin(), part.evidence.end());
    }
    if (found < count || condition.parts.empty()) return {};
    whole.found = true;
    return whole;
  }

  Match none(const TextCondition& condition, std::size_t first, std::size_t last) const {
    for (const TextCondition& part : condition.parts)
      if (within(part, first, last).found) return {};
    return {true, {}};
  }

  Match in_order(const TextCondition& condition, std::size_t first, std::size_t last) const {
    Match whole{true, {}};
    for (const TextCondition& part : condition.parts) {
      const Match next = within(part, first, last);
      if (!next.found || next.evidence.empty()) return {};
      whole.evidence.insert(whole.evidence.end(), next.evidence.begin(), next.evidence.end());
      first = *std::max_element(next.evidence.begin(), next.evidence.end()) + 1;
    }
    return whole;
  }

  Match near(const TextCondition& condition, std::size_t first, std::size_t last) const {
    const auto reach = static_cast<std::size_t>(condition.count);
    for (std::size_t i = first; i < last; ++i) {
      if (!within(condition.parts[0], i, i + 1).found) continue;
      const auto close = [&](std::size_t k) {
        return mentions_[k].sentence == mentions_[i].sentence &&
               (mentions_[k].first <= mentions_[i].last + reach && mentions_[i].first <= mentions_[k].last + reach);
      };
      std::size_t from = i, to = i + 1;
      while (from > first && close(from - 1)) --from;
      while (to < last && close(to)) ++to;
      Match whole{true, {i}};
      for (std::size_t p = 1; p < condition.parts.size() && whole.found; ++p) {
        const Match part = within(condition.parts[p], from, to);
        whole.found = part.found;
        whole.evidence.insert(whole.evidence.end(), part.evidence.begin(), part.evidence.end());
      }
      if (whole.found) return whole;
    }
    return {};
  }

  Match distinct(const TextCondition& condition, std::size_t first, std::size_t last) const {
    Match whole;
    std::vector<int> seen;
    for (std::size_t i = first; i < last; ++i) {
      if (!fits(condition, mentions_[i])) continue;
      const bool fresh = std::find(seen.begin(), seen.end(), mentions_[i].concept_index) == seen.end();
      if (fresh) seen.push_back(mentions_[i].concept_index);
      if (fresh || every_) whole.evidence.push_back(i);
    }
    whole.found = seen.size() >= static_cast<std::size_t>(condition.count);
    return whole.found ? whole : Match{};
  }

  Match leaf(const TextCondition& condition, std::size_t first, std::size_t last) const {
    Match all;
    for (std::size_t i = first; i < last && (every_ || !all.found); ++i)
      if (fits(condition, mentions_[i])) {
        all.found = true;
        all.evidence.push_back(i);
      }
    return all;
  }

  bool fits(const TextCondition& condition, const Mention& mention) const {
    if (condition.op == Op::number) {
      if (mention.concept_index >= 0 || mention.copied || (condition.unit != Unit::none && mention.unit != condition.unit)) return false;
      const bool low = condition.above ? mention.value > condition.at_least : mention.value >= condition.at_least;
      return low && (condition.below ? mention.value < condition.at_most : mention.value <= condition.at_most);
    }
    if (mention.concept_index < 0 || !holds(condition.concepts, mention.concept_index)) return false;
    const bool slot = vocabulary_.concepts()[static_cast<std::size_t>(mention.concept_index)].kind == ConceptKind::slot;
    if (!slot && (mention.copied || !stance(condition, mention))) return false;
    return condition.about.empty() || std::any_of(mention.about.begin(), mention.about.end(), [&](int one) { return holds(condition.about, one); });
  }

  static bool stance(const TextCondition& condition, const Mention& mention) {
    if (mention.denied) return false;         // what is said not to be true says nothing of what is
    const Polarity is = mention.polarity;
    const bool later = is == Polarity::deferred;
    const bool stated = is == Polarity::asserted || (is == Polarity::alternative && holds(condition.concepts, mention.partner));
    switch (condition.is) {
      case Stance::stated: return stated;
      case Stance::denied: return later || is == Polarity::negated || is == Polarity::rejected;
      case Stance::later: return later;
      case Stance::wanted: return stated || later || is == Polarity::alternative;
      case Stance::any: return is != Polarity::asked && is != Polarity::quoted;
    }
    return false;
  }

  const Reading& reading_;
  const Vocabulary& vocabulary_;
  const Mentions& mentions_;
  bool every_;
};

void collect(const TextCondition& condition, std::vector<int>& concepts) {
  concepts.insert(concepts.end(), condition.concepts.begin(), condition.concepts.end());
  if (condition.op == Op::none) return;
  for (const TextCondition& part : condition.parts) collect(part, concepts);
}

}  // namespace

Match match(const TextCondition& condition, const Reading& reading, const Vocabulary& vocabulary) {
  return Matcher(reading, vocabulary, false).within(condition, 0, reading.mentions.size());
}

Match match_everywhere(const TextCondition& condition, const Reading& reading, const Vocabulary& vocabulary) {
  return Matcher(reading, vocabulary, true).within(condition, 0, reading.mentions.size());
}

std::vector<std::size_t> touched(const TextCondition& condition, const Reading& reading, const Vocabulary& vocabulary, std::size_t most) {
  std::vector<int> concepts;
  collect(condition, concepts);
  std::sort(concepts.begin(), concepts.end());
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < reading.mentions.size() && found.size() < most; ++i) {
    const Mention& mention = reading.mentions[i];
    if (mention.concept_index < 0 || mention.copied || !holds(concepts, mention.concept_index)) continue;
    const ConceptKind kind = vocabulary.concepts()[static_cast<std::size_t>(mention.concept_index)].kind;
    if (kind != ConceptKind::slot && kind != ConceptKind::link) found.push_back(i);
  }
  return found;
}

}  // namespace storewright::practice

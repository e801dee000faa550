#include "core/practice/text_polarity.h"

#include <algorithm>

namespace storewright::practice {
namespace {

constexpr std::size_t reach = 8, comparison_reach = 4, alternative_reach = 4, longest_heading = 10, longest_denial = 7, longest_clause = 20;

class Polarities {
 public:
  Polarities(Reading& reading, const PolarityInput& input) : reading_(reading), in_(input), starts_(input.stems.size(), -1), ends_(input.stems.size(), -1) {
    for (std::size_t i = 0; i < in_.triggers.size(); ++i) {
      // One phrase may reach both ways ("not needed", "not need"): what looks back and what looks ahead are kept apart.
      const TriggerKind kind = in_.triggers[i].kind;
      const bool ahead = kind != TriggerKind::negation && kind != TriggerKind::rejection && kind != TriggerKind::comparison;
      if (ahead) starts_[in_.triggers[i].first] = static_cast<int>(i);
      if (kind != TriggerKind::rejection_after) ends_[in_.triggers[i].last] = static_cast<int>(i);
    }
    begins_.assign(input.stems.size(), false);
    for (const Mention& mention : reading.mentions) begins_[mention.first] = true;
    and_ = in_.vocabulary.stem("and");
    without_ = in_.vocabulary.stem("without");
    read_sentences();
  }

  void run() {
    for (Mention& mention : reading_.mentions) {
      mention.polarity = polarity_of(mention);
      mention.denied = denied_from_[static_cast<std::size_t>(mention.sentence)] <= mention.first;
      // What is said not to be true of a denial is stated: twice no is yes.
      if (mention.denied) mention.polarity = mention.polarity == Polarity::asserted ? Polarity::negated : Polarity::asserted;
    }
    for (std::size_t i = 1; i < reading_.mentions.size(); ++i) pair_up(reading_.mentions[i - 1], reading_.mentions[i]);
  }

 private:
  const Sentence& sentence_of(const Mention& mention) const { return reading_.document.sentences[static_cast<std::size_t>(mention.sentence)]; }
  bool component(const Mention& mention) const {
    return mention.concept_index >= 0 && in_.vocabulary.concepts()[static_cast<std::size_t>(mention.concept_index)].kind == ConceptKind::component;
  }

  /// For each sentence: from which token on all is denied, and whether a condition and a verb of adopting stand in it.
  void read_sentences() {
    const auto& sentences = reading_.document.sentences;
    denied_from_.assign(sentences.size(), in_.stems.size());
    conditional_.assign(sentences.size(), false);
    condition_clause_.assign(sentences.size(), -1);
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      bool condition = false, adopts = false;
      for (std::size_t i = sentences[s].first; i < sentences[s].last; ++i) {
        if (starts_[i] >= 0 && in_.triggers[static_cast<std::size_t>(starts_[i])].kind == TriggerKind::denial) denied_from_[s] = std::min(denied_from_[s], i);
        const bool starts_clause = i == sentences[s].first || in_.clauses[i] != in_.clauses[i - 1];
        const bool postpones = starts_[i] >= 0 && in_.triggers[static_cast<std::size_t>(starts_[i])].kind == TriggerKind::deferral;
        if (starts_clause && (postpones || in_.vocabulary.begins_condition(in_.stems[i])) && !condition) {
          condition = true;
          condition_clause_[s] = in_.clauses[i];
        } else if (in_.vocabulary.adopts(in_.stems[i]) && in_.clauses[i] != condition_clause_[s]) {
          adopts = true;
        }
      }
      conditional_[s] = condition && adopts;
    }
    deny_headed_lists();
    reading_.unsaid.assign(sentences.size(), false);
    for (std::size_t s = 0; s < sentences.size(); ++s) reading_.unsaid[s] = unsays(sentences[s]);
  }

  /// "Labels are in a column that we have and do not have": after the last "and" only a denial of what stands before.
  bool unsays(const Sentence& sentence) const {
    std::size_t last_and = sentence.first;
    for (std::size_t i = sentence.first + 2; i < sentence.last; ++i)
      if (in_.stems[i] == and_) last_and = i;
    if (last_and == sentence.first || sentence.last - last_and > longest_denial) return false;
    bool negated = false;
    for (std::size_t i = last_and + 1; i < sentence.last; ++i) {
      if (ends_[i] >= 0 && in_.triggers[static_cast<std::size_t>(ends_[i])].kind == TriggerKind::negation) negated = true;
      else if (negated && !repeats(sentence, last_and, i)) return false;
    }
    return negated;
  }

  /// Whether the word stood in the sentence before, or stands for what did.
  bool repeats(const Sentence& sentence, std::size_t until, std::size_t token) const {
    const std::string_view word = reading_.document.word(reading_.document.tokens[token]);
    for (const std::string_view pronoun : {"it", "one", "so", "them", "this", "that", "there", "any", "those", "not"})
      if (word == pronoun) return true;
    for (std::size_t i = sentence.first; i < until; ++i)
      if (reading_.document.word(reading_.document.tokens[i]) == word || (in_.stems[i] >= 0 && in_.stems[i] == in_.stems[token])) return true;
    return false;
  }

  /// "What we will not do:" denies every item of the list below it.
  void deny_headed_lists() {
    const auto& sentences = reading_.document.sentences;
    bool denied = false;
    for (std::size_t s = 1; s < sentences.size(); ++s) {
      const Sentence& before = sentences[s - 1];
      const bool headed = sentences[s].item && !before.item && (reading_.document.tokens[sentences[s].first].gap & gap_colon) != 0;
      denied = sentences[s].item && (headed ? negative_heading(before) : denied);
      if (denied) denied_from_[s] = sentences[s].first;
    }
  }

  bool negative_heading(const Sentence& heading) const {
    if (heading.last - heading.first > longest_heading) return false;
    for (std::size_t i = heading.first; i < heading.last; ++i)
      if (ends_[i] >= 0 && in_.triggers[static_cast<std::size_t>(ends_[i])].kind == TriggerKind::negation) return true;
    return false;
  }

  struct Around {
    int negations = 0;
    bool not_without = false;                 // "not without": the only two that cancel each other
    bool rejected = false, deferred = false, compared = false;
  };

  /// A phrase that reaches both ways rejects what follows it when anything does: "PostgreSQL does not need Redis".
  bool has_object(std::size_t trigger) const {
    const std::size_t last = in_.triggers[trigger].last;
    if (ends_[last] < 0 || in_.triggers[static_cast<std::size_t>(ends_[last])].kind == TriggerKind::rejection_after) return false;
    for (std::size_t i = last + 1; i < in_.stems.size() && i <= last + reach && in_.clauses[i] == in_.clauses[last]; ++i) {
      if (reading_.document.tokens[i].gap & gap_colon) return false;   // "Shards are not needed: one node …" ends before the colon
      if (begins_[i]) return true;
    }
    return false;
  }

  /// "Kafka is not needed: Redis does it" has said what is not needed before the colon, "not needed: Redis" has not.
  bool said_before(std::size_t trigger) const {
    const std::size_t first = in_.triggers[trigger].first;
    if (starts_[first] < 0 || in_.triggers[static_cast<std::size_t>(starts_[first])].kind != TriggerKind::rejection_after) return false;
    for (std::size_t back = 1; back <= reach && back <= first && in_.clauses[first - back] == in_.clauses[first]; ++back)
      if (begins_[first - back]) return true;
    return false;
  }

  Around look_around(const Mention& mention) const {
    Around around;
    const int clause = in_.clauses[mention.first];
    bool listed = false;
    int nearest = -1;                         // stem of the nearest negation
    bool colon = (reading_.document.tokens[mention.first].gap & gap_colon) != 0;
    for (std::size_t back = 1; back <= reach && mention.first >= back; ++back) {
      const std::size_t i = mention.first - back;
      if (in_.clauses[i] != clause) break;
      if (in_.stems[i] == and_ && in_.vocabulary.begins_advice(in_.stems[i + 1])) break;
      // "No Redis, no Kafka" says each no of one thing.
      if (around.negations > 0 && (reading_.document.tokens[i + 1].gap & gap_comma)) listed = true;
      const bool beyond = colon || listed;      // "Stock does not move: PostgreSQL has it" negates nothing behind the colon
      colon = colon || (reading_.document.tokens[i].gap & gap_colon) != 0;
      if (ends_[i] < 0) continue;
      switch (in_.triggers[static_cast<std::size_t>(ends_[i])].kind) {
        case TriggerKind::negation:
          around.not_without = around.not_without || (around.negations == 1 && nearest == without_ && !beyond);
          if (around.negations == 0) nearest = in_.stems[i];
          around.negations += beyond ? 0 : 1;
          break;
        case TriggerKind::rejection: around.rejected = around.rejected || !(colon && said_before(static_cast<std::size_t>(ends_[i]))); break;
        case TriggerKind::deferral: around.deferred = true; break;
        case TriggerKind::comparison: around.compared = around.compared || back <= comparison_reach; break;
        default: break;
      }
    }
    if (around.negations == 0 && begins_with_no(mention.first)) around.negations = 1;
    for (std::size_t i = mention.last + 1; i < in_.stems.size() && i <= mention.last + reach && in_.clauses[i] == clause; ++i) {
      if (in_.stems[i] == and_ && i + 1 < in_.stems.size() && in_.vocabulary.begins_advice(in_.stems[i + 1])) break;
      if (starts_[i] < 0) continue;
      const TriggerKind kind = in_.triggers[static_cast<std::size_t>(starts_[i])].kind;
      around.rejected = around.rejected || (kind == TriggerKind::rejection_after && !has_object(static_cast<std::size_t>(starts_[i])));
      around.deferred = around.deferred || kind == TriggerKind::deferral;
    }
    return around;
  }

  /// "No step of ours waits for a number such as 70 % CPU": a clause that begins so denies all of it.
  bool begins_with_no(std::size_t token) const {
    std::size_t first = token;
    while (first > 0 && token - first < longest_clause && in_.clauses[first - 1] == in_.clauses[token]) --first;
    const std::string_view word = reading_.document.word(reading_.document.tokens[first]);
    return first < token && ends_[first] >= 0 && (word == "no" || word == "nobody" || word == "nothing" || word == "none");
  }

  Polarity polarity_of(const Mention& mention) const {
    const auto s = static_cast<std::size_t>(mention.sentence);
    if (reading_.document.tokens[mention.first].quoted) return Polarity::quoted;
    if (sentence_of(mention).question) return Polarity::asked;
    const Around around = look_around(mention);
    if (around.rejected) return Polarity::rejected;
    if (around.negations > 0 && !around.not_without) return Polarity::negated;
    if (around.compared && component(mention)) return Polarity::compared;
    if (around.deferred && component(mention)) return Polarity::deferred;
    if (conditional_[s] && component(mention) && in_.clauses[mention.first] != condition_clause_[s]) return Polarity::deferred;
    return Polarity::asserted;
  }

  /// "A or B": neither is stated alone.
  void pair_up(Mention& one, Mention& other) const {
    if (!component(one) || !component(other) || one.sentence != other.sentence || other.first <= one.last || other.first - one.last > alternative_reach) return;
    bool alternative = false;
    for (std::size_t i = one.last + 1; i < other.first; ++i)
      alternative = alternative || (starts_[i] >= 0 && in_.triggers[static_cast<std::size_t>(starts_[i])].kind == TriggerKind::alternative);
    if (!alternative) return;
    for (Mention* mention : {&one, &other})
      if (mention->polarity == Polarity::asserted) mention->polarity = Polarity::alternative;
    one.partner = other.concept_index;
    other.partner = one.concept_index;
  }

  Reading& reading_;
  const PolarityInput& in_;
  std::vector<int> starts_, ends_;            // by token: the trigger that begins or ends there
  std::vector<bool> begins_;                  // by token: a mention begins there
  std::vector<std::size_t> denied_from_;
  std::vector<bool> conditional_;
  std::vector<int> condition_clause_;
  int and_ = -1, without_ = -1;
};

}  // namespace

void read_polarity(Reading& reading, const PolarityInput& input) { Polarities(reading, input).run(); }

}  // namespace storewright::practice

#include "core/practice/text_mentions.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/base/text.h"
#include "core/practice/text_polarity.h"
#include "core/practice/text_topics.h"

namespace storewright::practice {
namespace {

// So many words in a row as in the question are copied from it.
constexpr std::size_t copied_run = 5;

struct UnitWord {
  std::string_view word;
  Unit unit;
  double factor;
};
constexpr double kb = 1024, minute = 60, hour = 3600, day = 86400;
constexpr UnitWord unit_words[] = {
    {"%", Unit::percent, 1}, {"percent", Unit::percent, 1}, {"ms", Unit::seconds, 0.001}, {"millisecond", Unit::seconds, 0.001},
    {"milliseconds", Unit::seconds, 0.001}, {"s", Unit::seconds, 1}, {"sec", Unit::seconds, 1}, {"secs", Unit::seconds, 1}, {"second", Unit::seconds, 1},
    {"seconds", Unit::seconds, 1}, {"min", Unit::seconds, minute}, {"mins", Unit::seconds, minute}, {"minute", Unit::seconds, minute},
    {"minutes", Unit::seconds, minute}, {"h", Unit::seconds, hour}, {"hour", Unit::seconds, hour}, {"hours", Unit::seconds, hour},
    {"day", Unit::seconds, day}, {"days", Unit::seconds, day}, {"week", Unit::seconds, 7 * day}, {"weeks", Unit::seconds, 7 * day},
    {"month", Unit::seconds, 30 * day}, {"months", Unit::seconds, 30 * day}, {"year", Unit::seconds, 365 * day}, {"years", Unit::seconds, 365 * day},
    {"kb", Unit::bytes, kb}, {"mb", Unit::bytes, kb * kb}, {"gb", Unit::bytes, kb * kb * kb}, {"tb", Unit::bytes, kb * kb * kb * kb}};
constexpr std::pair<std::string_view, double> multipliers[] = {{"k", 1e3}, {"thousand", 1e3}, {"m", 1e6}, {"million", 1e6}, {"billion", 1e9}, {"bn", 1e9}};
constexpr std::pair<std::string_view, double> number_words[] = {{"zero", 0}, {"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7},
                                                                {"eight", 8}, {"nine", 9}, {"ten", 10}, {"eleven", 11}, {"twelve", 12}, {"fourteen", 14}, {"fifteen", 15},
                                                                {"twenty", 20}, {"thirty", 30}, {"forty", 40}, {"fifty", 50}, {"sixty", 60}, {"ninety", 90}};

const UnitWord* unit_of(std::string_view word) {
  for (const UnitWord& unit : unit_words)
    if (unit.word == word) return &unit;
  return nullptr;
}

class AnswerReader {
 public:
  AnswerReader(Document document, const ReadingInput& input) : in_(input) {
    reading_.document = std::move(document);
    read_prompt();
    reading_.corrections = repair_words(reading_.document, in_.vocabulary, prompt_words_);
    join_other_names(reading_.document, in_.vocabulary);
  }

  Reading run() {
    find_stems();
    mark_copied();
    find_mentions();
    divide_clauses();
    for (Mention& mention : reading_.mentions) mention.clause = clauses_[mention.first];
    read_polarity(reading_, {in_.vocabulary, stems_, clauses_, triggers_});
    divide_parts();
    for (Mention& mention : reading_.mentions) mention.clause = clauses_[mention.first];
    bind_topics(reading_, in_, stems_);
    return std::move(reading_);
  }

 private:
  const std::vector<Token>& tokens() const { return reading_.document.tokens; }
  std::string_view word(std::size_t i) const { return reading_.document.word(tokens()[i]); }
  const Sentence& sentence_of(std::size_t token) const { return reading_.document.sentences[static_cast<std::size_t>(tokens()[token].sentence)]; }

  static unsigned long long run_of(const std::vector<std::string_view>& words, std::size_t at) {
    unsigned long long hash = 0;
    for (std::size_t i = at; i < at + copied_run; ++i) hash = hash * 1099511628211ull + fnv1a(words[i]);
    return hash;
  }

  void read_prompt() {
    for (const std::string& paragraph : in_.prompt) {
      for (std::string& one : words_in(paragraph)) prompt_words_.insert(std::move(one));
      const std::vector<std::string> words = in_.vocabulary.words_in(paragraph);
      std::vector<std::string_view> views(words.begin(), words.end());
      for (std::size_t i = 0; i + copied_run <= views.size(); ++i) prompt_runs_.insert(run_of(views, i));
    }
  }

  void find_stems() {
    for (std::size_t i = 0; i < tokens().size(); ++i) {
      stems_.push_back(in_.vocabulary.stem(word(i)));
      reading_.unknown_tokens += stems_.back() < 0 && !tokens()[i].number ? 1 : 0;
    }
  }

  void mark_copied() {
    copied_.assign(tokens().size(), false);
    std::vector<std::string_view> words;
    for (std::size_t i = 0; i < tokens().size(); ++i) words.push_back(word(i));
    for (std::size_t i = 0; i + copied_run <= words.size(); ++i)
      if (prompt_runs_.count(run_of(words, i)))
        for (std::size_t k = i; k < i + copied_run; ++k) copied_[k] = true;
    for (const bool copied : copied_) reading_.copied_tokens += copied ? 1 : 0;
  }

  void find_mentions() {
    inside_.assign(tokens().size(), false);
    for (std::size_t i = 0; i < tokens().size();) {
      const Found found = in_.vocabulary.longest(stems_, i, sentence_of(i).last, in_.owner);
      if (found.length == 0) {
        add_number(i);
        ++i;
        continue;
      }
      const std::size_t last = i + found.length - 1;
      for (const int index : found.concepts) add(index, i, last);
      // A form that is a concept here is no trigger: "eventually consistent", "no oversell".
      if (found.concepts.empty())
        for (const TriggerKind kind : found.triggers) {
          if (kind == TriggerKind::disowning) reading_.disowned = reading_.disowned || !tokens()[i].quoted;
          else if (kind != TriggerKind::harmless) triggers_.push_back({i, last, kind});
        }
      if (!found.concepts.empty() && last > i && !names_component(found.concepts)) find_inside(found.concepts, i, last);
      for (std::size_t k = i + 1; k <= last; ++k) inside_[k] = true;
      i = last + 1;
    }
  }

  /// "Holds the stock" names the stock, and "managed PostgreSQL" a database: what a longer form is about stays visible.
  void find_inside(const std::vector<int>& outer, std::size_t first, std::size_t last) {
    bool plain = true;                        // "no sharding" is a concept of its own and names no shards
    for (std::size_t i = first; i <= last; ++i) plain = plain && in_.vocabulary.longest(stems_, i, i + 1, in_.owner).triggers.empty();
    for (std::size_t i = first; i <= last; ++i) {
      const std::size_t end = i == first ? last : last + 1;
      const Found inner = in_.vocabulary.longest(stems_, i, end, in_.owner);
      for (const int index : inner.concepts) {
        const ConceptKind kind = in_.vocabulary.concepts()[static_cast<std::size_t>(index)].kind;
        const bool known = std::find(outer.begin(), outer.end(), index) != outer.end();
        if (!known && (kind == ConceptKind::slot || (kind == ConceptKind::component && plain))) add(index, i, i + inner.length - 1);
      }
      if (inner.length > 1) i += inner.length - 1;
    }
  }

  Mention& add(int index, std::size_t first, std::size_t last) {
    Mention mention{.concept_index = index, .first = first, .last = last, .sentence = tokens()[first].sentence, .copied = true};
    for (std::size_t k = first; k <= last; ++k) mention.copied = mention.copied && copied_[k];
    reading_.mentions.push_back(std::move(mention));
    return reading_.mentions.back();
  }

  void add_number(std::size_t i) {
    double value = tokens()[i].value;
    const std::size_t end = sentence_of(i).last;
    const UnitWord* unit = i + 1 < end ? unit_of(word(i + 1)) : nullptr;
    if (!tokens()[i].number) {
      const auto spelt = std::find_if(std::begin(number_words), std::end(number_words), [&](const auto& one) { return one.first == word(i); });
      if (spelt == std::end(number_words) || !unit) return;
      value = spelt->second;
    }
    std::size_t last = i;
    if (!unit && i + 1 < end)
      for (const auto& [name, factor] : multipliers)
        if (word(i + 1) == name) value *= factor, last = i + 1;
    // "5 to 10 seconds", "5-10 s": the unit stands behind the second number.
    if (!unit && i + 2 < end) {
      const std::size_t next = tokens()[i + 1].number ? i + 1 : word(i + 1) == "to" && tokens()[i + 2].number ? i + 2 : end;
      if (next + 1 < end) unit = unit_of(word(next + 1));
    } else if (unit) {
      last = i + 1;
    }
    Mention& mention = add(-1, i, last);
    mention.unit = unit ? unit->unit : Unit::none;
    mention.value = unit ? value * unit->factor : value;
  }

  bool names_component(const std::vector<int>& concepts) const {
    return std::any_of(concepts.begin(), concepts.end(), [&](int index) { return in_.vocabulary.concepts()[static_cast<std::size_t>(index)].kind == ConceptKind::component; });
  }
  bool component(const Mention& mention) const {
    return mention.concept_index >= 0 && in_.vocabulary.concepts()[static_cast<std::size_t>(mention.concept_index)].kind == ConceptKind::component;
  }

  /// Clauses end at semicolons, dashes, words like "but", and at commas that do not divide a list of components.
  void divide_clauses() {
    std::vector<char> begins(tokens().size(), 0), ends(tokens().size(), 0);   // a component begins or ends at the token
    for (const Mention& mention : reading_.mentions)
      if (component(mention)) begins[mention.first] = ends[mention.last] = 1;
    int clause = -1;
    for (std::size_t i = 0; i < tokens().size(); ++i) {
      const Token& token = tokens()[i];
      const bool new_sentence = i == 0 || tokens()[i - 1].sentence != token.sentence;
      bool breaks = new_sentence || (token.gap & (gap_semicolon | gap_dash)) != 0;
      if (!breaks && (token.gap & gap_comma)) {
        const bool list = ends[i - 1] && (begins[i] || (i + 1 < tokens().size() && begins[i + 1]));
        breaks = !list;
      }
      if (!breaks && !inside_[i] && !(i + 1 < tokens().size() && inside_[i + 1])) breaks = in_.vocabulary.begins_clause(stems_[i]);
      if (breaks) ++clause;
      clauses_.push_back(clause);
    }
  }

  /// "Stock in PostgreSQL and sessions in Redis" is two parts: each side of "and" has what is stored and where.
  void divide_parts() {
    struct Side {
      bool slot = false, other = false;
      bool whole() const { return slot && other; }
    };
    const int conjunction = in_.vocabulary.stem("and");
    std::vector<Side> by_token(tokens().size());
    for (const Mention& mention : reading_.mentions) {
      if (mention.concept_index < 0) continue;
      const ConceptKind kind = in_.vocabulary.concepts()[static_cast<std::size_t>(mention.concept_index)].kind;
      if (kind == ConceptKind::slot) by_token[mention.first].slot = true;
      if (kind == ConceptKind::component) by_token[mention.first].other = true;
    }
    int shift = 0;
    Side left;
    std::vector<int> parts(tokens().size());
    for (std::size_t i = 0; i < tokens().size(); ++i) {
      if (i == 0 || clauses_[i] != clauses_[i - 1]) left = {};
      if (conjunction >= 0 && stems_[i] == conjunction && left.whole() && right_of(i, conjunction, by_token)) {
        ++shift;
        left = {};
      }
      left.slot = left.slot || by_token[i].slot;
      left.other = left.other || by_token[i].other;
      parts[i] = clauses_[i] + shift;
    }
    clauses_ = std::move(parts);
  }

  template <class Sides>
  bool right_of(std::size_t at, int conjunction, const Sides& by_token) const {
    bool slot = false, other = false;
    for (std::size_t i = at + 1; i < tokens().size() && clauses_[i] == clauses_[at] && stems_[i] != conjunction; ++i) {
      slot = slot || by_token[i].slot;
      other = other || by_token[i].other;
    }
    return slot && other;
  }

  const ReadingInput& in_;
  Reading reading_;
  WordSet prompt_words_;
  std::set<unsigned long long> prompt_runs_;
  std::vector<int> stems_;
  std::vector<int> clauses_;
  std::vector<bool> copied_, inside_;
  std::vector<TriggerAt> triggers_;
};

}  // namespace

std::string_view words_of(Polarity polarity) {
  constexpr std::string_view words[] = {"stated", "said not to be", "ruled out", "left for later", "one of two", "compared with", "only asked", "only quoted"};
  return words[static_cast<int>(polarity)];
}

Reading read_answer(Document document, const ReadingInput& input) { return AnswerReader(std::move(document), input).run(); }

}  // namespace storewright::practice

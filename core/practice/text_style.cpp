#include "core/practice/text_style.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace storewright::practice {
namespace {

constexpr std::size_t fewest_words = 5, fewest_of_list = 5, fewest_of_shuffle = 12, fewest_of_topic = 60, fewest_definitions = 3, fewest_joints = 5, words_for_a_slot = 80;
constexpr std::string_view determiners[] = {"a", "an", "the", "its", "their", "our", "your", "my", "each", "every"};
constexpr std::string_view prepositions[] = {"of", "in", "on", "at", "by", "for", "with", "from", "into", "as", "than", "via", "per", "between", "without"};
constexpr std::string_view auxiliaries[] = {"is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "can", "could",
                                            "will", "would", "should", "may", "might", "must"};
constexpr std::string_view conjunctions[] = {"and", "or", "but", "if", "because", "so", "when", "while", "since"};
constexpr std::string_view others[] = {"it", "they", "we", "you", "i", "to", "this", "that", "these", "those", "which", "not", "no", "only", "then",
                                       "one", "all", "until", "before", "after", "never", "there", "them", "what", "who", "once"};

enum class Word { other, determiner, preposition, auxiliary, conjunction, small };

template <std::size_t size>
bool one_of(std::string_view word, const std::string_view (&words)[size]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

Word kind_of(std::string_view word) {
  if (one_of(word, determiners)) return Word::determiner;
  if (one_of(word, prepositions)) return Word::preposition;
  if (one_of(word, auxiliaries)) return Word::auxiliary;
  if (one_of(word, conjunctions)) return Word::conjunction;
  return one_of(word, others) ? Word::small : Word::other;
}

/// Two words that follow each other in no sentence; `next` other: the sentence ends.
bool implausible(Word word, Word next, bool ends) {
  if (word == Word::determiner) return ends || next == Word::determiner || next == Word::preposition || next == Word::auxiliary || next == Word::conjunction;
  if (word == Word::preposition) return ends || next == Word::preposition || next == Word::auxiliary || next == Word::conjunction;
  if (word == Word::conjunction) return ends || next == Word::conjunction;
  return word == Word::auxiliary && ends;
}

/// Reasons for nothing: a sentence in which every few words "because", "so" or "hence" joins the next name.
bool glued(const Reading& reading) {
  static constexpr std::string_view joints[] = {"because", "therefore", "thus", "hence", "since", "so", "when", "if", "as"};
  for (const Sentence& sentence : reading.document.sentences) {
    std::size_t count = 0;
    for (std::size_t i = sentence.first; i < sentence.last; ++i) count += one_of(reading.document.word(reading.document.tokens[i]), joints) ? 1 : 0;
    if (count >= fewest_joints && count * 7 >= sentence.last - sentence.first) return true;
  }
  return false;
}

bool in_fields(const Reading& reading) {
  return std::any_of(reading.document.fields.begin(), reading.document.fields.end(), [](const FieldText& field) { return field.id != "text"; });
}

bool labelled(const Reading& reading) {
  return std::any_of(reading.document.sentences.begin(), reading.document.sentences.end(), [](const Sentence& sentence) { return sentence.label > 0; });
}

/// Whether a text hardly speaks of what the question asks about: fewer than two of its slots, or one in so many words.
bool elsewhere(const Reading& reading, const Vocabulary& vocabulary, int owner, const std::vector<int>& expected) {
  const auto meant = [&](const Mention& mention) { return std::binary_search(expected.begin(), expected.end(), mention.concept_index); };
  if (!expected.empty() && std::none_of(reading.mentions.begin(), reading.mentions.end(), meant)) return true;
  if (labelled(reading)) return false;        // "(b)" says itself what it is about
  std::vector<int> slots;
  std::size_t named = 0;
  for (const Mention& mention : reading.mentions) {
    if (mention.concept_index < 0) continue;
    const Concept& one = vocabulary.concepts()[static_cast<std::size_t>(mention.concept_index)];
    if (one.kind != ConceptKind::slot || one.owner != owner) continue;
    ++named;
    if (std::find(slots.begin(), slots.end(), mention.concept_index) == slots.end()) slots.push_back(mention.concept_index);
  }
  return slots.size() < 2 || named * words_for_a_slot < reading.document.tokens.size();
}

bool owns_slots(const Vocabulary& vocabulary, int owner) {
  return std::any_of(vocabulary.concepts().begin(), vocabulary.concepts().end(),
                     [&](const Concept& one) { return one.kind == ConceptKind::slot && one.owner == owner; });
}

/// Pictures and words of other scripts: every third token or more.
bool is_foreign_script(const Reading& reading) {
  std::size_t foreign = 0;
  for (std::size_t i = 0; i < reading.document.tokens.size(); ++i) {
    const std::string_view word = reading.document.word(reading.document.tokens[i]);
    foreign += word.find(foreign_letter) != word.npos ? 1 : 0;
  }
  return foreign * 3 >= reading.document.tokens.size();
}

std::string_view word_at(const Reading& reading, std::size_t i) { return reading.document.word(reading.document.tokens[i]); }

/// "A transaction is a group of operations": says what a word means, and nothing of this system.
bool defines(const Reading& reading, const Sentence& sentence, const std::vector<std::size_t>& ends) {
  std::size_t i = sentence.first;
  if (i < sentence.last && one_of(word_at(reading, i), determiners)) ++i;
  if (i >= sentence.last || ends[i] == 0) return false;
  while (i < sentence.last && ends[i] > i) i = ends[i];
  if (i + 1 >= sentence.last) return false;
  return word_at(reading, i) == "means" || (word_at(reading, i) == "stands" && word_at(reading, i + 1) == "for") || (word_at(reading, i) == "is" && (word_at(reading, i + 1) == "a" || word_at(reading, i + 1) == "an"));
}

bool only_definitions(const Reading& reading) {
  std::vector<std::size_t> ends(reading.document.tokens.size(), 0);   // by first token of a mention: one past its last
  for (const Mention& mention : reading.mentions)
    if (mention.concept_index >= 0) ends[mention.first] = std::max(ends[mention.first], mention.last + 1);
  std::size_t definitions = 0;
  for (const Sentence& sentence : reading.document.sentences) definitions += defines(reading, sentence, ends) ? 1 : 0;
  return definitions >= fewest_definitions && definitions * 2 >= reading.document.sentences.size();
}

/// Names hung together by underscores and marks of code, more of them than of words.
bool is_code(const Reading& reading) {
  // Without this bound two brackets would make code of a short note.
  if (reading.document.tokens.size() < fewest_of_shuffle) return false;
  std::size_t joined = 0, marks = 0;
  for (const Token& token : reading.document.tokens) joined += token.joined ? 1 : 0;
  for (const FieldText& field : reading.document.fields)
    for (const char c : field.folded.text) marks += c == '{' || c == '}' || c == '(' || c == ')' || c == '=' || c == ';' || c == '_' ? 1 : 0;
  const std::size_t tokens = reading.document.tokens.size();
  return joined * 3 >= tokens || marks * 3 >= tokens;
}

}  // namespace

std::string_view name_of(Style style) {
  constexpr std::string_view names[] = {"sentences", "too_short", "keywords", "shuffled", "off_topic", "foreign", "code", "disowned", "definitions"};
  return names[static_cast<int>(style)];
}

Style style_of(const Reading& reading, const Vocabulary& vocabulary, int owner, const std::vector<int>& expected) {
  const auto& tokens = reading.document.tokens;
  // "Sessions: Redis" fills a place, and so do few words in a field that asks for one thing; one word never does.
  const bool placed = tokens.size() > 1 && (reading.document.fields[static_cast<std::size_t>(tokens[0].field)].id != "text" || (tokens[1].gap & (gap_colon | gap_arrow)));
  if (tokens.size() < fewest_words && !placed) return Style::too_short;
  if (tokens.size() >= fewest_words && is_code(reading)) return Style::code;
  if (!tokens.empty() && is_foreign_script(reading)) return Style::foreign;
  if (reading.disowned) return Style::disowned;
  std::size_t small = 0, leading = 0, odd = 0, marks = 0, commas = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Word word = kind_of(reading.document.word(tokens[i]));
    small += word != Word::other ? 1 : 0;
    commas += tokens[i].gap & gap_comma ? 1 : 0;
    marks += tokens[i].gap & (gap_colon | gap_arrow | gap_bracket) ? 1 : 0;
    if (word == Word::other || word == Word::small) continue;
    ++leading;
    const bool ends = i + 1 == tokens.size() || tokens[i + 1].sentence != tokens[i].sentence;
    odd += implausible(word, ends ? Word::other : kind_of(reading.document.word(tokens[i + 1])), ends) ? 1 : 0;
  }
  std::size_t named = 0, after = 0;           // tokens inside of concepts
  for (const Mention& mention : reading.mentions) {
    if (mention.concept_index < 0 || mention.first < after) continue;
    named += mention.last - mention.first + 1;
    after = mention.last + 1;
  }
  // Of the texts of this site at most 2 in 73 such pairs are odd; of words in a random order nearly always more than 1 in 16.
  const bool random = (odd >= 3 && odd * 11 >= leading) || (odd >= 4 && odd * 16 >= leading);
  if (tokens.size() >= fewest_of_shuffle && (random || glued(reading))) return Style::shuffled;
  if (tokens.size() >= fewest_of_shuffle && small * 6 < tokens.size() && reading.unknown_tokens * 2 >= tokens.size()) return Style::foreign;
  const bool only_names = commas * 2 >= tokens.size() || (tokens.size() >= fewest_of_shuffle && small * 5 < tokens.size() && named * 4 >= tokens.size() * 3 && marks * 12 < tokens.size());
  const bool list = only_names || (small * 10 < tokens.size() && named * 5 >= tokens.size() * 2 && marks * 12 < tokens.size());
  if (tokens.size() >= fewest_of_list && list) return Style::keywords;
  if (only_definitions(reading)) return Style::definitions;
  // A field says itself what it is about.
  const bool long_enough = tokens.size() >= fewest_of_topic && owns_slots(vocabulary, owner) && !in_fields(reading);
  return long_enough && elsewhere(reading, vocabulary, owner, expected) ? Style::off_topic : Style::sentences;
}

}  // namespace storewright::practice

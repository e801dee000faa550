#include "core/practice/grade_words.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/base/text.h"
#include "core/practice/text_condition.h"

namespace storewright::practice {
namespace {

constexpr std::size_t most_evidence = 6, most_touched = 3, copied_run = 5;
constexpr int part_of_keywords = 4;           // of words without sentences a quarter counts
constexpr int most_doubtful = 4;
constexpr int most_unreconciled = 3;          // who says this many things and their opposite as well has not decided

class WordsMarking {
 public:
  WordsMarking(const WordsInput& input, Document document)
      : in_(input), reading_(read_answer(std::move(document), {input.vocabulary, input.owner, input.prompt, input.fields})), style_(style_of(reading_, input.vocabulary, input.owner, input.patterns.expects)) {}

  WordsGrade run() {
    collect_denials();
    WordsGrade grade{.style = style_, .copied_model = copied()};
    for (const Criterion& criterion : in_.criteria) grade.marks.push_back(mark_of(criterion));
    if (unreconciled_ >= most_unreconciled || doubtful_ >= most_doubtful)
      for (Mark& mark : grade.marks) halve(mark);
    for (const Correction& one : reading_.corrections) grade.read_as.push_back("read “" + one.written + "” as " + one.meant);
    return grade;
  }

 private:
  struct Found {
    bool met = false, partly = false;
    bool both = false;                        // met, and something is said against it
    bool doubtful = false;                    // something like it is denied elsewhere
    std::vector<std::size_t> evidence;
    const std::string* against = nullptr;     // why something said is against it
    std::string misconception;
    std::vector<std::size_t> against_evidence;
  };

  Found find(const CriterionPattern& pattern) {
    Found found;
    Match met = match(pattern.met, reading_, in_.vocabulary);
    found.met = met.found;
    if (!met.found && pattern.has_partly) met = match(pattern.partly, reading_, in_.vocabulary), found.partly = met.found;
    found.evidence = std::move(met.evidence);
    for (const AgainstPattern& against : pattern.against) {
      const Match said = match(against.when, reading_, in_.vocabulary);
      if (!said.found || (against.has_unless && match(against.unless, reading_, in_.vocabulary).found)) continue;
      if (!found.against) {
        found.against = &against.why;
        found.misconception = against.misconception;
      }
      found.against_evidence.insert(found.against_evidence.end(), said.evidence.begin(), said.evidence.end());
    }
    found.both = found.against && found.met;
    if (found.both) found.met = met_beside(pattern);
    if (!found.against) check_exclusive(pattern, found);
    if (!found.against && found.met) check_denied(pattern, found);
    return found;
  }

  /// What is stated of something and elsewhere denied of the same counts half, whichever was meant and whichever comes first,
  /// unless as much is stated beside it.
  void check_denied(const CriterionPattern& pattern, Found& found) {
    static const std::string why = "elsewhere you deny it. Say which of the two holds.";
    static const std::string at_once = "at once you deny it. Say which of the two holds.";
    std::vector<bool> denied(reading_.mentions.size(), false), doubtful(reading_.mentions.size(), false);
    const std::string* reason = nullptr;
    std::vector<std::size_t> shown;
    for (const std::size_t index : match_everywhere(pattern.met, reading_, in_.vocabulary).evidence) {
      const Mention& stated = reading_.mentions[index];
      if (reading_.unsaid[static_cast<std::size_t>(stated.sentence)]) {
        denied[index] = doubtful[index] = true;
        if (!reason) reason = &at_once, shown = {index};
      }
      if (stated.concept_index < 0 || stated.polarity != Polarity::asserted || kind_of(stated) == ConceptKind::slot) continue;
      doubtful[index] = doubtful[index] || denial_of(stated, "");
      const std::size_t* same = denial_of(stated, words_of(stated));
      if (!same) continue;
      denied[index] = true;
      if (!reason) reason = &why, shown = {index, *same};
    }
    if (reason && !met_without(pattern, denied)) {
      found.against = reason;
      found.against_evidence = std::move(shown);
    } else {
      found.doubtful = std::find(doubtful.begin(), doubtful.end(), true) != doubtful.end() && !met_without(pattern, doubtful);
    }
  }

  /// Where a concept is denied: by slot, and of nothing in particular.
  struct Denials {
    std::size_t first = 0, anywhere = 0;
    bool of_all = false;
    std::map<int, std::size_t> by_slot;
  };

  /// Collected once, so that looking a denial up does not depend on how many there are.
  void collect_denials() {
    for (std::size_t i = 0; i < reading_.mentions.size(); ++i) {
      const Mention& mention = reading_.mentions[i];
      if (mention.concept_index < 0 || (mention.polarity != Polarity::negated && mention.polarity != Polarity::rejected)) continue;
      for (const std::string& words : {std::string(), words_of(mention)}) {
        const auto [place, fresh] = denials_.emplace(std::pair(mention.concept_index, words), Denials{.first = i});
        Denials& denials = place->second;
        if (mention.about.empty() && !denials.of_all) denials.of_all = true, denials.anywhere = i;
        for (const int slot : mention.about) denials.by_slot.emplace(slot, i);
      }
    }
  }

  /// The mention that denies the concept of `stated` in `words` ("": in any), of the same data; null for none.
  const std::size_t* denial_of(const Mention& stated, const std::string& words) const {
    const auto found = denials_.find({stated.concept_index, words});
    if (found == denials_.end()) return nullptr;
    const Denials& denials = found->second;
    if (stated.about.empty()) return &denials.first;
    if (denials.of_all) return &denials.anywhere;
    for (const int slot : stated.about)
      if (const auto place = denials.by_slot.find(slot); place != denials.by_slot.end()) return &place->second;
    return nullptr;
  }

  std::string words_of(const Mention& mention) const {
    std::string words;
    for (std::size_t i = mention.first; i <= mention.last; ++i) words += std::string(reading_.document.word(reading_.document.tokens[i])) + ' ';
    return words;
  }

  ConceptKind kind_of(const Mention& mention) const { return in_.vocabulary.concepts()[static_cast<std::size_t>(mention.concept_index)].kind; }

  /// Whether the criterion is met without any sentence that speaks against it: what is wrong adds nothing to what is right.
  bool met_beside(const CriterionPattern& pattern) const {
    std::vector<bool> against(reading_.document.sentences.size(), false);
    for (const AgainstPattern& one : pattern.against)
      for (const std::size_t index : match_everywhere(one.when, reading_, in_.vocabulary).evidence) against[static_cast<std::size_t>(reading_.mentions[index].sentence)] = true;
    std::vector<bool> left_out;
    for (const Mention& mention : reading_.mentions) left_out.push_back(against[static_cast<std::size_t>(mention.sentence)]);
    return met_without(pattern, left_out);
  }

  bool met_without(const CriterionPattern& pattern, const std::vector<bool>& left_out) const {
    Reading rest{.linked = reading_.linked, .unsaid = reading_.unsaid};
    rest.document.sentences = reading_.document.sentences;
    for (std::size_t i = 0; i < reading_.mentions.size(); ++i)
      if (!left_out[i]) rest.mentions.push_back(reading_.mentions[i]);
    return match(pattern.met, rest, in_.vocabulary).found;
  }

  void check_exclusive(const CriterionPattern& pattern, Found& found) const {
    for (const ExclusivePattern& exclusive : in_.patterns.exclusive) {
      if (exclusive.criterion != pattern.criterion) continue;
      const TextCondition several{.op = TextCondition::Op::distinct, .count = 2, .concepts = exclusive.concepts, .about = exclusive.about};
      Match said = match(several, reading_, in_.vocabulary);
      if (!said.found) continue;
      found.against = &exclusive.why;
      found.against_evidence = std::move(said.evidence);
    }
  }

  Mark mark_of(const Criterion& criterion) {
    Mark mark{.id = criterion.id, .max_points = criterion.points, .skill = criterion.skill, .asks = criterion.asks, .guide = criterion.guide};
    const CriterionPattern* pattern = in_.patterns.of(criterion.id);
    if (!pattern) return unread(criterion, std::move(mark), {});
    const Found found = find(*pattern);
    doubtful_ += found.met && (found.doubtful || found.against) ? 1 : 0;
    if (found.against && (style_ == Style::too_short || no_statement().empty())) return contradicted(criterion, std::move(mark), found);
    if (!found.met && !found.partly && !found.against) return unread(criterion, std::move(mark), touched(pattern->met, reading_, in_.vocabulary, most_touched));
    show(mark, found.evidence);
    if (const std::string_view untold = no_statement(); !untold.empty()) {
      mark.state = MarkState::cannot_tell;
      mark.why = untold;
    } else if (style_ != Style::sentences) {
      mark.state = MarkState::partly;
      mark.points = criterion.points / part_of_keywords;
      mark.why = style_ == Style::off_topic ? "We see words that fit, but hardly one of what this question is about: say which data you mean."
                                            : "We see the words, but not how they belong together: show your reasons in sentences.";
    } else {
      mark.state = found.met ? MarkState::met : MarkState::partly;
      mark.points = found.met ? criterion.points : criterion.points / 2;
      mark.why = found.met ? criterion.why : "A part of this is there.";
      if (!found.met) say_why_half(*pattern, mark);
    }
    if (mark.state != MarkState::met) ask_more(criterion, mark);
    return mark;
  }

  void say_why_half(const CriterionPattern& pattern, Mark& mark) const {
    for (const AgainstPattern& half : pattern.half) {
      if (!said(half)) continue;
      mark.why = half.why;
      mark.misconception = half.misconception;
      return;
    }
  }

  bool said(const AgainstPattern& pattern) const {
    return match(pattern.when, reading_, in_.vocabulary).found && !(pattern.has_unless && match(pattern.unless, reading_, in_.vocabulary).found);
  }

  /// Why what was found is no statement yet, "" when it may be one.
  std::string_view no_statement() const {
    switch (style_) {
      case Style::too_short: return "We see the word, but a word alone is no statement yet: say what it does, and why.";
      case Style::foreign: return "We see the word, but not what is said of it: we read English only.";
      case Style::code: return "We see the word in code: say in a sentence what you would do.";
      case Style::disowned: return "We see the words, but you take back what you write: say what you would do yourself.";
      case Style::definitions: return "You say what the word means: say what you would do here.";
      default: return "";
    }
  }

  static void halve(Mark& mark) {
    if (mark.state != MarkState::met) return;
    mark.state = MarkState::partly;
    mark.points = mark.max_points / 2;
    mark.why = "You say this, but several other things together with their opposite: say which of them hold.";
  }

  Mark contradicted(const Criterion& criterion, Mark mark, const Found& found) {
    const bool half = found.met && style_ == Style::sentences;
    unreconciled_ += (half || found.both) && style_ == Style::sentences ? 1 : 0;
    mark.state = half ? MarkState::partly : MarkState::contradicted;
    mark.points = half ? criterion.points / 2 : 0;
    mark.why = half ? "You say this, and something that does not go with it: " + *found.against : *found.against;
    mark.misconception = found.misconception;
    show(mark, found.against_evidence);
    ask_more(criterion, mark);
    return mark;
  }

  /// Nothing that counts was recognised; what comes near it is shown, because it may count all the same.
  Mark unread(const Criterion& criterion, Mark mark, const std::vector<std::size_t>& near) const {
    mark.state = near.empty() ? MarkState::not_found : MarkState::cannot_tell;
    mark.why = near.empty() ? "We found nothing on this in your answer." : "You write of this, but we could not tell whether it says what is asked.";
    show(mark, near);
    ask_more(criterion, mark);
    return mark;
  }

  static void ask_more(const Criterion& criterion, Mark& mark) {
    mark.question = criterion.question;
    mark.complete = criterion.complete;
  }

  void show(Mark& mark, std::vector<std::size_t> evidence) const {
    std::sort(evidence.begin(), evidence.end());
    evidence.erase(std::unique(evidence.begin(), evidence.end()), evidence.end());
    if (evidence.size() > most_evidence) evidence.resize(most_evidence);
    std::size_t last_token = static_cast<std::size_t>(-1);
    for (const std::size_t index : evidence) {
      const Mention& mention = reading_.mentions[index];
      const Token& first = reading_.document.tokens[mention.first];
      if (mention.first != last_token)
        mark.evidence.push_back({reading_.document.original_start(first), reading_.document.original_end(reading_.document.tokens[mention.last]),
                                 reading_.document.fields[static_cast<std::size_t>(first.field)].id});
      last_token = mention.first;
      const std::string words = understood(mention);
      if (mark.understood.find(words) == std::string::npos) mark.understood += (mark.understood.empty() ? "" : "; ") + words;
    }
  }

  const std::string& label(int concept_index) const { return in_.vocabulary.concepts()[static_cast<std::size_t>(concept_index)].label; }

  /// "stock ← PostgreSQL, stated".
  std::string understood(const Mention& mention) const {
    if (mention.concept_index < 0) return number_words(mention);
    if (in_.vocabulary.concepts()[static_cast<std::size_t>(mention.concept_index)].kind == ConceptKind::slot) return label(mention.concept_index);
    std::string about;
    for (std::size_t i = 0; i < mention.about.size() && i < 2; ++i) about += (i ? ", " : "") + label(mention.about[i]);
    return (about.empty() ? "" : about + " ← ") + label(mention.concept_index) + ", " + std::string(practice::words_of(mention.polarity));
  }

  static std::string number_words(const Mention& mention) {
    constexpr std::string_view units[] = {"", " s", " %", " bytes"};
    return display_number(mention.value, 3) + std::string(units[static_cast<int>(mention.unit)]);
  }

  bool copied() const {
    const auto run_at = [](const auto& words, std::size_t at) {
      unsigned long long hash = 0;
      for (std::size_t i = at; i < at + copied_run; ++i) hash = hash * 1099511628211ull + fnv1a(words[i]);
      return hash;
    };
    std::vector<unsigned long long> runs;
    for (const std::string& paragraph : in_.model) {
      const std::vector<std::string> words = words_in(paragraph);
      for (std::size_t i = 0; i + copied_run <= words.size(); ++i) runs.push_back(run_at(words, i));
    }
    std::sort(runs.begin(), runs.end());
    std::vector<std::string> words;           // as they are written, like those of the model answer
    for (const FieldText& field : reading_.document.fields)
      for (std::string& word : words_in(field.folded.text)) words.push_back(std::move(word));
    std::size_t same = 0, all = 0;
    for (std::size_t i = 0; i + copied_run <= words.size(); ++i, ++all) same += std::binary_search(runs.begin(), runs.end(), run_at(words, i)) ? 1 : 0;
    return all > 0 && same * 5 > all * 4;
  }

  const WordsInput& in_;
  Reading reading_;
  Style style_;
  std::map<std::pair<int, std::string>, Denials> denials_;   // by concept and words, "" for any words
  int doubtful_ = 0;                          // criteria that are met, and something of them denied
  int unreconciled_ = 0;                      // criteria that are met and contradicted
};

}  // namespace

WordsGrade grade_words(const WordsInput& input, const NamedTexts& texts) {
  Document document;
  for (const auto& [field, text] : texts) add_field(document, field, text);
  return WordsMarking(input, std::move(document)).run();
}

}  // namespace storewright::practice

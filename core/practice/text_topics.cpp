#include "core/practice/text_topics.h"

#include <algorithm>
#include <cstddef>

namespace storewright::practice {
namespace {

constexpr std::size_t most_slots = 6;         // of one clause; more are a list of words, not a statement
constexpr std::size_t heading_tokens = 8;

using Slots = std::vector<int>;

void add(Slots& slots, int slot) {
  if (slots.size() < most_slots && std::find(slots.begin(), slots.end(), slot) == slots.end()) slots.push_back(slot);
}

class Topics {
 public:
  Topics(Reading& reading, const ReadingInput& input, const std::vector<int>& stems) : reading_(reading), in_(input), stems_(stems) {}

  void run() {
    auto& mentions = reading_.mentions;
    std::size_t m = 0;
    reading_.linked.assign(reading_.document.sentences.size(), false);
    for (std::size_t s = 0; s < reading_.document.sentences.size(); ++s) {
      const std::size_t first = m;
      while (m < mentions.size() && mentions[m].sentence == static_cast<int>(s)) ++m;
      goes_on_ = same_block_ = false;
      begin_sentence(s);
      bind(s, first, m);
    }
  }

 private:
  bool slot(const Mention& mention) const {
    return mention.concept_index >= 0 && in_.vocabulary.concepts()[static_cast<std::size_t>(mention.concept_index)].kind == ConceptKind::slot;
  }
  bool component(const Mention& mention) const {
    return mention.concept_index >= 0 && in_.vocabulary.concepts()[static_cast<std::size_t>(mention.concept_index)].kind == ConceptKind::component;
  }

  void begin_sentence(std::size_t s) {
    const auto& sentences = reading_.document.sentences;
    const Sentence& here = sentences[s];
    const int field = reading_.document.tokens[here.first].field;
    const bool first_of_field = s == 0 || reading_.document.tokens[sentences[s - 1].first].field != field;
    if (first_of_field) {
      topic_ = field_topic(field);
      heading_ = topic_;
      labelled_topic(here, field);
      return;
    }
    if (labelled_topic(here, field)) return;
    bool goes_on = false;
    for (std::size_t i = here.first; i < std::min(here.first + 2, here.last); ++i) goes_on = goes_on || in_.vocabulary.links(stems_[i]);
    const bool same_block = sentences[s - 1].block == here.block;
    goes_on_ = goes_on && !here.item;
    same_block_ = same_block && !here.item;
    if (here.item || (!same_block && !goes_on)) topic_ = heading_;
  }

  /// In the box for a whole answer "(b)" names the second thing that is asked.
  bool labelled_topic(const Sentence& sentence, int field) {
    const auto asked = static_cast<std::size_t>(sentence.label);
    if (asked == 0 || asked > in_.fields.size() || reading_.document.fields[static_cast<std::size_t>(field)].id != "text") return false;
    heading_ = topic_ = slots_of(in_.fields[asked - 1]);
    return true;
  }

  Slots slots_of(const WordField& field) const {
    Slots slots;
    for (const std::string& id : field.about)
      if (const int index = in_.vocabulary.concept_index(id, in_.owner); index >= 0) add(slots, index);
    return slots;
  }

  Slots field_topic(int field) const {
    for (const WordField& one : in_.fields)
      if (one.id == reading_.document.fields[static_cast<std::size_t>(field)].id) return slots_of(one);
    return {};
  }

  void bind(std::size_t s, std::size_t first, std::size_t last) {
    auto& mentions = reading_.mentions;
    bool has_component = false;
    Slots whole;
    for (std::size_t i = first; i < last; ++i) {
      has_component = has_component || component(mentions[i]);
      if (slot(mentions[i])) add(whole, mentions[i].concept_index);
    }
    const Slots field = field_topic(reading_.document.tokens[reading_.document.sentences[s].first].field);
    Slots before = {};
    for (std::size_t i = first; i < last;) {
      std::size_t end = i;
      Slots own;
      for (; end < last && mentions[end].clause == mentions[i].clause; ++end)
        if (slot(mentions[end])) add(own, mentions[end].concept_index);
      Slots chosen = !own.empty() ? own : !before.empty() ? before : !whole.empty() ? whole : topic_;
      // What is said in a field of one thing is said of that thing, whatever else it names.
      if (field.size() == 1) add(chosen, field[0]);
      for (; i < end; ++i) mentions[i].about = chosen;
      if (!own.empty()) before = own;
    }
    // A sentence that names its own subject is a statement by itself, wherever it stands.
    reading_.linked[s] = goes_on_ || (same_block_ && whole.empty());
    if (whole.empty()) return;
    topic_ = whole;
    const Sentence& here = reading_.document.sentences[s];
    if (!has_component && here.last - here.first <= heading_tokens) heading_ = whole;
  }

  Reading& reading_;
  const ReadingInput& in_;
  const std::vector<int>& stems_;
  Slots topic_, heading_;
  bool goes_on_ = false, same_block_ = false;
};

}  // namespace

void bind_topics(Reading& reading, const ReadingInput& input, const std::vector<int>& stems) { Topics(reading, input, stems).run(); }

}  // namespace storewright::practice

#include "core/practice/vocabulary.h"

#include <algorithm>
#include <set>

#include "core/practice/text_document.h"
#include "core/practice/text_meant.h"
#include "core/practice/text_stem.h"

namespace storewright::practice {
namespace {

constexpr std::size_t shortest_correctable = 5;

bool letters_only(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

Vocabulary::Vocabulary(Lexicon lexicon) : lexicon_(std::move(lexicon)) {
  learn_names();
  join_names();
  std::set<std::string> forms, correctable;
  std::set<std::string> listed;
  const auto note = [&](std::set<std::string>& words, std::string_view text) {
    for (const std::string& word : practice::words_in(text)) {
      if (word.size() >= shortest_correctable && letters_only(word)) words.insert(word);
      listed.insert(word);
    }
  };
  for (std::size_t i = 0; i < lexicon_.concepts.size(); ++i)
    for (const std::string& form : lexicon_.concepts[i].forms) {
      if (Node* node = node_of(form); node) {
        const int index = static_cast<int>(i);
        if (std::find(node->concepts.begin(), node->concepts.end(), index) == node->concepts.end()) node->concepts.push_back(index);
      }
      note(forms, form);
    }
  for (const std::vector<std::string>& names : lexicon_.names)
    for (const std::string& name : names) {
      for (const std::string& word : practice::words_in(name)) learn(word);
      note(forms, name);
    }
  for (const auto& [kind, form] : lexicon_.triggers) {
    if (Node* node = node_of(form); node) node->triggers.push_back(kind);
    note(forms, form);
  }
  for (const auto& [one, other] : lexicon_.protected_pairs) {
    learn(one);
    learn(other);
    listed.insert(one);
    listed.insert(other);
  }
  breaks_ = stems_of(lexicon_.breaks);
  conditions_ = stems_of(lexicon_.conditions);
  adopting_ = stems_of(lexicon_.adopting);
  links_ = stems_of(lexicon_.links);
  verbs_ = stems_of(lexicon_.verbs);
  for (const std::string& words : lexicon_.common)
    for (const std::string& word : practice::words_in(words)) learn(word);
  forms_.assign(forms.begin(), forms.end());
  // A word of the language that is as near as one of a concept is what was meant as well.
  correctable = std::move(forms);
  for (const auto* words : {&lexicon_.breaks, &lexicon_.conditions, &lexicon_.adopting, &lexicon_.links, &lexicon_.verbs, &lexicon_.common})
    for (const std::string& word : *words) note(correctable, word);
  correctable_.assign(correctable.begin(), correctable.end());
  listed_.assign(listed.begin(), listed.end());
}

void Vocabulary::learn_names() {
  for (const std::vector<std::string>& names : lexicon_.names)
    for (std::size_t i = 1; i < names.size(); ++i) {
      Alias alias{.meant = names[0]};
      for (const std::string& word : practice::words_in(names[i])) alias.stems.push_back(stem_of(word));
      if (!alias.stems.empty()) aliases_[alias.stems[0]].push_back(std::move(alias));
    }
  for (auto& [stem, aliases] : aliases_)
    std::stable_sort(aliases.begin(), aliases.end(), [](const Alias& one, const Alias& other) { return one.stems.size() > other.stems.size(); });
}

/// The names of one product are one word: "stays on mongo" is "stays on mongodb".
void Vocabulary::join_names() {
  for (const Concept& one : lexicon_.concepts) {
    if (one.kind != ConceptKind::component || one.owner != Concept::everybody) continue;
    int name = -1;
    for (const std::string& form : one.forms) {
      const std::vector<std::string> words = words_in(form);
      if (words.size() != 1) continue;
      if (name < 0) name = learn(words[0]);
      else stems_.emplace(stem_of(words[0]), name);
    }
  }
}

bool Vocabulary::has(const std::vector<int>& sorted, int stem) { return std::binary_search(sorted.begin(), sorted.end(), stem); }

std::vector<int> Vocabulary::stems_of(const std::vector<std::string>& words) {
  std::vector<int> stems;
  for (const std::string& word : words) stems.push_back(learn(word));
  std::sort(stems.begin(), stems.end());
  return stems;
}

int Vocabulary::learn(std::string_view word) {
  const auto [place, fresh] = stems_.emplace(stem_of(word), next_stem_);
  next_stem_ += fresh ? 1 : 0;
  return place->second;
}

Vocabulary::Node* Vocabulary::node_of(const std::string& form) {
  int node = 0;
  for (const std::string& word : words_in(form)) {
    const auto [edge, fresh] = edges_.emplace(std::pair(node, learn(word)), static_cast<int>(nodes_.size()));
    if (fresh) nodes_.emplace_back();
    node = edge->second;
  }
  return node == 0 ? nullptr : &nodes_[static_cast<std::size_t>(node)];
}

OtherName Vocabulary::other_name(const std::vector<std::string>& stems, std::size_t at, std::size_t end) const {
  const auto found = aliases_.find(stems[at]);
  if (found == aliases_.end()) return {};
  for (const Alias& alias : found->second) {
    bool same = at + alias.stems.size() <= end;
    for (std::size_t i = 1; same && i < alias.stems.size(); ++i) same = alias.stems[i] == stems[at + i];
    if (same) return {alias.stems.size(), alias.meant};
  }
  return {};
}

std::vector<std::string> Vocabulary::words_in(std::string_view text) const {
  Document document;
  add_field(document, "", text);
  join_other_names(document, *this);
  std::vector<std::string> words;
  for (const Token& token : document.tokens) words.emplace_back(document.word(token));
  return words;
}

bool Vocabulary::lists(std::string_view word) const { return std::binary_search(listed_.begin(), listed_.end(), word); }

bool Vocabulary::matters(std::string_view word) const { return std::binary_search(forms_.begin(), forms_.end(), word); }

int Vocabulary::stem(std::string_view word) const {
  const auto found = stems_.find(stem_of(word));
  return found == stems_.end() ? -1 : found->second;
}

Found Vocabulary::longest(const std::vector<int>& stems, std::size_t at, std::size_t end, int owner) const {
  Found found;
  int node = 0;
  for (std::size_t i = at; i < end; ++i) {
    const auto edge = edges_.find({node, stems[i]});
    if (edge == edges_.end()) break;
    node = edge->second;
    const Node& here = nodes_[static_cast<std::size_t>(node)];
    std::vector<int> known;
    for (const int index : here.concepts) {
      const int whose = lexicon_.concepts[static_cast<std::size_t>(index)].owner;
      if (whose == Concept::everybody || whose == owner) known.push_back(index);
    }
    if (!known.empty() || !here.triggers.empty()) found = {i - at + 1, std::move(known), here.triggers};
  }
  return found;
}

int Vocabulary::concept_index(std::string_view id, int owner) const {
  int everybodys = -1;
  for (std::size_t i = 0; i < lexicon_.concepts.size(); ++i) {
    const Concept& one = lexicon_.concepts[i];
    if (one.id != id) continue;
    if (one.owner == owner) return static_cast<int>(i);
    if (one.owner == Concept::everybody) everybodys = static_cast<int>(i);
  }
  return everybodys;
}

std::vector<int> Vocabulary::narrower(int index) const {
  std::vector<int> all = {index};
  for (std::size_t done = 0; done < all.size(); ++done) {
    const std::string& id = lexicon_.concepts[static_cast<std::size_t>(all[done])].id;
    for (std::size_t i = 0; i < lexicon_.concepts.size(); ++i) {
      const std::vector<std::string>& is = lexicon_.concepts[i].is;
      const int one = static_cast<int>(i);
      if (std::find(is.begin(), is.end(), id) != is.end() && std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace storewright::practice

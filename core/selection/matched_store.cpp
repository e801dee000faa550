#include "core/selection/matched_store.h"

#include "core/base/text.h"

namespace storewright::selection {
namespace {

using knowledge::Engine;
using knowledge::RecordKind;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& letter : out)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return out;
}

}  // namespace

const knowledge::Note* retired_store(const knowledge::Knowledge& knowledge, std::string_view text) {
  constexpr std::string_view place = "retired/";
  const std::string said = lower(text);
  for (const knowledge::Note& note : knowledge.notes) {
    const std::string_view id = note.id;
    if (id.substr(0, place.size()) == place && said.find(id.substr(place.size())) != said.npos) return &note;
  }
  return nullptr;
}

const Engine* matched_store(const knowledge::Knowledge& knowledge, std::string_view text) {
  const std::string wanted = lower(trimmed(text));
  if (wanted.empty()) return nullptr;
  const Engine* inside = nullptr;  // the longest name that the text contains: "rds postgresql" before "postgresql"
  std::vector<std::string> names;
  for (const Engine& engine : knowledge.engines) {
    const std::string name = lower(engine.name);
    if (wanted == engine.id || wanted == name) return &engine;
    const bool contained = wanted.find(engine.id) != wanted.npos || wanted.find(name) != wanted.npos;
    if (contained && (!inside || engine.id.size() > inside->id.size())) inside = &engine;
    names.push_back(engine.id);
  }
  if (inside) return inside;
  for (const Engine& engine : knowledge.engines)  // "postgres", "mongo", "dynamo": how people say it
    if (wanted.size() >= 4 && engine.record == RecordKind::engine &&
        std::string_view(engine.id).substr(0, wanted.size()) == wanted)
      return &engine;
  for (const std::string& word : split(wanted, ' '))
    for (const Engine& engine : knowledge.engines)
      if (word.size() >= 5 && engine.record == RecordKind::engine &&
          std::string_view(engine.id).substr(0, word.size()) == word)
        return &engine;
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  return knowledge.engine(nearest_word(wanted, candidates));
}

}  // namespace storewright::selection

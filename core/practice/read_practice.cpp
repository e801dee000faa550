#include <algorithm>
#include <map>
#include <utility>

#include "core/base/text.h"
#include "core/practice/practice.h"
#include "core/practice/text_stem.h"
#include "core/practice/text_typo.h"

namespace storewright::practice {
namespace {

/// The forms of a lexicon by their stems: "read replicas" and "read replica" are one.
std::string form_key(const std::string& form) {
  std::string key;
  for (const std::string& word : words_in(form)) key += stem_of(word) + ' ';
  return key;
}

void check_forms(const Lexicon& lexicon, Problems& problems) {
  std::map<std::string, const Concept*> owners;
  std::vector<std::string> shared;
  for (const std::string& form : lexicon.shared) shared.push_back(form_key(form));
  for (const Concept& one : lexicon.concepts)
    for (const std::string& form : one.forms) {
      const std::string key = form_key(form);
      if (key.empty()) problems.push_back({2310, "/lexicon", "The form \"" + form + "\" of \"" + one.id + "\" has no letters."});
      if (one.owner != Concept::everybody) continue;      // a question may narrow what everybody's word means
      const auto [found, fresh] = owners.emplace(key, &one);
      if (fresh || found->second == &one || std::find(shared.begin(), shared.end(), key) != shared.end()) continue;
      problems.push_back({2310, "/lexicon", "\"" + form + "\" is a form of \"" + found->second->id + "\" and of \"" + one.id + "\" and not listed as shared."});
    }
}

void check_broader(const Vocabulary& vocabulary, Problems& problems) {
  for (const Concept& one : vocabulary.concepts())
    for (const std::string& id : one.is)
      if (vocabulary.concept_index(id, one.owner) < 0)
        problems.push_back({2310, "/lexicon", "\"" + one.id + "\" is said to be a \"" + id + "\", which is no concept."});
}

void check_pairs(const Vocabulary& vocabulary, Problems& problems) {
  for (const auto& [one, other] : vocabulary.lexicon().protected_pairs)
    if (stem_of(one) == stem_of(other) || corrected(one, vocabulary) == other || corrected(other, vocabulary) == one)
      problems.push_back({2310, "/lexicon/protected", "\"" + one + "\" and \"" + other + "\" are read as one word."});
}

void check_patterns(const Question& question, const Patterns& patterns, Problems& problems) {
  const auto known = [&](const std::string& id) {
    return std::any_of(question.criteria.begin(), question.criteria.end(), [&](const Criterion& one) { return one.id == id; });
  };
  const auto report = [&](const std::string& id, const char* what) {
    problems.push_back({2310, "/patterns", "Question \"" + question.id + "\", \"" + shortened(id, 60) + "\": " + what});
  };
  const auto misconception = [&](const std::string& id) {
    const auto& all = question.misconceptions;
    if (!id.empty() && std::none_of(all.begin(), all.end(), [&](const Misconception& one) { return one.id == id; })) report(id, "no such misconception.");
  };
  for (const CriterionPattern& pattern : patterns.criteria) {
    if (!known(pattern.criterion)) report(pattern.criterion, "no such criterion.");
    for (const std::vector<AgainstPattern>* list : {&pattern.half, &pattern.against})
      for (const AgainstPattern& one : *list) misconception(one.misconception);
  }
  for (const Decision& decision : question.decisions)
    for (const Option& option : decision.options) misconception(option.misconception);
  for (const Check& check : question.checks)
    for (const AgainstCells& one : check.against) misconception(one.misconception);
  for (const GivenAnswer& example : question.examples) misconception(example.misconception);
  for (const ExclusivePattern& exclusive : patterns.exclusive)
    if (!known(exclusive.criterion)) report(exclusive.criterion, "no such criterion.");
  for (const Criterion& criterion : question.criteria)
    if (!patterns.of(criterion.id)) report(criterion.id, "no pattern recognises this criterion.");
}

}  // namespace

int Practice::index_of(std::string_view id) const {
  for (std::size_t i = 0; i < questions.size(); ++i)
    if (questions[i].id == id) return static_cast<int>(i);
  return -1;
}

Result<Practice> read_practice(const Json& pack) {
  Result<std::vector<Question>> questions = read_questions(pack);
  if (!questions) return questions.problems();
  Practice practice{.questions = questions.take()};
  Problems problems;
  practice.skills = read_skills(pack, problems);
  Lexicon lexicon;
  if (const Json* json = pack.find("lexicon")) lexicon = read_lexicon(*json, "/lexicon", problems);

  const Json* files = pack.find("patterns");
  const Json::Array none;
  const Json::Array& list = files && files->array() ? *files->array() : none;
  std::vector<int> owners;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Json* id = list[i].find("question");
    owners.push_back(id && id->text() ? practice.index_of(*id->text()) : -1);
    const std::string where = pointer_to("/patterns", i);
    if (owners.back() < 0) problems.push_back({2310, where, "These patterns belong to no question."});
    for (Concept& one : read_concepts(list[i], where, owners.back(), problems)) lexicon.concepts.push_back(std::move(one));
  }
  check_forms(lexicon, problems);
  practice.vocabulary = Vocabulary(std::move(lexicon));
  check_broader(practice.vocabulary, problems);
  check_pairs(practice.vocabulary, problems);
  practice.patterns.resize(practice.questions.size());
  for (std::size_t i = 0; i < list.size(); ++i)
    if (owners[i] >= 0)
      practice.patterns[static_cast<std::size_t>(owners[i])] = read_patterns(list[i], pointer_to("/patterns", i), practice.vocabulary, owners[i], problems);
  for (std::size_t i = 0; i < practice.questions.size(); ++i) check_patterns(practice.questions[i], practice.patterns[i], problems);
  if (!problems.empty()) return problems;
  return practice;
}

}  // namespace storewright::practice

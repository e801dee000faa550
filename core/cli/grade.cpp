#include "core/cli/grade.h"

#include <map>
#include <utility>
#include <vector>

#include "core/base/text.h"
#include "core/practice/grade_answer.h"
#include "web/site/pack.h"

namespace storewright::cli {
namespace {

using practice::Mark;

struct Labelled {
  std::string id;
  practice::Answer answer;
  int seed = 0;
  std::map<std::string, std::string> labels, was;
};

/// What the labels of one criterion say against what was graded.
struct Tally {
  int labelled = 0, right = 0;
  int false_met = 0, missed = 0;              // graded met and not labelled so; labelled met and not graded so
  int newly_right = 0, newly_wrong = 0;       // against what an earlier grader said
};

std::map<std::string, std::string> read_states(const Json* object) {
  std::map<std::string, std::string> states;
  if (object && object->object())
    for (const JsonMember& member : *object->object())
      if (member.value.text()) states[member.key] = *member.value.text();
  return states;
}

Result<Labelled> read_line(std::string_view line, const std::string& where) {
  const Result<Json> json = read_json(line);
  if (!json) {
    Problem problem = json.problems().front();
    problem.where = where + ", " + problem.where;
    return problem;
  }
  const Json* id = json->find("id");
  const Json* text = json->find("text");
  Labelled answer{.labels = read_states(json->find("labels")), .was = read_states(json->find("was"))};
  if (id && id->text()) answer.id = *id->text();
  if (const Json* seed = json->find("seed"); seed && seed->number() && *seed->number() >= 0 && *seed->number() <= practice::largest_seed)
    answer.seed = static_cast<int>(*seed->number());
  practice::Answer& given = answer.answer;
  for (auto [texts, name] : {std::pair{&given.words, "fields"}, {&given.structured, "structured"}, {&given.numeric, "numeric"}})
    for (const auto& [part, words] : read_states(json->find(name))) texts->emplace_back(part, words);
  if (text && text->text()) given.words.emplace_back("text", *text->text());
  if (given.words.empty() && given.structured.empty() && given.numeric.empty())
    return Problem{1401, where, "An answer has \"text\", \"fields\", \"structured\" or \"numeric\"."};
  return answer;
}

Result<std::vector<Labelled>> read_lines(std::string_view text) {
  std::vector<Labelled> answers;
  Problems problems;
  int number = 0;
  for (const std::string& line : split(text, '\n')) {
    ++number;
    if (trimmed(line).empty()) continue;
    Result<Labelled> answer = read_line(line, "line " + std::to_string(number));
    if (!answer) {
      problems.push_back(answer.problems().front());
      continue;
    }
    answers.push_back(answer.take());
    if (answers.back().id.empty()) answers.back().id = "line " + std::to_string(number);
  }
  if (!problems.empty()) return problems;
  return answers;
}

void count(Tally& tally, const Labelled& answer, const Mark& mark, const std::string& label) {
  const std::string state(practice::name_of(mark.state));
  const bool right = state == label;
  ++tally.labelled;
  tally.right += right ? 1 : 0;
  tally.false_met += state == "met" && label != "met" ? 1 : 0;
  tally.missed += state != "met" && label == "met" ? 1 : 0;
  const auto was = answer.was.find(mark.id);
  if (was == answer.was.end()) return;
  const bool was_right = was->second == label;
  tally.newly_right += right && !was_right ? 1 : 0;
  tally.newly_wrong += !right && was_right ? 1 : 0;
}

std::string row(const std::string& name, const Tally& tally) {
  std::string line = name;
  for (const int value : {tally.labelled, tally.right, tally.false_met, tally.missed, tally.newly_right, tally.newly_wrong}) line += "\t" + std::to_string(value);
  return line + "\n";
}

// Those of words always; numbers, decisions and checks where an answer has a label for them.
std::vector<std::string> criteria_of(const practice::Question& question, const std::map<std::string, Tally>& tallies) {
  std::vector<std::string> ids;
  const auto add = [&](const std::string& id) {
    if (tallies.contains(id)) ids.push_back(id);
  };
  for (const practice::Step& step : question.steps) add(step.id);
  for (const practice::Decision& decision : question.decisions) add(decision.id);
  for (const practice::Check& check : question.checks) add(check.id);
  for (const practice::Criterion& criterion : question.criteria) ids.push_back(criterion.id);
  return ids;
}

}  // namespace

namespace {

Result<std::string> report_of(const practice::Practice& practice, const knowledge::Knowledge& knowledge, std::string_view question, std::string_view answers) {
  const int index = practice.index_of(question);
  if (index < 0) return Problem{2307, "", "There is no question \"" + shortened(question, 60) + "\"."};
  const Result<std::vector<Labelled>> labelled = read_lines(answers);
  if (!labelled) return labelled.problems();

  const practice::Question& asked = practice.questions[static_cast<std::size_t>(index)];
  std::map<std::string, Tally> tallies;
  std::string details;
  for (const Labelled& answer : *labelled) {
    const auto graded = practice::grade_answer(practice, index, practice::variant_of(asked, answer.seed), knowledge, answer.answer);
    if (!graded) return graded.problems();
    for (const Mark& mark : graded->grade.marks) {
      const auto label = answer.labels.find(mark.id);
      if (label == answer.labels.end()) continue;
      count(tallies[mark.id], answer, mark, label->second);
      if (practice::name_of(mark.state) != label->second)
        details += answer.id + "\t" + mark.id + "\t" + std::string(practice::name_of(mark.state)) + " instead of " + label->second + "\t" + mark.understood + "\n";
    }
  }
  std::string report = "criterion\tlabelled\tright\tfalse met\tmissed\tnewly right\tnewly wrong\n";
  Tally all;
  for (const std::string& criterion : criteria_of(asked, tallies)) {
    const Tally& tally = tallies[criterion];
    report += row(criterion, tally);
    all = {all.labelled + tally.labelled, all.right + tally.right,             all.false_met + tally.false_met,
           all.missed + tally.missed,     all.newly_right + tally.newly_right, all.newly_wrong + tally.newly_wrong};
  }
  report += row("all", all);
  return details.empty() ? report : report + "\n" + details;
}

}  // namespace

Result<std::string> grade_report(std::string_view question, std::string_view answers) {
  return report_of(practice::built_in_practice(), knowledge::built_in(), question, answers);
}

Result<std::string> grade_report_of(const std::map<std::string, std::string>& content, std::string_view question, std::string_view answers) {
  const Result<site::Packs> packs = site::assemble_packs(content);
  if (!packs) return packs.problems();
  const Result<Json> base = read_json(packs->at("base"), pack_limits), asked = read_json(packs->at("practice"), pack_limits);
  if (!base || !asked) return base ? asked.problems() : base.problems();
  const Result<knowledge::Knowledge> knowledge = knowledge::load_base_pack(*base);
  if (!knowledge) return knowledge.problems();
  const Result<practice::Practice> practice = practice::read_practice(*asked);
  if (!practice) return practice.problems();
  return report_of(*practice, *knowledge, question, answers);
}

}  // namespace storewright::cli

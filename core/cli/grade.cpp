#include "core/cli/grade.h"

#include <map>
#include <utility>
#include <vector>

#include "core/base/text.h"
#include "core/practice/grade_answer.h"
#include "core/practice/text_condition.h"
#include "web/site/pack.h"

namespace storewright::cli {
namespace {

using practice::Mark;
using practice::TextCondition;

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

/// One text for the whole box, or one for each field, in the order of the file.
NamedTexts texts_of(const Json& json) {
  NamedTexts texts;
  if (json.text()) texts.emplace_back("text", *json.text());
  if (json.object())
    for (const JsonMember& member : *json.object())
      if (member.value.text()) texts.emplace_back(member.key, *member.value.text());
  return texts;
}

Result<Labelled> read_line(std::string_view line, const std::string& where) {
  const Result<Json> json = read_json(line);
  if (!json) {
    Problem problem = json.problems().front();
    problem.where = where + ", " + problem.where;
    return problem;
  }
  const Json* id = json->find("id");
  Labelled labelled{.labels = read_states(json->find("labels")), .was = read_states(json->find("was"))};
  practice::Answer& answer = labelled.answer;
  if (id && id->text()) labelled.id = *id->text();
  if (const Json* seed = json->find("seed"); seed && seed->number() && *seed->number() >= 0 && *seed->number() <= practice::largest_seed)
    labelled.seed = static_cast<int>(*seed->number());
  bool answers = false;
  const std::pair<const char*, NamedTexts*> parts[] = {{"text", &answer.words}, {"fields", &answer.words}, {"numeric", &answer.numeric}, {"structured", &answer.structured}};
  for (const auto& [key, texts] : parts)
    if (const Json* given = json->find(key); given) {
      for (auto& [part, words] : texts_of(*given)) texts->emplace_back(part, std::move(words));
      answers = true;
    }
  if (!answers) return Problem{1401, where, "An answer has \"text\", \"fields\", \"numeric\" or \"structured\"."};
  return labelled;
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

Problem no_such_question(std::string_view question) { return {2307, "", "There is no question \"" + shortened(question, 60) + "\"."}; }

Problems at(const std::string& answer, Problems problems) {
  for (Problem& problem : problems) problem.where = answer + problem.where;
  return problems;
}

/// The condition without what makes it more than words: scope, stance and binding.
TextCondition words_alone(TextCondition condition) {
  using Op = TextCondition::Op;
  condition.within = practice::Scope::answer;
  condition.is = practice::Stance::any;
  condition.about.clear();
  if (condition.op == Op::order || condition.op == Op::near) condition.op = Op::all;
  std::vector<TextCondition> parts;
  for (const TextCondition& part : condition.parts)
    if (part.op != Op::none) parts.push_back(words_alone(part));
  condition.parts = std::move(parts);
  return condition;
}

void write_marks(JsonWriter& out, const practice::Practice& practice, std::size_t index, const Labelled& answer, const practice::AnswerGrade& graded) {
  const std::vector<std::string> no_prompt;
  practice::Document document;
  for (const auto& [field, text] : answer.answer.words) add_field(document, field, text);
  const practice::Question& question = practice.questions[index];
  const practice::Reading reading = read_answer(std::move(document), {practice.vocabulary, static_cast<int>(index), no_prompt, question.fields});
  out.begin_object().member("id", answer.id).member("points", graded.grade.points).member("max_points", graded.grade.max_points);
  out.member("style", name_of(graded.style)).key("marks").begin_object();
  for (const Mark& mark : graded.grade.marks) {
    out.key(mark.id).begin_object().member("state", practice::name_of(mark.state)).member("points", mark.points);
    if (const practice::CriterionPattern* pattern = practice.patterns[index].of(mark.id); pattern) {
      out.member("keyword", !touched(pattern->met, reading, practice.vocabulary, 1).empty());
      out.member("keywords", match(words_alone(pattern->met), reading, practice.vocabulary).found);
    }
    out.member("understood", mark.understood).key("evidence").begin_array();
    for (const practice::Span& span : mark.evidence)
      out.begin_object().member("field", span.field).member("start", static_cast<int>(span.start)).member("end", static_cast<int>(span.end)).end_object();
    out.end_array().end_object();
  }
  out.end_object().end_object();
}

Result<std::string> report_of(const practice::Practice& practice, const knowledge::Knowledge& knowledge, std::string_view question, std::string_view answers) {
  const int index = practice.index_of(question);
  if (index < 0) return no_such_question(question);
  const Result<std::vector<Labelled>> labelled = read_lines(answers);
  if (!labelled) return labelled.problems();

  const practice::Question& asked = practice.questions[static_cast<std::size_t>(index)];
  std::map<std::string, Tally> tallies;
  std::string details;
  for (const Labelled& answer : *labelled) {
    const auto graded = practice::grade_answer(practice, index, practice::variant_of(asked, answer.seed), knowledge, answer.answer);
    if (!graded) return at(answer.id, graded.problems());
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

Result<std::string> marks_of(const practice::Practice& practice, const knowledge::Knowledge& knowledge, std::string_view question, std::string_view answers) {
  const int index = practice.index_of(question);
  if (index < 0) return no_such_question(question);
  const Result<std::vector<Labelled>> labelled = read_lines(answers);
  if (!labelled) return labelled.problems();
  const practice::Question& asked = practice.questions[static_cast<std::size_t>(index)];
  std::string lines;
  for (const Labelled& answer : *labelled) {
    const auto graded = practice::grade_answer(practice, index, practice::variant_of(asked, answer.seed), knowledge, answer.answer);
    if (!graded) return at(answer.id, graded.problems());
    JsonWriter out;
    write_marks(out, practice, static_cast<std::size_t>(index), answer, *graded);
    lines += out.take() + "\n";
  }
  return lines;
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

Result<std::string> grade_marks(std::string_view question, std::string_view answers) {
  return marks_of(practice::built_in_practice(), knowledge::built_in(), question, answers);
}

}  // namespace storewright::cli

#include <algorithm>
#include <set>

#include "core/base/math.h"
#include "core/knowledge/member_reader.h"
#include "core/practice/expression.h"
#include "core/practice/question.h"
#include "core/practice/unit_sets.h"
#include "core/practice/variant.h"

namespace storewright::practice {
namespace {

using knowledge::MemberReader;
using knowledge::Presence;
using knowledge::read_items;

constexpr std::size_t most_values = 1000;
constexpr int seeds_when_read = 1;    // the build tried more: a reader should not wait for it
constexpr int seeds_when_built = 40;

/// The items of a list inside an object, each with its place.
template <class Read>
void each_item(const MemberReader& owner, std::string_view key, Problems& problems, Read&& read) {
  const Json* list = owner.find(key);
  if (!list || !list->array()) return;
  const std::string where = pointer_to(owner.where(), key);
  for (std::size_t i = 0; i < list->array()->size(); ++i) {
    MemberReader item((*list->array())[i], pointer_to(where, i), problems);
    read(item);
  }
}

/// A number, or a text such as "1/12".
double factor_of(MemberReader& reader) {
  const Json* given = reader.find("factor");
  if (!given) return 1;
  if (given->number()) return *given->number();
  const Result<double> value = given->text() ? evaluate(*given->text(), {}) : Result<double>(Problem{2304, "", ""});
  if (value) return *value;
  reader.wrong("factor", "\"factor\" must be a number or a sum such as \"1/12\".");
  return 1;
}

std::vector<UnitWords> read_unit_words(const MemberReader& step, std::string_view key, Problems& problems) {
  std::vector<UnitWords> list;
  each_item(step, key, problems, [&](MemberReader& item) {
    UnitWords words{.words = item.texts("words")};
    words.factor = factor_of(item);
    list.push_back(std::move(words));
  });
  return list;
}

Variable read_variable(MemberReader& reader) {
  Variable variable{.name = reader.required_text("name"), .label = reader.required_text("label"), .unit = reader.text("unit"),
                    .classic = reader.number("classic", 0)};
  if (const Json* values = reader.find("values"); values && values->array())
    for (const Json& value : *values->array()) value.number() ? variable.values.push_back(*value.number()) : reader.wrong("values", "\"values\" must be numbers.");
  const double step = reader.number("step", 0), from = reader.number("from", 0), to = reader.number("to", from);
  if (step > 0 && (to - from) / step < static_cast<double>(most_values))
    for (int i = 0; from + i * step <= to; ++i) variable.values.push_back(from + i * step);
  if (variable.values.empty()) reader.wrong("values", "A variable needs a list of values, or from, to and step.");
  return variable;
}

/// The words of the named unit and period, which stand in one place for all questions, then those of the step itself.
void add_named_units(MemberReader& reader, const UnitSets& sets, Units& units) {
  const auto add = [&](std::string_view key, std::vector<UnitWords> named, std::vector<UnitWords>& list) {
    if (reader.text(key).empty()) return;
    if (named.empty()) reader.wrong(key, "There is no unit \"" + reader.text(key) + "\".");
    list.insert(list.begin(), named.begin(), named.end());
  };
  add("in", units_for(sets, reader.text("in")), units.units);
  add("per", periods_for(sets, reader.text("per")), units.periods);
  // What stands beside the field may be typed, too.
  std::string name = units.name;
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  units.units.push_back({.words = {std::move(name)}});
}

Step read_step(MemberReader& reader, const UnitSets& sets, Problems& problems) {
  Step step{.id = reader.required_text("id"), .prompt = reader.required_text("prompt"), .formula = reader.text("formula"),
            .skill = reader.text("skill"), .points = reader.number("points", 0), .tolerance = reader.number("tolerance", 0),
            .rounding = reader.number("rounding", 0), .most = reader.number("most", 0)};
  step.units = {.name = reader.required_text("unit"), .units = read_unit_words(reader, "units", problems),
                .periods = read_unit_words(reader, "periods", problems)};
  add_named_units(reader, sets, step.units);
  const Json* shares = reader.find("shares");
  step.units.shares = shares && shares->boolean() && *shares->boolean();
  step.right = reader.text("right");
  step.complete = reader.text("complete");
  step.hints = reader.texts("hints");
  each_item(reader, "slips", problems, [&](MemberReader& item) { step.slips.push_back({item.required_text("formula"), item.required_text("why")}); });
  each_item(reader, "also", problems, [&](MemberReader& item) {
    step.also.push_back({item.required_text("formula"), item.required_text("when"), item.required_text("why")});
  });
  if (!step.assumption() && (step.right.empty() || step.complete.empty())) reader.wrong("right", "A step needs the texts \"right\" and \"complete\".");
  if (!step.assumption() && step.points <= 0) reader.wrong("points", "A step needs points above 0.");
  if (step.assumption() && step.most <= 0) reader.wrong("most", "An assumption needs an upper limit above 0.");
  return step;
}

/// Every formula can be worked out with the classic numbers and those of so many seeds.
class FormulaCheck {
 public:
  FormulaCheck(const Question& question, std::string where, Problems& problems)
      : question_(question), where_(std::move(where)), problems_(problems) {}

  void run(int seeds) {
    std::set<std::string> names;
    for (const Variable& variable : question_.variables) unique(names, variable.name);
    for (const Step& step : question_.steps) unique(names, step.id);
    for (int seed = 0; seed < seeds && problems_.empty(); ++seed) check_variant(variant_of(question_, seed));
  }

 private:
  void unique(std::set<std::string>& names, const std::string& name) {
    if (!names.insert(name).second) report(name, "stands twice");
  }

  void report(const std::string& what, const std::string& why) {
    problems_.push_back({2304, where_, "In the question \"" + question_.id + "\", " + what + ": " + why});
  }

  void check_formula(const std::string& formula, const Values& values) {
    const Result<double> value = evaluate(formula, values);
    if (!value) report("\"" + formula + "\"", value.problems().front().message);
  }

  void check_variant(const Variant& variant) {
    Values known = variant.variables;
    for (const Demand& demand : question_.demands) check_formula(demand.expression, known);
    for (const Step& step : question_.steps) {
      if (!step.assumption()) check_formula(step.formula, known);
      const Result<double> value = step.assumption() ? Result<double>(0.0) : evaluate(step.formula, known);
      known[step.id] = value ? *value : 0;
      for (const AlsoRight& also : step.also) {
        check_formula(also.formula, known);
        check_formula(also.when, known);
      }
    }
    for (const Step& step : question_.steps)
      for (const Slip& slip : step.slips) check_formula(slip.formula, known);
  }

  const Question& question_;
  std::string where_;
  Problems& problems_;
};

int thousandths(double value) { return static_cast<int>(round_half_up(value * 1000)); }

NamedTexts read_named(const MemberReader& reader, std::string_view key) {
  NamedTexts named;
  if (const Json* object = reader.find(key); object && object->object())
    for (const JsonMember& member : *object->object())
      if (member.value.text()) named.emplace_back(member.key, *member.value.text());
  return named;
}

GivenAnswer read_answer(MemberReader& reader) {
  GivenAnswer answer{.id = reader.text("id"), .why = reader.text("why"), .misconception = reader.text("misconception"), .words = read_named(reader, "fields"),
                     .structured = read_named(reader, "structured"), .states = read_named(reader, "states")};
  if (std::string text = reader.text("text"); !text.empty()) answer.words.emplace_back("text", std::move(text));
  if (reader.find("points")) answer.points = thousandths(reader.number("points", 0));
  return answer;
}

void read_words(MemberReader& reader, Question& question, Problems& problems) {
  if (const Json* words = reader.find("words"); words && words->object()) {
    MemberReader part(*words, pointer_to(reader.where(), std::string_view("words")), problems);
    each_item(part, "fields", problems, [&](MemberReader& item) {
      question.fields.push_back({item.required_text("id"), item.required_text("label"), item.texts("about")});
    });
    each_item(part, "criteria", problems, [&](MemberReader& item) {
      question.criteria.push_back({.id = item.required_text("id"), .points = thousandths(item.number("points", 0)), .skill = item.text("skill"),
                                   .asks = item.required_text("asks"), .why = item.required_text("why"), .question = item.text("question"),
                                   .complete = item.required_text("complete"), .guide = item.text("guide")});
    });
  }
  each_item(reader, "misconceptions", problems, [&](MemberReader& item) {
    question.misconceptions.push_back({item.required_text("id"), item.required_text("title"), item.required_text("why")});
  });
  if (const Json* model = reader.find("model")) {
    MemberReader part(*model, pointer_to(reader.where(), std::string_view("model")), problems);
    question.model = read_answer(part);
  }
  each_item(reader, "alternatives", problems, [&](MemberReader& item) { question.alternatives.push_back(read_answer(item)); });
  each_item(reader, "examples", problems, [&](MemberReader& item) { question.examples.push_back(read_answer(item)); });
}

/// Each mode has what it asks; an id names one thing.
void check_modes(MemberReader& reader, const Question& question, Problems& problems) {
  const std::pair<std::string_view, bool> parts[] = {
      {"numeric", !question.steps.empty()}, {"structured", !question.decisions.empty()}, {"text", !question.criteria.empty()}};
  for (const auto& [mode, there] : parts)
    if (question.has_mode(mode) != there) reader.wrong("modes", "A mode needs its part of the question: steps, decisions or words; and a part its mode.");
  if (question.modes.empty()) reader.wrong("modes", "A question needs at least one mode.");
  std::set<std::string> ids;
  for (const Step& step : question.steps) ids.insert(step.id);
  for (const Decision& one : question.decisions)
    if (!ids.insert(one.id).second) problems.push_back({2310, reader.where(), "\"" + one.id + "\" stands twice."});
  for (const Check& one : question.checks)
    if (!ids.insert(one.id).second) problems.push_back({2310, reader.where(), "\"" + one.id + "\" stands twice."});
  for (const Criterion& one : question.criteria)
    if (!ids.insert(one.id).second) problems.push_back({2310, reader.where(), "\"" + one.id + "\" stands twice."});
}

Question read_question(MemberReader& reader, const Json& json, const UnitSets& sets, Problems& problems) {
  Question question{.id = reader.required_text("id"), .version = reader.code("version"), .title = reader.required_text("title"),
                    .purpose = reader.required_text("purpose"), .level = reader.required_text("level"), .minutes = reader.code("minutes"),
                    .source = reader.required_text("source"), .kind = reader.required_text("kind"), .read = reader.required_text("read"),
                    .modes = reader.texts("modes"), .sources = reader.texts("sources"), .skills = reader.texts("skills"),
                    .scenario = reader.texts("scenario"), .hints = reader.texts("hints"), .solution = reader.texts("solution"),
                    .corrections = reader.texts("corrections")};
  each_item(reader, "variables", problems, [&](MemberReader& item) { question.variables.push_back(read_variable(item)); });
  each_item(reader, "demands", problems, [&](MemberReader& item) {
    question.demands.push_back({item.required_text("expression"), item.number("at_least", -1e15), item.number("at_most", 1e15), item.number("multiple_of", 0)});
  });
  question.figures = read_figures(json, reader.where(), problems);
  each_item(reader, "steps", problems, [&](MemberReader& item) { question.steps.push_back(read_step(item, sets, problems)); });
  question.decisions = read_decisions(json, reader.where(), problems);
  question.checks = read_checks(json, reader.where(), problems);
  check_decisions(question.decisions, question.checks, reader.where(), problems);
  read_words(reader, question, problems);
  check_modes(reader, question, problems);
  return question;
}

}  // namespace

bool Question::has_mode(std::string_view mode) const { return std::find(modes.begin(), modes.end(), mode) != modes.end(); }

const Step* Question::step(std::string_view wanted) const {
  const auto found = std::find_if(steps.begin(), steps.end(), [&](const Step& one) { return one.id == wanted; });
  return found == steps.end() ? nullptr : &*found;
}

std::string_view Question::topic() const {
  if (skills.empty()) return "";
  const std::string_view first = skills.front();
  return first.substr(0, first.find('.'));
}

std::vector<Topic> read_topics(const Json& pack, Problems& problems) {
  std::vector<Topic> topics;
  read_items(pack, "topics", Presence::optional, problems,
             [&](MemberReader& reader) { topics.push_back({reader.required_text("id"), reader.required_text("title")}); });
  return topics;
}

Problems check_formulas(const Question& question) {
  Problems problems;
  FormulaCheck(question, "/questions/" + question.id, problems).run(seeds_when_built);
  return problems;
}

Result<std::vector<Question>> read_questions(const Json& pack) {
  const Json* format = pack.find("format");
  if (!format || !format->text() || *format->text() != "storewright/practice@1")
    return Problem{1400, "/format", "This is no practice pack of the format \"storewright/practice@1\"."};
  Problems problems;
  std::vector<Question> questions;
  const UnitSets sets = read_unit_sets(pack, problems);
  read_items(pack, "questions", Presence::required, problems, [&](MemberReader& reader) {
    Question question = read_question(reader, (*pack.find("questions")->array())[questions.size()], sets, problems);
    if (problems.empty()) FormulaCheck(question, reader.where(), problems).run(seeds_when_read);
    questions.push_back(std::move(question));
  });
  if (!problems.empty()) return problems;
  return questions;
}

const Question* find_question(const std::vector<Question>& questions, std::string_view id) {
  const auto found = std::find_if(questions.begin(), questions.end(), [&](const Question& one) { return one.id == id; });
  return found == questions.end() ? nullptr : &*found;
}

}  // namespace storewright::practice

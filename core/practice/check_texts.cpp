#include "core/practice/check_texts.h"

#include <algorithm>
#include <utility>

namespace storewright::practice {
namespace {

class TextCheck {
 public:
  explicit TextCheck(const Question& question) : question_(question) {
    for (const Variable& variable : question.variables) variables_.push_back(variable.name);
    everything_ = variables_;
    for (const Step& step : question.steps) everything_.push_back(step.id);
  }

  Problems run() {
    title();
    asked("scenario", question_.scenario);
    for (const Step& step : question_.steps) asked("prompt", {step.prompt});
    for (const std::string& name : variables_)
      if (std::find(named_.begin(), named_.end(), name) == named_.end())
        report("\"" + name + "\" stands neither in the scenario nor in a prompt, so nobody is told of it.");
    before("hint", question_.hints);
    after("solution", question_.solution);
    after("correction", question_.corrections);
    for (const Step& step : question_.steps) of_step(step);
    for (const Figure& figure : question_.figures) of_figure(figure);
    return std::move(problems_);
  }

 private:
  using Names = std::vector<std::string>;

  void report(const std::string& what) { problems_.push_back({2304, "questions/" + question_.id + ".json", what}); }

  void title() {
    if (std::any_of(question_.title.begin(), question_.title.end(), [](char c) { return c >= '0' && c <= '9'; }))
      report("The title holds a number; a variant has others.");
  }

  static Names braced(const std::string& text) {
    Names names;
    for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
      const std::size_t close = text.find('}', open);
      names.push_back(close == text.npos ? text.substr(open + 1) : text.substr(open + 1, close - open - 1));
    }
    return names;
  }

  void only(const std::string& what, const Names& texts, const Names& known) {
    for (const std::string& text : texts)
      for (const std::string& name : braced(text))
        if (std::find(known.begin(), known.end(), name) == known.end())
          report("a " + what + " names {" + name + "}, which is no number that may stand there.");
  }

  void before(const std::string& what, const Names& texts) { only(what, texts, variables_); }
  void after(const std::string& what, const Names& texts) { only(what, texts, everything_); }

  void asked(const std::string& what, const Names& texts) {
    before(what, texts);
    for (const std::string& text : texts)
      for (std::string& name : braced(text)) named_.push_back(std::move(name));
  }

  void of_step(const Step& step) {
    before("hint of \"" + step.id + "\"", step.hints);
    before("text of \"" + step.id + "\" on what would complete it", {step.complete});
    for (const Slip& slip : step.slips) before("slip of \"" + step.id + "\"", {slip.why});
    after("text of \"" + step.id + "\"", {step.right});
    for (const AlsoRight& also : step.also) after("text of \"" + step.id + "\"", {also.why});
  }

  void of_figure(const Figure& figure) {
    const std::string what = "text of the figure \"" + figure.id + "\"";
    after(what, {figure.title, figure.takeaway});
    after(what, figure.columns);
    for (const Names& frame : figure.frames) after(what, frame);
    for (const FigureBox& box : figure.boxes) after(what, {box.keeps});
    for (const FigureWay& way : figure.ways) after(what, {way.label});
  }

  const Question& question_;
  Names variables_, everything_, named_;
  Problems problems_;
};

}  // namespace

Problems check_texts(const Question& question) { return TextCheck(question).run(); }

}  // namespace storewright::practice

#include "core/sheet/sheet.h"

#include <utility>

namespace storewright::sheet {
namespace {

// A field of a table is reached by a plain function, so each place of the input has one of its own.
template <std::size_t place>
void* number_at(void* input) {
  return &static_cast<SheetInput*>(input)->numbers[place];
}
template <std::size_t place>
int choice_at(const void* input) {
  return static_cast<const SheetInput*>(input)->choices[place];
}
template <std::size_t place>
void choose_at(void* input, int index) {
  static_cast<SheetInput*>(input)->choices[place] = index;
}

struct Access {
  void* (*number)(void*);
  int (*choice)(const void*);
  void (*choose)(void*, int);
};

template <std::size_t... place>
constexpr std::array<Access, sizeof...(place)> accesses_of(std::index_sequence<place...>) {
  return {Access{number_at<place>, choice_at<place>, choose_at<place>}...};
}
constexpr auto accesses = accesses_of(std::make_index_sequence<most_inputs>());

constexpr std::string_view pack_format = "storewright/calculators@1";
constexpr std::string_view notations[] = {"plain", "usd", "percent"};

std::string lower_first(const std::string& label) {
  std::string words = label;
  // "API calls" keeps its capitals.
  const bool acronym = words.size() > 1 && words[1] >= 'A' && words[1] <= 'Z';
  if (!words.empty() && !acronym && words[0] >= 'A' && words[0] <= 'Z') words[0] = static_cast<char>(words[0] - 'A' + 'a');
  return words;
}

/// Reads one sheet and collects what is wrong, each with its place in the pack.
class SheetReader {
 public:
  SheetReader(const Json& json, std::string where, Problems& problems) : json_(json), where_(std::move(where)), problems_(problems) {}

  std::shared_ptr<const Sheet> run() {
    const std::size_t before = problems_.size();
    auto sheet = std::make_shared<Sheet>();
    read_head(*sheet);
    each("inputs", json_, where_, [&](const Json& item, const std::string& at) { read_input(*sheet, item, at); });
    each("lines", json_, where_, [&](const Json& item, const std::string& at) { read_line(*sheet, item, at); });
    if (problems_.size() > before) return sheet;
    check_names(*sheet);
    find_order(*sheet);
    read_rest(*sheet);
    make_table(*sheet);
    each("presets", json_, where_, [&](const Json& item, const std::string& at) { read_preset(*sheet, item, at); });
    set_start(*sheet);
    return sheet;
  }

 private:
  void wrong(const std::string& at, std::string message) { problems_.push_back({2905, at, std::move(message)}); }

  std::string text(const Json& from, std::string_view key, const std::string& at, bool required = true) {
    const Json* member = from.find(key);
    if (member == nullptr && !required) return "";
    if (member != nullptr && member->text() && !(required && member->text()->empty())) return *member->text();
    wrong(pointer_to(at, key), "\"" + std::string(key) + "\" must be a text.");
    return "";
  }

  double number(const Json& from, std::string_view key, const std::string& at, double otherwise) {
    const Json* member = from.find(key);
    if (member == nullptr) return otherwise;
    if (member->number()) return *member->number();
    wrong(pointer_to(at, key), "\"" + std::string(key) + "\" must be a number.");
    return otherwise;
  }

  Notation notation(const Json& from, const std::string& at) {
    const std::string word = text(from, "notation", at, false);
    if (word.empty()) return Notation::plain;
    for (std::size_t i = 0; i < std::size(notations); ++i)
      if (word == notations[i]) return static_cast<Notation>(i);
    wrong(pointer_to(at, "notation"), "\"notation\" must be plain, usd or percent.");
    return Notation::plain;
  }

  template <class Read>
  void each(std::string_view key, const Json& from, const std::string& at, Read&& read) {
    const Json* list = from.find(key);
    if (list == nullptr) return;
    if (!list->array()) return wrong(pointer_to(at, key), "\"" + std::string(key) + "\" must be a list.");
    for (std::size_t i = 0; i < list->array()->size(); ++i) read((*list->array())[i], pointer_to(pointer_to(at, key), i));
  }

  std::vector<std::string> texts(const Json& from, std::string_view key, const std::string& at) {
    std::vector<std::string> all;
    each(key, from, at, [&](const Json& item, const std::string& place) {
      if (item.text()) all.push_back(*item.text());
      else wrong(place, "Here a text should stand.");
    });
    return all;
  }

  std::optional<Expression> expression(const Json* json, const std::string& at) {
    if (json == nullptr || !json->text()) {
      wrong(at, "Here a formula should stand, as a text.");
      return std::nullopt;
    }
    Result<Expression> read = parse_expression(*json->text());
    if (read) return read.take();
    const Problem& problem = read.problems().front();
    problems_.push_back({problem.code, at, problem.message + " (" + problem.where + ")"});
    return std::nullopt;
  }

  void read_head(Sheet& sheet) {
    sheet.id = text(json_, "id", where_);
    sheet.method = text(json_, "method", where_);
    sheet.title = text(json_, "title", where_);
    sheet.question = text(json_, "question", where_);
    sheet.purpose = text(json_, "purpose", where_);
    sheet.start = text(json_, "start", where_, false);
    sheet.claimed_by = text(json_, "claimed_by", where_, false);
    sheet.answer = text(json_, "answer", where_);
    sheet.headline = text(json_, "headline", where_);
    sheet.sources = texts(json_, "sources", where_);
    if (sheet.sources.empty()) wrong(pointer_to(where_, "sources"), "Name at least one source.");
  }

  void read_input(Sheet& sheet, const Json& json, const std::string& at) {
    InputSpec input{.name = text(json, "name", at),
                    .group = text(json, "group", at, false),
                    .label = text(json, "label", at),
                    .words = text(json, "words", at, false),
                    .unit = text(json, "unit", at, false),
                    .help = text(json, "help", at, false),
                    .min = number(json, "min", at, 0),
                    .max = number(json, "max", at, 1e12),
                    .notation = notation(json, at),
                    .options = {}};
    if (const Json* profile = json.find("profile")) {
      const std::string place = pointer_to(at, "profile");
      input.profile_field = text(*profile, "field", place);
      input.profile_divided_by = number(*profile, "divided_by", place, 1);
      if (input.profile_divided_by == 0) wrong(place, "\"divided_by\" must not be zero.");
    }
    if (const Json* only = json.find("only_for")) {
      const std::string place = pointer_to(at, "only_for");
      input.only_for = text(*only, "input", place);
      input.only_for_options = texts(*only, "options", place);
    }
    const Json* whole = json.find("whole");
    input.whole = whole != nullptr && whole->boolean() && *whole->boolean();
    if (input.words.empty()) input.words = lower_first(input.label);
    if (!(input.min < input.max)) wrong(at, "\"min\" must be below \"max\".");
    each("options", json, at, [&](const Json& item, const std::string& place) {
      input.options.push_back({text(item, "name", place), text(item, "label", place), text(item, "help", place, false),
                               number(item, "value", place, static_cast<double>(input.options.size()))});
    });
    sheet.inputs.push_back(std::move(input));
    if (sheet.inputs.size() == most_inputs + 1)
      wrong(at, "A calculator takes at most " + std::to_string(most_inputs) + " inputs; make two of it.");
  }

  const InputSpec* choice(const Sheet& sheet, std::string_view name) const {
    for (const InputSpec& input : sheet.inputs)
      if (input.name == name && !input.options.empty()) return &input;
    return nullptr;
  }

  void read_line(Sheet& sheet, const Json& json, const std::string& at) {
    LineSpec line{.id = text(json, "id", at),
                  .label = text(json, "label", at),
                  .words = text(json, "words", at, false),
                  .unit = text(json, "unit", at, false),
                  .notation = notation(json, at),
                  .by = text(json, "by", at, false),
                  .expressions = {},
                  .claim = {},
                  .source = text(json, "source", at, false),
                  .note = text(json, "note", at, false)};
    const Json* detail = json.find("detail");
    line.detail = detail != nullptr && detail->boolean() && *detail->boolean();
    line.decimals = static_cast<int>(number(json, "decimals", at, line.notation == Notation::percent ? 1 : 2));
    if (line.words.empty()) line.words = lower_first(line.label);
    read_formulas(sheet, line, json, at);
    if (const Json* claim = json.find("claim")) {
      const std::string place = pointer_to(at, "claim");
      line.claim = Claim{number(*claim, "value", place, 0), text(*claim, "says", place)};
    }
    sheet.lines.push_back(std::move(line));
  }

  void read_formulas(const Sheet& sheet, LineSpec& line, const Json& json, const std::string& at) {
    if (line.by.empty()) {
      if (auto one = expression(json.find("formula"), pointer_to(at, "formula"))) line.expressions.push_back(std::move(*one));
      return;
    }
    const InputSpec* by = choice(sheet, line.by);
    const Json* formulas = json.find("formulas");
    const std::string place = pointer_to(at, "formulas");
    if (by == nullptr) return wrong(pointer_to(at, "by"), "No input with options has the name \"" + line.by + "\".");
    if (formulas == nullptr || !formulas->object()) return wrong(place, "Here an object should stand: a formula for each option of \"" + line.by + "\".");
    for (const SheetOption& option : by->options)
      if (auto one = expression(formulas->find(option.name), pointer_to(place, option.name))) line.expressions.push_back(std::move(*one));
  }

  bool has_name(const Sheet& sheet, std::string_view name) const {
    for (const InputSpec& input : sheet.inputs)
      if (input.name == name) return true;
    return sheet.line(name) != nullptr;
  }

  void check_expression(const Sheet& sheet, const Expression& expression, const std::string& at) {
    for (const std::string& name : expression.names())
      if (!has_name(sheet, name))
        problems_.push_back({2902, at, "\"" + name + "\" is neither an input nor a line of this calculator; correct it or add it."});
  }

  void check_line_name(const Sheet& sheet, const std::string& id, const std::string& at) {
    if (sheet.line(id) == nullptr) problems_.push_back({2902, at, "There is no line \"" + id + "\" in this calculator."});
  }

  void check_template(const Sheet& sheet, const std::string& text, const std::string& at) {
    for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
      const std::size_t close = text.find('}', open);
      if (close == text.npos) return wrong(at, "A { is never closed.");
      const std::string name = text.substr(open + 1, close - open - 1);
      if (!has_name(sheet, name))
        problems_.push_back({2902, at, "{" + name + "} is neither an input nor a line of this calculator."});
    }
  }

  void check_only_for(const Sheet& sheet, const InputSpec& input, const std::string& at) {
    if (input.only_for.empty()) return;
    const InputSpec* by = choice(sheet, input.only_for);
    if (by == nullptr) return wrong(pointer_to(at, "only_for"), "No input with options has the name \"" + input.only_for + "\".");
    for (const std::string& name : input.only_for_options) {
      bool known = false;
      for (const SheetOption& option : by->options) known = known || option.name == name;
      if (!known) wrong(pointer_to(at, "only_for"), "\"" + input.only_for + "\" has no option \"" + name + "\".");
    }
  }

  void check_names(const Sheet& sheet) {
    std::vector<std::string> names;
    const auto once = [&](const std::string& name, const std::string& at) {
      for (const std::string& other : names)
        if (other == name) problems_.push_back({2906, at, "\"" + name + "\" stands twice; inputs and lines share their names."});
      const Result<Expression> read = parse_expression(name);
      if (!read || read->names() != std::vector<std::string>{name})
        wrong(at, "\"" + name + "\" cannot stand in a formula; use letters, digits and _.");
      names.push_back(name);
    };
    for (std::size_t i = 0; i < sheet.inputs.size(); ++i) check_only_for(sheet, sheet.inputs[i], pointer_to(pointer_to(where_, "inputs"), i));
    for (std::size_t i = 0; i < sheet.inputs.size(); ++i) once(sheet.inputs[i].name, pointer_to(pointer_to(where_, "inputs"), i));
    for (std::size_t i = 0; i < sheet.lines.size(); ++i) {
      const std::string at = pointer_to(pointer_to(where_, "lines"), i);
      once(sheet.lines[i].id, at);
      for (const Expression& one : sheet.lines[i].expressions) check_expression(sheet, one, at);
    }
    check_line_name(sheet, sheet.answer, pointer_to(where_, "answer"));
    check_template(sheet, sheet.headline, pointer_to(where_, "headline"));
  }

  enum class Visit { not_yet, under_way, done };

  void visit(Sheet& sheet, std::size_t index, std::vector<Visit>& visits) {
    if (visits[index] == Visit::done) return;
    if (visits[index] == Visit::under_way) {
      problems_.push_back({2904, pointer_to(pointer_to(where_, "lines"), index),
                           "The line \"" + sheet.lines[index].id + "\" needs itself by way of other lines; break the circle."});
      return;
    }
    visits[index] = Visit::under_way;
    for (const Expression& one : sheet.lines[index].expressions)
      for (const std::string& name : one.names())
        for (std::size_t other = 0; other < sheet.lines.size(); ++other)
          if (sheet.lines[other].id == name) visit(sheet, other, visits);
    visits[index] = Visit::done;
    sheet.order.push_back(index);
  }

  void find_order(Sheet& sheet) {
    std::vector<Visit> visits(sheet.lines.size(), Visit::not_yet);
    for (std::size_t i = 0; i < sheet.lines.size(); ++i) visit(sheet, i, visits);
  }

  void read_rest(Sheet& sheet) {
    each("remarks", json_, where_, [&](const Json& item, const std::string& at) {
      auto above = expression(item.find("above_zero"), pointer_to(at, "above_zero"));
      Remark remark{{}, text(item, "text", at), text(item, "maybe", at, false), text(item, "headline", at, false)};
      if (!above) return;
      check_expression(sheet, *above, pointer_to(at, "above_zero"));
      check_template(sheet, remark.text, pointer_to(at, "text"));
      check_template(sheet, remark.maybe, pointer_to(at, "maybe"));
      check_template(sheet, remark.headline, pointer_to(at, "headline"));
      remark.above_zero = std::move(*above);
      sheet.remarks.push_back(std::move(remark));
    });
    each("statements", json_, where_, [&](const Json& item, const std::string& at) {
      sheet.statements.push_back({text(item, "text", at), text(item, "correction", at, false), text(item, "source", at)});
    });
    if (const Json* plot = json_.find("plot")) read_plot(sheet, *plot, pointer_to(where_, "plot"));
    if (const Json* rank = json_.find("rank")) {
      const std::string at = pointer_to(where_, "rank");
      sheet.rank = RankSpec{text(*rank, "title", at), text(*rank, "help", at, false), texts(*rank, "lines", at)};
      for (const std::string& id : sheet.rank->lines) check_line_name(sheet, id, pointer_to(at, "lines"));
    }
  }

  void read_plot(Sheet& sheet, const Json& json, const std::string& at) {
    PlotSpec plot{.title = text(json, "title", at),
                  .input = text(json, "input", at),
                  .x_label = text(json, "x_label", at),
                  .to = number(json, "to", at, 1),
                  .lines = texts(json, "lines", at),
                  .height_of = text(json, "height_of", at, false),
                  .takeaway = text(json, "takeaway", at)};
    bool known = false;
    for (const InputSpec& input : sheet.inputs) known = known || (input.name == plot.input && input.options.empty());
    if (!known) problems_.push_back({2902, pointer_to(at, "input"), "No number among the inputs has the name \"" + plot.input + "\"."});
    if (!(plot.to > 0)) wrong(at, "\"to\" must be above zero, where the plot begins.");
    if (!plot.height_of.empty()) check_line_name(sheet, plot.height_of, pointer_to(at, "height_of"));
    for (const std::string& id : plot.lines) check_line_name(sheet, id, pointer_to(at, "lines"));
    check_template(sheet, plot.takeaway, pointer_to(at, "takeaway"));
    sheet.plot = std::move(plot);
  }

  // The last step that writes texts: from here on the fields point into the inputs.
  void make_table(Sheet& sheet) {
    sheet.options.resize(sheet.inputs.size());
    for (std::size_t i = 0; i < sheet.inputs.size() && i < most_inputs; ++i) {
      const InputSpec& input = sheet.inputs[i];
      for (const SheetOption& option : input.options) sheet.options[i].push_back({option.name, option.label, option.help});
      Field row{.name = input.name, .kind = FieldKind::number, .label = input.label, .unit = input.unit, .help = input.help,
                .min = input.min, .max = input.max, .whole = input.whole};
      row.member = accesses[i].number;
      if (!input.options.empty()) {
        row.kind = FieldKind::choice;
        row.options = sheet.options[i];
        row.get_choice = accesses[i].choice;
        row.set_choice = accesses[i].choose;
        sheet.defaults.choices[i] = 0;
      }
      sheet.fields.push_back(row);
    }
  }

  void read_preset(Sheet& sheet, const Json& json, const std::string& at) {
    SheetPreset preset{text(json, "id", at), text(json, "label", at), text(json, "help", at), {}};
    const Json* values = json.find("values");
    const std::string place = pointer_to(at, "values");
    if (values == nullptr || !values->object()) return wrong(place, "A preset needs its values, by name.");
    for (const JsonMember& member : *values->object()) {
      const std::string here = pointer_to(place, std::string_view(member.key));
      const Field* field = find_field(sheet.table(), member.key);
      if (field == nullptr) {
        problems_.push_back({2902, here, "There is no input \"" + member.key + "\"."});
        continue;
      }
      const double* number = member.value.number();
      if (number == nullptr && !member.value.text()) {
        wrong(here, "A value is a number, or a text such as \"100~300~900\".");
        continue;
      }
      std::string value = number != nullptr ? shortest_number(*number) : *member.value.text();
      SheetInput tried;
      for (const Problem& problem : read_field_text(value, *field, &tried)) wrong(here, problem.message);
      preset.values.emplace_back(member.key, std::move(value));
    }
    sheet.presets.push_back(std::move(preset));
  }

  void set_start(Sheet& sheet) {
    if (const SheetPreset* start = sheet.preset(sheet.start)) sheet.defaults = preset_input(sheet, *start);
    else if (!sheet.start.empty()) wrong(pointer_to(where_, "start"), "There is no preset \"" + sheet.start + "\".");
    bool claims = false;
    for (const LineSpec& line : sheet.lines) claims = claims || line.claim;
    if (sheet.preset(sheet.claimed_by) == nullptr && (claims || !sheet.claimed_by.empty()))
      wrong(pointer_to(where_, "claimed_by"), "Claims need the preset with the numbers they were made of.");
  }

  const Json& json_;
  std::string where_;
  Problems& problems_;
};

}  // namespace

const LineSpec* Sheet::line(std::string_view of) const {
  for (const LineSpec& line : lines)
    if (line.id == of) return &line;
  return nullptr;
}

const SheetPreset* Sheet::preset(std::string_view of) const {
  for (const SheetPreset& preset : presets)
    if (preset.id == of) return &preset;
  return nullptr;
}

Result<Sheets> load_sheets(const Json& pack) {
  const Json* format = pack.find("format");
  const Json* items = pack.find("items");
  if (!format || !format->text() || *format->text() != pack_format || !items || !items->array())
    return Problem{2905, "", "This is no pack of calculators, or one of another format than " + std::string(pack_format) + "."};
  Problems problems;
  Sheets sheets;
  for (std::size_t i = 0; i < items->array()->size(); ++i) {
    const std::string where = pointer_to("/items", i);
    std::shared_ptr<const Sheet> sheet = SheetReader((*items->array())[i], where, problems).run();
    for (const auto& other : sheets)
      if (other->id == sheet->id || other->method == sheet->method)
        problems.push_back({2906, where, "Two calculators have the id \"" + sheet->id + "\" or the method \"" + sheet->method + "\"."});
    sheets.push_back(std::move(sheet));
  }
  if (sheets.size() > most_sheets)
    problems.push_back({2905, "/items", "There may be at most " + std::to_string(most_sheets) + " calculators."});
  if (!problems.empty()) return problems;
  return sheets;
}

const Sheet* find_sheet(const Sheets& sheets, std::string_view id) {
  for (const auto& sheet : sheets)
    if (sheet->id == id) return sheet.get();
  return nullptr;
}

bool is_asked(const Sheet& sheet, const InputSpec& of, const SheetInput& input) {
  if (of.only_for.empty()) return true;
  for (std::size_t i = 0; i < sheet.inputs.size(); ++i) {
    if (sheet.inputs[i].name != of.only_for) continue;
    const int chosen = input.choices[i];
    const std::string& option = sheet.inputs[i].options[chosen < 0 ? 0 : static_cast<std::size_t>(chosen)].name;
    for (const std::string& one : of.only_for_options)
      if (one == option) return true;
  }
  return false;
}

std::vector<std::string> sources_of(const Sheet& sheet) {
  std::vector<std::string> used;
  const auto use = [&](const std::string& source) {
    for (const std::string& other : used)
      if (other == source) return;
    if (!source.empty()) used.push_back(source);
  };
  for (const std::string& source : sheet.sources) use(source);
  for (const LineSpec& line : sheet.lines) use(line.source);
  for (const Statement& statement : sheet.statements) use(statement.source);
  return used;
}

SheetInput preset_input(const Sheet& sheet, const SheetPreset& preset) {
  SheetInput input;
  for (std::size_t i = 0; i < sheet.inputs.size(); ++i)
    if (!sheet.inputs[i].options.empty()) input.choices[i] = 0;
  for (const auto& [name, value] : preset.values)
    if (const Field* field = find_field(sheet.table(), name)) read_field_text(value, *field, &input);
  return input;
}

}  // namespace storewright::sheet

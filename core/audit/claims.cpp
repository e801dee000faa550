#include "core/audit/claims.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/sort.h"
#include "core/base/text.h"
#include "core/knowledge/member_reader.h"
#include "core/sheet/expression.h"

namespace storewright::audit {
namespace {

using knowledge::MemberReader;

constexpr std::string_view pack_format = "storewright/audit@1";
constexpr std::string_view verdict_names[] = {"wrong",      "inconsistent", "outdated", "unsupported",
                                              "incomplete", "risky",        "holds"};
constexpr std::string_view basis_names[] = {"computed", "run", "source", "knowledge"};

/// A value or the result of a step, as the steps after it see it.
struct Named {
  std::string name;
  std::string label;
  double value = 0;
  int decimals = 6;
};

std::string spaced(std::string_view name) {
  std::string words(name);
  for (char& letter : words)
    if (letter == '_') letter = ' ';
  return words;
}

std::vector<sheet::Term> terms_of(const std::vector<Named>& named) {
  std::vector<sheet::Term> terms;
  for (const Named& one : named)
    terms.push_back(
        {.name = one.name, .label = one.label, .value = Range::exactly(one.value), .decimals = one.decimals});
  return terms;
}

/// Reads one figure. Problems name the file and the figure, since a pack may hold only some of a file.
class ClaimReader {
 public:
  ClaimReader(const Json& item, std::string where, std::string_view file, Problems& problems)
      : item_(item), problems_(problems), reader_(item, std::move(where), problems) {
    claim_.id = reader_.required_text("id");
    place_ = std::string(file) + " \"" + claim_.id + "\"";
  }

  Claim read(std::size_t topic) {
    claim_.topic = topic;
    claim_.documents = reader_.texts("documents");
    if (claim_.documents.empty()) reader_.wrong("documents", "Name the text that holds the figure.");
    claim_.verdict = static_cast<Verdict>(reader_.word("verdict", verdict_names, 0));
    read_basis();
    const Json* decides = reader_.find("changes_a_decision");
    claim_.changes_a_decision = decides && decides->boolean() && *decides->boolean();
    claim_.question = reader_.text("question");
    claim_.quoted = reader_.required_text("quoted");
    claim_.sources = reader_.texts("sources");
    claim_.page = reader_.text("page");
    claim_.page_title = reader_.text("page_title");
    read_values();
    work_out_steps();
    claim_.recomputed = with_numbers("recomputed");
    claim_.what_to_do = with_numbers("what_to_do");
    return std::move(claim_);
  }

 private:
  void problem(int code, std::string message) { problems_.push_back({code, place_, std::move(message)}); }

  void read_basis() {
    for (const std::string& name : reader_.texts("basis")) {
      const auto known = std::find(std::begin(basis_names), std::end(basis_names), name);
      if (known == std::end(basis_names))
        reader_.wrong("basis", "\"" + shortened(name, 40) + "\" is no basis of a check.");
      else
        claim_.basis.push_back(static_cast<Basis>(known - std::begin(basis_names)));
    }
    if (claim_.basis.empty()) reader_.wrong("basis", "Say where the verdict comes from.");
  }

  void add(Named named) {
    for (const Named& other : named_)
      if (other.name == named.name) return problem(1403, "The name \"" + named.name + "\" stands for two numbers.");
    named_.push_back(std::move(named));
  }

  void read_values() {
    knowledge::read_items(item_, "values", knowledge::Presence::optional, problems_, [&](MemberReader& value) {
      const std::string name = value.required_text("name");
      add({.name = name, .label = spaced(name), .value = value.number("value", 0)});
    });
  }

  void work_out_steps() {
    knowledge::read_items(item_, "calculation", knowledge::Presence::optional, problems_, [&](MemberReader& step) {
      const std::string name = step.required_text("name");
      const std::string text = step.required_text("expression");
      if (!name.empty() && !text.empty()) work_out(step, name, text);
    });
  }

  void work_out(MemberReader& step, const std::string& name, const std::string& text) {
    const std::vector<sheet::Term> terms = terms_of(named_);
    const Result<sheet::Expression> expression = sheet::parse_expression(text);
    if (!expression) return pass_on(name, expression.problems());
    const Result<std::optional<Range>> result = sheet::value_of(*expression, terms);
    if (!result) return pass_on(name, result.problems());
    const double value = (*result)->mid;
    const double expected = step.number("expect", 0);
    const double difference = value > expected ? value - expected : expected - value;
    if (!(difference <= step.number("tolerance", 0)))
      problem(1450, "\"" + name + "\" comes to " + display_number(value, 9) + ", not to " +
                        display_number(expected, 9) + ".");
    const int decimals = static_cast<int>(step.number("decimals", 0));
    ClaimStep worked_out{.line = {.id = name,
                                  .label = spaced(name),
                                  .value = display_number(value, decimals),
                                  .formula = sheet::words_of(*expression, terms),
                                  .filled = sheet::filled_of(*expression, terms)},
                         .value = value};
    claim_.steps.push_back(std::move(worked_out));
    add({.name = name, .label = spaced(name), .value = value, .decimals = decimals});
  }

  void pass_on(const std::string& name, const Problems& more) {
    for (const Problem& one : more) problem(one.code, "\"" + name + "\", " + one.where + ": " + one.message);
  }

  std::string with_numbers(std::string_view key) {
    return filled(reader_.required_text(key), [&](std::string_view name) -> std::string {
      for (const Named& one : named_)
        if (one.name == name) return display_number(one.value, one.decimals);
      problem(1402, "The placeholder {" + std::string(name) + "} stands for no value.");
      return {};
    });
  }

  const Json& item_;
  Problems& problems_;
  MemberReader reader_;
  std::string place_;
  Claim claim_;
  std::vector<Named> named_;
};

void read_totals(const Json& pack, Audit& audit, Problems& problems) {
  const Json* totals = pack.find("totals");
  if (!totals || !totals->object())
    return problems.push_back({1401, "/totals", "The pack needs the object \"totals\"."});
  MemberReader reader(*totals, "/totals", problems);
  for (std::size_t i = 0; i < verdict_count; ++i) {
    const double count = reader.number(verdict_names[i], -1);
    if (count >= 0 && count <= 1e6)
      audit.totals[i] = static_cast<std::size_t>(count);
    else
      reader.wrong(verdict_names[i], "There must be a count of each verdict.");
  }
}

struct TopicFile {
  double order = 0;
  Topic topic;
  const Json* json = nullptr;
  std::string where;
};

std::vector<TopicFile> topics_in_order(const Json& pack, Problems& problems) {
  std::vector<TopicFile> files;
  knowledge::read_items(pack, "topics", knowledge::Presence::required, problems, [&](MemberReader& reader) {
    TopicFile file{.order = reader.number("order", 0),
                   .topic = {.id = reader.required_text("id"), .title = reader.required_text("title")},
                   .json = &(*pack.find("topics")->array())[files.size()],
                   .where = reader.where()};
    files.push_back(std::move(file));
  });
  sort_stably(files, [](const TopicFile& a, const TopicFile& b) { return a.order < b.order; });
  return files;
}

void read_claims(const TopicFile& file, Audit& audit, Problems& problems) {
  const Json* items = file.json->find("items");
  if (!items || !items->array())
    return problems.push_back({1401, pointer_to(file.where, "items"), "The topic needs the list \"items\"."});
  const std::string path = "audit/" + file.topic.id + ".json";
  for (std::size_t i = 0; i < items->array()->size(); ++i) {
    const std::string where = pointer_to(pointer_to(file.where, "items"), i);
    Claim claim = ClaimReader((*items->array())[i], where, path, problems).read(audit.topics.size() - 1);
    if (audit.claim(claim.id))
      problems.push_back(
          {1403, path + " \"" + claim.id + "\"", "Two checked figures have the id \"" + claim.id + "\"."});
    audit.claims.push_back(std::move(claim));
  }
}

}  // namespace

const Claim* Audit::claim(std::string_view id) const {
  for (const Claim& one : claims)
    if (one.id == id) return &one;
  return nullptr;
}

Result<Audit> load_audit_pack(const Json& pack) {
  const Json* format = pack.find("format");
  if (!format || !format->text() || *format->text() != pack_format)
    return Problem{1400, "/format", "This is not a pack of checked figures that this version can read."};
  Problems problems;
  Audit audit;
  read_totals(pack, audit, problems);
  for (const TopicFile& file : topics_in_order(pack, problems)) {
    audit.topics.push_back(file.topic);
    read_claims(file, audit, problems);
  }
  if (!problems.empty()) return problems;
  return audit;
}

Audit merged(Audit base, const Audit& more) {
  for (const Claim& claim : more.claims) {
    const Topic& topic = more.topics[claim.topic];
    std::size_t index = 0;
    while (index < base.topics.size() && base.topics[index].id != topic.id) ++index;
    if (index == base.topics.size()) base.topics.push_back(topic);
    base.claims.push_back(claim);
    base.claims.back().topic = index;
  }
  sort_stably(base.claims, [](const Claim& a, const Claim& b) { return a.topic < b.topic; });
  return base;
}

VerdictCounts counts_of(const std::vector<const Claim*>& claims) {
  VerdictCounts counts = {};
  for (const Claim* claim : claims) ++counts[static_cast<std::size_t>(claim->verdict)];
  return counts;
}

Problems check_totals(const Audit& whole) {
  std::vector<const Claim*> all;
  for (const Claim& claim : whole.claims) all.push_back(&claim);
  const VerdictCounts counts = counts_of(all);
  Problems problems;
  for (std::size_t i = 0; i < verdict_count; ++i)
    if (counts[i] != whole.totals[i])
      problems.push_back({1451, "audit.json#/" + std::string(verdict_names[i]),
                          "There are " + std::to_string(counts[i]) + " figures of this verdict, not " +
                              std::to_string(whole.totals[i]) + "."});
  return problems;
}

std::string_view verdict_id(Verdict verdict) { return verdict_names[static_cast<std::size_t>(verdict)]; }
std::string_view basis_id(Basis basis) { return basis_names[static_cast<std::size_t>(basis)]; }

}  // namespace storewright::audit

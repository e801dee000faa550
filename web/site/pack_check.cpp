#include "web/site/pack_check.h"

#include <algorithm>
#include <string_view>

#include "core/audit/claims.h"
#include "core/base/json.h"
#include "core/cases/case_file.h"
#include "core/cost/price_options.h"
#include "core/knowledge/knowledge.h"
#include "core/knowledge/published.h"
#include "core/knowledge/reference.h"
#include "core/migration/tables.h"
#include "core/practice/check_complete.h"
#include "core/practice/check_numbers.h"
#include "core/practice/check_texts.h"
#include "core/practice/grade_answer.h"
#include "core/practice/question.h"
#include "core/scaling/plan_rules.h"
#include "core/scaling/rules.h"
#include "core/sheet/sheet.h"

namespace storewright::site {
namespace {

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

void append(Problems& problems, const Problems& more) { problems.insert(problems.end(), more.begin(), more.end()); }

void check_questions(const Packs& packs, const knowledge::Knowledge& knowledge, Problems& problems) {
  const Result<Json> pack = read_json(packs.at("practice"), pack_limits);
  if (!pack) return append(problems, pack.problems());
  const auto practice = practice::read_practice(*pack);
  if (!practice) return append(problems, practice.problems());
  const std::vector<practice::Topic> topics = practice::read_topics(*pack, problems);
  for (const practice::Question& question : practice->questions) {
    const std::string file = "questions/" + question.id + ".json";
    append(problems, practice::check_formulas(question));
    append(problems, practice::check_complete(question));
    append(problems, practice::check_texts(question));
    append(problems, practice::check_numbers(question));
    std::vector<std::string> sources = question.sources;
    sources.push_back(question.source);
    for (const std::string& source : sources)
      if (!knowledge.source(source)) problems.push_back({1402, file, "There is no source \"" + source + "\"."});
    const bool known = std::any_of(topics.begin(), topics.end(), [&](const practice::Topic& topic) { return topic.id == question.topic(); });
    if (!known)
      problems.push_back({1402, file, "Its first skill begins with \"" + std::string(question.topic()) + "\", which is no topic of practice/topics.json."});
  }
  append(problems, practice::check_skills(practice->skills, practice->questions));
  append(problems, practice::check_answers(*practice, knowledge));
}

void check_cases(const Packs& packs, Problems& problems) {
  const Result<Json> pack = read_json(packs.at("cases"), pack_limits);
  if (!pack) return append(problems, pack.problems());
  const auto cases = cases::load_case_pack(*pack);
  if (!cases) append(problems, cases.problems());
}

void check_migrations(const Packs& packs, const knowledge::Knowledge& knowledge, Problems& problems) {
  const Result<Json> pack = read_json(packs.at("migrations"), pack_limits);
  if (!pack) return append(problems, pack.problems());
  const auto tables = migration::read_tables(*pack);
  append(problems, tables ? migration::check_tables(*tables, knowledge) : tables.problems());
}

void check_reference_pack(const Packs& packs, const knowledge::Knowledge& knowledge, Problems& problems) {
  const Result<Json> pack = read_json(packs.at("reference"), pack_limits);
  if (!pack) return append(problems, pack.problems());
  const auto reference = knowledge::load_reference_pack(*pack);
  append(problems, reference ? knowledge::check_reference(*reference, knowledge) : reference.problems());
}

void check_published(const Packs& packs, Problems& problems) {
  const Result<Json> pack = read_json(packs.at("reference_published"), pack_limits);
  if (!pack) return append(problems, pack.problems());
  const auto published = knowledge::load_published_pack(*pack);
  if (!published) append(problems, published.problems());
}

void check_scaling(const std::string& text, const knowledge::Knowledge& knowledge, Problems& problems) {
  const Result<Json> pack = read_json(text, pack_limits);
  if (!pack) return append(problems, pack.problems());
  const auto rules = scaling::load_scaling_pack(*pack);
  if (!rules) return append(problems, rules.problems());
  const scaling::PlanRules plan = scaling::read_plan_rules(*pack, problems);
  for (const scaling::CitedNumber* number : {&plan.usd_per_node, &plan.usd_per_gb, &plan.usd_per_hour, &plan.gb_per_node})
    if (!knowledge.source(number->source))
      problems.push_back({1402, "scaling/plan.json", "There is no source \"" + number->source + "\"."});
  for (const std::string& source : scaling::sources_of(*rules))
    if (!knowledge.source(source)) problems.push_back({1402, "scaling/", "There is no source \"" + source + "\"."});
  for (const scaling::Technology& technology : rules->technologies)
    if (!knowledge.engine(technology.record))
      problems.push_back({1402, "scaling/technologies.json", "No record has the id \"" + technology.record + "\"."});
  for (const scaling::FilterLeaf& leaf : rules->filters.leaves)
    for (const std::string& record : leaf.records)
      if (!knowledge.engine(record)) problems.push_back({1402, "scaling/filters.json", "No record has the id \"" + record + "\"."});
}

Result<audit::Audit> read_audit(const std::string& text) {
  const Result<Json> pack = read_json(text, pack_limits);
  return pack ? audit::load_audit_pack(*pack) : Result<audit::Audit>(pack.problems());
}

/// A figure of a practice question names one that there is, or nobody would ever see it.
void check_asked(const Packs& packs, const audit::Audit& all, Problems& problems) {
  const Result<Json> pack = read_json(packs.at("practice"), pack_limits);
  const auto questions = pack ? practice::read_questions(*pack) : Result<std::vector<practice::Question>>(pack.problems());
  if (!questions) return;          // named by `check_questions`
  for (const audit::Claim& claim : all.claims)
    if (!claim.question.empty() && !practice::find_question(*questions, claim.question))
      problems.push_back({1402, "audit/" + all.topics[claim.topic].id + ".json \"" + claim.id + "\"", "There is no question \"" + claim.question + "\"."});
}

void check_audit(const Packs& packs, const knowledge::Knowledge& knowledge, Problems& problems) {
  if (packs.count("reference_audit") == 0) return;
  const auto of_reference = read_audit(packs.at("reference_audit"));
  const auto of_questions = read_audit(packs.at("practice_audit"));
  if (!of_reference) append(problems, of_reference.problems());
  if (!of_questions) append(problems, of_questions.problems());
  if (!of_reference || !of_questions) return;
  const audit::Audit all = audit::merged(*of_reference, *of_questions);
  check_asked(packs, all, problems);
  append(problems, audit::check_totals(all));
  for (const audit::Claim& claim : all.claims) {
    const std::string where = "audit/" + all.topics[claim.topic].id + ".json \"" + claim.id + "\"";
    if (&claim != all.claim(claim.id))
      problems.push_back({1403, where, "Two checked figures have the id \"" + claim.id + "\"."});
    for (const auto* list : {&claim.documents, &claim.sources})
      for (const std::string& id : *list)
        if (!knowledge.source(id)) problems.push_back({1402, where, "There is no source \"" + id + "\"."});
  }
}

// The pack's own place says little to who writes content.
Problem in_content(Problem problem, std::string_view pack, const std::vector<Origin>& origins) {
  for (const Origin& origin : origins) {
    const std::size_t end = origin.in_pack.size();
    const bool within = starts_with(problem.where, origin.in_pack) && (problem.where.size() == end || problem.where[end] == '/');
    if (origin.pack != pack || !within) continue;
    problem.where = origin.in_content + problem.where.substr(end);
    break;
  }
  return problem;
}

Problems problems_of_calculators(const std::string& text, const knowledge::Knowledge& knowledge) {
  const Result<Json> pack = read_json(text, pack_limits);
  if (!pack) return pack.problems();
  const Result<sheet::Sheets> sheets = sheet::load_sheets(*pack);
  if (!sheets) return sheets.problems();
  Problems problems;
  for (std::size_t i = 0; i < sheets->size(); ++i)
    for (const std::string& source : sheet::sources_of(*(*sheets)[i]))
      if (!knowledge.source(source)) problems.push_back({1402, pointer_to("/items", i), "There is no source \"" + source + "\"."});
  return problems;
}

Problems problems_of_prices(const std::string& text, const knowledge::Knowledge& knowledge) {
  const Result<Json> pack = read_json(text, pack_limits);
  if (!pack) return pack.problems();
  const auto rules = cost::load_prices_pack(*pack);
  if (!rules) return rules.problems();
  Problems problems;
  for (const std::string& source : cost::sources_of(*rules))
    if (!knowledge.source(source)) problems.push_back({3006, "prices/", "There is no source \"" + source + "\"."});
  for (std::size_t i = 0; i < rules->options.size(); ++i)
    if (const std::string& engine = rules->options[i].engine; !knowledge.engine(engine))
      problems.push_back({1402, pointer_to(pointer_to("/options", i), "engine"), "No record has the id \"" + engine + "\"."});
  return problems;
}

}  // namespace

void check_packs(const Packs& packs, const std::vector<Origin>& origins, Problems& problems) {
  const Result<Json> base = read_json(packs.at("base"), pack_limits);
  const Result<Json> evidence = read_json(packs.at("evidence"), pack_limits);
  if (!base) return append(problems, base.problems());
  if (!evidence) return append(problems, evidence.problems());
  Result<knowledge::Knowledge> loaded = knowledge::load_base_pack(*base);
  if (!loaded) return append(problems, loaded.problems());
  const Result<knowledge::Knowledge> complete = knowledge::with_evidence(loaded.take(), *evidence);
  if (!complete) return append(problems, complete.problems());
  check_questions(packs, *complete, problems);
  check_cases(packs, problems);
  check_migrations(packs, *complete, problems);
  check_published(packs, problems);
  check_reference_pack(packs, *complete, problems);
  check_audit(packs, *complete, problems);
  if (const auto pack = packs.find("scaling"); pack != packs.end()) check_scaling(pack->second, *complete, problems);
  for (Problem& problem : problems_of_calculators(packs.at("calculators"), *complete)) problems.push_back(in_content(std::move(problem), "calculators", origins));
  if (const auto pack = packs.find("prices"); pack != packs.end())
    for (Problem& problem : problems_of_prices(pack->second, *complete)) problems.push_back(in_content(std::move(problem), "prices", origins));
}

}  // namespace storewright::site

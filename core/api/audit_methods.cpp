#include "core/api/groups.h"
#include "core/api/method.h"
#include "core/audit/query.h"
#include "core/knowledge/knowledge.h"

namespace storewright::api {
namespace {

using audit::built_in_audit;
using audit::Claim;
using audit::ClaimQuery;

Result<std::vector<const Claim*>> list_claims(const ClaimQuery& query) {
  return audit::select_claims(built_in_audit(), query);
}

void write_documents(JsonWriter& out, const Claim& claim) {
  out.key("documents").begin_array();
  for (const std::string& id : claim.documents) {
    const knowledge::Source* source = knowledge::built_in().source(id);
    out.begin_object().member("id", id).member("title", source ? source->title : std::string()).end_object();
  }
  out.end_array();
}

void write_steps(JsonWriter& out, const Claim& claim) {
  out.key("calculation").begin_array();
  for (const audit::ClaimStep& step : claim.steps)
    out.begin_object()
        .member("name", step.line.id)
        .member("label", step.line.label)
        .member("value", step.value)
        .member("text", step.line.value)
        .member("formula", step.line.formula)
        .member("filled", step.line.filled)
        .end_object();
  out.end_array();
}

void write_texts(JsonWriter& out, std::string_view name, const std::vector<std::string>& texts) {
  out.key(name).begin_array();
  for (const std::string& text : texts) out.text(text);
  out.end_array();
}

void write_claim(JsonWriter& out, const Claim& claim) {
  out.begin_object()
      .member("id", claim.id)
      .member("topic", built_in_audit().topics[claim.topic].id)
      .member("verdict", audit::verdict_id(claim.verdict))
      .member("quoted", claim.quoted)
      .member("recomputed", claim.recomputed)
      .member("what_to_do", claim.what_to_do)
      .member("changes_a_decision", claim.changes_a_decision)
      .member("basis", audit::basis_sentence(claim));
  write_documents(out, claim);
  write_steps(out, claim);
  write_texts(out, "sources", claim.sources);
  if (!claim.page.empty()) out.member("page", claim.page);
  if (!claim.question.empty()) out.member("question", claim.question);
  out.end_object();
}

void write_verdicts(JsonWriter& out, std::string_view name, const audit::VerdictCounts& counts) {
  out.key(name).begin_object();
  for (std::size_t i = 0; i < audit::verdict_count; ++i)
    out.member(audit::verdict_id(static_cast<audit::Verdict>(i)), static_cast<std::int64_t>(counts[i]));
  out.end_object();
}

void write_claims(JsonWriter& out, const ClaimQuery&, const std::vector<const Claim*>& claims) {
  const audit::Audit& all = built_in_audit();
  out.begin_object()
      .member("count", static_cast<std::int64_t>(claims.size()))
      .member("of", static_cast<std::int64_t>(all.claims.size()))
      .member("says", audit::totals_sentence(audit::counts_of(claims)));
  write_verdicts(out, "verdicts", audit::counts_of(claims));
  write_verdicts(out, "totals", all.totals);
  out.key("topics").begin_array();
  for (const audit::Topic& topic : all.topics)
    out.begin_object().member("id", topic.id).member("title", topic.title).end_object();
  out.end_array().key("claims").begin_array();
  for (const Claim* claim : claims) write_claim(out, *claim);
  out.end_array().end_object();
}

}  // namespace

std::vector<Method> audit_methods() {
  return {
      method<"audit.claims", audit::claim_query_fields, list_claims, write_claims>(
          "Figures that are often quoted, recomputed: what is said, what it comes to, what to do."),
  };
}

}  // namespace storewright::api

// One checked figure on the screen: quoted, recomputed, what to do; with its calculation and sources on demand.
#include "web/app/audit_state.h"
#include "web/app/fetched.h"
#include "web/app/reference_parts.h"

namespace storewright::app {
namespace {

using audit::Claim;
using audit::Verdict;

// A sign and a word: no verdict is said by colour alone.
struct Look {
  std::string_view sign;
  ui::Tone tone;
};
Look look_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::wrong: return {"×", ui::Tone::bad};
    case Verdict::inconsistent: return {"≠", ui::Tone::warning};
    case Verdict::outdated: return {"–", ui::Tone::warning};
    case Verdict::unsupported: return {"?", ui::Tone::quiet};
    case Verdict::incomplete: return {"…", ui::Tone::quiet};
    case Verdict::risky: return {"!", ui::Tone::warning};
    case Verdict::holds: return {"✓", ui::Tone::good};
  }
  return {"", ui::Tone::normal};
}

bool unverified(const Claim& claim) {
  for (const audit::Basis basis : claim.basis)
    if (basis == audit::Basis::knowledge) return true;
  return false;
}

std::string documents_of(const State& state, const Claim& claim) {
  std::string text;
  for (const std::string& id : claim.documents) {
    const knowledge::Source* source = state.knowledge->source(id);
    text.append(text.empty() ? "" : " and ").append(source == nullptr ? id : source->title);
  }
  return text;
}

// What the page behind a link is called: a calculator, a record, a part of the reference, a page or a part of one ("Guide: scale").
std::string page_name(const State& state, const Claim& claim) {
  if (!claim.page_title.empty()) return claim.page_title;
  const std::string& href = claim.page;
  const std::string route = href.substr(2, href.find('?') == href.npos ? href.npos : href.find('?') - 2);
  constexpr std::string_view reference = "reference/";
  if (route.substr(0, reference.size()) == reference) {
    const std::string part = route.substr(reference.size());
    if (const knowledge::Engine* engine = state.knowledge->engine(part)) return engine->name;
    if (const ReferencePart* of_index = find_reference_part(part)) return std::string(of_index->title);
  }
  const Page* page = find_page(route);
  if (page == nullptr) return route;
  const std::string title(page->title);
  return route == page->route ? title : title + ": " + route.substr(route.rfind('/') + 1);
}

void label(std::string_view words) { ui::text(words, {.size = ui::text_small, .tone = ui::Tone::quiet}); }

void verdict_line(const State& state, const Claim& claim) {
  const Look look = look_of(claim.verdict);
  {
    ui::Flow flow(6);
    ui::badge(std::string(look.sign) + " " + std::string(audit::verdict_words(claim.verdict)), look.tone);
    if (unverified(claim)) ui::badge("Not verified", ui::Tone::warning);
  }
  ui::gap(4);
  label(documents_of(state, claim));
}

void steps(const Claim& claim) {
  ui::Scope list(ui::Role::list, "How it comes out", "steps");
  for (const audit::ClaimStep& step : claim.steps) {
    ui::Scope item(ui::Role::listitem, "", step.line.id);
    ui::text(step.line.label + " = " + step.line.formula, {.size = ui::text_small, .bold = true});
    ui::text("= " + step.line.filled + " = " + step.line.value, {.size = ui::text_small});
    ui::gap(6);
  }
}

// The title is a text, because a link keeps to one line and a card on a phone has few letters in it.
void source_line(const knowledge::Source& source) {
  ui::Scope item(ui::Role::listitem, "", source.id);
  ui::text(source.title, {.size = ui::text_small});
  if (!source.address.empty())
    ui::link(source.publisher + ", read " + source.read, source.address, false, ui::text_small);
  ui::gap(6);
}

void looked_up(State& state, const Claim& claim) {
  if (claim.sources.empty()) return;
  need_evidence(state);
  label("Looked up in");
  ui::Scope list(ui::Role::list, "Looked up in", "sources");
  for (const std::string& id : claim.sources)
    if (const knowledge::Source* source = state.knowledge->source(id)) source_line(*source);
}

void how(State& state, const Claim& claim) {
  if (!claim.steps.empty() || !claim.sources.empty()) {
    if (ui::disclosure(claim.steps.empty() ? "Sources" : "Calculation", false, "how")) {
      ui::gap(4);
      if (!claim.steps.empty()) steps(claim);
      looked_up(state, claim);
      ui::gap(4);
    }
  }
  label(audit::basis_sentence(claim));
  if (!claim.page.empty()) ui::link(page_name(state, claim), claim.page, false, ui::text_small);
}

void said_and_recomputed(State& state, const Claim& claim, int heading_level) {
  const float between = ui::narrow() ? 12.0f : 28.0f;
  const float room = ui::frame().area.width - 2 * between;
  ui::Columns columns({room * 0.3f, room * 0.42f, room * 0.28f}, between);
  label("Often quoted");
  ui::heading(heading_level, claim.quoted);
  ui::gap(6);
  verdict_line(state, claim);
  columns.next();
  label("Recomputed");
  ui::text(claim.recomputed);
  ui::gap(4);
  how(state, claim);
  columns.next();
  label("What to do");
  ui::text(claim.what_to_do, {.bold = true});
}

}  // namespace

void claim_entry(State& state, const Claim& claim, int heading_level, ClaimStanding standing) {
  ui::Scope item(ui::Role::listitem, "", claim.id);
  if (standing == ClaimStanding::card) {
    ui::Card card("card", ui::CardTone::plain, ui::narrow() ? 14 : 18);
    said_and_recomputed(state, claim, heading_level);
  } else {
    said_and_recomputed(state, claim, heading_level);
    ui::gap(12);
    ui::divider();
  }
  ui::gap(12);
}

void claims_of_question(State& state, std::string_view question) {
  AuditState& audit = audit_state(state);
  if (!have(state, audit.of_questions, "practice_audit")) return;
  const auto claims = audit::select_claims(audit.of_questions.content, {.question = std::string(question)});
  if (!claims || claims->empty()) return;  // a question of which nothing was checked
  ui::Scope section(ui::Role::section, "Figures of the answer, checked", "checked");
  ui::gap(20);
  ui::heading(3, "Figures of the answer, checked");
  ui::gap(10);
  ui::Scope list(ui::Role::list, "", "claims");
  for (const Claim* claim : *claims) claim_entry(state, *claim, 4, ClaimStanding::card);
}

}  // namespace storewright::app

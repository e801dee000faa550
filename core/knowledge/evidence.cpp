#include <algorithm>

#include "core/knowledge/knowledge.h"
#include "core/knowledge/member_reader.h"

namespace storewright::knowledge {
namespace {

Evidence read_evidence(MemberReader& reader) {
  return Evidence{
      .source = reader.text("source"),
      .kind = static_cast<FactKind>(reader.word("kind", fact_kind_names(), static_cast<int>(FactKind::unverified))),
      .read = reader.text("read"),
      .note = reader.text("note"),
  };
}

void read_engine_evidence(const JsonMember& member, Knowledge& knowledge, Problems& problems) {
  const std::string where = pointer_to("/engines", member.key);
  const auto engine = std::find_if(knowledge.engines.begin(), knowledge.engines.end(),
                                   [&](const Engine& one) { return one.id == member.key; });
  if (engine == knowledge.engines.end()) {
    problems.push_back({1402, where, "There is no engine \"" + member.key + "\"."});
    return;
  }
  MemberReader head(member.value, where, problems);
  engine->summary = head.text("summary");
  engine->best_for = head.texts("best_for");
  engine->not_for = head.texts("not_for");
  const Json* traits = head.find("traits");
  if (!traits || !traits->object()) return head.wrong("traits", "The evidence of an engine needs an object of traits.");
  for (const JsonMember& trait : *traits->object()) {
    const std::string place = pointer_to(pointer_to(where, "traits"), trait.key);
    MemberReader reader(trait.value, place, problems);
    Evidence evidence = read_evidence(reader);
    if (!engine->trait(trait.key)) problems.push_back({1402, place, "The engine has no trait \"" + trait.key + "\"."});
    if (!evidence.source.empty() && !knowledge.source(evidence.source))
      problems.push_back({1402, place, "There is no source \"" + evidence.source + "\"."});
    engine->evidence.insert_or_assign(trait.key, std::move(evidence));
  }
}

void read_note(MemberReader& reader, Knowledge& knowledge, Problems& problems) {
  const std::string id = reader.required_text("id");
  const auto note = std::find_if(knowledge.notes.begin(), knowledge.notes.end(), [&](const Note& one) { return one.id == id; });
  if (note == knowledge.notes.end()) {
    problems.push_back({1402, reader.where(), "There is no note \"" + id + "\"."});
    return;
  }
  note->text = reader.required_text("text");
  note->correction = reader.text("correction");
  note->source = reader.required_text("source");
  note->kind = static_cast<FactKind>(reader.word("kind", fact_kind_names(), static_cast<int>(FactKind::rule_of_thumb)));
  if (!knowledge.source(note->source))
    problems.push_back({1402, reader.where(), "There is no source \"" + note->source + "\"."});
}

}  // namespace

Result<Knowledge> with_evidence(Knowledge knowledge, const Json& evidence_pack) {
  const Json* format = evidence_pack.find("format");
  if (!format || !format->text() || *format->text() != "storewright/evidence@1")
    return Problem{1400, "/format", "This is no evidence pack of the format \"storewright/evidence@1\"."};

  Problems problems;
  read_items(evidence_pack, "sources", Presence::required, problems, [&](MemberReader& reader) {
    const std::string id = reader.required_text("id");
    auto source = std::find_if(knowledge.sources.begin(), knowledge.sources.end(), [&](const Source& one) { return one.id == id; });
    if (source == knowledge.sources.end()) source = knowledge.sources.insert(source, Source{.id = id});
    *source = {id, reader.required_text("title"), reader.text("publisher"), reader.text("address"), reader.text("read")};
  });
  read_items(evidence_pack, "notes", Presence::required, problems, [&](MemberReader& reader) { read_note(reader, knowledge, problems); });
  read_items(evidence_pack, "errors", Presence::required, problems, [&](MemberReader& reader) {
    const int code = reader.code("code");
    for (ErrorText& error : knowledge.errors)
      if (error.code == code) {
        error.name = reader.text("name");
        error.cause = reader.required_text("cause");
      }
  });

  const Json* engines = evidence_pack.find("engines");
  if (!engines || !engines->object())
    problems.push_back({1401, "/engines", "The evidence pack needs an object of engines."});
  else
    for (const JsonMember& member : *engines->object()) read_engine_evidence(member, knowledge, problems);
  if (!problems.empty()) return problems;
  return knowledge;
}

}  // namespace storewright::knowledge

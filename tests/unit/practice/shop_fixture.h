// A small question with decisions and words, its lexicon and patterns: what the tests of the grader share.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "core/practice/grade_answer.h"
#include "core/practice/text_mentions.h"

namespace storewright::practice::shop {

inline constexpr const char* lexicon = R"~({
  "concepts": [
    {"id": "postgresql", "kind": "component", "label": "PostgreSQL", "forms": ["postgresql", "postgres", "pg"], "is": ["relational"]},
    {"id": "relational", "kind": "component", "forms": ["relational database"]},
    {"id": "redis", "kind": "component", "label": "Redis", "forms": ["redis"]},
    {"id": "elasticsearch", "kind": "component", "label": "Elasticsearch", "forms": ["elasticsearch"]},
    {"id": "stock", "kind": "slot", "forms": ["stock", "inventory"]},
    {"id": "sessions", "kind": "slot", "forms": ["session"]},
    {"id": "transaction", "forms": ["transaction", "acid"]},
    {"id": "eventual", "forms": ["eventually consistent"]},
    {"id": "truth", "forms": ["source of truth"]},
    {"id": "ttl", "forms": ["ttl", "expire"]},
    {"id": "cache", "forms": ["cache", "cached"]},
    {"id": "because", "kind": "link", "forms": ["because", "so that"]}
  ],
  "triggers": {
    "negation": ["not", "no", "never", "without", "cannot"],
    "rejection": ["avoid", "instead of", "no need for", "not need"],
    "rejection_after": ["overkill", "unnecessary", "not needed", "cannot hold"],
    "deferral": ["later", "not yet", "only when"],
    "alternative": ["or", "either"],
    "comparison": ["unlike", "than"],
    "denial": ["it is not true that"],
    "disowning": ["none of that"],
    "harmless": ["not only", "nothing prevents"]
  },
  "protected": [["sync", "async"], ["shard", "share"], ["consistent", "inconsistent"]],
  "names": [["postgresql", "postgres", "pg"], ["elasticsearch", "elastic search"], ["cdc", "change data capture"]],
  "breaks": ["but", "because", "so", "if", "once", "when", "while"],
  "conditions": ["if", "once", "when"],
  "links": ["this", "it", "they"],
  "adopting": ["add", "introduce"],
  "verbs": ["use", "keep"],
  "common": ["the a we stays and with goes lives count shown read write retried"]
})~";

inline constexpr const char* patterns = R"~({
  "question": "shop",
  "criteria": [
    {"id": "stock_truth", "met": {"concept": "relational", "about": ["stock"]},
     "partly": "relational",
     "against": [{"if": {"all": [{"concept": "redis", "about": ["stock"]}, "truth"], "within": "clause"}, "why": "A cache can be empty.", "misconception": "cache-as-truth"}]},
    {"id": "one_second", "met": {"all": [{"concept": ["ttl", "cache"], "about": ["stock"]}, {"number": {"unit": "seconds", "at_most": 1}}], "within": "sentence"},
     "against": [{"if": {"all": ["ttl", {"number": {"unit": "seconds", "above": 1}}], "within": "clause"}, "why": "That is older than a second."}]},
    {"id": "no_search", "met": {"concept": "elasticsearch", "is": "denied"}, "against": [{"if": "elasticsearch", "why": "Nobody searches here."}]}
  ],
  "exclusive": [{"criterion": "stock_truth", "about": ["stock"], "concepts": ["relational", "redis"], "why": "Two stores cannot both hold the count that is true."}]
})~";

inline constexpr const char* question = R"~({
  "id": "shop", "version": 1, "title": "T", "purpose": "P", "level": "beginner", "minutes": 3, "source": "s", "kind": "rule_of_thumb", "read": "2026-01-02",
  "modes": ["structured", "text"], "skills": ["x"], "solution": ["S"],
  "scenario": ["A shop keeps sessions and the stock of each product, and the stock must be at most one second old."],
  "decisions": [
    {"id": "store", "type": "choice", "prompt": "p", "points": 1, "complete": "c", "options": [
      {"id": "postgresql", "label": "PostgreSQL", "credit": 1, "why": "right"}, {"id": "mysql", "label": "MySQL", "credit": 0.5, "why": "half"},
      {"id": "redis", "label": "Redis", "why": "wrong", "misconception": "cache-as-truth"}]},
    {"id": "guards", "type": "choices", "prompt": "p", "points": 1, "complete": "c", "options": [
      {"id": "lock", "label": "L", "credit": 1}, {"id": "condition", "label": "C", "credit": 1}, {"id": "ttl", "label": "T", "why": "no guard"},
      {"id": "log", "label": "G", "neutral": true}]},
    {"id": "phases", "type": "order", "prompt": "p", "points": 3, "complete": "c", "options": [
      {"id": "copy", "label": "Copy"}, {"id": "both", "label": "Both"}, {"id": "check", "label": "Check"}],
      "before": [{"first": "both", "then": "copy", "why": "changes are lost"}, {"first": "copy", "then": "check", "why": "nothing to check"},
                 {"first": "both", "then": "check", "why": "too early"}]},
    {"id": "board", "type": "board", "prompt": "p", "rows": [{"id": "stock", "label": "Stock"}, {"id": "sessions", "label": "Sessions"}], "columns": [
      {"id": "store", "label": "Store", "options": [{"id": "postgresql", "label": "P"}, {"id": "redis", "label": "R"}, {"id": "none", "label": "-"}]},
      {"id": "key", "label": "Key", "rows": ["sessions"], "options": [{"id": "session_id", "label": "S"}, {"id": "city", "label": "C"}]}]}
  ],
  "checks": [
    {"id": "truth", "kind": "requirement", "points": 2, "asks": "a", "met": {"cell": "board.stock.store", "trait": "transactions", "has": ["multi_row"]},
     "partly": {"filled": ["board.stock.store"]}, "against": [{"if": {"cell": "board.stock.store", "in": ["redis"]}, "why": "no truth"}], "why": "w", "complete": "c"},
    {"id": "few", "kind": "economy", "points": 1, "asks": "a", "met": {"distinct": ["board.stock.store", "board.sessions.store"], "at_most": 1}, "why": "w", "complete": "c"}
  ],
  "words": {"fields": [{"id": "stock_words", "label": "Where is it?", "about": ["stock"]}], "criteria": [
    {"id": "stock_truth", "points": 2, "skill": "k", "asks": "a", "why": "w", "complete": "c"},
    {"id": "one_second", "points": 1, "skill": "k", "asks": "a", "why": "w", "complete": "c"},
    {"id": "no_search", "points": 1, "skill": "k", "asks": "a", "why": "w", "complete": "c"}]},
  "misconceptions": [{"id": "cache-as-truth", "title": "t", "why": "w"}],
  "model": {"text": "We keep the stock in PostgreSQL. The shown stock is cached with a TTL of 500 ms. There is no need for Elasticsearch."}
})~";

inline std::string pack(const std::string& with_question = question, const std::string& with_patterns = patterns, const std::string& with_lexicon = lexicon) {
  return R"({"format":"storewright/practice@1","questions":[)" + with_question + R"(],"lexicon":)" + with_lexicon + R"(,"patterns":[)" + with_patterns + "]}";
}

inline const Practice& practice() {
  static const Practice read = [] {
    const auto json = read_json(pack());
    REQUIRE(json);
    auto practice = read_practice(*json);
    if (!practice) MESSAGE(practice.problems().front().message);
    REQUIRE(practice);
    return practice.take();
  }();
  return read;
}

inline Reading reading_of(std::string_view text) {
  static const std::vector<std::string> no_prompt;
  Document document;
  add_field(document, "text", text);
  return read_answer(std::move(document), {practice().vocabulary, 0, no_prompt, practice().questions[0].fields});
}

/// The first mention of a concept.
inline const Mention& mention_of(const Reading& reading, std::string_view concept_id) {
  for (const Mention& mention : reading.mentions)
    if (mention.concept_index >= 0 && practice().vocabulary.concepts()[static_cast<std::size_t>(mention.concept_index)].id == concept_id) return mention;
  FAIL("no mention of " << std::string(concept_id));
  return reading.mentions.front();
}

inline AnswerGrade graded(const Answer& answer) {
  const auto result = grade_answer(practice(), 0, variant_of(practice().questions[0], 0), knowledge::built_in(), answer);
  REQUIRE(result);
  return *result;
}

inline AnswerGrade graded(const std::string& text) { return graded(Answer{.words = {{"text", text}}}); }

inline const Mark& mark_of(const AnswerGrade& answer, std::string_view id) {
  for (const Mark& mark : answer.grade.marks)
    if (mark.id == id) return mark;
  FAIL("no mark of " << std::string(id));
  return answer.grade.marks.front();
}

}  // namespace storewright::practice::shop

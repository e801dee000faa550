// Verdicts and ranking alone, without words and JSON, for tests/bench/rules.mjs. Exports what core.wasm exports, so
// web/host/core.js loads it, but `sw_call` knows two methods of its own:
//
//   facts   profile -> what the rules read of it, by name
//   decide  {"profiles": […], "rounds": 100} -> verdicts and order of each profile, after so many rounds over all of
//   them
#include "core/selection/decide.h"

#include <cstdlib>
#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/sort.h"

using namespace storewright;
using namespace storewright::selection;

namespace {

/// What a caller asks for: who is out, who is open, and the survivors in order.
struct Answer {
  Decision decision;
  std::vector<std::size_t> order;
};

Answer answer_of(const Profile& profile) {
  const Rulebook& rulebook = built_in_rulebook();
  Answer answer{decide(rulebook, profile), {}};
  for (std::size_t i = 0; i < rulebook.knowledge.engines.size(); ++i)
    if (ranked(rulebook, answer.decision, i)) answer.order.push_back(i);
  const std::vector<Score>& scores = answer.decision.scores;
  sort_stably(answer.order, [&](std::size_t a, std::size_t b) {
    return comes_first(rulebook, answer.decision, a, scores[a].total, b, scores[b].total);
  });
  return answer;
}

void write_answer(JsonWriter& out, const Answer& answer) {
  const auto& engines = built_in_rulebook().knowledge.engines;
  out.begin_object().key("verdicts").begin_object();
  for (std::size_t i = 0; i < engines.size(); ++i)
    out.member(engines[i].id, answer.decision.rejected.has(i) ? "rejected"
                              : answer.decision.open.has(i)   ? "undecided"
                                                              : "kept");
  out.end_object().key("ranking").begin_array();
  for (const std::size_t record : answer.order) out.text(engines[record].id);
  out.end_array().end_object();
}

std::string decided(const Json& params) {
  std::vector<Profile> profiles;
  for (const Json& json : *params.find("profiles")->array()) profiles.push_back(*read_profile(json));
  const auto rounds = static_cast<int>(*params.find("rounds")->number());
  std::vector<Answer> answers(profiles.size());
  for (int round = 0; round < rounds; ++round)
    for (std::size_t i = 0; i < profiles.size(); ++i) answers[i] = answer_of(profiles[i]);
  JsonWriter out;
  out.begin_array();
  for (const Answer& answer : answers) write_answer(out, answer);
  return out.end_array().take();
}

std::string facts_json(const Json& params) {
  const Profile profile = *read_profile(params);
  const Facts facts = all_facts(profile);
  JsonWriter out;
  out.begin_object();
  for (std::size_t i = 0; i < knowledge::rule_field_count; ++i) {
    if (!facts[i].known) continue;
    const std::string_view type = knowledge::all_rule_fields[i].type;
    out.key(knowledge::all_rule_fields[i].name);
    if (type == "number") {
      out.number(facts[i].number.mid);
    } else if (type == "flag") {
      out.boolean(facts[i].words == yes_bit);
    } else {
      out.begin_array();
      const std::span<const Option> options = words_of_rule_field(i);
      for (std::size_t word = 0; word < options.size(); ++word)
        if (facts[i].words >> word & 1u) out.text(options[word].name);
      if (facts[i].texts)
        for (const std::string& text : *facts[i].texts) out.text(text);
      out.end_array();
    }
  }
  return out.end_object().take();
}

std::string& reply() {
  static std::string text;
  return text;
}

}  // namespace

#define STOREWRIGHT_EXPORT(name) __attribute__((used, export_name(#name)))

extern "C" {

STOREWRIGHT_EXPORT(sw_alloc) char* sw_alloc(std::size_t size) {
  return static_cast<char*>(std::malloc(size ? size : 1));
}
STOREWRIGHT_EXPORT(sw_free) void sw_free(char* text) { std::free(text); }
STOREWRIGHT_EXPORT(sw_call)
const char* sw_call(const char* method, std::size_t method_size, const char* params, std::size_t params_size) {
  const Result<Json> json = read_json({params, params_size});
  reply() = std::string_view(method, method_size) == "facts" ? facts_json(*json) : decided(*json);
  return reply().data();
}
STOREWRIGHT_EXPORT(sw_result_size) std::size_t sw_result_size() { return reply().size(); }
}

#include "core/api/api.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/api/groups.h"
#include "core/api/method.h"
#include "core/base/math.h"
#include "core/base/text.h"

namespace storewright::api {
namespace {

std::vector<Method> all_methods() {
  std::vector<Method> all;
  for (std::vector<Method> group : {selection_methods(), whatif_methods(), sharding_methods(), cost_methods(), case_methods(), practice_methods(), progress_methods(),
                                     link_methods(), migration_methods(), reference_methods(), consistency_methods(),
                                     published_methods(), reference_form_methods(), rule_methods(), scaling_methods(), price_methods(), polyglot_methods(),
                                     sizing_methods(), sheet_methods(), audit_methods()})
    all.insert(all.end(), group.begin(), group.end());
  return all;
}

Problem unknown_method(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Method& method : methods()) names.push_back(method.name);
  constexpr std::size_t longest = 60;
  const bool quotable = !name.empty() && name.size() <= longest && valid_utf8(name);
  std::string message =
      quotable ? "There is no method \"" + std::string(name) + "\"." : "There is no method of that name.";
  const std::string near = quotable ? nearest_word(name, names) : "";
  message += near.empty() ? " `storewright methods --names` lists them all." : " Did you mean \"" + near + "\"?";
  return {1201, "", message};
}

/// A text or a whole number as the text it stands for; anything else unchanged.
Json as_text(const Json& value) {
  const double* number = value.number();
  if (!number || floor_of(*number) != *number) return value;
  return Json(shortest_number(*number));
}

Json as_text_list(const Json& value) {
  Json::Array items;
  if (const Json::Array* given = value.array())
    for (const Json& item : *given) items.push_back(as_text(item));
  else if (value.text() || value.number())
    items.push_back(as_text(value));
  else
    return value;
  return Json(std::move(items));
}

}  // namespace

Json with_text_lists(const Json& params, FieldTable table) {
  const Json::Object* given = params.object();
  if (!given) return params;
  Json::Object members;
  for (const JsonMember& member : *given) {
    const Field* field = find_field(table, member.key);
    members.push_back(
        {member.key, field && field->kind == FieldKind::texts ? as_text_list(member.value) : member.value});
  }
  return Json(std::move(members));
}

std::span<const Method> methods() {
  static const std::vector<Method> all = all_methods();
  return all;
}

std::string code_text(int code) { return "SW-" + std::to_string(code); }

std::string error_json(const Problems& problems) {
  JsonWriter writer;
  const auto write_problem = [&writer](const Problem& problem) {
    writer.member("code", code_text(problem.code)).member("message", problem.message).member("where", problem.where);
  };
  writer.begin_object().key("error").begin_object();
  if (!problems.empty()) write_problem(problems.front());
  writer.key("problems").begin_array();
  for (const Problem& problem : problems) {
    writer.begin_object();
    write_problem(problem);
    writer.end_object();
  }
  writer.end_array().end_object().end_object();
  return writer.take();
}

Reply call(std::string_view method_name, std::string_view params) {
  const auto failed = [](const Problems& problems) { return Reply{false, error_json(problems)}; };
  const auto all = methods();
  const auto method =
      std::find_if(all.begin(), all.end(), [&](const Method& candidate) { return candidate.name == method_name; });
  if (method == all.end()) return failed({unknown_method(method_name)});

  const Result<Json> json = read_json(params);
  if (!json) return failed(json.problems());
  JsonWriter result;
  const Problems problems = method->run(*json, result);
  if (!problems.empty()) return failed(problems);
  return {true, result.take()};
}

}  // namespace storewright::api

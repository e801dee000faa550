#include "core/knowledge/schema_check.h"

#include <algorithm>
#include <string>

#include "core/base/math.h"
#include "core/base/text.h"

namespace storewright::knowledge {
namespace {

constexpr int max_depth = 200;  // a $ref that leads back to itself would never end
constexpr std::string_view known_keywords[] = {"$defs",   "$id",      "$ref",        "$schema",  "additionalProperties",
                                               "const",   "default",  "description", "enum",     "examples",
                                               "items",   "maxItems", "maximum",     "minItems", "minLength",
                                               "minimum", "oneOf",    "properties",  "required", "title",
                                               "type"};

std::string written(const Json& value) {
  JsonWriter writer;
  writer.value(value);
  return writer.take();
}

bool is_of_type(const Json& value, std::string_view type) {
  if (type == "object") return value.object();
  if (type == "array") return value.array();
  if (type == "string") return value.text();
  if (type == "boolean") return value.boolean();
  if (type == "null") return value.is_null();
  if (type == "number") return value.number();
  return type == "integer" && value.number() && floor_of(*value.number()) == *value.number();
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

class Checker {
 public:
  explicit Checker(const Json& root) : root_(root) {}

  Problems check(const Json& value, const Json& schema, const std::string& at, int depth) const {
    if (const bool* all = schema.boolean()) return *all ? Problems{} : Problems{wrong(at, "Nothing may stand here.")};
    const Json::Object* keywords = schema.object();
    if (!keywords || depth > max_depth) return {wrong(at, "The schema of this place is broken.")};
    Problems problems;
    for (const JsonMember& keyword : *keywords) {
      const Problems more = check_keyword(keyword.key, value, schema, keyword.value, at, depth);
      problems.insert(problems.end(), more.begin(), more.end());
    }
    return problems;
  }

 private:
  static Problem wrong(std::string at, std::string message) { return {1408, std::move(at), std::move(message)}; }

  static Problems when(bool broken, const std::string& at, const std::string& message) {
    return broken ? Problems{wrong(at, message)} : Problems{};
  }

  Problems check_keyword(std::string_view key, const Json& value, const Json& schema, const Json& demand,
                         const std::string& at, int depth) const {
    if (key == "type") return check_type(value, demand, at);
    if (key == "const") return when(written(value) != written(demand), at, "This must be " + written(demand) + ".");
    if (key == "enum") return check_enum(value, demand, at);
    if (key == "required") return check_required(value, demand, at);
    if (key == "properties") return check_properties(value, demand, at, depth);
    if (key == "additionalProperties") return check_additional(value, schema, demand, at, depth);
    if (key == "items") return check_items(value, demand, at, depth);
    if (key == "oneOf") return check_one_of(value, demand, at, depth);
    if (key == "$ref") return check_reference(value, demand, at, depth);
    if (const double* limit = demand.number()) return check_limit(key, value, *limit, at);
    const bool known = std::find(std::begin(known_keywords), std::end(known_keywords), key) != std::end(known_keywords);
    return when(!known, at, "The schema uses \"" + std::string(key) + "\", which is not known here.");
  }

  static Problems check_type(const Json& value, const Json& demand, const std::string& at) {
    std::vector<std::string> types;
    if (demand.text()) types.push_back(*demand.text());
    if (demand.array())
      for (const Json& type : *demand.array())
        if (type.text()) types.push_back(*type.text());
    const bool fits =
        std::any_of(types.begin(), types.end(), [&](const auto& type) { return is_of_type(value, type); });
    return when(!fits, at, "This must be of the type " + joined(types, " or ") + ".");
  }

  static Problems check_enum(const Json& value, const Json& demand, const std::string& at) {
    if (!demand.array()) return {wrong(at, "The schema of this place is broken.")};
    std::vector<std::string> allowed;
    for (const Json& one : *demand.array()) allowed.push_back(written(one));
    const bool fits = std::find(allowed.begin(), allowed.end(), written(value)) != allowed.end();
    return when(!fits, at, "This must be one of " + joined(allowed, ", ") + ".");
  }

  static Problems check_required(const Json& value, const Json& demand, const std::string& at) {
    Problems problems;
    if (value.object() && demand.array())
      for (const Json& name : *demand.array())
        if (name.text() && !value.find(*name.text()))
          problems.push_back(wrong(at, "The member \"" + *name.text() + "\" is missing."));
    return problems;
  }

  Problems check_properties(const Json& value, const Json& demand, const std::string& at, int depth) const {
    Problems problems;
    if (value.object())
      for (const JsonMember& member : *value.object())
        if (const Json* schema = demand.find(member.key)) {
          const Problems more = check(member.value, *schema, pointer_to(at, member.key), depth + 1);
          problems.insert(problems.end(), more.begin(), more.end());
        }
    return problems;
  }

  Problems check_additional(const Json& value, const Json& schema, const Json& demand, const std::string& at,
                            int depth) const {
    Problems problems;
    if (!value.object()) return problems;
    const Json* named = schema.find("properties");
    for (const JsonMember& member : *value.object()) {
      if (named && named->find(member.key)) continue;
      const std::string place = pointer_to(at, member.key);
      if (demand.boolean() && !*demand.boolean()) {
        problems.push_back(wrong(place, "There is no member of this name; see the schema for the names."));
        continue;
      }
      const Problems more = check(member.value, demand, place, depth + 1);
      problems.insert(problems.end(), more.begin(), more.end());
    }
    return problems;
  }

  Problems check_items(const Json& value, const Json& demand, const std::string& at, int depth) const {
    Problems problems;
    if (value.array())
      for (std::size_t i = 0; i < value.array()->size(); ++i) {
        const Problems more = check((*value.array())[i], demand, pointer_to(at, i), depth + 1);
        problems.insert(problems.end(), more.begin(), more.end());
      }
    return problems;
  }

  Problems check_one_of(const Json& value, const Json& demand, const std::string& at, int depth) const {
    if (!demand.array()) return {wrong(at, "The schema of this place is broken.")};
    int fitting = 0;
    Problems nearest;  // of the form with the fewest problems: most likely the one that was meant
    for (const Json& form : *demand.array()) {
      const Problems problems = check(value, form, at, depth + 1);
      if (problems.empty())
        ++fitting;
      else if (nearest.empty() || problems.size() < nearest.size())
        nearest = problems;
    }
    if (fitting == 1) return {};
    if (fitting > 1) return {wrong(at, "This fits more than one of the forms that exclude each other.")};
    nearest.insert(nearest.begin(),
                   wrong(at, "This fits none of the forms that may stand here; the nearest one says:"));
    return nearest;
  }

  Problems check_reference(const Json& value, const Json& demand, const std::string& at, int depth) const {
    constexpr std::string_view definitions = "#/$defs/";
    const std::string* name = demand.text();
    const Json* schema = nullptr;
    if (name && *name == "#") schema = &root_;
    const Json* all = root_.find("$defs");
    if (name && all && name->compare(0, definitions.size(), definitions) == 0)
      schema = all->find(std::string_view(*name).substr(definitions.size()));
    if (!schema) return {wrong(at, "The schema refers to a part that does not exist.")};
    return check(value, *schema, at, depth + 1);
  }

  static Problems check_limit(std::string_view key, const Json& value, double limit, const std::string& at) {
    const std::string words = shortest_number(limit);
    const double* number = value.number();
    const auto items = value.array() ? static_cast<double>(value.array()->size()) : 0;
    if (key == "minimum") return when(number && *number < limit, at, "This must be at least " + words + ".");
    if (key == "maximum") return when(number && *number > limit, at, "This must be at most " + words + ".");
    if (key == "minItems")
      return when(value.array() && items < limit, at, "At least " + words + " items must stand here.");
    if (key == "maxItems")
      return when(value.array() && items > limit, at, "At most " + words + " items may stand here.");
    if (key == "minLength")
      return when(value.text() && static_cast<double>(characters(*value.text())) < limit, at,
                  "This text must have at least " + words + " characters.");
    if (key == "default") return {};
    return {wrong(at, "The schema uses \"" + std::string(key) + "\", which is not known here.")};
  }

  const Json& root_;
};

}  // namespace

Problems check_schema(const Json& value, const Json& schema, std::string_view at) {
  return Checker(schema).check(value, schema, std::string(at), 0);
}

}  // namespace storewright::knowledge

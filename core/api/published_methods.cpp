#include "core/api/groups.h"
#include "core/api/method.h"
#include "core/base/text.h"
#include "core/knowledge/knowledge.h"
#include "core/selection/nearest_case.h"

namespace storewright::api {
namespace {

using knowledge::PublishedCase;
using selection::NearCase;
using selection::Profile;

struct PublishedInput {
  std::string engine;  // id of a record, "" for all
};

constexpr Field published_rows[] = {
    field<&PublishedInput::engine>({.name = "engine",
                                    .label = "Store",
                                    .help = "Only cases that left or chose it, such as postgresql; left empty, all.",
                                    .max_items = 1}),
};

FieldTable published_fields() { return published_rows; }

bool names(const PublishedCase& published, const std::string& engine) {
  for (const auto* list : {&published.engines_before, &published.engines_after})
    for (const std::string& id : *list)
      if (id == engine) return true;
  return false;
}

Result<std::vector<const PublishedCase*>> list_published(const PublishedInput& input) {
  if (!input.engine.empty() && !knowledge::built_in().engine(input.engine)) {
    std::vector<std::string_view> ids;
    for (const knowledge::Engine& engine : knowledge::built_in().engines) ids.push_back(engine.id);
    const std::string near = nearest_word(input.engine, ids);
    return Problem{2003, "/engine",
                   "There is no store \"" + shortened(input.engine, 40) + "\" in the catalogue" +
                       (near.empty() ? "; `reference.records` lists them all." : "; did you mean \"" + near + "\"?")};
  }
  std::vector<const PublishedCase*> found;
  for (const PublishedCase& published : knowledge::built_in_published())
    if (input.engine.empty() || names(published, input.engine)) found.push_back(&published);
  return found;
}

void write_citation(JsonWriter& out, const knowledge::Citation& citation) {
  out.member("title", citation.title).member("publisher", citation.publisher).member("address", citation.address);
}

void write_ids(JsonWriter& out, std::string_view name, const std::vector<std::string>& ids) {
  out.key(name).begin_array();
  for (const std::string& id : ids) out.text(id);
  out.end_array();
}

void write_head(JsonWriter& out, const PublishedCase& published) {
  out.member("id", published.id).member("company", published.company).member("year", published.year);
  write_citation(out, published.told);
  out.member("read", published.read);
}

void write_decision(JsonWriter& out, const PublishedCase& published) {
  out.member("before", published.before)
      .member("chose", published.chose)
      .member("why", published.why)
      .member("gave_up", published.gave_up)
      .member("lesson", published.lesson);
  write_ids(out, "engines_before", published.engines_before);
  write_ids(out, "engines_after", published.engines_after);
}

void write_case(JsonWriter& out, const PublishedCase& published) {
  out.begin_object();
  write_head(out, published);
  out.key("also").begin_array();
  for (const knowledge::Citation& citation : published.also) {
    out.begin_object();
    write_citation(out, citation);
    out.end_object();
  }
  out.end_array();
  write_decision(out, published);
  out.key("profile").value(published.profile).key("stated").begin_object();
  for (const auto& [field, words] : published.stated) out.member(field, words);
  out.end_object().end_object();
}

void write_list(JsonWriter& out, const PublishedInput&, const std::vector<const PublishedCase*>& found) {
  out.begin_object().member("count", static_cast<std::int64_t>(found.size())).key("cases").begin_array();
  for (const PublishedCase* published : found) write_case(out, *published);
  out.end_array().end_object();
}

Result<std::vector<NearCase>> nearest(const Profile& profile) {
  return selection::nearest_cases(profile, knowledge::built_in_published());
}

void write_near(JsonWriter& out, const NearCase& near) {
  out.begin_object();
  write_head(out, *near.published);
  out.member("distance", near.distance).member("says", near.says).key("answers").begin_array();
  for (const selection::SharedAnswer& answer : near.answers)
    out.begin_object()
        .member("field", answer.field->name)
        .member("name", answer.name)
        .member("agrees", answer.agrees)
        .member("difference", answer.difference)
        .member("yours", answer.yours)
        .member("theirs", answer.theirs)
        .member("stated", near.published->statement(answer.field->name))
        .end_object();
  out.end_array();
  write_decision(out, *near.published);
  out.end_object();
}

void write_nearest(JsonWriter& out, const Profile&, const std::vector<NearCase>& near) {
  out.begin_object().member("of", static_cast<std::int64_t>(knowledge::built_in_published().size()));
  out.key("cases").begin_array();
  for (const NearCase& one : near) write_near(out, one);
  out.end_array().end_object();
}

}  // namespace

std::vector<Method> published_methods() {
  return {
      method<"reference.published", published_fields, list_published, write_list>(
          "How companies decided, with the text that tells it: all published cases, or those about one store."),
      method<"published.nearest", selection::profile_fields, nearest, write_nearest>(
          "The published cases nearest to a profile, and which answers agree and differ."),
  };
}

}  // namespace storewright::api

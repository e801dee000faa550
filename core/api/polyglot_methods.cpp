#include "core/api/groups.h"
#include "core/api/method.h"
#include "core/knowledge/knowledge.h"
#include "core/selection/polyglot.h"

namespace storewright::api {
namespace {

using knowledge::built_in;

struct NothingAsked {};

FieldTable no_fields() { return {}; }

void write_number(JsonWriter& out, std::string_view name, const std::optional<Range>& value) {
  out.key(name);
  if (!value) out.null();
  else if (value->exact()) out.number(value->mid);
  else out.begin_object().member("low", value->low).member("mid", value->mid).member("high", value->high).end_object();
}

void write_texts(JsonWriter& out, std::string_view name, const std::vector<std::string>& texts) {
  out.key(name).begin_array();
  for (const std::string& text : texts) out.text(text);
  out.end_array();
}

void write_flag(JsonWriter& out, std::string_view name, const std::optional<bool>& flag) {
  out.key(name);
  if (flag) out.boolean(*flag);
  else out.null();
}

Result<selection::PolyglotAnswer> check(const selection::PolyglotInput& input) {
  return selection::check_polyglot(input, built_in());
}

void write_check(JsonWriter& out, const selection::PolyglotInput&, const selection::PolyglotAnswer& answer) {
  out.begin_object()
      .member("pass", answer.pass)
      .member("count", static_cast<std::int64_t>(answer.technologies.size()));
  out.key("technologies").begin_array();
  for (const selection::Technology& technology : answer.technologies)
    out.begin_object().member("id", technology.id).member("work", technology.work).end_object();
  out.end_array();
  write_texts(out, "extensions", answer.extensions);
  write_texts(out, "feeds", answer.feeds);
  write_texts(out, "unknown", answer.unknown);
  write_number(out, "engineers_per_technology", answer.engineers_per_technology);
  out.key("load");
  if (answer.load) out.text(selection::name_of(*answer.load));
  else out.null();
  out.member("why", answer.why);
  write_texts(out, "remarks", answer.remarks);
  out.end_object();
}

Result<selection::DesignAnswer> select(const selection::DesignInput& input) {
  return selection::choose_of_design(input, built_in());
}

void write_store(JsonWriter& out, const selection::DesignAnswer& answer) {
  const knowledge::DesignStore& store = *answer.store;
  out.begin_object()
      .member("engine", store.engine)
      .member("purpose", store.purpose)
      .member("target", store.target)
      .member("unit", store.unit)
      .member("capacity_tb", store.capacity_tb);
  out.key("reported");
  if (store.reported > 0) out.number(store.reported);
  else out.null();
  out.key("reported_over_target");
  if (store.reported > 0) out.number(answer.reported_over_target);
  else out.null();
  out.member("source", store.source).end_object();
}

void write_select(JsonWriter& out, const selection::DesignInput&, const selection::DesignAnswer& answer) {
  out.begin_object().key("store");
  if (answer.store) write_store(out, answer);
  else out.null();
  write_flag(out, "over_capacity", answer.over_capacity);
  write_flag(out, "over_target", answer.over_target);
  out.member("capacity_of_all_tb", answer.capacity_of_all_tb);
  write_texts(out, "warnings", answer.warnings);
  out.end_object();
}

Result<NothingAsked> compare(const NothingAsked& input) { return input; }

void write_hosting(JsonWriter& out, const NothingAsked&, const NothingAsked&) {
  out.begin_object().key("aspects").begin_array();
  for (const knowledge::HostingAspect& aspect : built_in().hosting)
    out.begin_object()
        .member("id", aspect.id)
        .member("aspect", aspect.aspect)
        .member("managed", aspect.managed)
        .member("self_hosted", aspect.self_hosted)
        .end_object();
  out.end_array().end_object();
}

}  // namespace

std::vector<Method> polyglot_methods() {
  return {
      method<"polyglot.check", selection::polyglot_fields, check, write_check>(
          "Whether a team of this size can look after these stores, and why."),
      method<"polyglot.select", selection::design_fields, select, write_select>(
          "Which of the four stores of the DataFlow design takes a workload, and whether it has room."),
      method<"hosting.compare", no_fields, compare, write_hosting>("A managed store and one of your own, point by point."),
  };
}

}  // namespace storewright::api

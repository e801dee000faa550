// Whatever a caller sends, the reply is a result or problems with a code that
// has a cure, and the next call is as good as ever.
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/api/api.h"
#include "core/base/text.h"
#include "tests/unit/slow_build.h"
#include "tests/unit/source_file.h"

using namespace storewright;

namespace {

struct GoodCall {
  std::string_view method;
  std::string params;
};

const std::vector<GoodCall>& good_calls() {
  static const std::vector<GoodCall> calls = {
      {"recommend",
       R"({"application":"Ärzte 漢字 🙂","money":true,"writes_per_second":{"low":1,"mid":2.5,"high":9e2},)"
       R"("access_patterns":["joins","key_lookup"],"existing":{"store":"mysql","metrics":{"cpu_percent":80}}})"},
      {"flips", R"({"application":"Ä 漢","money":true,"data_size_gb":{"low":1,"high":9e4},"target":"redis"})"},
      {"next_question", R"({"access_patterns":["joins","key_lookup"],"application":"漢 🙂","worlds":200,"seed":3})"},
      {"recommend.worlds", R"({"application":"Ö","writes_per_second":{"low":1,"mid":2.5,"high":9e5},"worlds":200})"},
      {"reference.records", R"({"filter":"aws Ärzte","category":"graph","sort":"joins","descending":true})"},
      {"reference.record", R"({"id":"redis"})"},
      {"polyglot.check", R"({"stores":["PostgreSQL","Ä 漢","redis"],"engineers":{"low":2,"mid":3,"high":6},"services":3})"},
      {"polyglot.select", R"({"workload":"sessions","data_tb":{"low":1,"mid":9,"high":12},"per_second":5})"},
      {"hosting.compare", "{}"},
      {"sizing.vectors", R"({"vectors":1000000,"dimensions":768,"number":"float16","latency_p99_ms":50,"memory_gb":4})"},
      {"cost.serverless", R"({"busy_percent":{"low":1,"mid":5,"high":90},"reserved_usd_per_month":60,"queries_per_hour":7})"},
      {"reference.categories", R"({"writes_per_second":60000})"},
      {"reference.cheat_sheet", R"({"application":"漢","writes_per_second":{"low":1,"high":9e4},"yes":["joins"],"no":["vectors"]})"},
      {"reference.checklist", R"({"application":"Ä","money":true,"extension_tried":"falls_short","way_back":"漢 🙂"})"},
      {"reference.rules", R"({"filter":"text Ä","step":"data_model","effect":"require"})"},
      {"reference.compare", R"({"engines":["redis","valkey"]})"},
      {"audit.claims", R"({"filter":"Ä 漢","verdict":"wrong","document":"dataflow-article","topic":"prices","decisive_only":true})"},
      {"reference.published", R"({"engine":"mysql"})"},
      {"published.nearest", R"({"application":"Ä 漢","money":true,"data_size_gb":{"low":1,"high":9e4}})"},
      {"sharding.ring",
       R"({"shards":4,"vnodes":3,"companies":50,"keys":["1","\u00e4","漢"],"add":["4"],"remove":["0"]})"},
      {"cases.list", "{}"},
      {"cases.show", R"({"case":"dataflow","month":7})"},
      {"sharding.plan", R"({"shards":4,"companies":["42","é"]})"},
      {"sharding.tail_latency", R"({"shards":16,"within_percent":{"low":90,"mid":95,"high":99}})"},
      {"cost.hidden", R"({"debugging_hours":100,"customers":{"low":1,"mid":2,"high":3},"reading":"printed"})"},
      {"cost.evolution", R"({"penalty_1":90000,"month":{"low":12,"mid":20,"high":30}})"},
      {"cost.savings", R"({"basis":"expected","rightsizing_usd":1000,"speedup":2.5,"query_effort":"low"})"},
      {"cost.impact", R"({"retained":34,"reading":"lifetime","machines_counted":"yes","investment_usd":{"low":1,"mid":2,"high":3}})"},
      {"cost.reactive", R"({"wait_months":{"low":3,"mid":6,"high":9},"growth_percent":2})"},
      {"cost.extended_support", R"({"instances":3,"since_months":{"low":0,"mid":12,"high":30},"stay_months":18,"rate_usd":0.112})"},
      {"scaling.degradation", R"({"times":25,"curve":"pairs","volume_tb":2,"query_ms":{"low":10,"mid":20,"high":30}})"},
      {"cost.tco", R"({"hours":{"low":8,"mid":12,"high":16},"managed_hours":1,"rate":150,"budget":900,"database":"Ä 漢"})"},
      {"cost.compare", R"({"data_size_gb":{"low":1,"mid":5,"high":900},"reads":"eventual","leave_out":["neon"],"prices":{"aws/ebs/gp3/us-east-1/USD":0.1},"today":"2026-11-22"})"},
      {"cost.dynamodb", R"({"item_bytes":{"low":1,"mid":1025,"high":9000},"reads":"transactional","transactional_writes":true})"},
      {"cost.quoted", R"({"bill":"rds"})"},
      {"cost.prices", R"({"today":"2026-11-22"})"},
      {"scaling.stage", R"({"data_size_gb":{"low":8,"mid":12,"high":1600},"writes_per_second":90,"reads_per_second":900,"peak_factor":3})"},
      {"scaling.project", R"({"data_size_gb":120,"growth_percent_per_month":{"low":1,"mid":5,"high":9},"growth_gb_per_month":9,"months":24})"},
      {"scaling.urgency", R"({"data_size_gb":120,"growth_percent_per_month":5,"running":"single","cpu_percent":85,"complaints":true,"cost":{"low":2,"mid":3,"high":5}})"},
      {"scaling.plan", R"({"money":true,"data_size_gb":300,"growth_percent_per_month":5,"existing":{"store":"mysql"}})"},
      {"scaling.technologies", R"({"needs":["joins","search"],"data_size_gb":{"low":2,"mid":3,"high":4}})"},
      {"guide.filters", R"({"data_model":"relational","multi_row_transactions":true,"writes_per_second":20000,"team_engineers":{"low":2,"mid":3,"high":4}})"},
      {"practice.list", "{}"},
      {"practice.question", R"({"question":"cassandra-tco","seed":7})"},
      {"practice.skills", "{}"},
      {"practice.review", R"({"stability":2.3065,"difficulty":2.1,"last_day":"2026-11-22","rating":"good","day":"2026-11-25"})"},
      {"practice.progress", R"({"progress":"SW1.1uCFEDnH0GBABEDnH0GBABEBVhUBBBEDnH0GBAHCjBquD2EEAeAI-ZkDCA.iYdyE","day":"2026-11-22"})"},
      {"practice.due", R"({"progress":"SW1.1uCFEDnH0GBABEDnH0GBABEBVhUBBBEDnH0GBAHCjBquD2EEAeAI-ZkDCA.iYdyE","day":"2026-11-22","limit":3})"},
      {"practice.merge", R"({"ours":"SW1.1uCFEDnH0GBABEDnH0GBABEBVhUBBBEDnH0GBAHCjBquD2EEAeAI-ZkDCA.iYdyE"})"},
      {"practice.variant", R"({"question":"cassandra-tco"})"},
      {"practice.solution", R"({"question":"cassandra-tco"})"},
      {"practice.exam", R"({"n":4,"minutes":12,"topics":["cost","cache"],"levels":["beginner"],"seed":7})"},
      {"practice.grade", R"({"question":"cassandra-tco","numeric":{"own_total":"3\u202f000 \u0024","people_cost":2400}})"},
      {"consistency.lost_update", R"({"clients":3,"guard":"compare","start":5,"amount":7})"},
      {"consistency.replica_lag", R"({"lag_ms":800,"reply_after_ms":300,"reply_lag_ms":200,"read_after_ms":150,"sticky_ms":100})"},
      {"migration.symptoms", R"({"writes_per_second":{"low":1,"high":9e4},"existing":{"store":"mysql","symptoms":["langsam Ä 漢"],"tried":["replicas"],"metrics":{"connections_percent":80}}})"},
      {"migration.path", R"({"from":"mongo","to":"postgresql","why":["ACID","漢"]})"},
      {"migration.pattern", R"({"size_tb":{"low":1,"mid":2,"high":3},"rate_mb_per_second":100,"live":true,"capture":false,"lag_seconds":1,"pattern":"dual-write"})"},
      {"migration.dual_write", R"({"writes":5,"fails_at":2,"failure":"crash","repair":"outbox","repair_after":1,"backfill":"overwrite"})"},
      {"migration.reasons", R"({"reasons":["NoSQL scales better","Ä 漢"],"symptoms":["cpu-high"]})"},
      {"link.encode",
       R"({"route":"labs/ring","data":"1","digest":"0a","fields":["shards=4","application=Über 🙂"]})"},
      {"link.decode", R"({"fragment":"#/decide?v=1&application=%C3%9Cber&money=true"})"},
  };
  return calls;
}

std::string good_replies() {
  std::string replies;
  for (const GoodCall& good : good_calls()) {
    CAPTURE(good.method);
    const api::Reply reply = api::call(good.method, good.params);
    CHECK(reply.ok);
    replies += reply.json;
  }
  return replies;
}

/// The codes that have a cause and a cure.
const std::set<std::string>& known_codes() {
  static const std::set<std::string> codes = [] {
    const Result<Json> json = read_json(source_file("content/errors.json"), pack_limits);
    REQUIRE(json);
    std::set<std::string> known;
    for (const Json& item : *json->find("items")->array())
      known.insert(api::code_text(static_cast<int>(*item.find("code")->number())));
    return known;
  }();
  return codes;
}

void check_problem(const Json& problem) {
  for (const char* member : {"code", "message", "where"})
    REQUIRE((problem.find(member) && problem.find(member)->text()));
  CHECK(known_codes().contains(*problem.find("code")->text()));
  CHECK_FALSE(problem.find("message")->text()->empty());
}

struct Refusal {
  std::string code;
  std::string where;
  std::string message;
};

/// The first problem of a reply that has to be a refusal in the agreed form.
Refusal refusal_of(const api::Reply& reply) {
  REQUIRE_FALSE(reply.ok);
  const Result<Json> json = read_json(reply.json);
  REQUIRE(json);
  REQUIRE(json->object());
  REQUIRE(json->object()->size() == 1);
  const Json* error = json->find("error");
  REQUIRE((error && error->find("problems") && error->find("problems")->array()));
  check_problem(*error);
  REQUIRE_FALSE(error->find("problems")->array()->empty());
  for (const Json& problem : *error->find("problems")->array()) check_problem(problem);
  return {*error->find("code")->text(), *error->find("where")->text(), *error->find("message")->text()};
}

/// A good result or a refusal in the agreed form.
void check_answered(const api::Reply& reply) {
  if (!reply.ok) return static_cast<void>(refusal_of(reply));
  const Result<Json> json = read_json(reply.json, pack_limits);
  REQUIRE(json);
  CHECK(json->object());
  CHECK_FALSE(json->find("error"));
}

/// Parameters with one member: "existing.store" stands inside the object
/// "existing".
std::string params_with(std::string_view field, const std::string& value) {
  std::string text = value;
  const std::vector<std::string> parts = split(field, '.');
  for (std::size_t i = parts.size(); i-- > 0;) text = "{\"" + parts[i] + "\":" + text + "}";
  return text;
}

std::string pointer_of(std::string_view field) {
  std::string pointer;
  for (const std::string& part : split(field, '.')) pointer = pointer_to(pointer, std::string_view(part));
  return pointer;
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

template <class Use>
void for_each_field(Use&& use) {
  for (const api::Method& method : api::methods())
    for (const Field& field : method.fields) {
      CAPTURE(method.name);
      CAPTURE(field.name);
      use(method, field);
    }
}

}  // namespace

TEST_CASE(
    "every method has a good call here, so that the laws below are about "
    "all of them") {
  std::set<std::string_view> called;
  for (const GoodCall& good : good_calls()) called.insert(good.method);
  for (const api::Method& method : api::methods()) {
    CAPTURE(method.name);
    CHECK(called.contains(method.name));
  }
}

TEST_CASE("parameters that are no object of fields are refused") {
  struct Row {
    std::string text;
    const char* code;
  };
  const Row rows[] = {
      {"", "SW-1002"},
      {" \n", "SW-1002"},
      {"{", "SW-1002"},
      {"{} {}", "SW-1002"},
      {"{,}", "SW-1002"},
      {"{a:1}", "SW-1002"},
      {"{'a':1}", "SW-1002"},
      {"{\"a\":1,}", "SW-1002"},
      {"{\"a\":NaN}", "SW-1002"},
      {"{\"a\":-Infinity}", "SW-1002"},
      {"{\"a\":+1}", "SW-1002"},
      {"{\"a\":0x10}", "SW-1002"},
      {"{\"a\":\"\\ud83d\"}", "SW-1002"},
      {"{\"a\":\"\n\"}", "SW-1002"},
      {std::string("{}\0", 3), "SW-1002"},
      {"\xEF\xBB\xBF{", "SW-1002"},
      {"{\"a\":1,\"a\":2}", "SW-1003"},
      {repeated("[", 65) + repeated("]", 65), "SW-1004"},
      {repeated("{\"a\":", 65) + "1" + repeated("}", 65), "SW-1004"},
      {repeated("[", 1000000), "SW-1004"},
      {"{\"a\":\"\xC3\"}", "SW-1005"},
      {"{\"a\":\"\xF0\x9F\x99\"}", "SW-1005"},
      {"{\"a\":\"\xED\xA0\x80\"}", "SW-1005"},
      {"\xFF\xFE{}", "SW-1005"},
      {"{\"a\":1e400}", "SW-1006"},
      {"{\"a\":-1e400}", "SW-1006"},
      {"null", "SW-1105"},
      {"true", "SW-1105"},
      {"1e308", "SW-1105"},
      {"\"{}\"", "SW-1105"},
      {"[]", "SW-1105"},
      {"[{}]", "SW-1105"},
      {"{\"a\":1e308}", "SW-1101"},
      {"{\"\":null}", "SW-1101"},
      {"{\"" + std::string(100000, 'x') + "\":1}", "SW-1101"},
      {"{\"a\":\"" + std::string(10000000, 'x') + "\"}", "SW-1001"},
      {"{}" + std::string(10000000, ' '), "SW-1001"},
  };
  const std::string before = good_replies();
  for (const api::Method& method : api::methods())
    for (const Row& row : rows) {
      CAPTURE(method.name);
      CAPTURE(shortened(row.text, 60));
      CHECK(refusal_of(api::call(method.name, row.text)).code == row.code);
    }
  CHECK(good_replies() == before);
}

TEST_CASE(
    "a good call cut anywhere is refused as cut, in the middle of a "
    "character too") {
  const std::string before = good_replies();
  for (const GoodCall& good : good_calls())
    for (std::size_t size = 0; size < good.params.size(); ++size) {
      CAPTURE(good.method);
      CAPTURE(size);
      const std::string cut = good.params.substr(0, size);
      CHECK(refusal_of(api::call(good.method, cut)).code == (valid_utf8(cut) ? "SW-1002" : "SW-1005"));
    }
  CHECK(good_replies() == before);
}

TEST_CASE(
    "a value of another type is refused at its field, and no value at "
    "all breaks a field") {
  struct Row {
    const char* value;
    std::set<FieldKind> fits;  // these kinds may take it; all others refuse it
  };
  using enum FieldKind;
  const Row rows[] = {
      {"null", {}},
      {"true", {flag}},
      {"\"\"", {text, texts}},
      {"\"NaN\"", {text, texts}},
      {"\"1e400\"", {text, texts}},
      {"\"\\u0000\\u001b\"", {text, texts}},
      {"-1", {texts}},  // a whole number stands for a text of a list
      {"-1e308", {texts}},
      {"1e308", {texts}},
      {"1e-308", {number}},
      {"1.5", {number}},
      {"0", {number, integer, texts}},
      {"[]", {choices, texts}},
      {"[null]", {}},
      {"[[]]", {}},
      {"[true]", {}},
      {"[1.5]", {}},
      {"[\"no such word\"]", {texts}},
      {"{}", {pairs}},
      {"{\"low\":1}", {pairs}},
      {"{\"low\":2,\"high\":1}", {pairs}},
      {"{\"low\":\"1\",\"high\":2}", {pairs}},
      {"{\"low\":null,\"high\":null}", {}},
      {"{\"low\":1,\"high\":1e308}", {pairs}},
      {"{\"low\":1,\"high\":2,\"middle\":1}", {pairs}},
      {"{\"no_such_member\":1}", {pairs}},
  };
  const std::string before = good_replies();
  std::size_t fields = 0;
  for_each_field([&](const api::Method& method, const Field& field) {
    ++fields;
    for (std::size_t i = 0; i < std::size(rows); ++i) {
      const Row& row = rows[i];
      if (!takes_its_turn(fields, i, 4)) continue;
      CAPTURE(row.value);
      const api::Reply reply = api::call(method.name, params_with(field.name, row.value));
      check_answered(reply);
      const bool may_be_negative = std::string_view(row.value) == "-1" && field.min < 0;
      if (!row.fits.contains(field.kind) && !may_be_negative) CHECK(refusal_of(reply).where.starts_with(pointer_of(field.name)));
    }
  });
  CHECK(good_replies() == before);
}

TEST_CASE(
    "what is no number of JSON, stands twice or lies too deep is refused "
    "in every field") {
  struct Row {
    std::string value;
    const char* code;
  };
  const Row rows[] = {
      {"NaN", "SW-1002"},
      {"Infinity", "SW-1002"},
      {"1e400", "SW-1006"},
      {"[-1e400]", "SW-1006"},
      {"\"\xC3\"", "SW-1005"},
      {"{\"low\":1,\"high\":2,\"low\":1}", "SW-1003"},
      {repeated("[", 64) + repeated("]", 64), "SW-1004"},
      {"\"" + std::string(1100000, 'x') + "\"", "SW-1001"},
  };
  const std::string before = good_replies();
  for_each_field([&](const api::Method& method, const Field& field) {
    for (const Row& row : rows) {
      CAPTURE(shortened(row.value, 60));
      CHECK(refusal_of(api::call(method.name, params_with(field.name, row.value))).code == row.code);
    }
    const std::string once = params_with(field.name, "1");
    const std::string inner = once.substr(once.rfind('{') + 1, once.find('}') - once.rfind('{') - 1);
    std::string twice = once;
    const Refusal refusal = refusal_of(api::call(method.name, twice.insert(once.find('}'), "," + inner)));
    CHECK(refusal.code == "SW-1003");
    CHECK(refusal.where == pointer_of(field.name));
  });
  CHECK(good_replies() == before);
}

TEST_CASE(
    "a misspelt field is refused where it stands, and the message names "
    "the field that was meant") {
  const std::string before = good_replies();
  for_each_field([&](const api::Method& method, const Field& field) {
    const std::string misspelt = std::string(field.name) + "q";
    const Refusal refusal = refusal_of(api::call(method.name, params_with(misspelt, "1")));
    CHECK(refusal.code == "SW-1101");
    CHECK(refusal.where == pointer_of(misspelt));
    CHECK(refusal.message.find("“" + std::string(field.name) + "”?") != std::string::npos);
  });
  CHECK(good_replies() == before);
}

TEST_CASE("an object of fields may not be anything else") {
  for_each_field([](const api::Method& method, const Field& field) {
    for (std::size_t point = field.name.find('.'); point != field.name.npos; point = field.name.find('.', point + 1))
      for (const char* value : {"null", "1e308", "\"x\"", "[]", "[{}]", "false"}) {
        CAPTURE(value);
        const std::string_view group = field.name.substr(0, point);
        const Refusal refusal = refusal_of(api::call(method.name, params_with(group, value)));
        CHECK(refusal.code == "SW-1105");
        CHECK(refusal.where == pointer_of(group));
      }
  });
}

TEST_CASE("hundreds of wrong fields are answered with a list that ends") {
  std::string many = "{";
  for (int i = 0; i < 20000; ++i) many += "\"no_such_field_" + std::to_string(i) + "\":1,";
  many.back() = '}';
  for (const api::Method& method : api::methods()) {
    const api::Reply reply = api::call(method.name, many);
    CHECK(refusal_of(reply).code == "SW-1101");
    CHECK(reply.json.size() < 100000);
  }
}

#include "core/api/groups.h"
#include "core/knowledge/knowledge.h"
#include "core/migration/advice.h"
#include "core/selection/profile.h"
#include "core/selection/recommend.h"

namespace storewright::api {
namespace {

// Written out, because `read_profile` checks more than the field table alone.
Problems run_recommend(const Json& params, JsonWriter& result) {
  const Result<selection::Profile> profile = selection::read_profile(params);
  if (!profile) return profile.problems();
  const knowledge::Knowledge& knowledge = knowledge::built_in();
  const selection::Recommendation answer = selection::recommend(*profile, knowledge);
  if (!answer.migration) {
    selection::write_recommendation(result, answer, knowledge);
    return {};
  }
  const migration::MigrationAdvice advice = migration::advise(*profile, answer, knowledge, migration::built_in_tables());
  selection::write_recommendation(result, answer, knowledge, {&advice, [](JsonWriter& writer, const void* context) {
                                    migration::write_advice(writer, *static_cast<const migration::MigrationAdvice*>(context));
                                  }});
  return {};
}

void write_recommend_schema(JsonWriter& writer) {
  const selection::Profile defaults;
  write_schema(writer, selection::profile_fields(), "recommend", &defaults);
}

}  // namespace

std::vector<Method> selection_methods() {
  return {
      {.name = "recommend",
       .summary = "Which database for this workload, with a verdict and a reason for every engine.",
       .fields = selection::profile_fields(),
       .run = run_recommend,
       .write_params_schema = write_recommend_schema},
  };
}

}  // namespace storewright::api

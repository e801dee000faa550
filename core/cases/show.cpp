#include "core/cases/show.h"

#include <utility>

#include "core/base/math.h"
#include "core/base/text.h"

namespace storewright::cases {
namespace {

constexpr Field rows[] = {
    field<&ShowInput::case_id>({.name = "case", .label = "Case", .help = "Its id, for example eventflow.", .max_items = 1}),
    field<&ShowInput::phase>({.name = "phase",
                              .label = "Phase or stage",
                              .help = "Its id, for example growth; leave it out to find it by users or month.",
                              .max_items = 1}),
    field<&ShowInput::users>({.name = "users",
                              .label = "Registered users",
                              .unit = "users",
                              .help = "For a case that grows by users: the phase that holds this many.",
                              .max = 1e10}),
    field<&ShowInput::month>({.name = "month",
                              .label = "Month of the plan",
                              .unit = "month",
                              .help = "For a case that follows a plan: the stage of this month, counted from 1.",
                              .max = 1200}),
};

Problem no_such(int code, const char* where, const char* what, const std::string& given,
                const std::vector<std::string>& known) {
  const std::vector<std::string_view> names(known.begin(), known.end());
  const std::string near = nearest_word(given, names);
  std::string message = std::string("There is no ") + what + (given.empty() ? " without a name." : " of that name.");
  message += near.empty() ? " There are " + sentence_list(known) + "." : " Did you mean \"" + near + "\"?";
  return {code, where, message};
}

template <class Items>
std::vector<std::string> ids_of(const Items& items) {
  std::vector<std::string> ids;
  for (const auto& item : items) ids.push_back(item.id);
  return ids;
}

// The place on the axis that the input names, if it does.
Result<std::optional<double>> place_of(const ShowInput& input, const Case& study) {
  const std::pair<std::string_view, const std::optional<Range>*> given[] = {{"users", &input.users},
                                                                            {"month", &input.month}};
  std::optional<double> place;
  for (const auto& [id, value] : given) {
    if (!*value) continue;
    const std::string where = pointer_to("", id);
    if (id != study.axis.id)
      return Problem{2409, where, "This case goes by " + study.axis.id + ": give \"" + study.axis.id + "\" instead."};
    if (!(*value)->exact()) return Problem{2409, where, "One value says where the case stands; this is a range."};
    place = floor_of((*value)->mid);
    if (!part_at(study, *place))
      return Problem{2408, where,
                     "The case covers " + study.axis.id + " " + display_number(study.parts.front().from, 0) + " to " +
                         display_number(last_of(study.parts.back()), 0) + "."};
  }
  return place;
}

Result<const Part*> part_of(const ShowInput& input, const Case& study, std::optional<double> place) {
  const Part* by_place = place ? part_at(study, *place) : nullptr;
  if (input.phase.empty()) return by_place ? by_place : &study.parts.front();
  const Part* named = study.part(input.phase);
  if (!named) return no_such(2407, "/phase", "part", input.phase, ids_of(study.parts));
  if (by_place && by_place != named)
    return Problem{2409, "/phase", "That place is in \"" + by_place->id + "\", not in \"" + named->id + "\"; give one of the two."};
  return named;
}

}  // namespace

FieldTable show_fields() { return rows; }

std::vector<CostStage> cost_stages(const Case& study) {
  std::vector<CostStage> stages;
  if (study.start_year == 0) return stages;
  for (const Part& part : study.parts)
    stages.push_back({static_cast<int>(part.until - part.from), part.cost, part.bonus});
  return stages;
}

std::string technologies_sentence(const std::vector<std::string>& technologies) {
  const std::string count = std::to_string(technologies.size());
  return count + (technologies.size() == 1 ? " technology: " : " technologies: ") + sentence_list(technologies) + ".";
}

Result<ShowAnswer> show_case(const ShowInput& input, const std::vector<Case>& all,
                             const knowledge::Knowledge& knowledge) {
  const Case* study = find_case(all, input.case_id);
  if (!study) return no_such(2406, "/case", "case", input.case_id, ids_of(all));
  const Result<std::optional<double>> place = place_of(input, *study);
  if (!place) return place.problems();
  const Result<const Part*> part = part_of(input, *study, *place);
  if (!part) return part.problems();

  ShowAnswer answer;
  answer.study = study;
  answer.part = *part;
  answer.at = place->value_or((*part)->from);
  answer.progress = progress_at(*study, **part, answer.at);
  answer.calendar = calendar_month(*study, answer.at);
  answer.technologies = technologies_of(**part);
  for (const NumberSpec& spec : (*part)->numbers) answer.numbers.push_back(compute(spec));
  if ((*part)->routing) answer.routing = route(*(*part)->routing);
  answer.cost = cost_line(cost_stages(*study));
  Result<selection::Profile> profile = selection::read_profile((*part)->profile);
  if (!profile) return profile.problems();
  answer.profile = profile.take();
  answer.recommendation = selection::recommend(answer.profile, knowledge);
  answer.agreements = compare_with_case(**part, answer.recommendation, knowledge);
  return answer;
}

}  // namespace storewright::cases

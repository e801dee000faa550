#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/api/groups.h"
#include "core/api/method.h"
#include "core/base/day.h"
#include "core/base/text.h"
#include "core/practice/due.h"
#include "core/practice/progress_json.h"
#include "core/practice/progress_text.h"

namespace storewright::api {
namespace {

using practice::Progress;
using practice::Rating;
using practice::Skill;
using practice::SkillRecord;

struct NoInput {};
/// The four ratings from 0 on, as a choice needs them.
enum class Given { again, hard, good, easy };
struct ReviewInput {
  std::optional<Range> stability;
  std::optional<Range> difficulty;
  std::string last_day;
  std::optional<Given> rating;
  std::string day;
};
struct ProgressInput {
  std::string progress;
  std::string day;
};
struct DueInput {
  std::string progress;
  std::string day;
  int limit = practice::questions_a_day;
};
struct MergeInput {
  std::string ours;
  std::string theirs;
};

constexpr storewright::Option ratings[] = {{"again", "Not yet", "Not found, or contradicted."},
                                           {"hard", "In part", "Partly, or with a hint."},
                                           {"good", "Met"},
                                           {"easy", "Met once more", "Met at the first try in at least two variants."}};

TextRefusal refuse_day(std::string_view text) {
  if (day_number(text)) return {};
  return {2325, "This must be a day such as 2026-11-22."};
}

constexpr std::string_view progress_help = "The text of an exported file, or a code that begins with SW1; empty for none.";
constexpr int longest_progress = 10000;   // hundred bytes

template <auto member>
constexpr Field day_field(std::string_view name, std::string_view label, std::string_view help) {
  return field<member>({.name = name, .label = label, .help = help, .max_items = 1, .refuse = refuse_day});
}
template <auto member>
constexpr Field progress_field(std::string_view name, std::string_view label) {
  return field<member>({.name = name, .label = label, .help = progress_help, .max_items = longest_progress});
}

FieldTable no_fields() { return {}; }

constexpr Field review_rows[] = {
    field<&ReviewInput::stability>({.name = "stability", .label = "Stability", .unit = "days", .help = "Of the state before; leave all three out for the first review.", .min = 0.001, .max = 36500}),
    field<&ReviewInput::difficulty>({.name = "difficulty", .label = "Difficulty", .help = "Of the state before, 1 to 10.", .min = 1, .max = 10}),
    day_field<&ReviewInput::last_day>("last_day", "Day of the last review", "Of the state before."),
    field<&ReviewInput::rating>({.name = "rating", .label = "How it went", .help = "Nothing is rated after the solution was seen.", .options = ratings}),
    day_field<&ReviewInput::day>("day", "Day of this review", "The reader's own day."),
};
FieldTable review_fields() { return review_rows; }

constexpr Field progress_rows[] = {progress_field<&ProgressInput::progress>("progress", "Progress"), day_field<&ProgressInput::day>("day", "Today", "The reader's own day.")};
FieldTable progress_fields() { return progress_rows; }

constexpr Field due_rows[] = {
    progress_field<&DueInput::progress>("progress", "Progress"),
    day_field<&DueInput::day>("day", "Today", "The reader's own day."),
    field<&DueInput::limit>({.name = "limit", .label = "Questions a day", .help = "Few are enough; what is left waits without harm.", .min = 0, .max = 50}),
};
FieldTable due_fields() { return due_rows; }

constexpr Field merge_rows[] = {progress_field<&MergeInput::ours>("ours", "What is here"), progress_field<&MergeInput::theirs>("theirs", "What comes from elsewhere")};
FieldTable merge_fields() { return merge_rows; }

Problem missing(std::string_view name, std::string_view what) { return {2325, pointer_to("", name), "\"" + std::string(name) + "\" is needed: " + std::string(what)}; }

Result<Progress> progress_in(const std::string& text, std::string_view name) {
  if (trimmed(text).empty()) return Progress{};
  Result<practice::ReadProgress> read = practice::read_progress(text, practice::built_in_practice().skills);
  if (read) return read.take().progress;
  Problems problems = read.problems();
  for (Problem& problem : problems) problem.where = pointer_to("", name);
  return problems;
}

// ---- practice.skills ---------------------------------------------------------------------------------------------

Result<int> nothing_asked(const NoInput&) { return 0; }

void write_skills(JsonWriter& out, const NoInput&, int) {
  const practice::Practice& practice = practice::built_in_practice();
  out.begin_object().key("skills").begin_array();
  for (const Skill& skill : practice.skills) {
    out.begin_object().member("id", skill.id).member("number", skill.number).member("title", skill.title).member("means", skill.means).member("link", skill.link);
    out.key("questions").begin_array();
    for (const practice::Question& question : practice.questions)
      if (practice::trains(question, skill.id)) out.text(question.id);
    out.end_array().end_object();
  }
  out.end_array().end_object();
}

// ---- practice.review ---------------------------------------------------------------------------------------------

struct Reviewed {
  practice::Memory memory;
  int day, due;
  double recall_before;               // 0 for the first review
};

Result<Reviewed> review(const ReviewInput& input) {
  const std::optional<int> day = day_number(input.day);
  if (!day) return missing("day", "the day of this review.");
  if (!input.rating) return missing("rating", "again, hard, good or easy.");
  const bool any = input.stability || input.difficulty || !input.last_day.empty();
  const bool all = input.stability && input.difficulty && !input.last_day.empty();
  if (any && !all) return Problem{2326, "/stability", "The state before is stability, difficulty and last_day together, or none of them."};
  const Rating rating = static_cast<Rating>(static_cast<int>(*input.rating) + 1);
  std::optional<practice::Memory> before;
  int waited = 0;
  if (all) {
    before = practice::Memory{input.stability->mid, input.difficulty->mid};
    waited = *day - *day_number(input.last_day);
    if (waited < 0) return Problem{2326, "/last_day", "The last review is after this one."};
  }
  const practice::Schedule& schedule = practice::our_schedule;
  return Reviewed{practice::reviewed(schedule, before, waited, rating), *day, *day + practice::days_until_due_after(schedule, before, waited, rating),
                  before ? practice::recall_after(schedule, *before, waited) : 0};
}

void write_review(JsonWriter& out, const ReviewInput&, const Reviewed& reviewed) {
  out.begin_object()
      .member("stability", reviewed.memory.stability)
      .member("difficulty", reviewed.memory.difficulty)
      .member("last_day", iso_date(reviewed.day))
      .member("due_day", iso_date(reviewed.due))
      .member("interval_days", reviewed.due - reviewed.day)
      .member("recall_before", reviewed.recall_before)
      .member("recall_when_due", practice::recall_after(practice::our_schedule, reviewed.memory, reviewed.due - reviewed.day))
      .end_object();
}

// ---- practice.progress -------------------------------------------------------------------------------------------

struct Known {
  Progress progress;
  int day;
};

Result<Known> known(const ProgressInput& input) {
  const std::optional<int> day = day_number(input.day);
  if (!day) return missing("day", "today.");
  Result<Progress> progress = progress_in(input.progress, "progress");
  if (!progress) return progress.problems();
  return Known{progress.take(), *day};
}

void write_reviews(JsonWriter& out, const SkillRecord& record) {
  out.key("history").begin_array();
  for (const practice::Review& review : record.history)
    out.begin_object()
        .member("day", iso_date(review.day))
        .member("rating", practice::name_of(review.rating))
        .member("question", review.question)
        .member("seed", review.seed)
        .end_object();
  out.end_array();
}

void write_progress(JsonWriter& out, const ProgressInput&, const Known& known) {
  out.begin_object().key("skills").begin_array();
  for (const SkillRecord& record : known.progress.skills) {
    out.begin_object()
        .member("skill", record.skill)
        .member("state", practice::name_of(practice::firmness_of(record)))
        .member("due", record.due <= known.day)
        .member("due_day", iso_date(record.due))
        .member("last_day", iso_date(record.day))
        .member("recall_estimate", practice::recall_on(record, known.day))
        .member("stability", record.memory.stability)
        .member("difficulty", record.memory.difficulty)
        .member("reviews", record.reviews)
        .member("lapses", record.lapses);
    write_reviews(out, record);
    out.end_object();
  }
  out.end_array().key("questions").begin_array();
  for (const practice::QuestionRecord& record : known.progress.questions)
    if (record.day != 0) out.begin_object().member("question", record.question).member("day", iso_date(record.day)).end_object();
  out.end_array().member("code", practice::progress_code(known.progress, practice::built_in_practice().skills)).end_object();
}

// ---- practice.due ------------------------------------------------------------------------------------------------

Result<practice::DuePlan> due(const DueInput& input) {
  const Result<Known> read = known({input.progress, input.day});
  if (!read) return read.problems();
  return practice::due_on(practice::built_in_practice(), read->progress, read->day, input.limit);
}

void write_due(JsonWriter& out, const DueInput&, const practice::DuePlan& plan) {
  out.begin_object().key("skills").begin_array();
  for (const std::string& skill : plan.skills) out.text(skill);
  out.end_array().key("questions").begin_array();
  for (const practice::DueQuestion& due : plan.questions) {
    out.begin_object().member("question", due.question->id).member("title", due.question->title).member("seed", due.seed).member("minutes", due.question->minutes);
    out.key("skills").begin_array();
    for (const std::string& skill : due.skills) out.text(skill);
    out.end_array().end_object();
  }
  out.end_array().member("minutes", plan.minutes).member("answered_today", plan.answered_today).member("waiting", plan.waiting);
  out.member("next_day", plan.next_day == 0 ? std::string() : iso_date(plan.next_day)).end_object();
}

// ---- practice.merge ----------------------------------------------------------------------------------------------

Result<practice::Merge> merge(const MergeInput& input) {
  const Result<Progress> ours = progress_in(input.ours, "ours");
  if (!ours) return ours.problems();
  const Result<Progress> theirs = progress_in(input.theirs, "theirs");
  if (!theirs) return theirs.problems();
  return practice::merged(*ours, *theirs);
}

void write_merge(JsonWriter& out, const MergeInput&, const practice::Merge& merge) {
  out.begin_object();
  for (const auto& [name, list] : {std::pair<std::string_view, const std::vector<std::string>*>{"added", &merge.added}, {"updated", &merge.updated}, {"kept", &merge.kept}}) {
    out.key(name).begin_array();
    for (const std::string& skill : *list) out.text(skill);
    out.end_array();
  }
  out.member("progress", practice::progress_json(merge.progress)).end_object();
}

}  // namespace

std::vector<Method> progress_methods() {
  return {
      method<"practice.skills", no_fields, nothing_asked, write_skills>("The skills that questions train, and by which questions."),
      method<"practice.review", review_fields, review, write_review>("The state of a skill after one more review, and the day on which it is due again."),
      method<"practice.progress", progress_fields, known, write_progress>("An exported progress, skill by skill, with the recall that the schedule estimates for a day."),
      method<"practice.due", due_fields, due, write_due>("The skills that are due on a day, and the few questions that cover them, with numbers not seen yet."),
      method<"practice.merge", merge_fields, merge, write_merge>("Two exported progresses as one: of each skill the state that was reviewed last."),
  };
}

}  // namespace storewright::api

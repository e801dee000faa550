// What somebody has practised: for each skill what is believed of it and the answers behind that, and which questions were done.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/practice/mark.h"
#include "core/practice/schedule.h"

namespace storewright::practice {

/// The schedule of this site: no pause longer than a year, since what is practised here changes.
inline constexpr Schedule our_schedule{.longest_days = 365};

/// What one question showed of a skill on one day: the worst of its parts.
struct Review {
  int day = 0;                                // as in core/base/day.h
  Rating rating = Rating::good;
  std::string question;
  int seed = 0;
  bool first_try = false;                     // nothing of it had been checked with these numbers before

  bool operator==(const Review&) const = default;
};

/// Newer answers push older ones out; the state holds what they said.
inline constexpr std::size_t longest_history = 24;

struct SkillRecord {
  std::string skill;
  Memory memory;
  int day = 0;                                // of the last review
  int due = 0;
  int reviews = 0;                            // days on which it was reviewed
  int lapses = 0;                             // of them with the rating again
  std::optional<Memory> before;               // and `before_day`: the state before the last day, which a second answer on that day rates anew
  int before_day = 0;
  std::vector<Review> history;                // the newest last
  std::vector<JsonMember> others = {};        // members that a newer version has written, kept
};

struct QuestionRecord {
  std::string question;
  int day = 0;                                // last answered; 0 when only its solution was seen
  std::vector<int> seeds;                     // answered with, in order
  int solution_day = 0;                       // its solution was last seen; 0 never
  std::vector<JsonMember> others = {};        // as above
};

struct Progress {
  std::vector<SkillRecord> skills;            // in the order of their ids
  std::vector<QuestionRecord> questions;      // likewise
  std::vector<JsonMember> others = {};        // members that a newer version has written, kept

  bool empty() const { return skills.empty() && questions.empty(); }
  const SkillRecord* skill(std::string_view id) const;
  const QuestionRecord* question(std::string_view id) const;
};

/// The rating that a marked part of an answer gives its skill; absent when it says nothing: no answer was given, or it could
/// not be read. `words`: a criterion of words, where what was not found was not said. `met_elsewhere`: met at the first try
/// with other numbers or in another question before.
struct MarkedPart {
  MarkState state;
  bool words = false;
  bool hinted = false;
  bool first_try = true;
  bool met_elsewhere = false;
};
std::optional<Rating> rating_of(const MarkedPart& part);

/// Whether the skill was met at the first try in another variant than this one.
bool met_elsewhere(const Progress& progress, std::string_view skill, std::string_view question, int seed);

/// The state after one more review. The worst answer of a day counts for the day, and the first answer of a day moves the
/// state: a second one with a worse rating rates the day anew. A day before the last one is kept in the history alone.
void add_review(Progress& progress, std::string_view skill, const Review& review);

/// The question was answered with these numbers.
void add_answered(Progress& progress, std::string_view question, int seed, int day);
/// The question's solution was seen.
void add_solution_seen(Progress& progress, std::string_view question, int day);

/// How likely the skill is recalled on that day by the estimate of the schedule, 0 to 1.
double recall_on(const SkillRecord& record, int day);

/// How firm a skill is, by how long its memory lasts: under a week, under a month, longer.
enum class Firmness { learning, growing, firm };
Firmness firmness_of(const SkillRecord& record);
std::string_view name_of(Firmness firmness);  // "growing"

/// What another device knows: of each skill the state that was reviewed last, of histories and questions both.
struct Merge {
  Progress progress;
  std::vector<std::string> added;             // skills that were not there
  std::vector<std::string> updated;           // skills of which the other state is newer
  std::vector<std::string> kept;              // skills of which ours is as new or newer
};
Merge merged(const Progress& ours, const Progress& theirs);

}  // namespace storewright::practice

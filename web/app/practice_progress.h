// The reader's progress on the Practise pages: skills and when they are due, kept by the browser.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/practice/due.h"
#include "core/practice/record.h"
#include "web/app/practice_parts.h"

namespace storewright::app {

/// Where the browser keeps it; a version that writes another format uses another key and leaves this one as it is.
inline constexpr std::string_view progress_key_start = "practice/progress@";
inline constexpr std::string_view progress_key = "practice/progress@1";
/// What stood there and could not be read.
inline constexpr std::string_view unreadable_key = "practice/progress@1.unreadable";
/// A file that the reader has opened comes under this key and is not kept.
inline constexpr std::string_view opened_key = "practice/progress.opened";

/// How it was before the last big step, with the words of the button that brings it back.
struct ProgressStep {
  practice::Progress progress;
  std::map<std::string, Attempt, std::less<>> attempts;
  std::string done;                           // "Everything is forgotten."
  bool was_read = false;                      // it was reading progress, not forgetting it
};

struct PracticeProgress {
  practice::Progress kept;
  bool newer = false;                         // the browser also holds progress of a newer version
  std::string unreadable;                     // what was kept and could not be read
  std::string typed;                          // code or text of a file to read
  bool opened = false;                        // `typed` comes from a file that was just opened, and waits to be read
  Problems problems;                          // of what was read last
  std::vector<std::string> changes;           // that reading it made, in sentences
  std::optional<ProgressStep> undo;
};

/// Made when first needed.
PracticeProgress& progress_of(State& state);

/// Hands the progress to the browser to keep.
void store_progress(State& state);

/// Today as a number; absent when the host did not say it. Then nothing is scheduled or recorded.
std::optional<int> today(const State& state);

/// Counts what was checked for the reader's skills: each part of an answer once for each attempt, the worst of a day for each
/// skill. Nothing counts after the solution was seen with these numbers; words that are the model answer's (`copied`) do not.
/// Keeps the attempt's `rated`, which the caller stores, and stores the progress.
void record_review(State& state, const practice::Question& question, int seed, Attempt& attempt, const std::vector<practice::Mark>& marks, bool copied = false);

/// The same for what is checked on the page of a question: its numbers one by one, or the whole.
void record_step(State& state, Sheet& sheet, const practice::Step& step);
void record_whole(State& state, Sheet& sheet);
/// The solution is open.
void record_solution_seen(State& state, Sheet& sheet);

/// Takes what the browser kept, another tab has changed, or the reader has opened; false when the key is none of progress.
bool take_stored_progress(State& state, const std::string& key, const std::string& value);

/// "today", "in 3 days (2026-11-25)", "since yesterday (2026-11-21)".
std::string day_words(int day, int today);
/// "#/practice/quorum?v=1&seed=2".
std::string question_href(std::string_view question, int seed);
/// "✓ Answered on 2026-11-22." or "Begun."; "" for a question not yet touched.
std::string done_words(const State& state, const practice::Question& question);

/// At the top of the list: what is due today.
void practice_today(State& state);
/// Below the points of a question: what it counted for.
void practice_counted(State& state, const Sheet& sheet);
/// #/practice/progress
void progress_page(State& state);

}  // namespace storewright::app

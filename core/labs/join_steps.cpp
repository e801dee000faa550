#include "core/labs/join_steps.h"

namespace storewright::labs {
namespace {

JoinStep next_step(JoinStep step) {
  switch (step) {
    case JoinStep::copy: return JoinStep::verify;
    case JoinStep::verify: return JoinStep::switch_reads;
    case JoinStep::switch_reads: return JoinStep::clean;
    case JoinStep::clean: return JoinStep::clean;
  }
  return step;
}

constexpr JoinView given_up_view = {Copy::old_shard,
                                    Copy::old_shard,
                                    true,
                                    "Given up",
                                    "The old shard serves the rows as before; the half-filled copy can be dropped.",
                                    "A later join that trusts the old copy would bring back deleted rows.",
                                    "Drop the copy first; the next join starts from an empty shard."};

constexpr JoinView joined_view = {Copy::new_shard,
                                  Copy::new_shard,
                                  false,
                                  "Joined",
                                  "The new shard serves its keys alone, and the old rows are gone.",
                                  "Going back now means another join in the other direction.",
                                  "Keep the last backup of the old shard until the next one is complete."};

}  // namespace

JoinState advance(JoinState state, JoinEvent event) {
  if (state.outcome != JoinOutcome::under_way) return state;
  const bool cleaning = state.step == JoinStep::clean;
  switch (event) {
    case JoinEvent::finished:
      if (cleaning)
        state.outcome = JoinOutcome::joined;
      else
        state.step = next_step(state.step);
      return state;
    case JoinEvent::mismatch:
      if (cleaning) return state;
      state.step = JoinStep::copy;
      ++state.attempt;
      return state;
    case JoinEvent::give_up:
      if (!cleaning) state.outcome = JoinOutcome::given_up;
      return state;
  }
  return state;
}

JoinView view_of(const JoinState& state) {
  if (state.outcome == JoinOutcome::given_up) return given_up_view;
  if (state.outcome == JoinOutcome::joined) return joined_view;
  switch (state.step) {
    case JoinStep::copy:
      return {Copy::old_shard,
              Copy::both,
              true,
              "Copy",
              "Rows of the moving keys are copied in chunks, while every new write goes to both shards.",
              "A chunk read before a write and stored after it would put the old value back.",
              "Each row carries the time of its last write, and the newer one always wins; a delete leaves a marker."};
    case JoinStep::verify:
      return {Copy::old_shard,
              Copy::both,
              true,
              "Verify",
              "Counts and checksums of the moving keys are compared on both shards.",
              "A sample misses rare errors, and rows written during the check look different for a moment.",
              "Compare whole ranges by checksum, and look twice before calling a difference a mismatch."};
    case JoinStep::switch_reads:
      return {Copy::new_shard,
              Copy::both,
              true,
              "Switch reads",
              "Reads go to the new shard; writes still go to both, so there is a way back.",
              "Servers learn of the new ring at different times, and some still read the old shard.",
              "Both shards have every write, so either answer is right; wait until no server uses the old ring."};
    case JoinStep::clean:
      return {Copy::new_shard,
              Copy::new_shard,
              false,
              "Clean",
              "Writes go to the new shard alone, and the old shard deletes the rows that moved.",
              "A server with the old ring would now read rows that are gone.",
              "Refuse requests that name an older ring, and delete in small steps after a waiting time."};
  }
  return joined_view;
}

std::string_view words_of(Copy copy) {
  switch (copy) {
    case Copy::old_shard: return "the old shard";
    case Copy::new_shard: return "the new shard";
    case Copy::both: return "both shards";
  }
  return "";
}

}  // namespace storewright::labs

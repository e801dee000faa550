#include "core/labs/join_steps.h"

#include <doctest/doctest.h>

#include <vector>

#include "core/base/generator.h"

using namespace storewright;
using namespace storewright::labs;

namespace {

bool covers(Copy writes, Copy reads) { return writes == Copy::both || writes == reads; }

}  // namespace

TEST_CASE("a join copies, verifies, switches reads and cleans, in this order") {
  JoinState state;
  const JoinStep steps[] = {JoinStep::copy, JoinStep::verify, JoinStep::switch_reads, JoinStep::clean};
  for (const JoinStep step : steps) {
    CHECK(state.step == step);
    CHECK(state.outcome == JoinOutcome::under_way);
    state = advance(state, JoinEvent::finished);
  }
  CHECK(state.outcome == JoinOutcome::joined);
  CHECK(advance(state, JoinEvent::give_up) == state);
}

TEST_CASE("a mismatch starts the copy again until rows are cleaned away") {
  struct Row {
    JoinStep at;
    JoinStep then;
    int attempt;
  };
  const Row rows[] = {
      {JoinStep::copy, JoinStep::copy, 2},
      {JoinStep::verify, JoinStep::copy, 2},
      {JoinStep::switch_reads, JoinStep::copy, 2},
      {JoinStep::clean, JoinStep::clean, 1},  // the old rows are gone in part: only forward
  };
  for (const Row& row : rows) {
    const JoinState state = advance({.step = row.at}, JoinEvent::mismatch);
    CHECK(state.step == row.then);
    CHECK(state.attempt == row.attempt);
  }
}

TEST_CASE("a join can be given up exactly where the page says there is a way back") {
  for (const JoinStep step : {JoinStep::copy, JoinStep::verify, JoinStep::switch_reads, JoinStep::clean}) {
    const JoinState state{.step = step};
    const bool given_up = advance(state, JoinEvent::give_up).outcome == JoinOutcome::given_up;
    CHECK(given_up == view_of(state).way_back);
  }
}

TEST_CASE("reads never go where a write is missing, whatever happens in between") {
  Generator generator(3);
  for (int run = 0; run < 100; ++run) {
    JoinState state;
    JoinView last = view_of(state);
    for (int i = 0; i < 12; ++i) {
      state = advance(state, static_cast<JoinEvent>(generator.below(3)));
      const JoinView view = view_of(state);
      CHECK(covers(view.writes, view.reads));
      CHECK(covers(last.writes, view.reads));  // what was written in the step before is there as well
      CHECK_FALSE(view.risk.empty());
      last = view;
    }
  }
}

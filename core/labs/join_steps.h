// How a shard joins without a read going astray: copy, verify, switch reads, clean, as a state machine.
#pragma once

#include <string_view>

namespace storewright::labs {

/// The four steps in which a shard joins without a read going astray.
enum class JoinStep { copy, verify, switch_reads, clean };

/// Whether a join is under way, has ended well, or was given up.
enum class JoinOutcome { under_way, joined, given_up };

/// Where a join stands. Starts at the copy.
struct JoinState {
  JoinStep step = JoinStep::copy;
  JoinOutcome outcome = JoinOutcome::under_way;
  int attempt = 1;  // how often the copy was begun

  bool operator==(const JoinState&) const = default;
};

/// What happened to the step under way.
enum class JoinEvent {
  finished,  // it did what it should
  mismatch,  // rows on the new shard differ from those on the old one
  give_up,   // the operator stops the join
};

/// The state after an event. A mismatch goes back to the copy, as long as the old shard still has every row. Once rows
/// are being cleaned away the join can only go forward: `mismatch` and `give_up` then change nothing, and neither does
/// any event after the end.
/// Rule: the product's own; the DataFlow article adds the ring points and leaves the moving of rows open.
JoinState advance(JoinState state, JoinEvent event);

/// Which copy of the moving rows is used.
enum class Copy { old_shard, new_shard, both };

/// What holds in a state, in words for the screen.
struct JoinView {
  Copy reads = Copy::old_shard;
  Copy writes = Copy::old_shard;
  bool way_back = true;        // whether giving up loses nothing
  std::string_view title;      // "Copy"
  std::string_view what;       // what is going on
  std::string_view risk;       // what could go wrong here
  std::string_view safeguard;  // what keeps it from doing harm
};

JoinView view_of(const JoinState& state);

/// "the old shard", "the new shard", "both shards".
std::string_view words_of(Copy copy);

}  // namespace storewright::labs

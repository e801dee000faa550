#include "core/labs/replica_lag.h"

#include <algorithm>

#include "core/base/text.h"

namespace storewright::labs {
namespace {

constexpr int longest_ms = 600000;

constexpr Field rows[] = {
    field<&ReplicaLagInput::lag_ms>({.name = "lag_ms",
                                     .label = "Lag of the comment's replica",
                                     .unit = "ms",
                                     .help = "How long a write takes to show there.",
                                     .min = 0,
                                     .max = longest_ms}),
    field<&ReplicaLagInput::reply_after_ms>({.name = "reply_after_ms",
                                             .label = "Reply written after",
                                             .unit = "ms",
                                             .help = "Counted from the comment.",
                                             .min = 0,
                                             .max = longest_ms}),
    field<&ReplicaLagInput::reply_lag_ms>({.name = "reply_lag_ms",
                                           .label = "Lag of the reply's replica",
                                           .unit = "ms",
                                           .help = "Another shard has a lag of its own.",
                                           .min = 0,
                                           .max = longest_ms}),
    field<&ReplicaLagInput::read_after_ms>({.name = "read_after_ms",
                                            .label = "The author looks again after",
                                            .unit = "ms",
                                            .help = "Counted from the comment.",
                                            .min = 0,
                                            .max = longest_ms}),
    field<&ReplicaLagInput::sticky_ms>({.name = "sticky_ms",
                                        .label = "Authors read from the primary for",
                                        .unit = "ms",
                                        .help = "0 when every read may go to a replica.",
                                        .min = 0,
                                        .max = longest_ms}),
};

std::string milliseconds(int value) { return display_number(value, 0) + " ms"; }

std::string reason_for(const ReplicaLagInput& input, const ReplicaLagAnswer& answer) {
  std::string reason;
  if (answer.own_read_from_primary)
    reason = "The author's read goes to the primary and shows the comment.";
  else if (answer.own_read_stale)
    reason = "After " + milliseconds(input.read_after_ms) +
             " the author's read goes to a replica that shows the comment only at " +
             milliseconds(answer.comment_visible_ms) + ".";
  else
    reason = "The replica shows the comment at " + milliseconds(answer.comment_visible_ms) +
             ", before the author looks again.";
  if (answer.orphan_ms > 0)
    reason += " For " + milliseconds(answer.orphan_ms) + " readers see the reply without the comment.";
  return reason;
}

}  // namespace

FieldTable replica_lag_fields() { return rows; }

Result<ReplicaLagAnswer> follow_replicas(const ReplicaLagInput& input) {
  Problems problems;
  for (const Field& row : rows) {
    const int value = *static_cast<const int*>(row.member(const_cast<ReplicaLagInput*>(&input)));
    if (value < 0 || value > longest_ms)
      problems.push_back(
          {1103, pointer_to("", row.name), std::string(row.label) + " must be between 0 and 600,000 ms."});
  }
  if (!problems.empty()) return problems;

  ReplicaLagAnswer answer;
  answer.comment_visible_ms = input.lag_ms;
  answer.reply_visible_ms = input.reply_after_ms + input.reply_lag_ms;
  answer.own_read_from_primary = input.read_after_ms < input.sticky_ms;
  answer.own_read_stale = !answer.own_read_from_primary && input.read_after_ms < answer.comment_visible_ms;
  answer.own_stale_ms = std::max(0, answer.comment_visible_ms - input.sticky_ms);
  answer.orphan_ms = std::max(0, answer.comment_visible_ms - answer.reply_visible_ms);
  answer.converged_ms = std::max(answer.comment_visible_ms, answer.reply_visible_ms);
  answer.because = reason_for(input, answer);
  return answer;
}

}  // namespace storewright::labs

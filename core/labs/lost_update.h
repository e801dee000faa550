// Clients that read a number, add to it in their own program and write it back: how many updates survive.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/fields.h"

namespace storewright::labs {

/// What keeps one client from writing over another's update.
enum class UpdateGuard {
  none,     // nothing: read, add, write back
  lock,     // the row is locked from the read to the write (SELECT … FOR UPDATE)
  compare,  // the write goes through only while the row is as it was read; otherwise read again
  add,      // the store adds: the client sends "plus 10", not "110"
};

struct LostUpdateInput {
  int clients = 2;
  std::optional<UpdateGuard> guard;  // absent: none
  int start = 100;
  int amount = 10;  // that each client adds
};

/// One thing that a client did, and what the store holds afterwards.
struct UpdateStep {
  int client = 0;      // from 0
  std::string action;  // "reads 100", "writes 110", "is refused: 110 is not 100"
  int stored = 0;
};

struct LostUpdateAnswer {
  int expected = 0;  // with every update in it
  int stored = 0;    // in the end
  int lost_updates = 0;
  int retries = 0;  // writes that were refused and tried again
  std::vector<UpdateStep> steps;
  std::string because;
};

FieldTable lost_update_fields();

/// The unluckiest order: every client reads before any of them writes, as far as the guard lets them.
/// Problems: 1103 a number outside its limits.
Result<LostUpdateAnswer> lose_updates(const LostUpdateInput& input);

}  // namespace storewright::labs

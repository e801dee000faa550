#include "core/labs/dual_write.h"

#include <algorithm>

namespace storewright::labs {
namespace {

constexpr int most_writes = 50;
constexpr int absent = -1;
constexpr int old_version = 0;
constexpr int new_version = 1;

constexpr Option failures[] = {
    {"refused", "The new store refuses it"},
    {"crash", "The program stops between both writes"},
};
constexpr Option repairs[] = {
    {"none", "Nothing repairs it"},
    {"queue", "The program tries again later", "From a queue in its memory."},
    {"outbox", "An outbox feeds the new store", "A table of the old store, written in the same transaction."},
};
constexpr Option backfills[] = {
    {"none", "No backfill"},
    {"overwrite", "It overwrites"},
    {"timestamp", "It carries the record's own time", "USING TIMESTAMP in Cassandra; the newest time wins."},
    {"if_absent", "It writes only what is not there", "INSERT IF NOT EXISTS."},
};

constexpr Field rows[] = {
    field<&DualWriteInput::writes>({.name = "writes", .label = "Writes", .help = "Each changes a record of its own.", .min = 1, .max = most_writes}),
    field<&DualWriteInput::fails_at>({.name = "fails_at", .label = "Write whose second half fails", .help = "0 for none.", .max = most_writes}),
    field<&DualWriteInput::failure>({.name = "failure", .label = "How does it fail?", .options = failures}),
    field<&DualWriteInput::repair>({.name = "repair", .label = "What repairs it?", .options = repairs}),
    field<&DualWriteInput::repair_after>({.name = "repair_after", .label = "Writes until the repair", .max = most_writes}),
    field<&DualWriteInput::backfill>({.name = "backfill",
                                      .label = "How does the backfill write the first record?",
                                      .help = "It has read the record before its change.",
                                      .options = backfills}),
};

/// The new store beside the old one, which every write has reached.
class Run {
 public:
  Run(const DualWriteInput& input, DualWriteAnswer& answer)
      : input_(input), answer_(answer), copy_(static_cast<std::size_t>(input.writes) + 1, absent),
        wrong_since_(static_cast<std::size_t>(input.writes) + 1, 0) {}

  void all() {
    const bool backfills_one = input_.backfill.value_or(Backfill::none) != Backfill::none;
    if (backfills_one) note(1, "The backfill reads record 1 as it was.");
    for (int record = 1; record <= input_.writes; ++record) {
      write(record);
      if (record == 1 && backfills_one) backfill();
      if (due_ != 0 && record >= due_) repair(record);
    }
    if (due_ != 0) repair(std::max(input_.writes, due_));
    finish();
  }

 private:
  void note(int record, std::string action) { answer_.steps.push_back({record, std::move(action)}); }
  int& copy(int record) { return copy_[static_cast<std::size_t>(record)]; }
  int& wrong_since(int record) { return wrong_since_[static_cast<std::size_t>(record)]; }

  void write(int record) {
    const std::string name = "record " + std::to_string(record);
    note(record, "The old store takes " + name + ".");
    ++answer_.writes_sent;
    if (record != input_.fails_at) {
      copy(record) = new_version;
      ++answer_.writes_sent;
      return note(record, "The new store takes " + name + ".");
    }
    const bool crash = input_.failure.value_or(WriteFailure::refused) == WriteFailure::crash;
    if (!crash) ++answer_.writes_sent;
    note(record, crash ? "The program stops: the new store never hears of " + name + "." : "The new store refuses " + name + ".");
    wrong_since(record) = record;
    const WriteRepair repair = input_.repair.value_or(WriteRepair::none);
    if (repair == WriteRepair::outbox || (repair == WriteRepair::queue && !crash)) due_ = record + input_.repair_after;
    if (repair == WriteRepair::queue && crash) note(record, "The queue was in the memory of the program and is gone.");
  }

  void backfill() {
    const bool there = copy(1) != absent;
    if (there && input_.backfill == Backfill::timestamp) return note(1, "The backfill's record is older than the one that is there, so it changes nothing.");
    if (there && input_.backfill == Backfill::if_absent) return note(1, "Record 1 is there already, so the backfill writes nothing.");
    copy(1) = old_version;
    if (wrong_since(1) == 0) wrong_since(1) = 1;
    note(1, there ? "The backfill writes the old record 1 over the new one." : "The backfill writes the old record 1.");
  }

  void repair(int at) {
    copy(input_.fails_at) = new_version;
    note(input_.fails_at, "The repair brings record " + std::to_string(input_.fails_at) + " to the new store.");
    answer_.longest_window = std::max(answer_.longest_window, at - input_.fails_at);
    wrong_since(input_.fails_at) = 0;
    due_ = 0;
  }

  void finish() {
    for (int record = 1; record <= input_.writes; ++record) {
      if (copy(record) == new_version) continue;
      answer_.differing.push_back(record);
      answer_.repaired = false;
      answer_.longest_window = std::max(answer_.longest_window, input_.writes - wrong_since(record));
    }
  }

  const DualWriteInput& input_;
  DualWriteAnswer& answer_;
  std::vector<int> copy_;         // what the new store holds of each record
  std::vector<int> wrong_since_;  // the write from which on a record differs, 0 while it does not
  int due_ = 0;                   // the write after which the repair comes, 0 for none
};

std::string writes_text(int count) { return std::to_string(count) + (count == 1 ? " write" : " writes"); }

std::string reason_for(const DualWriteAnswer& answer) {
  if (answer.differing.empty()) {
    if (answer.longest_window > 0)
      return "Both stores agree in the end; for " + writes_text(answer.longest_window) + " a record differed.";
    return "Both stores agree all the time.";
  }
  const std::size_t count = answer.differing.size();
  return (count == 1 ? "Record " + std::to_string(answer.differing[0]) + " differs"
                     : std::to_string(count) + " records differ") +
         " and nothing will notice: only comparing both stores finds it.";
}

void check(int value, int low, int high, const char* where, const char* what, Problems& problems) {
  if (value < low || value > high) problems.push_back({1103, where, what});
}

}  // namespace

FieldTable dual_write_fields() { return rows; }

Result<DualWriteAnswer> write_twice(const DualWriteInput& input) {
  Problems problems;
  check(input.writes, 1, most_writes, "/writes", "There must be between 1 and 50 writes.", problems);
  check(input.fails_at, 0, most_writes, "/fails_at", "The failing write must be between 0 and 50.", problems);
  check(input.repair_after, 0, most_writes, "/repair_after", "The repair must come after 0 to 50 writes.", problems);
  if (!problems.empty()) return problems;
  DualWriteAnswer answer;
  Run(input, answer).all();
  answer.because = reason_for(answer);
  return answer;
}

}  // namespace storewright::labs

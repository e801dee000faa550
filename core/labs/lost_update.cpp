#include "core/labs/lost_update.h"

namespace storewright::labs {
namespace {

constexpr int most_clients = 50;

constexpr Option guards[] = {
    {"none", "Nothing", "Each client writes back what it has computed."},
    {"lock", "A lock", "The row is locked from the read to the write; the others wait."},
    {"compare", "Compare and set", "A write is refused when the row is no longer as it was read."},
    {"add", "The store adds", "The client sends the difference, and the store adds it."},
};

constexpr Field rows[] = {
    field<&LostUpdateInput::clients>({.name = "clients",
                                      .label = "Clients at the same time",
                                      .unit = "clients",
                                      .help = "Each adds the same amount once.",
                                      .min = 1,
                                      .max = most_clients}),
    field<&LostUpdateInput::guard>({.name = "guard",
                                    .label = "What protects the number",
                                    .help = "Nothing, when you do not say.",
                                    .options = guards}),
    field<&LostUpdateInput::start>(
        {.name = "start", .label = "Stored at first", .help = "A balance, a counter, a stock.", .min = 0, .max = 1e6}),
    field<&LostUpdateInput::amount>(
        {.name = "amount", .label = "Added by each", .help = "The same for all of them.", .min = 0, .max = 1e6}),
};

/// The row and what has been done to it so far.
class Store {
 public:
  Store(int value, LostUpdateAnswer& answer) : value_(value), answer_(answer) {}

  int read(int client) {
    note(client, "reads " + std::to_string(value_));
    return value_;
  }
  void write(int client, int value) {
    value_ = value;
    note(client, "writes " + std::to_string(value));
  }
  bool write_if(int client, int seen, int value) {
    if (value_ == seen) return write(client, value), true;
    note(client, "is refused: " + std::to_string(value_) + " is not " + std::to_string(seen));
    ++answer_.retries;
    return false;
  }
  void add(int client, int amount) {
    value_ += amount;
    note(client, "adds " + std::to_string(amount));
  }
  int value() const { return value_; }

 private:
  void note(int client, std::string action) { answer_.steps.push_back({client, std::move(action), value_}); }

  int value_;
  LostUpdateAnswer& answer_;
};

void unguarded(Store& store, const LostUpdateInput& input) {
  std::vector<int> seen;
  for (int client = 0; client < input.clients; ++client) seen.push_back(store.read(client));
  for (int client = 0; client < input.clients; ++client)
    store.write(client, seen[static_cast<std::size_t>(client)] + input.amount);
}

void one_after_the_other(Store& store, const LostUpdateInput& input) {
  for (int client = 0; client < input.clients; ++client) store.write(client, store.read(client) + input.amount);
}

void compared(Store& store, const LostUpdateInput& input) {
  std::vector<int> seen;
  for (int client = 0; client < input.clients; ++client) seen.push_back(store.read(client));
  for (int client = 0; client < input.clients; ++client)
    while (!store.write_if(client, seen[static_cast<std::size_t>(client)],
                           seen[static_cast<std::size_t>(client)] + input.amount))
      seen[static_cast<std::size_t>(client)] = store.read(client);
}

void run(Store& store, const LostUpdateInput& input) {
  switch (input.guard.value_or(UpdateGuard::none)) {
    case UpdateGuard::none: return unguarded(store, input);
    case UpdateGuard::lock: return one_after_the_other(store, input);
    case UpdateGuard::compare: return compared(store, input);
    case UpdateGuard::add:
      for (int client = 0; client < input.clients; ++client) store.add(client, input.amount);
  }
}

std::string reason_for(const LostUpdateAnswer& answer) {
  if (answer.lost_updates > 0)
    return "The store ends at " + std::to_string(answer.stored) + " instead of " + std::to_string(answer.expected) +
           ": " + std::to_string(answer.lost_updates) + (answer.lost_updates == 1 ? " update is" : " updates are") +
           " gone, and no error was raised.";
  if (answer.retries > 0)
    return "Every update is there; " + std::to_string(answer.retries) +
           (answer.retries == 1 ? " write was" : " writes were") + " refused and tried again with the new value.";
  return "Every update is there.";
}

void check(int value, double low, double high, const char* where, const char* what, Problems& problems) {
  if (value < low || value > high) problems.push_back({1103, where, what});
}

}  // namespace

FieldTable lost_update_fields() { return rows; }

Result<LostUpdateAnswer> lose_updates(const LostUpdateInput& input) {
  Problems problems;
  check(input.clients, 1, most_clients, "/clients", "The number of clients must be between 1 and 50.", problems);
  check(input.start, 0, 1e6, "/start", "The first value must be between 0 and 1,000,000.", problems);
  check(input.amount, 0, 1e6, "/amount", "The amount must be between 0 and 1,000,000.", problems);
  if (!problems.empty()) return problems;

  LostUpdateAnswer answer;
  answer.expected = input.start + input.clients * input.amount;
  Store store(input.start, answer);
  run(store, input);
  answer.stored = store.value();
  if (input.amount != 0) answer.lost_updates = (answer.expected - answer.stored) / input.amount;
  answer.because = reason_for(answer);
  return answer;
}

}  // namespace storewright::labs

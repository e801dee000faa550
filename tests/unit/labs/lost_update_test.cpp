#include "core/labs/lost_update.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::labs;

TEST_CASE("without a guard every client but the last loses its update; any guard keeps them all") {
  struct Row {
    int clients;
    std::optional<UpdateGuard> guard;
    int amount, lost, retries;
  };
  const Row rows[] = {
      {1, UpdateGuard::none, 10, 0, 0},    {2, std::nullopt, 10, 1, 0},          {2, UpdateGuard::none, 1, 1, 0},
      {50, UpdateGuard::none, 10, 49, 0},  {2, UpdateGuard::lock, 10, 0, 0},     {2, UpdateGuard::compare, 10, 0, 1},
      {4, UpdateGuard::compare, 10, 0, 3}, {50, UpdateGuard::add, 1000000, 0, 0}, {2, UpdateGuard::none, 0, 0, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.clients);
    const auto answer = lose_updates({.clients = row.clients, .guard = row.guard, .amount = row.amount});
    REQUIRE(answer);
    CHECK(answer->lost_updates == row.lost);
    CHECK(answer->retries == row.retries);
    CHECK(answer->expected - answer->stored == row.lost * row.amount);
    CHECK(answer->steps.back().stored == answer->stored);
  }
}

TEST_CASE("a number outside its limits is a problem of its field") {
  struct Row {
    LostUpdateInput input;
    const char* where;
  };
  const Row rows[] = {{{.clients = 0}, "/clients"}, {{.clients = 51}, "/clients"}, {{.start = 1000001}, "/start"}, {{.start = -1}, "/start"}, {{.amount = -1}, "/amount"}};
  for (const Row& row : rows) {
    const auto answer = lose_updates(row.input);
    REQUIRE_FALSE(answer);
    CHECK(answer.problems()[0].code == 1103);
    CHECK(answer.problems()[0].where == row.where);
  }
}

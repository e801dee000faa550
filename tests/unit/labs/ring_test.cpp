#include "core/labs/ring.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "core/base/generator.h"

using namespace storewright;
using namespace storewright::labs;

namespace {

RingAnswer answer_of(const RingInput& input) {
  const auto answer = analyze_ring(input);
  REQUIRE(answer);
  return *answer;
}

std::vector<std::int64_t> counts_of(const RingAnswer& answer) {
  std::vector<std::int64_t> counts;
  for (const ShardLoad& load : answer.shards) counts.push_back(load.keys);
  return counts;
}

}  // namespace

TEST_CASE("a ring of 16 shards with 150 points each has 2,400 distinct points in hash order") {
  const Ring ring(16, 150);
  REQUIRE(ring.points().size() == 2400);
  for (std::size_t i = 1; i < ring.points().size(); ++i) CHECK(ring.points()[i - 1].hash < ring.points()[i].hash);
  const RingAnswer answer = answer_of({});
  CHECK(answer.points == 2400);
  CHECK(answer.lowest_point == "004433a9b8900339217bc4b76c55baaf");
  CHECK(answer.lowest_shard == 11);
  CHECK(answer.highest_point == "ffe83a66573adf3d553f4dfc7f001ac1");
  CHECK(answer.highest_shard == 1);
}

TEST_CASE("a key belongs to the first point above its hash, as the published ring places it") {
  RingInput input;
  for (int id = 1; id <= 20; ++id) input.keys.push_back(std::to_string(id));
  for (const char* id : {"0", "42", "1000", "12345", "25000"}) input.keys.push_back(id);
  CHECK(answer_of(input).assignments ==
        std::vector<int>{13, 5, 10, 14, 14, 3, 14, 5, 8, 13, 3, 9, 5, 7, 3, 4, 4, 3, 14, 5, 2, 4, 15, 4, 4});
}

TEST_CASE("25,000 ids spread over 16 shards as counted for the published ring") {
  const RingAnswer answer = answer_of({});
  CHECK(counts_of(answer) == std::vector<std::int64_t>{1778, 1543, 1833, 1576, 1359, 1511, 1385, 1428, 1686, 1629, 1634,
                                                       1332, 1673, 1476, 1421, 1736});
  CHECK(answer.shards[2].arc_share == doctest::Approx(0.07333).epsilon(0.0001));
  CHECK(answer.shards[11].arc_share == doctest::Approx(0.05317).epsilon(0.0001));
  double whole = 0;
  for (const ShardLoad& load : answer.shards) whole += load.arc_share;
  CHECK(whole == doctest::Approx(1));
}

TEST_CASE("more points of each shard make the load more even") {
  struct Row {
    int vnodes;
    double max_over_mean;
  };
  const Row rows[] = {{1, 4.078}, {10, 1.545}, {50, 1.305}, {150, 1.173}, {500, 1.105}};
  for (const Row& row : rows) {
    CAPTURE(row.vnodes);
    const RingAnswer answer = answer_of({.vnodes = row.vnodes, .keys = {}, .add = {}, .remove = {}});
    CHECK(answer.max_over_mean_arc == doctest::Approx(row.max_over_mean).epsilon(0.0005));
  }
}

TEST_CASE("a shard that joins takes keys from all others and gives none away") {
  struct Row {
    int companies;
    std::int64_t moved;
    double share;
  };
  const Row rows[] = {{25000, 1383, 0.05532}, {100000, 5544, 0.05544}};
  for (const Row& row : rows) {
    CAPTURE(row.companies);
    const RingAnswer answer = answer_of({.companies = row.companies, .keys = {}, .add = {"16"}, .remove = {}});
    CHECK(answer.moved == row.moved);
    CHECK(answer.moved_share == doctest::Approx(row.share));
    CHECK(answer.points == 2550);
    CHECK(answer.moved_arc_share == doctest::Approx(0.05639).epsilon(0.0001));
    CHECK(answer.ideal_share == doctest::Approx(0.05882).epsilon(0.0001));
    REQUIRE(answer.shards.size() == 17);
    CHECK(answer.shards[16].moved_in == row.moved);
    for (int shard = 0; shard < 16; ++shard) CHECK(answer.shards[static_cast<std::size_t>(shard)].moved_in == 0);
  }
  CHECK(answer_of({.keys = {}, .add = {"16"}, .remove = {}}).modulo_share == doctest::Approx(0.93752));
}

TEST_CASE("a shard that leaves moves only its own keys") {
  const RingAnswer answer = answer_of({.keys = {}, .add = {}, .remove = {"5"}});
  CHECK(answer.moved == 1511);
  CHECK(answer.points == 2250);
  CHECK(answer.ideal_share == doctest::Approx(1.0 / 16));
  for (const ShardLoad& load : answer.shards) CHECK(load.moved_out == (load.shard == 5 ? 1511 : 0));
  CHECK(answer.shards[5].keys == 0);
  CHECK(answer.shards[5].arc_share == 0);
}

TEST_CASE("joining and leaving again gives back the same ring") {
  Ring ring(7, 40);
  const Ring untouched(7, 40);
  ring.add_shard(9);
  ring.add_shard(9);
  CHECK(ring.points().size() == 320);
  ring.remove_shard(9);
  ring.remove_shard(9);
  REQUIRE(ring.points().size() == untouched.points().size());
  Generator generator(1);
  for (int i = 0; i < 200; ++i) {
    const std::string key = std::to_string(generator.next());
    CHECK(ring.owner(key) == untouched.owner(key));
  }
}

TEST_CASE("an empty ring answers shard 0, and a ring of one shard moves nothing") {
  CHECK(Ring(0, 150).owner("42") == 0);
  const RingAnswer answer = answer_of({.shards = 1, .vnodes = 1, .companies = 10, .keys = {}, .add = {}, .remove = {}});
  CHECK(answer.shards[0].keys == 10);
  CHECK(answer.shards[0].arc_share == doctest::Approx(1));
  CHECK(answer.moved == 0);
}

TEST_CASE("every key is counted once, wherever shards join and leave") {
  Generator generator(7);
  for (int round = 0; round < 20; ++round) {
    RingInput input{.shards = 2 + static_cast<int>(generator.below(10)),
                    .vnodes = 1 + static_cast<int>(generator.below(20)),
                    .companies = 500,
                    .keys = {},
                    .add = {},
                    .remove = {}};
    if (generator.below(2)) input.add = {"20", "31"};
    if (generator.below(2)) input.remove = {"0"};
    const RingAnswer answer = answer_of(input);
    std::int64_t keys = 0, in = 0, out = 0;
    for (const ShardLoad& load : answer.shards) {
      keys += load.keys;
      in += load.moved_in;
      out += load.moved_out;
    }
    CHECK(keys == 500);
    CHECK(in == answer.moved);
    CHECK(out == answer.moved);
  }
}

TEST_CASE("joins and leaves that cannot be are problems of their item") {
  struct Row {
    RingInput input;
    int code;
    const char* where;
  };
  const Row rows[] = {
      {{.keys = {}, .add = {"15"}, .remove = {}}, 2201, "/add/0"},
      {{.keys = {}, .add = {"16", "16"}, .remove = {}}, 2201, "/add/1"},
      {{.keys = {}, .add = {}, .remove = {"16"}}, 2202, "/remove/0"},
      {{.keys = {}, .add = {"1000"}, .remove = {}}, 2203, "/add/0"},
      {{.keys = {}, .add = {"-1"}, .remove = {}}, 2203, "/add/0"},
      {{.keys = {}, .add = {""}, .remove = {}}, 2203, "/add/0"},
      {{.shards = 1, .keys = {}, .add = {}, .remove = {"0"}}, 2204, "/remove"},
      {{.shards = 0, .keys = {}, .add = {}, .remove = {}}, 1103, "/shards"},
      {{.shards = 257, .keys = {}, .add = {}, .remove = {}}, 1103, "/shards"},
      {{.vnodes = 1001, .keys = {}, .add = {}, .remove = {}}, 1103, "/vnodes"},
      {{.companies = 0, .keys = {}, .add = {}, .remove = {}}, 1103, "/companies"},
      {{.companies = 200001, .keys = {}, .add = {}, .remove = {}}, 1103, "/companies"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.where);
    const auto answer = analyze_ring(row.input);
    REQUIRE_FALSE(answer);
    CHECK(answer.problems()[0].code == row.code);
    CHECK(answer.problems()[0].where == row.where);
  }
}

TEST_CASE("a shard may leave when another joins in its place") {
  const RingAnswer answer =
      answer_of({.shards = 1, .vnodes = 10, .companies = 100, .keys = {}, .add = {"1"}, .remove = {"0"}});
  CHECK(answer.moved == 100);
  CHECK(answer.ideal_share == doctest::Approx(1));
}

TEST_CASE("a ring that is built at once is the one to which joins and leaves lead") {
  RingInput input{.shards = 5, .vnodes = 20, .companies = 100, .keys = {}, .add = {"9", "7", "300"}, .remove = {"0", "3"}};
  Ring step_by_step(5, 20);
  for (const int shard : {9, 7, 300}) step_by_step.add_shard(shard);
  for (const int shard : {0, 3}) step_by_step.remove_shard(shard);
  const Result<RingChange> change = change_ring(input);
  REQUIRE(change);
  CHECK(change->after.shards() == std::vector<int>{1, 2, 4, 7, 9, 300});
  CHECK(change->after.shards() == step_by_step.shards());
  REQUIRE(change->after.points().size() == step_by_step.points().size());
  for (std::size_t i = 0; i < step_by_step.points().size(); ++i) {
    CHECK(change->after.points()[i].hash == step_by_step.points()[i].hash);
    CHECK(change->after.points()[i].shard == step_by_step.points()[i].shard);
  }
}

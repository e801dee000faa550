#include "core/sizing/vectors.h"

#include <doctest/doctest.h>

using namespace storewright;
using namespace storewright::sizing;

namespace {

VectorsAnswer sized(const VectorsInput& input) {
  const Result<VectorsAnswer> answer = size_vectors(input);
  REQUIRE(answer);
  return *answer;
}

std::optional<Range> exactly(double value) { return Range::exactly(value); }

}  // namespace

TEST_CASE("memory is count times dimensions times bytes of a number") {
  struct Row {
    double vectors, dimensions;
    VectorNumber number;
    double bytes;
  };
  const Row rows[] = {
      {1e6, 768, VectorNumber::float32, 3072000000},  // 3.07 GB
      {1e6, 768, VectorNumber::float16, 1536000000},
      {1e6, 768, VectorNumber::int8, 768000000},
      {1, 1, VectorNumber::float32, 4},
      {0, 768, VectorNumber::float32, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    const VectorsAnswer answer =
        sized({.vectors = exactly(row.vectors), .dimensions = exactly(row.dimensions), .number = row.number});
    REQUIRE(answer.bytes);
    CHECK(answer.bytes->mid == row.bytes);
    CHECK(answer.gigabytes->mid == doctest::Approx(row.bytes / 1e9));
  }
  CHECK_FALSE(sized({.vectors = exactly(5)}).bytes);
}

TEST_CASE("it fits when all of the range does") {
  const VectorsInput million{.vectors = exactly(1e6), .dimensions = exactly(768)};
  struct Row {
    Range memory;
    std::optional<bool> fits;
  };
  const Row rows[] = {
      {Range::exactly(3.072), true}, {Range::exactly(3.07), false}, {Range{3, 4, 5}, std::nullopt}, {Range{4, 5, 6}, true}};
  for (const Row& row : rows) {
    VectorsInput input = million;
    input.memory_gb = row.memory;
    CHECK(sized(input).fits == row.fits);
  }
  CHECK_FALSE(sized(million).fits);
}

TEST_CASE("an extension up to 5 million, a benchmark up to 10, above and quick a store of its own") {
  struct Row {
    std::optional<Range> vectors, latency;
    std::optional<VectorPlace> place;
  };
  const Row rows[] = {
      {exactly(4e6), exactly(50), VectorPlace::extension},
      {exactly(4999999), {}, VectorPlace::extension},
      {exactly(5e6), exactly(50), VectorPlace::benchmark},
      {exactly(1e7), exactly(99), VectorPlace::benchmark},
      {exactly(1e7 + 1), exactly(99), VectorPlace::own_store},
      {exactly(2e7), exactly(50), VectorPlace::own_store},
      {exactly(2e7), exactly(100), VectorPlace::extension},
      {exactly(2e7), exactly(500), VectorPlace::extension},
      {exactly(2e7), {}, std::nullopt},
      {Range{1e6, 7e6, 2e7}, exactly(50), std::nullopt},
      {{}, exactly(50), std::nullopt},
  };
  for (const Row& row : rows)
    CHECK(sized({.vectors = row.vectors, .dimensions = {}, .number = {}, .latency_p99_ms = row.latency}).place == row.place);
}

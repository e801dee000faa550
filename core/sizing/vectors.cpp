#include "core/sizing/vectors.h"

#include "core/base/quantities.h"
#include "core/base/text.h"

namespace storewright::sizing {
namespace {

constexpr double benchmark_from = 5e6;
constexpr double own_store_above = 1e7;
constexpr double quick_search_ms = 100;

constexpr Option numbers[] = {
    {"float32", "32-bit (4 bytes)"},
    {"float16", "16-bit, half precision (2 bytes)"},
    {"int8", "8-bit, quantised (1 byte)"},
};

constexpr Field rows[] = {
    field<&VectorsInput::vectors>({.name = "vectors", .label = "Embeddings", .unit = "vectors", .whole = true}),
    field<&VectorsInput::dimensions>({.name = "dimensions",
                                      .label = "Numbers in each embedding",
                                      .unit = "dimensions",
                                      .min = 1,
                                      .max = 1e6,
                                      .whole = true}),
    field<&VectorsInput::number>({.name = "number",
                                  .label = "Precision of a number",
                                  .help = "32-bit unless you say otherwise.",
                                  .options = numbers}),
    field<&VectorsInput::latency_p99_ms>(
        {.name = "latency_p99_ms", .label = "Slowest bearable search (99 of 100 are faster)", .unit = "ms"}),
    field<&VectorsInput::memory_gb>({.name = "memory_gb", .label = "Memory for the vectors", .unit = "GB"}),
};

double bytes_of(const std::optional<VectorNumber>& number) {
  switch (number.value_or(VectorNumber::float32)) {
    case VectorNumber::float32: return 4;
    case VectorNumber::float16: return 2;
    case VectorNumber::int8: return 1;
  }
  return 4;
}

std::optional<VectorPlace> place_of(const VectorsInput& input) {
  if (!input.vectors) return std::nullopt;
  const Truth quick = input.latency_p99_ms ? compare(*input.latency_p99_ms, Comparison::less, quick_search_ms)
                                           : Truth::unknown;
  if (quick == Truth::no || compare(*input.vectors, Comparison::less, benchmark_from) == Truth::yes)
    return VectorPlace::extension;
  if (quick == Truth::unknown) return std::nullopt;
  if (compare(*input.vectors, Comparison::above, own_store_above) == Truth::yes) return VectorPlace::own_store;
  const bool between = compare(*input.vectors, Comparison::at_least, benchmark_from) == Truth::yes &&
                       compare(*input.vectors, Comparison::at_most, own_store_above) == Truth::yes;
  return between ? std::optional<VectorPlace>(VectorPlace::benchmark) : std::nullopt;
}

std::string place_sentence(const std::optional<VectorPlace>& place) {
  if (!place) return "Say how many embeddings there are and how quick a search must be, to know where they can live.";
  switch (*place) {
    case VectorPlace::extension: return "An extension of your primary can search them (early 2025; benchmark your own load).";
    case VectorPlace::benchmark:
      return "Between 5 and 10 million under 100 ms the sources disagree (early 2025): benchmark your own vectors.";
    case VectorPlace::own_store:
      return "Above 10 million under 100 ms they want a store of their own (early 2025; benchmark your own load).";
  }
  return {};
}

}  // namespace

FieldTable vectors_fields() { return rows; }

std::string_view name_of(VectorPlace place) {
  switch (place) {
    case VectorPlace::extension: return "extension";
    case VectorPlace::benchmark: return "benchmark";
    case VectorPlace::own_store: return "own_store";
  }
  return "";
}

Result<VectorsAnswer> size_vectors(const VectorsInput& input) {
  VectorsAnswer answer;
  if (input.vectors && input.dimensions) {
    const double size = bytes_of(input.number);
    const Range& count = *input.vectors;
    const Range& width = *input.dimensions;
    answer.bytes = Range{count.low * width.low * size, count.mid * width.mid * size, count.high * width.high * size};
    const auto gigabytes = [](double bytes) { return Bytes{bytes} / gigabyte; };
    answer.gigabytes = Range{gigabytes(answer.bytes->low), gigabytes(answer.bytes->mid), gigabytes(answer.bytes->high)};
    answer.because = display_number(answer.gigabytes->mid) + " GB for the numbers alone; an index comes on top. ";
    if (input.memory_gb) {
      if (answer.gigabytes->high <= input.memory_gb->low) answer.fits = true;
      if (answer.gigabytes->low > input.memory_gb->high) answer.fits = false;
    }
  }
  answer.place = place_of(input);
  answer.because += place_sentence(answer.place);
  return answer;
}

}  // namespace storewright::sizing

// How much memory embeddings take, and whether an extension or a store of its own should search them.
#pragma once

#include <optional>
#include <string>

#include "core/base/fields.h"

namespace storewright::sizing {

/// Bytes of one number of an embedding.
enum class VectorNumber { float32, float16, int8 };

struct VectorsInput {
  std::optional<Range> vectors;
  std::optional<Range> dimensions;
  std::optional<VectorNumber> number;      // float32 unless said otherwise
  std::optional<Range> latency_p99_ms;     // of a search
  std::optional<Range> memory_gb;          // that there is for the vectors
};

/// Where to search them: below 5 million embeddings inside the primary, between 5 and 10 million benchmark, above 10
/// million with searches under 100 ms a store of its own. Dated early 2025; the sources disagree.
enum class VectorPlace { extension, benchmark, own_store };

struct VectorsAnswer {
  std::optional<Range> bytes;              // vectors x dimensions x bytes of a number, before any index
  std::optional<Range> gigabytes;          // 10^9 bytes
  std::optional<bool> fits;                // in the memory given; absent when the ranges do not decide
  std::optional<VectorPlace> place;        // absent when what is given does not decide
  std::string because;
};

FieldTable vectors_fields();

/// Source: coverage SF-82 (memory) and SF-84 (place). Problems: those of fields.
Result<VectorsAnswer> size_vectors(const VectorsInput& input);

std::string_view name_of(VectorPlace place);

}  // namespace storewright::sizing

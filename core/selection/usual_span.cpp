#include "core/selection/usual_span.h"

#include <algorithm>

namespace storewright::selection {
namespace {

struct UsualSpan {
  std::string_view field;
  double low;
  double high;
};

constexpr UsualSpan usual_spans[] = {
    {"reads_per_second", 1, 200000},
    {"writes_per_second", 0.1, 200000},
    {"peak_factor", 1, 10},
    {"data_size_gb", 1, 20000},
    {"item_bytes", 50, 20000},
    {"growth_gb_per_month", 0.1, 500},
    {"growth_percent_per_month", 0.5, 20},
    {"latency_p99_ms", 0.5, 1000},
    {"team_engineers", 1, 50},
    {"vector_count", 10000, 100000000},
    {"documents_indexed", 10000, 1000000000},
    {"graph_hops", 1, 8},
};

}  // namespace

Range usual_span(const Field& field) {
  for (const UsualSpan& usual : usual_spans)
    if (usual.field == field.name) return {usual.low, usual.low, usual.high};
  const double low = std::max(field.min, 1.0);
  return {low, low, std::min(field.max, 1e6)};
}

}  // namespace storewright::selection

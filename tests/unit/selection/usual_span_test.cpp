#include "core/selection/usual_span.h"

#include <doctest/doctest.h>

#include "core/selection/profile.h"

using namespace storewright;
using namespace storewright::selection;

TEST_CASE("the usual span of every number lies within its limits and can be drawn on a log scale") {
  for (const Field& field : profile_fields()) {
    if (field.kind != FieldKind::number) continue;
    CAPTURE(field.name);
    const Range span = usual_span(field);
    CHECK(span.low > 0);
    CHECK(span.low >= field.min);
    CHECK(span.high > span.low);
    CHECK(span.high <= field.max);
  }
}

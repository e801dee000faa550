#include "core/cost/request_units.h"

#include "core/base/math.h"

namespace storewright::cost {
namespace {

constexpr double bytes_of_write_unit = 1024;
constexpr double bytes_of_read_unit = 4096;

double begun(double bytes, double of) {
  const double units = ceil_of(bytes / of);
  return units < 1 ? 1 : units;
}

}  // namespace

double write_units_of(double item_bytes, bool transactional) {
  return begun(item_bytes, bytes_of_write_unit) * (transactional ? 2 : 1);
}

double read_units_of(double item_bytes, ReadKind kind) {
  const double units = begun(item_bytes, bytes_of_read_unit);
  return kind == ReadKind::strong ? units : kind == ReadKind::eventual ? units / 2 : units * 2;
}

}  // namespace storewright::cost

// A set of records of a catalogue: one bit each, in the order of `Knowledge::engines`.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace storewright::selection {

/// All sets that meet in one expression are of the same catalogue, so they are equally long.
class RecordSet {
 public:
  RecordSet() = default;
  explicit RecordSet(std::size_t records) : blocks_((records + 63) / 64) {}

  bool has(std::size_t record) const { return blocks_[record / 64] >> (record % 64) & 1u; }
  void add(std::size_t record) { blocks_[record / 64] |= std::uint64_t{1} << (record % 64); }

  /// Calls `visit(record)` for each one, in order.
  template <class Visit>
  void each(Visit&& visit) const {
    for (std::size_t i = 0; i < blocks_.size(); ++i)
      for (std::uint64_t left = blocks_[i]; left != 0; left &= left - 1)
        visit(i * 64 + static_cast<std::size_t>(std::countr_zero(left)));
  }

  RecordSet& operator|=(const RecordSet& other) {
    for (std::size_t i = 0; i < blocks_.size(); ++i) blocks_[i] |= other.blocks_[i];
    return *this;
  }
  bool operator==(const RecordSet&) const = default;

 private:
  std::vector<std::uint64_t> blocks_;
};

}  // namespace storewright::selection

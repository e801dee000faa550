// A set of records of a catalogue: one bit each, in the order of `Knowledge::engines`.
#pragma once

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

  RecordSet& operator|=(const RecordSet& other) {
    for (std::size_t i = 0; i < blocks_.size(); ++i) blocks_[i] |= other.blocks_[i];
    return *this;
  }
  bool operator==(const RecordSet&) const = default;

 private:
  std::vector<std::uint64_t> blocks_;
};

}  // namespace storewright::selection

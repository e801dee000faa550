// A seeded random generator whose numbers are the same on every machine.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace storewright {

/// xoshiro256** seeded by SplitMix64 (Blackman and Vigna, prng.di.unimi.it). Draw once a statement: the order of
/// evaluation inside an expression differs between compilers.
class Generator {
 public:
  explicit Generator(std::uint64_t seed);

  std::uint64_t next();
  double uniform();                            // 0 inclusive to 1 exclusive, 53 bits
  std::uint64_t below(std::uint64_t bound);    // 0 inclusive to bound exclusive, without bias; bound at least 1
  double between(double low, double high);     // uniform

  template <class T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) {
      const std::size_t j = below(i);
      std::swap(items[i - 1], items[j]);
    }
  }

 private:
  std::array<std::uint64_t, 4> state_;
};

}  // namespace storewright

#include "core/base/generator.h"

namespace storewright {
namespace {

std::uint64_t split_mix(std::uint64_t& state) {
  state += 0x9e3779b97f4a7c15u;
  std::uint64_t z = state;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

std::uint64_t rotated(std::uint64_t x, int bits) { return x << bits | x >> (64 - bits); }

}  // namespace

Generator::Generator(std::uint64_t seed) {
  for (std::uint64_t& word : state_) word = split_mix(seed);
}

std::uint64_t Generator::next() {
  const std::uint64_t result = rotated(state_[1] * 5, 7) * 9;
  const std::uint64_t shifted = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = rotated(state_[3], 45);
  return result;
}

double Generator::uniform() { return static_cast<double>(next() >> 11) / 9007199254740992.0; }  // 2^53

std::uint64_t Generator::below(std::uint64_t bound) {
  if (bound <= 1) return 0;
  // The lowest 2^64 mod `bound` values would make the small remainders likelier, so they are drawn again.
  const std::uint64_t biased = (0 - bound) % bound;
  std::uint64_t drawn = next();
  while (drawn < biased) drawn = next();
  return drawn % bound;
}

double Generator::between(double low, double high) { return low + (high - low) * uniform(); }

}  // namespace storewright

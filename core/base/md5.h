// MD5 (RFC 1321), for placing keys on a ring. It protects nothing.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace storewright {

/// 128 bits, big-endian: comparing the bytes compares the numbers.
struct Md5Digest {
  std::array<std::uint8_t, 16> bytes{};
  // Emscripten 3.1.6's library has no three-way comparison of arrays.
  bool operator==(const Md5Digest&) const = default;
  bool operator<(const Md5Digest& other) const { return bytes < other.bytes; }
};

Md5Digest md5(std::string_view text);
std::string hex(const Md5Digest& digest);

/// The digest as a fraction of the circle, 0 to 1, from its top 53 bits.
double fraction_of_circle(const Md5Digest& digest);

}  // namespace storewright

#include "core/base/md5.h"

#include <algorithm>

namespace storewright {
namespace {

// RFC 1321, section 3.4: T[i] is the whole part of 2^32 * |sin(i)|.
constexpr std::array<std::uint32_t, 64> sine_table = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391};

constexpr int rotations[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};

using State = std::array<std::uint32_t, 4>;

std::uint32_t rotated(std::uint32_t x, int bits) { return x << bits | x >> (32 - bits); }

// A block as its sixteen little-endian words, read once.
std::array<std::uint32_t, 16> words_of(std::string_view block) {
  std::array<std::uint32_t, 16> words{};
  for (std::size_t i = 64; i-- > 0;) words[i / 4] = words[i / 4] << 8 | static_cast<unsigned char>(block[i]);
  return words;
}

void mix(State& state, std::string_view block) {
  const std::array<std::uint32_t, 16> words = words_of(block);
  auto [a, b, c, d] = state;
  for (std::uint32_t i = 0; i < 64; ++i) {
    std::uint32_t f = 0;
    std::uint32_t word = 0;
    switch (i / 16) {
      case 0:
        f = (b & c) | (~b & d);
        word = i;
        break;
      case 1:
        f = (d & b) | (~d & c);
        word = (5 * i + 1) % 16;
        break;
      case 2:
        f = b ^ c ^ d;
        word = (3 * i + 5) % 16;
        break;
      default:
        f = c ^ (b | ~d);
        word = (7 * i) % 16;
        break;
    }
    const std::uint32_t sum = a + f + sine_table[i] + words[word];
    a = d;
    d = c;
    c = b;
    b += rotated(sum, rotations[i / 16][i % 4]);
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
}

// What is left after the whole blocks, with the end mark and the length in bits: one or two blocks.
struct End {
  std::array<char, 128> bytes{};
  std::size_t size = 64;
};

End end_of(std::string_view rest, std::uint64_t total_bytes) {
  End end;
  std::copy(rest.begin(), rest.end(), end.bytes.begin());
  end.bytes[rest.size()] = '\x80';
  if (rest.size() + 1 + 8 > 64) end.size = 128;
  for (std::size_t i = 0; i < 8; ++i) end.bytes[end.size - 8 + i] = static_cast<char>(total_bytes * 8 >> (8 * i) & 0xff);
  return end;
}

}  // namespace

Md5Digest md5(std::string_view text) {
  State state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
  const std::size_t whole = text.size() / 64 * 64;
  for (std::size_t at = 0; at < whole; at += 64) mix(state, text.substr(at, 64));
  const End end = end_of(text.substr(whole), text.size());
  for (std::size_t at = 0; at < end.size; at += 64) mix(state, std::string_view(end.bytes.data() + at, 64));

  Md5Digest digest;
  for (std::size_t i = 0; i < 16; ++i) digest.bytes[i] = static_cast<std::uint8_t>(state[i / 4] >> (i % 4 * 8));
  return digest;
}

std::string hex(const Md5Digest& digest) {
  constexpr char digits[] = "0123456789abcdef";
  std::string out;
  for (const std::uint8_t byte : digest.bytes) {
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

double fraction_of_circle(const Md5Digest& digest) {
  std::uint64_t top = 0;
  for (std::size_t i = 0; i < 8; ++i) top = top << 8 | digest.bytes[i];
  return static_cast<double>(top >> 11) / 9007199254740992.0;  // 2^53
}

}  // namespace storewright

#include "core/base/md5.h"

#include <doctest/doctest.h>

using namespace storewright;

TEST_CASE("MD5 gives the digests of RFC 1321 and of the ring") {
  struct Row { const char* text; const char* digest; };
  const Row rows[] = {
      {"", "d41d8cd98f00b204e9800998ecf8427e"},
      {"a", "0cc175b9c0f1b6a831c399e269772661"},
      {"abc", "900150983cd24fb0d6963f7d28e17f72"},
      {"message digest", "f96b697d7cb7938d525a2f31aaf161d0"},
      {"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", "d174ab98d277d9f5a5611c2c9f419d9f"},
      {"12345678901234567890123456789012345678901234567890123456789012345678901234567890",
       "57edf4a22be3c955ac49da2e2107b67a"},
      {"1", "c4ca4238a0b923820dcc509a6f75849b"},
      {"shard_0_vnode_0", "fe4865cbaae2ada99b680e9d4279562c"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(hex(md5(row.text)) == row.digest);
  }
}

TEST_CASE("texts around the block size are padded into one block or two") {
  struct Row { std::size_t size; const char* digest; };
  const Row rows[] = {
      {55, "04364420e25c512fd958a70738aa8f72"},
      {56, "668a72d5ba17f08e62dabcafad6db14b"},
      {63, "7dc2ca208106a2f703567bdff99d8981"},
      {64, "c1bb4f81d892b2d57947682aeb252456"},
      {65, "1bc932052302d074bdec39795fe00cf6"},
      {119, "ab347a5f68c8a443cfcddc633f12c24f"},
      {120, "fb98667f98096de92620b64f46e1c5b5"},
      {128, "d69cb61a6ee87200676eb0d4b90edbcb"},
      {1000, "398533d48111e9f664b1f64cb10c4b63"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.size);
    CHECK(hex(md5(std::string(row.size, 'x'))) == row.digest);
  }
}

TEST_CASE("a digest is a place on the circle, and comparing digests compares places") {
  Md5Digest quarter;
  quarter.bytes[0] = 0x40;
  Md5Digest last;
  last.bytes.fill(0xff);
  CHECK(fraction_of_circle(Md5Digest{}) == 0);
  CHECK(fraction_of_circle(quarter) == 0.25);
  CHECK(fraction_of_circle(last) < 1);
  CHECK(Md5Digest{} < quarter);
  CHECK(quarter < last);
}

#include "core/practice/text_document.h"

#include <doctest/doctest.h>

#include "core/practice/vocabulary.h"

using namespace storewright::practice;

namespace {

Document read(const char* text) {
  Document document;
  add_field(document, "text", text);
  return document;
}

}  // namespace

TEST_CASE("words are divided at everything but letters and digits") {
  struct Row { const char* text; std::vector<std::string> words; };
  const Row rows[] = {
      {"row-level lock", {"row", "level", "lock"}}, {"don't, can't", {"not", "cannot"}}, {"the shop's", {"the", "shop"}}, {"5s", {"5", "s"}},
      {"1,000.5 rows", {"1,000.5", "rows"}}, {"1 %", {"1", "%"}}, {"a->b", {"a", "b"}}, {"", {}}, {"...", {}}, {"- item", {"item"}}, {"(a) text", {"text"}},
      {"1. text", {"text"}}, {"h3 cells", {"h3", "cells"}},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    CHECK(words_in(row.text) == row.words);
  }
}

TEST_CASE("sentences end at stops, at bullets and at short lines, not in numbers, abbreviations and wrapped lines") {
  struct Row { const char* text; std::size_t sentences; };
  const Row rows[] = {
      {"", 0}, {"One", 1}, {"One. Two. three", 3}, {"It is 1.5 s old.", 1}, {"Stores, e.g. Redis, expire.", 1}, {"Sessions:\n- Redis\n- TTL", 3},
      {"Sessions\n\nRedis", 2}, {"Really? Yes!", 2}, {"One \"SET a = ?\", so that it holds.", 1}, {"One (why?), then two.", 1}, {"\"One.\" Two.", 2}, {"see version 2.0.1 of it", 1},
      {"This line is long enough to have been wrapped by somebody who\nwrites it on two lines.", 1},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    CHECK(read(row.text).sentences.size() == row.sentences);
  }
  CHECK(read("Really? Yes.").sentences[0].question);
  CHECK_FALSE(read("Really? Yes.").sentences[1].question);
}

TEST_CASE("tokens lead back to the learner's own bytes, and numbers have their value") {
  const Document document = read("Größe 1,500 „x“");
  REQUIRE(document.tokens.size() == 3);
  CHECK(document.original_start(document.tokens[0]) == 0);
  CHECK(document.original_end(document.tokens[0]) == 7);
  CHECK(document.tokens[1].value == 1500);
}

#include "core/practice/vocabulary.h"

#include "tests/unit/practice/shop_fixture.h"

using namespace storewright;
using namespace storewright::practice;

TEST_CASE("a form is found by its stems, the longest first, and only by questions that know it") {
  Lexicon lexicon;
  lexicon.concepts = {{.id = "replica", .forms = {"replica"}}, {.id = "read-replica", .forms = {"read replica"}, .is = {"replica"}},
                      {.id = "own", .forms = {"read replica today"}, .owner = 1}};
  const Vocabulary vocabulary(lexicon);
  const auto found = [&](std::vector<const char*> words, int owner) {
    std::vector<int> stems;
    for (const char* word : words) stems.push_back(vocabulary.stem(word));
    return vocabulary.longest(stems, 0, stems.size(), owner);
  };
  CHECK(found({"replicas"}, 0).concepts == std::vector<int>{0});
  CHECK(found({"read", "replicas"}, 0).concepts == std::vector<int>{1});
  CHECK(found({"read", "replicas", "today"}, 0).length == 2);
  CHECK(found({"read", "replicas", "today"}, 1).length == 3);
  CHECK(found({"read"}, 0).length == 0);
  CHECK(vocabulary.stem("unheard") == -1);
  CHECK(vocabulary.narrower(0) == std::vector<int>{0, 1});
  CHECK(vocabulary.concept_index("own", 0) == -1);
  CHECK(vocabulary.concept_index("own", 1) == 2);
}

TEST_CASE("a pack whose patterns, forms or pairs do not fit is refused") {
  const auto code_of = [](const std::string& pack) {
    const auto json = read_json(pack);
    REQUIRE(json);
    const auto practice = read_practice(*json);
    return practice ? 0 : practice.problems().front().code;
  };
  const auto with = [](std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != text.npos);
    return text.replace(at, from.size(), to);
  };
  CHECK(code_of(shop::pack()) == 0);
  CHECK(code_of(shop::pack(shop::question, with(shop::patterns, "\"elasticsearch\"", "\"solr\""))) == 2310);
  CHECK(code_of(shop::pack(shop::question, with(shop::patterns, "\"id\": \"no_search\"", "\"id\": \"other\""))) == 2310);
  CHECK(code_of(shop::pack(shop::question, with(shop::patterns, "cache-as-truth", "other"))) == 2310);
  CHECK(code_of(shop::pack(shop::question, shop::patterns, with(shop::lexicon, "\"pg\"]", "\"redis\"]"))) == 2310);
  CHECK(code_of(shop::pack(shop::question, shop::patterns, with(shop::lexicon, "[\"sync\", \"async\"]", "[\"sync\", \"syncs\"]"))) == 2310);
  CHECK(code_of(shop::pack(with(shop::question, "\"cell\": \"board.stock.store\", \"in\": [\"redis\"]", "\"cell\": \"board.stock.store\", \"in\": [\"solr\"]"))) == 2310);
  CHECK(code_of(shop::pack(with(shop::question, "\"modes\": [\"structured\", \"text\"]", "\"modes\": [\"text\"]"))) == 1401);
}

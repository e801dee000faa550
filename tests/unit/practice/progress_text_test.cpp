#include "core/practice/progress_text.h"

#include <doctest/doctest.h>

#include <string>

#include "core/base/day.h"
#include "core/practice/progress_json.h"

using namespace storewright;
using namespace storewright::practice;

namespace {

std::vector<Skill> some_skills() { return {{.id = "a.one", .number = 1}, {.id = "a.two", .number = 7}, {.id = "b.far", .number = 900}}; }

Progress some_progress() {
  const int day = *day_number("2026-11-22");
  Progress progress;
  add_review(progress, "a.one", {day - 9, Rating::good, "q", 0, true});
  add_review(progress, "a.one", {day, Rating::easy, "q", 4, true});
  add_review(progress, "a.two", {day - 40, Rating::again, "r", 0, false});
  add_review(progress, "b.far", {day - 1, Rating::hard, "q", 0, true});
  add_answered(progress, "q", 0, day);
  add_answered(progress, "q", 4, day);
  add_solution_seen(progress, "r", day - 40);
  return progress;
}

int code_of(std::string_view text) {
  const auto read = read_progress(text, some_skills());
  return read ? 0 : read.problems().front().code;
}

std::string with_check(std::string body) {   // a file as a later version would write it, or one with a fault of its own
  const std::string open = "{" + body + "}";
  JsonWriter minified;
  minified.value(*read_json(open));
  const std::string check = [&] {
    unsigned long long sum = 14695981039346656037ull;
    for (const char c : minified.written()) sum = (sum ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (int shift = 28; shift >= 0; shift -= 4) text += digits[(sum >> shift) & 15];
    return text;
  }();
  return "{" + body + ",\"check\":\"" + check + "\"}";
}

}  // namespace

TEST_CASE("a file gives back what was written, laid out as it may be") {
  const Progress progress = some_progress();
  const std::string file = progress_json(progress);
  const auto read = read_progress_json(file);
  REQUIRE(read);
  CHECK(progress_json(*read) == file);
  CHECK(read->skill("a.one")->history == progress.skill("a.one")->history);
  CHECK(read->skill("a.one")->before == progress.skill("a.one")->before);
  std::string airy;
  for (const char c : file) airy += c == ',' ? std::string(",\n  ") : std::string(1, c);
  CHECK(read_progress_json("\n " + airy + "\n"));
  CHECK(progress_json(*read_progress_json(progress_json({}))) == progress_json({}));
}

TEST_CASE("members that a newer writer added are kept") {
  const std::string file = with_check(R"("format":"storewright/progress@1","skills":[{"skill":"x","stability":1,"difficulty":5,"day":"2026-01-01","due":"2026-01-02",)"
                                      R"("reviews":1,"lapses":0,"history":[],"mood":"fine"}],"questions":[{"question":"q","seeds":[],"stars":3}],"goal":{"a":[1,2]})");
  const auto read = read_progress_json(file);
  REQUIRE(read);
  const std::string again = progress_json(*read);
  for (const char* part : {R"("mood":"fine")", R"("stars":3)", R"("goal":{"a":[1,2]})"}) CHECK(again.find(part) != again.npos);
  CHECK(read_progress_json(again));
}

TEST_CASE("a file that is no progress, was changed, is of a newer version or has a fault says which") {
  const std::string file = progress_json(some_progress());
  std::string changed = file, cut = file.substr(0, file.size() - 20);
  changed[changed.find("2026")] = '3';
  const std::string start = R"("format":"storewright/progress@1","skills":)";
  const std::string skill = R"("skill":"x","stability":1,"difficulty":5,"day":"2026-01-01","due":"2026-01-02","reviews":1,"lapses":0,"history":[])";
  struct Row { std::string text; int code; };
  const Row rows[] = {
      {"", 2321},
      {"hello", 2321},
      {"{}", 2321},
      {"{\"format\":\"storewright/practice@1\"}", 2321},
      {"{\"format\":\"storewright/progress@x\"}", 2321},
      {cut, 2321},
      {changed, 2322},
      {R"({"format":"storewright/progress@1","skills":[],"questions":[]})", 2322},
      {R"({"format":"storewright/progress@2","states":{}})", 2323},
      {with_check(start + "[]"), 2324},
      {with_check(start + "{},\"questions\":[]"), 2324},
      {with_check(start + "[3],\"questions\":[]"), 2324},
      {with_check(start + "[{}],\"questions\":[]"), 2324},
      {with_check(start + "[{" + skill + "},{" + skill + "}],\"questions\":[]"), 2324},
      {with_check(start + R"([{"skill":"x","stability":0,"difficulty":5,"day":"2026-01-01","due":"2026-01-02","reviews":1,"lapses":0,"history":[]}],"questions":[])"), 2324},
      {with_check(start + R"([{"skill":"x","stability":1,"difficulty":11,"day":"2026-01-01","due":"2026-01-02","reviews":1,"lapses":0,"history":[]}],"questions":[])"), 2324},
      {with_check(start + R"([{"skill":"x","stability":1,"difficulty":5,"day":"2026-01-03","due":"2026-01-02","reviews":1,"lapses":0,"history":[]}],"questions":[])"), 2324},
      {with_check(start + R"([{"skill":"x","stability":1,"difficulty":5,"day":"2026-01-32","due":"2026-01-02","reviews":1,"lapses":0,"history":[]}],"questions":[])"), 2324},
      {with_check(start + R"([{"skill":"x","stability":1,"difficulty":5,"day":"2026-01-01","due":"2026-01-02","reviews":1.5,"lapses":0,"history":[]}],"questions":[])"), 2324},
      {with_check(start + R"([],"questions":[{"question":"q","seeds":[-1]}])"), 2324},
      {with_check(start + "[{" + skill + "}],\"questions\":[]"), 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(code_of(row.text) == row.code);
  }
}

TEST_CASE("a code holds the states, to a hundredth, however it was broken into lines") {
  const Progress progress = some_progress();
  const std::string code = progress_code(progress, some_skills());
  CAPTURE(code);
  CHECK(code.size() < 60);
  CHECK(code.starts_with("SW1."));
  for (const std::string& text : {code, "  " + code + "\n", code.substr(0, 9) + "\r\n " + code.substr(9)}) {
    const auto read = read_progress(text, some_skills());
    REQUIRE(read);
    CHECK(read->unknown == 0);
    CHECK(read->progress.skills.size() == 3);
    for (const SkillRecord& record : progress.skills) {
      const SkillRecord* back = read->progress.skill(record.skill);
      REQUIRE(back);
      CHECK(back->day == record.day);
      CHECK(back->due == record.due);
      CHECK(back->reviews == record.reviews);
      CHECK(back->lapses == record.lapses);
      CHECK(back->memory.stability == doctest::Approx(record.memory.stability).epsilon(0.03));
      CHECK(back->memory.difficulty == doctest::Approx(record.memory.difficulty).epsilon(0.01));
    }
  }
  CHECK(code_of(progress_code({}, some_skills())) == 0);
}

TEST_CASE("a code leaves out what this version does not know, on both sides") {
  const std::string code = progress_code(some_progress(), some_skills());
  const auto read = read_progress(code, {{.id = "a.two", .number = 7}});
  REQUIRE(read);
  CHECK(read->unknown == 2);
  CHECK(read->progress.skills.size() == 1);
  CHECK(read_progress(progress_code(some_progress(), {}), some_skills())->progress.empty());
}

TEST_CASE("every single mistake in a code is noticed") {
  const std::string code = progress_code(some_progress(), some_skills());
  for (std::size_t at = 0; at < code.size(); ++at) {
    std::string wrong = code;
    wrong[at] = wrong[at] == 'A' ? 'B' : 'A';
    CAPTURE(wrong);
    CHECK(code_of(wrong) != 0);
    CHECK(code_of(code.substr(0, at)) != 0);
  }
  CHECK(code_of("SW2." + code.substr(4)) == 2323);
  CHECK(code_of("SW1..") == 2322);
}

TEST_CASE("no text makes reading a code hang or fall") {
  std::string text = "SW1.";
  unsigned seed = 1;
  for (int i = 0; i < 2000; ++i) {
    seed = seed * 1664525u + 1013904223u;
    text += static_cast<char>(33 + (seed >> 24) % 90);
    if (i % 7 == 0) CHECK(code_of(text + ".AAAAA") != 0);
  }
}

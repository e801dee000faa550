#include "core/selection/next_question.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/unit/selection/small_catalogue.h"

using namespace storewright;
using namespace storewright::selection;

namespace {

QuestionAnswer asked(const Rulebook& rulebook, const char* profile, int worlds = 2000, int seed = 1) {
  return next_question({profile_of(profile), worlds, seed}, rulebook);
}

}  // namespace

TEST_CASE("the question that tells most comes first, with its worth in bits and what it tells apart") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const QuestionAnswer answer =
      asked(rulebook,
            R"({"consistency":"eventual","access_patterns":["key_lookup"],"data_size_gb":1,"growth_gb_per_month":0,)"
            R"("growth_percent_per_month":0,"licences_excluded":["proprietary"],"team_engineers":3})");
  REQUIRE_FALSE(answer.questions.empty());
  const Question& question = answer.questions[0];
  CHECK(question.field->name == "data_model");
  CHECK(answer.says == "Answer this next: \"What shape does the data have?\"");
  // Relational and document are told apart from the rest; key-value contradicts the excluded licence and is left out.
  CHECK(answer.contradictory > 150);
  CHECK(question.expected_information <= answer.open_bits + 1e-9);
  CHECK(question.expected_information > 0.9 * answer.open_bits);
  CHECK(question.why.find("Tables that refer to each other (relational)\" leads to Relational nearly always") !=
        std::string::npos);
  CHECK(question.why.find("Document nearly always") != std::string::npos);
  for (std::size_t i = 1; i < answer.questions.size(); ++i)
    CHECK(answer.questions[i].expected_information <= answer.questions[i - 1].expected_information);
  CHECK(answer.questions.size() <= most_questions);
}

TEST_CASE("nothing is left to ask once no answer can change the winner") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const QuestionAnswer answer = asked(rulebook, R"({"consistency":"strong","data_model":"relational"})");
  CHECK(answer.questions.empty());
  CHECK(answer.open_bits == 0);
  CHECK(answer.says == "Nothing is left that would change the answer.");
  REQUIRE(answer.winners.size() == 1);
  CHECK(answer.winners[0].category == "relational");
}

TEST_CASE("answers that contradict each other are not asked on top of") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const QuestionAnswer answer = asked(rulebook, R"({"consistency":"strong","data_size_gb":5000})");
  CHECK(answer.contradictory == answer.worlds);
  CHECK(answer.questions.empty());
  CHECK(answer.winners.empty());
  CHECK(answer.says.find("change one of those you gave") != std::string::npos);
}

TEST_CASE("a wide range is asked to be narrowed where that tells most") {
  const knowledge::Knowledge catalogue = small_catalogue();
  const Rulebook rulebook(catalogue);
  const QuestionAnswer answer = asked(
      rulebook,
      R"({"data_model":"relational","consistency":"eventual",)"
      R"("access_patterns":["key_lookup"],"growth_gb_per_month":0,"data_size_gb":{"low":100,"mid":1000,"high":5000}})");
  REQUIRE_FALSE(answer.questions.empty());
  CHECK(answer.questions[0].field->name == "data_size_gb");
  CHECK(answer.questions[0].narrows);
  CHECK(answer.questions[0].expected_information == doctest::Approx(1).epsilon(0.05));
  CHECK(answer.questions[0].answers[0].answer == "under 1,000");
  CHECK(answer.says == "Narrow this down next: \"Data today\"");
}

TEST_CASE("the estimate is steady: another seed asks the same first question of every preset without its answers") {
  for (const char* profile : {"{}", R"({"access_patterns":["key_lookup"]})", R"({"data_model":"graph"})"}) {
    CAPTURE(profile);
    const QuestionAnswer one = asked(built_in_rulebook(), profile, 4000, 1);
    const QuestionAnswer two = asked(built_in_rulebook(), profile, 4000, 2);
    REQUIRE_FALSE(one.questions.empty());
    REQUIRE_FALSE(two.questions.empty());
    CHECK(one.questions[0].field == two.questions[0].field);
    CHECK(one.questions[0].expected_information == doctest::Approx(two.questions[0].expected_information).epsilon(0.2));
  }
}

TEST_CASE("whoever answers what is asked has the winning category of a preset after a few answers") {
  const Profile empty;
  std::vector<int> needed;
  for (const knowledge::Preset& preset : knowledge::built_in().presets) {
    CAPTURE(preset.id);
    const Result<Profile> full = read_profile(preset.profile);
    REQUIRE(full);
    const auto category_of = [](const Profile& profile) {
      const int winner = decide(built_in_rulebook(), profile).winner;
      return winner < 0 ? std::string() : knowledge::built_in().engines[static_cast<std::size_t>(winner)].category;
    };
    const std::string wanted = category_of(*full);
    Profile known;
    int answers = 0;
    int last_wrong = 0;
    for (bool more = true; more;) {
      more = false;
      for (const Question& question : next_question({known, 1000, 1}, built_in_rulebook()).questions) {
        const std::string text = field_text(*question.field, &*full, &empty);
        if (text.empty()) continue;  // they do not know it either
        REQUIRE(read_field_text(text, *question.field, &known).empty());
        more = ++answers < 12;
        break;
      }
      if (category_of(known) != wanted) last_wrong = answers;
    }
    needed.push_back(last_wrong + 1);
  }
  std::sort(needed.begin(), needed.end());
  MESSAGE("answers until the winning category stays, median over the presets: ", needed[needed.size() / 2]);
  CHECK(needed[needed.size() / 2] <= 5);
}

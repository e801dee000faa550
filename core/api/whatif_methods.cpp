#include "core/api/groups.h"
#include "core/api/method.h"
#include "core/base/text.h"
#include "core/selection/nearest.h"
#include "core/selection/next_question.h"
#include "core/selection/ranges.h"
#include "core/selection/steps.h"

namespace storewright::api {
namespace {

using selection::Profile;
using selection::Winner;

const knowledge::Knowledge& catalogue() { return knowledge::built_in(); }

std::string name_of_engine(const std::string& id) {
  const knowledge::Engine* engine = catalogue().engine(id);
  return engine ? engine->name : std::string();
}

std::string name_of_category(const std::string& id) {
  const knowledge::Category* category = catalogue().category(id);
  return category ? category->name : std::string();
}

void write_id(JsonWriter& out, std::string_view key, const std::string& id) {
  out.key(key);
  if (id.empty())
    out.null();
  else
    out.text(id);
}

// Nobody is null, with empty names for the screen.
void write_winner(JsonWriter& out, const Winner& winner) {
  write_id(out, "winner", winner.engine);
  out.member("winner_name", name_of_engine(winner.engine));
  write_id(out, "category", winner.category);
  out.member("category_name", name_of_category(winner.category));
}

// A value as links write it, as the JSON that a profile takes; null where nobody answered.
void write_text_value(JsonWriter& out, std::string_view key, const Field& field, const std::string& text) {
  Profile profile;
  out.key(key);
  if (text.empty() || !read_field_text(text, field, &profile).empty())
    out.null();
  else
    write_field(out, field, &profile);
}

void write_profile(JsonWriter& out, const Profile& profile) {
  const Profile defaults;
  write_fields(out.key("profile"), selection::profile_fields(), &profile, &defaults);
}

void write_asked(JsonWriter& out, const Field& field) {
  out.member("field", field.name).member("label", field.label).member("unit", field.unit);
}

// --- flips

struct FlipsInput {
  Profile profile;
  std::string target;  // id of a record, "" for none
};

FieldTable flips_fields() {
  static const std::vector<Field> all = [] {
    const FieldTable profile = selection::profile_fields();
    std::vector<Field> fields(profile.begin(), profile.end());
    fields.push_back(field<&FlipsInput::target>({.name = "target",
                                                 .label = "The store that you would like to win",
                                                 .help = "An id such as cassandra; left empty, none.",
                                                 .max_items = 1}));
    return fields;
  }();
  return all;
}

struct FlipsReply {
  selection::FlipsAnswer flips;
  std::optional<selection::TargetAnswer> target;
  std::optional<selection::Contradiction> contradiction;
};

Problem no_such_record(const std::string& id) {
  std::vector<std::string_view> ids;
  for (const knowledge::Engine& engine : catalogue().engines) ids.push_back(engine.id);
  const std::string near = nearest_word(id, ids);
  return Problem{2003, "/target",
                 "There is no store \"" + shortened(id, 40) + "\" in the catalogue" +
                     (near.empty() ? "; `reference.records` lists them all." : "; did you mean \"" + near + "\"?")};
}

Result<FlipsReply> answer_flips(const FlipsInput& input) {
  const selection::Rulebook& rulebook = selection::built_in_rulebook();
  const knowledge::Engine* target = catalogue().engine(input.target);
  if (!input.target.empty() && !target) return no_such_record(input.target);
  FlipsReply reply{.flips = selection::find_flips(input.profile, rulebook), .target = {}, .contradiction = {}};
  if (target) reply.target = selection::find_target(input.profile, rulebook, *target);
  reply.contradiction = selection::find_contradiction(input.profile, rulebook);
  return reply;
}

void write_flip(JsonWriter& out, const selection::Flip& flip) {
  out.begin_object();
  write_asked(out, *flip.field);
  write_text_value(out, "from", *flip.field, flip.from);
  write_text_value(out, "before", *flip.field, flip.before.value_or(""));
  write_field(out.key("to"), *flip.field, &flip.profile);
  out.member("from_text", flip.from_words).member("to_text", flip.to_words);
  write_winner(out, flip.winner);
  out.member("says", flip.says).end_object();
}

void write_weight_flip(JsonWriter& out, const std::optional<selection::WeightFlip>& flip) {
  out.key("weights");
  if (!flip) {
    out.null();
    return;
  }
  out.begin_object()
      .member("field", "weights")
      .member("step", selection::step_name(flip->step))
      .member("from", flip->from)
      .member("before", flip->before)
      .member("to", flip->to)
      .member("weights", flip->weights);
  write_winner(out, flip->winner);
  out.member("says", flip->says).end_object();
}

void write_change(JsonWriter& out, const selection::Change& change) {
  out.begin_object();
  write_asked(out, *change.field);
  write_text_value(out, "from", *change.field, change.from);
  write_text_value(out, "to", *change.field, change.to);
  out.member("from_text", change.from_words).member("to_text", change.to_words).end_object();
}

void write_nearest(JsonWriter& out, const selection::NearestProfile& nearest) {
  out.begin_object().key("changes").begin_array();
  for (const selection::Change& change : nearest.changes) write_change(out, change);
  out.end_array();
  write_winner(out, nearest.winner);
  write_profile(out, nearest.profile);
  out.member("says", nearest.says).end_object();
}

void write_target(JsonWriter& out, const std::optional<selection::TargetAnswer>& target) {
  out.key("target");
  if (!target) {
    out.null();
    return;
  }
  out.begin_object()
      .member("engine", target->engine)
      .member("name", name_of_engine(target->engine))
      .member("wins", target->wins)
      .key("lacks")
      .begin_array();
  for (const selection::Reason& reason : target->lacks)
    out.begin_object()
        .member("rule", reason.rule)
        .member("step", selection::step_name(reason.step))
        .member("because", reason.because)
        .member("source", reason.source)
        .end_object();
  out.end_array().key("nearest");
  if (target->nearest)
    write_nearest(out, *target->nearest);
  else
    out.null();
  out.member("says", target->says).end_object();
}

void write_contradiction(JsonWriter& out, const std::optional<selection::Contradiction>& contradiction) {
  out.key("contradiction");
  if (!contradiction) {
    out.null();
    return;
  }
  out.begin_object().key("answers").begin_array();
  for (const selection::Change& answer : contradiction->answers) {
    out.begin_object();
    write_asked(out, *answer.field);
    write_text_value(out, "value", *answer.field, answer.from);
    out.member("text", answer.from_words).end_object();
  }
  out.end_array().key("nearest").begin_array();
  for (const selection::NearestProfile& nearest : contradiction->nearest) write_nearest(out, nearest);
  out.end_array().member("says", contradiction->says).end_object();
}

void write_flips(JsonWriter& out, const FlipsInput&, const FlipsReply& reply) {
  out.begin_object();
  write_winner(out, reply.flips.now);
  out.key("flips").begin_array();
  for (const selection::Flip& flip : reply.flips.flips) write_flip(out, flip);
  out.end_array();
  write_weight_flip(out, reply.flips.weights);
  write_target(out, reply.target);
  write_contradiction(out, reply.contradiction);
  out.member("says", reply.flips.says).end_object();
}

// --- next_question and recommend.worlds

Result<selection::QuestionAnswer> answer_question(const selection::QuestionInput& input) {
  return selection::next_question(input, selection::built_in_rulebook());
}

void write_categories(JsonWriter& out, std::string_view key, const std::vector<selection::CategoryShare>& shares) {
  out.key(key).begin_array();
  for (const selection::CategoryShare& share : shares) {
    out.begin_object();
    write_id(out, "category", share.category);
    out.member("category_name", name_of_category(share.category))
        .member("share", share.share)
        .member("share_text", display_percent(share.share, 0))
        .end_object();
  }
  out.end_array();
}

void write_answers(JsonWriter& out, const std::vector<selection::ExpectedAnswer>& answers) {
  out.key("answers").begin_array();
  for (const selection::ExpectedAnswer& answer : answers)
    out.begin_object()
        .member("answer", answer.answer)
        .member("share", answer.share)
        .member("leads_to", answer.leads_to)
        .member("confidence", answer.confidence)
        .end_object();
  out.end_array();
}

void write_question(JsonWriter& out, const selection::Question& question) {
  write_asked(out, *question.field);
  out.member("narrows", question.narrows)
      .member("expected_information", question.expected_information)
      .member("why", question.why);
}

void write_question_answer(JsonWriter& out, const selection::QuestionInput& input,
                           const selection::QuestionAnswer& answer) {
  out.begin_object();
  if (answer.questions.empty())
    out.key("field")
        .null()
        .key("label")
        .null()
        .key("unit")
        .null()
        .member("narrows", false)
        .member("expected_information", 0.0)
        .member("why", answer.says);
  else
    write_question(out, answer.questions.front());
  write_answers(out,
                answer.questions.empty() ? std::vector<selection::ExpectedAnswer>() : answer.questions.front().answers);
  out.key("next").begin_array();
  for (std::size_t i = 1; i < answer.questions.size(); ++i) {
    out.begin_object();
    write_question(out, answer.questions[i]);
    out.end_object();
  }
  out.end_array();
  out.member("open_bits", answer.open_bits);
  write_categories(out, "winners", answer.winners);
  out.member("worlds", answer.worlds)
      .member("contradictory", answer.contradictory)
      .member("seed", input.seed)
      .member("says", answer.says)
      .end_object();
}

Result<selection::RangesAnswer> answer_ranges(const selection::QuestionInput& input) {
  return selection::analyze_ranges(input, selection::built_in_rulebook());
}

void write_shares(JsonWriter& out, std::string_view key, const std::vector<selection::WinnerShare>& shares) {
  out.key(key).begin_array();
  for (const selection::WinnerShare& share : shares) {
    out.begin_object();
    write_winner(out, {share.engine, share.category});
    out.member("share", share.share).member("share_text", display_percent(share.share, 0)).end_object();
  }
  out.end_array();
}

void write_split(JsonWriter& out, const selection::RangeSplit& split) {
  out.begin_object();
  write_asked(out, *split.field);
  out.member("split", split.split).member("split_text", display_percent(split.split, 0));
  write_shares(out, "lower_half", split.below);
  write_shares(out, "upper_half", split.above);
  out.end_object();
}

void write_ranges(JsonWriter& out, const selection::QuestionInput& input, const selection::RangesAnswer& answer) {
  out.begin_object();
  write_shares(out, "winners", answer.winners);
  write_categories(out, "categories", answer.categories);
  out.key("hangs_on");
  if (!answer.splits.empty() && answer.splits.front().split >= selection::least_split)
    write_split(out, answer.splits.front());
  else
    out.null();
  out.key("ranges").begin_array();
  for (const selection::RangeSplit& split : answer.splits) write_split(out, split);
  out.end_array().member("worlds", answer.worlds).member("seed", input.seed).member("says", answer.says).end_object();
}

}  // namespace

std::vector<Method> whatif_methods() {
  return {
      method<"flips", flips_fields, answer_flips, write_flips>("What would change the answer: the nearest other value "
                                                               "of each input, and what a store of your choice lacks."),
      method<"next_question", selection::question_fields, answer_question, write_question_answer>(
          "What to answer next: the open question that is expected to tell most, and why."),
      method<"recommend.worlds", selection::question_fields, answer_ranges, write_ranges>(
          "How often each store wins when your ranges are drawn at random, and which range it hangs on."),
  };
}

}  // namespace storewright::api

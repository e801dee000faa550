#include "core/selection/cheat_sheet.h"

#include <algorithm>

#include "core/base/sort.h"
#include "core/base/text.h"
#include "core/selection/said.h"

namespace storewright::selection {
namespace {

using knowledge::ShortQuestion;

bool contains(const std::vector<std::string>& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

bool holds(const std::optional<knowledge::Condition>& condition, const Profile& profile) {
  return condition && says(profile, *condition) == Truth::yes;
}

void unsay(const Field& field, Profile& profile) {
  if (field.kind == FieldKind::choice) field.set_choice(&profile, -1);
  if (field.kind == FieldKind::flag) static_cast<std::optional<bool>*>(field.member(&profile))->reset();
  if (field.kind == FieldKind::number) static_cast<std::optional<Range>*>(field.member(&profile))->reset();
}

// Lists grow by a yes and shrink by a no; everything else is replaced.
void set_member(const JsonMember& member, bool yes, Profile& profile) {
  const Field* field = find_field(profile_fields(), member.key);
  if (!field) return;
  if (field->kind != FieldKind::choices) {
    read_fields(Json(Json::Object{member}), profile_fields(), &profile);
    return;
  }
  Profile named;
  read_fields(Json(Json::Object{member}), profile_fields(), &named);
  auto& bits = *static_cast<std::uint32_t*>(field->member(&profile));
  const std::uint32_t meant = *static_cast<const std::uint32_t*>(field->member(&named));
  bits = yes ? bits | meant : bits & ~meant;
}

Problems unknown_ids(const CheatSheetInput& input, const knowledge::Reference& reference) {
  std::vector<std::string_view> ids;
  for (const ShortQuestion& question : reference.cheat_sheet) ids.push_back(question.id);
  Problems problems;
  const auto check = [&](const std::vector<std::string>& list, std::string_view name) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string where = pointer_to(pointer_to("", name), i);
      if (std::find(ids.begin(), ids.end(), list[i]) == ids.end()) {
        const std::string near = nearest_word(list[i], ids);
        problems.push_back({2060, where,
                            "There is no question \"" + shortened(list[i], 40) + "\"." +
                                (near.empty() ? "" : " Did you mean \"" + near + "\"?")});
      } else if (name == "no" && contains(input.yes, list[i])) {
        problems.push_back({2061, where, "The question \"" + list[i] + "\" cannot have both answers."});
      }
    }
  };
  check(input.yes, "yes");
  check(input.no, "no");
  return problems;
}

void count_votes(CheatSheetAnswer& answer) {
  for (const ShortReply& reply : answer.replies) {
    if (!reply.follows) continue;
    for (const std::string& category : reply.follows->categories) {
      auto found = std::find_if(answer.votes.begin(), answer.votes.end(),
                                [&](const CategoryVotes& one) { return one.category == category; });
      if (found == answer.votes.end())
        answer.votes.push_back({category, 1});
      else
        ++found->votes;
    }
  }
  sort_stably(answer.votes, [](const CategoryVotes& a, const CategoryVotes& b) { return a.votes > b.votes; });
}

std::string sentence(const CheatSheetAnswer& answer, const knowledge::Knowledge& knowledge) {
  const std::string all = std::to_string(answer.replies.size());
  if (answer.answered == 0) return "None of the " + all + " questions is answered yet.";
  std::string text = std::to_string(answer.answered) + " of " + all + " answered.";
  if (answer.votes.empty()) return text;
  std::vector<std::string> leading;
  for (const CategoryVotes& one : answer.votes)
    if (one.votes == answer.votes.front().votes) {
      const knowledge::Category* category = knowledge.category(one.category);
      leading.push_back(category ? category->name : one.category);
    }
  const int most = answer.votes.front().votes;
  return text + " Most votes, " + std::to_string(most) + ": " + sentence_list(leading) +
         ". Votes are a hint; the rules decide.";
}

}  // namespace

FieldTable cheat_sheet_fields() {
  static const std::vector<Field> all = [] {
    const FieldTable profile = profile_fields();
    std::vector<Field> fields(profile.begin(), profile.end());
    fields.push_back(field<&CheatSheetInput::yes>({.name = "yes",
                                                   .label = "Questions answered with yes",
                                                   .help = "Ids such as joins; what the profile says need not stand here."}));
    fields.push_back(field<&CheatSheetInput::no>({.name = "no",
                                                  .label = "Questions answered with no",
                                                  .help = "Ids such as vectors."}));
    return fields;
  }();
  return all;
}

std::optional<bool> said_by_profile(const ShortQuestion& question, const Profile& profile) {
  if (holds(question.yes_when, profile)) return true;
  if (holds(question.no_when, profile)) return false;
  return std::nullopt;
}

Profile with_answer(const Profile& profile, const ShortQuestion& question, bool yes) {
  Profile changed = profile;
  const Json::Object* set = (yes ? question.yes : question.no).set.object();
  if (!set) return changed;
  for (const JsonMember& member : *set)
    if (!member.value.is_null()) set_member(member, yes, changed);
  if (!holds(yes ? question.no_when : question.yes_when, changed)) return changed;
  for (const JsonMember& member : *set)
    if (const Field* field = member.value.is_null() ? find_field(profile_fields(), member.key) : nullptr)
      unsay(*field, changed);
  return changed;
}

Profile without_answer(const Profile& profile, const ShortQuestion& question) {
  Profile changed = profile;
  for (const Json* set : {&question.yes.set, &question.no.set}) {
    if (!set->object()) continue;
    for (const JsonMember& member : *set->object()) {
      const Field* field = find_field(profile_fields(), member.key);
      if (!field || (member.value.is_null() && !holds(question.yes_when, changed))) continue;
      if (field->kind == FieldKind::choices)
        set_member(member, false, changed);
      else
        unsay(*field, changed);
    }
  }
  return changed;
}

Result<CheatSheetAnswer> answer_cheat_sheet(const CheatSheetInput& input, const knowledge::Reference& reference,
                                            const knowledge::Knowledge& knowledge) {
  const Problems problems = unknown_ids(input, reference);
  if (!problems.empty()) return problems;
  CheatSheetAnswer answer;
  answer.profile = input.profile;
  for (const ShortQuestion& question : reference.cheat_sheet) {
    ShortReply reply{.question = &question, .answer = said_by_profile(question, input.profile), .follows = nullptr};
    reply.from_profile = reply.answer.has_value();
    if (!reply.from_profile && contains(input.yes, question.id)) reply.answer = true;
    if (!reply.from_profile && contains(input.no, question.id)) reply.answer = false;
    if (reply.answer && !reply.from_profile) answer.profile = with_answer(answer.profile, question, *reply.answer);
    if (reply.answer) {
      reply.follows = *reply.answer ? &question.yes : &question.no;
      ++answer.answered;
    }
    answer.replies.push_back(reply);
  }
  count_votes(answer);
  answer.says = sentence(answer, knowledge);
  return answer;
}

}  // namespace storewright::selection

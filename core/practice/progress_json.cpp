#include "core/practice/progress_json.h"

#include <algorithm>

#include "core/base/day.h"
#include "core/base/text.h"
#include "core/practice/variant.h"

namespace storewright::practice {
namespace {

constexpr std::string_view check_key = "check";
constexpr double most_reviews = 100000;
constexpr std::size_t most_records = 5000;
constexpr std::size_t longest_id = 100;

std::string check_of(std::string_view body) { return hex(fnv1a(body) & 0xffffffffu, 8); }

void write_memory(JsonWriter& out, const Memory& memory) { out.member("stability", memory.stability).member("difficulty", memory.difficulty); }

void write_others(JsonWriter& out, const std::vector<JsonMember>& others) {
  for (const JsonMember& member : others) out.key(member.key).value(member.value);
}

void write_skill(JsonWriter& out, const SkillRecord& record) {
  out.begin_object().member("skill", record.skill);
  write_memory(out, record.memory);
  out.member("day", iso_date(record.day)).member("due", iso_date(record.due)).member("reviews", record.reviews).member("lapses", record.lapses);
  if (record.before) {
    out.key("before").begin_object();
    write_memory(out, *record.before);
    out.member("day", iso_date(record.before_day)).end_object();
  }
  out.key("history").begin_array();
  for (const Review& review : record.history)
    out.begin_object()
        .member("day", iso_date(review.day))
        .member("rating", name_of(review.rating))
        .member("question", review.question)
        .member("seed", review.seed)
        .member("first_try", review.first_try)
        .end_object();
  out.end_array();
  write_others(out, record.others);
  out.end_object();
}

void write_question(JsonWriter& out, const QuestionRecord& record) {
  out.begin_object().member("question", record.question);
  if (record.day != 0) out.member("day", iso_date(record.day));
  out.key("seeds").begin_array();
  for (const int seed : record.seeds) out.integer(seed);
  out.end_array();
  if (record.solution_day != 0) out.member("solution_day", iso_date(record.solution_day));
  write_others(out, record.others);
  out.end_object();
}

/// Reads the members of one object and says of the first bad one where it is.
class Reader {
 public:
  Reader(const Json& object, std::string where, Problems& problems) : object_(object), where_(std::move(where)), problems_(problems) {
    if (!object.object()) wrong("");
  }

  std::string text(std::string_view key) {
    const Json* member = object_.find(key);
    if (member && member->text() && !member->text()->empty() && member->text()->size() <= longest_id) return *member->text();
    wrong(key);
    return {};
  }
  double number(std::string_view key, double least, double most) {
    const Json* member = object_.find(key);
    if (member && member->number() && *member->number() >= least && *member->number() <= most) return *member->number();
    wrong(key);
    return least;
  }
  int whole(std::string_view key, double least, double most) {
    const double value = number(key, least, most);
    if (static_cast<double>(static_cast<int>(value)) != value) wrong(key);
    return static_cast<int>(value);
  }
  int day(std::string_view key) {
    const Json* member = object_.find(key);
    const std::optional<int> day = member && member->text() ? day_number(*member->text()) : std::nullopt;
    if (!day) wrong(key);
    return day.value_or(0);
  }
  int day_if_any(std::string_view key) { return object_.find(key) ? day(key) : 0; }
  bool flag(std::string_view key) {
    const Json* member = object_.find(key);
    if (member && member->boolean()) return *member->boolean();
    wrong(key);
    return false;
  }
  Memory memory() { return {number("stability", 0.001, 36500), number("difficulty", 1, 10)}; }

  template <class Read>
  void each(std::string_view key, Read&& read) {
    const Json* list = object_.find(key);
    if (!list || !list->array() || list->array()->size() > most_records) return wrong(key);
    const std::string at = pointer_to(where_, key);
    for (std::size_t i = 0; i < list->array()->size(); ++i) read((*list->array())[i], pointer_to(at, i));
  }

  std::vector<JsonMember> others(std::initializer_list<std::string_view> known) const {
    std::vector<JsonMember> others;
    if (const Json::Object* members = object_.object())
      for (const JsonMember& member : *members)
        if (std::find(known.begin(), known.end(), member.key) == known.end()) others.push_back(member);
    return others;
  }

  void wrong(std::string_view key) {
    const std::string at = key.empty() ? where_ : pointer_to(where_, key);
    problems_.push_back({2324, at, "This progress has something at " + at + " that cannot be right, so nothing of it was taken."});
  }
  const std::string& where() const { return where_; }

 private:
  const Json& object_;
  std::string where_;
  Problems& problems_;
};

Review read_review(Reader reader) {
  Review review{.day = reader.day("day"), .question = reader.text("question"), .seed = reader.whole("seed", 0, largest_seed), .first_try = reader.flag("first_try")};
  if (const std::optional<Rating> rating = rating_named(reader.text("rating"))) review.rating = *rating;
  else reader.wrong("rating");
  return review;
}

SkillRecord read_skill(Reader reader, const Json& json, Problems& problems) {
  SkillRecord record{.skill = reader.text("skill"), .memory = reader.memory(), .day = reader.day("day"), .due = reader.day("due"),
                     .reviews = reader.whole("reviews", 1, most_reviews), .lapses = reader.whole("lapses", 0, most_reviews)};
  if (record.due < record.day) reader.wrong("due");
  if (const Json* before = json.find("before")) {
    Reader part(*before, pointer_to(reader.where(), std::string_view("before")), problems);
    record.before = part.memory();
    record.before_day = part.day("day");
    if (record.before_day >= record.day) part.wrong("day");
  }
  reader.each("history", [&](const Json& item, std::string where) { record.history.push_back(read_review(Reader(item, std::move(where), problems))); });
  if (record.history.size() > longest_history) record.history.erase(record.history.begin(), record.history.end() - static_cast<std::ptrdiff_t>(longest_history));
  record.others = reader.others({"skill", "stability", "difficulty", "day", "due", "reviews", "lapses", "before", "history"});
  return record;
}

QuestionRecord read_question(Reader reader, Problems& problems) {
  QuestionRecord record{.question = reader.text("question"), .day = reader.day_if_any("day"), .solution_day = reader.day_if_any("solution_day")};
  reader.each("seeds", [&](const Json& seed, std::string where) {
    const bool fits = seed.number() && *seed.number() >= 0 && *seed.number() <= largest_seed;
    if (fits) record.seeds.push_back(static_cast<int>(*seed.number()));
    else problems.push_back({2324, std::move(where), "A seed of a question is out of its limits, so nothing of this progress was taken."});
  });
  std::sort(record.seeds.begin(), record.seeds.end());
  record.others = reader.others({"question", "day", "seeds", "solution_day"});
  return record;
}

// "storewright/progress@1" is 1; 0 for anything else.
int version_of(const Json& json) {
  const Json* format = json.find("format");
  if (!format || !format->text() || !format->text()->starts_with(progress_format)) return 0;
  double version = 0;
  const bool number = parse_number(std::string_view(*format->text()).substr(progress_format.size()), version);
  return number && version >= 1 && version <= 1e6 ? static_cast<int>(version) : 0;
}

std::string body_of(const Json& json) {
  JsonWriter body;
  body.begin_object();
  for (const JsonMember& member : *json.object())
    if (member.key != check_key) body.key(member.key).value(member.value);
  return body.end_object().take();
}

template <class Record>
void sort_and_check(std::vector<Record>& records, std::string Record::*name, Problems& problems) {
  std::sort(records.begin(), records.end(), [&](const Record& a, const Record& b) { return a.*name < b.*name; });
  for (std::size_t i = 1; i < records.size(); ++i)
    if (records[i - 1].*name == records[i].*name)
      problems.push_back({2324, "", "\"" + shortened(records[i].*name, 40) + "\" stands twice in this progress, so nothing of it was taken."});
}

}  // namespace

std::string progress_json(const Progress& progress) {
  JsonWriter out;
  out.begin_object().member("format", std::string(progress_format) + std::to_string(progress_version));
  out.key("skills").begin_array();
  for (const SkillRecord& record : progress.skills) write_skill(out, record);
  out.end_array().key("questions").begin_array();
  for (const QuestionRecord& record : progress.questions) write_question(out, record);
  out.end_array();
  write_others(out, progress.others);
  std::string body = out.end_object().take();
  const std::string check = check_of(body);
  body.pop_back();
  return body + ",\"" + std::string(check_key) + "\":\"" + check + "\"}";
}

Result<Progress> read_progress_json(std::string_view text) {
  const Result<Json> json = read_json(text);
  const int version = json && json->object() ? version_of(*json) : 0;
  if (version == 0) return Problem{2321, "", "This is neither a file nor a code of progress."};
  if (version > progress_version)
    return Problem{2323, "/format", "This progress was written by a newer version of this site. Open it there, or reload this page and try again."};
  const Json* check = json->find(check_key);
  if (!check || !check->text() || *check->text() != check_of(body_of(*json)))
    return Problem{2322, "/check", "This file was cut or changed on its way: its checksum does not fit. Export it once more."};
  Problems problems;
  Progress progress;
  Reader reader(*json, "", problems);
  reader.each("skills", [&](const Json& item, std::string where) { progress.skills.push_back(read_skill(Reader(item, std::move(where), problems), item, problems)); });
  reader.each("questions", [&](const Json& item, std::string where) { progress.questions.push_back(read_question(Reader(item, std::move(where), problems), problems)); });
  sort_and_check(progress.skills, &SkillRecord::skill, problems);
  sort_and_check(progress.questions, &QuestionRecord::question, problems);
  progress.others = reader.others({"format", "skills", "questions", check_key});
  if (!problems.empty()) return problems;
  return progress;
}

}  // namespace storewright::practice

#include "core/practice/progress_code.h"

#include <algorithm>

#include "core/base/math.h"
#include "core/base/sort.h"
#include "core/base/text.h"
#include "core/practice/progress_json.h"

namespace storewright::practice {
namespace {

// The code's version is that of the file.
constexpr std::string_view code_start = "SW";
constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t check_size = 5;
constexpr int hundredths = 100;
constexpr int earliest_day = 18262;   // 2020-01-01, before this site
constexpr int latest_day = 100000;    // 2243

// Numbers of any size, five bits a letter, the last one without the sixth: small numbers are one letter.
void put(std::string& out, unsigned value) {
  while (value >= 32) {
    out += letters[32 + value % 32];
    value /= 32;
  }
  out += letters[value];
}

class Numbers {
 public:
  explicit Numbers(std::string_view text) : text_(text) {}

  // Problems are remembered: a number past the end or out of its limits is `least`.
  int take(int least, int most) {
    unsigned value = 0;
    int shift = 0;
    while (at_ < text_.size() && shift < 30) {
      const std::size_t letter = letters.find(text_[at_++]);
      if (letter == letters.npos) break;
      value |= static_cast<unsigned>(letter % 32) << shift;
      if (letter < 32) {
        const int number = static_cast<int>(value);
        good_ = good_ && number >= least && number <= most;
        return std::clamp(number, least, most);
      }
      shift += 5;
    }
    good_ = false;
    return least;
  }
  bool good() const { return good_; }
  bool at_end() const { return at_ == text_.size(); }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  bool good_ = true;
};

std::string check_of(std::string_view body) {
  unsigned long long sum = fnv1a(body);
  std::string check;
  for (std::size_t i = 0; i < check_size; ++i, sum /= 64) check += letters[sum % 64];
  return check;
}

struct Numbered {
  const SkillRecord* record;
  int number;
};

std::vector<Numbered> numbered(const Progress& progress, const std::vector<Skill>& skills) {
  std::vector<Numbered> list;
  for (const SkillRecord& record : progress.skills)
    if (const Skill* skill = find_skill(skills, record.skill); skill && record.day >= earliest_day && record.due <= latest_day) list.push_back({&record, skill->number});
  sort_stably(list, [](const Numbered& a, const Numbered& b) { return a.number < b.number; });
  return list;
}

unsigned in_hundredths(double value) { return static_cast<unsigned>(std::max(1.0, round_half_up(value * hundredths))); }

SkillRecord read_record(Numbers& numbers, int newest) {
  SkillRecord record;
  record.day = newest - numbers.take(0, newest - earliest_day);
  record.due = record.day + numbers.take(1, our_schedule.longest_days);
  record.memory.stability = static_cast<double>(numbers.take(1, 36500 * hundredths)) / hundredths;
  record.memory.difficulty = static_cast<double>(numbers.take(1 * hundredths, 10 * hundredths)) / hundredths;
  record.reviews = numbers.take(1, 100000);
  record.lapses = numbers.take(0, 100000);
  return record;
}

}  // namespace

std::string progress_code(const Progress& progress, const std::vector<Skill>& skills) {
  const std::vector<Numbered> list = numbered(progress, skills);
  int newest = earliest_day;
  for (const Numbered& one : list) newest = std::max(newest, one.record->day);
  std::string body;
  put(body, static_cast<unsigned>(newest - earliest_day));
  int last = 0;
  for (const Numbered& one : list) {
    const SkillRecord& record = *one.record;
    put(body, static_cast<unsigned>(one.number - last));
    put(body, static_cast<unsigned>(newest - record.day));
    put(body, static_cast<unsigned>(std::clamp(record.due - record.day, 1, our_schedule.longest_days)));
    put(body, in_hundredths(record.memory.stability));
    put(body, in_hundredths(record.memory.difficulty));
    put(body, static_cast<unsigned>(record.reviews));
    put(body, static_cast<unsigned>(record.lapses));
    last = one.number;
  }
  return std::string(code_start) + std::to_string(progress_version) + "." + body + "." + check_of(body);
}

Result<ReadProgress> read_progress_code(std::string_view given, const std::vector<Skill>& skills) {
  std::string code;
  for (const char c : given)
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') code += c;
  const std::vector<std::string> parts = split(code, '.');
  double version = 0;
  const bool is_code = parts.size() == 3 && parts[0].starts_with(code_start) && parse_number(std::string_view(parts[0]).substr(code_start.size()), version);
  if (!is_code || version < 1) return Problem{2321, "", "This is neither a file nor a code of progress. A code begins with \"SW1.\"."};
  if (version > progress_version)
    return Problem{2323, "", "This code was made by a newer version of this site. Open it there, or reload this page and try again."};
  if (parts[2] != check_of(parts[1])) return Problem{2322, "", "This code was cut or mistyped: its checksum does not fit. Copy it once more."};

  ReadProgress read;
  Numbers numbers(parts[1]);
  const int newest = earliest_day + numbers.take(0, latest_day - earliest_day);
  int number = 0;
  while (numbers.good() && !numbers.at_end()) {
    number += numbers.take(1, 9999);
    SkillRecord record = read_record(numbers, newest);
    const Skill* skill = find_skill(skills, number);
    if (!skill) ++read.unknown;
    if (!skill) continue;
    record.skill = skill->id;
    read.progress.skills.push_back(std::move(record));
  }
  if (!numbers.good()) return Problem{2324, "", "This code holds a number that cannot be right, so nothing of it was taken."};
  sort_stably(read.progress.skills, [](const SkillRecord& a, const SkillRecord& b) { return a.skill < b.skill; });
  return read;
}

}  // namespace storewright::practice

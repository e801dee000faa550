#include "core/knowledge/published.h"

#include "core/base/sort.h"
#include "core/knowledge/member_reader.h"

namespace storewright::knowledge {
namespace {

constexpr std::string_view pack_format = "storewright/reference_published@1";

Citation read_citation(MemberReader& reader) {
  return {.title = reader.required_text("title"),
          .publisher = reader.required_text("publisher"),
          .address = reader.required_text("address")};
}

int read_year(MemberReader& reader) {
  const double year = reader.number("year", 0);
  if (year >= 1970 && year <= 2100 && static_cast<int>(year) == year) return static_cast<int>(year);
  reader.wrong("year", "\"year\" must be a whole number from 1970 to 2100.");
  return 0;
}

PublishedCase read_case(MemberReader& reader, const Json& item, Problems& problems) {
  PublishedCase read{.id = reader.required_text("id"),
                     .company = reader.required_text("company"),
                     .year = read_year(reader),
                     .told = read_citation(reader),
                     .read = reader.required_text("read"),
                     .also = {},
                     .before = reader.required_text("before"),
                     .profile = {},
                     .stated = {},
                     .chose = reader.required_text("chose"),
                     .why = reader.required_text("why"),
                     .gave_up = reader.required_text("gave_up"),
                     .lesson = reader.required_text("lesson"),
                     .engines_before = reader.texts("engines_before"),
                     .engines_after = reader.texts("engines_after")};
  if (const Json* also = item.find("also"); also && also->array())
    for (std::size_t i = 0; i < also->array()->size(); ++i) {
      MemberReader citation((*also->array())[i], pointer_to(pointer_to(reader.where(), "also"), i), problems);
      read.also.push_back(read_citation(citation));
    }
  if (const Json* profile = item.find("profile"); profile && profile->object())
    read.profile = *profile;
  else
    reader.wrong("profile", "\"profile\" must be an object.");
  if (const Json* stated = item.find("stated"); stated && stated->object())
    for (const JsonMember& member : *stated->object())
      if (member.value.text()) read.stated.emplace_back(member.key, *member.value.text());
  return read;
}

}  // namespace

std::string_view PublishedCase::statement(std::string_view field) const {
  for (const auto& [name, words] : stated)
    if (name == field) return words;
  return {};
}

Result<std::vector<PublishedCase>> load_published_pack(const Json& pack) {
  const Json* format = pack.find("format");
  if (!format || !format->text() || *format->text() != pack_format)
    return Problem{1400, "/format", "This is not a pack of published cases that this version can read."};
  Problems problems;
  std::vector<PublishedCase> cases;
  const Json* items = pack.find("items");
  if (!items || !items->array()) return Problem{1401, "/items", "The pack needs the list \"items\"."};
  for (std::size_t i = 0; i < items->array()->size(); ++i) {
    const Json& item = (*items->array())[i];
    MemberReader reader(item, pointer_to("/items", i), problems);
    PublishedCase read = read_case(reader, item, problems);
    for (const PublishedCase& other : cases)
      if (other.id == read.id)
        problems.push_back({1403, pointer_to(reader.where(), "id"), "Two published cases have the id \"" + read.id + "\"."});
    cases.push_back(std::move(read));
  }
  if (!problems.empty()) return problems;
  sort_stably(cases, [](const PublishedCase& a, const PublishedCase& b) {
    return a.year != b.year ? a.year > b.year : a.company < b.company;
  });
  return cases;
}

}  // namespace storewright::knowledge

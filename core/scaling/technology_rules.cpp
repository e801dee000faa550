#include "core/scaling/technology_rules.h"

#include "core/scaling/read_list.h"

namespace storewright::scaling {
namespace {

std::optional<double> maybe_number(knowledge::MemberReader& reader, std::string_view key) {
  if (!reader.find(key)) return std::nullopt;
  return reader.number(key, 0);
}

}  // namespace

std::vector<Technology> read_technologies(const Json& pack, Problems& problems) {
  std::vector<Technology> all;
  knowledge::read_items(pack, "technologies", knowledge::Presence::required, problems, [&](knowledge::MemberReader& reader) {
    all.push_back({.id = reader.required_text("id"),
                   .record = reader.required_text("record"),
                   .line = reader.required_text("line"),
                   .needs = reader.texts("needs"),
                   .from_gb = maybe_number(reader, "from_gb"),
                   .until_gb = maybe_number(reader, "until_gb"),
                   .strong = reader.texts("strong"),
                   .weak = reader.texts("weak"),
                   .cost = reader.required_text("cost"),
                   .correction = reader.text("correction"),
                   .source = reader.required_text("source"),
                   .kind = fact_kind(reader)});
    if (all.back().needs.empty()) reader.wrong("needs", "A technology needs at least one thing that it is for.");
  });
  return all;
}

}  // namespace storewright::scaling

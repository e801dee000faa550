#include "core/knowledge/member_reader.h"

#include <utility>

namespace storewright::knowledge {

MemberReader::MemberReader(const Json& object, std::string where, Problems& problems)
    : object_(object), where_(std::move(where)), problems_(problems) {
  if (!object_.object()) problems_.push_back({1401, where_, "This must be an object."});
}

void MemberReader::wrong(std::string_view key, std::string message) {
  problems_.push_back({1401, pointer_to(where_, key), std::move(message)});
}

std::string MemberReader::required_text(std::string_view key) {
  const Json* member = object_.find(key);
  if (member && member->text() && !member->text()->empty()) return *member->text();
  wrong(key, "\"" + std::string(key) + "\" must be a text that is not empty.");
  return {};
}

std::string MemberReader::text(std::string_view key) {
  const Json* member = object_.find(key);
  if (!member || member->is_null()) return {};
  if (member->text()) return *member->text();
  wrong(key, "\"" + std::string(key) + "\" must be a text.");
  return {};
}

double MemberReader::number(std::string_view key, double otherwise) {
  const Json* member = object_.find(key);
  if (!member) return otherwise;
  if (member->number()) return *member->number();
  wrong(key, "\"" + std::string(key) + "\" must be a number.");
  return otherwise;
}

int MemberReader::code(std::string_view key) {
  const double value = number(key, 0);
  // The limits come first: a double beyond them has no int.
  if (value >= 1 && value <= 9999 && static_cast<int>(value) == value) return static_cast<int>(value);
  wrong(key, "\"" + std::string(key) + "\" must be a whole number from 1 to 9999.");
  return 0;
}

std::vector<std::string> MemberReader::texts(std::string_view key) {
  std::vector<std::string> out;
  const Json* member = object_.find(key);
  if (!member || member->is_null()) return out;
  if (!member->array()) {
    wrong(key, "\"" + std::string(key) + "\" must be a list of texts.");
    return out;
  }
  for (const Json& item : *member->array()) {
    if (item.text())
      out.push_back(*item.text());
    else
      wrong(key, "\"" + std::string(key) + "\" must hold texts only.");
  }
  return out;
}

int MemberReader::word(std::string_view key, std::span<const std::string_view> names, int otherwise) {
  const Json* member = object_.find(key);
  if (!member) return otherwise;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (member->text() && *member->text() == names[i]) return static_cast<int>(i);
  wrong(key, "\"" + std::string(key) + "\" holds no word that this version knows.");
  return otherwise;
}

std::span<const std::string_view> fact_kind_names() {
  static constexpr std::string_view names[] = {"measured",        "vendor_documented", "rule_of_thumb",
                                               "unsourced_claim", "unverified",        "product_rule"};
  return names;
}

bool read_range(const Json& json, Range& range) {
  if (const double* number = json.number()) {
    range = Range::exactly(*number);
    return true;
  }
  const Json* low = json.find("low");
  const Json* mid = json.find("mid");
  const Json* high = json.find("high");
  if (!low || !high || !low->number() || !high->number() || (mid && !mid->number())) return false;
  range.low = *low->number();
  range.high = *high->number();
  range.mid = mid ? *mid->number() : (range.low + range.high) / 2;
  return range.low <= range.mid && range.mid <= range.high;
}

}  // namespace storewright::knowledge

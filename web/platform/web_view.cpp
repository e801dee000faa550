#include "web/platform/web_view.h"

#include "core/base/json.h"

namespace storewright::platform {
namespace {

void take(const Json& message, std::string_view key, float min, float max, float& member) {
  const Json* value = message.find(key);
  if (!value || !value->number()) return;
  const double number = *value->number();
  if (number >= min && number <= max) member = static_cast<float>(number);
}

void take(const Json& message, std::string_view key, bool& member) {
  const Json* value = message.find(key);
  if (value && value->boolean()) member = *value->boolean();
}

}  // namespace

bool is_view_message(std::string_view json) { return json.starts_with(R"({"type":"view")"); }

ViewMessage read_view(std::string_view json, const ViewMessage& before) {
  ViewMessage after = before;
  const auto message = read_json(json);
  if (!message) return after;
  take(*message, "width", 1, 100'000, after.view.width);
  take(*message, "height", 1, 100'000, after.view.height);
  take(*message, "scroll_y", 0, 100'000'000, after.view.scroll_y);
  take(*message, "pixel_ratio", 0.1f, 20, after.view.pixel_ratio);
  take(*message, "device_width", 1, 100'000, after.device_width);
  take(*message, "device_height", 1, 100'000, after.device_height);
  take(*message, "dark", after.view.dark);
  take(*message, "forced_colors", after.view.forced_colors);
  take(*message, "reduced_motion", after.view.reduced_motion);
  take(*message, "coarse_pointer", after.view.coarse_pointer);
  take(*message, "text_view", after.text_view);
  return after;
}

}  // namespace storewright::platform

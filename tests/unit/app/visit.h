// A person on a page without a screen: what stands there, and what pressing it does.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "core/base/json.h"
#include "web/platform/null_platform.h"

namespace storewright {

/// Two visits at once share their state and crash: a test ends the first before it begins the next.
struct PageVisit {
  platform::NullPlatform platform{platform::NullOptions{}};

  PageVisit() = default;
  explicit PageVisit(std::string_view href) { platform.open(href); }

  /// A content pack arrives; this host has no folder of them.
  void take(std::string_view name, std::string_view text) {
    JsonWriter message;
    message.begin_object().member("type", "pack").member("name", name).member("text", text).end_object();
    platform.send(message.written());
  }
  /// What a control with this id is asked to do.
  void act_on(std::string_view id, std::string_view kind, std::string_view value = "") {
    JsonWriter message;
    message.begin_object().member("type", "action").member("id", id).member("kind", kind).member("value", value).end_object();
    platform.send(message.written());
  }

  const ui::Node* find(ui::Role role, std::string_view name) const {
    const auto& nodes = platform.tree().nodes;
    const auto found = std::find_if(nodes.begin(), nodes.end(),
                                    [&](const ui::Node& node) { return node.role == role && node.name == name; });
    return found == nodes.end() ? nullptr : &*found;
  }
  void act(ui::Role role, std::string_view name, std::string_view kind, std::string_view value = "") {
    const ui::Node* node = find(role, name);
    CAPTURE(std::string(name));
    REQUIRE(node != nullptr);
    act_on(node->id, kind, value);
  }
  void press(std::string_view button) { act(ui::Role::button, button, "press"); }
  bool says(std::string_view part) const {
    const auto& nodes = platform.tree().nodes;
    return std::any_of(nodes.begin(), nodes.end(),
                       [&](const ui::Node& node) { return node.name.find(part) != std::string::npos; });
  }
  bool link_has(std::string_view part) const { return platform.href().find(part) != std::string::npos; }
};

}  // namespace storewright

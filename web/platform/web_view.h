// What the host says about its window, read from the message {"type":"view",…}.
#pragma once

#include <string_view>

#include "web/app/app.h"

namespace storewright::platform {

struct ViewMessage {
  app::View view;
  float device_width = 1280;  // of the canvas, in device pixels
  float device_height = 800;
  bool text_view = false;  // the mirror is shown instead of the picture
};

bool is_view_message(std::string_view json);

/// `before` with the members the message names; members of a wrong type or out of range keep their value.
ViewMessage read_view(std::string_view json, const ViewMessage& before);

}  // namespace storewright::platform

// The application without a platform: messages in, a drawn frame, a semantics tree and wishes out.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/semantics.h"

namespace storewright::app {

/// What the host can do for the page. A wish is a value; whether it is granted comes back as a message.
struct Wish {
  std::string kind;    // "route", "navigate", "copy", "download", "store", "open", "fetch", "code", "focus", "theme", "mode", "print"
  std::string value;   // route, navigate: the fragment; copy, download, store: the text; fetch: pack name; focus: node id; open: key
  std::string key;     // store: key; download: file name; route: "push" or "replace"
  std::string type;    // download: media type
};

/// What a frame needs to know of its surroundings, in CSS pixels.
struct View {
  float width = 1280;          // of the canvas
  float height = 800;
  float scroll_y = 0;          // of the document above the canvas's top
  float pixel_ratio = 1;
  bool dark = false;
  bool forced_colors = false;
  bool reduced_motion = false;
  bool coarse_pointer = false;
};

/// One application: its state, its pages. Needs a current ImGui context whose frame is open in `frame`.
class App {
 public:
  App();
  ~App();

  void set_view(const View& view);

  /// A message from the host, one JSON object by its "type":
  ///   {"type":"route","href":"#/decide?…"}            the address changed
  ///   {"type":"embed","query":"view=decide&…"}       instead of the first route: the page inside another one
  ///   {"type":"action","id":…,"kind":…,"value":…}      the mirror was used: press, set, choose, text, focus, blur, height
  ///   {"type":"pack","name":"evidence","text":…} or {"type":"pack","name":…,"error":…}
  ///   {"type":"code","status":"absent"}                the pages after the first ones cannot be opened before "loaded" or "failed"
  ///   {"type":"stored","key":…,"value":…}              what the browser kept from an earlier visit, or a file that was opened
  ///   {"type":"day","value":"2026-11-22","clock":…}    today, and when the clock of frames began, in milliseconds since 1970
  ///   {"type":"notice","code":9005,"text":…}           something the reader must know
  /// A malformed message is ignored and counted; it never changes state.
  void send(std::string_view json);

  /// Milliseconds of the host's clock for the next frame, since the moment that "day" names as `clock`.
  void set_clock(double ms);

  /// Draws the page into the current ImGui frame and rebuilds the tree.
  void frame();

  const ui::Tree& tree() const;
  std::vector<Wish> take_wishes();

  /// Milliseconds until another frame is wanted by itself: 0 at once, negative never.
  double wants_frame_in() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace storewright::app

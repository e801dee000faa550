// Runs pages without a browser: fixed glyphs, no picture, packs from a folder. For goldens and the static edition.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "web/app/app.h"

namespace storewright::platform {

struct NullOptions {
  app::View view;
  std::string packs_folder;  // where "fetch" wishes find <name>.json; "": they fail as on a broken server
};

/// One visit: an ImGui context, an application and a host that grants its wishes. One at a time.
class NullPlatform {
 public:
  explicit NullPlatform(const NullOptions& options);
  ~NullPlatform();
  NullPlatform(const NullPlatform&) = delete;
  NullPlatform& operator=(const NullPlatform&) = delete;

  /// Opens a route ("#/decide?money=true") and draws until the page has settled.
  void open(std::string_view href);

  /// Hands over one message (see app.h) and draws until the page has settled.
  void send(std::string_view json);

  /// Several at once, as from a reader who is faster than the frames.
  void send_all(const std::vector<std::string>& messages);

  const ui::Tree& tree() const { return app_->tree(); }

  /// The address after all that the page asked for.
  const std::string& href() const { return href_; }

  /// The packs that the page asked for, in their order.
  const std::vector<std::string>& fetched() const { return fetched_; }

 private:
  void draw_frames();
  void grant(const app::Wish& wish);
  void fetch(const std::string& pack);

  NullOptions options_;
  std::string href_;
  std::vector<std::string> fetched_;
  std::unique_ptr<app::App> app_;
};

/// The whole text of a file; false when it cannot be read.
bool read_file(const std::string& path, std::string& text);

}  // namespace storewright::platform

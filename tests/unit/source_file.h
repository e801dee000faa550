// The project's own files, for tests that read them.
#pragma once

#include <string>

namespace storewright {

/// The folder of the checkout, without a slash at its end.
const std::string& source_root();

/// The bytes of a file of the checkout, named from its root; empty when it is missing.
std::string source_file(const std::string& path);

}  // namespace storewright

// Builds that run many times slower than the plain native one: sanitized, and as WebAssembly with exceptions.
#pragma once

#include <cstddef>

namespace storewright {

#if defined(__EMSCRIPTEN__)
constexpr bool slow_build = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool slow_build = true;
#else
constexpr bool slow_build = false;
#endif
#else
constexpr bool slow_build = false;
#endif

/// The plain native build gives every case every input. A slow one gives each case one of `share` inputs, and the next case the
/// next ones: all code is run and every input tried, but not each with each.
constexpr bool takes_its_turn(std::size_t of_case, std::size_t input, std::size_t share) { return !slow_build || (of_case + input) % share == 0; }

}  // namespace storewright

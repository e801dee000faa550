// The picture of a question's figure: one moment of its steps, or the ways of its data.
#pragma once

#include <cstddef>

#include "core/practice/figure.h"
#include "core/report/scene.h"

namespace storewright::report {

/// How many pictures a figure has: one for each moment of its steps, one for a flow.
std::size_t moments_of(const practice::Figure& figure);

/// The picture of `moment`, counted from 0; past the end the last one. Steps show each place with what it holds then, and
/// what has just changed stands out; the table has all moments. On narrow screens the places stand one under the other.
Scene question_figure(const practice::Figure& figure, std::size_t moment, double width);

}  // namespace storewright::report

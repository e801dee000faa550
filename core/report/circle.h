// Points on a circle by turns, with the same bits on every machine.
#pragma once

#include "core/report/scene.h"

namespace storewright::report {

/// Sine and cosine of a full circle's part: 0.25 is a right angle. Absolute error below 1e-13.
double sine_of_turn(double turn);
double cosine_of_turn(double turn);

/// The point at `turn` on a circle in scene coordinates: 0 is the top, clockwise, 1 is the top again.
Point on_circle(Point centre, double radius, double turn);

}  // namespace storewright::report

// A figure that belongs to a question's solution: what happens moment by moment, or the ways of the data.
#pragma once

#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"

namespace storewright::practice {

enum class FigureKind { steps, flow };

struct FigureBox {
  std::string id;
  std::string label;
  std::string keeps;          // a second, quiet line
  bool main = false;          // what must not be lost
  int column = 0, row = 0;
};

struct FigureWay {
  std::size_t from = 0, to = 0;   // indices of boxes; `to` stands in a later column
  std::string label;
};

struct Figure {
  std::string id;
  FigureKind kind = FigureKind::steps;
  std::string title;
  std::string takeaway;
  std::vector<std::string> columns;              // steps: the first says what happens, each other one is a place
  std::vector<std::vector<std::string>> frames;  // steps: a moment, as wide as `columns`
  std::vector<FigureBox> boxes;                  // flow
  std::vector<FigureWay> ways;
};

/// The member "figures" of a question. Problems: 1401 a member missing or of the wrong type, a frame that is not as wide as
/// the columns, a way from or to no box, or to a box that stands no further on.
std::vector<Figure> read_figures(const Json& question, const std::string& where, Problems& problems);

}  // namespace storewright::practice

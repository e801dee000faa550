// A value, or the list of problems that kept us from computing it. Nothing in the core throws.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace storewright {

/// One thing that is wrong with an input, in words a user can act on.
struct Problem {
  int code;             // stable number; `content/errors.json` holds its cause and cure
  std::string where;    // JSON Pointer into the input, "byte N" for text that is no JSON, "" for the whole
  std::string message;  // one sentence, no jargon

  bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

/// Either a `T` or at least one problem; ask before you take.
template <class T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Problem problem) : state_(Problems{std::move(problem)}) {}
  Result(Problems problems) : state_(std::move(problems)) { assert(!this->problems().empty()); }

  explicit operator bool() const { return std::holds_alternative<T>(state_); }
  const T& operator*() const { return *std::get_if<T>(&state_); }
  const T* operator->() const { return std::get_if<T>(&state_); }
  const Problems& problems() const { return *std::get_if<Problems>(&state_); }

  /// Moves the value out; for a result that is about to go away.
  T take() { return std::move(*std::get_if<T>(&state_)); }

 private:
  std::variant<T, Problems> state_;
};

}  // namespace storewright

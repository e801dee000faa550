// How a function of the core becomes a row of the method table.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/api/api.h"

namespace storewright::api {

/// A method's name as a template argument, so that its schema can carry it as title.
template <std::size_t size>
struct MethodName {
  char text[size] = {};
  consteval MethodName(const char (&name)[size]) {
    for (std::size_t i = 0; i < size; ++i) text[i] = name[i];
  }
  constexpr std::string_view view() const { return {text, size - 1}; }
};

namespace detail {
template <class>
struct InputOf;
template <class Input, class Answer>
struct InputOf<Result<Answer> (*)(const Input&)> {
  using Type = Input;
};
}  // namespace detail

/// Parameters as `read_fields` takes them: a list of texts may also be given as one text or whole number, and its items
/// as whole numbers, so that `"add": 16` and `"keys": [1, 2]` say what they mean. The schema shows the full form.
Json with_text_lists(const Json& params, FieldTable table);

/// A row: reads `params` by the field table of `fields`, computes, writes the answer with `write`.
///
///   method<"sharding.ring", labs::ring_fields, labs::analyze_ring, write_ring>("Places keys on a ring of shards.")
template <MethodName name, auto fields, auto compute, auto write>
Method method(std::string_view summary) {
  using Input = typename detail::InputOf<decltype(compute)>::Type;
  return {
      .name = name.view(),
      .summary = summary,
      .fields = fields(),
      .run = [](const Json& params, JsonWriter& result) -> Problems {
        Input input;
        Problems problems = read_fields(with_text_lists(params, fields()), fields(), &input);
        if (!problems.empty()) return problems;
        const auto answer = compute(input);
        if (!answer) return answer.problems();
        write(result, input, *answer);
        return {};
      },
      .write_params_schema =
          [](JsonWriter& writer) {
            const Input defaults;
            write_schema(writer, fields(), name.view(), &defaults);
          },
  };
}

}  // namespace storewright::api

#include "core/api/groups.h"
#include "core/api/method.h"
#include "core/sizing/vectors.h"

namespace storewright::api {
namespace {

void write_number(JsonWriter& out, std::string_view name, const std::optional<Range>& value) {
  out.key(name);
  if (!value) out.null();
  else if (value->exact()) out.number(value->mid);
  else out.begin_object().member("low", value->low).member("mid", value->mid).member("high", value->high).end_object();
}

void write_vectors(JsonWriter& out, const sizing::VectorsInput&, const sizing::VectorsAnswer& answer) {
  out.begin_object();
  write_number(out, "bytes", answer.bytes);
  write_number(out, "gigabytes", answer.gigabytes);
  out.key("fits");
  if (answer.fits) out.boolean(*answer.fits);
  else out.null();
  out.key("place");
  if (answer.place) out.text(sizing::name_of(*answer.place));
  else out.null();
  out.member("because", answer.because).end_object();
}

}  // namespace

std::vector<Method> sizing_methods() {
  return {
      method<"sizing.vectors", sizing::vectors_fields, sizing::size_vectors, write_vectors>(
          "How much memory embeddings take, and where they can be searched."),
  };
}

}  // namespace storewright::api

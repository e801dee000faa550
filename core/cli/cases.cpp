#include "core/cli/cases.h"

#include "core/api/api.h"

namespace storewright::cli {
namespace {

std::string params_text(const Json& test) {
  if (const Json* text = test.find("text"); text && text->text()) return *text->text();
  JsonWriter writer;
  if (const Json* params = test.find("params"))
    writer.value(*params);
  else
    writer.begin_object().end_object();
  return writer.take();
}

}  // namespace

Result<std::string> case_lines(std::string_view file) {
  const Result<Json> json = read_json(file, pack_limits);
  if (!json) return json.problems();
  const Json* cases = json->find("cases");
  if (!cases || !cases->array()) return Problem{1401, "/cases", "A file of cases has a list \"cases\"."};

  std::string lines;
  for (std::size_t i = 0; i < cases->array()->size(); ++i) {
    const Json& test = (*cases->array())[i];
    const Json* name = test.find("name");
    const Json* method = test.find("method");
    if (!name || !name->text() || !method || !method->text())
      return Problem{1401, pointer_to("/cases", i), "A case has a name and a method."};
    const api::Reply reply = api::call(*method->text(), params_text(test));
    lines += *name->text() + "\t" + (reply.ok ? "ok" : "error") + "\t" + reply.json + "\n";
  }
  return lines;
}

}  // namespace storewright::cli

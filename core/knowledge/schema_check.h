// Checks a JSON value against a JSON Schema: the part of draft 2020-12 that our content schemas use.
#pragma once

#include <string_view>

#include "core/base/json.h"

namespace storewright::knowledge {

/// What is wrong with `value`, each with its place below `at`.
///
/// Knows type, required, properties, additionalProperties, items, enum, const, minimum, maximum, minItems, maxItems,
/// minLength, oneOf and $ref to "#" or "#/$defs/name"; title, description, default, examples, $schema, $id and $defs
/// say nothing about a value. Any other keyword is a problem of the schema, so that no demand is passed over in
/// silence.
///
/// Problems: 1408 the value does not fit, or the schema uses what is not known here.
Problems check_schema(const Json& value, const Json& schema, std::string_view at = "");

}  // namespace storewright::knowledge

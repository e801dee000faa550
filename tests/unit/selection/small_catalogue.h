// Three stores and eight rules: small enough to know every answer by heart.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "core/selection/rulebook.h"
#include "tests/unit/selection/profile_text.h"

namespace storewright::selection {

/// Tables (relational) joins, reads strongly, and stays on one node. Papers (document) and Keys (key-value) do neither
/// and spread over many. With nothing said all three score nothing and Keys comes first, being of the first category.
inline knowledge::Knowledge small_catalogue() {
  const Result<Json> json = read_json(R"({"format":"storewright/base@1","version":"1",
    "categories":[{"id":"key_value","name":"Key-value"},{"id":"document","name":"Document"},{"id":"relational","name":"Relational"}],
    "traits":[{"id":"joins","label":"Joins","type":"word","words":["full","none"]},
              {"id":"consistency_levels","label":"Levels","type":"words","words":["strong","eventual"]},
              {"id":"data_models","label":"Shapes","type":"words","words":["relational","document","key_value"]},
              {"id":"scale_out","label":"Scale","type":"word","words":["none","sharded_native"]},
              {"id":"licence","label":"Licence","type":"word","words":["permissive","proprietary"]}],
    "sources":[{"id":"rule","title":"A rule"}],
    "engines":[
      {"id":"keys","name":"Keys","record":"engine","category":"key_value","traits":{"joins":"none","consistency_levels":["eventual"],"data_models":["key_value"],"scale_out":"sharded_native","licence":"proprietary"}},
      {"id":"papers","name":"Papers","record":"engine","category":"document","traits":{"joins":"none","consistency_levels":["eventual"],"data_models":["document"],"scale_out":"sharded_native","licence":"permissive"}},
      {"id":"rented","name":"Rented tables","record":"service","host":"tables","category":"relational","traits":{"joins":"full","consistency_levels":["strong"],"data_models":["relational"],"scale_out":"none","licence":"proprietary"}},
      {"id":"tables","name":"Tables","record":"engine","category":"relational","traits":{"joins":"full","consistency_levels":["strong","eventual"],"data_models":["relational"],"scale_out":"none","licence":"permissive"}}],
    "rules":[
      {"id":"strong","step":"consistency","when":{"field":"consistency","op":"=","value":"strong"},"effect":"require","subject":{"trait":"consistency_levels","op":"has","value":"strong"},"because":"{engine} reads late.","source":"rule"},
      {"id":"joining","step":"data_model","when":{"field":"access_patterns","op":"has","value":"joins"},"effect":"require","subject":{"trait":"joins","op":"=","value":"full"},"because":"{engine} does not join.","source":"rule"},
      {"id":"keyed","step":"data_model","when":{"field":"data_model","op":"=","value":"key_value"},"effect":"require","subject":{"trait":"data_models","op":"has","value":"key_value"},"because":"{engine} keeps no values under keys.","source":"rule"},
      {"id":"tabular","step":"data_model","when":{"field":"data_model","op":"=","value":"relational"},"effect":"prefer","subject":{"trait":"data_models","op":"has","value":"relational"},"because":"{engine} keeps tables.","source":"rule"},
      {"id":"nested","step":"data_model","when":{"field":"data_model","op":"=","value":"document"},"effect":"prefer","subject":{"trait":"data_models","op":"has","value":"document"},"because":"{engine} keeps documents.","source":"rule"},
      {"id":"large","step":"scale","when":{"field":"planned_data_size_gb","op":">=","value":1000},"effect":"require","subject":{"trait":"scale_out","op":"=","value":"sharded_native"},"because":"{engine} cannot hold {planned_data_size_gb} GB.","source":"rule"},
      {"id":"closed","step":"operations","when":{"field":"licences_excluded","op":"has","value":"proprietary"},"effect":"reject","subject":{"trait":"licence","op":"=","value":"proprietary"},"because":"{engine} is closed.","source":"rule"},
      {"id":"learnt","step":"operations","when":{"field":"team_engineers","op":">=","value":1},"effect":"prefer","subject":{"trait":"known_to_team","op":"=","value":true},"because":"Your team knows {engine}.","source":"rule"}]})");
  REQUIRE(json);
  Result<knowledge::Knowledge> knowledge = knowledge::load_base_pack(*json);
  REQUIRE(knowledge);
  return knowledge.take();
}

}  // namespace storewright::selection

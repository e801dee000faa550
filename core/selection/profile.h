// What is known of a workload, and what follows from it. `storewright/profile@1`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/fields.h"

namespace storewright::selection {

enum class AccessPattern { key_lookup, range_scan, joins, aggregation_analytics, full_text, geospatial, graph_traversal,
                           vector_similarity, append_log, time_series, session_cache, document_entity };
enum class DataModel { relational, document, wide_column, key_value, time_series, graph, vector, search };
enum class Consistency { strong, read_your_writes, causal, eventual };
enum class SchemaChange { stable, evolving, variable };
enum class Regions { single, multi_read, multi_write };
enum class Hosting { managed, self_hosted, any };
enum class Platform { aws, gcp, azure, cloudflare, on_premises, any };

/// All members optional: what is absent is unknown, never zero or no.
struct Profile {
  std::string application;                            // the user's own words, never used by rules
  Set<AccessPattern> access_patterns;
  std::optional<DataModel> data_model;
  std::optional<Consistency> consistency;
  std::optional<bool> money;                          // a wrong value costs somebody money
  std::optional<bool> multi_row_transactions;
  std::optional<Range> reads_per_second;
  std::optional<Range> writes_per_second;
  std::optional<Range> peak_factor;                   // peak load over the mean
  std::string read_write_ratio;                       // "reads:writes", for those who know only the ratio
  std::optional<Range> data_size_gb;
  std::optional<Range> item_bytes;
  std::optional<Range> growth_gb_per_month;
  std::optional<Range> growth_percent_per_month;
  std::optional<SchemaChange> schema_change;
  std::optional<Regions> regions;
  std::string residency;
  std::optional<Range> latency_p99_ms;
  std::optional<Range> availability_percent;
  std::optional<Range> rpo_seconds;                   // recovery point objective
  std::optional<Range> rto_seconds;                   // recovery time objective
  std::optional<Range> team_engineers;
  std::optional<bool> dedicated_dba;
  std::vector<std::string> experience;                // engine ids the team has run in production
  std::optional<Hosting> hosting;
  std::optional<Platform> platform;
  std::vector<std::string> licences_excluded;
  std::optional<Range> budget_usd_per_month;
  std::optional<Range> vector_count;
  std::optional<Range> vector_dimensions;
  std::optional<Range> documents_indexed;
  std::optional<Range> graph_hops;
  std::vector<std::string> stores_in_use;
  std::optional<Range> services;
  std::string existing_store;                         // JSON: existing.store; free text, matched to an engine
  std::string existing_product;
  std::string existing_since;                         // ISO date
  std::vector<std::string> existing_symptoms;
  std::vector<std::string> existing_tried;            // next steps on the store that were taken already
  std::optional<Range> existing_read_p99_ms;          // JSON: existing.metrics.read_p99_ms, and so on
  std::optional<Range> existing_cpu_percent;
  std::optional<Range> existing_memory_percent;
  std::optional<Range> existing_io_wait_percent;
  std::optional<Range> existing_connections_percent;  // open connections, of those allowed
  std::vector<std::string> reasons;                   // why a change is wanted
  std::string weights;                                // of the five steps in the score, see `weights_of_text`

  bool operator==(const Profile&) const = default;
};

/// The field table of `Profile`, in the order of the form.
FieldTable profile_fields();

/// Reads a profile. Problems: those of `read_fields`, 2001 for a ratio that is not "reads:writes", and 2002 for weights
/// that are not five numbers.
Result<Profile> read_profile(const Json& json);

/// One ratio class of the second factor.
enum class RatioClass { read_heavy, balanced, write_heavy };

/// What a profile implies, in the units of the rules. Absent where the profile does not say.
struct Derived {
  std::optional<Range> read_share;                // reads / (reads + writes), 0 to 1
  std::optional<RatioClass> ratio_class;          // nearest of 100:1, 10:1 and 1:100 on a log scale
  std::optional<Range> writes_per_second_12m;     // at peak, after twelve months of growth
  std::optional<Range> reads_per_second_12m;
  std::optional<Range> data_size_gb_12m;
  std::optional<int> tier;                        // 1 to 4 now, see `scale_tier`
  std::optional<int> tier_12m;
  std::optional<Range> months_until_tier_2;       // until the first limit of one node is crossed; absent without growth
};

Derived derive(const Profile& profile);

/// The scale tier: 1 one node, 2 read replicas, 3 sharded, 4 built for millions of operations a second. Lower bounds
/// are inclusive. Writes between 10,000 and 100,000 a second belong to no tier of the source; the product's rule puts
/// them in tier 3 because one node no longer takes them safely.
/// Source: an earlier public edition of the selection chapter (coverage RX-02), and the product's rule for its gap.
/// Null when the ranges do not decide.
std::optional<int> scale_tier(const std::optional<Range>& writes_per_second, const std::optional<Range>& reads_per_second,
                              const std::optional<Range>& data_size_gb);

/// reads / (reads + writes) of a "reads:writes" text such as "100:1"; absent when the text is not of that form.
std::optional<double> read_share_of_ratio(std::string_view ratio);

}  // namespace storewright::selection

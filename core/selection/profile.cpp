#include "core/selection/profile.h"

#include "core/base/text.h"
#include "core/selection/weights.h"

namespace storewright::selection {
namespace {

constexpr Option access_patterns[] = {
    {"key_lookup", "Look up one item by its key"},
    {"range_scan", "Read ranges in order", "\"The orders of last week\", \"names from A to C\"."},
    {"joins", "Combine several kinds of records (joins)", "\"Orders with their customers\"."},
    {"aggregation_analytics", "Sum and group over many records (analytics)"},
    {"full_text", "Search in text"},
    {"geospatial", "Search by place"},
    {"graph_traversal", "Follow connections (graph)", "\"Friends of friends\"."},
    {"vector_similarity", "Find similar things (vectors)", "Search by meaning over embeddings."},
    {"append_log", "Append events, rarely change them"},
    {"time_series", "Measurements over time"},
    {"session_cache", "Sessions, counters, cached results"},
    {"document_entity", "Load and save one nested document"},
};
constexpr Option data_models[] = {
    {"relational", "Tables that refer to each other (relational)"},
    {"document", "Nested documents"},
    {"wide_column", "Long rows under one key (wide column)"},
    {"key_value", "Values under known keys (key-value)"},
    {"time_series", "Measurements over time (time series)"},
    {"graph", "Nodes and connections (graph)"},
    {"vector", "Embeddings (vectors)"},
    {"search", "Texts to search in"},
};
constexpr Option consistencies[] = {
    {"strong", "Strong", "Every read sees the latest write, nothing is lost: balances, stock."},
    {"read_your_writes", "Read your writes",
     "You see your own changes at once, others a little later: a profile page."},
    {"causal", "Causal", "What depends on something never shows before it: replies, versions."},
    {"eventual", "Eventual", "A short delay hurts nobody: likes, view counts."},
};
constexpr Option schema_changes[] = {
    {"stable", "Rarely"},
    {"evolving", "Now and then"},
    {"variable", "Every record may differ"},
};
constexpr Option regions[] = {
    {"single", "One region"},
    {"multi_read", "Read in several regions"},
    {"multi_write", "Write in several regions"},
};
constexpr Option hostings[] = {
    {"managed", "Managed for you"},
    {"self_hosted", "Run by yourselves"},
    {"any", "Either"},
};
constexpr Option platforms[] = {
    {"aws", "AWS"},
    {"gcp", "Google Cloud"},
    {"azure", "Azure"},
    {"cloudflare", "Cloudflare"},
    {"on_premises", "Our own machines"},
    {"any", "Any"},
};

// Asked for what is still to come; a person who answers shall not believe that it decided something.
constexpr std::string_view not_read = "No rule reads it yet.";

TextRefusal refuse_ratio(std::string_view text) {
  if (text.empty() || read_share_of_ratio(text)) return {};
  return {2001, "Write the ratio as reads:writes, for example \"100:1\"; you entered \"" + shortened(text, 40) + "\"."};
}

TextRefusal refuse_weights(std::string_view text) {
  if (weights_of_text(text)) return {};
  return {2002,
          "Write the weights as five numbers from 0 to 1,000, one of them above 0, for example \"16,8,4,2,1\"; you "
          "entered \"" +
              shortened(text, 40) + "\"."};
}

constexpr Field fields[] = {
    field<&Profile::application>({.name = "application",
                                  .label = "What are you building?",
                                  .help = "In your own words; no rule reads it.",
                                  .max_items = 4}),
    field<&Profile::access_patterns>({.name = "access_patterns",
                                      .label = "What will you do with the data?",
                                      .help = "Tick all that the application does often.",
                                      .options = access_patterns}),
    field<&Profile::data_model>(
        {.name = "data_model", .label = "What shape does the data have?", .options = data_models}),
    field<&Profile::consistency>({.name = "consistency",
                                  .label = "How fresh must a read be?",
                                  .help = "The strictest need decides.",
                                  .options = consistencies}),
    field<&Profile::money>({.name = "money",
                            .label = "Does a wrong value cost somebody money?",
                            .help = "Payments, balances, stock, tickets."}),
    field<&Profile::multi_row_transactions>({.name = "multi_row_transactions",
                                             .label = "Must several records change together or not at all?",
                                             .help = "A transaction over several rows."}),
    field<&Profile::reads_per_second>({.name = "reads_per_second",
                                       .label = "Reads",
                                       .unit = "reads a second",
                                       .help = "The mean over a normal day."}),
    field<&Profile::writes_per_second>({.name = "writes_per_second",
                                        .label = "Writes",
                                        .unit = "writes a second",
                                        .help = "The mean over a normal day; 1,000 a day is 0.0116."}),
    field<&Profile::peak_factor>(
        {.name = "peak_factor",
         .label = "Peak over mean",
         .unit = "times",
         .help = "How many times the mean the busiest minutes reach; 1 where the rates are peaks already.",
         .min = 1,
         .max = 1e6}),
    field<&Profile::read_write_ratio>({.name = "read_write_ratio",
                                       .label = "Reads to writes",
                                       .help = "Where you know only the ratio: \"100:1\".",
                                       .max_items = 1,
                                       .refuse = refuse_ratio}),
    field<&Profile::data_size_gb>({.name = "data_size_gb", .label = "Data today", .unit = "GB"}),
    field<&Profile::item_bytes>({.name = "item_bytes", .label = "Size of one item", .unit = "bytes", .whole = true}),
    field<&Profile::growth_gb_per_month>({.name = "growth_gb_per_month", .label = "Data growth", .unit = "GB a month"}),
    field<&Profile::growth_percent_per_month>(
        {.name = "growth_percent_per_month",
         .label = "Load growth",
         .unit = "% a month",
         .help = "Compounded; reads and writes grow by it, and data too unless its own growth is given.",
         .max = 1000}),
    field<&Profile::schema_change>(
        {.name = "schema_change", .label = "How often do the fields change?", .options = schema_changes}),
    field<&Profile::regions>({.name = "regions", .label = "Where is it used?", .options = regions}),
    field<&Profile::residency>({.name = "residency",
                                .label = "Where must the data stay?",
                                .help = "A country or region; no rule reads it yet, it goes into the decision record.",
                                .max_items = 2}),
    field<&Profile::latency_p99_ms>(
        {.name = "latency_p99_ms", .label = "Slowest bearable read (99 of 100 are faster)", .unit = "ms"}),
    field<&Profile::availability_percent>(
        {.name = "availability_percent", .label = "Availability", .unit = "%", .help = not_read, .max = 100}),
    field<&Profile::rpo_seconds>({.name = "rpo_seconds",
                                  .label = "Bearable loss after a disaster (recovery point)",
                                  .unit = "seconds",
                                  .help = not_read}),
    field<&Profile::rto_seconds>({.name = "rto_seconds",
                                  .label = "Bearable outage after a disaster (recovery time)",
                                  .unit = "seconds",
                                  .help = not_read}),
    field<&Profile::team_engineers>(
        {.name = "team_engineers", .label = "Engineers in the team", .unit = "people", .max = 1e6, .whole = true}),
    field<&Profile::dedicated_dba>(
        {.name = "dedicated_dba",
         .label = "Does somebody look after databases full time?",
         .help = "Without such a person, the answer stops at three technologies."}),
    field<&Profile::experience>(
        {.name = "experience", .label = "Stores the team has run in production", .help = "Ids such as postgresql."}),
    field<&Profile::hosting>({.name = "hosting", .label = "Who runs it?", .options = hostings}),
    field<&Profile::platform>({.name = "platform", .label = "On which platform?", .options = platforms}),
    field<&Profile::licences_excluded>(
        {.name = "licences_excluded",
         .label = "Licences you cannot use",
         .help = "permissive, copyleft, source_available, proprietary. Left empty, none is excluded."}),
    field<&Profile::budget_usd_per_month>(
        {.name = "budget_usd_per_month", .label = "Budget", .unit = "USD a month", .help = not_read}),
    field<&Profile::vector_count>({.name = "vector_count", .label = "Embeddings", .unit = "vectors", .whole = true}),
    field<&Profile::vector_dimensions>({.name = "vector_dimensions",
                                        .label = "Numbers in each embedding",
                                        .unit = "dimensions",
                                        .help = not_read,
                                        .max = 1e6,
                                        .whole = true}),
    field<&Profile::documents_indexed>(
        {.name = "documents_indexed", .label = "Texts to search in", .unit = "documents", .whole = true}),
    field<&Profile::graph_hops>({.name = "graph_hops",
                                 .label = "How many connections deep?",
                                 .unit = "hops",
                                 .help = "Friends of friends is 2.",
                                 .max = 1000,
                                 .whole = true}),
    field<&Profile::stores_in_use>(
        {.name = "stores_in_use", .label = "Stores you run today", .help = "Ids such as redis."}),
    field<&Profile::services>({.name = "services",
                               .label = "Services that store data",
                               .unit = "services",
                               .help = not_read,
                               .max = 1e6,
                               .whole = true}),
    field<&Profile::existing_store>({.name = "existing.store",
                                     .label = "The store you may replace",
                                     .help = "Its usual name; it is matched.",
                                     .max_items = 2}),
    field<&Profile::existing_product>({.name = "existing.product",
                                       .label = "As which product?",
                                       .help = "For example the name of a cloud service; no rule reads it yet.",
                                       .max_items = 2}),
    field<&Profile::existing_since>({.name = "existing.since",
                                     .label = "Since when?",
                                     .help = "A date, 2024-06-30; it says when to look at the choice again.",
                                     .max_items = 1}),
    field<&Profile::existing_symptoms>(
        {.name = "existing.symptoms", .label = "What hurts?", .help = "Ids such as joins-slow, or your own words."}),
    field<&Profile::existing_tried>({.name = "existing.tried",
                                     .label = "What have you tried on it?",
                                     .help = "Ids of next steps such as replicas."}),
    field<&Profile::existing_read_p99_ms>({.name = "existing.metrics.read_p99_ms",
                                           .label = "Slowest reads today (99 of 100 are faster)",
                                           .unit = "ms"}),
    field<&Profile::existing_cpu_percent>(
        {.name = "existing.metrics.cpu_percent", .label = "Processor use", .unit = "%", .max = 100}),
    field<&Profile::existing_memory_percent>(
        {.name = "existing.metrics.memory_percent", .label = "Memory use", .unit = "%", .max = 100}),
    field<&Profile::existing_io_wait_percent>({.name = "existing.metrics.io_wait_percent",
                                               .label = "Waiting for disks",
                                               .unit = "%",
                                               .max = 100}),
    field<&Profile::existing_connections_percent>({.name = "existing.metrics.connections_percent",
                                                   .label = "Connections open, of those allowed",
                                                   .unit = "%",
                                                   .max = 100}),
    field<&Profile::reasons>({.name = "reasons", .label = "Why do you want to change?", .help = "Your own words."}),
    field<&Profile::weights>({.name = "weights",
                              .label = "How much does each step count?",
                              .help = "Five numbers, in the order of the steps. Left empty, \"16,8,4,2,1\"; no weight "
                                      "brings back what a step ruled out.",
                              .max_items = 1,
                              .refuse = refuse_weights}),
};

}  // namespace

FieldTable profile_fields() { return fields; }

Result<Profile> read_profile(const Json& json) {
  Profile profile;
  const Problems problems = read_fields(json, profile_fields(), &profile);
  if (!problems.empty()) return problems;
  return profile;
}

std::optional<double> read_share_of_ratio(std::string_view ratio) {
  const std::vector<std::string> parts = split(ratio, ':');
  if (parts.size() != 2) return std::nullopt;
  double reads = 0;
  double writes = 0;
  if (!parse_number(trimmed(parts[0]), reads) || !parse_number(trimmed(parts[1]), writes)) return std::nullopt;
  // The limit of a rate: above it the sum may be no finite number any more.
  constexpr double largest = 1e15;
  if (reads < 0 || writes < 0 || reads + writes <= 0 || reads > largest || writes > largest) return std::nullopt;
  return reads / (reads + writes);
}

}  // namespace storewright::selection

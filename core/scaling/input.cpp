#include "core/scaling/input.h"

#include "core/base/text.h"

namespace storewright::scaling {
namespace {

using Input = ScalingInput;
using Maybe = std::optional<Range>;

// In the order and by the names of the stages in content/scaling; a test compares them.
constexpr Option running_options[] = {
    {"single", "One database"},
    {"replicas", "With read replicas"},
    {"sharding", "Sharded"},
    {"distributed", "A distributed store"},
    {"specialised", "Several specialised stores"},
};

constexpr double largest_gb = 1e9;
constexpr double largest_rate = 1e12;

constexpr Field fields[] = {
    field<&Input::data_size_gb>({.name = "data_size_gb",
                                 .label = "Data today",
                                 .unit = "GB",
                                 .help = "With indexes, without backups. 1 TB is 1,000 GB.",
                                 .max = largest_gb}),
    field<&Input::writes_per_second>({.name = "writes_per_second",
                                      .label = "Writes",
                                      .unit = "writes a second",
                                      .help = "The mean over a normal day; 1,000 a day is 0.0116.",
                                      .max = largest_rate}),
    field<&Input::reads_per_second>({.name = "reads_per_second",
                                     .label = "Reads",
                                     .unit = "reads a second",
                                     .help = "The mean over a normal day.",
                                     .max = largest_rate}),
    field<&Input::peak_factor>({.name = "peak_factor",
                                .label = "Peak over mean",
                                .unit = "times",
                                .help = "How many times the mean the busiest minutes reach.",
                                .min = 1,
                                .max = 1e6}),
    field<&Input::growth_percent_per_month>({.name = "growth_percent_per_month",
                                             .label = "Load growth",
                                             .unit = "% a month",
                                             .help = "Compounded; data grows by it too unless its own growth is given.",
                                             .max = 1000}),
    field<&Input::growth_gb_per_month>({.name = "growth_gb_per_month",
                                        .label = "Data growth",
                                        .unit = "GB a month",
                                        .help = "If you know it; it then counts for the data instead of the percentage.",
                                        .max = largest_gb}),
    field<&Input::months>({.name = "months",
                           .label = "Look ahead",
                           .unit = "months",
                           .help = "Twelve is as far as a forecast is worth its work.",
                           .min = 1,
                           .max = 120}),
    field<&Input::running>({.name = "running",
                            .label = "What you run today",
                            .help = "Not sure: what the load asks for today.",
                            .options = running_options}),
    field<&Input::latency_times>({.name = "latency_times",
                                  .label = "Latency against its baseline",
                                  .unit = "times",
                                  .help = "150 ms where it used to be 50 ms is 3.",
                                  .max = 1e6}),
    field<&Input::cpu_percent>(
        {.name = "cpu_percent", .label = "Processor, sustained", .unit = "%", .help = "In the busy hours, not the highest second.", .max = 100}),
    field<&Input::memory_percent>({.name = "memory_percent", .label = "Memory", .unit = "%", .max = 100}),
    field<&Input::io_wait_percent>({.name = "io_wait_percent", .label = "Waiting for disks (I/O wait)", .unit = "%", .max = 100}),
    field<&Input::cost_growth_percent>({.name = "cost_growth_percent",
                                        .label = "Growth of what the database costs",
                                        .unit = "%",
                                        .help = "Over a year, people included.",
                                        .min = -100,
                                        .max = 1e6}),
    field<&Input::revenue_growth_percent>({.name = "revenue_growth_percent",
                                           .label = "Growth of revenue",
                                           .unit = "%",
                                           .help = "Over the same year.",
                                           .min = -100,
                                           .max = 1e6}),
    field<&Input::complaints>({.name = "complaints", .label = "Do complaints rise month by month?"}),
    field<&Input::features_blocked>({.name = "features_blocked", .label = "Do features wait for the database?"}),
    field<&Input::cost_ahead>({.name = "cost_ahead",
                               .label = "Does its cost grow faster than revenue?",
                               .help = "The two percentages answer it where both are given."}),
    field<&Input::competitive_gap>({.name = "competitive_gap", .label = "Are competitors faster?"}),
    field<&Input::performance>({.name = "performance", .label = "Performance", .unit = "points", .help = "0 to 10, in place of what is measured.", .max = 10, .whole = true}),
    field<&Input::cost>({.name = "cost", .label = "Cost", .unit = "points", .help = "0 to 10, in place of what is measured.", .max = 10, .whole = true}),
    field<&Input::scalability>({.name = "scalability", .label = "Scalability", .unit = "points", .help = "0 to 10, in place of what is measured.", .max = 10, .whole = true}),
    field<&Input::business>({.name = "business", .label = "Business", .unit = "points", .help = "0 to 10, in place of what is measured.", .max = 10, .whole = true}),
};

constexpr std::size_t load_fields = 4;
constexpr std::size_t growth_fields = 7;

Maybe at_peak(const Maybe& rate, const Maybe& factor) {
  if (!rate || !factor) return rate;
  return Range{rate->low * factor->low, rate->mid * factor->mid, rate->high * factor->high};
}

// Of two rates of which one is unknown the other is what is certain.
Maybe together(const Maybe& a, const Maybe& b) {
  if (!a || !b) return a ? a : b;
  return Range{a->low + b->low, a->mid + b->mid, a->high + b->high};
}

std::string range_text(const Range& range, std::string (*words)(double)) {
  return range.exact() ? words(range.mid) : words(range.low) + " to " + words(range.high);
}

std::string rate_text(double rate) { return display_number(rate, rate < 1 ? 4 : rate < 100 ? 1 : 0); }

std::string unit_of(Measure measure, bool one) {
  const std::string verb = measure == Measure::reads_per_second ? "read" : measure == Measure::writes_per_second ? "write" : "operation";
  return verb + (one ? " a second" : "s a second");
}

}  // namespace

FieldTable stage_fields() { return FieldTable(fields).first(load_fields); }
FieldTable projection_fields() { return FieldTable(fields).first(growth_fields); }
FieldTable urgency_fields() { return fields; }

Load load_of(const ScalingInput& input) {
  const Maybe reads = at_peak(input.reads_per_second, input.peak_factor);
  const Maybe writes = at_peak(input.writes_per_second, input.peak_factor);
  return {input.data_size_gb, reads, writes, together(reads, writes)};
}

selection::Profile profile_of(const ScalingInput& input) {
  selection::Profile profile;
  profile.data_size_gb = input.data_size_gb;
  profile.reads_per_second = input.reads_per_second;
  profile.writes_per_second = input.writes_per_second;
  profile.peak_factor = input.peak_factor;
  profile.growth_percent_per_month = input.growth_percent_per_month;
  profile.growth_gb_per_month = input.growth_gb_per_month;
  return profile;
}

std::string volume_text(double gigabytes) {
  const auto rounded = [](double value) { return display_number(value, value < 10 ? 2 : value < 100 ? 1 : 0); };
  if (gigabytes >= 1e6) return rounded(gigabytes / 1e6) + " PB";
  if (gigabytes >= 1e3) return rounded(gigabytes / 1e3) + " TB";
  return rounded(gigabytes) + " GB";
}

std::string load_text(Measure measure, const Range& value) {
  if (measure == Measure::data_size_gb) return range_text(value, volume_text) + " of data";
  const std::string amount = range_text(value, rate_text);
  return amount + " " + unit_of(measure, amount == "1");
}

std::string mark_text(Measure measure, double value) {
  if (measure == Measure::data_size_gb) return volume_text(value);
  return display_number(value, 0) + " " + unit_of(measure, false);
}

}  // namespace storewright::scaling

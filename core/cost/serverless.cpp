#include "core/cost/serverless.h"

#include "core/base/math.h"
#include "core/base/text.h"

namespace storewright::cost {
namespace {

using Maybe = std::optional<Range>;

constexpr Field rows[] = {
    field<&ServerlessInput::usd_per_unit_hour>({.name = "usd_per_unit_hour",
                                                .label = "Price of one unit",
                                                .unit = "USD an hour",
                                                .help = "0.12 is the source's price of an Aurora capacity unit.",
                                                .max = 1e6}),
    field<&ServerlessInput::units>(
        {.name = "units", .label = "Units while it works", .unit = "units", .max = 1e6}),
    field<&ServerlessInput::minimum_units>({.name = "minimum_units",
                                            .label = "Units while it idles",
                                            .unit = "units",
                                            .help = "0 when it sleeps, as Neon does.",
                                            .max = 1e6}),
    field<&ServerlessInput::reserved_usd_per_month>({.name = "reserved_usd_per_month",
                                                     .label = "A machine that does the same all month",
                                                     .unit = "USD a month",
                                                     .max = 1e9}),
    field<&ServerlessInput::busy_percent>({.name = "busy_percent",
                                           .label = "Busy share of the month",
                                           .unit = "%",
                                           .help = "Left empty, it follows from the queries.",
                                           .max = 100}),
    field<&ServerlessInput::queries_per_hour>({.name = "queries_per_hour",
                                               .label = "Queries",
                                               .unit = "queries an hour",
                                               .help = "At random moments; 1 a second is 3,600.",
                                               .max = 1e12}),
    field<&ServerlessInput::pause_after_minutes>(
        {.name = "pause_after_minutes", .label = "Sleeps after", .unit = "minutes", .max = 100000}),
    field<&ServerlessInput::cold_start_ms>({.name = "cold_start_ms",
                                            .label = "First query after a pause waits",
                                            .unit = "ms",
                                            .help = "Often quoted as 100 to 500; Aurora takes about 15,000.",
                                            .max = 1e7}),
};

template <class Combine>
Maybe combined(const Maybe& a, const Maybe& b, Combine&& combine) {
  if (!a || !b) return std::nullopt;
  return Range{combine(a->low, b->low), combine(a->mid, b->mid), combine(a->high, b->high)};
}

Maybe per_month(const Maybe& units, const Maybe& price) {
  return combined(units, price, [](double count, double usd) { return count * usd * hours_per_month; });
}

// e^(-queries x pause): the chance that nobody came within the pause. The more queries, the smaller.
Maybe asleep_share(const Maybe& queries_per_hour, const Maybe& pause_after_minutes) {
  if (!queries_per_hour || !pause_after_minutes) return std::nullopt;
  const auto share = [](double queries, double minutes) { return exponential(-queries * minutes / 60); };
  return Range{share(queries_per_hour->high, pause_after_minutes->high),
               share(queries_per_hour->mid, pause_after_minutes->mid),
               share(queries_per_hour->low, pause_after_minutes->low)};
}

Maybe busy_share(const ServerlessInput& input, const Maybe& asleep) {
  if (input.busy_percent)
    return Range{input.busy_percent->low / 100, input.busy_percent->mid / 100, input.busy_percent->high / 100};
  if (!asleep) return std::nullopt;
  return Range{1 - asleep->high, 1 - asleep->mid, 1 - asleep->low};
}

double usage(double busy, double full, double floor) { return busy * full + (1 - busy) * floor; }

// Without a floor this is the reserved price over the price of a month by use.
Maybe break_even(const Maybe& reserved, const Maybe& full, const Maybe& floor) {
  if (!reserved || !full || !floor) return std::nullopt;
  const auto share = [](double machine, double working, double idling) {
    if (machine <= idling) return 0.0;
    return working > idling ? (machine - idling) / (working - idling) : 1.0;
  };
  return Range{share(reserved->low, full->high, floor->high), share(reserved->mid, full->mid, floor->mid),
               share(reserved->high, full->low, floor->low)};
}

std::string shown(const Maybe& usd, std::string_view unknown) { return report::operand_text(usd, unknown); }
std::string value_of(const Maybe& usd) { return usd ? report::money_text(*usd) : "not known"; }

std::vector<report::FormulaLine> lines_of(const ServerlessInput& input, const ServerlessAnswer& answer) {
  const std::string price = shown(input.usd_per_unit_hour, "price");
  std::vector<report::FormulaLine> lines;
  lines.push_back({"floor", "Idle all month", value_of(answer.floor_usd_per_month),
                   "smallest units x price x 730 hours",
                   shown(input.minimum_units, "smallest units") + " x " + price + " x 730"});
  lines.push_back({"full", "Busy all month", value_of(answer.full_usd_per_month), "units x price x 730 hours",
                   shown(input.units, "units") + " x " + price + " x 730"});
  lines.push_back({"usage", "By use", value_of(answer.usage_usd_per_month), "busy share x busy + idle share x idle",
                   shown(answer.busy_share, "busy share") + " x " + shown(answer.full_usd_per_month, "busy") +
                       " + the rest x " + shown(answer.floor_usd_per_month, "idle")});
  lines.push_back({"break_even", "Same cost at a busy share of",
                   answer.break_even_share ? report::percent_text(*answer.break_even_share) : "not known",
                   "(reserved - idle) / (busy - idle)",
                   "(" + shown(input.reserved_usd_per_month, "reserved") + " - " +
                       shown(answer.floor_usd_per_month, "idle") + ") / (" +
                       shown(answer.full_usd_per_month, "busy") + " - " + shown(answer.floor_usd_per_month, "idle") +
                       ")"});
  return lines;
}

std::string cost_sentence(const ServerlessInput& input, const ServerlessAnswer& answer) {
  if (!answer.break_even_share)
    return input.reserved_usd_per_month ? "Give the units and their price to compare."
                                        : "Give the price of a machine that does the same all month to compare.";
  const std::string share = report::percent_text(*answer.break_even_share);
  if (!answer.usage_is_cheaper) return "Both cost the same when it is busy " + share + " of the month.";
  return *answer.usage_is_cheaper ? "Paying by use is cheaper; both cost the same at a busy share of " + share + "."
                                  : "The reserved machine is cheaper; by use pays off below a busy share of " + share + ".";
}

}  // namespace

FieldTable serverless_fields() { return rows; }

Result<ServerlessAnswer> compare_serverless(const ServerlessInput& input) {
  ServerlessAnswer answer;
  answer.floor_usd_per_month = per_month(input.minimum_units, input.usd_per_unit_hour);
  answer.full_usd_per_month = per_month(input.units, input.usd_per_unit_hour);
  answer.cold_share = asleep_share(input.queries_per_hour, input.pause_after_minutes);
  answer.busy_share = busy_share(input, answer.cold_share);
  const Maybe &busy = answer.busy_share, &full = answer.full_usd_per_month, &floor = answer.floor_usd_per_month;
  if (busy && full && floor)
    answer.usage_usd_per_month = Range{usage(busy->low, full->low, floor->low), usage(busy->mid, full->mid, floor->mid),
                                       usage(busy->high, full->high, floor->high)};
  answer.break_even_share = break_even(input.reserved_usd_per_month, full, floor);
  if (answer.usage_usd_per_month && input.reserved_usd_per_month) {
    if (answer.usage_usd_per_month->high < input.reserved_usd_per_month->low) answer.usage_is_cheaper = true;
    if (answer.usage_usd_per_month->low > input.reserved_usd_per_month->high) answer.usage_is_cheaper = false;
  }
  answer.mean_wait_ms =
      combined(answer.cold_share, input.cold_start_ms, [](double share, double wait) { return share * wait; });
  answer.lines = lines_of(input, answer);
  answer.because = cost_sentence(input, answer);
  if (answer.cold_share)
    answer.because += " " + report::percent_text(*answer.cold_share) + " of the queries find it asleep.";
  return answer;
}

}  // namespace storewright::cost

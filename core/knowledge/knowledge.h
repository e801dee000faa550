// The content packs in memory: engines with traits, rules, categories, presets, sources, errors.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/json.h"
#include "core/base/range.h"
#include "core/base/result.h"

namespace storewright::knowledge {

/// The five ordered steps of a selection; the order is the product's rule and the source's (coverage SF-02).
enum class Step { consistency, read_write_ratio, data_model, scale, operations };
inline constexpr int step_count = 5;

enum class RecordKind { engine, service, extension, feed };

/// How well a fact is backed.
enum class FactKind { measured, vendor_documented, rule_of_thumb, unsourced_claim, unverified, product_rule };

/// "claim without a source", "measured", …: how a fact is tagged on the screen.
std::string_view kind_words(FactKind kind);

/// A trait's value: a flag, a number between bounds, one word, or a set of words.
using TraitValue = std::variant<bool, Range, std::string, std::vector<std::string>>;

/// Where a trait's value comes from. Lives in the evidence pack, which is fetched when first shown.
struct Evidence {
  std::string source;    // id of a `Source`, "" when unverified
  FactKind kind = FactKind::unverified;
  std::string read;      // ISO date the source was read
  std::string note;      // one sentence that says what exactly holds, "" when the value says it all
};

/// An engine, a service that offers one, an extension that needs one, or a feed that carries changes between stores
/// and is never a store itself.
struct Engine {
  std::string id;
  std::string name;
  RecordKind record = RecordKind::engine;
  std::string category;                              // one of the nine ids
  std::string host;                                  // service: the engine offered; extension: the engine needed
  std::string summary;                               // one sentence; with the evidence pack, like the next two
  std::vector<std::string> best_for;
  std::vector<std::string> not_for;
  std::map<std::string, TraitValue, std::less<>> traits;
  std::map<std::string, Evidence, std::less<>> evidence;  // by trait; empty until the evidence pack is loaded

  const TraitValue* trait(std::string_view id) const;
};

/// A trait that rules may read and cards show.
struct TraitKind {
  std::string id;
  std::string label;
  std::string type;                   // "flag", "number", "word", "words"
  std::string unit;
  std::vector<std::string> words;     // the values a word or set may take
  std::string of = {};                // "service" where only services are asked, "" for all records
};

/// A condition over named values: a leaf compares one, a branch combines.
struct Condition {
  enum class Op { all, any, negation, leaf } op = Op::all;
  std::vector<Condition> parts;       // of a branch; `all` of none is always true
  std::string field;                  // of a leaf: a profile or derived field, or a trait
  std::string comparison;             // "=", "!=", "<", "<=", ">=", ">", "has", "has_any", "only", "known"
  Json value;                         // boolean, number, text or array of texts
};

/// What an active rule does. The first three decide; the others say what goes with the choice:
/// `add` a second store, `extend` the primary by an extension, `host` it, `warn`, `trigger` a second look, `limit` what an
/// extension suffices for, advise the `key` by which rows are spread, name a `mistake`, say how to `undo` the choice.
enum class Effect { reject, require, prefer, add, host, warn, trigger, extend, limit, key, mistake, undo };

/// One rule. It names traits, never engines (an `add` names a role and is filled by the traits of its subject).
struct Rule {
  std::string id;
  Step step = Step::consistency;
  Condition when;                     // over the profile and what is derived from it; three-valued
  Effect effect = Effect::warn;
  Condition subject;                  // over an engine's traits: whom the effect meets (`require`: who survives)
  std::string because;                // a sentence with {field} and {engine} in it
  std::string source;                 // id of a `Source`
  FactKind kind = FactKind::rule_of_thumb;
  double strength = 1;                // of a preference among those of its step
  // Of `add`: over the primary's traits, when it needs no second store (without leaves: when it meets the subject);
  // what the second store does, how it is fed, how far it may lag, which of the three reasons it has, and what does the
  // work while it is left out.
  Condition covered;
  std::string role;
  std::string feed;
  std::string window;
  std::string reason;
  std::string instead;
  // Of `host`: the answer, "managed", "self_hosted" or "either".
  std::string host;
  // Of `trigger` and `limit`: a figure in words, the value that counts with its unit, where to read it, the field of the
  // profile that says it ("" when none does), and as of when the value was true.
  std::string figure;
  double threshold = 0;
  std::string unit;
  std::string read_at;
  std::string field;
  std::string as_of;
  // Of `key`: by what to spread rows, and what not to take.
  std::string key;
  std::string avoid;
  // Of `mistake`: its name, what it does to people, and the cure.
  std::string title;
  std::string impact;
  std::string fix;
};

struct Category {
  std::string id;
  std::string name;
  std::string summary;
};

/// Where facts come from.
struct Source {
  std::string id = {};
  std::string title = {};
  std::string publisher = {};
  std::string address = {};          // "" for the product's own rules
  std::string read = {};             // ISO date
};

/// An example workload that answers at once.
struct Preset {
  std::string id;
  std::string name;
  std::string what;                  // "a recipe app": how it stands in a sentence
  double users = 0;                  // how many it is built for; rates and sizes of the profile are theirs
  std::string users_are;             // "people", "devices"
  std::string sentence;              // what is being built, in the user's words
  Json profile;                      // checked by `selection::read_profile` in validation
};

/// A stable error: cause and cure.
struct ErrorText {
  int code = 0;
  std::string name;                  // name and cause come with the evidence pack
  std::string cause;
  std::string cure;
};

/// One point in which a managed store differs from one that you run yourselves.
struct HostingAspect {
  std::string id;
  std::string aspect;
  std::string managed;
  std::string self_hosted;
};

/// One of the four stores of the DataFlow design: what it takes, how much of it, and what was reported in the end.
struct DesignStore {
  std::string engine;
  std::vector<std::string> takes;    // workloads, see `selection::DesignWorkload`
  std::string purpose;
  double target = 0;                 // in `unit`
  std::string unit;
  double capacity_tb = 0;
  double reported = 0;               // in `unit`; 0 when nothing was reported
  std::string note;
  std::string source;
};

/// A word of a list that people choose from: a symptom, a reason.
struct ListedWord {
  std::string id;
  std::string label;
};

/// A short text of the product with an anchor, for pages and coverage: the rules in words, examples, corrections.
struct Note {
  std::string id;                    // "factors/consistency/strong"
  std::string title;
  std::string text;                  // "" until the evidence pack is loaded, like what follows
  std::string correction;            // "often quoted as …; it is …", "" when there is nothing to correct
  std::string source;
  FactKind kind = FactKind::rule_of_thumb;
};

/// Everything the core knows, immutable after loading.
struct Knowledge {
  std::string version;               // of the pack, e.g. "2026.11.22"
  std::vector<Category> categories;
  std::vector<TraitKind> traits;
  std::vector<Engine> engines;       // in id order
  std::vector<Rule> rules;           // in step order, then as written
  std::vector<Preset> presets;
  std::vector<ErrorText> errors;
  std::vector<HostingAspect> hosting;
  std::vector<DesignStore> design;
  std::vector<Note> notes;
  std::vector<ListedWord> symptoms;  // for `existing.symptoms` of a profile; what they mean is in the tables of migrations
  std::vector<ListedWord> reasons;   // for `reasons`
  std::vector<Source> sources;       // those of rules, by title; all others, addresses and dates with the evidence pack

  const Engine* engine(std::string_view id) const;
  const Category* category(std::string_view id) const;
  const Source* source(std::string_view id) const;
  const Note* note(std::string_view id) const;
  const Preset* preset(std::string_view id) const;
  const ErrorText* error(int code) const;
};

/// Reads a base pack: every member of the right type. Problems: 1400 not a base pack or of a newer format; 1401 a member
/// missing or of the wrong type; 1402 a trait or word that does not exist. Every problem is reported, with its place.
Result<Knowledge> read_base_pack(const Json& pack);

/// What the members say of each other. Problems: 1402 a reference to nothing (source, category, engine); 1403 an id that
/// stands twice; 1404 a rule over an unknown field.
Problems check_references(const Knowledge& knowledge);

/// Both: for a pack that no build has checked.
Result<Knowledge> load_base_pack(const Json& pack);

/// Adds what is fetched when first shown: addresses, dates and kinds, the texts of notes, what engines are for. Problems
/// as above.
Result<Knowledge> with_evidence(Knowledge knowledge, const Json& evidence_pack);

/// Reads the built-in pack afresh, for whoever wants to add to it.
Knowledge read_built_in();

/// The built-in knowledge, read once.
const Knowledge& built_in();

}  // namespace storewright::knowledge

// The content packs that are compiled in. The build makes a source of each (web/site/pack.h); a program carries those it calls.
#pragma once

#include <string_view>

namespace storewright::packs {

/// Categories, traits, engines, rules, presets and error texts.
std::string_view base();
/// The practice questions.
std::string_view practice();
/// Symptoms, next steps, reasons, patterns and paths of migrations.
std::string_view migrations();
/// The case studies.
std::string_view cases();
/// What the reference pages say beside the catalogue.
std::string_view reference();
/// How companies decided.
std::string_view reference_published();
/// Figures that are often quoted, checked.
std::string_view reference_audit();
/// Those of them that belong to the answers of practice questions.
std::string_view practice_audit();
/// The small calculators: inputs, lines, formulas.
std::string_view calculators();
/// When to scale: stages, thresholds, urgency.
std::string_view scaling();
/// The price book and the options that are priced from it.
std::string_view prices();

}  // namespace storewright::packs

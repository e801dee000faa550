#include "core/practice/text_document.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/practice/vocabulary.h"

namespace storewright::practice {
namespace {

constexpr std::size_t wrapped_line = 60;      // a line this long may go on in the next one
constexpr std::size_t words_of_a_quotation = 8;  // fewer are a name or a value, which the writer takes over

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || c == foreign_letter; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }

constexpr std::string_view negative_words[] = {"cannot", "cant", "dont", "doesnt", "isnt", "wont", "shouldnt", "arent", "didnt", "wouldnt", "mustnt", "neednt"};
constexpr std::string_view abbreviations[] = {"eg", "ie", "vs", "etc", "approx", "resp", "cf"};

template <std::size_t size>
bool one_of(std::string_view word, const std::string_view (&words)[size]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// Reads one field from left to right; what is seen between tokens collects until the next one.
class Reader {
 public:
  Reader(Document& document, int field) : out_(document), field_(field), text_(document.fields[static_cast<std::size_t>(field)].folded.text) {}

  void run() {
    begin_line();
    while (at_ < text_.size()) step();
    close_sentence();
  }

 private:
  char peek(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  void step() {
    const char c = text_[at_];
    if (is_letter(c)) return word();
    if (is_digit(c)) return number();
    if (c == '%' || c == '$') return push(at_, at_ + 1);
    if (c == '"') quotation_mark();
    if (c == '(') inner_label();
    if (c == '_') joined_ = at_ > 0 && (is_letter(text_[at_ - 1]) || is_digit(text_[at_ - 1])) && is_letter(peek(1));
    between(c);
    ++at_;
  }

  /// Marks what stands between two quotation marks, when it is long enough to be somebody's words.
  void quotation_mark() {
    const std::size_t here = out_.tokens.size();
    if (!in_quotation_) {
      quotation_start_ = here;
    } else if (here - quotation_start_ >= words_of_a_quotation) {
      for (std::size_t i = quotation_start_; i < here; ++i) out_.tokens[i].quoted = true;
    }
    in_quotation_ = !in_quotation_;
  }

  void between(char c) {
    switch (c) {
      case ',': gap_ |= gap_comma; return;
      case ';': gap_ |= gap_semicolon; return;
      case ':': gap_ |= gap_colon; return;
      case '(': case ')': case '[': case ']': gap_ |= gap_bracket; return;
      case '/': gap_ |= gap_slash; return;
      case '=': case '>': gap_ |= gap_arrow; return;
      case '-':
        if (peek(1) != '>' && at_ > 0 && is_space(text_[at_ - 1]) && is_space(peek(1))) gap_ |= gap_dash;
        return;
      case '.': case '!': case '?': return stop(c);
      case '\n': return end_line();
      default: return;
    }
  }

  void stop(char c) {
    const char next = peek(1);
    const bool ends = next == '\0' || is_space(next) || next == '\n' || next == '"' || next == '\'' || next == ')' || next == '.' || next == '?' || next == '!';
    if (!ends || goes_on_behind() || (c == '.' && after_abbreviation())) return;
    if (c == '?') asked_ = true;
    stopped_ = true;
    closing_ = true;
  }

  /// "He asks "why?", and …": behind the closing marks the sentence goes on.
  bool goes_on_behind() const {
    std::size_t ahead = 1;
    while (peek(ahead) == '"' || peek(ahead) == '\'' || peek(ahead) == ')') ++ahead;
    return ahead > 1 && (peek(ahead) == ',' || peek(ahead) == ';' || peek(ahead) == ':');
  }

  bool after_abbreviation() const {
    if (out_.tokens.size() <= sentence_start_) return false;
    const Token& last = out_.tokens.back();
    const std::string_view word = out_.word(last);
    return !last.number && (word.size() == 1 || one_of(word, abbreviations));
  }

  void end_line() {
    const std::size_t length = at_ - line_start_;
    ++at_;
    const bool blank = begin_line();
    --at_;                                    // `step` moves on
    gap_ |= gap_line;
    if (blank || item_ || stopped_ || length < wrapped_line || (gap_ & gap_colon)) closing_ = true;
    if (blank) new_block_ = true;
    stopped_ = false;
  }

  /// Looks at the line that starts here: whether it is blank, and past its bullet.
  bool begin_line() {
    line_start_ = at_;
    std::size_t i = at_;
    while (i < text_.size() && is_space(text_[i])) ++i;
    if (i >= text_.size() || text_[i] == '\n') return true;
    const std::size_t bullet = bullet_length(i);
    item_ = bullet > 0;
    label_ = bullet ? label_at(text_[i] == '(' ? i + 1 : i) : 0;
    if (bullet) skip_to_ = i + bullet;
    return false;
  }

  std::size_t bullet_length(std::size_t i) const {
    const auto at = [&](std::size_t k) { return k < text_.size() ? text_[k] : '\0'; };
    if ((at(i) == '-' || at(i) == '*' || at(i) == '#') && at(i + 1) != '>') {
      std::size_t k = i;
      while (at(k) == at(i)) ++k;
      return is_space(at(k)) ? k - i : 0;
    }
    std::size_t k = at(i) == '(' ? i + 1 : i;
    const std::size_t from = k;
    while (k < from + 2 && (is_digit(at(k)) || (k == from && is_letter(at(k))))) ++k;
    if (k == from) return 0;
    const bool closed = at(k) == ')' || (at(k) == '.' && is_digit(at(from)));
    return closed && is_space(at(k + 1)) ? k + 1 - i : 0;
  }

  /// Which one a label of a single letter or digit names.
  int label_at(std::size_t i) const {
    if (i + 1 >= text_.size() || is_letter(text_[i + 1]) || is_digit(text_[i + 1])) return 0;
    if (is_digit(text_[i])) return text_[i] - '0';
    return text_[i] >= 'a' && text_[i] <= 'h' ? text_[i] - 'a' + 1 : 0;
  }

  /// "(b)" at the begin of a sentence inside of a line.
  void inner_label() {
    const bool begins = closing_ || out_.tokens.size() == sentence_start_;
    if (begins && peek(0) == '(' && peek(2) == ')' && label_at(at_ + 1)) {
      label_ = label_at(at_ + 1);
      skip_to_ = at_ + 3;
    }
  }

  void word() {
    const std::size_t begin = at_;
    while (is_letter(peek(0)) || is_digit(peek(0)) || (peek(0) == '\'' && is_letter(peek(1)))) ++at_;
    std::size_t end = at_;
    std::string_view whole = std::string_view(text_).substr(begin, end - begin);
    const bool negative = (whole.size() > 3 && whole.substr(whole.size() - 3) == "n't") || one_of(whole, negative_words);
    if (const std::size_t mark = whole.find('\''); mark != whole.npos && !negative) end = begin + mark;
    push(begin, end);
    if (pushed_) out_.tokens.back().negative = negative;
  }

  void number() {
    const std::size_t begin = at_;
    while (is_digit(peek(0)) || ((peek(0) == '.' || peek(0) == ',') && is_digit(peek(1)))) ++at_;
    std::string digits;
    for (const char c : std::string_view(text_).substr(begin, at_ - begin))
      if (c != ',') digits += c;
    push(begin, at_);
    if (!pushed_) return;
    out_.tokens.back().number = true;
    parse_number(digits, out_.tokens.back().value);
  }

  void push(std::size_t begin, std::size_t end) {
    if (at_ < end) at_ = end;
    pushed_ = begin >= skip_to_;
    if (!pushed_) return;
    if (closing_) close_sentence();
    if (out_.tokens.size() == sentence_start_) {
      starts_item_ = item_;
      starts_label_ = label_;
    }
    item_ = false;
    label_ = 0;
    stopped_ = false;
    out_.tokens.push_back({.start = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(end), .field = field_,
                           .sentence = static_cast<int>(out_.sentences.size()), .gap = gap_, .joined = joined_});
    gap_ = 0;
    joined_ = false;
  }

  void close_sentence() {
    if (out_.tokens.size() > sentence_start_) {
      out_.sentences.push_back({.first = sentence_start_, .last = out_.tokens.size(), .block = block_, .item = starts_item_, .label = starts_label_, .question = asked_});
      sentence_start_ = out_.tokens.size();
      asked_ = false;
    }
    if (new_block_) ++block_;
    new_block_ = closing_ = false;
  }

  Document& out_;
  int field_;
  const std::string& text_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  std::size_t skip_to_ = 0;
  std::size_t sentence_start_ = out_.tokens.size();
  int block_ = out_.sentences.empty() ? 0 : out_.sentences.back().block + 1;
  std::uint8_t gap_ = 0;
  std::size_t quotation_start_ = 0;
  int label_ = 0, starts_label_ = 0;
  bool joined_ = false, in_quotation_ = false;
  bool item_ = false, starts_item_ = false, asked_ = false, stopped_ = false, closing_ = false, new_block_ = false, pushed_ = false;
};

}  // namespace

std::string_view Document::written(const Token& token) const {
  return std::string_view(fields[static_cast<std::size_t>(token.field)].folded.text).substr(token.start, token.end - token.start);
}

std::string_view Document::word(const Token& token) const {
  if (token.meant >= 0) return meant[static_cast<std::size_t>(token.meant)];
  const std::string_view text = written(token);
  if (token.negative) return text.substr(0, 3) == "can" ? "cannot" : "not";
  return text;
}

std::size_t Document::original_end(const Token& token) const {
  return fields[static_cast<std::size_t>(token.field)].folded.at[token.end];
}

void add_field(Document& document, std::string id, std::string_view text) {
  document.fields.push_back({std::move(id), folded(text)});
  Reader(document, static_cast<int>(document.fields.size()) - 1).run();
}

std::vector<std::string> words_in(std::string_view text) {
  Document document;
  add_field(document, "", text);
  std::vector<std::string> words;
  for (const Token& token : document.tokens) words.emplace_back(document.word(token));
  return words;
}

}  // namespace storewright::practice

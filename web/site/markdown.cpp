#include "web/site/markdown.h"

#include <md4c.h>

#include <algorithm>

#include "web/site/marks.h"

namespace storewright::site {
namespace {

std::string_view text_of(const MD_ATTRIBUTE& attribute) { return {attribute.text, attribute.size}; }

class Reader {
 public:
  Reader(std::string_view source, int first_line, const ResolveLink& resolve)
      : source_(source), first_line_(first_line), resolve_(resolve) {}

  Result<std::vector<MarkdownBlock>> read() {
    MD_PARSER parser = {};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return static_cast<Reader*>(self)->enter(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return static_cast<Reader*>(self)->leave(type); };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
      return static_cast<Reader*>(self)->enter_span(type, detail);
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
      return static_cast<Reader*>(self)->leave_span(type);
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return static_cast<Reader*>(self)->text(type, {text, size});
    };
    if (md_parse(source_.data(), static_cast<MD_SIZE>(source_.size()), &parser, this) != 0)
      problem("This text could not be read to its end.");
    if (!problems_.empty()) return problems_;
    return std::move(blocks_);
  }

 private:
  // ---- Blocks

  int enter(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_DOC:
      case MD_BLOCK_THEAD:
      case MD_BLOCK_TBODY: break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        nest(type,
             "A list stands on its own, not inside of another list or a quotation. Make it one list, or two "
             "paragraphs.");
        list_ = type == MD_BLOCK_UL ? "li" : "ol";
        if (type == MD_BLOCK_OL && static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start != 1)
          problem("A numbered list begins with 1.");
        break;
      case MD_BLOCK_QUOTE:
        nest(type, "A quotation stands on its own, not inside of a list or another quotation.");
        break;
      case MD_BLOCK_LI: begin(list_); break;
      case MD_BLOCK_P: enter_paragraph(); break;
      case MD_BLOCK_H: begin("h" + std::to_string(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level)); break;
      case MD_BLOCK_CODE:
        if (!inside_.empty()) problem("A code block stands on its own, not inside of a list or a quotation.");
        begin("code");
        break;
      case MD_BLOCK_TABLE:
        if (!inside_.empty()) problem("A table stands on its own, not inside of a list or a quotation.");
        begin("table");
        break;
      case MD_BLOCK_TR:
        if (!block_.text.empty()) block_.text += '\n';
        cells_ = 0;
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        if (cells_++ > 0) block_.text += '\t';
        break;
      case MD_BLOCK_HR:
        problem_after("A line across the page says nothing to a listener. Begin a section with ## instead.");
        break;
      case MD_BLOCK_HTML: break;  // told at its text, which has a place
    }
    return 0;
  }

  int leave(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
      case MD_BLOCK_QUOTE: inside_.pop_back(); break;
      case MD_BLOCK_P:
        if (!in_item()) finish();
        break;
      case MD_BLOCK_LI:
      case MD_BLOCK_CODE:
      case MD_BLOCK_TABLE: finish(); break;
      case MD_BLOCK_H: finish_heading(); break;
      default: break;
    }
    return 0;
  }

  bool in_item() const { return !inside_.empty() && inside_.back() != MD_BLOCK_QUOTE; }

  void nest(MD_BLOCKTYPE type, const char* why_not) {
    if (!inside_.empty()) problem_after(why_not);
    inside_.push_back(type);
  }

  void enter_paragraph() {
    if (!in_item()) return begin(inside_.empty() ? "p" : "quote");
    if (!block_.text.empty())
      problem("An item of a list is one paragraph. Make two items of it, or end the list before the second.");
  }

  void begin(std::string kind) {
    block_ = {std::move(kind), "", "", 0};
    picture_ = {};
  }

  void finish() {
    if (block_.kind == "code")
      while (!block_.text.empty() && block_.text.back() == '\n') block_.text.pop_back();
    if (block_.line == 0) block_.line = line_at(last_);
    if (!picture_.kind.empty()) {
      if (block_.kind != "p" || !block_.text.empty())
        problem("A figure, widget or note stands alone in its paragraph, with an empty line before and after it.");
      block_.kind = picture_.kind;
      block_.text = picture_.text;
    }
    blocks_.push_back(std::move(block_));
    block_ = {};
    picture_ = {};
  }

  void finish_heading() {
    const int level = block_.kind[1] - '0';
    if (level == 1)
      problem("The title stands above, in the front matter. Sections begin with ##.");
    else if (level > 3)
      problem("Headings have two levels, ## and ###. Make this one a ### or a paragraph.");
    else if (level > level_ + 1)
      problem("This heading skips a level: there is no ## before it. Begin the section with ##.");
    level_ = level;
    const std::string words = plain_words(block_.text);
    if (unmarked(words) != block_.text) problem("A heading holds plain words, without emphasis, code or links.");
    block_.text = words;
    block_.id = anchor_of(words);
    if (block_.id.empty())
      problem("A heading needs letters or digits, from which its anchor is made.");
    else if (std::find(anchors_.begin(), anchors_.end(), block_.id) != anchors_.end())
      problem("Two headings of this chapter make the same anchor \"" + block_.id + "\". Word one of them differently.");
    anchors_.push_back(block_.id);
    finish();
  }

  // ---- Inside of a block

  int enter_span(MD_SPANTYPE type, void* detail) {
    switch (type) {
      case MD_SPAN_EM:
      case MD_SPAN_STRONG:
        if (++emphasis_ > 1) problem("Emphasis stands inside of emphasis. Use one of them.");
        block_.text += type == MD_SPAN_EM ? "*" : "**";
        break;
      case MD_SPAN_CODE: block_.text += '`'; break;
      case MD_SPAN_A: {
        const auto* link = static_cast<MD_SPAN_A_DETAIL*>(detail);
        if (link->title.size > 0) problem("A link has no title; say it in the sentence.");
        const std::string_view written = text_of(link->href);
        address_ = resolve_(written, line_of(written));
        block_.text += '[';
        link_depth_ = 1;
        break;
      }
      case MD_SPAN_IMG: return enter_picture(*static_cast<MD_SPAN_IMG_DETAIL*>(detail));
      default: problem("This mark is not known in chapters."); break;
    }
    return 0;
  }

  int leave_span(MD_SPANTYPE type) {
    switch (type) {
      case MD_SPAN_EM:
      case MD_SPAN_STRONG:
        --emphasis_;
        block_.text += type == MD_SPAN_EM ? "*" : "**";
        break;
      case MD_SPAN_CODE: block_.text += '`'; break;
      case MD_SPAN_A:
        block_.text += "](" + address_ + ")";
        link_depth_ = 0;
        break;
      case MD_SPAN_IMG: in_picture_ = false; break;
      default: break;
    }
    return 0;
  }

  int enter_picture(const MD_SPAN_IMG_DETAIL& detail) {
    in_picture_ = true;
    const std::string_view address = text_of(detail.src);
    const std::size_t colon = address.find(':');
    const std::string_view kind = address.substr(0, colon);
    if (block_.line == 0) block_.line = line_of(address);
    if (colon == address.npos || (kind != "figure" && kind != "widget" && kind != "note"))
      problem("Pictures are figures that the program computes: ![](figure:NAME), ![](widget:NAME) or ![](note:ID).");
    else if (!picture_.kind.empty())
      problem("Each figure, widget or note has a paragraph of its own.");
    picture_.kind = kind;
    picture_.text = colon == address.npos ? std::string() : std::string(address.substr(colon + 1));
    return 0;
  }

  int text(MD_TEXTTYPE type, std::string_view words) {
    if (words.data() >= source_.data() && words.data() < source_.data() + source_.size()) {
      last_ = static_cast<std::size_t>(words.data() - source_.data());
      if (block_.line == 0) block_.line = line_at(last_);
    }
    if (in_picture_) return 0;
    switch (type) {
      case MD_TEXT_NORMAL: block_.text += unmarked(words); break;
      case MD_TEXT_CODE: code(words); break;
      case MD_TEXT_SOFTBR: block_.text += ' '; break;
      case MD_TEXT_BR: problem("A line break inside of a paragraph is not shown. Make two paragraphs of it."); break;
      case MD_TEXT_HTML:
        problem("HTML cannot stand in a chapter. Write it as Markdown; a lone < is written &lt;.");
        break;
      case MD_TEXT_ENTITY: entity(words); break;
      case MD_TEXT_NULLCHAR: problem("There is a null character here. Remove it."); break;
      default: problem("This text is not known in chapters."); break;
    }
    return 0;
  }

  void code(std::string_view words) {
    if (block_.kind == "code") {
      block_.text += words;
      return;
    }
    if (words.find('`') != words.npos) problem("Code inside of a sentence cannot hold a backtick. Use a code block.");
    if ((emphasis_ > 0 || link_depth_ > 0) && words.find_first_of("*[]\\") != words.npos)
      problem(
          "Code inside of emphasis or a link cannot hold *, [, ] or a backslash. Take it out of the emphasis or link.");
    block_.text += words;
  }

  void entity(std::string_view words) {
    if (words == "&lt;")
      block_.text += '<';
    else if (words == "&gt;")
      block_.text += '>';
    else if (words == "&amp;")
      block_.text += '&';
    else
      problem("Write the character itself instead of " + std::string(words) + ".");
  }

  // ---- Places

  int line_at(std::size_t offset) const {
    return first_line_ +
           static_cast<int>(std::count(source_.begin(), source_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
  }

  // The line of an address: where it stands in the source, from the last known place on.
  int line_of(std::string_view written) const {
    const std::size_t found = source_.find(written, last_);
    return line_at(found == source_.npos ? last_ : found);
  }

  void problem(std::string message) {
    Problem found{1431, "line " + std::to_string(block_.line > 0 ? block_.line : line_at(last_)), std::move(message)};
    if (problems_.empty() || !(problems_.back() == found))
      problems_.push_back(std::move(found));  // once for each block
  }

  // For what has no text of its own: its line is the next one that is not empty.
  void problem_after(std::string message) {
    std::size_t at = source_.find('\n', last_);
    while (at < source_.size() && source_[at] == '\n') ++at;
    problems_.push_back({1431, "line " + std::to_string(line_at(std::min(at, source_.size()))), std::move(message)});
  }

  std::string_view source_;
  int first_line_;
  const ResolveLink& resolve_;
  std::vector<MarkdownBlock> blocks_;
  std::vector<std::string> anchors_;
  Problems problems_;
  MarkdownBlock block_;
  MarkdownBlock picture_;  // kind and name of the picture in this block
  std::string list_ = "li";
  std::string address_;
  std::vector<MD_BLOCKTYPE> inside_;  // open lists and quotations
  std::size_t last_ = 0;              // offset of the last text
  int level_ = 1;
  int cells_ = 0;
  int emphasis_ = 0;
  int link_depth_ = 0;
  bool in_picture_ = false;
};

}  // namespace

Result<std::vector<MarkdownBlock>> read_markdown(std::string_view text, int first_line, const ResolveLink& resolve) {
  return Reader(text, first_line, resolve).read();
}

std::string anchor_of(std::string_view words) {
  std::string anchor;
  bool dash = false;
  for (char c : words) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept && dash && !anchor.empty()) anchor += '-';
    if (kept) anchor += c;
    dash = !kept;
  }
  return anchor;
}

}  // namespace storewright::site

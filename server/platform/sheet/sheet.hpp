#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

// Tables on their way out, row by row, as spreadsheets open them: what is held is what was not taken yet, however many rows come.
namespace sheet {

enum class Format : std::uint8_t { csv, xlsx };  // as the endings of their files
BOOST_DESCRIBE_ENUM(Format, csv, xlsx)

std::string_view content_type(Format format);

class Writer {
  public:
    Writer() = default;
    virtual ~Writer() = default;
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    // Texts, in the order of the columns; the first row names these.
    virtual void add_row(std::span<const std::string> cells) = 0;
    virtual void finish() = 0;  // after the last row, once

    // What was written since this was asked last.
    std::string take() { return std::exchange(out_, {}); }

  protected:
    std::string out_;
};

std::unique_ptr<Writer> make_writer(Format format);

}  // namespace sheet

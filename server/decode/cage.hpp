#pragma once

#include <boost/describe.hpp>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "decode/fault.hpp"

namespace decode {

enum class WebFormat { webp, jpeg };

// One picture, turned upright, in sRGB, without position or any other data about its making, no side longer than asked; never enlarged.
struct PictureOrder {
    int longest_side{};
    WebFormat format = WebFormat::webp;
};

// The text of a paper. DOCX and ODT come out as a page of headings, paragraphs and items (HTML, UTF-8); a PDF as lines laid out as on its
// pages, each page ended by a form feed.
enum class Paper : std::uint8_t { docx, odt, pdf };
BOOST_DESCRIBE_ENUM(Paper, docx, odt, pdf)
struct PaperOrder {
    Paper kind{};
};
inline constexpr int most_pages = 1000;
inline constexpr std::size_t longest_text = std::size_t{4} << 20;  // bytes

// One sheet as CSV in UTF-8, behind a line with the names of all sheets; line N + 1 is row N of the sheet.
enum class Workbook : std::uint8_t { xlsx, ods };
BOOST_DESCRIBE_ENUM(Workbook, xlsx, ods)
struct TableOrder {
    Workbook kind{};
    std::string sheet;  // its name; empty: the first
};

// The files of an archive, one after the other (archive.hpp).
struct ArchiveOrder {};

using Order = std::variant<PictureOrder, PaperOrder, TableOrder, ArchiveOrder>;

enum class End {
    done,      // what was asked for was made
    refused,   // the file is at fault: not of its kind, too large, cut off, broken
    deadline,  // it took too long and was killed
    crashed,   // the decoder fell over a limit of the cage, or over itself
};

struct Outcome {
    End end{};
    std::optional<Fault> fault;  // of a file that was refused, where more is known than that
    std::string made;            // what was asked for, and with a picture nothing but the picture; empty unless done
    std::string words;           // what the tool said, at most 2 KB: for the log, never for a page
};

// The server's side: starts lomwong-decode, waits for it, kills it at the deadline. Blocks its thread; many may run at once.
class Cage {
  public:
    // `program` is lomwong-decode; `scratch` a folder in which each run gets an empty folder of its own, removed at the end.
    Cage(std::filesystem::path program, std::filesystem::path scratch, std::chrono::milliseconds deadline = std::chrono::seconds(20));

    // Reads `input`, an open descriptor at its beginning. Throws std::system_error if the cage itself cannot start.
    Outcome run(const Order&, int input) const;

  private:
    std::filesystem::path program_, scratch_;
    std::chrono::milliseconds deadline_;
};

// lomwong-decode stands beside the running program, in the build tree and where it is installed.
std::filesystem::path program_beside_this_one();

}  // namespace decode

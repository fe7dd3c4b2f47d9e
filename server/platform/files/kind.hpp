#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string_view>

#include "decode/picture_header.hpp"

namespace files {

// The kinds of file that may be kept. What a file is, its content tells; its name and what the browser says are not asked.
enum class Kind : std::uint8_t {
    jpeg,
    png,
    gif,
    webp,
    heif,  // photos and drawings
    pdf,
    docx,
    xlsx,
    pptx,
    odt,
    ods,
    odp,  // papers
    doc,
    xls,
    ppt,  // papers, as offices wrote them before 2007
    text,
    html,  // what import reads; html is never shown as a page
    mp3,
    m4a,
    ogg,
    wav,
    mp4,
    webm,  // voices and films
    weba,  // a voice as browsers record it: WebM without a picture
};
BOOST_DESCRIBE_ENUM(Kind, jpeg, png, gif, webp, heif, pdf, docx, xlsx, pptx, odt, ods, odp, doc, xls, ppt, text, html, mp3, m4a, ogg, wav,
                    mp4, webm, weba)

enum class Group : std::uint8_t { picture, paper, sound, film };
BOOST_DESCRIBE_ENUM(Group, picture, paper, sound, film)

// How files of a kind are kept and handed out.
struct KindFacts {
    Kind kind{};
    Group group{};
    std::string_view media_type;  // the only Content-Type they are ever sent with
    std::string_view extension;
};
const KindFacts& facts(Kind kind);

// Bytes that a file of this kind may have.
std::uint64_t most_bytes(Group group);
inline constexpr std::uint64_t most_bytes_of_any = std::uint64_t{300} << 20;

// Nothing for what is not on the list: programs, archives, drawings that can hold script (SVG), office files with macros.
std::optional<Kind> recognise(decode::Bytes content);

}  // namespace files

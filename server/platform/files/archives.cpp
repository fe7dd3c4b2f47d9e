#include "files/archives.hpp"

#include <charconv>
#include <cstdint>

#include "base/encoding.hpp"
#include "files/opening.hpp"

namespace files {

using namespace std::string_view_literals;

static std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t width) {
    std::uint64_t number = 0;
    for (std::size_t i = width; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

// The list of files at a ZIP's end (APPNOTE 4.3.12, 4.3.16). What lies in its files does not count: an office file may lie there unpacked.
static bool lists_office_parts(std::string_view zip) {
    constexpr std::size_t end_size = 22;
    constexpr std::size_t entry_size = 46;
    const auto end = zip.rfind("PK\x05\x06"sv);
    if (end == std::string_view::npos || zip.size() - end < end_size) return true;  // cut off: none that can be told from an office file
    for (auto at = number_at(zip, end + 16, 4); at <= end && end - at >= entry_size && zip.substr(at).starts_with("PK\x01\x02"sv);) {
        const auto length = number_at(zip, at + 28, 2);
        const auto name = zip.substr(at + entry_size, length);
        if (name == "[Content_Types].xml" || name == "mimetype") return true;
        at += entry_size + length + number_at(zip, at + 30, 2) + number_at(zip, at + 32, 2);
    }
    return false;
}

ArchiveKind archive_kind(std::string_view content) {
    if (content.starts_with("PK\x03\x04"sv)) return lists_office_parts(content) ? ArchiveKind::none : ArchiveKind::readable;
    if (content.starts_with("Rar!\x1A\x07"sv)) return ArchiveKind::rar;
    constexpr std::string_view sign_of_xz =
        "\xFD"
        "7zXZ";
    for (const auto sign : {"7z\xBC\xAF\x27\x1C"sv, sign_of_xz, "\x1F\x8B"sv, "BZh"sv, "\x28\xB5\x2F\xFD"sv})
        if (content.starts_with(sign)) return ArchiveKind::readable;
    const bool tar = content.size() > 262 && content.substr(257).starts_with("ustar");
    return tar ? ArchiveKind::readable : ArchiveKind::none;
}

// What came out of the cage is a stranger's still: only whole files of the form that archive.hpp tells are handed on.
static bool hand_on(std::string_view made, const TakeFile& take) {
    while (!made.empty()) {
        const auto line = made.substr(0, made.find('\n'));
        std::size_t size = 0;
        const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size);
        const auto digits = static_cast<std::size_t>(end - line.data());
        if (error != std::errc() || digits == line.size() || line[digits] != ' ' || made.size() - line.size() <= size) return false;
        take(base::decode(line.substr(digits + 1)).text, made.substr(line.size() + 1, size));
        made.remove_prefix(line.size() + 1 + size);
    }
    return true;
}

std::string open_archive(const decode::Cage& cage, int file, const TakeFile& take) {
    const auto opened = open_in_cage(cage, decode::ArchiveOrder{}, file);
    if (!opened.problem.empty()) return opened.problem;
    if (opened.content.empty()) return "file_empty";
    return hand_on(opened.content, take) ? "" : "file_not_opened";
}

}  // namespace files

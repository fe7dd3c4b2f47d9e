#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace decode {

// What an archive may hold. The bounds are on bytes that come out, whatever the archive says of itself.
struct ArchiveBounds {
    std::size_t entries = 10'000;  // folders and all
    std::size_t files = 100;
    std::uint64_t unpacked = std::uint64_t{60} << 20;
    std::uint64_t ratio = 200;  // to one, of all that is unpacked against the archive, once it is above `harmless`
    std::uint64_t harmless = std::uint64_t{8} << 20;
};

// The files of a ZIP, a tar (plain, or packed by gzip, bzip2, xz or zstd) or a 7z, one after the other: "SIZE NAME\n" and its bytes. Names
// are the bytes that stand in the archive, line breaks apart, with their folders. Links, devices and what systems leave behind in archives
// (.DS_Store, Thumbs.db …) are passed over; an archive inside is a file like any other. `file` is an open, seekable descriptor. Throws
// Refused: broken, locked, swells, too_many_files.
void unpack_archive(int file, const std::function<void(std::string_view)>& sink, const ArchiveBounds& bounds = {});

}  // namespace decode

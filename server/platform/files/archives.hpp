#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "decode/cage.hpp"

// Archives are never kept: what is in them is opened, file by file.
namespace files {

enum class ArchiveKind : std::uint8_t {
    none,      // an office file, too, though it is a ZIP
    readable,  // ZIP, tar (also packed), 7z
    rar,       // which nothing here opens
};
ArchiveKind archive_kind(std::string_view content);

// Hands on name (UTF-8, with its folders) and bytes of each file. Names a problem, as Opened does, if the archive is at fault; what was
// handed on before that is whole. Blocks until it is done.
using TakeFile = std::function<void(std::string name, std::string_view content)>;
std::string open_archive(const decode::Cage& cage, int file, const TakeFile& take);

}  // namespace files

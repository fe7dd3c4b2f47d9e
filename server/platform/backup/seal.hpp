#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "backup/hash.hpp"

// The last bytes of an archive: the hash of all bytes before them. It has the form of a zstd frame that is to be skipped (RFC 8878, 3.1.2),
// so that every program which reads zstd reads past it.
namespace backup {

std::string seal(const Hash::Bytes& hash);

enum class Condition : std::uint8_t { sound, cut_off, changed };

// Reads the whole file. A file without a seal is cut off, or never was an archive.
Condition condition_of(const std::filesystem::path& archive);

}  // namespace backup

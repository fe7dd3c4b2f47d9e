#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "backup/hash.hpp"
#include "http/descriptor.hpp"

struct archive;
struct archive_entry;

namespace backup {

// Writes an archive beside its final name, and gives it that name when it is whole and on disk; until then nothing stands there, and what
// was begun goes away with this. Throws Refused "backup_disk_full".
class ArchiveWriter {
  public:
    explicit ArchiveWriter(std::filesystem::path path);
    ~ArchiveWriter();
    ArchiveWriter(const ArchiveWriter&) = delete;
    ArchiveWriter& operator=(const ArchiveWriter&) = delete;

    void add(std::string_view name, std::string_view bytes);
    // An open file from its beginning. Returns the hash of what was read. Throws Refused "backup_file_changed" if it gets shorter
    // meanwhile.
    std::string add(std::string_view name, const http::Descriptor& file);
    // Adds SHA256SUMS, seals, syncs, and gives the name. Returns the size of the archive.
    std::int64_t close();

  private:
    static std::ptrdiff_t take(::archive* handle, void* self, const void* bytes, std::size_t size);
    void begin(std::string_view name, std::int64_t size);
    void put(std::string_view name, std::string_view bytes);
    void write(std::string_view bytes);
    void check(std::int64_t code);

    std::filesystem::path path_;
    std::filesystem::path draft_;
    http::Descriptor file_;
    ::archive* handle_ = nullptr;
    ::archive_entry* entry_ = nullptr;
    int error_ = 0;  // errno of the write that failed inside libarchive
    Hash hash_;
    std::int64_t size_ = 0;
    std::string sums_;  // of the members, as sha256sum writes them
};

struct Member {
    std::string name;
    std::int64_t size = 0;
};

// Reads an archive whose seal is whole. The members come in the order in which they were written.
class ArchiveReader {
  public:
    // Throws Refused, naming what is wrong with the file: backup_absent, backup_cut_off, backup_changed.
    explicit ArchiveReader(std::filesystem::path path);
    ~ArchiveReader();
    ArchiveReader(const ArchiveReader&) = delete;
    ArchiveReader& operator=(const ArchiveReader&) = delete;

    // The next member; what was not read of the one before is skipped and so not in its sum.
    std::optional<Member> next();
    // The bytes of the current member, piece by piece. Returns their hash.
    std::string read(const std::function<void(std::string_view)>& take);
    std::string text();  // all of them, for members that are small

  private:
    std::filesystem::path path_;
    ::archive* handle_ = nullptr;
    std::string name_;
};

}  // namespace backup

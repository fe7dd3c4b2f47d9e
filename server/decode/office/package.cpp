#include "decode/office/package.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <memory>

#include "decode/fault.hpp"

namespace decode::office {
namespace {

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

[[noreturn]] void refuse(archive* zip) {
    const auto* const words = archive_error_string(zip);
    throw Refused(Fault::broken, words == nullptr ? "no ZIP file" : words);
}

Archive open_zip(int file) {
    constexpr std::size_t block = 64 << 10;
    Archive zip(archive_read_new(), archive_read_free);
    if (!zip || lseek(file, 0, SEEK_SET) != 0) throw Refused(Fault::broken, "cannot be read from its beginning");
    archive_read_support_format_zip_seekable(zip.get());
    if (archive_read_open_fd(zip.get(), file, block) != ARCHIVE_OK) refuse(zip.get());
    return zip;
}

// libarchive warns where the sizes or the sum of a part are not what the file says: that is no file to go on with.
void unpack(archive* zip, const Package::Sink& sink) {
    std::array<char, 64 << 10> part{};
    for (;;) {
        const auto count = archive_read_data(zip, part.data(), part.size());
        if (count == 0) return;
        if (count < 0) refuse(zip);
        sink({part.data(), static_cast<std::size_t>(count)});
    }
}

}  // namespace

Package::Package(int file, const PackageBounds& bounds) : file_(file), bounds_(bounds) {
    struct stat facts{};
    if (fstat(file, &facts) != 0 || facts.st_size <= 0) throw Refused(Fault::broken, "empty");
    packed_ = static_cast<std::uint64_t>(facts.st_size);
}

bool Package::read(std::string_view name, const Sink& sink) {
    const auto zip = open_zip(file_);
    archive_entry* entry = nullptr;
    for (std::size_t seen = 0; seen < bounds_.entries; ++seen) {
        const auto result = archive_read_next_header(zip.get(), &entry);
        if (result == ARCHIVE_EOF) return false;
        if (result != ARCHIVE_OK && result != ARCHIVE_WARN) refuse(zip.get());
        const auto* const path = archive_entry_pathname(entry);
        if (path == nullptr || path != name) continue;
        if (archive_entry_is_encrypted(entry) != 0) throw Refused(Fault::locked, "its parts are encrypted");
        unpack(zip.get(), [&](std::string_view bytes) {
            count(bytes.size());
            sink(bytes);
        });
        return true;
    }
    throw Refused(Fault::swells, "more parts than a document has");
}

void Package::count(std::size_t bytes) {
    unpacked_ += bytes;
    const bool bomb = unpacked_ > bounds_.harmless && unpacked_ / bounds_.ratio > packed_;
    if (bomb || unpacked_ > bounds_.unpacked) throw Refused(Fault::swells, "unpacks into far more than it holds");
}

}  // namespace decode::office

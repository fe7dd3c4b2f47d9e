#include "decode/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <memory>

#include "decode/fault.hpp"

namespace decode {
namespace {

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

[[noreturn]] void refuse(archive* from) {
    const auto* const words = archive_error_string(from);
    throw Refused(Fault::broken, words == nullptr ? "no archive" : words);
}

Archive open_archive(int file) {
    constexpr std::size_t block = 64 << 10;
    Archive from(archive_read_new(), archive_read_free);
    if (!from || lseek(file, 0, SEEK_SET) != 0) throw Refused(Fault::broken, "cannot be read from its beginning");
    archive_read_support_format_zip_seekable(from.get());
    archive_read_support_format_tar(from.get());
    archive_read_support_format_7zip(from.get());
    archive_read_support_filter_gzip(from.get());
    archive_read_support_filter_bzip2(from.get());
    archive_read_support_filter_xz(from.get());
    archive_read_support_filter_zstd(from.get());
    if (archive_read_open_fd(from.get(), file, block) != ARCHIVE_OK) refuse(from.get());
    return from;
}

std::uint64_t size_of(int file) {
    struct stat facts{};
    if (fstat(file, &facts) != 0 || facts.st_size <= 0) throw Refused(Fault::broken, "empty");
    return static_cast<std::uint64_t>(facts.st_size);
}

// As it stands there, in whatever encoding; one that says UTF-8 is asked for it, because this process has no locale.
std::string name_of(archive_entry* entry) {
    const auto* const utf8 = archive_entry_pathname_utf8(entry);
    const auto* const plain = utf8 != nullptr ? utf8 : archive_entry_pathname(entry);
    std::string name(plain == nullptr ? "?" : plain);
    std::ranges::replace_if(name, [](unsigned char c) { return c < 0x20; }, ' ');
    return name;
}

bool is_left_behind(std::string_view name) {
    const auto last = name.substr(name.rfind('/') + 1);
    return name.starts_with("__MACOSX/") || last.starts_with("._") || last == ".DS_Store" || last == "Thumbs.db" || last == "desktop.ini";
}

class Unpacking {
  public:
    Unpacking(int file, const ArchiveBounds& bounds) : bounds_(bounds), packed_(size_of(file)), from_(open_archive(file)) {}

    void run(const std::function<void(std::string_view)>& sink) {
        archive_entry* entry = nullptr;
        std::size_t files = 0;
        for (std::size_t seen = 0; next(entry); ++seen) {
            if (seen == bounds_.entries) throw Refused(Fault::too_many_files, "more entries than anybody packs");
            const auto name = name_of(entry);
            if (archive_entry_filetype(entry) != AE_IFREG || is_left_behind(name)) continue;
            if (archive_entry_is_encrypted(entry) != 0) throw Refused(Fault::locked, "its files are encrypted");
            if (++files > bounds_.files) throw Refused(Fault::too_many_files, "more files than are taken at once");
            const auto content = read();
            sink(fmt::format("{} {}\n", content.size(), name));
            sink(content);
        }
    }

  private:
    bool next(archive_entry*& entry) {
        const auto result = archive_read_next_header(from_.get(), &entry);
        if (result == ARCHIVE_EOF) return false;
        if (result == ARCHIVE_OK || result == ARCHIVE_WARN) return true;
        if (archive_read_has_encrypted_entries(from_.get()) > 0) throw Refused(Fault::locked, "its list of files is encrypted");
        refuse(from_.get());
    }

    std::string read() {
        std::string content;
        std::array<char, 64 << 10> part{};
        for (;;) {
            const auto count = archive_read_data(from_.get(), part.data(), part.size());
            if (count == 0) return content;
            if (count < 0) refuse(from_.get());
            unpacked_ += static_cast<std::uint64_t>(count);
            const bool bomb = unpacked_ > bounds_.harmless && unpacked_ / bounds_.ratio > packed_;
            if (bomb || unpacked_ > bounds_.unpacked) throw Refused(Fault::swells, "unpacks into far more than it holds");
            content.append(part.data(), static_cast<std::size_t>(count));
        }
    }

    ArchiveBounds bounds_;
    std::uint64_t packed_;
    std::uint64_t unpacked_ = 0;
    Archive from_;
};

}  // namespace

void unpack_archive(int file, const std::function<void(std::string_view)>& sink, const ArchiveBounds& bounds) {
    Unpacking(file, bounds).run(sink);
}

}  // namespace decode

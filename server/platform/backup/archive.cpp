#include "backup/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <map>
#include <vector>

#include "backup/refused.hpp"
#include "backup/seal.hpp"

namespace backup {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t piece_size = 256 * 1024;
constexpr std::string_view sums_name = "SHA256SUMS";

fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

// As sha256sum writes it.
std::string line_of(std::string_view sum, std::string_view name) {
    return fmt::format("{}  {}\n", sum, name);
}

// What a back-up that was killed has left. One that is being written holds a lock.
void remove_leftovers(const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        if (!name.starts_with('.') || !name.ends_with(".coming")) continue;
        const http::Descriptor file(::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC));
        if (file && flock(file.number(), LOCK_EX | LOCK_NB) == 0) fs::remove(entry.path());
    }
}

}  // namespace

ArchiveWriter::ArchiveWriter(fs::path path)
    : path_(std::move(path)), draft_(folder_of(path_) / ("." + path_.filename().string() + ".coming")) {
    make_folder(folder_of(path_));
    remove_leftovers(folder_of(path_));
    // Names, telephone numbers, drafts: whoever may read this may read everything.
    file_ = http::Descriptor(::open(draft_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file_ && errno == EEXIST) throw Refused("backup_running", {{"path", path_.string()}});
    if (!file_ || flock(file_.number(), LOCK_EX) != 0) fail(draft_.string());
    handle_ = archive_write_new();
    entry_ = archive_entry_new();
    check(archive_write_set_format_pax_restricted(handle_));
    check(archive_write_add_filter_zstd(handle_));
    check(archive_write_set_bytes_in_last_block(handle_, 1));
    check(archive_write_open(handle_, this, nullptr, take, nullptr));
}

ArchiveWriter::~ArchiveWriter() {
    if (error_ == 0) error_ = ECANCELED;  // what libarchive still has to say goes nowhere
    archive_write_free(handle_);
    archive_entry_free(entry_);
    if (!draft_.empty()) ::unlink(draft_.c_str());
}

// libarchive is C: what goes wrong here is thrown by check(), once libarchive has come back. It is not told, as it would
// give up without freeing its buffers.
std::ptrdiff_t ArchiveWriter::take(::archive*, void* self, const void* bytes, std::size_t size) {
    auto& writer = *static_cast<ArchiveWriter*>(self);
    if (writer.error_ != 0) return static_cast<std::ptrdiff_t>(size);
    const auto written = ::write(writer.file_.number(), bytes, size);
    if (written < 0) {
        writer.error_ = errno;
        return static_cast<std::ptrdiff_t>(size);
    }
    writer.hash_.add({static_cast<const char*>(bytes), static_cast<std::size_t>(written)});
    writer.size_ += written;
    return written;
}

void ArchiveWriter::check(std::int64_t code) {
    if (error_ != 0) {
        errno = error_;
        fail(draft_.string());
    }
    if (code >= ARCHIVE_OK) return;
    throw std::runtime_error(draft_.string() + ": " +
                             (archive_error_string(handle_) ? archive_error_string(handle_) : "cannot be written"));
}

void ArchiveWriter::begin(std::string_view name, std::int64_t size) {
    archive_entry_clear(entry_);
    archive_entry_set_pathname(entry_, std::string(name).c_str());
    archive_entry_set_size(entry_, size);
    archive_entry_set_filetype(entry_, AE_IFREG);
    archive_entry_set_perm(entry_, 0600);
    check(archive_write_header(handle_, entry_));
}

void ArchiveWriter::put(std::string_view name, std::string_view bytes) {
    begin(name, static_cast<std::int64_t>(bytes.size()));
    if (!bytes.empty()) check(archive_write_data(handle_, bytes.data(), bytes.size()));
    check(archive_write_finish_entry(handle_));
}

void ArchiveWriter::add(std::string_view name, std::string_view bytes) {
    put(name, bytes);
    Hash hash;
    hash.add(bytes);
    sums_ += line_of(hash.hexadecimal(), name);
}

std::string ArchiveWriter::add(std::string_view name, const http::Descriptor& file) {
    struct stat facts{};
    if (fstat(file.number(), &facts) != 0) fail(name);
    begin(name, facts.st_size);
    Hash hash;
    std::vector<char> piece(piece_size);
    std::int64_t at = 0;
    while (at < facts.st_size) {
        const auto count = ::pread(file.number(), piece.data(), piece.size(), at);
        if (count < 0) fail(name);
        if (count == 0) throw Refused("backup_file_changed", {{"path", name}});
        hash.add({piece.data(), static_cast<std::size_t>(count)});
        check(archive_write_data(handle_, piece.data(), static_cast<std::size_t>(count)));
        at += count;
    }
    check(archive_write_finish_entry(handle_));
    const auto sum = hash.hexadecimal();
    sums_ += line_of(sum, name);
    return sum;
}

void ArchiveWriter::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(file_.number(), bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) fail(draft_.string());
        if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

std::int64_t ArchiveWriter::close() {
    put(sums_name, sums_);
    check(archive_write_close(handle_));
    archive_write_free(std::exchange(handle_, nullptr));
    const auto end = seal(hash_.bytes());
    write(end);
    if (fsync(file_.number()) != 0) fail(draft_.string());
    if (std::rename(draft_.c_str(), path_.c_str()) != 0) fail(path_.string());
    draft_.clear();
    const http::Descriptor folder(::open(folder_of(path_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder || fsync(folder.number()) != 0) fail(folder_of(path_).string());
    return size_ + static_cast<std::int64_t>(end.size());
}

namespace {

using Handle = std::unique_ptr<::archive, int (*)(::archive*)>;

// What is wrong with the file shows when its first member is asked for.
Handle open_archive(const fs::path& path) {
    Handle handle(archive_read_new(), archive_read_free);
    archive_read_support_format_tar(handle.get());
    archive_read_support_filter_zstd(handle.get());
    archive_read_open_filename(handle.get(), path.c_str(), piece_size);
    return handle;
}

// The first member that is not what SHA256SUMS says, or at which reading came to an end.
std::string damaged_member(const fs::path& path) {
    const auto handle = open_archive(path);
    std::map<std::string, std::string> found;
    std::string name = "lomwong.json";
    std::string sums;
    std::vector<char> piece(piece_size);
    for (::archive_entry* entry = nullptr; archive_read_next_header(handle.get(), &entry) == ARCHIVE_OK;) {
        name = archive_entry_pathname(entry) ? archive_entry_pathname(entry) : "";
        Hash hash;
        la_ssize_t count = 0;
        while ((count = archive_read_data(handle.get(), piece.data(), piece.size())) > 0) {
            hash.add({piece.data(), static_cast<std::size_t>(count)});
            if (name == sums_name) sums.append(piece.data(), static_cast<std::size_t>(count));
        }
        if (count < 0) return name;
        found[name] = hash.hexadecimal();
    }
    for (const auto& [member, sum] : found)
        if (member != sums_name && sums.find(line_of(sum, member)) == std::string::npos) return member;
    return name;
}

void require_sound(const fs::path& path) {
    if (!fs::is_regular_file(path)) throw Refused("backup_absent", {{"path", path.string()}});
    switch (condition_of(path)) {
        case Condition::sound:
            return;
        case Condition::cut_off:
            throw Refused("backup_cut_off", {{"path", path.string()}, {"bytes", static_cast<std::int64_t>(fs::file_size(path))}});
        case Condition::changed:
            throw Refused("backup_changed", {{"path", path.string()}, {"member", damaged_member(path)}});
    }
}

}  // namespace

ArchiveReader::ArchiveReader(fs::path path) : path_(std::move(path)) {
    require_sound(path_);
    handle_ = open_archive(path_).release();
}

ArchiveReader::~ArchiveReader() {
    archive_read_free(handle_);
}

std::optional<Member> ArchiveReader::next() {
    ::archive_entry* entry = nullptr;
    const int code = archive_read_next_header(handle_, &entry);
    if (code == ARCHIVE_EOF) return std::nullopt;
    if (code != ARCHIVE_OK && name_.empty()) throw Refused("backup_not_one", {{"path", path_.string()}});
    if (code != ARCHIVE_OK) throw Refused("backup_changed", {{"path", path_.string()}, {"member", name_}});  // since its seal was read
    name_ = archive_entry_pathname(entry) ? archive_entry_pathname(entry) : "";
    return Member{name_, archive_entry_size(entry)};
}

std::string ArchiveReader::read(const std::function<void(std::string_view)>& take) {
    Hash hash;
    std::vector<char> piece(piece_size);
    la_ssize_t count = 0;
    while ((count = archive_read_data(handle_, piece.data(), piece.size())) > 0) {
        const std::string_view bytes(piece.data(), static_cast<std::size_t>(count));
        hash.add(bytes);
        take(bytes);
    }
    if (count < 0) throw Refused("backup_changed", {{"path", path_.string()}, {"member", name_}});
    return hash.hexadecimal();
}

std::string ArchiveReader::text() {
    std::string text;
    read([&](std::string_view bytes) { text += bytes; });
    return text;
}

}  // namespace backup

#include "files/uploads/partial.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <string>
#include <system_error>

namespace files {

namespace fs = std::filesystem;

[[noreturn]] static void fail(const fs::path& path) {
    throw std::system_error(errno, std::system_category(), path.string());
}

static struct stat status_of(int descriptor) {
    struct stat status{};
    if (fstat(descriptor, &status) != 0) fail("a partial file");
    return status;
}

void write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) fail("a partial file");
        if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

// ---- one ----

std::int64_t Partial::size() const {
    return status_of(file_.number()).st_size;
}

void Partial::append(std::string_view bytes) {
    write_all(file_.number(), bytes);
}

void Partial::append_all(int descriptor) {
    std::array<char, 64 << 10> buffer{};
    off_t at = 0;
    for (;;) {
        const auto count = ::pread(descriptor, buffer.data(), buffer.size(), at);
        if (count < 0) fail(path_);
        if (count == 0) return;
        append({buffer.data(), static_cast<std::size_t>(count)});
        at += count;
    }
}

// The folder too: a name survives a power cut only when its folder is on the disk.
void Partial::settle() {
    const http::Descriptor folder(::open(path_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fsync(file_.number()) != 0 || !folder || fsync(folder.number()) != 0) fail(path_);
}

void Partial::remove() {
    if (::unlink(path_.c_str()) != 0 && errno != ENOENT) fail(path_);
}

// ---- all ----

Partials::Partials(fs::path folder) : folder_(std::move(folder)) {
    fs::create_directories(folder_);
}

std::optional<Partial> Partials::lock(UploadId upload) const {
    for (;;) {
        http::Descriptor file(::open(path(upload).c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (!file) fail(path(upload));
        if (flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
            if (errno == EWOULDBLOCK) return std::nullopt;
            fail(path(upload));
        }
        // Removed between the two: what we have has no name any more.
        if (status_of(file.number()).st_nlink > 0) return Partial(std::move(file), path(upload));
    }
}

std::int64_t Partials::count_kept(UploadId upload) const {
    const http::Descriptor file(::open(path(upload).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!file) return 0;
    const auto size = status_of(file.number()).st_size;
    if (fsync(file.number()) != 0) fail(path(upload));
    return size;
}

std::vector<UploadId> Partials::list() const {
    std::vector<UploadId> uploads;
    for (const auto& entry : fs::directory_iterator(folder_)) {
        const auto name = entry.path().filename().string();
        UploadId upload;
        const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), upload.value);
        if (error == std::errc{} && end == name.data() + name.size()) uploads.push_back(upload);
    }
    return uploads;
}

http::Descriptor Partials::open_nameless() const {
    auto name = (folder_ / ".part-XXXXXX").string();
    http::Descriptor file(mkostemp(name.data(), O_CLOEXEC));
    if (!file) fail(name);
    ::unlink(name.c_str());
    return file;
}

}  // namespace files

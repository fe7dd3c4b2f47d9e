#include "files/store.hpp"

#include <sodium.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>

#include "decode/mapped_file.hpp"

namespace files {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path) {
    throw std::system_error(errno, std::system_category(), path.string());
}

std::string hash_of(decode::Bytes bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), bytes.data(), bytes.size());
    std::string text(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    text.pop_back();
    return text;
}

bool is_hash(std::string_view text) {
    return text.size() == crypto_hash_sha256_BYTES * 2 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::variant<Content, Refusal> examine(decode::Bytes bytes) {
    if (bytes.empty()) return Refusal::file_empty;
    if (bytes.size() > most_bytes_of_any) return Refusal::file_too_large;
    const auto kind = recognise(bytes);
    if (!kind) return Refusal::file_kind_unknown;
    if (bytes.size() > most_bytes(facts(*kind).group)) return Refusal::file_too_large;
    const auto picture = decode::picture_header(bytes);
    if (picture && !decode::fits(*picture)) return Refusal::picture_too_large;
    const auto header = picture.value_or(decode::PictureHeader{});
    return Content{hash_of(bytes), static_cast<std::int64_t>(bytes.size()), *kind, header.width, header.height};
}

// A name in the folder that is gone again unless it was given a lasting one.
class Draft {
  public:
    explicit Draft(const fs::path& folder) : name_((folder / ".coming-XXXXXX").string()) {
        file_ = http::Descriptor(mkostemp(name_.data(), O_CLOEXEC));
        if (!file_) fail(name_);
    }
    ~Draft() {
        if (!name_.empty()) ::unlink(name_.c_str());
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    void write(decode::Bytes bytes) {
        while (!bytes.empty()) {
            const auto count = ::write(file_.number(), bytes.data(), bytes.size());
            if (count < 0 && errno != EINTR) fail(name_);
            if (count > 0) bytes = bytes.subspan(static_cast<std::size_t>(count));
        }
        if (fchmod(file_.number(), 0440) != 0 || fsync(file_.number()) != 0) fail(name_);
    }
    void name(const fs::path& path) {
        if (std::rename(name_.c_str(), path.c_str()) != 0) fail(path);
        name_.clear();
    }

  private:
    std::string name_;
    http::Descriptor file_;
};

// The name itself survives a power cut only when its folder is on disk.
void settle(const fs::path& folder) {
    const http::Descriptor open_folder(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!open_folder || fsync(open_folder.number()) != 0) fail(folder);
}

void make_folder(const fs::path& folder) {
    if (fs::create_directory(folder)) settle(folder.parent_path());
}

}  // namespace

Store::Store(fs::path folder) : folder_(std::move(folder)) {
    fs::create_directories(folder_);
}

fs::path Store::path(std::string_view hash) const {
    return folder_ / hash.substr(0, 2) / hash;
}

std::variant<Content, Refusal> Store::keep(int descriptor) {
    const decode::MappedFile file(descriptor);
    auto examined = examine(file.bytes());
    if (const auto* content = std::get_if<Content>(&examined)) keep_as(path(content->hash), file.bytes());
    return examined;
}

std::variant<Content, Refusal> Store::keep(std::string_view text) {
    const decode::Bytes bytes(reinterpret_cast<const unsigned char*>(text.data()), text.size());
    auto examined = examine(bytes);
    if (const auto* content = std::get_if<Content>(&examined)) keep_as(path(content->hash), bytes);
    return examined;
}

void Store::keep_as(const fs::path& path, decode::Bytes bytes) {
    // Already here: only made young again, so that nobody sweeps it away before the row that needs it is written.
    if (utimensat(AT_FDCWD, path.c_str(), nullptr, 0) == 0) return;
    make_folder(path.parent_path());
    Draft draft(path.parent_path());
    draft.write(bytes);
    draft.name(path);
    settle(path.parent_path());
}

http::Descriptor Store::open(std::string_view hash) const {
    if (!is_hash(hash)) return {};
    return http::Descriptor(::open(path(hash).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
}

Store::Removal Store::remove(std::string_view hash, std::chrono::file_clock::time_point before) {
    std::error_code error;
    const auto age = fs::last_write_time(path(hash), error);
    if (error) return Removal::absent;
    if (age >= before) return Removal::too_young;
    return fs::remove(path(hash), error) ? Removal::removed : Removal::absent;
}

std::vector<std::string> Store::list() const {
    std::vector<std::string> hashes;
    for (const auto& folder : fs::directory_iterator(folder_)) {
        if (!folder.is_directory()) continue;
        for (const auto& file : fs::directory_iterator(folder)) {
            auto name = file.path().filename().string();
            if (is_hash(name)) hashes.push_back(std::move(name));
        }
    }
    return hashes;
}

}  // namespace files

#pragma once

#include <boost/describe.hpp>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "files/kind.hpp"
#include "http/descriptor.hpp"

namespace files {

// What is kept: named by the SHA-256 of its bytes, in hexadecimal.
struct Content {
    std::string hash;
    std::int64_t size{};
    Kind kind{};
    std::int64_t width{}, height{};  // of a picture as it lies in the file, else 0
};

// Why a file is not taken; also the code of the problem that the sender reads.
enum class Refusal : std::uint8_t { file_empty, file_too_large, file_kind_unknown, picture_too_large };
BOOST_DESCRIBE_ENUM(Refusal, file_empty, file_too_large, file_kind_unknown, picture_too_large)

// Files outside the database, in `folder`/ab/ab34…, each content once, never changed. Any thread, and several processes at once.
class Store {
  public:
    explicit Store(std::filesystem::path folder);

    // Keeps the bytes of an open file; when this returns they survive a power cut. Throws std::system_error if the disk will not.
    std::variant<Content, Refusal> keep(int descriptor);
    std::variant<Content, Refusal> keep(std::string_view bytes);

    // Nothing if it is not there.
    http::Descriptor open(std::string_view hash) const;

    // Removes what nobody asked for since `before`: an upload whose row is still to come is younger than that.
    enum class Removal : std::uint8_t { removed, too_young, absent };
    Removal remove(std::string_view hash, std::chrono::file_clock::time_point before);
    std::vector<std::string> list() const;

    // Where a content of this hash has its place, whether it is there or not.
    std::filesystem::path path(std::string_view hash) const;

  private:
    void keep_as(const std::filesystem::path& path, decode::Bytes bytes);

    std::filesystem::path folder_;
};

}  // namespace files

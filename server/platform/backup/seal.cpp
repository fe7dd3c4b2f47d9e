#include "backup/seal.hpp"

#include <fstream>
#include <stdexcept>
#include <vector>

namespace backup {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view frame =
    "\x50\x2A\x4D\x18"sv                                  // a frame to skip
    "\x30\x00\x00\x00"sv;                                 // of 48 bytes
constexpr std::string_view mark = "lomwong seal 01\n"sv;  // 16 of them
constexpr std::size_t seal_size = frame.size() + mark.size() + crypto_hash_sha256_BYTES;

}  // namespace

std::string seal(const Hash::Bytes& hash) {
    return std::string(frame) + std::string(mark) + std::string(reinterpret_cast<const char*>(hash.data()), hash.size());
}

Condition condition_of(const std::filesystem::path& archive) {
    const auto size = std::filesystem::file_size(archive);
    if (size < seal_size) return Condition::cut_off;
    std::ifstream in(archive, std::ios::binary);
    Hash hash;
    std::vector<char> piece(1 << 20);
    for (auto left = size - seal_size; left > 0;) {
        const auto wanted = std::min<std::uintmax_t>(left, piece.size());
        if (!in.read(piece.data(), static_cast<std::streamsize>(wanted))) throw std::runtime_error(archive.string() + " cannot be read");
        hash.add({piece.data(), wanted});
        left -= wanted;
    }
    std::string end(seal_size, '\0');
    if (!in.read(end.data(), static_cast<std::streamsize>(end.size()))) throw std::runtime_error(archive.string() + " cannot be read");
    if (!end.starts_with(std::string(frame) + std::string(mark))) return Condition::cut_off;
    return end == seal(hash.bytes()) ? Condition::sound : Condition::changed;
}

}  // namespace backup

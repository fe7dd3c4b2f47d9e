#include "files/card.hpp"

#include <unistd.h>

#include "files/file_queries.hpp"

namespace files {

std::shared_ptr<const std::string> read_card(db::Session& db, const Library& library, FileId id) {
    const auto file = find_file(db, id);
    const auto made = file ? find_made(db, file->hash, "card") : std::nullopt;
    const auto descriptor = made ? library.store.open(*made) : http::Descriptor{};
    if (!descriptor) return nullptr;
    auto bytes = std::make_shared<std::string>();
    std::string piece(64 << 10, '\0');
    for (ssize_t got = 0; (got = ::read(descriptor.number(), piece.data(), piece.size())) > 0;)
        bytes->append(piece, 0, static_cast<std::size_t>(got));
    return bytes;
}

}  // namespace files

#include "db/like.hpp"

namespace db {

std::string containing(std::string_view text) {
    if (text.empty()) return {};
    std::string pattern = "%";
    for (const char character : text) {
        if (character == '%' || character == '_' || character == '\\') pattern += '\\';
        pattern += character;
    }
    return pattern + "%";
}

}  // namespace db

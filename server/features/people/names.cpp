#include "people/names.hpp"

#include "base/thai_text.hpp"
#include "db/like.hpp"

namespace people {

std::string comparable(std::string_view name) {
    std::string text = base::utf8(base::normalise(name).text);
    const auto first = text.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::string containing(std::string_view text) {
    return db::containing(comparable(text));
}

}  // namespace people

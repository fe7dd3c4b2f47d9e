#include "search/index/keyboard.hpp"

#include <algorithm>

#include "base/thai/letters.hpp"
#include "base/utf8.hpp"

namespace search {
namespace {

constexpr std::u32string_view qwerty = U"`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?";
constexpr std::u32string_view kedmanee =
    U"_ๅ/-ภถ\u0E38\u0E36คตจขชๆไ\u0E33พะ\u0E31\u0E35รนยบลฃฟหกดเ\u0E49\u0E48าสวงผปแอ\u0E34\u0E37ทมใฝ"
    U"%+๑๒๓๔\u0E39฿๕๖๗๘๙๐\"ฎฑธ\u0E4D\u0E4Aณฯญฐ,ฅฤฆฏโฌ\u0E47\u0E4Bษศซ.()ฉฮ\u0E3A\u0E4C?ฒฬฦ";
static_assert(qwerty.size() == kedmanee.size());

bool is_latin(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

}  // namespace

std::string on_the_other_keyboard(std::string_view text) {
    std::u32string letters;
    for (std::size_t at = 0; at < text.size();) letters += base::next_character(text, at);
    const bool has_latin = std::any_of(letters.begin(), letters.end(), is_latin),
               has_thai = std::any_of(letters.begin(), letters.end(), base::thai::is_letter);
    if (has_latin && has_thai) return {};
    const auto from = has_thai ? kedmanee : qwerty, to = has_thai ? qwerty : kedmanee;
    std::string out;
    for (const auto letter : letters) {
        const auto key = from.find(letter);
        base::append_character(out, key == std::u32string_view::npos ? letter : to[key]);
    }
    return out;
}

}  // namespace search

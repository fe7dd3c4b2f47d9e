#include "auth/second_step/recovery_codes.hpp"

#include <sodium.h>

#include <algorithm>

#include "base/thai_text.hpp"

namespace auth {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t code_letters = 10;

char spelled(char c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') return '0';
    return c == 'I' || c == 'L' ? '1' : c;
}

}  // namespace

std::vector<std::string> new_recovery_codes() {
    std::vector<std::string> codes(recovery_codes_count);
    for (auto& code : codes) {
        for (std::size_t i = 0; i < code_letters; ++i) code += alphabet[randombytes_uniform(alphabet.size())];
        code.insert(code_letters / 2, "-");
    }
    return codes;
}

std::string fold_code(std::string_view typed) {
    std::string code;
    for (const char32_t c : base::normalise(typed).text)
        if (c < 0x80 && c > ' ' && c != '-') code += spelled(static_cast<char>(c));
    return code;
}

}  // namespace auth

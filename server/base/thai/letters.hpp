#pragma once

// What the characters of the Thai block are, as the rules of writing need it (Unicode block U+0E00, WTT 2.0 classes).
namespace base::thai {

constexpr char32_t sara_a = U'ะ', sara_aa = U'า', sara_am = U'ำ', sara_e = U'เ', sara_ae = U'แ';
constexpr char32_t lakkhangyao = U'ๅ', ru = U'ฤ', lu = U'ฦ', mai_yamok = U'ๆ', paiyannoi = U'ฯ', do_chada = U'ฎ', to_patak = U'ฏ';
constexpr char32_t nikhahit = U'\u0E4D', digit_zero = U'๐', digit_nine = U'๙';

constexpr bool is_consonant(char32_t c) {
    return c >= U'ก' && c <= U'ฮ';
}  // ฤ and ฦ stand among them
constexpr bool is_leading_vowel(char32_t c) {
    return c >= sara_e && c <= U'ไ';
}
constexpr bool is_trailing_vowel(char32_t c) {
    return c == sara_a || c == sara_aa || c == sara_am || c == lakkhangyao;
}
constexpr bool is_vowel_mark(char32_t c) {
    return c == U'\u0E31' || (c >= U'\u0E34' && c <= U'\u0E3A') || c == U'\u0E47';
}
// Tones, thanthakhat and yamakkan: they stand over the vowel mark and are typed after it.
constexpr bool is_high_mark(char32_t c) {
    return (c >= U'\u0E48' && c <= U'\u0E4C') || c == U'\u0E4E';
}
constexpr bool is_mark(char32_t c) {
    return is_vowel_mark(c) || is_high_mark(c) || c == nikhahit;
}
constexpr bool is_digit(char32_t c) {
    return c >= digit_zero && c <= digit_nine;
}
constexpr bool is_letter(char32_t c) {
    return is_consonant(c) || is_leading_vowel(c) || is_trailing_vowel(c) || is_mark(c);
}

}  // namespace base::thai

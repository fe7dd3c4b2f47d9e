#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uversion.h>

#include <memory>
#include <stdexcept>

#include "base/thai/glyphs.hpp"
#include "base/thai_text.hpp"
#include "base/utf8.hpp"

namespace base {
namespace {

void require_icu(UErrorCode status) {
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
}

std::string to_nfc(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(status);
    require_icu(status);
    if (nfc->isNormalizedUTF8(text, status)) return text;
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    nfc->normalizeUTF8(0, text, sink, nullptr, status);
    require_icu(status);
    return out;
}

// A family or a flag is several signs held together by a joiner, which elsewhere is only noise.
bool joins_signs(const thai::Glyphs& text, std::size_t at) {
    constexpr char32_t joiner = 0x200D, first_sign = 0x2190;
    return text[at].c == joiner && at > 0 && text[at - 1].c >= first_sign && at + 1 < text.size() && text[at + 1].c >= first_sign;
}

thai::Glyphs without_noise(const thai::Glyphs& text) {
    thai::Glyphs out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto c = text[at].c;
        if (c == '\r') {
            if (at + 1 == text.size() || text[at + 1].c != '\n') out.push_back({U'\n', text[at].origin});
        } else if (const auto seen = joins_signs(text, at) ? c : thai::visible(c); seen != 0) {
            out.push_back({seen, text[at].origin});
        }
    }
    return out;
}

}  // namespace

std::string tidy(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const auto& glyph : thai::in_order(without_noise(thai::glyphs(text)), thai::Doubles::keep)) append_character(out, glyph.c);
    return to_nfc(out);
}

std::string sort_key(std::string_view text) {
    // ICU's collator may be shared between threads as long as nobody changes it.
    static const std::unique_ptr<const icu::Collator> collator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<const icu::Collator> made(icu::Collator::createInstance(icu::Locale("th"), status));
        require_icu(status);
        return made;
    }();
    const auto source = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    std::string key(text.size() * 2 + 16, '\0');
    const auto fill = [&] {
        return collator->getSortKey(source, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<std::int32_t>(key.size()));
    };
    auto length = static_cast<std::size_t>(fill());
    if (length > key.size()) {
        key.resize(length);
        length = static_cast<std::size_t>(fill());
    }
    key.resize(length > 0 ? length - 1 : 0);  // without ICU's closing zero
    return key;
}

std::string_view icu_version() {
    return U_ICU_VERSION;
}

}  // namespace base

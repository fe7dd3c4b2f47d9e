#include "http/net/compress.hpp"

#include <brotli/encode.h>
#include <zlib.h>

#include <array>
#include <new>

#include "http/fields.hpp"

namespace http::net {

constexpr int brotli_quality = 4;
constexpr int brotli_window_bits = 18;
constexpr int gzip_level = 4;

std::string_view name_of(Coding coding) {
    switch (coding) {
        case Coding::brotli:
            return "br";
        case Coding::gzip:
            return "gzip";
        case Coding::identity:
            break;
    }
    return "identity";
}

static std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// "br;q=0", "br;q=0.000": not this one.
static bool is_forbidden(std::string_view parameters) {
    const auto q = parameters.find("q=");
    return q != std::string_view::npos && trimmed(parameters.substr(q + 2)).find_first_not_of("0.") == std::string_view::npos;
}

Coding choose_coding(std::string_view accept_encoding) {
    auto best = Coding::identity;
    while (!accept_encoding.empty()) {
        const auto item = accept_encoding.substr(0, accept_encoding.find(','));
        accept_encoding.remove_prefix(std::min(item.size() + 1, accept_encoding.size()));
        const auto name = trimmed(item.substr(0, item.find(';')));
        if (is_forbidden(item.substr(std::min(item.find(';'), item.size())))) continue;
        if (same_name(name, "br")) return Coding::brotli;
        if (same_name(name, "gzip")) best = Coding::gzip;
    }
    return best;
}

bool is_worth_compressing(std::string_view content_type) {
    static constexpr std::array kinds{"application/json", "application/problem+json", "application/manifest+json",
                                      "application/xml",  "application/javascript",   "image/svg+xml"};
    const auto kind = content_type.substr(0, content_type.find(';'));
    if (kind.starts_with("text/")) return kind != "text/event-stream";
    for (const auto* known : kinds)
        if (kind == known) return true;
    return false;
}

static std::string brotli(std::string_view plain) {
    std::string packed(BrotliEncoderMaxCompressedSize(plain.size()), '\0');
    auto size = packed.size();
    const auto* from = reinterpret_cast<const std::uint8_t*>(plain.data());
    auto* to = reinterpret_cast<std::uint8_t*>(packed.data());
    if (!BrotliEncoderCompress(brotli_quality, brotli_window_bits, BROTLI_MODE_TEXT, plain.size(), from, &size, to)) throw std::bad_alloc{};
    packed.resize(size);
    return packed;
}

static std::string gzip(std::string_view plain) {
    z_stream stream{};
    constexpr int window_with_gzip_head = 15 + 16;
    if (deflateInit2(&stream, gzip_level, Z_DEFLATED, window_with_gzip_head, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc{};
    std::string packed(deflateBound(&stream, static_cast<uLong>(plain.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));  // zlib does not write there
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

std::string compress(std::string_view plain, Coding coding) {
    if (coding == Coding::brotli) return brotli(plain);
    if (coding == Coding::gzip) return gzip(plain);
    return std::string{plain};
}

}  // namespace http::net

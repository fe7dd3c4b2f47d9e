#include "files/uploads/tus.hpp"

#include <openssl/evp.h>
#include <sodium.h>

#include <array>
#include <charconv>
#include <ctime>
#include <stdexcept>

#include "base/thai_text.hpp"

namespace files::tus {
namespace {

std::optional<std::string> from_base64(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr, &size, nullptr,
                          sodium_base64_VARIANT_ORIGINAL) != 0)
        return std::nullopt;
    bytes.resize(size);
    return bytes;
}

// Two words with a space between; the second may be missing.
std::pair<std::string_view, std::string_view> split(std::string_view pair) {
    const auto space = std::min(pair.find(' '), pair.size());
    return {pair.substr(0, space), pair.substr(std::min(space + 1, pair.size()))};
}

const EVP_MD* algorithm_called(std::string_view name) {
    if (name == "sha1") return EVP_sha1();
    return name == "sha256" ? EVP_sha256() : nullptr;
}

}  // namespace

http::Problem refused(unsigned status, std::string_view code, json::Params params) {
    return http::Problem(status, code, std::move(params)).with("Tus-Resumable", version);
}

http::Response reply(unsigned status) {
    http::Response response;
    response.status = status;
    response.headers.set("Tus-Resumable", version);
    response.headers.set("Cache-Control", "no-store");
    return response;
}

void require_version(const http::Request& request) {
    if (request.header("Tus-Resumable") != version) throw refused(412, "upload_protocol_unknown").with("Tus-Version", version);
}

void require_part_type(const http::Request& request) {
    if (!http::same_name(request.header("Content-Type"), part_type)) throw refused(415, "upload_type_wrong", {{"type", part_type}});
}

std::int64_t read_whole(const http::Request& request, std::string_view header, std::string_view code) {
    const auto text = request.header(header);
    std::int64_t value = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) throw refused(400, code);
    return value;
}

std::string read_file_name(const http::Request& request) {
    auto rest = request.header("Upload-Metadata");
    while (!rest.empty()) {
        const auto pair = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
        const auto [key, value] = split(pair.substr(std::min(pair.find_first_not_of(' '), pair.size())));
        if (key != "filename") continue;
        const auto name = from_base64(value);
        if (!name) throw refused(400, "upload_metadata_broken");
        return base::tidy(*name);
    }
    return {};
}

std::string http_date(base::Instant at) {
    const auto seconds = static_cast<std::time_t>(at.ms / 1000);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    std::array<char, 40> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &utc)};
}

// ---- checksum ----

struct Checksum::Sum {
    explicit Sum(std::string_view algorithm) {
        if (context == nullptr || EVP_DigestInit_ex(context, algorithm_called(algorithm), nullptr) != 1)
            throw std::runtime_error("libcrypto has no " + std::string(algorithm));
    }
    ~Sum() { EVP_MD_CTX_free(context); }
    Sum(const Sum&) = delete;
    Sum& operator=(const Sum&) = delete;

    EVP_MD_CTX* context = EVP_MD_CTX_new();
};

Checksum::Checksum(std::string_view algorithm, std::string digest) : sum_(std::make_unique<Sum>(algorithm)), digest_(std::move(digest)) {}
Checksum::Checksum(Checksum&&) noexcept = default;
Checksum& Checksum::operator=(Checksum&&) noexcept = default;
Checksum::~Checksum() = default;

void Checksum::add(std::string_view bytes) {
    EVP_DigestUpdate(sum_->context, bytes.data(), bytes.size());
}

bool Checksum::agrees() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_DigestFinal_ex(sum_->context, digest.data(), &size);
    return std::string_view(reinterpret_cast<const char*>(digest.data()), size) == digest_;
}

std::optional<Checksum> read_checksum(const http::Request& request) {
    const auto header = request.header("Upload-Checksum");
    if (header.empty()) return std::nullopt;
    const auto [algorithm, value] = split(header);
    auto digest = from_base64(value);
    if (algorithm_called(algorithm) == nullptr || !digest) throw refused(400, "upload_checksum_unknown", {{"known", algorithms}});
    return Checksum(algorithm, *std::move(digest));
}

}  // namespace files::tus

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "http/problem.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

// The words of the tus protocol for uploads that go on where they broke off, version 1.0.0: https://tus.io/protocols/resumable-upload
namespace files::tus {

inline constexpr std::string_view version = "1.0.0";
inline constexpr std::string_view extensions = "creation,expiration,termination,checksum";
inline constexpr std::string_view algorithms = "sha1,sha256";
inline constexpr std::string_view part_type = "application/offset+octet-stream";

// A problem that says too that it speaks tus.
http::Problem refused(unsigned status, std::string_view code, json::Params params = {});
// Without a body, as what the protocol asks for is said in headers.
http::Response reply(unsigned status);

void require_version(const http::Request& request);    // 412
void require_part_type(const http::Request& request);  // 415

// A header that holds a whole number, not below zero; 400 with this code if it does not.
std::int64_t read_whole(const http::Request& request, std::string_view header, std::string_view code);

// The value of `filename` in Upload-Metadata; empty if there is none, 400 for what is not as the protocol says.
std::string read_file_name(const http::Request& request);

// As HTTP writes a date (RFC 9110, 5.6.7).
std::string http_date(base::Instant at);

// What a part must be, by Upload-Checksum.
class Checksum {
  public:
    Checksum(std::string_view algorithm, std::string digest);
    Checksum(Checksum&&) noexcept;
    Checksum& operator=(Checksum&&) noexcept;
    ~Checksum();

    void add(std::string_view bytes);
    bool agrees();  // once, after all bytes

  private:
    struct Sum;
    std::unique_ptr<Sum> sum_;
    std::string digest_;
};

// Nothing if none was sent; 400 for an algorithm that we do not know.
std::optional<Checksum> read_checksum(const http::Request& request);

}  // namespace files::tus

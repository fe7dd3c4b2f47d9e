#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "http/request.hpp"

namespace http::net {

// Reads one HTTP/1 request from bytes as they come. Keeps nothing of what it has not taken: the caller gives it again with more.
// Every fault throws Refusal.
class RequestReader {
  public:
    explicit RequestReader(std::size_t max_head_bytes);
    ~RequestReader();
    RequestReader(RequestReader&&) noexcept;
    RequestReader& operator=(RequestReader&&) noexcept;

    // Fills method, target and headers; 0 while the head is not whole.
    std::size_t take_head(std::string_view data, Request& request);

    // Appends body bytes to `body`; may take less than there is. 0 while a chunk's head is not whole.
    std::size_t take_body(std::string_view data, std::string& body);
    void limit_body(std::uint64_t max_bytes);  // refuses at once where the head already says more

    bool whole() const;
    bool keeps_alive() const;
    bool is_http_1_0() const;
    std::optional<std::uint64_t> content_length() const;

  private:
    class Parser;
    std::size_t max_head_bytes_;
    std::size_t searched_ = 0;  // no end of the head before here
    std::unique_ptr<Parser> parser_;
};

}  // namespace http::net

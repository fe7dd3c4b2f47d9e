#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "http/request.hpp"

namespace http::net {

// The boundary of a multipart/form-data content type; empty if it is something else or has none.
std::string multipart_boundary(std::string_view content_type);

// Takes a multipart/form-data body apart as it comes (RFC 7578). Files go to disk under `spool`, without a name, so that whatever
// ends early leaves nothing behind; values stay in memory, up to a megabyte. Throws Refusal.
class MultipartReader {
  public:
    MultipartReader(std::string_view boundary, std::filesystem::path spool);

    void take(std::string_view bytes);
    void finish();  // refuses a body that was cut off

    std::vector<Upload> uploads;
    std::vector<FormValue> form;

  private:
    enum class Inside { preamble, head, content, epilogue };

    bool step();
    bool read_head();
    bool read_content();
    void write_content(std::string_view bytes);
    void begin_part(std::string_view head);

    std::string delimiter_;  // "\r\n--boundary"
    std::filesystem::path spool_;
    Inside inside_ = Inside::preamble;
    bool in_file_ = false;
    std::string pending_;
    std::size_t value_bytes_ = 0;
};

}  // namespace http::net

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "http/request.hpp"
#include "http/response.hpp"

namespace http {

// The built web app, packed into one piece of memory by scripts/pack-web: every file plain, gzipped and with brotli where that is
// smaller. Answers from the network thread.
class Assets {
  public:
    // `pack` outlives this. Throws std::runtime_error if it is not one.
    explicit Assets(std::string_view pack);

    std::optional<Response> find(const Request& head) const;
    std::string_view plain(std::string_view path) const;  // "/index.html"; empty if there is none
    std::size_t size() const { return files_.size(); }

  private:
    struct File {
        std::string_view plain, gzip, brotli;  // the packed ones are empty where they save nothing
        std::string_view content_type;
        std::string etag;
    };
    std::map<std::string_view, File> files_;
};

}  // namespace http

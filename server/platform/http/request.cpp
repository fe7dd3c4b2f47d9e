#include "http/request.hpp"

#include <unistd.h>

#include <stdexcept>

namespace http {

std::string_view name_of(Method method) {
    switch (method) {
        case Method::get:
            return "GET";
        case Method::head:
            return "HEAD";
        case Method::post:
            return "POST";
        case Method::put:
            return "PUT";
        case Method::patch:
            return "PATCH";
        case Method::del:
            return "DELETE";
        case Method::options:
            return "OPTIONS";
        case Method::other:
            break;
    }
    return "OTHER";
}

bool is_safe(Method method) {
    return method == Method::get || method == Method::head || method == Method::options;
}

std::string_view Request::path() const {
    return std::string_view{target}.substr(0, target.find('?'));
}

std::string_view Request::query() const {
    const auto mark = target.find('?');
    return mark == std::string::npos ? std::string_view{} : std::string_view{target}.substr(mark + 1);
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
    auto rest = header("Cookie");
    while (!rest.empty()) {
        const auto end = rest.find(';');
        const auto pair = rest.substr(0, end);
        if (pair.size() > name.size() && pair[name.size()] == '=' && pair.starts_with(name)) return pair.substr(name.size() + 1);
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    }
    return std::nullopt;
}

std::string read_all(const Upload& upload) {
    std::string bytes(upload.size, '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto got = ::pread(upload.content.number(), bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
        if (got <= 0) throw std::runtime_error("an upload cannot be read back");
        done += static_cast<std::size_t>(got);
    }
    return bytes;
}

}  // namespace http

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/descriptor.hpp"
#include "http/fields.hpp"

namespace http {

enum class Method : std::uint8_t { get, head, post, put, patch, del, options, other };

std::string_view name_of(Method method);
bool is_safe(Method method);  // may not change anything: get, head, options

// A file of a multipart form. Its bytes lie in a file without a name that is gone when this is.
struct Upload {
    std::string field;         // the form's name for it
    std::string file_name;     // as the browser told it, without folders; never use it as a path
    std::string content_type;  // as the browser told it; what it truly is, its content tells
    Descriptor content;        // at offset 0
    std::uint64_t size = 0;
};

// The whole of it, for files that are read as one text, such as tables. Throws std::runtime_error when the disk fails.
std::string read_all(const Upload& upload);

// A value of a multipart form that is not a file.
struct FormValue {
    std::string field, value;
};

// One request as it came from the network: well-formed, within its limits, whole.
struct Request {
    Method method = Method::get;
    std::string target = "/";  // path and query as sent
    Fields headers;
    std::string body;             // empty for an upload
    std::vector<Upload> uploads;  // of a multipart/form-data request, only where the route takes uploads
    std::vector<FormValue> form;  // likewise
    std::string peer;             // address of who asks, without the port
    std::string id;               // names this request in logs and problems
    bool secure = false;          // came by HTTPS, as the proxy in front tells

    std::string_view path() const;   // still percent-encoded
    std::string_view query() const;  // without "?", still percent-encoded
    std::string_view header(std::string_view name) const { return headers.get(name); }
    std::optional<std::string_view> cookie(std::string_view name) const;
};

}  // namespace http

#include "http/net/request_reader.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include "http/net/head_rules.hpp"
#include "http/net/refusal.hpp"

namespace http::net {

namespace beast = boost::beast::http;
using boost::system::error_code;
using Text = boost::beast::string_view;

// A chunk's head with its extensions, or the trailer after the last chunk.
constexpr std::size_t max_chunk_head = 8 << 10;

// "0\r\n\r\n": of a body in chunks there is never less to come. Beast asserts it, and would stop the server, where the last chunk comes in
// two pieces.
constexpr std::size_t shortest_rest_of_chunks = 5;

static Method method_of(beast::verb verb) {
    switch (verb) {
        case beast::verb::get:
            return Method::get;
        case beast::verb::head:
            return Method::head;
        case beast::verb::post:
            return Method::post;
        case beast::verb::put:
            return Method::put;
        case beast::verb::patch:
            return Method::patch;
        case beast::verb::delete_:
            return Method::del;
        case beast::verb::options:
            return Method::options;
        default:
            return Method::other;
    }
}

// "/path?query", also out of "http://host/path?query" (RFC 9112 3.2.2).
static std::string_view origin_form(std::string_view target) {
    if (target.starts_with('/') || target == "*") return target;
    const auto mark = target.find("://");
    if (mark == std::string_view::npos) throw Refusal{400, "bad_request"};
    const auto slash = target.find('/', mark + 3);
    return slash == std::string_view::npos ? "/" : target.substr(slash);
}

class RequestReader::Parser final : public beast::basic_parser<true> {
  public:
    explicit Parser(std::size_t max_head_bytes) {
        header_limit(static_cast<std::uint32_t>(max_head_bytes));
        body_limit(boost::none);  // ours is known only when the head has been read
    }

    Request* request = nullptr;
    std::string* body = nullptr;
    std::uint64_t max_body_bytes = 0;
    std::uint64_t body_bytes = 0;
    bool is_http_1_0 = false;

  private:
    void on_request_impl(beast::verb verb, Text, Text target, int version, error_code&) override {
        is_http_1_0 = version < 11;
        request->method = method_of(verb);
        request->target = origin_form({target.data(), target.size()});
    }
    void on_response_impl(int, Text, int, error_code&) override {}
    void on_field_impl(beast::field, Text name, Text value, error_code&) override {
        if (request) request->headers.add({name.data(), name.size()}, {value.data(), value.size()});  // trailers are dropped
    }
    void on_header_impl(error_code&) override { request = nullptr; }
    void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
    std::size_t on_body_impl(Text data, error_code&) override {
        body_bytes += data.size();
        if (body_bytes > max_body_bytes) throw Refusal{413, "body_too_large"};
        body->append(data.data(), data.size());
        return data.size();
    }
    void on_chunk_header_impl(std::uint64_t, Text, error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, Text data, error_code& ec) override { return on_body_impl(data, ec); }
    void on_finish_impl(error_code&) override {}
};

RequestReader::RequestReader(std::size_t max_head_bytes) : max_head_bytes_{max_head_bytes} {}
RequestReader::~RequestReader() = default;
RequestReader::RequestReader(RequestReader&&) noexcept = default;
RequestReader& RequestReader::operator=(RequestReader&&) noexcept = default;

// Most heads that are too long have a question in their first line that a person wrote: they are told to shorten it.
static Refusal too_long(std::string_view head, std::size_t most) {
    if (head.substr(0, most).find("\r\n") == std::string_view::npos) return {414, "address_too_long"};
    return {431, "head_too_large"};
}

std::size_t RequestReader::take_head(std::string_view data, Request& request) {
    const auto end = data.find("\r\n\r\n", searched_);
    if (end == std::string_view::npos) {
        if (data.size() > max_head_bytes_) throw too_long(data, max_head_bytes_);
        searched_ = data.size() < 3 ? 0 : data.size() - 3;
        return 0;
    }
    const auto head = data.substr(0, end + 4);
    if (head.size() > max_head_bytes_) throw too_long(head, max_head_bytes_);
    check_folding(head);

    parser_ = std::make_unique<Parser>(max_head_bytes_);
    parser_->request = &request;
    error_code ec;
    parser_->put(boost::asio::buffer(head), ec);
    if (ec) throw Refusal{400, "bad_request"};
    check_framing(request, is_http_1_0());
    parser_->eager(true);
    return head.size();
}

std::size_t RequestReader::take_body(std::string_view data, std::string& body) {
    parser_->body = &body;
    std::size_t taken = 0;
    while (taken < data.size() && !whole()) {
        if (parser_->chunked() && data.size() - taken < shortest_rest_of_chunks) break;
        error_code ec;
        const auto step = parser_->put(boost::asio::buffer(data.substr(taken)), ec);
        taken += step;
        if (ec == beast::error::need_more) break;
        if (ec) throw Refusal{400, "bad_request"};
    }
    if (!whole() && data.size() - taken > max_chunk_head) throw Refusal{400, "bad_request"};
    return taken;
}

void RequestReader::limit_body(std::uint64_t max_bytes) {
    if (content_length().value_or(0) > max_bytes) throw Refusal{413, "body_too_large"};
    parser_->max_body_bytes = max_bytes;
}

bool RequestReader::whole() const {
    return parser_ && parser_->is_done();
}
bool RequestReader::keeps_alive() const {
    return parser_ && parser_->keep_alive();
}
bool RequestReader::is_http_1_0() const {
    return parser_ && parser_->is_http_1_0;
}

std::optional<std::uint64_t> RequestReader::content_length() const {
    const auto length = parser_->content_length();
    return length ? std::optional{*length} : std::nullopt;
}

}  // namespace http::net

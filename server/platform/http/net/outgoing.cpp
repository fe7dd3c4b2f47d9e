#include "http/net/outgoing.hpp"

#include <sys/sendfile.h>

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>

namespace http::net {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

void Outgoing::begin(Reply reply) {
    reply_ = std::move(reply);
    before_ = 0;
    sent_ = 0;
    total_ = reply_.head.size() + reply_.body_size;
}

void Outgoing::go_on(std::string piece) {
    before_ += std::exchange(sent_, 0);
    reply_.head = std::move(piece);
    total_ = reply_.head.size();
}

void Outgoing::send(tcp::socket& socket, error_code& error) {
    error = {};
    while (!is_done() && !error) {
        const bool in_file = sent_ >= reply_.head.size() && std::holds_alternative<FileBytes>(reply_.body);
        sent_ += in_file ? send_file(socket, error) : send_memory(socket, error);
    }
}

std::size_t Outgoing::send_memory(tcp::socket& socket, error_code& error) {
    std::string_view head{reply_.head}, body;
    if (const auto* text = std::get_if<std::string>(&reply_.body)) body = *text;
    if (const auto* fixed = std::get_if<StaticBytes>(&reply_.body)) body = fixed->bytes;
    const auto of_head = std::min<std::uint64_t>(sent_, head.size());
    head.remove_prefix(of_head);
    body.remove_prefix(std::min<std::uint64_t>(sent_ - of_head, body.size()));
    return socket.write_some(std::array{asio::buffer(head), asio::buffer(body)}, error);
}

std::size_t Outgoing::send_file(tcp::socket& socket, error_code& error) {
    const auto& file = std::get<FileBytes>(reply_.body);
    const auto sent_of_body = sent_ - reply_.head.size();
    auto offset = static_cast<off_t>(reply_.body_from + sent_of_body);
    const auto step = std::min<std::uint64_t>(reply_.body_size - sent_of_body, 1 << 20);
    const auto sent = ::sendfile(socket.native_handle(), file.file.number(), &offset, step);
    if (sent > 0) return static_cast<std::size_t>(sent);
    error = sent < 0 ? error_code{errno, boost::system::system_category()} : asio::error::make_error_code(asio::error::eof);
    return 0;
}

}  // namespace http::net

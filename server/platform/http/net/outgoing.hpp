#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/system/error_code.hpp>

#include "http/net/reply.hpp"

namespace http::net {

// The part of a reply that is not sent yet.
class Outgoing {
  public:
    void begin(Reply reply);
    void go_on(std::string piece);  // of the body, after all that went before

    // Sends what the socket takes now. would_block: the rest later. Other errors end the connection.
    void send(boost::asio::ip::tcp::socket& socket, boost::system::error_code& error);

    bool is_done() const { return sent_ == total_; }
    std::uint64_t sent() const { return before_ + sent_; }
    const Reply& reply() const { return reply_; }
    Reply take() { return std::exchange(reply_, {}); }

  private:
    std::size_t send_memory(boost::asio::ip::tcp::socket& socket, boost::system::error_code& error);
    std::size_t send_file(boost::asio::ip::tcp::socket& socket, boost::system::error_code& error);

    Reply reply_;
    std::uint64_t before_ = 0;  // sent with pieces that are gone
    std::uint64_t sent_ = 0;
    std::uint64_t total_ = 0;
};

}  // namespace http::net

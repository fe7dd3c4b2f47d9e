#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/system/error_code.hpp>
#include <vector>

#include "http/net/channel.hpp"

namespace http::net {

// Events that one browser has not taken yet. The bytes are shared by all browsers.
class EventOutbox {
  public:
    bool add(SharedEvent event);                                                        // false: too far behind
    void send(boost::asio::ip::tcp::socket& socket, boost::system::error_code& error);  // would_block: the rest later
    bool is_empty() const { return events_.empty(); }

  private:
    void drop_sent(std::size_t sent);

    std::vector<SharedEvent> events_;
    std::size_t first_sent_ = 0;  // bytes of the first event that are gone already
    std::size_t bytes_ = 0;
};

}  // namespace http::net

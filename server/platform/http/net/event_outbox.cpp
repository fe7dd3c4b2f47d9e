#include "http/net/event_outbox.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/container/static_vector.hpp>

namespace http::net {

constexpr std::size_t max_waiting_bytes = 256 << 10;
constexpr std::size_t events_at_once = 16;

bool EventOutbox::add(SharedEvent event) {
    bytes_ += event->bytes.size();
    events_.push_back(std::move(event));
    return bytes_ <= max_waiting_bytes;
}

void EventOutbox::send(boost::asio::ip::tcp::socket& socket, boost::system::error_code& error) {
    error = {};
    while (!events_.empty()) {
        boost::container::static_vector<boost::asio::const_buffer, events_at_once> buffers;
        for (const auto& event : events_) {
            if (buffers.size() == events_at_once) break;
            buffers.push_back(boost::asio::buffer(event->bytes));
        }
        buffers.front() += first_sent_;
        const auto sent = socket.write_some(buffers, error);
        if (error) return;
        drop_sent(sent);
    }
}

void EventOutbox::drop_sent(std::size_t sent) {
    bytes_ -= sent;
    first_sent_ += sent;
    auto first_left = events_.begin();
    while (first_left != events_.end() && first_sent_ >= (*first_left)->bytes.size()) {
        first_sent_ -= (*first_left)->bytes.size();
        ++first_left;
    }
    events_.erase(events_.begin(), first_left);
}

}  // namespace http::net

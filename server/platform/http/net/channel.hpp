#pragma once

#include <boost/asio/io_context.hpp>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "http/events.hpp"

namespace http {

namespace net {

// An event as it goes over the wire, shared by all who get it.
struct WireEvent {
    std::int64_t id;
    std::string bytes;
};
using SharedEvent = std::shared_ptr<const WireEvent>;

SharedEvent encode(const Event& event);

class Listener {
  public:
    virtual ~Listener() = default;
    virtual void deliver(const SharedEvent& event) = 0;  // on the listener's own network thread
};

}  // namespace net

class Channel {
  public:
    void publish(const Event& event);

    // On the network thread of `network`. What is remembered comes at once; the listener drops what it has had.
    void listen(const std::shared_ptr<boost::asio::io_context>& network, const std::shared_ptr<net::Listener>& listener);

  private:
    // The listeners of one network thread, touched only there. A channel may outlive the network.
    struct Audience {
        std::weak_ptr<boost::asio::io_context> network;
        std::vector<std::weak_ptr<net::Listener>> listeners;
        void add(const std::shared_ptr<net::Listener>& listener);
        void deliver(const net::SharedEvent& event);
    };

    std::mutex mutex_;
    std::deque<net::SharedEvent> latest_;
    std::vector<std::shared_ptr<Audience>> audiences_;
};

}  // namespace http

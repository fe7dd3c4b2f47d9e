#include "http/events.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>

#include "http/net/channel.hpp"

namespace http {

// Long enough to bridge a handler's look into the database and most lost connections of a phone.
constexpr std::size_t remembered_events = 256;

namespace net {

static void append_line(std::string& text, std::string_view field, std::string_view value) {
    text.append(field).append(": ").append(value).append("\n");
}

SharedEvent encode(const Event& event) {
    std::string text;
    if (event.id != 0) append_line(text, "id", std::to_string(event.id));
    if (!event.name.empty()) append_line(text, "event", event.name);
    std::string_view rest{event.data};
    for (;;) {
        const auto end = rest.find('\n');
        append_line(text, "data", rest.substr(0, end));
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
    text += '\n';
    return std::make_shared<const WireEvent>(WireEvent{event.id, std::move(text)});
}

}  // namespace net

std::shared_ptr<Channel> make_channel() {
    return std::make_shared<Channel>();
}

void publish(Channel& channel, const Event& event) {
    channel.publish(event);
}

void Channel::publish(const Event& event) {
    const auto shared = net::encode(event);
    const std::lock_guard lock{mutex_};
    if (event.id != 0) latest_.push_back(shared);
    if (latest_.size() > remembered_events) latest_.pop_front();
    for (const auto& audience : audiences_)
        if (const auto network = audience->network.lock()) boost::asio::post(*network, [audience, shared] { audience->deliver(shared); });
}

void Channel::listen(const std::shared_ptr<boost::asio::io_context>& network, const std::shared_ptr<net::Listener>& listener) {
    const std::lock_guard lock{mutex_};
    auto at = std::find_if(audiences_.begin(), audiences_.end(), [&](const auto& each) { return each->network.lock() == network; });
    if (at == audiences_.end()) at = audiences_.insert(at, std::make_shared<Audience>(Audience{network, {}}));
    (*at)->add(listener);
    for (const auto& event : latest_) listener->deliver(event);
}

void Channel::Audience::add(const std::shared_ptr<net::Listener>& listener) {
    const bool must_grow = listeners.size() == listeners.capacity();
    if (must_grow) std::erase_if(listeners, [](const auto& weak) { return weak.expired(); });
    listeners.push_back(listener);
}

void Channel::Audience::deliver(const net::SharedEvent& event) {
    std::erase_if(listeners, [&](const auto& weak) {
        const auto listener = weak.lock();
        if (listener) listener->deliver(event);
        return !listener;
    });
}

}  // namespace http

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace http {

// One server-sent event. Ids grow within a channel: they are the journal's sequence or of the same kind.
struct Event {
    std::int64_t id = 0;
    std::string name;  // the browser's event type; empty for "message"
    std::string data;
};

class Channel;  // what many browsers listen to at once; shared, and gone with its last owner

std::shared_ptr<Channel> make_channel();

// From any thread; never waits. Who cannot keep up is cut off and comes back with Last-Event-ID.
void publish(Channel& channel, const Event& event);

// A reply that stays open: first `missed`, then what the channel brings with an id above the last of these (or above `after`).
// A channel remembers its latest events, so nothing is lost between the handler's look into the database and the listening.
struct EventStream {
    std::shared_ptr<Channel> channel;
    std::vector<Event> missed;
    std::int64_t after = 0;  // usually the request's Last-Event-ID
};

}  // namespace http

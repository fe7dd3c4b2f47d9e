#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/bounded.hpp"
#include "http/call.hpp"
#include "http/reply.hpp"
#include "journal/journal.hpp"
#include "records/records.hpp"

namespace office {

struct WantedEvents {
    std::optional<journal::EventId> after;  // the last one of the page before
    std::optional<base::PersonId> actor;
    std::optional<base::Line> action;  // or what it begins with: "circles."
    std::optional<records::RecordId> record;
};
BOOST_DESCRIBE_STRUCT(WantedEvents, (), (after, actor, action, record))

// Somebody or something that an event names, as far as the viewer may know it.
struct Named {
    std::int64_t id{};
    std::string title;  // empty: not open to the viewer
    std::string address;
};
BOOST_DESCRIBE_STRUCT(Named, (), (id, title, address))

struct EventLine {
    journal::EventId id;
    base::Instant at;
    std::optional<Named> actor;  // none: the system
    std::string action;
    std::string words;  // the action in words; the action itself if nobody wrote any
    std::optional<Named> record;
};
BOOST_DESCRIBE_STRUCT(EventLine, (), (id, at, actor, action, words, record))

// Newest first.
http::List<EventLine> list_event_lines(http::Call& call, const WantedEvents& wanted);

}  // namespace office

#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "records/records.hpp"

// Typed links between any two records, and the river that they make.
namespace trace {

struct LinkTag {};
using LinkId = base::Id<LinkTag>;

// Read as "up FLOW down".
enum class Flow : std::uint8_t { led_to, became, part_of, answered_by, adapted_into, evidence_of };
BOOST_DESCRIBE_ENUM(Flow, led_to, became, part_of, answered_by, adapted_into, evidence_of)

// A record, or a part of one that only its feature knows: a point of a session.
struct End {
    records::RecordId record{};
    std::int64_t part = 0;
};

struct NewLink {
    Flow flow{};
    End up{};
    End down{};
    std::string quote{};  // the words at the source, nameless where they must be
    std::string note{};
};

// Within a feature's transaction; the same link twice is one. Returns the link that stands.
LinkId link(db::Tx& tx, base::PersonId actor, const NewLink& link);
// Takes it away again; nothing happens if there is none.
void unlink(db::Tx& tx, const NewLink& link);
// Changes what is shown of a part whose words changed, or may no longer be shown (empty).
void set_quote(db::Tx& tx, const End& up, const std::string& quote);

struct Stone {
    records::RecordId record;
    std::string kind;
    std::int64_t number{};
    std::string title;
    std::string title_en;
    std::string address;
    base::Date happened_on;
    int step{};  // 0 here, below 0 what led here, above 0 what came of it
};
BOOST_DESCRIBE_STRUCT(Stone, (), (record, kind, number, title, title_en, address, happened_on, step))

struct Link {
    LinkId id;
    Flow flow{};
    records::RecordId up_id;
    std::int64_t up_part{};
    records::RecordId down_id;
    std::int64_t down_part{};
    std::string quote;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(Link, (), (id, flow, up_id, up_part, down_id, down_part, quote, note))

// Stones in the order of the water, older ones first where they lie side by side; links join stones of this river only.
struct River {
    std::vector<Stone> stones;
    std::vector<Link> links;
    bool more{};  // longer than is shown
};
BOOST_DESCRIBE_STRUCT(River, (), (stones, links, more))

// A record that a link joins to another; whether it may be read is for whoever shows it to ask.
struct Near {
    records::RecordId record;
    Flow flow{};
};
BOOST_DESCRIBE_STRUCT(Near, (), (record, flow))
// What flowed into a record, and what came of it, one step away, in the order in which it was linked.
std::vector<Near> list_above(db::Session& db, records::RecordId record);
std::vector<Near> list_below(db::Session& db, records::RecordId record);

// Through one record, which the viewer may read.
River river(db::Session& db, const http::Viewer& viewer, records::RecordId through);
// Of an area with everything under it: its newest links.
River river(db::Session& db, const http::Viewer& viewer, base::AreaId area);

void add_routes(http::Router& router);
std::span<const db::Migration> migrations();

}  // namespace trace

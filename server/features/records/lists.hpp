#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "records/envelope.hpp"

namespace records {

enum class Order : std::uint8_t { newest, title };
BOOST_DESCRIBE_ENUM(Order, newest, title)

// Which records a list shows; what is left empty does not narrow it.
struct Wanted {
    std::optional<std::string> kind{};
    std::optional<RecordId> owner{};
    std::optional<RecordId> within{};
    std::optional<base::AreaId> area{};  // with everything under it
    std::optional<base::PersonId> maker{};
    std::optional<State> state{};  // published
    std::optional<base::Date> from{};
    std::optional<base::Date> to{};
    std::optional<Order> order{};     // newest; `title` (Thai collation) asks for a kind
    std::optional<RecordId> after{};  // the last one of the page before
    std::optional<int> limit{};       // 20; 100 at most
};
BOOST_DESCRIBE_STRUCT(Wanted, (), (kind, owner, within, area, maker, state, from, to, order, after, limit))

// One page of what the viewer may read of these.
struct Page {
    std::vector<Card> cards;
    std::optional<RecordId> next;
};
Page list(db::Session& db, const http::Viewer& viewer, const Wanted& wanted);

}  // namespace records

// What a list selects to fill records::Card, so that a feature's own list is one statement: SELECT RECORDS_CARD, own columns FROM
// records_v_records r RECORDS_CARD_OWNER JOIN own table. The owner's name is shown only where the owner itself is for everybody to see.
#define RECORDS_CARD                                                                                       \
    "r.id, r.kind, r.number, r.title, r.title_en, r.summary, r.address, r.visibility, r.state, r.area_id," \
    " r.happened_on, r.edited_at, r.owner_id, coalesce(o.title, '') AS owner_title, coalesce(o.address, '') AS owner_address"
#define RECORDS_CARD_OWNER " LEFT JOIN records_v_public o ON o.id = nullif(r.owner_id, 0)"  // nobody is not looked for

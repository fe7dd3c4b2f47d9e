#pragma once

#include "db/db.hpp"
#include "knowledge/item/item.hpp"
#include "knowledge/item/item_queries.hpp"

// Making and changing items: envelope, rows, search text, files and journal in one transaction.
namespace knowledge {

struct NewItem {
    Content content{};
    records::RecordId owner{};
    records::Audience audience{};
    records::State state = records::State::draft;
    Origin origin{};
};
// Throws Problem 422 at "/series/number" for a series that is not this owner's, and at "/files/N" as files::hold does.
records::Envelope insert_item(db::Tx& tx, base::PersonId actor, const NewItem& item);
// Throws Problem 412 `edited_elsewhere` if `version` is no longer the newest.
records::Envelope change_item(db::Tx& tx, base::PersonId actor, const records::Envelope& before, std::int64_t version,
                              const Content& content);

}  // namespace knowledge

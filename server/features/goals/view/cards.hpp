#pragma once

#include "records/records.hpp"

namespace goals {

// None where the viewer may not read it, and for 0.
std::optional<records::Card> find_card(db::Session& db, const http::Viewer& viewer, records::RecordId id);
// Among those that are at hand.
std::optional<records::Card> find_card(const std::vector<records::Card>& cards, records::RecordId id);

}  // namespace goals

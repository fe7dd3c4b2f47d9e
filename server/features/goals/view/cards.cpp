#include "goals/view/cards.hpp"

#include <algorithm>

namespace goals {

std::optional<records::Card> find_card(db::Session& db, const http::Viewer& viewer, records::RecordId id) {
    return id ? find_card(records::cards(db, viewer, {id}), id) : std::nullopt;
}

std::optional<records::Card> find_card(const std::vector<records::Card>& cards, records::RecordId id) {
    const auto found = std::ranges::find(cards, id, &records::Card::id);
    return found == cards.end() ? std::nullopt : std::optional(*found);
}

}  // namespace goals

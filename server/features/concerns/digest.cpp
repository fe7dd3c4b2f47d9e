#include <algorithm>

#include "base/locale.hpp"
#include "concerns/concern_queries.hpp"

namespace concerns {

std::vector<mail::Link> list_digest(db::Session& db, const mail::DigestReader& reader, const mail::DigestDay& day) {
    std::vector<mail::Link> links;
    const auto open = list_open(db, {reader.person});
    const auto is_new = [&](const ListedConcern& concern) { return concern.opened_at >= day.begin && concern.opened_at < day.end; };
    if (std::ranges::any_of(open, is_new)) {
        const auto count = static_cast<std::int64_t>(open.size());
        links.push_back({base::say(reader.language, "concerns_digest_open", {{"count", count}}), "/concerns"});
    }
    for (const auto& decided : list_decided_for(db, reader.person, day.begin, day.end)) {
        const auto* words = decided.state == State::kept ? "concerns_digest_kept" : "concerns_digest_hidden";
        links.push_back({base::say(reader.language, words, {{"title", decided.record_title}}), decided.record_address});
    }
    return links;
}

}  // namespace concerns

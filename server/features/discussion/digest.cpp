#include <algorithm>
#include <map>

#include "base/locale.hpp"
#include "discussion/comment_queries.hpp"
#include "discussion/discussion.hpp"

namespace discussion {

std::vector<mail::Link> list_digest(db::Session& db, const mail::DigestReader& reader, const mail::DigestDay& day) {
    const auto waiting = list_waiting(db, reader.person);
    const auto is_new = [&](const WaitingComment& comment) { return comment.made_at >= day.begin && comment.made_at < day.end; };
    if (std::ranges::none_of(waiting, is_new)) return {};
    std::map<std::string, std::vector<const WaitingComment*>> by_record;
    for (const auto& comment : waiting) by_record[comment.record_address].push_back(&comment);
    std::vector<mail::Link> links;
    for (const auto& [address, comments] : by_record) {
        const auto count = static_cast<std::int64_t>(comments.size());
        const json::Params params{{"title", comments.front()->record_title}, {"count", count}};
        links.push_back({base::say(reader.language, "discussion_digest", params), address});
    }
    return links;
}

}  // namespace discussion

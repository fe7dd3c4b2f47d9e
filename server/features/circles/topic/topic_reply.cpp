#include "circles/topic/topic_reply.hpp"

#include "trace/trace.hpp"

namespace circles {

bool may_reword(db::Session& db, const http::Viewer& viewer, const records::Found& topic) {
    if (records::may_edit(records::guard(topic.envelope), topic.ties)) return true;
    return topic.ties.maker && !records::cards(db, viewer, {topic.envelope.within_id}).empty();
}

static std::vector<records::Card> knowledge_of(db::Session& db, const http::Viewer& viewer, records::RecordId topic) {
    std::vector<records::RecordId> ids;
    for (const auto& [record, flow] : trace::list_below(db, topic)) ids.push_back(record);
    auto cards = records::cards(db, viewer, ids);
    std::erase_if(cards, [](const records::Card& card) { return card.kind != "knowledge"; });
    return cards;
}

static std::optional<records::Card> proposer_of(db::Session& db, const http::Viewer& viewer, const records::Envelope& topic) {
    auto cards = records::cards(db, viewer, {records::RecordId{topic.created_by.value}});
    return cards.empty() ? std::nullopt : std::optional(std::move(cards.front()));
}

TopicReply topic_reply(db::Session& db, const http::Viewer& viewer, const records::Found& found) {
    const TopicId id{found.envelope.id.value};
    auto topic = get_topic(db, viewer, id);
    return {
        .record = found.envelope,
        .circle = circle_line(db, viewer, {found.envelope.within_id.value}),
        .note = std::move(topic.note),
        .tags = std::move(topic.tags),
        .state = topic.state,
        .support = topic.support,
        .mine = topic.mine,
        .proposer = proposer_of(db, viewer, found.envelope),
        .sessions = list_sessions_of_topic(db, viewer, id),
        .knowledge = knowledge_of(db, viewer, found.envelope.id),
        .rights = records::rights(found),
        .may_reword = may_reword(db, viewer, found),
    };
}

}  // namespace circles

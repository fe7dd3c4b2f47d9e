#include "base/first_words.hpp"
#include "circles/topic/topic_queries.hpp"
#include "journal/journal.hpp"

namespace circles {

struct TopicBefore {
    std::int64_t id{};
    CircleId circle_id;
    std::string title;
    std::string note;
    base::PersonId proposed_by;
    base::Instant proposed_at;
    TopicState state{};
    std::optional<SessionId> session_id;
};
BOOST_DESCRIBE_STRUCT(TopicBefore, (), (id, circle_id, title, note, proposed_by, proposed_at, state, session_id))

static records::Envelope insert_envelope(db::Tx& tx, const TopicBefore& topic) {
    const auto circle = *records::find(tx, records::record_id(topic.circle_id));
    const bool published = circle.state == records::State::published;
    return records::insert(tx, topic.proposed_by,
                           {.kind = std::string(TopicTag::kind),
                            .collection = "topics",
                            .owner_id = circle.owner_id,
                            .within_id = circle.id,
                            .state = published ? records::State::published : records::State::withdrawn,
                            .description = {.title = topic.title,
                                            .summary = base::first_words(topic.note),
                                            .area_id = circle.area_id,
                                            .language = circle.language,
                                            .happened_on = base::bangkok_date(topic.proposed_at)},
                            .audience = records::audience_inside(tx, circle.id)});
}

static void adopt(db::Tx& tx, const TopicBefore& topic) {
    const auto record = insert_envelope(tx, topic);
    const TopicId id{record.id.value};
    insert_topic(tx, id, topic.circle_id, topic.note);
    set_plan(tx, id, topic.state, topic.session_id);
    if (topic.session_id) take_up(tx, id, *topic.session_id);
    records::set_text(tx, record.id, topic.note);
    tx.run(
        "INSERT INTO circles_topic_support (topic_id, person_id) SELECT $2, person_id FROM circles_topic_support_before"
        " WHERE topic_id = $1",
        topic.id, id);
    tx.run("DELETE FROM circles_topic_support_before WHERE topic_id = $1", topic.id);
    tx.run("DELETE FROM circles_topics_before WHERE id = $1", topic.id);
    journal::record(tx, topic.proposed_by, "circles.topic_proposed", {record.id, record.version});
}

void adopt_topics(db::Database& database) {
    database.write([](db::Tx& tx) {
        for (const auto& topic : tx.all<TopicBefore>("SELECT id, circle_id, title, note, proposed_by, proposed_at, state, session_id"
                                                     " FROM circles_topics_before ORDER BY id"))
            adopt(tx, topic);
    });
}

}  // namespace circles

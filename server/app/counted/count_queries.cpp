#include "app/counted/count_queries.hpp"

#define IN_SPAN " h.area_id BETWEEN $1 AND $2 AND h.date BETWEEN $3 AND $4"
#define PUBLISHED                                                                                                                         \
    " records_v_records r WHERE r.kind = 'knowledge' AND r.state = 'published' AND r.visibility = 'public' AND r.area_id BETWEEN $1 AND " \
    "$2"                                                                                                                                  \
    " AND r.published_at >= $3 AND r.published_at < $4"

namespace app {

std::vector<goals::CountedPlace> list_session_places(db::Session& db, records::RecordId record) {
    return db.all<goals::CountedPlace>(
        "SELECT id AS record, area_id AS area, date AS day FROM circles_v_places WHERE id = $1"
        " UNION ALL SELECT id, area_id, date FROM circles_v_places WHERE circle_id = $1",
        record);
}

HeldTally tally_held(db::Session& db, const goals::CountedSpan& span) {
    return db.one<HeldTally>(
        "SELECT count(*) AS sessions, count(h.people) AS counted, CAST(coalesce(sum(h.people), 0) AS BIGINT) AS people"
        " FROM circles_v_held h WHERE" IN_SPAN,
        span.first, span.last, span.days.first, span.days.last);
}

AgreedTally tally_agreed(db::Session& db, const goals::CountedSpan& span) {
    return db.one<AgreedTally>(
        "SELECT count(*) AS agreements, count(a.due_on) AS dated, CAST(coalesce(sum(a.in_time), 0) AS BIGINT) AS in_time"
        " FROM circles_v_held h JOIN circles_v_agreed a ON a.session_id = h.id WHERE" IN_SPAN,
        span.first, span.last, span.days.first, span.days.last);
}

DifferentTally tally_different(db::Session& db, const goals::CountedSpan& span) {
    return db.one<DifferentTally>(
        "SELECT count(DISTINCT p.who) AS people, count(DISTINCT CASE WHEN p.organisation <> '' THEN p.organisation END) AS organisations"
        " FROM circles_v_held h JOIN circles_v_came p ON p.session_id = h.id WHERE" IN_SPAN,
        span.first, span.last, span.days.first, span.days.last);
}

std::vector<records::RecordId> list_held(db::Session& db, const goals::CountedSpan& span, int limit) {
    return db.all<records::RecordId>("SELECT h.id FROM circles_v_held h WHERE" IN_SPAN " ORDER BY h.date DESC, h.id DESC LIMIT $5",
                                     span.first, span.last, span.days.first, span.days.last, limit);
}

struct PublishedPlace {
    base::AreaId area;
    base::Instant published_at;
};
BOOST_DESCRIBE_STRUCT(PublishedPlace, (), (area, published_at))

std::vector<goals::CountedPlace> list_knowledge_places(db::Session& db, records::RecordId record) {
    const auto place = db.find<PublishedPlace>(
        "SELECT area_id AS area, published_at FROM records_v_records WHERE id = $1 AND kind = 'knowledge' AND published_at IS NOT NULL",
        record);
    if (!place) return {};
    return {{record, place->area, base::bangkok_date(place->published_at)}};
}

std::int64_t count_published(db::Session& db, const goals::CountedSpan& span) {
    return db.one<std::int64_t>("SELECT count(*) FROM" PUBLISHED, span.first, span.last, base::at_bangkok(span.days.first),
                                base::at_bangkok(base::add_days(span.days.last, 1)));
}

std::vector<records::RecordId> list_published(db::Session& db, const goals::CountedSpan& span, int limit) {
    return db.all<records::RecordId>("SELECT r.id FROM" PUBLISHED " ORDER BY r.published_at DESC, r.id DESC LIMIT $5", span.first,
                                     span.last, base::at_bangkok(span.days.first), base::at_bangkok(base::add_days(span.days.last, 1)),
                                     limit);
}

}  // namespace app

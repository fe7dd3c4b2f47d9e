#include "records/lists.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/json/json.hpp"
#include "db/db.hpp"
#include "db/ids.hpp"
#include "http/viewer.hpp"

namespace records {

#define CARD "SELECT " RECORDS_CARD " FROM records_records r" RECORDS_CARD_OWNER

// Every list takes the same parameters. What leads it (a place in an index) is said once more as a plain equality, because
// neither engine looks through "$n = 0 OR"; the + keeps the area's range from leading unasked.
#define LIST(lead, start, order)                                                                                           \
    CARD " WHERE r.state = $2" lead                                                                                        \
         " AND ($3 = '' OR r.kind = $3) AND ($4 = 0 OR r.owner_id = $4) AND ($5 = 0 OR (r.within_id = $5 AND r.id <> $5))" \
         " AND +r.area_id BETWEEN $6 AND $7 AND ($8 = 0 OR r.created_by = $8)"                                             \
         " AND r.happened_on BETWEEN $9 AND $10 AND " start " AND " RECORDS_MAY_READ " ORDER BY " order " LIMIT $11"
#define NEWEST(lead) LIST(lead, "(r.happened_on, r.id) < ($12, $13)", "r.happened_on DESC, r.id DESC")

static constexpr db::Sql newest_of_all = NEWEST("");
static constexpr db::Sql newest_within = NEWEST(" AND r.within_id = $5");
static constexpr db::Sql newest_of_owner = NEWEST(" AND r.owner_id = $4");
static constexpr db::Sql newest_of_maker = NEWEST(" AND r.created_by = $8");
static constexpr db::Sql newest_in_area = NEWEST(" AND r.area_id BETWEEN $6 AND $7");
static constexpr db::Sql newest_of_kind = NEWEST(" AND r.kind = $3");
static constexpr db::Sql by_title = LIST(" AND r.kind = $3", "(r.sort_key, r.id) > ($12, $13)", "r.sort_key, r.id");

// The index that leaves the fewest rows to sift. A wide area is no lead: a page of the newest is sooner found along the calendar.
static db::Sql newest(const Wanted& wanted) {
    constexpr std::int64_t district = 100'000;
    if (wanted.within) return newest_within;
    if (wanted.owner) return newest_of_owner;
    if (wanted.maker) return newest_of_maker;
    if (wanted.area && base::last_of(*wanted.area).value - wanted.area->value < district) return newest_in_area;
    return wanted.kind ? newest_of_kind : newest_of_all;
}

// Where the page before ended.
struct Mark {
    base::Date happened_on{9999, 12, 31};
    db::Blob sort_key;
    RecordId id;
};
BOOST_DESCRIBE_STRUCT(Mark, (), (happened_on, sort_key, id))

static Mark mark_of(db::Session& db, const Wanted& wanted) {
    if (!wanted.after) return {};
    return db.find<Mark>("SELECT happened_on, sort_key, id FROM records_records WHERE id = $1", *wanted.after).value_or(Mark{});
}

Page list(db::Session& db, const http::Viewer& viewer, const Wanted& wanted) {
    const auto mark = mark_of(db, wanted);
    const auto area = wanted.area.value_or(base::AreaId{});
    const auto limit = std::clamp(wanted.limit.value_or(20), 1, 100);
    const auto rows = [&](db::Sql sql, const auto& start) {
        return db.all<Card>(sql, viewer.person, wanted.state.value_or(State::published), wanted.kind.value_or(""),
                            wanted.owner.value_or(RecordId{}), wanted.within.value_or(RecordId{}), area, base::last_of(area),
                            wanted.maker.value_or(base::PersonId{}), wanted.from.value_or(base::Date{1, 1, 1}),
                            wanted.to.value_or(base::Date{9999, 12, 31}), limit + 1, start, mark.id);
    };
    const bool sorted = wanted.kind && wanted.order == Order::title;
    Page page{sorted ? rows(by_title, mark.sort_key) : rows(newest(wanted), mark.happened_on), {}};
    if (page.cards.size() > static_cast<std::size_t>(limit)) {
        page.cards.pop_back();
        page.next = page.cards.back().id;
    }
    return page;
}

std::vector<Card> cards(db::Session& db, const http::Viewer& viewer, const std::vector<RecordId>& ids) {
    if (ids.empty()) return {};
    auto found = db.all<Card>({"/* sqlite */ " CARD " WHERE r.id IN (" DB_SQLITE_IDS("$2") ") AND " RECORDS_MAY_READ,
                               "/* postgres */ " CARD " WHERE r.id IN (" DB_POSTGRES_IDS("$2") ") AND " RECORDS_MAY_READ},
                              viewer.person, json::write(ids));
    std::unordered_map<RecordId, std::size_t> place;
    for (const auto id : ids) place.emplace(id, place.size());
    std::ranges::sort(found, {}, [&](const Card& card) { return place.at(card.id); });
    return found;
}

}  // namespace records

#include "goals/dashboard/dashboard_queries.hpp"

#include <limits>

#include "base/json/json.hpp"
#include "db/like.hpp"

namespace goals {

static constexpr std::int64_t usual_limit = 30;

DashboardWords get_dashboard_words(db::Session& db, DashboardId id) {
    return db.one<DashboardWords>("SELECT purpose, blocks FROM goals_dashboards WHERE id = $1", id);
}

void insert_dashboard_words(db::Tx& tx, DashboardId id, const DashboardContent& content) {
    tx.run("INSERT INTO goals_dashboards (id, purpose, blocks) VALUES ($1, $2, $3)", id, base::or_empty(content.purpose),
           json::write(content.blocks));
}

void update_dashboard_words(db::Tx& tx, DashboardId id, const DashboardContent& content) {
    tx.run("UPDATE goals_dashboards SET purpose = $2, blocks = $3 WHERE id = $1", id, base::or_empty(content.purpose),
           json::write(content.blocks));
}

std::vector<DashboardCard> list_dashboards(db::Session& db, base::PersonId viewer, const DashboardWish& wish, base::Language language) {
    const auto area = wish.area.value_or(base::AreaId{});
    auto cards = db.all<DashboardCard>(
        "SELECT r.id, r.number, r.title, r.title_en, r.summary, r.address, r.area_id, coalesce(o.title, '') AS owner_title,"
        " '' AS area_title FROM goals_dashboards d JOIN records_v_records r ON r.id = d.id" RECORDS_CARD_OWNER " WHERE " RECORDS_MAY_READ
        " AND r.state = 'published' AND ($2 = '' OR lower(r.title) LIKE $2 ESCAPE '\\' OR lower(r.title_en) LIKE $2 ESCAPE '\\'"
        " OR lower(d.purpose) LIKE $2 ESCAPE '\\') AND r.area_id BETWEEN $3 AND $4 AND r.id < $5 ORDER BY r.id DESC LIMIT $6",
        viewer, db::containing(small_letters(base::or_empty(wish.text))), area, base::last_of(area),
        wish.after ? wish.after->value : std::numeric_limits<std::int64_t>::max(), (wish.limit ? wish.limit->value : usual_limit) + 1);
    for (auto& card : cards)
        if (const auto found = card.area_id ? areas::find(db, card.area_id) : std::nullopt)
            card.area_title = areas::title(*found, language);
    return cards;
}

}  // namespace goals

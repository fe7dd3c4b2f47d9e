#pragma once

#include "db/db.hpp"
#include "goals/dashboard/dashboard.hpp"

namespace goals {

struct DashboardWords {
    std::string purpose;
    std::string blocks;  // as JSON
};
BOOST_DESCRIBE_STRUCT(DashboardWords, (), (purpose, blocks))
DashboardWords get_dashboard_words(db::Session& db, DashboardId id);
void insert_dashboard_words(db::Tx& tx, DashboardId id, const DashboardContent& content);
void update_dashboard_words(db::Tx& tx, DashboardId id, const DashboardContent& content);

// Which dashboards a list shows; what is left empty does not narrow it.
struct DashboardWish {
    std::optional<base::Text<0, 200>> text;
    std::optional<base::AreaId> area;  // with everything under it
    std::optional<records::RecordId> after;
    std::optional<base::Whole<1, 100>> limit;
};
BOOST_DESCRIBE_STRUCT(DashboardWish, (), (text, area, after, limit))

struct DashboardCard {
    records::RecordId id;
    std::int64_t number{};
    std::string title;
    std::string title_en;
    std::string summary;
    std::string address;
    base::AreaId area_id;
    std::string owner_title;
    std::string area_title;  // "ตำบลท่าซัก"; empty for the country
};
BOOST_DESCRIBE_STRUCT(DashboardCard, (), (id, number, title, title_en, summary, address, area_id, owner_title, area_title))
// Published ones that the viewer may read, the newest first; one more than the limit where there is more.
std::vector<DashboardCard> list_dashboards(db::Session& db, base::PersonId viewer, const DashboardWish& wish, base::Language language);

}  // namespace goals

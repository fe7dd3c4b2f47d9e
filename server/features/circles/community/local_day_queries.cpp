#include "areas/areas.hpp"
#include "circles/community/local_day.hpp"

namespace circles {

#define LOCAL_DAYS                                                                                                               \
    "SELECT d.id, r.number, r.version, r.title, r.title_en, d.area_id, d.kind, d.first, d.last, d.yearly, d.note, r.created_at," \
    " r.edited_at FROM circles_local_days d JOIN records_v_records r ON r.id = d.id"

std::vector<LocalDay> list_local_days(db::Session& db, const http::Viewer& viewer, base::AreaId area) {
    std::vector<LocalDay> all;
    for (std::optional around = area; around; around = areas::parent_of(*around)) {
        const auto some =
            db.all<LocalDay>(LOCAL_DAYS " WHERE d.area_id = $2 AND r.state = 'published' AND " RECORDS_MAY_READ " ORDER BY d.first, d.id",
                             viewer.person, *around);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

LocalDay get_local_day(db::Session& db, LocalDayId id) {
    return db.one<LocalDay>(LOCAL_DAYS " WHERE d.id = $1", id);
}

void insert_local_day(db::Tx& tx, LocalDayId id, base::AreaId area, const LocalDayContent& content) {
    tx.run("INSERT INTO circles_local_days (id, area_id, kind, first, last, yearly, note) VALUES ($1, $2, $3, $4, $5, $6, $7)", id, area,
           content.kind, content.first, content.last.value_or(content.first), content.yearly, base::or_empty(content.note));
}

void update_local_day(db::Tx& tx, LocalDayId id, const LocalDayContent& content) {
    tx.run("UPDATE circles_local_days SET kind = $2, first = $3, last = $4, yearly = $5, note = $6 WHERE id = $1", id, content.kind,
           content.first, content.last.value_or(content.first), content.yearly, base::or_empty(content.note));
}

}  // namespace circles

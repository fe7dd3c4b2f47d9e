#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/bounded.hpp"
#include "base/json/errors.hpp"
#include "circles/circles.hpp"
#include "db/db.hpp"
#include "http/viewer.hpp"
#include "records/records.hpp"

// Days and spans that a place keeps, as its people have told them: a record each, shown on the calendar of its area.
namespace circles {

struct LocalDayTag {
    static constexpr std::string_view kind = "local_day";
};
using LocalDayId = base::Id<LocalDayTag>;

enum class Kept : std::uint8_t {
    holy,     // วันพระ
    merit,    // งานบุญ
    holiday,  // a holiday that the cabinet has given beside the usual ones
    season,   // harvest and other busy weeks
    rush,     // an office's own: the end of its fiscal year
    evening,  // weeks in which people are free in the evening alone
};
BOOST_DESCRIBE_ENUM(Kept, holy, merit, holiday, season, rush, evening)

struct LocalDayContent {
    base::Line name;
    std::optional<base::Text<0, 300>> name_en;
    Kept kind{};
    base::Date first;
    std::optional<base::Date> last;  // the same day
    bool yearly{};                   // on the same dates each year from then on; what goes by the moon is told for each year
    std::optional<base::Text<0, 1000>> note;
};
BOOST_DESCRIBE_STRUCT(LocalDayContent, (), (name, name_en, kind, first, last, yearly, note))
void check(const LocalDayContent& content, json::Errors& errors);

struct Span {
    base::Date from;
    base::Date to;
};

// As it is stored, with what its record says.
struct LocalDay {
    LocalDayId id;
    std::int64_t number{};
    std::int64_t version{};
    std::string title;
    std::string title_en;
    base::AreaId area_id;
    Kept kind{};
    base::Date first;
    base::Date last;
    bool yearly{};
    std::string note;
    base::Instant created_at;
    base::Instant edited_at;
};
BOOST_DESCRIBE_STRUCT(LocalDay, (), (id, number, version, title, title_en, area_id, kind, first, last, yearly, note, created_at, edited_at))

// When it is kept within a span, wholly or in part; the 29th of February is the 28th where there is none.
std::vector<Span> occurrences(const LocalDay& day, const Span& span);

// Of the area itself and of those around it, those that the viewer may read.
std::vector<LocalDay> list_local_days(db::Session& db, const http::Viewer& viewer, base::AreaId area);
LocalDay get_local_day(db::Session& db, LocalDayId id);
void insert_local_day(db::Tx& tx, LocalDayId id, base::AreaId area, const LocalDayContent& content);
void update_local_day(db::Tx& tx, LocalDayId id, const LocalDayContent& content);

}  // namespace circles

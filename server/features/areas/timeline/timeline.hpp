#pragma once

#include "areas/areas.hpp"
#include "base/bounded.hpp"
#include "base/json/errors.hpp"
#include "db/db.hpp"
#include "records/records.hpp"

// The story of a place, year by year, as those who lived it tell it.
namespace areas {

struct EntryTag {
    static constexpr std::string_view kind = "timeline_entry";
};
using EntryId = base::Id<EntryTag>;

enum class EntryKind : std::uint8_t {
    beginning,      // ก่อตั้ง
    turning_point,  // จุดเปลี่ยน
    plan,           // แผน
    activity,       // กิจกรรม
    organisation,   // เกิดกลุ่มหรือองค์กร
    result,         // ผลที่เกิด
    award,          // รางวัล
    disaster,       // ภัย
    other,          // อื่น ๆ
};
BOOST_DESCRIBE_ENUM(EntryKind, beginning, turning_point, plan, activity, organisation, result, award, disaster, other)

struct EntryContent {
    base::Whole<1200, 2500> year;  // common era
    std::optional<base::Whole<1, 12>> month;
    std::optional<base::Whole<1, 31>> day;
    EntryKind kind{};
    base::Line title;
    std::optional<base::Text<0, 5000>> detail;
    std::optional<base::Text<0, 500>> link;          // http, https, or an address here
    std::optional<base::Text<0, 300>> speaker;       // who tells it
    std::optional<base::Text<0, 300>> speaker_role;  // "ประธานสภาองค์กรชุมชน"
    std::optional<base::Text<0, 300>> speaker_body;  // of what body
};
BOOST_DESCRIBE_STRUCT(EntryContent, (), (year, month, day, kind, title, detail, link, speaker, speaker_role, speaker_body))
void check(const EntryContent& content, json::Errors& errors);

// The first day that it can mean.
base::Date happened_on(const EntryContent& content);
std::string text_of(const EntryContent& content);

// One entry as the page shows it.
struct Entry {
    EntryId id;
    std::int64_t number{};  // for /api/timeline-entries/{entry}
    std::int64_t version{};
    std::int64_t year{};
    std::int64_t month{};  // 0 where nobody remembers
    std::int64_t day{};
    EntryKind kind{};
    std::string title;
    std::string detail;
    std::string link;
    std::string speaker;
    std::string speaker_role;
    std::string speaker_body;
    AreaId area_id;
};
BOOST_DESCRIBE_STRUCT(Entry, (),
                      (id, number, version, year, month, day, kind, title, detail, link, speaker, speaker_role, speaker_body, area_id))

// Of the area itself, not of what lies under it; those that the viewer may read, in the order of time.
std::vector<Entry> list_entries(db::Session& db, const http::Viewer& viewer, AreaId area);
void insert_entry(db::Tx& tx, EntryId id, AreaId area, const EntryContent& content);
void update_entry(db::Tx& tx, EntryId id, const EntryContent& content);

}  // namespace areas

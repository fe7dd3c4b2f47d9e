#pragma once

#include "areas/area_page.hpp"
#include "areas/tree/tree.hpp"
#include "base/bounded.hpp"
#include "base/json/errors.hpp"
#include "base/person.hpp"
#include "db/db.hpp"

// A change of areas, as an office learns it from the royal gazette: seen before it is done, recorded, and undone while nothing stands on
// it.
namespace areas {

struct ChangeTag {};
using ChangeId = base::Id<ChangeTag>;

enum class ChangeKind : std::uint8_t {
    split,   // one becomes several, or gives a part away and goes on
    merge,   // several become one, or one takes the others in
    move,    // one gets another code, under the same area or under another
    rename,  // one gets another name
    raise,   // subdistricts, or parts of them, become a municipality
};
BOOST_DESCRIBE_ENUM(ChangeKind, split, merge, move, rename, raise)

struct NewArea {
    base::Text<2, 8> code;
    base::Line name;  // without the word for its level
    std::optional<base::Text<0, 300>> name_en;
};
BOOST_DESCRIBE_STRUCT(NewArea, (), (code, name, name_en))

// Where an area goes that lay in a divided one.
struct Placement {
    base::Text<1, 20> code;
    base::Text<2, 8> into;
    std::optional<base::Whole<1, 99>> number;  // its last two digits there; its own, or the next that is free
};
BOOST_DESCRIBE_STRUCT(Placement, (), (code, into, number))

struct Raised {
    Municipality kind{};
    base::Line name;  // without "เทศบาลตำบล"
    std::optional<base::Text<0, 300>> name_en;
    bool is_whole{};  // all of the subdistricts
};
BOOST_DESCRIBE_STRUCT(Raised, (), (kind, name, name_en, is_whole))

struct ChangeForm {
    ChangeKind kind{};
    base::Date holds_on;
    base::Line source;                     // "ราชกิจจานุเบกษา เล่ม 140 ตอนพิเศษ 12 ง หน้า 3"
    std::vector<base::Text<1, 20>> areas;  // codes of those that change
    std::vector<NewArea> made;
    std::optional<base::Text<1, 20>> stays;  // of the areas the one that goes on, smaller or larger
    std::vector<Placement> placed;
    std::optional<Raised> raised;
};
BOOST_DESCRIBE_STRUCT(ChangeForm, (), (kind, holds_on, source, areas, made, stays, placed, raised))

struct Renaming {
    Area before;
    Area after;
};
BOOST_DESCRIBE_STRUCT(Renaming, (), (before, after))

// All that a change writes, and what stood before.
struct Plan {
    std::vector<Area> ended;  // as they stood
    std::vector<Area> begun;
    std::vector<Area> kept;  // that go on, smaller, larger or with a municipality
    std::vector<Succession> successions;
    std::optional<Renaming> renaming;
    std::optional<Raised> raised;
};
BOOST_DESCRIBE_STRUCT(Plan, (), (ended, begun, kept, successions, renaming, raised))

struct Planned {
    Plan plan;
    std::vector<Area> waiting;  // lie in an area that ends, and nobody said where they go
    std::vector<Area> offered;  // lie in one that goes on smaller, and stay in it unless somebody says where they go
    json::Errors errors;
};
Planned make_plan(db::Session& db, const ChangeForm& form, base::Date today);

// What is said of a change before it is done, and after.
struct ChangedArea {
    std::string code;
    Level level{};
    std::string title;
    std::vector<Step> into;  // of one that ends or gives a part away
};
BOOST_DESCRIBE_STRUCT(ChangedArea, (), (code, level, title, into))

struct ChangeView {
    std::vector<ChangedArea> ended;
    std::vector<ChangedArea> begun;
    std::vector<ChangedArea> kept;
    std::string name_before;  // of one that is renamed
    std::string name_after;
    std::optional<Raised> raised;
};
BOOST_DESCRIBE_STRUCT(ChangeView, (), (ended, begun, kept, name_before, name_after, raised))

struct ChangePreview {
    ChangeView view;
    std::vector<Step> waiting;    // asks where they go
    std::vector<Step> offered;    // may go along, and stay if nothing is said
    std::int64_t values_since{};  // that were entered in areas which end, for a time in which they are no more
};
BOOST_DESCRIBE_STRUCT(ChangePreview, (), (view, waiting, offered, values_since))

struct Change {
    ChangeId id;
    ChangeKind kind{};
    base::Date holds_on;
    std::string source;
    base::Instant recorded_at;
    std::optional<base::Instant> undone_at;
    ChangeView view;
    std::string kept_by;  // why it cannot be undone; empty: it can
};
BOOST_DESCRIBE_STRUCT(Change, (), (id, kind, holds_on, source, recorded_at, undone_at, view, kept_by))

ChangeView view_of(const Plan& plan, base::Language language);
ChangePreview look_at_change(db::Session& db, const ChangeForm& form, base::Date today, const AreaUse* use, base::Language language);
ChangeId record_change(db::Tx& tx, base::PersonId by, const ChangeForm& form, const Plan& plan);

struct ChangeRow;
// Why a change stands for good: values, records or other changes rest on its areas. Empty: it may be undone.
std::string_view what_keeps(db::Session& db, const ChangeRow& change, const Plan& plan, const AreaUse* use);
void undo_change(db::Tx& tx, base::PersonId by, ChangeId change, const Plan& plan);

// The newest first.
std::vector<Change> list_changes(db::Session& db, const AreaUse* use, base::Language language);

void add_change_routes(http::Router& router);

}  // namespace areas

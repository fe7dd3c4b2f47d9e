#pragma once

#include "base/sector.hpp"
#include "circles/life/ladder.hpp"
#include "records/records.hpp"

// A circle over the years: how far people took part, who came from where, and what was planned beside what was seen.
namespace circles {

struct SectorHeadsOf {
    base::Sector sector{};
    std::int64_t people{};
};
BOOST_DESCRIBE_STRUCT(SectorHeadsOf, (), (sector, people))

// One held session. What nobody counted is absent, never zero.
struct LifeSession {
    SessionId id;
    std::string address;
    std::string title;
    std::optional<std::int64_t> ordinal;
    base::Date date;
    std::optional<std::int64_t> people;
    std::optional<Rung> rung;
    std::vector<RungHeads> rungs;
    std::vector<SectorHeadsOf> sectors;
};
BOOST_DESCRIBE_STRUCT(LifeSession, (), (id, address, title, ordinal, date, people, rung, rungs, sectors))

struct OfficeMonth {
    std::string month;  // "2026-11"
    std::int64_t people{};
};
BOOST_DESCRIBE_STRUCT(OfficeMonth, (), (month, people))

// Person-times of those who came for an office, as the lists of the sessions name it.
struct OfficeLine {
    std::string office;
    std::int64_t people{};
    std::vector<OfficeMonth> months;
};
BOOST_DESCRIBE_STRUCT(OfficeLine, (), (office, people, months))

struct ResultLine {
    std::string address;
    std::string title;
    base::Date date;
    std::string planned_result;
    std::string seen_result;
};
BOOST_DESCRIBE_STRUCT(ResultLine, (), (address, title, date, planned_result, seen_result))

struct LifeReply {
    records::Envelope record;
    std::vector<LifeSession> sessions;  // held, the oldest first
    std::vector<OfficeLine> offices;    // the largest first
    std::int64_t elsewhere{};           // person-times of offices that are too small to be told outside the circle
    std::vector<ResultLine> results;    // the newest first
};
BOOST_DESCRIBE_STRUCT(LifeReply, (), (record, sessions, offices, elsewhere, results))
LifeReply life_reply(db::Session& db, const http::Viewer& viewer, const records::Found& circle);

// From so few person-times one could tell who it was: outsiders see these offices only together.
constexpr std::int64_t fewest_told = 5;

struct OfficeRow {
    std::string office;
    std::string month;
    std::int64_t people{};
};
BOOST_DESCRIBE_STRUCT(OfficeRow, (), (office, month, people))
std::vector<OfficeLine> offices_of(const std::vector<OfficeRow>& rows);
// Takes those apart that are too small, and gives their sum.
std::int64_t take_small(std::vector<OfficeLine>& offices);

// ---- queries: of sessions that the viewer may read ----

std::vector<LifeSession> list_life_sessions(db::Session& db, const http::Viewer& viewer, CircleId circle);
std::vector<OfficeRow> list_office_months(db::Session& db, const http::Viewer& viewer, CircleId circle);
std::vector<ResultLine> list_results(db::Session& db, const http::Viewer& viewer, CircleId circle);

}  // namespace circles

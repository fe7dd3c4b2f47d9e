#pragma once

#include "goals/dashboard/blocks.hpp"
#include "goals/dashboard/dashboard_queries.hpp"
#include "http/page.hpp"

// A dashboard as its page and its API route show it: one reply with all its numbers.
namespace goals {

struct ShownDashboard {
    records::Envelope record;
    records::Rights rights;
    std::optional<records::Card> owner;
    std::string purpose;
    PlaceName area;                 // that its reader looks at
    std::vector<PlaceName> around;  // from the country down, without itself
    std::vector<PlaceName> inside;
    std::optional<BlockPeriod> period;  // that its reader looks at; none: of each indicator the newest
    std::vector<BlockPeriod> periods;   // for which the area has numbers, the newest first
    std::vector<ShownBlock> blocks;
};
BOOST_DESCRIBE_STRUCT(ShownDashboard, (), (record, rights, owner, purpose, area, around, inside, period, periods, blocks))

// What its reader chose, for all blocks that have none of their own.
struct DashboardAt {
    std::optional<std::string> area;    // the official code; TH is the country. None: the dashboard's own
    std::optional<std::string> period;  // as people type it; none: the newest
};
BOOST_DESCRIBE_STRUCT(DashboardAt, (), (area, period))

// A dashboard as it is looked at.
struct LookedAtDashboard {
    areas::Area area;
    std::optional<base::ReportingPeriod> period;
    DashboardContent content;  // its blocks with that period
};
// Throws Problem 422 for an area or a period that there is not.
LookedAtDashboard look_at_dashboard(db::Session& db, const records::Envelope& record, const DashboardAt& at);

// What it says; blocks that were written by a later version of the program, and cannot be read, are none.
DashboardContent content_of(db::Session& db, const records::Envelope& record);
ShownDashboard show_dashboard(db::Session& db, const Viewing& viewing, const records::Found& found, const DashboardAt& at);

// Readable before any script runs.
http::Page dashboard_page(const ShownDashboard& dashboard, base::Language language);
http::Page dashboards_page(const std::vector<DashboardCard>& dashboards, base::Language language);

}  // namespace goals

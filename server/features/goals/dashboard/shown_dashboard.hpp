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
    std::vector<ShownBlock> blocks;
};
BOOST_DESCRIBE_STRUCT(ShownDashboard, (), (record, rights, owner, purpose, area, around, inside, blocks))

// What it says; blocks that were written by a later version of the program, and cannot be read, are none.
DashboardContent content_of(db::Session& db, const records::Envelope& record);
// `code`: of the area that the reader chose; none: the dashboard's own.
ShownDashboard show_dashboard(db::Session& db, const Viewing& viewing, const records::Found& found, const std::optional<std::string>& code);

// Readable before any script runs.
http::Page dashboard_page(const ShownDashboard& dashboard, base::Language language);
http::Page dashboards_page(const std::vector<DashboardCard>& dashboards, base::Language language);

}  // namespace goals

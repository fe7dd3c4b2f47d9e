#pragma once

#include "goals/dashboard/dashboard_queries.hpp"

// Making and changing dashboards: envelope, rows, search text and journal in one transaction.
namespace goals {

struct NewDashboard {
    DashboardContent content{};
    records::RecordId owner{};
    records::RecordId from{};  // the one that it is a copy of, or what led to it; none: nothing that is kept
    base::Language language = base::Language::th;
};
// Published, for everybody.
records::Envelope insert_dashboard(db::Tx& tx, base::PersonId actor, const NewDashboard& dashboard);

// Throws Problem 412 `edited_elsewhere` if `version` is no longer the newest.
records::Envelope change_dashboard(db::Tx& tx, base::PersonId actor, const records::Envelope& before, std::int64_t version,
                                   const DashboardContent& content);

}  // namespace goals

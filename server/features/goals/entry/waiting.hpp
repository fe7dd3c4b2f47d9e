#pragma once

#include <optional>
#include <string>
#include <vector>

#include "goals/entry/asked.hpp"
#include "goals/entry/shown_value.hpp"

// What waits to be looked through or approved, where the viewer looks after the figures.
namespace goals {

struct WaitingBatch {
    std::string indicator;  // its code
    std::string title;
    std::string title_en;
    std::string indicator_address;
    Traits traits;
    std::string period;
    std::string period_title;
    std::string group;
    EntryPlace area;
    EntryRights rights;
    bool has_other_approver{};
    std::int64_t drafts{};
    std::int64_t checked{};
    EntryId newest;  // what came in last: send it along, so that nothing moves unseen
    std::vector<ShownValue> values;
};
BOOST_DESCRIBE_STRUCT(WaitingBatch, (),
                      (indicator, title, title_en, indicator_address, traits, period, period_title, group, area, rights, has_other_approver,
                       drafts, checked, newest, values))

struct WaitingWish {
    std::optional<std::string> area;  // only in and under it
};
BOOST_DESCRIBE_STRUCT(WaitingWish, (), (area))

struct Waiting {
    std::vector<WaitingBatch> batches;  // what came in last first
    bool more{};                        // there are others
    std::vector<EntryPlace> keeps;      // areas whose figures the viewer looks after
};
BOOST_DESCRIBE_STRUCT(Waiting, (), (batches, more, keeps))
Waiting read_waiting(db::Session& db, const http::Viewer& viewer, const WaitingWish& wish, base::Language language);

}  // namespace goals

#pragma once

#include "goals/dashboard/shown_dashboard.hpp"

// "รายงานผู้บริหาร": what a dashboard says to somebody who has five minutes.
namespace goals {

// One number of it, over its last periods.
struct KeyNumber {
    BlockIndicator indicator;  // its first row is that of the area
    PlaceName area;
    std::string group;  // of a breakdown; empty: the total
};

struct ExecutiveReport {
    std::string title;
    std::string title_en;
    std::string address;
    std::string owner;
    std::string owner_en;
    PlaceName area;
    std::string path;
    std::string period_title;  // empty: of each indicator the newest
    std::vector<KeyNumber> numbers;
    std::size_t more_numbers{};  // of its pictures that are not among them
    // Those of the dashboard; where it has none that can be shown, one of all its indicators.
    std::vector<ShownBlock> exceptions;
    std::size_t more_lists{};  // of the dashboard that are not among them
    std::size_t blocks{};      // of the dashboard
};

ExecutiveReport read_executive(db::Session& db, const Viewing& viewing, const records::Found& found, const DashboardAt& at);

}  // namespace goals

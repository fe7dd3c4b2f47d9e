#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"

// When the next back-up is due, what it is called, and which old ones may go. Days are those of Bangkok.
namespace backup {

// "lomwong-2026-11-21-0200.tar.zst"
std::string archive_name(base::Instant made_at);
// Nothing for any other name: what somebody named by hand is nobody's to remove.
std::optional<base::Instant> made_at(std::string_view archive_name);

// How many are kept: the newest of each of so many days, weeks (from Monday) and months that have one.
struct Keep {
    int days = 7;
    int weeks = 4;
    int months = 12;
};

// The newest is never among them, whatever is kept.
std::vector<std::string> list_outlived(std::span<const std::string> archive_names, const Keep& keep);

// When the newest of these was made. One of a time to come does not count: a clock that ran ahead for a while would stop all others.
std::optional<base::Instant> newest_made(std::span<const std::string> archive_names, base::Instant now);

// Once a day, from this hour on; what was missed while the machine slept is made up for at once.
bool is_due(base::Instant now, std::optional<base::Instant> last, int hour);

}  // namespace backup

#include "backup/retention.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace backup {

namespace {

constexpr std::string_view prefix = "lomwong-";
constexpr std::string_view suffix = ".tar.zst";

base::Date first_of_week(base::Date date) {
    return base::add_days(date, -static_cast<int>(base::weekday(date)));
}

base::Date first_of_month(base::Date date) {
    return {date.year, date.month, 1};
}

base::Date same_day(base::Date date) {
    return date;
}

struct Archive {
    std::string name;
    base::Date date;
};

// Marks the newest of each of the `most` newest periods. `archives` are newest first.
void keep_newest(std::span<const Archive> archives, base::Date (*period)(base::Date), int most, std::set<std::string>& kept) {
    std::set<base::Date> seen;
    for (const auto& archive : archives) {
        if (static_cast<int>(seen.size()) >= most) return;
        if (seen.insert(period(archive.date)).second) kept.insert(archive.name);
    }
}

}  // namespace

std::string archive_name(base::Instant made_at) {
    const auto minutes = base::bangkok_time(made_at).minutes;
    return fmt::format("{}{}-{:02}{:02}{}", prefix, base::to_iso(base::bangkok_date(made_at)), minutes / 60, minutes % 60, suffix);
}

std::optional<base::Instant> made_at(std::string_view name) {
    constexpr std::size_t length = prefix.size() + std::string_view("2026-11-21-0200").size() + suffix.size();
    if (name.size() != length || !name.starts_with(prefix) || !name.ends_with(suffix)) return std::nullopt;
    const auto date = base::date_from_iso(name.substr(prefix.size(), 10));
    const auto clock = name.substr(prefix.size() + 11, 4);
    const auto time = base::time_from_iso(std::string(clock.substr(0, 2)) + ":" + std::string(clock.substr(2)));
    if (!date || !time || name[prefix.size() + 10] != '-') return std::nullopt;
    return base::at_bangkok(*date, *time);
}

std::vector<std::string> list_outlived(std::span<const std::string> names, const Keep& keep) {
    std::vector<Archive> archives;
    for (const auto& name : names)
        if (const auto made = made_at(name)) archives.push_back({name, base::bangkok_date(*made)});
    std::ranges::sort(archives, std::greater{}, &Archive::name);  // names sort as their times do
    std::set<std::string> kept;
    if (!archives.empty()) kept.insert(archives.front().name);
    keep_newest(archives, same_day, keep.days, kept);
    keep_newest(archives, first_of_week, keep.weeks, kept);
    keep_newest(archives, first_of_month, keep.months, kept);
    std::vector<std::string> outlived;
    for (const auto& archive : archives)
        if (!kept.contains(archive.name)) outlived.push_back(archive.name);
    return outlived;
}

std::optional<base::Instant> newest_made(std::span<const std::string> names, base::Instant now) {
    constexpr std::int64_t day_ms = std::int64_t{24} * 60 * 60 * 1000;  // up to that it was only set right
    std::optional<base::Instant> newest;
    for (const auto& name : names)
        if (const auto made = made_at(name); made && made->ms <= now.ms + day_ms) newest = std::max(newest, made);
    return newest;
}

bool is_due(base::Instant now, std::optional<base::Instant> last, int hour) {
    const auto today = base::bangkok_date(now);
    auto from = base::at_bangkok(today, {hour * 60});
    if (now < from) from = base::at_bangkok(base::add_days(today, -1), {hour * 60});
    return !last || *last < from;
}

}  // namespace backup

#include "goals/dashboard/shown_dashboard.hpp"

#include <algorithm>
#include <set>

#include "base/enum_names.hpp"
#include "base/json/json.hpp"
#include "goals/view/times.hpp"
#include "http/problem.hpp"

namespace goals {

DashboardContent content_of(db::Session& db, const records::Envelope& record) {
    auto words = get_dashboard_words(db, {record.id.value});
    json::Errors errors;
    auto blocks = json::read<std::vector<Block>>(words.blocks, errors);
    if (!errors.list().empty()) blocks.clear();
    return {.title = {record.title},
            .title_en = {{record.title_en}},
            .purpose = {{std::move(words.purpose)}},
            .area = record.area_id,
            .blocks = std::move(blocks)};
}

// An area that is gone gives way to the country, so that the rest can still be read.
static areas::Area area_for(db::Session& db, const records::Envelope& record, const std::optional<std::string>& code) {
    auto area = code ? areas::find(db, *code == "TH" ? "th" : *code) : areas::find(db, record.area_id);
    if (!area && code) throw http::Problem(422, "invalid_input").at("/area", "unknown_area");
    return area ? *std::move(area) : areas::find(db, "th").value();
}

static std::optional<base::ReportingPeriod> period_for(const std::optional<std::string>& typed) {
    if (!typed || typed->empty()) return {};
    const auto read = base::read_reporting_period(*typed);
    if (const auto* fault = std::get_if<base::PeriodFault>(&read))
        throw http::Problem(422, "invalid_input").at("/period", std::string(base::name_of(*fault)));
    return std::get<base::ReportingPeriod>(read);
}

LookedAtDashboard look_at_dashboard(db::Session& db, const records::Envelope& record, const DashboardAt& at) {
    LookedAtDashboard looked{area_for(db, record, at.area), period_for(at.period), content_of(db, record)};
    if (!looked.period) return looked;
    for (auto& block : looked.content.blocks)
        if (shows_figures(block) && base::or_empty(block.period).empty()) block.period = {base::code_of(*looked.period)};
    return looked;
}

// The indicators that go along when its reader chooses another time.
static std::set<std::string> followers_in(const std::vector<ShownBlock>& blocks, const LookedAtDashboard& looked) {
    constexpr std::size_t most_asked = 12;
    const auto chosen = looked.period ? base::code_of(*looked.period) : std::string();
    std::set<std::string> codes;
    for (const auto& shown : blocks) {
        if (!shows_figures(shown.block) || base::or_empty(shown.block.period) != chosen) continue;
        for (const auto& indicator : shown.indicators)
            if (codes.size() < most_asked) codes.insert(indicator.code);
    }
    return codes;
}

// For which times its reader may look at it.
static std::vector<BlockPeriod> periods_of(db::Session& db, const Viewing& viewing, const LookedAtDashboard& looked,
                                           const std::vector<ShownBlock>& blocks) {
    constexpr std::size_t most_periods = 16;
    std::vector<base::ReportingPeriod> there;
    for (const auto& code : followers_in(blocks, looked))
        if (const auto found = find_readable(db, viewing.viewer, code))
            for (const auto& period : measured_of(db, found->indicator, looked.area.id))
                if (std::ranges::find(there, period) == there.end()) there.push_back(period);
    std::ranges::sort(there, std::greater{}, [](const base::ReportingPeriod& period) { return std::pair(period.last, period.kind); });
    if (there.size() > most_periods) there.resize(most_periods);
    std::vector<BlockPeriod> periods;
    periods.reserve(there.size());
    for (const auto& period : there) periods.push_back({base::code_of(period), base::title_of(period, viewing.language)});
    return periods;
}

ShownDashboard show_dashboard(db::Session& db, const Viewing& viewing, const records::Found& found, const DashboardAt& at) {
    const auto& record = found.envelope;
    const auto looked = look_at_dashboard(db, record, at);
    auto owner = records::cards(db, viewing.viewer, {record.owner_id});
    ShownDashboard shown{.record = record,
                         .rights = records::rights(found),
                         .owner = owner.empty() ? std::nullopt : std::optional(std::move(owner.front())),
                         .purpose = base::or_empty(looked.content.purpose),
                         .area = name_of_place(looked.area, viewing.language),
                         .around = {},
                         .inside = {},
                         .period = {},
                         .periods = {},
                         .blocks = show_blocks(db, viewing, looked.area, looked.content.blocks)};
    shown.periods = periods_of(db, viewing, looked, shown.blocks);
    if (looked.period) shown.period = {base::code_of(*looked.period), base::title_of(*looked.period, viewing.language)};
    for (const auto& each : areas::lineage(db, looked.area.id))
        if (each.id != looked.area.id) shown.around.push_back(name_of_place(each, viewing.language));
    for (const auto& each : areas::list_inside(db, looked.area.id)) shown.inside.push_back(name_of_place(each, viewing.language));
    return shown;
}

}  // namespace goals

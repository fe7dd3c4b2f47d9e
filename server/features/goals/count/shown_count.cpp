#include "goals/count/shown_count.hpp"

#include "goals/entry/entry_queries.hpp"
#include "goals/entry/rule.hpp"
#include "goals/view/cards.hpp"

namespace goals {

namespace {

// What has been counted of one indicator, group by group.
std::vector<Hands> hands_of(const CountRow& count, const std::vector<CellRow>& cells, std::int64_t position) {
    std::vector<Hands> hands(count.cells_a_level());
    for (const auto& cell : cells)
        if (cell.position == position)
            hands.at(static_cast<std::size_t>(cell.group_at)).at(static_cast<std::size_t>(cell.level - 1)) = cell.hands;
    return hands;
}

void add_compared(db::Session& db, const Indicator& indicator, const CountRow& count, base::AreaId area, CountItem& item) {
    const auto last_year = base::period_around({count.year - 1, 1, 1}, base::PeriodKind::year);
    const auto add = [&](Compared with, base::AreaId where, const base::ReportingPeriod& when) {
        if (auto figure = get_figure(db, indicator, where, when); figure.value) item.compared.push_back({with, std::move(figure)});
    };
    add(Compared::here_last_year, area, last_year);
    const auto around = areas::parent_of(area);
    if (!around) return;
    add(Compared::around, *around, count.period());
    add(Compared::around_last_year, *around, last_year);
}

CountItem shown(db::Session& db, const ItemRow& row, const CountRow& count) {
    const auto indicator = get_indicator(db, row.indicator_id);
    const auto said = find_definition(db, row.indicator_id, count.year).value();
    CountItem item{.position = row.position,
                   .code = indicator.code,
                   .title = row.name.empty() ? said.title.value : row.name,
                   .title_en = row.name.empty() ? base::or_empty(said.title_en) : "",
                   .address = indicator_address(indicator.code),
                   .levels = {},
                   .way = row.way,
                   .closed = row.closed,
                   .tally = {},
                   .groups = {},
                   .compared = {},
                   .otherwise = {}};
    for (const auto& level : said.levels.value_or(std::vector<base::Line>{})) item.levels.push_back(level.value);
    return item;
}

// What was counted went into the figures unless something else is approved there.
std::optional<StandsOtherwise> find_otherwise(db::Session& db, const ItemRow& row, const CountRow& count, base::AreaId area,
                                              const HandTally& counted) {
    const auto indicator = get_indicator(db, row.indicator_id);
    const auto series = find_series(db, {row.indicator_id, count.period(), ""});
    if (!series || counted.hands == 0) return {};
    for (const auto& stands : list_entered(db, *series, area, area)) {
        const Report report{State::value, base::whole(counted.sum), base::whole(counted.hands)};
        if (stands.report() != report)
            return StandsOtherwise{value_of(indicator, stands.report()), static_cast<Stage>(stands.stage), stands.source};
    }
    return {};
}

std::vector<CountCell> show_cells(db::Session& db, const http::Viewer& viewer, const std::vector<CellRow>& rows) {
    std::map<base::PersonId, std::string> names;
    std::vector<CountCell> cells;
    for (const auto& row : rows) {
        const auto [name, is_new] = names.try_emplace(row.written_by);
        if (is_new) name->second = writer_of(db, viewer, row.written_by);
        cells.push_back({row.position, row.group_at, row.level, row.hands, name->second, row.written_by == viewer.person, row.written_at});
    }
    return cells;
}

}  // namespace

CountState count_state(db::Session& db, const CountRow& count, base::AreaId area) {
    CountState state{.revision = count.revision, .open = count.is_open(), .present = count.present, .on = count.on, .items = {}};
    const auto cells = list_cells(db, count.id);
    for (const auto& row : list_items(db, count.id)) {
        auto& item = state.items.emplace_back(shown(db, row, count));
        if (row.closed) add_compared(db, get_indicator(db, row.indicator_id), count, area, item);
        if (!row.closed && is_secret(row.way)) continue;
        const auto hands = hands_of(count, cells, row.position);
        Hands all{};
        for (const auto& each : hands) all += each;
        item.tally = tally(all);
        item.groups = group_tallies(row.way, count.groups, hands);
        if (!count.is_open()) item.otherwise = find_otherwise(db, row, count, area, *item.tally);
    }
    return state;
}

CountReply show_count(db::Session& db, const CountView& view, const records::Found& found) {
    const auto& envelope = found.envelope;
    const CountId id{envelope.id.value};
    const auto count = get_count(db, id);
    CountReply reply{.record = envelope,
                     .rights = records::rights(found),
                     .may_count = may_count(found),
                     .owner = find_card(db, view.viewer, envelope.owner_id),
                     .area = place_of(db, envelope.area_id, view.language),
                     .around = place_of(db, areas::parent_of(envelope.area_id).value_or(base::AreaId{}), view.language),
                     .set = find_card(db, view.viewer, records::record_id(count.set_id)),
                     .year = count.year,
                     .period_title = base::title_of(count.period(), view.language),
                     .groups = count.groups,
                     .led_by = count.led_by,
                     .state = count_state(db, count, envelope.area_id),
                     .cells = {},
                     .late = {},
                     .closings = {}};
    if (reply.may_count) {
        reply.cells = show_cells(db, view.viewer, list_cells(db, id));
        reply.late = show_cells(db, view.viewer, list_late_cells(db, id));
    }
    for (const auto& closing : list_closings(db, id))
        reply.closings.push_back({writer_of(db, view.viewer, closing.closed_by), closing.closed_at});
    return reply;
}

bool may_count(const records::Found& found) {
    return found.ties.in_owner >= records::Role::contributor || records::may_edit(records::guard(found.envelope), found.ties);
}

}  // namespace goals

goals::Countable http::Argument<goals::Countable>::take(Call& call) {
    auto found = records::take_readable(call, goals::CountTag::kind);
    if (!goals::may_count(found)) throw call.viewer().is_guest() ? sign_in_needed(call.viewer()) : not_allowed();
    return {{found.envelope.id.value}, std::move(found)};
}

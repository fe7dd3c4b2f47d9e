#include "goals/goal/shown_goal.hpp"

#include "goals/goal/profile_queries.hpp"
#include "goals/view/cards.hpp"
#include "goals/vote/vote_queries.hpp"

namespace goals {

GoalView view_of(const http::Call& call) {
    return {call.viewer(), call.language(), base::bangkok_date(call.now())};
}

// An indicator that the viewer may not read is not named, and nothing is measured by it.
static void add_indicator(db::Session& db, const GoalView& view, GoalCard& card) {
    const auto shown = records::cards(db, view.viewer, {records::record_id(card.indicator_id)});
    if (shown.empty()) return;
    card.indicator_title = shown.front().title;
    card.indicator_title_en = shown.front().title_en;
    card.indicator_address = shown.front().address;
    card.ladder = ladder_of(db, get_indicator(db, card.indicator_id), card.area_id, get_marks(db, {card.id.value}), view.language);
}

std::vector<GoalCard> show_goal_lines(db::Session& db, const GoalView& view, std::vector<GoalLine> lines) {
    std::vector<GoalCard> cards;
    cards.reserve(lines.size());
    for (auto& line : lines) {
        auto& card = cards.emplace_back(GoalCard{std::move(line), {}, {}, {}, {}, {}, {}});
        card.standing = state_of({.decision = card.decision, .supports = card.supports, .counted = card.counted});
        const auto area = card.area_id ? areas::find(db, card.area_id) : std::nullopt;
        if (area) card.area_title = areas::title(*area, view.language);
        if (card.indicator_id) add_indicator(db, view, card);
    }
    return cards;
}

static std::vector<LatestFigure> measured_of(db::Session& db, const GoalView& view, const GoalCard& goal) {
    if (!goal.ladder) return {};
    const auto marks = get_marks(db, {goal.id.value});
    const auto kind = marks.targets.empty() ? std::nullopt : std::optional(marks.targets.front().period.kind);
    std::vector<LatestFigure> shown_figures;
    for (const auto& measured : list_figures(db, {.indicator = get_indicator(db, goal.indicator_id), .area = goal.area_id, .kind = kind}))
        shown_figures.push_back(shown(measured, view.language));
    return shown_figures;
}

// By whom the indicator is told apart, in the newest time that was measured.
static std::vector<GroupFigure> groups_of(db::Session& db, const ShownGoal& shown) {
    if (shown.measured.empty()) return {};
    const auto indicator = get_indicator(db, shown.goal.indicator_id);
    const auto period = std::get<base::ReportingPeriod>(base::read_reporting_period(shown.measured.front().period));
    std::vector<GroupFigure> groups;
    for (const auto& group : list_definitions(db, indicator.id).front().content.groups.value_or(std::vector<base::Line>{})) {
        auto figure = get_figure(db, indicator, shown.goal.area_id, period, group.value);
        if (figure.value || figure.hidden) groups.push_back({group.value, std::move(figure)});
    }
    return groups;
}

static ShownDecision shown_decision(db::Session& db, const GoalView& view, const GoalRow& row) {
    return {row.decision, row.decided_on, row.meeting, writer_of(db, view.viewer, row.decided_by)};
}

static Tally tally_of(const std::vector<GoalCard>& goals) {
    Tally tally;
    for (const auto& goal : goals)
        if (goal.standing != GoalState::not_adopted) add_to(tally, goal.ladder ? goal.ladder->progress : Progress::no_target);
    return tally;
}

ShownGoal show_goal(db::Session& db, const GoalView& view, const records::Found& found) {
    const auto& envelope = found.envelope;
    const auto row = get_goal(db, {envelope.id.value});
    auto line = find_goal_line(db, view.viewer.person, row.id);
    if (!line) throw http::not_found();
    ShownGoal shown{.record = envelope,
                    .rights = records::rights(found),
                    .owner = find_card(db, view.viewer, envelope.owner_id),
                    .goal = show_goal_lines(db, view, {*std::move(line)}).front(),
                    .wish = row.wish,
                    .meaning = row.meaning,
                    .indicator = row.indicator_id ? get_indicator(db, row.indicator_id).code : "",
                    .area = place_of(db, envelope.area_id, view.language),
                    .area_is_told = has_profile(db, view.viewer.person, envelope.area_id),
                    .parent = find_card(db, view.viewer, records::record_id(row.parent_id)),
                    .partners = records::cards(db, view.viewer, list_partners(db, row.id)),
                    .measured = {},
                    .groups = {},
                    .mine = supports(db, envelope.id, view.viewer.person),
                    .votes = show_votes(db, {view.viewer, view.language, view.today}, {envelope.id, envelope.area_id, row.decision}),
                    .decision = shown_decision(db, view, row),
                    .sub_goals = show_goal_lines(db, view, list_sub_goals(db, view.viewer.person, row.id)),
                    .tally = {}};
    shown.measured = measured_of(db, view, shown.goal);
    shown.groups = groups_of(db, shown);
    shown.tally = tally_of(shown.sub_goals);
    return shown;
}

}  // namespace goals

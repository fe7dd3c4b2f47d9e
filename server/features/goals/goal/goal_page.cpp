#include "base/enum_names.hpp"
#include "base/locale.hpp"
#include "goals/goal/shown_goal.hpp"

namespace goals {

using namespace http::html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page

static std::string standing(GoalState state, base::Language language) {
    return base::say(language, "goals_standing_" + std::string(base::name_of(state)));
}

static Html goal_line(const GoalCard& goal, base::Language language) {
    return li(a(Url::within(goal.address), goal.title), " ", goal.area_title, " ", standing(goal.standing, language));
}

static Html mark_line(const ShownMark& mark) {
    const auto to = mark.value_to ? "–" + base::to_text(*mark.value_to) : std::string();
    return li(mark.period_title, " ", base::to_text(mark.value) + to);
}

// The numbers of the ladder, from below.
static Html steps(const Ladder& ladder, base::Language language) {
    const auto progress = base::say(language, "goals_progress_" + std::string(base::name_of(ladder.progress)));
    const auto begun = ladder.baseline ? mark_line(*ladder.baseline) : Html();
    return group(p(progress), ul(begun, each(ladder.targets, mark_line)));
}

http::Page goal_page(const ShownGoal& shown, const Html& proposals, base::Language language) {
    const auto& goal = shown.goal;
    const auto say = [&](std::string_view key) { return base::say(language, key); };
    const auto area = shown.area ? p(a(Url::within(shown.area->address), shown.area->title)) : Html();
    const auto parent = shown.parent ? p(a(Url::within(shown.parent->address), shown.parent->title)) : Html();
    const auto measure = goal.indicator_address.empty() ? Html() : p(a(Url::within(goal.indicator_address), goal.indicator_title));
    const auto line = [&](const GoalCard& each_goal) { return goal_line(each_goal, language); };
    const auto parts = shown.sub_goals.empty() ? Html() : section(h2(say("goals_sub_goals")), ul(each(shown.sub_goals, line)));
    http::Page page;
    page.title = shown.record.title;
    page.description = shown.record.summary;
    page.address = shown.record.address;
    page.article = article(p(say("records_kind_goal"), " · ", standing(goal.standing, language)), h1(shown.record.title), area, parent,
                           shown.wish.empty() ? Html() : blockquote(shown.wish), p(shown.meaning), measure,
                           goal.ladder ? steps(*goal.ladder, language) : Html(), proposals, parts);
    return page;
}

http::Page goals_page(const std::vector<GoalCard>& goals, base::Language language) {
    const auto line = [&](const GoalCard& goal) { return goal_line(goal, language); };
    http::Page page;
    page.title = base::say(language, "goals_goals");
    page.description = base::say(language, "goals_goals_about");
    page.address = "/goals";
    page.article = article(h1(page.title), p(page.description), ul(each(goals, line)));
    return page;
}

}  // namespace goals

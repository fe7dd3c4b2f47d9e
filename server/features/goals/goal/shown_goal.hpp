#pragma once

#include "goals/goal/goal_queries.hpp"
#include "goals/ladder/ladder.hpp"
#include "goals/set/shown_set.hpp"
#include "goals/vote/vote.hpp"
#include "http/call.hpp"
#include "http/page.hpp"

// A goal as its page and its API route show it.
namespace goals {

struct GoalView {
    const http::Viewer& viewer;
    base::Language language{};
    base::Date today;
};
GoalView view_of(const http::Call& call);

struct GoalCard : GoalLine {
    GoalState standing{};
    std::string area_title;       // "ตำบลท่าซัก"; empty for everybody's
    std::string indicator_title;  // empty where none is chosen, or the viewer may not read it
    std::string indicator_title_en;
    std::string indicator_address;
    std::optional<Ladder> ladder;
};
BOOST_DESCRIBE_STRUCT(GoalCard, (GoalLine), (standing, area_title, indicator_title, indicator_title_en, indicator_address, ladder))
std::vector<GoalCard> show_goal_lines(db::Session& db, const GoalView& view, std::vector<GoalLine> lines);

struct GroupFigure {
    std::string name;
    Figure figure;
};
BOOST_DESCRIBE_STRUCT(GroupFigure, (), (name, figure))

struct ShownGoal {
    records::Envelope record;
    records::Rights rights;
    std::optional<records::Card> owner;
    GoalCard goal;
    std::string wish;
    std::string meaning;
    std::string indicator;  // its code; empty: not chosen
    std::optional<SetPlace> area;
    bool area_is_told{};                  // somebody has written down what is known of the area
    std::optional<records::Card> parent;  // the main goal
    std::vector<records::Card> partners;
    std::vector<LatestFigure> measured;  // by periods of the targets' kind, the newest first
    std::vector<GroupFigure> groups;     // of the newest of these: those that reported something
    bool mine{};                         // the viewer supports it
    Votes votes;
    ShownDecision decision;
    std::vector<GoalCard> sub_goals;
    Tally tally;  // of the sub-goals that nobody turned down
};
BOOST_DESCRIBE_STRUCT(ShownGoal, (),
                      (record, rights, owner, goal, wish, meaning, indicator, area, area_is_told, parent, partners, measured, groups, mine,
                       votes, decision, sub_goals, tally))
ShownGoal show_goal(db::Session& db, const GoalView& view, const records::Found& found);

// What a baseline may begin with.
struct Beginning {
    Traits traits;
    std::optional<LatestFigure> latest;
};
BOOST_DESCRIBE_STRUCT(Beginning, (), (traits, latest))

// Readable before any script runs.
http::Page goal_page(const ShownGoal& goal, const http::html::Html& proposals, base::Language language);
http::Page goals_page(const std::vector<GoalCard>& goals, base::Language language);

}  // namespace goals

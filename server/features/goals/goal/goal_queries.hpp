#pragma once

#include "db/db.hpp"
#include "goals/goal/goal.hpp"
#include "goals/vote/decision.hpp"

namespace goals {

struct GoalRow {
    GoalId id;
    GoalId parent_id;          // 0: a main goal
    IndicatorId indicator_id;  // 0: not chosen yet
    std::string wish;
    std::string meaning;
    Decision decision{};
    std::optional<base::Date> decided_on;
    std::string meeting;
    base::PersonId decided_by;
};
BOOST_DESCRIBE_STRUCT(GoalRow, (), (id, parent_id, indicator_id, wish, meaning, decision, decided_on, meeting, decided_by))
GoalRow get_goal(db::Session& db, GoalId id);
std::optional<GoalRow> find_goal(db::Session& db, GoalId id);
bool has_sub_goals(db::Session& db, GoalId id);

// What the content says beside the envelope; its decision is left as it is.
struct GoalWords {
    GoalId id;
    GoalId parent;
    IndicatorId indicator;
    const GoalContent& content;
};
void insert_goal(db::Tx& tx, const GoalWords& goal);
void update_goal(db::Tx& tx, const GoalWords& goal);

void set_decision(db::Tx& tx, GoalId id, const Decided& decided, base::PersonId actor);
// By what it is measured; none: not chosen.
void set_indicator(db::Tx& tx, GoalId id, IndicatorId indicator);

struct Marks {
    std::optional<Mark> baseline;
    std::vector<Mark> targets;  // in the order of time
};
Marks get_marks(db::Session& db, GoalId id);

// What search reads of it: its words and its board's.
void refresh_text(db::Tx& tx, GoalId id);

std::vector<records::RecordId> list_partners(db::Session& db, GoalId id);

// Which goals a list shows; what is left empty does not narrow it.
struct GoalWish {
    std::optional<base::Text<0, 200>> text;
    std::optional<base::AreaId> area;  // with everything under it
    std::optional<records::RecordId> after;
    std::optional<base::Whole<1, 100>> limit;
};
BOOST_DESCRIBE_STRUCT(GoalWish, (), (text, area, after, limit))

// A goal as lists show it.
struct GoalLine {
    records::RecordId id;
    std::int64_t number{};
    std::string title;
    std::string title_en;
    std::string summary;
    std::string address;
    base::AreaId area_id;
    std::string owner_title;
    GoalId parent_id;
    IndicatorId indicator_id;
    Decision decision{};
    std::int64_t supports{};
    std::int64_t counted{};  // places whose ballots were counted
    std::int64_t ways{};     // tasks
    std::int64_t ways_done{};
};
BOOST_DESCRIBE_STRUCT(GoalLine, (),
                      (id, number, title, title_en, summary, address, area_id, owner_title, parent_id, indicator_id, decision, supports,
                       counted, ways, ways_done))
// Published ones that the viewer may read, the newest first; one more than the limit where there is more.
std::vector<GoalLine> list_goals(db::Session& db, base::PersonId viewer, const GoalWish& wish);
// In the order of their areas.
std::vector<GoalLine> list_sub_goals(db::Session& db, base::PersonId viewer, GoalId parent);
// Whatever its state.
std::optional<GoalLine> find_goal_line(db::Session& db, base::PersonId viewer, GoalId id);

}  // namespace goals

#include "goals/goal/goal_queries.hpp"

#include <limits>

#include "db/like.hpp"

namespace goals {

#define GOAL "id, parent_id, indicator_id, wish, meaning, decision, decided_on, meeting, decided_by"

GoalRow get_goal(db::Session& db, GoalId id) {
    return db.one<GoalRow>("SELECT " GOAL " FROM goals_goals WHERE id = $1", id);
}

std::optional<GoalRow> find_goal(db::Session& db, GoalId id) {
    return db.find<GoalRow>("SELECT " GOAL " FROM goals_goals WHERE id = $1", id);
}

bool has_sub_goals(db::Session& db, GoalId id) {
    return db.one<bool>("SELECT EXISTS (SELECT 1 FROM goals_goals WHERE parent_id = $1)", id);
}

// ---- marks and partners ----

static void insert_mark(db::Tx& tx, GoalId id, bool is_target, const Mark& mark) {
    tx.run("INSERT INTO goals_marks (goal_id, is_target, kind, first_day, last_day, value, value_to) VALUES ($1, $2, $3, $4, $5, $6, $7)",
           id, is_target, mark.period.kind, mark.period.first, mark.period.last, mark.value, mark.value_to);
}

// In the place of all that stood there.
static void put_beside(db::Tx& tx, GoalId id, const GoalContent& content) {
    tx.run("DELETE FROM goals_marks WHERE goal_id = $1", id);
    if (const auto baseline = baseline_of(content)) insert_mark(tx, id, false, *baseline);
    for (const auto& target : targets_of(content)) insert_mark(tx, id, true, target);
    tx.run("DELETE FROM goals_partners WHERE goal_id = $1", id);
    for (const auto partner : content.partners.value_or(std::vector<records::RecordId>{}))
        tx.run("INSERT INTO goals_partners (goal_id, organisation_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", id, partner);
}

struct MarkRow {
    bool is_target{};
    base::PeriodKind kind{};
    base::Date first_day;
    base::Date last_day;
    base::Decimal low;
    std::optional<base::Decimal> high;
};
BOOST_DESCRIBE_STRUCT(MarkRow, (), (is_target, kind, first_day, last_day, low, high))

Marks get_marks(db::Session& db, GoalId id) {
    Marks marks;
    const auto take = [&](const MarkRow& row) {
        const Mark mark{{row.kind, row.first_day, row.last_day}, row.low, row.high};
        if (row.is_target)
            marks.targets.push_back(mark);
        else
            marks.baseline = mark;
    };
    db.each<MarkRow>(
        "SELECT is_target, kind, first_day, last_day, value AS low, value_to AS high FROM goals_marks WHERE goal_id = $1 ORDER BY "
        "is_target, last_day",
        take, id);
    return marks;
}

std::vector<records::RecordId> list_partners(db::Session& db, GoalId id) {
    return db.all<records::RecordId>("SELECT organisation_id FROM goals_partners WHERE goal_id = $1 ORDER BY organisation_id", id);
}

// ---- writing ----

void insert_goal(db::Tx& tx, const GoalWords& goal) {
    tx.run("INSERT INTO goals_goals (" GOAL ") VALUES ($1, $2, $3, $4, $5, 'open', NULL, '', 0)", goal.id, goal.parent, goal.indicator,
           base::or_empty(goal.content.wish), base::or_empty(goal.content.meaning));
    put_beside(tx, goal.id, goal.content);
}

void update_goal(db::Tx& tx, const GoalWords& goal) {
    tx.run("UPDATE goals_goals SET parent_id = $2, indicator_id = $3, wish = $4, meaning = $5 WHERE id = $1", goal.id, goal.parent,
           goal.indicator, base::or_empty(goal.content.wish), base::or_empty(goal.content.meaning));
    put_beside(tx, goal.id, goal.content);
}

void set_decision(db::Tx& tx, GoalId id, const Decided& decided, base::PersonId actor) {
    tx.run("UPDATE goals_goals SET decision = $2, decided_on = $3, meeting = $4, decided_by = $5 WHERE id = $1", id, decided.decision,
           decided.on, decided.meeting, actor);
}

void set_indicator(db::Tx& tx, GoalId id, IndicatorId indicator) {
    tx.run("UPDATE goals_goals SET indicator_id = $2 WHERE id = $1", id, indicator);
}

void refresh_text(db::Tx& tx, GoalId id) {
    const auto goal = get_goal(tx, id);
    auto text = goal.wish + "\n" + goal.meaning;
    const auto add = [&](const std::string& words) { text.append("\n").append(words); };
    tx.each<std::string>("SELECT words || ' ' || who || ' ' || purpose AS told FROM goals_cards WHERE goal_id = $1 ORDER BY stage, place",
                         add, id);
    records::set_text(tx, records::record_id(id), text);
}

// ---- lists ----

#define GOAL_LINE                                                                                                                     \
    "SELECT r.id, r.number, r.title, r.title_en, r.summary, r.address, r.area_id, coalesce(o.title, '') AS owner_title, g.parent_id," \
    " g.indicator_id, g.decision, (SELECT count(*) FROM goals_supports s WHERE s.record_id = g.id) AS supports,"                      \
    " (SELECT count(DISTINCT v.area_id) FROM goals_votes v WHERE v.record_id = g.id) AS counted,"                                     \
    " (SELECT count(*) FROM goals_cards c WHERE c.goal_id = g.id AND c.stage = 'way') AS ways,"                                       \
    " (SELECT count(*) FROM goals_cards c WHERE c.goal_id = g.id AND c.stage = 'way' AND c.done_on IS NOT NULL) AS ways_done"         \
    " FROM goals_goals g JOIN records_v_records r ON r.id = g.id" RECORDS_CARD_OWNER " WHERE " RECORDS_MAY_READ

std::vector<GoalLine> list_goals(db::Session& db, base::PersonId viewer, const GoalWish& wish) {
    const auto area = wish.area.value_or(base::AreaId{});
    return db.all<GoalLine>(GOAL_LINE
                            " AND r.state = 'published' AND ($2 = '' OR lower(r.title) LIKE $2 ESCAPE '\\'"
                            " OR lower(r.title_en) LIKE $2 ESCAPE '\\' OR lower(g.wish) LIKE $2 ESCAPE '\\')"
                            " AND r.area_id BETWEEN $3 AND $4 AND r.id < $5 ORDER BY r.id DESC LIMIT $6",
                            viewer, db::containing(small_letters(base::or_empty(wish.text))), area, base::last_of(area),
                            wish.after ? wish.after->value : std::numeric_limits<std::int64_t>::max(),
                            wish.limit ? wish.limit->value + 1 : 31);
}

std::vector<GoalLine> list_sub_goals(db::Session& db, base::PersonId viewer, GoalId parent) {
    return db.all<GoalLine>(GOAL_LINE " AND r.state = 'published' AND g.parent_id = $2 ORDER BY r.area_id, r.id LIMIT 500", viewer, parent);
}

std::optional<GoalLine> find_goal_line(db::Session& db, base::PersonId viewer, GoalId id) {
    return db.find<GoalLine>(GOAL_LINE " AND g.id = $2", viewer, id);
}

}  // namespace goals

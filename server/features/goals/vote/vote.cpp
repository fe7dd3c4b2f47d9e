#include "goals/vote/vote.hpp"

#include "areas/areas.hpp"
#include "goals/indicator/shown_indicator.hpp"
#include "goals/rollup/summary.hpp"

namespace goals {

void check(const VoteForm& form, json::Errors& errors) {
    if (form.replaces.value > 0 && base::or_empty(form.reason).empty()) errors.add("/reason", "required");
}

#define VOTE "area_id, nth, yes, no, abstain, held_on, meeting, reason, keyed_by, keyed_at"

std::vector<VoteRow> list_votes(db::Session& db, GoalId goal) {
    return db.all<VoteRow>("SELECT " VOTE " FROM goals_votes WHERE goal_id = $1 ORDER BY area_id, nth DESC", goal);
}

void insert_vote(db::Tx& tx, GoalId goal, base::AreaId area, const VoteForm& form, base::PersonId actor) {
    tx.run("INSERT INTO goals_votes (goal_id, " VOTE ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)", goal, area,
           form.replaces.value + 1, form.yes, form.no, form.abstain, form.held_on, base::or_empty(form.meeting),
           base::or_empty(form.reason), actor, tx.now());
}

static void add_place(Votes& votes, const KeyedVote& vote, const areas::Area& area, base::Language language) {
    votes.yes += vote.yes;
    votes.no += vote.no;
    votes.abstain += vote.abstain;
    if (depth_of(vote.area_id) == depth_of_places) ++votes.villages_counted;
    votes.places.push_back({area.code, areas::title(area, language), vote, {}});
}

static std::int64_t count_villages(db::Session& db, base::AreaId area, base::Date today) {
    std::int64_t count = 0;
    for (const auto level : {areas::Level::village, areas::Level::community})
        count += areas::count_standing(db, {area, level, {today, today}});
    return count;
}

Votes show_votes(db::Session& db, const VotesView& view, GoalId goal, base::AreaId area) {
    Votes votes;
    for (auto& row : list_votes(db, goal)) {
        const auto name = writer_of(db, view.viewer, row.keyed_by);
        const KeyedVote vote{std::move(row), name};
        if (!votes.places.empty() && votes.places.back().stands.area_id == vote.area_id) {
            votes.places.back().earlier.push_back(vote);
            continue;
        }
        add_place(votes, vote, *areas::find(db, vote.area_id), view.language);
    }
    votes.villages = count_villages(db, area, view.today);
    return votes;
}

}  // namespace goals

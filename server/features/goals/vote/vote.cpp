#include "goals/vote/vote.hpp"

#include <algorithm>

#include "areas/areas.hpp"
#include "base/json/json.hpp"
#include "goals/indicator/shown_indicator.hpp"
#include "goals/rollup/summary.hpp"
#include "goals/vote/vote_queries.hpp"
#include "journal/journal.hpp"

namespace goals {

void check(const VoteForm& form, json::Errors& errors) {
    if (form.replaces.value > 0 && base::or_empty(form.reason).empty()) errors.add("/reason", "required");
}

void require_open(const Poll& poll) {
    if (poll.decision != Decision::open) throw http::Problem(409, "vote_closed");
}

// ---- keying in ----

// In the poll's area, and not above or below another place whose ballots were counted: nobody's ballot counts twice.
static base::AreaId require_free_place(db::Session& db, const VoteForm& form, const std::vector<VoteRow>& counted, base::AreaId whole) {
    const auto place = areas::find(db, form.area.value);
    if (!place || !lies_in(place->id, whole)) throw http::Problem(422, "invalid_input").at("/area", "not_in_area");
    for (const auto& vote : counted) {
        if (vote.area_id == place->id) continue;
        if (lies_in(vote.area_id, place->id) || lies_in(place->id, vote.area_id))
            throw http::Problem(422, "invalid_input").at("/area", "counted_already");
    }
    return place->id;
}

static std::int64_t standing_count(const std::vector<VoteRow>& counted, base::AreaId area) {
    std::int64_t nth = 0;
    for (const auto& vote : counted)
        if (vote.area_id == area) nth = std::max(nth, vote.nth);
    return nth;
}

void key_in(db::Tx& tx, base::PersonId actor, const Poll& poll, const VoteForm& form) {
    require_open(poll);
    if (form.held_on > base::bangkok_date(tx.now())) throw http::Problem(422, "invalid_input").at("/held_on", "in_the_future");
    const auto counted = list_votes(tx, poll.record);
    const auto area = require_free_place(tx, form, counted, poll.area);
    records::require_version(standing_count(counted, area), form.replaces.value);
    insert_vote(tx, poll.record, area, form, actor);
    const auto* action = form.replaces.value > 0 ? "goals.vote_put_right" : "goals.vote_counted";
    journal::record(tx, actor, action, {poll.record, 0, json::write(form)});
}

// ---- showing ----

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

Votes show_votes(db::Session& db, const VotesView& view, const Poll& poll) {
    Votes votes;
    for (auto& row : list_votes(db, poll.record)) {
        const auto name = writer_of(db, view.viewer, row.keyed_by);
        const KeyedVote vote{std::move(row), name};
        if (!votes.places.empty() && votes.places.back().stands.area_id == vote.area_id) {
            votes.places.back().earlier.push_back(vote);
            continue;
        }
        add_place(votes, vote, *areas::find(db, vote.area_id), view.language);
    }
    votes.villages = count_villages(db, poll.area, view.today);
    return votes;
}

}  // namespace goals

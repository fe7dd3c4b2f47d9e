#pragma once

#include "goals/goal/goal_queries.hpp"
#include "http/viewer.hpp"

// What a village's ballots came to, on paper or by hands, as somebody keyed it in.
namespace goals {

using Count = base::Whole<0, 1'000'000>;

struct VoteForm {
    base::Text<1, 40> area;  // the official code of the village, or of another place in the goal's area
    Count yes;
    Count no;
    Count abstain;
    base::Date held_on;
    std::optional<base::Text<0, 300>> meeting;
    base::Whole<0, 10'000> replaces;           // the `nth` of the count that stands there; 0: none does
    std::optional<base::Text<0, 500>> reason;  // why it is put right
};
BOOST_DESCRIBE_STRUCT(VoteForm, (), (area, yes, no, abstain, held_on, meeting, replaces, reason))
void check(const VoteForm& form, json::Errors& errors);

struct VoteRow {
    base::AreaId area_id;
    std::int64_t nth{};
    std::int64_t yes{};
    std::int64_t no{};
    std::int64_t abstain{};
    base::Date held_on;
    std::string meeting;
    std::string reason;
    base::PersonId keyed_by;
    base::Instant keyed_at;
};
BOOST_DESCRIBE_STRUCT(VoteRow, (), (area_id, nth, yes, no, abstain, held_on, meeting, reason, keyed_by, keyed_at))
// All that was ever counted, place by place, the newest of a place first.
std::vector<VoteRow> list_votes(db::Session& db, GoalId goal);
void insert_vote(db::Tx& tx, GoalId goal, base::AreaId area, const VoteForm& form, base::PersonId actor);

struct KeyedVote : VoteRow {
    std::string keyed_by_name;  // empty for somebody whom the viewer may not know
};
BOOST_DESCRIBE_STRUCT(KeyedVote, (VoteRow), (keyed_by_name))

struct PlaceVote {
    std::string area;  // its official code
    std::string area_title;
    KeyedVote stands;
    std::vector<KeyedVote> earlier;  // put right since, the newest first
};
BOOST_DESCRIBE_STRUCT(PlaceVote, (), (area, area_title, stands, earlier))

struct Votes {
    std::vector<PlaceVote> places;
    std::int64_t yes{};
    std::int64_t no{};
    std::int64_t abstain{};
    std::int64_t villages_counted{};
    std::int64_t villages{};  // that there are; villages and communities
};
BOOST_DESCRIBE_STRUCT(Votes, (), (places, yes, no, abstain, villages_counted, villages))
struct VotesView {
    const http::Viewer& viewer;
    base::Language language{};
    base::Date today;
};
Votes show_votes(db::Session& db, const VotesView& view, GoalId goal, base::AreaId area);

}  // namespace goals

#pragma once

#include "db/db.hpp"
#include "goals/goal/goal.hpp"
#include "http/viewer.hpp"

// Who supports something, and what a village's ballots came to, on paper or by hands, as somebody keyed it in. One engine for all that is
// voted on.
namespace goals {

// What is supported and voted on: a goal, or an indicator that somebody proposed.
struct Poll {
    records::RecordId record;
    base::AreaId area;  // whose villages vote
    Decision decision{};
};

using Count = base::Whole<0, 1'000'000>;

enum class VoteWay : std::uint8_t { paper, hands };
BOOST_DESCRIBE_ENUM(VoteWay, paper, hands)

struct VoteForm {
    base::Text<1, 40> area;      // the official code of the village, or of another place in the poll's area
    std::optional<VoteWay> way;  // on paper, if left out
    Count yes;
    Count no;
    Count abstain;
    base::Date held_on;
    std::optional<base::Text<0, 300>> meeting;
    base::Whole<0, 10'000> replaces;           // the `nth` of the count that stands there; 0: none does
    std::optional<base::Text<0, 500>> reason;  // why it is put right
};
BOOST_DESCRIBE_STRUCT(VoteForm, (), (area, way, yes, no, abstain, held_on, meeting, replaces, reason))
void check(const VoteForm& form, json::Errors& errors);

struct VoteRow {
    base::AreaId area_id;
    std::int64_t nth{};
    VoteWay way{};
    std::int64_t yes{};
    std::int64_t no{};
    std::int64_t abstain{};
    base::Date held_on;
    std::string meeting;
    std::string reason;
    base::PersonId keyed_by;
    base::Instant keyed_at;
};
BOOST_DESCRIBE_STRUCT(VoteRow, (), (area_id, nth, way, yes, no, abstain, held_on, meeting, reason, keyed_by, keyed_at))

// What stands, of all places together.
struct VoteSum {
    std::int64_t places{};
    std::int64_t yes{};
    std::int64_t no{};
    std::int64_t abstain{};
};
BOOST_DESCRIBE_STRUCT(VoteSum, (), (places, yes, no, abstain))

// A step of a transaction, with its event. Throws Problem 409 `vote_closed` once it is decided, 412 where another count stands than the
// one that the form replaces, 422 for a place that is not in the poll's area or is counted with another one, and for a day to come.
void key_in(db::Tx& tx, base::PersonId actor, const Poll& poll, const VoteForm& form);
// 409 `vote_closed` unless nothing is decided yet.
void require_open(const Poll& poll);

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
Votes show_votes(db::Session& db, const VotesView& view, const Poll& poll);

}  // namespace goals

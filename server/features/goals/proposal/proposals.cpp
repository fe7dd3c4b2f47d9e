#include "goals/proposal/proposals.hpp"

#include <algorithm>

#include "base/json/json.hpp"
#include "goals/proposal/adoption.hpp"
#include "goals/vote/vote_queries.hpp"
#include "http/problem.hpp"
#include "journal/journal.hpp"
#include "trace/trace.hpp"

namespace goals {

// That wait to be decided in one goal or set; of one person.
static constexpr std::int64_t most_proposals = 200, most_of_one = 10;

static ProposalId id_of(const records::Envelope& proposal) {
    return {proposal.id.value};
}

// ---- proposing ----

// A refused one may come again; one that went on as another says what that one says.
static void require_new(db::Session& db, base::PersonId actor, const NewProposal& proposal, ProposalId self) {
    const auto others = list_proposals(db, actor, proposal.aim.id);
    for (const auto& other : others) {
        if (other.id == self || other.decision == Decision::not_adopted || !says_the_same(other.content, proposal.content)) continue;
        const bool goes_on_as_another = std::ranges::find(others, other.joined_into, &Proposal::id) != others.end();
        const auto standing = records::find(db, records::record_id(goes_on_as_another ? other.joined_into : other.id));
        throw http::Problem(409, "proposed_already", {{"number", standing->number}, {"title", standing->title}});
    }
}

static void require_room(db::Session& db, base::PersonId actor, const records::Envelope& aim) {
    const auto undecided = count_undecided(db, aim.id, actor);
    if (undecided.together >= most_proposals) throw http::Problem(409, "many_proposals");
    if (undecided.own >= most_of_one) throw http::Problem(409, "many_own_proposals", {{"max", most_of_one}});
}

static void write_beside(db::Tx& tx, base::PersonId actor, std::string_view action, const records::Envelope& record,
                         const ProposalContent& content) {
    records::set_text(tx, record.id, searchable(content));
    journal::record(tx, actor, action, {record.id, record.version, json::write(content)});
}

records::Envelope propose(db::Tx& tx, base::PersonId actor, const NewProposal& proposal) {
    if (!proposal.aim.owner_id) throw http::Problem(409, "aim_of_nobody");
    require_new(tx, actor, proposal, {});
    require_room(tx, actor, proposal.aim);
    require_not_measured(tx, proposal.aim, proposal.indicator);
    const auto record = records::insert(tx, actor,
                                        {.kind = std::string(ProposalTag::kind),
                                         .collection = "indicators/proposals",
                                         .owner_id = proposal.aim.owner_id,
                                         .within_id = proposal.aim.id,
                                         .state = records::State::published,
                                         .description = describe(proposal.content, proposal.aim.area_id, proposal.language),
                                         .audience = records::audience_inside(tx, proposal.aim.id)});
    records::require_published_outer(tx, record);
    insert_proposal(tx, id_of(record), proposal.aim.id, proposal.indicator, proposal.content);
    insert_support(tx, record.id, actor);
    write_beside(tx, actor, "goals.indicator_proposed", record, proposal.content);
    trace::link(tx, actor, {.flow = trace::Flow::led_to, .up = {proposal.aim.id}, .down = {record.id}});
    return record;
}

static void require_going_on(const Proposal& proposal) {
    if (proposal.decision != Decision::open || proposal.joined_into) throw http::Problem(409, "proposal_closed");
}

static void require_unvoted(db::Session& db, const Proposal& proposal) {
    require_going_on(proposal);
    if (sum_votes(db, records::record_id(proposal.id)).places > 0) throw http::Problem(409, "vote_begun");
}

records::Envelope reword(db::Tx& tx, base::PersonId actor, const records::Envelope& proposal, std::int64_t version,
                         const NewProposal& words) {
    const auto record = records::revise(tx, actor, proposal.id, version, describe(words.content, words.aim.area_id, proposal.language));
    require_unvoted(tx, get_proposal(tx, id_of(proposal)));
    require_new(tx, actor, words, id_of(proposal));
    require_not_measured(tx, words.aim, words.indicator);
    update_content(tx, id_of(proposal), words.indicator, words.content);
    write_beside(tx, actor, "goals.proposal_reworded", record, words.content);
    return record;
}

// ---- deciding ----

struct VerdictRevision {
    Decision decision{};
    std::optional<base::Date> on;
    std::string meeting;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(VerdictRevision, (), (decision, on, meeting, reason))

// budget: who decides what, seen in which version, and what it brings along
records::Envelope decide(db::Tx& tx, base::PersonId actor, const records::Envelope& proposal, std::int64_t version, const Verdict& verdict,
                         const Adoption& adoption) {
    const auto record = records::touch(tx, actor, proposal.id, version);
    const auto before = get_proposal(tx, id_of(proposal));
    if (before.joined_into) throw http::Problem(409, "proposal_closed");
    const auto& decided = verdict.decided;
    const bool was_adopted = before.decision == Decision::adopted;
    const bool is_adopted = decided.decision == Decision::adopted;
    set_verdict(tx, before.id, verdict, actor);
    if (is_adopted && !was_adopted) adopt(tx, actor, before, adoption, decided.on->year);
    if (was_adopted && !is_adopted) give_up(tx, actor, before);
    const VerdictRevision revision{decided.decision, decided.on, decided.meeting, verdict.reason};
    journal::record(tx, actor, "goals.proposal_decided", {record.id, record.version, json::write(revision)});
    return record;
}

// ---- two that say the same ----

struct JoinRevision {
    ProposalId into;
};
BOOST_DESCRIBE_STRUCT(JoinRevision, (), (into))

static void require_joinable(db::Session& db, const Proposal& proposal, ProposalId into) {
    const auto other = get_proposal(db, into);
    if (other.aim_id != proposal.aim_id || other.id == proposal.id) throw http::Problem(422, "invalid_input").at("/into", "other_aim");
    require_going_on(other);
}

static trace::NewLink going_on_as(ProposalId proposal, ProposalId other) {
    return {.flow = trace::Flow::became, .up = {records::record_id(proposal)}, .down = {records::record_id(other)}};
}

// Those that went on as this one go on as the other.
static void join_all(db::Tx& tx, base::PersonId actor, const Proposal& proposal, ProposalId into) {
    require_unvoted(tx, proposal);
    require_joinable(tx, proposal, into);
    for (const auto& before : list_proposals(tx, actor, proposal.aim_id)) {
        if (before.joined_into != proposal.id) continue;
        set_joined(tx, before.id, into);
        trace::unlink(tx, going_on_as(before.id, proposal.id));
        trace::link(tx, actor, going_on_as(before.id, into));
    }
    set_joined(tx, proposal.id, into);
    copy_supports(tx, records::record_id(proposal.id), records::record_id(into));
    trace::link(tx, actor, going_on_as(proposal.id, into));
}

records::Envelope join(db::Tx& tx, base::PersonId actor, const records::Envelope& proposal, std::int64_t version, ProposalId into) {
    const auto record = records::touch(tx, actor, proposal.id, version);
    const auto before = get_proposal(tx, id_of(proposal));
    if (into) {
        join_all(tx, actor, before, into);
    } else if (before.joined_into) {
        set_joined(tx, before.id, {});
        trace::unlink(tx, going_on_as(before.id, before.joined_into));
    }
    journal::record(tx, actor, "goals.proposal_joined", {record.id, record.version, json::write(JoinRevision{into})});
    return record;
}

}  // namespace goals

#include "goals/indicator/indicator_page.hpp"
#include "goals/proposal/proposals.hpp"
#include "goals/proposal/shown_proposal.hpp"
#include "goals/routes.hpp"
#include "goals/vote/vote_queries.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace goals {

using ReadableProposal = records::Readable<ProposalId>;

// A proposal whose words the viewer may change, though they may write nothing else here: it was they who proposed it.
struct RewordableProposal : ReadableProposal {
    std::int64_t version{};
};

// A proposal is its goal's or set's to vote on, to decide and to join, whoever wrote it. `version` as in records::Editable.
struct DecidableProposal : ReadableProposal {
    std::int64_t version{};
};

}  // namespace goals

template <>
struct http::Argument<goals::RewordableProposal> {
    static goals::RewordableProposal take(Call& call) {
        auto proposal = Argument<goals::ReadableProposal>::take(call);
        if (call.viewer().is_guest()) throw sign_in_needed(call.viewer());
        if (!goals::may_reword(call.viewer(), proposal.found)) throw not_allowed();
        return {std::move(proposal), call.expected_version()};
    }
    static void describe(RouteInfo& route) {
        route.claim_segment();
        route.needs_version = true;
    }
};

template <>
struct http::Argument<goals::DecidableProposal> {
    static goals::DecidableProposal take(Call& call) {
        auto proposal = Argument<goals::ReadableProposal>::take(call);
        if (call.viewer().is_guest()) throw sign_in_needed(call.viewer());
        if (!goals::may_decide(call.read(), call.viewer(), proposal->within_id)) throw not_allowed();
        const auto version = records::take_version(call, proposal.found.envelope);
        return {std::move(proposal), version};
    }
    static void describe(RouteInfo& route) {
        route.claim_segment();
        route.needs_version = records::changes_one(route.method);
    }
};

namespace goals {

namespace {

struct ProposalDecision : DecisionForm {
    std::optional<base::Text<0, 1000>> reason;  // why it is refused; also what else was said of it
    std::optional<base::Text<0, 100>> code;     // of the indicator that is made; its number, if left out
    std::optional<areas::Level> level;          // of the areas that report it; villages, if left out
    std::optional<base::Whole<0, 200>> group;   // of a set: which group it comes into, from 0; the last, if left out
};
BOOST_DESCRIBE_STRUCT(ProposalDecision, (DecisionForm), (reason, code, level, group))
void check(const ProposalDecision& form, json::Errors& errors) {
    check(static_cast<const DecisionForm&>(form), errors);
    if (form.decision == Decision::not_adopted && base::or_empty(form.reason).empty()) errors.add("/reason", "required");
    const auto code = base::or_empty(form.code);
    // Other pages stand there.
    if (!code.empty() && (!read_code(code) || is_taken_by_a_page(*read_code(code)))) errors.add("/code", "not_a_code");
}

struct JoinForm {
    std::optional<std::int64_t> into;  // the number of the proposal that goes on for both; none: each goes on itself
};
BOOST_DESCRIBE_STRUCT(JoinForm, (), (into))

// ---- proposing ----

records::Found find_aim(http::Call& call, records::RecordId id) {
    auto aim = records::find(call.read(), call.viewer(), id);
    if (!aim || !records::may_read(records::guard(aim->envelope), aim->ties)) throw http::not_found();
    return *std::move(aim);
}

NewProposal read_proposal(http::Call& call, const records::Found& aim, const ProposalContent& content) {
    NewProposal proposal{.aim = aim.envelope, .content = content, .indicator = {}, .language = call.language()};
    const auto code = base::or_empty(content.indicator);
    if (code.empty()) return proposal;
    const auto found = find_readable(call.read(), call.viewer(), code);
    if (!found) throw http::Problem(422, "invalid_input").at("/indicator", "no_such_indicator");
    proposal.indicator = found->indicator.id;
    proposal.content.indicator = {found->indicator.code};
    return proposal;
}

http::Created<records::Envelope> propose_for(http::Call& call, const records::Found& aim, const ProposalContent& content) {
    const auto proposal = read_proposal(call, aim, content);
    return {call.write([&](db::Tx& tx) { return propose(tx, call.person(), proposal); })};
}

std::vector<ProposalCard> get_of_goal(http::Call& call, const records::Readable<GoalId>& goal) {
    return show_proposals(call.read(), view_of(call), goal.found.envelope);
}

std::vector<ProposalCard> get_of_set(http::Call& call, const FoundSet& set) {
    return show_proposals(call.read(), view_of(call), set.found.envelope);
}

http::Created<records::Envelope> propose_for_goal(http::Call& call, const records::Readable<GoalId>& goal, const ProposalContent& content) {
    return propose_for(call, goal.found, content);
}

http::Created<records::Envelope> propose_for_set(http::Call& call, const FoundSet& set, const ProposalContent& content) {
    return propose_for(call, set.found, content);
}

records::Envelope put_words(http::Call& call, const RewordableProposal& proposal, const ProposalContent& content) {
    const auto words = read_proposal(call, find_aim(call, proposal->within_id), content);
    return call.write([&](db::Tx& tx) { return reword(tx, call.person(), proposal.found.envelope, proposal.version, words); });
}

// ---- one of them ----

ShownProposal get_shown(http::Call& call, const ReadableProposal& proposal) {
    return show_proposal(call.read(), view_of(call), proposal.found);
}

http::Page get_page(http::Call& call, const ReadableProposal& proposal) {
    return proposal_page(get_shown(call, proposal), call.language());
}

Poll poll_of(db::Session& db, const Proposal& proposal) {
    if (proposal.joined_into) throw http::Problem(409, "vote_closed");
    return {records::record_id(proposal.id), records::find(db, proposal.aim_id).value().area_id, proposal.decision};
}

ShownProposal support_proposal(http::Call& call, const ReadableProposal& proposal) {
    return call.write([&](db::Tx& tx) {
        require_open(poll_of(tx, get_proposal(tx, proposal.id)));
        insert_support(tx, proposal->id, call.person());
        journal::record(tx, call.person(), "goals.proposal_supported", {proposal->id, 0});
        return show_proposal(tx, view_of(call), proposal.found);
    });
}

ShownProposal leave_proposal(http::Call& call, const ReadableProposal& proposal) {
    return call.write([&](db::Tx& tx) {
        require_open(poll_of(tx, get_proposal(tx, proposal.id)));
        delete_support(tx, proposal->id, call.person());
        journal::record(tx, call.person(), "goals.proposal_support_withdrawn", {proposal->id, 0});
        return show_proposal(tx, view_of(call), proposal.found);
    });
}

ShownProposal key_in_vote(http::Call& call, const DecidableProposal& proposal, const VoteForm& form) {
    return call.write([&](db::Tx& tx) {
        key_in(tx, call.person(), poll_of(tx, get_proposal(tx, proposal.id)), form);
        return show_proposal(tx, view_of(call), proposal.found);
    });
}

// What is named may have gone since, or be for others to read.
void require_indicator(http::Call& call, const Proposal& proposal) {
    if (!proposal.indicator_id || proposal.decision == Decision::adopted) return;
    if (!find_readable(call.read(), call.viewer(), get_indicator(call.read(), proposal.indicator_id).code))
        throw http::Problem(422, "invalid_input").at("/indicator", "no_such_indicator");
}

records::Envelope put_decision(http::Call& call, const DecidableProposal& proposal, const ProposalDecision& form) {
    if (form.decision == Decision::adopted) require_indicator(call, get_proposal(call.read(), proposal.id));
    const bool is_open = form.decision == Decision::open;
    const Verdict verdict{decided(form, base::bangkok_date(call.now())), is_open ? "" : base::or_empty(form.reason)};
    Adoption adoption{.code = read_code(base::or_empty(form.code)).value_or(""), .level = form.level.value_or(areas::Level::village)};
    if (form.group) adoption.group = form.group->value;
    return call.write([&](db::Tx& tx) { return decide(tx, call.person(), proposal.found.envelope, proposal.version, verdict, adoption); });
}

ProposalId find_other(http::Call& call, const JoinForm& form) {
    if (!form.into) return {};
    const auto found = records::find(call.read(), call.viewer(), ProposalTag::kind, *form.into);
    if (!found || !records::may_read(records::guard(found->envelope), found->ties))
        throw http::Problem(422, "invalid_input").at("/into", "no_such_record");
    return {found->envelope.id.value};
}

records::Envelope put_joined(http::Call& call, const DecidableProposal& proposal, const JoinForm& form) {
    const auto into = find_other(call, form);
    return call.write([&](db::Tx& tx) { return join(tx, call.person(), proposal.found.envelope, proposal.version, into); });
}

}  // namespace

void add_proposal_routes(http::Router& router) {
    router.get("/api/goals/{goal}/proposals", get_of_goal, access::may_read);
    router.post("/api/goals/{goal}/proposals", propose_for_goal, access::signed_in, http::WriteKind::proposal);
    router.get("/api/indicator-sets/{set}/proposals", get_of_set, access::may_read);
    router.post("/api/indicator-sets/{set}/proposals", propose_for_set, access::signed_in, http::WriteKind::proposal);
    router.get("/api/indicator-proposals/{proposal}", get_shown, access::may_read);
    router.put("/api/indicator-proposals/{proposal}", put_words, access::signed_in,
               http::WriteKind::change);  // who proposed it, and editors
    router.put("/api/indicator-proposals/{proposal}/support", support_proposal, access::signed_in, http::WriteKind::proposal);
    router.del("/api/indicator-proposals/{proposal}/support", leave_proposal, access::signed_in, http::WriteKind::proposal);
    // These three: who may edit the goal or set in which it lies.
    router.post("/api/indicator-proposals/{proposal}/votes", key_in_vote, access::signed_in, http::WriteKind::change);
    router.put("/api/indicator-proposals/{proposal}/decision", put_decision, access::signed_in, http::WriteKind::change);
    router.put("/api/indicator-proposals/{proposal}/joined", put_joined, access::signed_in, http::WriteKind::change);
    router.page("/indicators/proposals/{proposal}", get_page, access::may_read);
}

}  // namespace goals

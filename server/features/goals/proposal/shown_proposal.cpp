#include "goals/proposal/shown_proposal.hpp"

#include <algorithm>
#include <span>

#include "goals/indicator/indicator_queries.hpp"
#include "goals/set/set_queries.hpp"
#include "goals/view/cards.hpp"

namespace goals {

GoalState standing_of(const ProposalLine& proposal) {
    return state_of({.decision = proposal.decision, .supports = proposal.supports, .counted = proposal.votes.places});
}

// ---- one of many ----

// What several of one goal or set ask for.
struct Around {
    base::AreaId area;
    std::string area_code;
    std::vector<records::Card> cards;  // of their indicators, and of those that go on for them
};

static Around around_of(db::Session& db, const GoalView& view, base::AreaId area, std::span<const ProposalLine> proposals) {
    const auto place = area ? areas::find(db, area) : std::nullopt;
    std::vector<records::RecordId> ids;
    for (const auto& proposal : proposals)
        for (const auto id : {records::record_id(proposal.indicator_id), records::record_id(proposal.joined_into)})
            if (id) ids.push_back(id);
    return {area, place ? place->code : "th", records::cards(db, view.viewer, ids)};
}

// With its newest number where it is accepted: that is what it was proposed for.
static void add_indicator(db::Session& db, const GoalView& view, const ProposalLine& proposal, const Around& around, ProposalCard& card) {
    card.indicator = find_card(around.cards, records::record_id(proposal.indicator_id));
    if (!card.indicator) return;
    const auto indicator = get_indicator(db, proposal.indicator_id);
    card.traits = indicator;
    card.code = indicator.code;
    if (proposal.decision != Decision::adopted) return;
    const auto measured = list_figures(db, {.indicator = indicator, .area = around.area, .limit = 1});
    if (!measured.empty()) card.latest = shown(measured.front(), view.language);
}

static ProposalCard show_card(db::Session& db, const GoalView& view, const ProposalLine& proposal, const Around& around) {
    ProposalCard card{.id = records::record_id(proposal.id),
                      .number = proposal.number,
                      .title = proposal.title,
                      .address = proposal.address,
                      .content = proposal.content,
                      .traits = traits_of(proposal.content, areas::Level::village),
                      .standing = standing_of(proposal),
                      .supports = proposal.supports,
                      .mine = proposal.mine,
                      .votes = proposal.votes,
                      .decided_on = proposal.decided_on,
                      .reason = proposal.reason,
                      .indicator = {},
                      .code = {},
                      .latest = {},
                      .area = around.area_code,
                      .joined = static_cast<bool>(proposal.joined_into),
                      .joined_into = find_card(around.cards, records::record_id(proposal.joined_into))};
    add_indicator(db, view, proposal, around, card);
    return card;
}

static int rank(const ProposalLine& proposal) {
    constexpr int last = 3;
    if (proposal.joined_into) return last;
    if (proposal.decision == Decision::adopted) return 0;
    return proposal.decision == Decision::not_adopted ? 2 : 1;
}

std::vector<ProposalLine> list_in_order(db::Session& db, base::PersonId viewer, records::RecordId aim) {
    auto proposals = list_proposal_lines(db, viewer, aim);
    std::ranges::stable_sort(proposals, {}, [](const ProposalLine& proposal) { return std::pair(rank(proposal), -proposal.supports); });
    return proposals;
}

std::vector<ProposalCard> show_proposals(db::Session& db, const GoalView& view, const records::Envelope& aim) {
    const auto proposals = list_in_order(db, view.viewer.person, aim.id);
    const auto around = around_of(db, view, aim.area_id, proposals);
    std::vector<ProposalCard> cards;
    cards.reserve(proposals.size());
    for (const auto& proposal : proposals) cards.push_back(show_card(db, view, proposal, around));
    return cards;
}

// ---- its page ----

bool may_decide(db::Session& db, const http::Viewer& viewer, records::RecordId aim) {
    const auto found = records::find(db, viewer, aim);
    return found && records::may_edit(records::guard(found->envelope), found->ties);
}

bool may_reword(const http::Viewer& viewer, const records::Found& proposal) {
    if (viewer.is_guest()) return false;
    return proposal.ties.maker || records::may_edit(records::guard(proposal.envelope), proposal.ties);
}

static bool is_open(const Proposal& proposal) {
    return proposal.decision == Decision::open && !proposal.joined_into;
}

static std::vector<records::Card> others_of(db::Session& db, const GoalView& view, const Proposal& proposal) {
    std::vector<records::RecordId> ids;
    for (const auto& other : list_proposals(db, view.viewer.person, proposal.aim_id))
        if (other.id != proposal.id && is_open(other)) ids.push_back(records::record_id(other.id));
    return records::cards(db, view.viewer, ids);
}

// The names of the set's groups, with its core's where it gives none of its own.
static std::vector<std::string> groups_of(db::Session& db, const records::Card& aim) {
    if (aim.kind != SetTag::kind) return {};
    const SetId id{aim.id.value};
    const auto core = get_set(db, id).base_id;
    const auto base = core ? std::optional(get_set_version(db, core, {}).content) : std::nullopt;
    std::vector<std::string> names;
    for (const auto& group : merge(base ? &*base : nullptr, get_set_version(db, id, {}).content)) names.push_back(group.name);
    return names;
}

ShownProposal show_proposal(db::Session& db, const GoalView& view, const records::Found& found) {
    const auto& record = found.envelope;
    const auto line = find_proposal_line(db, view.viewer.person, {record.id.value});
    const auto aim = line ? find_card(db, view.viewer, line->aim_id) : std::nullopt;
    if (!aim) throw http::not_found();
    const auto& proposal = *line;
    const bool decides = may_decide(db, view.viewer, aim->id);
    const bool is_untouched = is_open(proposal) && proposal.votes.places == 0;
    return {.record = record,
            .rights = records::rights(found),
            .aim = *aim,
            .may_decide = decides,
            .may_reword = is_untouched && may_reword(view.viewer, found),
            .proposal = show_card(db, view, proposal, around_of(db, view, aim->area_id, {&proposal, 1})),
            .proposed_by = writer_of(db, view.viewer, record.created_by),
            .area = place_of(db, aim->area_id, view.language),
            .votes = show_votes(db, {view.viewer, view.language, view.today}, {record.id, aim->area_id, proposal.decision}),
            .decision = {proposal.decision, proposal.decided_on, proposal.meeting, writer_of(db, view.viewer, proposal.decided_by)},
            .groups = groups_of(db, *aim),
            .others = decides && is_untouched ? others_of(db, view, proposal) : std::vector<records::Card>{}};
}

}  // namespace goals

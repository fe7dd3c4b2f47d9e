#include "goals/proposal/shown_proposal.hpp"

#include <algorithm>

#include "goals/indicator/indicator_queries.hpp"
#include "goals/set/set_queries.hpp"

namespace goals {

static std::optional<records::Card> card_of(db::Session& db, const GoalView& view, records::RecordId id) {
    if (!id) return {};
    auto cards = records::cards(db, view.viewer, {id});
    return cards.empty() ? std::nullopt : std::optional(std::move(cards.front()));
}

// ---- one of many ----

// With its newest number where it is accepted: that is what it was proposed for.
static void add_indicator(db::Session& db, const GoalView& view, const Proposal& proposal, base::AreaId area, ProposalCard& card) {
    card.indicator = card_of(db, view, records::record_id(proposal.indicator_id));
    if (!card.indicator) return;
    const auto indicator = get_indicator(db, proposal.indicator_id);
    card.traits = indicator;
    card.code = indicator.code;
    if (proposal.decision != Decision::adopted) return;
    const auto measured = list_figures(db, {.indicator = indicator, .area = area, .limit = 1});
    if (!measured.empty()) card.latest = shown(measured.front(), view.language);
}

static ProposalCard show_card(db::Session& db, const GoalView& view, const Proposal& proposal, base::AreaId area) {
    const auto record = records::find(db, records::record_id(proposal.id)).value();
    const auto place = area ? areas::find(db, area) : std::nullopt;
    const auto votes = sum_votes(db, record.id);
    const auto supporters = count_supports(db, proposal.id);
    ProposalCard card{.id = record.id,
                      .number = record.number,
                      .title = record.title,
                      .address = record.address,
                      .content = proposal.content,
                      .traits = traits_of(proposal.content, areas::Level::village),
                      .standing = state_of({.decision = proposal.decision, .supports = supporters, .counted = votes.places}),
                      .supports = supporters,
                      .mine = supports(db, record.id, view.viewer.person),
                      .votes = votes,
                      .decided_on = proposal.decided_on,
                      .reason = proposal.reason,
                      .indicator = {},
                      .code = {},
                      .latest = {},
                      .area = place ? place->code : "th",
                      .joined_into = card_of(db, view, records::record_id(proposal.joined_into))};
    add_indicator(db, view, proposal, area, card);
    return card;
}

static int rank(const ProposalCard& card) {
    constexpr int last = 3;
    if (card.joined_into) return last;
    if (card.standing == GoalState::adopted) return 0;
    return card.standing == GoalState::not_adopted ? 2 : 1;
}

std::vector<ProposalCard> show_proposals(db::Session& db, const GoalView& view, const records::Envelope& aim) {
    const auto proposals = list_proposals(db, view.viewer.person, aim.id);
    std::vector<ProposalCard> cards;
    cards.reserve(proposals.size());
    for (const auto& proposal : proposals) cards.push_back(show_card(db, view, proposal, aim.area_id));
    std::ranges::stable_sort(cards, {}, [](const ProposalCard& card) { return std::pair(rank(card), -card.supports); });
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
    const auto proposal = get_proposal(db, {record.id.value});
    const auto aim = card_of(db, view, proposal.aim_id);
    if (!aim) throw http::not_found();
    const bool decides = may_decide(db, view.viewer, aim->id);
    const bool is_untouched = is_open(proposal) && sum_votes(db, record.id).places == 0;
    return {.record = record,
            .rights = records::rights(found),
            .aim = *aim,
            .may_decide = decides,
            .may_reword = is_untouched && may_reword(view.viewer, found),
            .proposal = show_card(db, view, proposal, aim->area_id),
            .proposed_by = writer_of(db, view.viewer, record.created_by),
            .area = place_of(db, aim->area_id, view.language),
            .votes = show_votes(db, {view.viewer, view.language, view.today}, {record.id, aim->area_id, proposal.decision}),
            .decision = {proposal.decision, proposal.decided_on, proposal.meeting, writer_of(db, view.viewer, proposal.decided_by)},
            .groups = groups_of(db, *aim),
            .others = decides && is_untouched ? others_of(db, view, proposal) : std::vector<records::Card>{}};
}

}  // namespace goals

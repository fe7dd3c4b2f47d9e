#include "base/enum_names.hpp"
#include "base/locale.hpp"
#include "goals/indicator/indicator_page.hpp"
#include "goals/proposal/shown_proposal.hpp"

namespace goals {

using namespace http::html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page

static std::string standing(GoalState state, base::Language language) {
    return base::say(language, "proposals_" + std::string(base::name_of(state)));
}

Html proposal_lines(const std::vector<ProposalLine>& proposals, base::Language language) {
    const auto line = [&](const ProposalLine& proposal) {
        const auto where = proposal.joined_into ? base::say(language, "proposals_is_joined") : standing(standing_of(proposal), language);
        return li(a(Url::within(proposal.address), proposal.title), " ", where);
    };
    return proposals.empty() ? Html() : section(h2(base::say(language, "proposals_heading")), ul(each(proposals, line)));
}

http::Page proposal_page(const ShownProposal& shown, base::Language language) {
    const auto& proposal = shown.proposal;
    const auto say = [&](std::string_view key) { return base::say(language, key); };
    const auto fact = [&](std::string_view key, const std::string& words) {
        return words.empty() ? Html() : group(dt(say(key)), dd(words));
    };
    const auto facts =
        dl(group(dt(say("goals_unit")), dd(unit_in_words(proposal.traits, language))),
           fact("goals_reason", base::or_empty(proposal.content.reason)), fact("goals_rule", base::or_empty(proposal.content.rule)),
           fact("goals_verification", base::or_empty(proposal.content.verification)),
           proposal.standing == GoalState::not_adopted ? fact("proposals_refused_because", proposal.reason) : Html());
    const auto where = proposal.joined ? say("proposals_is_joined") : standing(proposal.standing, language);
    const auto made = proposal.indicator ? p(a(Url::within(proposal.indicator->address), proposal.indicator->title)) : Html();
    http::Page page;
    page.title = shown.record.title;
    page.description = shown.record.summary;
    page.address = shown.record.address;
    page.article = article(p(say("records_kind_indicator_proposal"), " · ", where), h1(shown.record.title),
                           p(a(Url::within(shown.aim.address), shown.aim.title)), facts, made);
    return page;
}

}  // namespace goals

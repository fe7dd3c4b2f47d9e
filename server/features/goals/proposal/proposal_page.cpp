#include "base/enum_names.hpp"
#include "base/locale.hpp"
#include "goals/indicator/indicator_page.hpp"
#include "goals/proposal/shown_proposal.hpp"

namespace goals {

using namespace http::html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page

static std::string standing(GoalState state, base::Language language) {
    return base::say(language, "proposals_" + std::string(base::name_of(state)));
}

Html proposal_lines(const std::vector<ProposalCard>& proposals, base::Language language) {
    const auto line = [&](const ProposalCard& card) {
        return li(a(Url::within(card.address), card.title), " ", standing(card.standing, language));
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
           fact("goals_verification", base::or_empty(proposal.content.verification)), fact("proposals_refused_because", proposal.reason));
    const auto made = proposal.indicator ? p(a(Url::within(proposal.indicator->address), proposal.indicator->title)) : Html();
    http::Page page;
    page.title = shown.record.title;
    page.description = shown.record.summary;
    page.address = shown.record.address;
    page.article = article(p(say("records_kind_indicator_proposal"), " · ", standing(proposal.standing, language)), h1(shown.record.title),
                           p(a(Url::within(shown.aim.address), shown.aim.title)), facts, made);
    return page;
}

}  // namespace goals

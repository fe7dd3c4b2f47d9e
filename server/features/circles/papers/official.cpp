#include "circles/papers/official.hpp"

#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "circles/papers/protocol.hpp"

namespace circles {

using document::points;

namespace {

constexpr double memo_title = 29, memo_emblem = points(1.5), letter_emblem = points(3);

document::Paragraph line(std::string label, std::string words) {
    return {.spans = {{std::move(label) + "  "}, {std::move(words)}}, .before = 6};
}

}  // namespace

std::string post_of(const Invited& invited) {
    const auto position = base::or_empty(invited.position), organisation = base::or_empty(invited.organisation);
    return position.empty() || organisation.empty() ? position + organisation : position + " " + organisation;
}

std::string Official::say(std::string_view key, const json::Params& params) const {
    return base::say(desk_.told.record.language, key, params);
}

std::string Official::date(const std::optional<base::Date>& date) const {
    return date ? base::long_date(*date, desk_.told.record.language) : "";
}

document::Signature Official::signature_of(const Signer* signer, std::vector<std::string> before) const {
    document::Signature signature{std::move(before)};
    signature.lines.insert(signature.lines.end(), {"", ""});
    const Signer nobody{{}, {""}, {}, {}};
    for (auto& told : circles::signature(signer == nullptr ? nobody : *signer, desk_.told.record.language))
        signature.lines.push_back(std::move(told));
    return signature;
}

std::vector<document::Block> Official::memo_head(const MemoHead& head) const {
    const auto& letterhead = desk_.letterhead;
    auto department = letterhead.department.empty() ? desk_.told.organisation : letterhead.department;
    if (!letterhead.contact.empty()) department += "  " + letterhead.contact;
    std::vector<document::Block> blocks;
    blocks.emplace_back(document::Emblem{desk_.emblem, memo_emblem, document::Align::start});
    blocks.emplace_back(document::Paragraph{
        .spans = {{say("circles_paper_memo_head"), document::Weight::bold}}, .align = document::Align::middle, .size = memo_title});
    blocks.emplace_back(document::FieldLine{{{say("circles_paper_department"), department}}});
    const auto number = head.number.empty() ? "" : letterhead.number_prefix + head.number;
    blocks.emplace_back(document::FieldLine{{{say("circles_paper_number"), number}, {say("circles_paper_date"), date(head.date)}}});
    blocks.emplace_back(document::FieldLine{{{say("circles_paper_subject"), head.subject}}});
    const auto& signers = letterhead.signers;
    blocks.emplace_back(line(say("circles_paper_to"), signers.empty() ? "……………………………………" : addressed(signers.back())));
    return blocks;
}

std::vector<document::Block> Official::signed_by_preparer() const {
    const auto& signers = desk_.letterhead.signers;
    return {document::Space{12}, signature_of(signers.empty() ? nullptr : &signers.front(), {})};
}

std::vector<document::Block> Official::chain(Paper paper) const {
    auto blocks = signed_by_preparer();
    const auto& signers = desk_.letterhead.signers;
    for (std::size_t i = 1; i < signers.size(); ++i) {
        const bool decides = i + 1 == signers.size();
        const auto* const asked = !decides               ? "circles_paper_opinion"
                                  : paper == Paper::memo ? "circles_paper_approve"
                                                         : "circles_paper_order";
        blocks.emplace_back(document::Space{14});
        blocks.emplace_back(line(say("circles_paper_to"), addressed(signers[i])));
        blocks.emplace_back(document::Paragraph{.spans = {{say(asked)}}, .first = points(2.5)});
        blocks.emplace_back(signature_of(&signers[i], {}));
    }
    return blocks;
}

std::vector<document::Block> Official::letter_head(const std::string& number, const Invited& invited) const {
    const auto& letterhead = desk_.letterhead;
    const auto name = letterhead.name.empty() ? desk_.told.organisation : letterhead.name;
    std::vector<document::Block> blocks;
    blocks.emplace_back(document::Emblem{desk_.emblem, letter_emblem, document::Align::middle});
    blocks.emplace_back(document::Table{
        .columns = {{1}, {1}},
        .rows = {{say("circles_paper_number") + "  " + number, letterhead.address.empty() ? name : name + "\n" + letterhead.address}},
        .rules = document::Rules::none});
    const auto day = date(desk_.papers.form.letter_date);
    blocks.emplace_back(document::Paragraph{.spans = {{day.empty() ? "……………………………" : day}}, .indent = document::Page::body / 2});
    blocks.emplace_back(line(say("circles_paper_subject"), say("circles_paper_subject_invitation")));
    const bool monk = is_monk(invited.name.value, base::or_empty(invited.position));
    const auto post = post_of(invited);
    blocks.emplace_back(line(say(monk ? "circles_paper_to_monk" : "circles_paper_to"),
                             post.empty() ? invited.name.value : invited.name.value + "  " + post));
    return blocks;
}

std::vector<document::Block> Official::letter_foot(const Invited& invited) const {
    const auto& letterhead = desk_.letterhead;
    const bool monk = is_monk(invited.name.value, base::or_empty(invited.position));
    std::vector<document::Block> blocks{document::Space{12}};
    blocks.emplace_back(signature_of(letterhead.signers.empty() ? nullptr : &letterhead.signers.back(),
                                     {say(monk ? "circles_paper_closing_monk" : "circles_paper_closing")}));
    std::string from = letterhead.department;
    if (!letterhead.contact.empty()) from += (from.empty() ? "" : "\n") + letterhead.contact;
    if (!from.empty()) blocks.emplace_back(document::Paragraph{.spans = {{from}}, .before = 24});
    return blocks;
}

}  // namespace circles

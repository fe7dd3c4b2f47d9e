#include "circles/papers/make.hpp"

#include <algorithm>

#include "base/enum_names.hpp"
#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "circles/papers/official.hpp"
#include "circles/papers/protocol.hpp"
#include "circles/session/people.hpp"
#include "files/card.hpp"

namespace circles {

namespace {

using document::points;

void append(std::vector<document::Block>& to, std::vector<document::Block> blocks) {
    for (auto& block : blocks) to.push_back(std::move(block));
}

document::Part begin(const Desk& desk, Paper paper) {
    return {.blocks = {}, .numbering = document::Numbering::above, .bookmark = paper_title(desk, paper)};
}

Filling with_office(const Desk& desk) {
    auto filling = filling_of(desk.told);
    filling.words[Field::budget] = base::or_empty(desk.papers.form.budget);
    filling.words[Field::contact] = desk.letterhead.contact;
    if (!desk.letterhead.name.empty()) filling.words[Field::organisation] = desk.letterhead.name;
    return filling;
}

document::Paragraph centred(std::string words, double size, document::Weight weight = document::Weight::regular) {
    return {.spans = {{std::move(words), weight}}, .align = document::Align::middle, .size = size};
}

// บันทึกข้อความ: a paper that stays in the house and goes up from desk to desk.
document::Part memo(const Desk& desk, Paper paper, const std::string& wording) {
    const Official official{desk};
    const auto& form = desk.papers.form;
    const bool report = paper == Paper::upward;
    auto part = begin(desk, paper);
    part.blocks = official.memo_head(
        {base::or_empty(report ? form.report_number : form.memo_number), report ? form.report_date : form.memo_date,
         official.say(report ? "circles_paper_subject_upward" : "circles_paper_subject_memo", {{"title", desk.told.record.title}})});
    append(part.blocks, fill_in(wording, with_office(desk)));
    append(part.blocks, official.chain(paper));
    return part;
}

Invited nobody_yet(const Official& official) {
    Invited invited;
    invited.name = {official.say("circles_paper_whom")};
    return invited;
}

document::Part letter(const Desk& desk, const std::string& wording, const Invited& invited, std::size_t index) {
    const Official official{desk};
    auto filling = with_office(desk);
    filling.words[Field::recipient] = invited.name.value;
    const bool monk = is_monk(invited.name.value, base::or_empty(invited.position));
    filling.words[Field::asks] = official.say(monk ? "circles_paper_asks_monk" : "circles_paper_asks");
    auto part = begin(desk, Paper::invitation);
    part.bookmark = invited.name.value;
    part.blocks = official.letter_head(letter_number(desk.letterhead.number_prefix, desk.papers.form, index), invited);
    append(part.blocks, fill_in(wording, filling));
    append(part.blocks, official.letter_foot(invited));
    return part;
}

std::vector<document::Part> letters(const Desk& desk, const std::string& wording) {
    std::vector<document::Part> parts;
    parts.reserve(desk.papers.form.invited.size());
    for (const auto& invited : desk.papers.form.invited) parts.push_back(letter(desk, wording, invited, parts.size()));
    if (parts.empty()) parts.push_back(letter(desk, wording, nobody_yet(Official{desk}), 0));
    return parts;
}

// Letters have titles before the name, lists of people have not.
bool is_invited(const Desk& desk, const Attendee& attendee) {
    return std::ranges::any_of(desk.papers.form.invited, [&](const Invited& one) { return one.name.value.ends_with(attendee.name); });
}

// Names that are known, and rows for those nobody expected.
document::Part sign_in_sheet(const Desk& desk, const std::string& wording) {
    const Official official{desk};
    auto part = begin(desk, Paper::sign_in);
    part.numbering = document::Numbering::below;
    part.blocks.emplace_back(centred(official.say("circles_paper_sign_in"), 22, document::Weight::bold));
    for (auto& block : fill_in(wording, with_office(desk)))
        if (auto* line = std::get_if<document::Paragraph>(&block)) {
            line->first = 0;
            line->align = document::Align::middle;
            part.blocks.push_back(std::move(block));
        }
    document::Table table{
        .columns = {{0.7, document::Align::middle}, {3}, {3}, {2.3}, {1.6}},
        .heads = {official.say("circles_paper_row"), official.say("circles_paper_name"), official.say("circles_paper_post"),
                  official.say("circles_paper_signature"), official.say("circles_paper_note")},
        .least_height = 27};
    const auto add = [&](const std::string& name, const std::string& from) {
        table.rows.push_back({std::to_string(table.rows.size() + 1), name, from, "", ""});
    };
    for (const auto& one : desk.papers.form.invited) add(one.name.value, post_of(one));
    for (const auto& one : desk.expected)
        if (!is_invited(desk, one)) add(one.name, one.organisation);
    for (std::int64_t i = 0; i < desk.papers.form.blank_rows.value; ++i) add("", "");
    part.blocks.emplace_back(std::move(table));
    return part;
}

document::Part report(const Desk& desk, const std::string& wording) {
    const Official official{desk};
    auto part = begin(desk, Paper::report);
    part.numbering = document::Numbering::below;
    part.head = desk.told.record.title;
    part.blocks.emplace_back(document::Heading{1, official.say("circles_paper_report"), document::Align::middle});
    part.blocks.emplace_back(centred(desk.told.record.title, 18, document::Weight::bold));
    append(part.blocks, fill_in(wording, with_office(desk)));
    append(part.blocks, official.signed_by_preparer());
    return part;
}

}  // namespace

std::string paper_title(const Desk& desk, Paper paper) {
    return base::say(desk.told.record.language, "circles_paper_" + std::string(base::name_of(paper))) + " – " + desk.told.record.title;
}

Desk desk_of(db::Session& db, const files::Library* library, const records::Envelope& session, base::Instant now) {
    const SessionId id{session.id.value};
    Desk desk{.told = tell(db, library, session),
              .letterhead = get_letterhead(db, session.owner_id),
              .papers = get_papers(db, id),
              .expected = list_people(db, id),
              .emblem = nullptr,
              .now = now};
    std::erase_if(desk.expected, [](const Attendee& one) { return one.answer == AnswerWord::no && !one.came; });
    if (desk.letterhead.emblem && library != nullptr) desk.emblem = files::read_card(db, *library, desk.letterhead.emblem->id);
    return desk;
}

document::Document make_paper(const Desk& desk, Paper paper, const std::string& wording) {
    document::Document made{.title = paper_title(desk, paper),
                            .author = desk.told.organisation,
                            .made_at = desk.now,
                            .language = desk.told.record.language,
                            .digits = desk.letterhead.thai_digits && desk.told.record.language == base::Language::th
                                          ? document::Digits::thai
                                          : document::Digits::arabic};
    switch (paper) {
        case Paper::memo:
        case Paper::upward:
            made.parts = {memo(desk, paper, wording)};
            break;
        case Paper::invitation:
            made.parts = letters(desk, wording);
            break;
        case Paper::sign_in:
            made.parts = {sign_in_sheet(desk, wording)};
            break;
        case Paper::report:
            made.parts = {report(desk, wording)};
            break;
    }
    document::set_digits(made);
    return made;
}

}  // namespace circles

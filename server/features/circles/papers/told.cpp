#include "circles/papers/told.hpp"

#include "base/enum_names.hpp"
#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "circles/circle/circle_queries.hpp"
#include "circles/session/agreements.hpp"
#include "circles/session/people.hpp"
#include "circles/session/said_queries.hpp"
#include "files/card.hpp"

namespace circles {

static std::vector<Point> let_out(db::Session& db, SessionId session) {
    std::vector<Point> points;
    for (const auto& row : list_points(db, session))
        if (row.consent != Consent::circle) points.push_back(shown_to_all(row));
    return points;
}

static std::vector<Attendee> served(db::Session& db, SessionId session) {
    auto people = list_people(db, session);
    std::erase_if(people, [](const Attendee& one) { return !may_see(one, Sight::outsider); });
    return people;
}

static std::vector<document::Picture> photos(db::Session& db, const files::Library* library, SessionId session) {
    std::vector<document::Picture> pictures;
    for (const auto& file : files::list_held(db, session.value)) {
        if (library == nullptr || file.group != files::Group::picture || pictures.size() == most_photos) continue;
        pictures.push_back({files::read_card(db, *library, file.id), file.alternative_text, file.caption});
    }
    return pictures;
}

Told tell(db::Session& db, const files::Library* library, const records::Envelope& session) {
    const SessionId id{session.id.value};
    const auto row = get_session(db, id);
    const auto circle = get_circle(db, row.circle_id);
    const auto of_circle = records::find(db, records::record_id(row.circle_id));
    const auto owner = records::find(db, session.owner_id);
    return {.record = session,
            .row = row,
            .circle = of_circle ? of_circle->title : "",
            .purpose = circle.purpose,
            .agreements_wanted = circle.agreements_wanted,
            .organisation = owner ? owner->title : "",
            .agenda = list_agenda(db, id),
            .served = served(db, id),
            .heads = get_heads(db, id),
            .said = let_out(db, id),
            .agreements = list_agreements(db, id),
            .photos = photos(db, library, id)};
}

std::string ordinal_words(const Told& told) {
    const auto ordinal = told.row.said_ordinal ? told.row.said_ordinal : told.row.ordinal;
    return ordinal ? base::say(told.record.language, "circles_nth", {{"ordinal", *ordinal}}) : "";
}

std::string day_words(base::Date date, base::Language language) {
    return base::say(language, "circles_paper_day",
                     {{"weekday", base::weekday_name(base::weekday(date), language)}, {"date", base::long_date(date, language)}});
}

std::string time_words(const SessionRow& row, base::Language language) {
    if (!row.starts) return "";
    if (!row.ends) return base::time_text(*row.starts, language);
    auto from = base::time_text(*row.starts, language);
    if (const auto unit = from.rfind(" น."); unit != std::string::npos) from.erase(unit);
    return from + " – " + base::time_text(*row.ends, language);
}

namespace {

std::string say(const Told& told, std::string_view key, const json::Params& params = {}) {
    return base::say(told.record.language, key, params);
}

std::vector<document::Block> agenda_table(const Told& told) {
    if (told.agenda.empty()) return {};
    document::Table table{.columns = {{1.4}, {3}, {2.2}},
                          .heads = {say(told, "circles_paper_time"), say(told, "circles_paper_topic"), say(told, "circles_paper_by")}};
    for (const auto& block : told.agenda) {
        SessionRow times;
        times.starts = block.starts;
        times.ends = block.ends;
        auto title = block.title.value;
        if (const auto method = base::or_empty(block.method); !method.empty()) title += "\n" + method;
        table.rows.push_back({time_words(times, told.record.language), title, base::or_empty(block.speaker)});
    }
    return {table};
}

std::vector<document::Block> roles_list(const Told& told) {
    document::List list;
    for (const auto& one : told.served) {
        auto line = say(told, "circles_role_" + std::string(base::name_of(one.role))) + ": " + one.name;
        if (!one.organisation.empty()) line += " (" + one.organisation + ")";
        list.items.push_back(std::move(line));
    }
    if (list.items.empty()) return {};
    return {list};
}

std::string people_words(const Told& told, std::int64_t people) {
    return say(told, "circles_paper_people", {{"count", people}});
}

// What was counted, by age and by sector; nothing for what nobody counted.
std::vector<document::Block> heads_list(const Told& told) {
    document::List list;
    const auto add = [&](std::string_view key, const std::optional<base::Whole<0, 100'000>>& people) {
        if (people) list.items.push_back(say(told, key) + " " + people_words(told, people->value));
    };
    if (told.heads.by_age) {
        add("circles_age_young", told.heads.by_age->young);
        add("circles_age_working", told.heads.by_age->working);
        add("circles_age_elder", told.heads.by_age->elder);
    }
    if (const auto& sectors = told.heads.by_sector) {
        add("circles_sector_state", sectors->state);
        add("circles_sector_local_government", sectors->local_government);
        add("circles_sector_academic", sectors->academic);
        add("circles_sector_private", sectors->private_);
        add("circles_sector_civil_society", sectors->civil_society);
        add("circles_sector_religious", sectors->religious);
        add("circles_sector_people", sectors->people);
    }
    if (list.items.empty()) return {};
    return {list};
}

std::vector<document::Block> said_blocks(const Told& told) {
    std::vector<document::Block> blocks;
    for (const auto& point : told.said) {
        document::Paragraph paragraph{.indent = document::points(1), .before = 4};
        if (!point.title.empty()) paragraph.spans.push_back({point.title + "\n", document::Weight::bold});
        paragraph.spans.push_back({point.body});
        if (point.speaker && !point.speaker->empty()) paragraph.spans.push_back({"\n— " + *point.speaker});
        blocks.emplace_back(std::move(paragraph));
    }
    return blocks;
}

std::vector<document::Block> agreements_table(const Told& told) {
    if (told.agreements.empty()) return {};
    document::Table table{.columns = {{0.6, document::Align::middle}, {4}, {2.2}, {1.8}},
                          .heads = {say(told, "circles_paper_row"), say(told, "circles_paper_agreement"), say(told, "circles_paper_owner"),
                                    say(told, "circles_paper_due")}};
    for (const auto& agreement : told.agreements) {
        // Partners cannot be ordered: what has no day is not late.
        const auto due = agreement.due_on ? base::long_date(*agreement.due_on, told.record.language) : say(told, "circles_paper_no_day");
        table.rows.push_back({std::to_string(table.rows.size() + 1), agreement.body, agreement.owner, due});
    }
    return {table};
}

}  // namespace

Filling filling_of(const Told& told) {
    const auto& row = told.row;
    Filling filling;
    filling.words = {{Field::title, told.record.title},
                     {Field::circle, told.circle},
                     {Field::ordinal, ordinal_words(told)},
                     {Field::date, day_words(row.date, told.record.language)},
                     {Field::time, time_words(row, told.record.language)},
                     {Field::place, row.place},
                     {Field::organisation, told.organisation},
                     {Field::question, row.key_question},
                     {Field::purpose, told.purpose},
                     {Field::hoped, row.planned_result},
                     {Field::seen, row.seen_result.empty() ? row.result : row.seen_result},
                     {Field::people, row.people ? people_words(told, *row.people) : ""}};
    filling.blocks = {{Field::agenda, agenda_table(told)},
                      {Field::roles, roles_list(told)},
                      {Field::sectors, heads_list(told)},
                      {Field::said, said_blocks(told)},
                      {Field::agreements, agreements_table(told)}};
    if (!told.photos.empty()) filling.blocks[Field::photos] = {document::Pictures{told.photos}};
    return filling;
}

}  // namespace circles

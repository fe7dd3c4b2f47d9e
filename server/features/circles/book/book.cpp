#include "circles/book/book.hpp"

#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "circles/circle/circle_queries.hpp"
#include "site/site.hpp"

namespace circles {

using document::Align;
using document::Weight;

constexpr std::size_t photos_of_a_session = 2;

YearOfCircle year_of_circle(db::Session& db, const http::Viewer& viewer, const files::Library* library, const records::Envelope& circle,
                            std::int64_t year) {
    const CircleId id{circle.id.value};
    const auto fiscal = site::fiscal_calendar(db);
    const auto number = static_cast<int>(year);
    const auto owner = records::find(db, circle.owner_id);
    YearOfCircle told{circle, get_circle(db, id).purpose, owner ? owner->title : "", year, {}, {}};
    const auto held = list_oldest_first(
        db, viewer,
        {.circle = id, .state = SessionState::held, .from = fiscal.first_day(number), .to = fiscal.last_day(number), .limit = {{500}}});
    for (const auto& card : held) {
        const auto record = records::find(db, records::record_id(card.id));
        told.sessions.push_back(tell(db, library, *record));
        auto& photos = told.sessions.back().photos;
        if (photos.size() > photos_of_a_session) photos.resize(photos_of_a_session);
    }
    return told;
}

namespace {

class Book {
  public:
    explicit Book(const YearOfCircle& told) : told_{told}, language_{told.circle.language} {}

    document::Document make() {
        document::Document book{.title = told_.circle.title + " " + say("circles_book_year", {{"year", told_.year}}),
                                .author = told_.organisation,
                                .made_at = told_.now,
                                .language = language_};
        book.parts.push_back(cover());
        book.parts.back().blocks.emplace_back(document::Heading{1, say("circles_book_contents")});
        book.parts.back().blocks.emplace_back(overview());
        document::Part sessions{.head = book.title};
        for (const auto& session : told_.sessions) add_session(sessions.blocks, session);
        if (!told_.sessions.empty()) book.parts.push_back(std::move(sessions));
        return book;
    }

  private:
    std::string say(std::string_view key, const json::Params& params = {}) const { return base::say(language_, key, params); }

    static document::Paragraph centred(std::string words, double size, Weight weight = Weight::regular) {
        return {.spans = {{std::move(words), weight}}, .align = Align::middle, .size = size, .before = 6};
    }

    document::Part cover() const {
        document::Part cover{.blocks = {document::Space{120}}, .numbering = document::Numbering::none, .bookmark = say("circles_book")};
        cover.blocks.emplace_back(centred(told_.circle.title, 32, Weight::bold));
        cover.blocks.emplace_back(centred(say("circles_book_year", {{"year", told_.year}}), 22));
        cover.blocks.emplace_back(centred(told_.organisation, 18));
        cover.blocks.emplace_back(document::Space{24});
        if (!told_.purpose.empty()) cover.blocks.emplace_back(centred(told_.purpose, 16));
        cover.blocks.emplace_back(centred(sums(), 16));
        cover.blocks.emplace_back(document::PageBreak{});
        return cover;
    }

    // "40 ครั้ง · 1,200 คน-ครั้ง": people only of sessions where somebody counted.
    std::string sums() const {
        std::int64_t people = 0;
        for (const auto& session : told_.sessions) people += session.row.people.value_or(0);
        auto words = say("circles_book_sessions", {{"count", static_cast<std::int64_t>(told_.sessions.size())}});
        if (people > 0) words += " · " + say("circles_book_people", {{"count", people}});
        return words;
    }

    document::Table overview() const {
        document::Table table{.columns = {{1.1}, {1.6}, {4}, {1, Align::end}},
                              .heads = {say("circles_ordinal"), say("circles_date"), say("circles_session_title"), say("circles_heads")}};
        for (const auto& session : told_.sessions)
            table.rows.push_back({ordinal_words(session), base::short_date(session.row.date, language_), session.record.title,
                                  session.row.people ? std::to_string(*session.row.people) : ""});
        return table;
    }

    void add_session(std::vector<document::Block>& to, const Told& session) const {
        const auto filling = filling_of(session);
        if (!to.empty()) to.emplace_back(document::PageBreak{});
        const auto ordinal = ordinal_words(session);
        to.emplace_back(document::Heading{1, ordinal.empty() ? session.record.title : ordinal + " " + session.record.title});
        auto when = filling.words.at(Field::date);
        for (const auto field : {Field::time, Field::place, Field::people})
            if (const auto& words = filling.words.at(field); !words.empty()) when += " · " + words;
        to.emplace_back(document::Paragraph{.spans = {{when}}});
        add_words(to, "circles_key_question", filling.words.at(Field::question));
        add_blocks(to, "circles_book_served", filling.blocks.at(Field::roles));
        add_blocks(to, "circles_book_said", filling.blocks.at(Field::said));
        add_words(to, "circles_book_seen", filling.words.at(Field::seen));
        add_blocks(to, "circles_book_agreements", filling.blocks.at(Field::agreements));
        if (!session.photos.empty()) to.emplace_back(document::Pictures{session.photos});
    }

    void add_words(std::vector<document::Block>& to, std::string_view heading, const std::string& words) const {
        if (words.empty()) return;
        to.emplace_back(document::Heading{2, say(heading)});
        to.emplace_back(document::Paragraph{.spans = {{words}}});
    }

    void add_blocks(std::vector<document::Block>& to, std::string_view heading, const std::vector<document::Block>& blocks) const {
        if (blocks.empty()) return;
        to.emplace_back(document::Heading{2, say(heading)});
        to.insert(to.end(), blocks.begin(), blocks.end());
    }

    const YearOfCircle& told_;
    base::Language language_;
};

}  // namespace

document::Document make_book(const YearOfCircle& told) {
    return Book{told}.make();
}

}  // namespace circles

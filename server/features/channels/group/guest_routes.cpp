#include <algorithm>

#include "base/bounded.hpp"
#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "channels/group/gifts.hpp"
#include "channels/routes.hpp"
#include "http/page.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

// What the people of a chat group see and give, without an account: the token in the address is their right.
namespace channels {

namespace {

// Waiting for an editor, by one link: a flood ends here.
constexpr std::int64_t most_waiting = 300;
constexpr std::uint64_t most_bytes = std::uint64_t{16} << 20;

using GiverName = base::Text<1, 100>;

struct GroupPage {
    std::string title;
    std::string circle;
    base::Date date;
    std::optional<base::TimeOfDay> starts;
    std::optional<base::TimeOfDay> ends;
    std::string place;
    circles::DayState state{};
    std::optional<std::string> address;  // of the session's own page, where everybody may read it
    base::Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(GroupPage, (), (title, circle, date, starts, ends, place, state, address, expires_at))

struct AnswerGift {
    GiverName name;
    circles::AnswerWord answer{};
};
BOOST_DESCRIBE_STRUCT(AnswerGift, (), (name, answer))

struct WordsGift {
    GiverName name;
    base::Text<1, 2000> words;
    circles::Consent consent{};
};
BOOST_DESCRIBE_STRUCT(WordsGift, (), (name, words, consent))

// What stands beside a file in its form.
struct FileWords {
    GiverName name;
    std::optional<base::Text<0, 500>> words;
    circles::Consent consent{};
};
BOOST_DESCRIBE_STRUCT(FileWords, (), (name, words, consent))
void check(const FileWords& form, json::Errors& errors) {
    // A file that is taken in stands on the session's page: what is to stay in the circle is told in words.
    if (form.consent == circles::Consent::circle) errors.add("/consent", "required");
}

struct Received {
    GiftKind kind{};
};
BOOST_DESCRIBE_STRUCT(Received, (), (kind))

struct Opened {
    OpenLink link;
    circles::Day day;
};

// A link lives as long as who made it may read its session.
Opened open(http::Call& call, const http::Segment& token) {
    const auto link = find_open_link(call.read(), token.value, call.now());
    auto day = link ? circles::find_day(call.read(), {.person = link->made_by}, link->session_id) : std::nullopt;
    if (!day) throw http::Problem(410, "group_link_over");
    return {*link, *std::move(day)};
}

GroupPage page_of(http::Call& call, const Opened& opened) {
    const auto& day = opened.day;
    const bool for_all = circles::find_day(call.read(), {}, opened.link.session_id).has_value();
    return {.title = day.title,
            .circle = day.circle,
            .date = day.date,
            .starts = day.starts,
            .ends = day.ends,
            .place = day.place,
            .state = day.state,
            .address = for_all ? std::optional{day.address} : std::nullopt,
            .expires_at = opened.link.expires_at};
}

GroupPage get_group_page(http::Call& call, const http::Segment& token) {
    return page_of(call, open(call, token));
}

http::Page show_group_page(http::Call& call, const http::Segment& token) {
    const auto language = call.language();
    const auto shown = page_of(call, open(call, token));
    std::string when = base::long_date(shown.date, language);
    if (shown.starts) when += " " + base::time_text(*shown.starts, language);
    using namespace http::html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page
    const auto body =
        group(p(shown.circle), h1(shown.title), p(when), p(shown.place), p(base::say(language, "channels_group_needs_scripts")));
    auto page = http::make_page(shown, shown.title, "/g/" + token.value, article(body));
    page.description = when + (shown.place.empty() ? "" : " · " + shown.place);
    return page;
}

void keep(db::Tx& tx, const OpenLink& link, const NewGift& gift) {
    if (count_waiting(tx, link.id) >= most_waiting) throw http::Problem(429, "many_gifts_wait");
    const auto id = insert_gift(tx, link, gift);
    if (gift.file) files::hold(tx, link.made_by, id.value, {{gift.file, {gift.words}, {}}});
    journal::record(tx, {}, "channels.gift_came", {link.session_id, 0});
}

http::Created<Received> give_answer(http::Call& call, const http::Segment& token, const AnswerGift& form) {
    const auto opened = open(call, token);
    if (opened.day.state != circles::DayState::planned) throw http::Problem(409, "session_not_planned");
    return call.write([&](db::Tx& tx) {
        keep(tx, opened.link, {.kind = GiftKind::answer, .giver = form.name.value, .answer = form.answer});
        return http::Created<Received>{{GiftKind::answer}};
    });
}

http::Created<Received> give_words(http::Call& call, const http::Segment& token, const WordsGift& form) {
    const auto opened = open(call, token);
    return call.write([&](db::Tx& tx) {
        keep(tx, opened.link, {.kind = GiftKind::words, .giver = form.name.value, .words = form.words.value, .consent = form.consent});
        return http::Created<Received>{{GiftKind::words}};
    });
}

FileWords words_of(const std::vector<http::FormValue>& values) {
    json::Node fields{.kind = json::Node::Kind::object};
    for (const auto& [field, value] : values) fields.items.push_back({.kind = json::Node::Kind::word, .text = value, .key = field});
    json::Errors errors;
    auto words = json::read<FileWords>(fields, errors);
    if (!errors.empty()) throw http::invalid_input(errors);
    return words;
}

// The kind of gift that a file is, by what it holds; nothing for what a link does not take.
std::optional<GiftKind> gift_of(files::Kind kind) {
    switch (files::facts(kind).group) {
        case files::Group::picture:
            return GiftKind::photo;
        case files::Group::sound:
            return GiftKind::voice;
        default:
            return std::nullopt;
    }
}

http::Created<Received> give_file(http::Call& call, const http::Segment& token, const http::Uploads<most_bytes>& uploads) {
    const auto opened = open(call, token);
    const auto form = words_of(uploads.form);
    if (uploads.files.size() != 1) throw http::Problem(422, "invalid_input").at("/files", "required");
    const auto& sent = uploads.files.front();
    const auto refuse = [&](std::string_view why) {
        return http::Problem(422, "invalid_input").at("/files/0", why, {{"name", sent.file_name}});
    };
    auto kept = call.services().equipment.get<files::Library>().store.keep(sent.content.number());
    if (const auto* refusal = std::get_if<files::Refusal>(&kept)) throw refuse(base::name_of(*refusal));
    const auto& content = std::get<files::Content>(kept);
    const auto kind = gift_of(content.kind);
    if (!kind) throw refuse("file_kind_unknown");
    return call.write([&](db::Tx& tx) {
        const auto file = files::add(tx, opened.link.made_by, content, sent.file_name);
        keep(tx, opened.link,
             {.kind = *kind, .giver = form.name.value, .words = base::or_empty(form.words), .file = file, .consent = form.consent});
        return http::Created<Received>{{*kind}};
    });
}

}  // namespace

void add_guest_routes(http::Router& router) {
    router.page("/g/{token}", show_group_page, access::anyone);
    router.get("/api/g/{token}", get_group_page, access::anyone);
    router.post("/api/g/{token}/answer", give_answer, access::anyone, http::WriteKind::proposal);
    router.post("/api/g/{token}/words", give_words, access::anyone, http::WriteKind::proposal);
    router.post("/api/g/{token}/file", give_file, access::anyone, http::WriteKind::upload);
}

}  // namespace channels

#include "base/bounded.hpp"
#include "base/first_words.hpp"
#include "base/locale.hpp"
#include "channels/group/gifts.hpp"
#include "channels/routes.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

// What who edits a session does with links for chat groups, and with what comes by them.
namespace channels {

namespace {

using WritableSession = records::Writable<circles::SessionId>;

constexpr std::size_t most_links = 10;
constexpr std::int64_t day_ms = std::int64_t{24} * 60 * 60 * 1000;

struct GroupLinkForm {
    std::optional<base::Whole<1, 90>> days;  // 30
};
BOOST_DESCRIBE_STRUCT(GroupLinkForm, (), (days))

struct GroupLinkMade {
    std::string path;  // told once
    base::Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(GroupLinkMade, (), (path, expires_at))

struct TakeForm {
    std::optional<base::Text<1, 20'000>> words;  // as the editor wrote down a voice, or put words right; as they came, if not given
    std::optional<bool> cleared;                 // of a photo or voice: nobody on it can be recognised, or all agree
};
BOOST_DESCRIBE_STRUCT(TakeForm, (), (words, cleared))

std::vector<GroupLink> get_links(http::Call& call, const WritableSession& session) {
    return list_group_links(call.read(), session->id, call.now());
}

// LINE opens an address with this in the phone's own browser, where sending a photo works: developers.line.biz, "LINE URL scheme".
std::string path_of(const std::string& token) {
    return "/g/" + token + "?openExternalBrowser=1";
}

http::Created<GroupLinkMade> make_link(http::Call& call, const WritableSession& session, const GroupLinkForm& form) {
    return call.write_unkept([&](db::Tx& tx) {
        if (list_group_links(tx, session->id, tx.now()).size() >= most_links) throw http::Problem(409, "many_group_links");
        const base::Instant expires_at{tx.now().ms + form.days.value_or(base::Whole<1, 90>{30}).value * day_ms};
        const auto token = insert_group_link(tx, {session->id, call.person(), expires_at});
        journal::record(tx, call.person(), "channels.group_link_made", {session->id, 0});
        return http::Created<GroupLinkMade>{{path_of(token), expires_at}};
    });
}

http::NoContent end_link(http::Call& call, const WritableSession& session, GroupLinkId id) {
    call.write([&](db::Tx& tx) {
        if (!end_group_link(tx, session->id, id)) throw http::not_found();
        journal::record(tx, call.person(), "channels.group_link_ended", {session->id, 0});
    });
    return {};
}

// A gift as who decides about it sees it.
struct WaitingGift {
    Gift gift;
    std::optional<files::File> file;
};
BOOST_DESCRIBE_STRUCT(WaitingGift, (), (gift, file))

std::vector<WaitingGift> get_gifts(http::Call& call, const WritableSession& session) {
    std::vector<WaitingGift> waiting;
    for (auto& gift : list_gifts(call.read(), session->id)) {
        auto held = files::list_held(call.read(), gift.id.value);
        waiting.push_back({std::move(gift), held.empty() ? std::nullopt : std::optional{std::move(held.front())}});
    }
    return waiting;
}

FoundGift get_gift(db::Session& db, const WritableSession& session, GiftId id) {
    auto found = find_gift(db, id);
    if (!found || found->session != session->id) throw http::not_found();
    return *std::move(found);
}

// Under a photo or a voice stands who gave it, if they agreed.
std::string caption_of(const Gift& gift, const std::string& words, base::Language language) {
    if (gift.consent != circles::Consent::named) return words;
    const auto by = base::say(language, "channels_given_by", {{"name", gift.giver}});
    return words.empty() ? by : words + " · " + by;
}

void take_in(db::Tx& tx, const FoundGift& found, const circles::Taken& taken, const TakeForm& form) {
    const auto& gift = found.gift;
    const auto words = form.words ? form.words->value : gift.words;
    constexpr auto thai = base::Language::th;  // as the record that it goes into
    if (gift.answer) return circles::take_answer(tx, taken, *gift.answer);
    if (gift.file_id) {
        const auto caption = base::first_words(caption_of(gift, words, thai));
        circles::take_file(tx, taken, found.link_made_by, {{gift.file_id, {base::first_words(words)}, {caption}}, form.cleared});
        files::hold(tx, found.link_made_by, gift.id.value, {});
    }
    const bool said = gift.kind == GiftKind::words || (gift.kind == GiftKind::voice && !words.empty());
    if (said) circles::take_words(tx, taken, words, gift.consent, base::say(thai, "channels_consent_by_link"));
}

http::NoContent take(http::Call& call, const WritableSession& session, GiftId id, const TakeForm& form) {
    call.write([&](db::Tx& tx) {
        const auto found = get_gift(tx, session, id);
        take_in(tx, found, {session->id, call.person(), found.gift.giver}, form);
        delete_gift(tx, id);
        journal::record(tx, call.person(), "channels.gift_taken", {session->id, 0});
    });
    return {};
}

http::NoContent move(http::Call& call, const WritableSession& session, GiftId id, Place place) {
    call.write([&](db::Tx& tx) {
        get_gift(tx, session, id);
        put(tx, id, place);
        journal::record(tx, call.person(), place == Place::aside ? "channels.gift_left" : "channels.gift_waits_again", {session->id, 0});
    });
    return {};
}

http::NoContent leave(http::Call& call, const WritableSession& session, GiftId id) {
    return move(call, session, id, Place::aside);
}

http::NoContent let_wait(http::Call& call, const WritableSession& session, GiftId id) {
    return move(call, session, id, Place::waits);
}

}  // namespace

void forget_left(db::Tx& tx) {
    for (const auto id : list_left_before(tx, {tx.now().ms - 7 * day_ms})) {
        files::hold(tx, {}, id.value, {});
        delete_gift(tx, id);
    }
}

bool may_judge(db::Session& db, const http::Viewer& viewer, GiftId id) {
    const auto gift = find_gift(db, id);
    const auto session = gift ? records::find(db, viewer, gift->session) : std::nullopt;
    return session && records::may_edit(records::guard(session->envelope), session->ties);
}

void add_group_routes(http::Router& router) {
    router.get("/api/sessions/{session}/group-links", get_links, access::may_edit);
    router.post("/api/sessions/{session}/group-links", make_link, access::may_edit, http::WriteKind::change);
    router.del("/api/sessions/{session}/group-links/{link}", end_link, access::may_edit, http::WriteKind::change);
    router.get("/api/sessions/{session}/gifts", get_gifts, access::may_edit);
    router.post("/api/sessions/{session}/gifts/{gift}/take", take, access::may_edit, http::WriteKind::change);
    router.post("/api/sessions/{session}/gifts/{gift}/leave", leave, access::may_edit, http::WriteKind::change);
    router.post("/api/sessions/{session}/gifts/{gift}/wait", let_wait, access::may_edit, http::WriteKind::change);
}

}  // namespace channels

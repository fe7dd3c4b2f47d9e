#include <algorithm>

#include "circles/circles.hpp"
#include "circles/consent/consent.hpp"
#include "circles/consent/inside.hpp"
#include "circles/routes.hpp"
#include "circles/session/said_queries.hpp"
#include "circles/session/session_reply.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"
#include "trace/trace.hpp"

namespace circles {

using WritableSession = records::Writable<SessionId>;

// With the words by which one asks today.
struct GivenList {
    ConsentWords words;
    std::vector<Given> consents;
};
BOOST_DESCRIBE_STRUCT(GivenList, (), (words, consents))

static GivenList list_of(db::Session& db, SessionId session) {
    return {newest_words(db), list_given(db, session)};
}

static GivenList show_consents(http::Call& call, const WritableSession& session) {
    return list_of(call.read(), session.id);
}

static http::Problem refused(std::string_view pointer, std::string_view code) {
    return http::Problem(422, "invalid_input").at(std::string(pointer), std::string(code));
}

static void require_subject(db::Session& db, SessionId session, const GivenForm& form) {
    if (form.point && !find_point(db, session, *form.point)) throw refused("/point", "not_in_this_session");
    if (form.photo && !has_photo(db, session, *form.photo)) throw refused("/photo", "not_in_this_session");
    if (!find_words(db, form.words)) throw refused("/words", "unknown_words");
}

static void hold_proof(db::Tx& tx, base::PersonId actor, ConsentId id, const GivenForm& form) {
    if (!form.proof) return;
    files::hold(tx, actor, id.value, {{*form.proof, {}, {}}});
    if (files::list_held(tx, id.value).front().group != proof_of(form.way)) throw refused("/proof", "not_such_a_proof");
}

// The word goes as far as was agreed, and what quotes it follows.
static void let_out(db::Tx& tx, SessionId session, PointId id, Consent consent, const std::string& how) {
    set_consent(tx, session, id, {consent, {{how}}});
    const auto point = *find_point(tx, session, id);
    trace::set_quote(tx, {records::record_id(session), id.value}, consent == Consent::circle ? "" : point.body);
    refresh_text(tx, session);
}

// One who agrees is not all who are seen: whoever records it says when it was the last of them.
static void let_photo_out(db::Tx& tx, SessionId session, files::FileId photo, const GivenForm& form) {
    if (form.everybody.value_or(false) && form.consent != Consent::circle)
        set_clearance(tx, session, photo, Clearance::cleared);
    else
        place(tx, session, photo);
}

// The journal keeps that there was a consent and how it was given, not by whom: a consent may be taken back, a journal not.
static void note(db::Tx& tx, base::PersonId actor, std::string_view action, SessionId session, ConsentWay way) {
    journal::record(tx, actor, action, {session, 0, json::write(std::string(base::name_of(way)))});
}

static GivenList record_consent(http::Call& call, const WritableSession& session, const GivenForm& form) {
    return call.write([&](db::Tx& tx) {
        require_subject(tx, session.id, form);
        // The proof stands for the word's speaker: whoever edits may bring it.
        const auto id = insert_given(tx, call.person(), session.id, form);
        hold_proof(tx, call.person(), id, form);
        if (form.point) let_out(tx, session.id, *form.point, form.consent, std::string(base::name_of(form.way)));
        if (form.photo) let_photo_out(tx, session.id, *form.photo, form);
        note(tx, call.person(), "circles.consent_recorded", session.id, form.way);
        return list_of(tx, session.id);
    });
}

static GivenList withdraw_consent(http::Call& call, const WritableSession& session, ConsentId id) {
    return call.write([&](db::Tx& tx) {
        const auto all = list_given(tx, session.id);
        const auto given = std::ranges::find(all, id, &Given::id);
        if (given == all.end()) throw http::not_found();
        set_withdrawn(tx, id);
        if (given->point_id) let_out(tx, session.id, *given->point_id, Consent::circle, "");
        if (given->photo_id) place(tx, session.id, *given->photo_id);
        note(tx, call.person(), "circles.consent_withdrawn", session.id, given->way);
        return list_of(tx, session.id);
    });
}

struct WordsForm {
    base::Text<20, 4000> th;
    base::Text<20, 4000> en;
};
BOOST_DESCRIBE_STRUCT(WordsForm, (), (th, en))

static ConsentWords word_anew(http::Call& call, const WordsForm& form) {
    return call.write([&](db::Tx& tx) {
        const ConsentWords words{newest_words(tx).version + 1, form.th.value, form.en.value};
        insert_words(tx, call.person(), words);
        journal::Revision revision;
        const auto body = json::write(words);
        revision.body = body;
        journal::record(tx, call.person(), "circles.consent_worded", revision);
        return words;
    });
}

void add_consent_routes(http::Router& router) {
    router.post("/api/consent-words", word_anew, access::administrator, http::WriteKind::office);
    router.get("/api/sessions/{session}/consents", show_consents, access::may_edit);
    router.post("/api/sessions/{session}/consents", record_consent, access::may_edit, http::WriteKind::change);
    router.post("/api/sessions/{session}/consents/{consent}/withdraw", withdraw_consent, access::may_edit, http::WriteKind::change);
}

}  // namespace circles

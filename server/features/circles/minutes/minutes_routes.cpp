#include <algorithm>

#include "circles/minutes/minutes.hpp"
#include "circles/routes.hpp"
#include "circles/session/said_queries.hpp"
#include "circles/session/session_reply.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace circles {

using WritableSession = records::Writable<SessionId>;
using ReadableSession = records::Readable<SessionId>;

// One version as a viewer reads it. Without `minutes` there are none for them; `paragraphs` are then what they could begin with.
struct MinutesReply {
    std::optional<MinutesRow> minutes;
    std::vector<std::string> paragraphs;
    std::vector<Amendment> amendments;
    std::vector<MinutesRow> versions;
    bool may_propose{};
    bool may_edit{};
};
BOOST_DESCRIBE_STRUCT(MinutesReply, (), (minutes, paragraphs, amendments, versions, may_propose, may_edit))

struct MinutesWanted {
    std::optional<std::int64_t> version;
};
BOOST_DESCRIBE_STRUCT(MinutesWanted, (), (version))

void check(const MinutesForm& form, json::Errors& errors) {
    if (form.paragraphs.size() > 300) errors.add("/paragraphs", "too_many_values", {{"max", 300}});
}

// What the note-takers wrote that may leave the circle.
static std::vector<std::string> first_draft(db::Session& db, const records::Found& session) {
    const SessionId id{session.envelope.id.value};
    const auto row = get_session(db, id);
    std::vector<std::string> paragraphs{session.envelope.summary, row.key_question, row.seen_result};
    for (const auto& point : list_points(db, id))
        if (point.consent != Consent::circle) paragraphs.push_back(point.body);
    for (const auto& agreement : list_agreements(db, id))
        paragraphs.push_back(agreement.owner.empty() ? agreement.body : agreement.body + " (" + agreement.owner + ")");
    std::erase(paragraphs, "");
    paragraphs.erase(std::ranges::unique(paragraphs).begin(), paragraphs.end());
    return paragraphs;
}

static bool may_propose(db::Session& db, const http::Viewer& viewer, const records::Found& session) {
    return sight(session) > Sight::outsider || (viewer.person && came_to(db, {session.envelope.id.value}, viewer.person));
}

// Who was there sees the draft as insiders do: they are to amend it.
static Sight sight_of_minutes(db::Session& db, const http::Viewer& viewer, const records::Found& session) {
    return std::max(sight(session), may_propose(db, viewer, session) ? Sight::insider : Sight::outsider);
}

static MinutesReply reply_of(db::Session& db, const http::Viewer& viewer, const records::Found& session,
                             std::optional<std::int64_t> version = {}) {
    const SessionId id{session.envelope.id.value};
    const auto seen = sight_of_minutes(db, viewer, session);
    const auto minutes = version ? find_minutes(db, id, *version, seen) : find_minutes(db, id, seen);
    if (version && !minutes) throw http::not_found();
    const bool may_edit = records::rights(session).edit;
    MinutesReply reply{minutes, {}, {}, list_minutes(db, id, seen), may_propose(db, viewer, session), may_edit};
    if (minutes) {
        reply.paragraphs = list_paragraphs(db, id, minutes->version);
        if (seen > Sight::outsider) reply.amendments = list_amendments(db, id, minutes->version);
    } else if (may_edit) {
        reply.paragraphs = first_draft(db, session);
    }
    return reply;
}

static MinutesReply show_minutes(http::Call& call, const ReadableSession& session, const http::Query<MinutesWanted>& wanted) {
    return reply_of(call.read(), call.viewer(), session.found, wanted->version);
}

static MinutesRow require_draft(db::Session& db, SessionId session) {
    const auto minutes = find_minutes(db, session, Sight::editor);
    if (!minutes) throw http::Problem(409, "no_minutes_yet");
    if (minutes->state == MinutesState::approved) throw http::Problem(409, "minutes_approved");
    return *minutes;
}

static void note(db::Tx& tx, const http::Call& call, std::string_view action, SessionId session, const std::string& body) {
    journal::record(tx, call.person(), action, {session, 0, body});
}

static std::int64_t draft_for(db::Tx& tx, base::PersonId actor, SessionId session, const MinutesForm& form) {
    if (!find_minutes(tx, session, Sight::editor)) {
        insert_minutes(tx, actor, session, 1, "");
        return 1;
    }
    const auto draft = require_draft(tx, session);
    if (draft.edit != form.edit) throw http::Problem(412, "edited_elsewhere", {{"version", draft.edit}});
    return draft.version;
}

static MinutesReply write_minutes(http::Call& call, const WritableSession& session, const MinutesForm& form) {
    return call.write([&](db::Tx& tx) {
        std::vector<std::string> paragraphs;
        paragraphs.reserve(form.paragraphs.size());
        for (const auto& paragraph : form.paragraphs) paragraphs.push_back(paragraph.value);
        replace_paragraphs(tx, session.id, draft_for(tx, call.person(), session.id, form), paragraphs);
        note(tx, call, "circles.minutes_written", session.id, json::write(form));
        return reply_of(tx, call.viewer(), session.found);
    });
}

static MinutesReply propose(http::Call& call, const ReadableSession& session, const AmendmentForm& form) {
    if (!may_propose(call.read(), call.viewer(), session.found)) throw http::not_allowed();
    const auto known = records::cards(call.read(), call.viewer(), {records::record_id(call.person())});
    const auto name = known.empty() ? std::string{} : known.front().title;
    return call.write([&](db::Tx& tx) {
        const auto draft = require_draft(tx, session.id);
        const auto last = static_cast<std::int64_t>(list_paragraphs(tx, session.id, draft.version).size());
        if (form.place < 0 || form.place > last) throw http::Problem(422, "invalid_input").at("/place", "no_such_paragraph");
        insert_amendment(tx, {call.person(), name}, session.id, draft.version, form);
        note(tx, call, "circles.amendment_proposed", session.id, json::write(form));
        return reply_of(tx, call.viewer(), session.found);
    });
}

// A paragraph that somebody has changed since is not overwritten by what was proposed for the older one.
static void take(db::Tx& tx, SessionId session, const MinutesRow& draft, const Amendment& amendment) {
    auto paragraphs = list_paragraphs(tx, session, draft.version);
    const auto at = static_cast<std::size_t>(amendment.place);
    if (at == 0)
        paragraphs.push_back(amendment.body);
    else if (at <= paragraphs.size() && paragraphs[at - 1] == amendment.before)
        paragraphs[at - 1] = amendment.body;
    else
        throw http::Problem(409, "paragraph_changed");
    replace_paragraphs(tx, session, draft.version, paragraphs);
}

static MinutesReply settle_amendment(http::Call& call, const WritableSession& session, AmendmentId id, const SettleForm& form) {
    return call.write([&](db::Tx& tx) {
        const auto draft = require_draft(tx, session.id);
        const auto all = list_amendments(tx, session.id, draft.version);
        const auto amendment = std::ranges::find(all, id, &Amendment::id);
        if (amendment == all.end()) throw http::not_found();
        if (form.state == AmendmentState::taken && amendment->state == AmendmentState::open) take(tx, session.id, draft, *amendment);
        set_settled(tx, id, form);
        note(tx, call, "circles.amendment_settled", session.id, json::write(form));
        return reply_of(tx, call.viewer(), session.found);
    });
}

static MinutesReply approve(http::Call& call, const WritableSession& session, const ApprovalForm& form) {
    return call.write([&](db::Tx& tx) {
        const auto draft = require_draft(tx, session.id);
        const auto amendments = list_amendments(tx, session.id, draft.version);
        if (std::ranges::find(amendments, AmendmentState::open, &Amendment::state) != amendments.end())
            throw http::Problem(409, "amendments_open");
        if (form.on > base::bangkok_date(call.now())) throw http::Problem(422, "invalid_input").at("/on", "date_ahead");
        set_approved(tx, session.id, draft.version, form);
        note(tx, call, "circles.minutes_approved", session.id, json::write(form));
        return reply_of(tx, call.viewer(), session.found);
    });
}

static MinutesReply begin_again(http::Call& call, const WritableSession& session, const NewVersionForm& form) {
    return call.write([&](db::Tx& tx) {
        const auto last = find_minutes(tx, session.id, Sight::editor);
        if (!last || last->state != MinutesState::approved) throw http::Problem(409, "minutes_not_approved");
        insert_minutes(tx, call.person(), session.id, last->version + 1, form.reason.value);
        replace_paragraphs(tx, session.id, last->version + 1, list_paragraphs(tx, session.id, last->version));
        note(tx, call, "circles.minutes_reopened", session.id, json::write(form));
        return reply_of(tx, call.viewer(), session.found);
    });
}

void add_minutes_routes(http::Router& router) {
    router.get("/api/sessions/{session}/minutes", show_minutes, access::may_read);
    router.put("/api/sessions/{session}/minutes", write_minutes, access::may_edit, http::WriteKind::change);
    router.post("/api/sessions/{session}/minutes/amendments", propose, access::signed_in, http::WriteKind::proposal);
    router.put("/api/sessions/{session}/minutes/amendments/{amendment}", settle_amendment, access::may_edit, http::WriteKind::change);
    router.post("/api/sessions/{session}/minutes/approve", approve, access::may_edit, http::WriteKind::change);
    router.post("/api/sessions/{session}/minutes/versions", begin_again, access::may_edit, http::WriteKind::change);
}

}  // namespace circles

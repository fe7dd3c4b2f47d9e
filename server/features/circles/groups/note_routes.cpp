#include "circles/groups/breakout_reply.hpp"
#include "circles/routes.hpp"
#include "circles/session/session_reply.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

// What a group writes down: whoever sits in it, and who may edit the session.
namespace circles {

using ReadableSession = records::Readable<SessionId>;

struct NoteForm {
    base::Text<1, 4000> body;
    std::optional<std::int64_t> version;  // of the note, when it is changed
};
BOOST_DESCRIBE_STRUCT(NoteForm, (), (body, version))

static void require_writer(http::Call& call, const ReadableSession& session, GroupId group) {
    if (!find_group(call.read(), session.id, group)) throw http::not_found();
    if (!may_write(call.read(), call.viewer(), session.found, group)) throw http::not_allowed();
}

static GroupNote get_note(db::Session& db, GroupId group, GroupNoteId id) {
    auto note = find_note(db, group, id);
    if (!note) throw http::not_found();
    return *std::move(note);
}

static void tell(db::Tx& tx, const http::Call& call, std::string_view action, SessionId session, GroupId group) {
    refresh_text(tx, session);
    touch_group(tx, session, group);
    journal::record(tx, call.person(), action, {session, 0});
}

static http::Created<GroupNote> add_note(http::Call& call, const ReadableSession& session, GroupId group, const NoteForm& form) {
    require_writer(call, session, group);
    return call.write([&](db::Tx& tx) {
        const auto id = insert_note(tx, {group, form.body.value, call.person(), {}});
        tell(tx, call, "circles.group_note_added", session.id, group);
        return http::Created<GroupNote>{get_note(tx, group, id)};
    });
}

static GroupNote change_note(http::Call& call, const ReadableSession& session, GroupId group, GroupNoteId id, const NoteForm& form) {
    require_writer(call, session, group);
    return call.write([&](db::Tx& tx) {
        update_note(tx, get_note(tx, group, id), form.version.value_or(0), form.body);
        tell(tx, call, "circles.group_note_edited", session.id, group);
        return get_note(tx, group, id);
    });
}

static http::NoContent take_note_off(http::Call& call, const ReadableSession& session, GroupId group, GroupNoteId id) {
    require_writer(call, session, group);
    call.write([&](db::Tx& tx) {
        remove_note(tx, get_note(tx, group, id).id);
        tell(tx, call, "circles.group_note_removed", session.id, group);
    });
    return {};
}

struct NoteTurn {
    bool hidden{};
};
BOOST_DESCRIBE_STRUCT(NoteTurn, (), (hidden))

// As a card of the room: what hurts somebody goes from all screens, and may come back.
static GroupNote turn_note(http::Call& call, const records::Writable<SessionId>& session, GroupId group, GroupNoteId id,
                           const NoteTurn& turn) {
    if (!find_group(call.read(), session.id, group)) throw http::not_found();
    return call.write([&](db::Tx& tx) {
        set_note_hidden(tx, get_note(tx, group, id).id, turn.hidden);
        tell(tx, call, turn.hidden ? "circles.group_note_hidden" : "circles.group_note_shown", session.id, group);
        return get_note(tx, group, id);
    });
}

void add_group_note_routes(http::Router& router) {
    router.post("/api/sessions/{session}/groups/{group}/notes", add_note, access::signed_in, http::WriteKind::change);
    router.put("/api/sessions/{session}/groups/{group}/notes/{note}", change_note, access::signed_in, http::WriteKind::change);
    router.put("/api/sessions/{session}/groups/{group}/notes/{note}/hidden", turn_note, access::may_edit, http::WriteKind::change);
    router.del("/api/sessions/{session}/groups/{group}/notes/{note}", take_note_off, access::signed_in, http::WriteKind::change);
}

}  // namespace circles

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "circles/groups/breakout_reply.hpp"
#include "circles/groups/merge_queries.hpp"
#include "circles/room/room_queries.hpp"
#include "circles/routes.hpp"
#include "circles/session/said_queries.hpp"
#include "circles/session/session_reply.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

// In the plenary: notes of groups that say the same become one point of the session, which keeps where it came from.
namespace circles {

using WritableSession = records::Writable<SessionId>;

static constexpr std::size_t most_merged = 200;

struct MergeForm {
    std::vector<GroupNoteId> notes;
    std::optional<base::Text<1, 4000>> body;  // of a new point
    std::optional<PointId> point;             // one that notes were merged into already
};
BOOST_DESCRIBE_STRUCT(MergeForm, (), (notes, body, point))

static void check(const MergeForm& form, json::Errors& errors) {
    if (form.notes.empty()) errors.add("/notes", "required");
    if (form.notes.size() > most_merged) errors.add("/notes", "too_many_values", {{"max", static_cast<std::int64_t>(most_merged)}});
    if (form.body.has_value() == form.point.has_value()) errors.add("/body", "required");
}

static void require_breakout(db::Session& db, SessionId session, BreakoutId id) {
    if (!find_breakout(db, session, id)) throw http::not_found();
}

// Notes of this break-out that all may see, each once and in one point only.
static void require_free(db::Session& db, BreakoutId breakout, const MergeForm& form) {
    const auto notes = list_notes(db, breakout);
    const auto merged = list_merged(db, breakout);
    std::set<GroupNoteId> seen;
    http::Problem problem(422, "invalid_input");
    for (std::size_t i = 0; i < form.notes.size(); ++i) {
        const auto id = form.notes[i];
        const auto at = fmt::format("/notes/{}", i);
        const auto note = std::ranges::find(notes, id, &GroupNote::id);
        if (note == notes.end() || note->hidden) problem.at(at, "no_such_group_note");
        if (!seen.insert(id).second || std::ranges::find(merged, id, &MergedNote::note_id) != merged.end())
            problem.at(at, "note_merged_already");
    }
    if (!problem.errors().empty()) throw problem;
}

static void note(db::Tx& tx, const http::Call& call, std::string_view action, SessionId session, PointId point) {
    refresh_text(tx, session);
    stir(tx, session);
    journal::record(tx, call.person(), action, {session, 0, json::write(shown_to_all(*find_point(tx, session, point)))});
}

static bool is_merged(db::Session& db, BreakoutId breakout, PointId point) {
    const auto merged = list_merged(db, breakout);
    return std::ranges::find(merged, point, &MergedNote::point_id) != merged.end();
}

static PointId new_point(db::Tx& tx, const http::Call& call, const WritableSession& session, const std::string& body) {
    PointForm form;
    form.body = {body};
    return insert_point(tx, call.person(), session.id, form, first_consent(get_circle(tx, {session->within_id.value}).kind));
}

static std::vector<Breakout> merge(http::Call& call, const WritableSession& session, BreakoutId id, const MergeForm& form) {
    return call.write([&](db::Tx& tx) {
        require_breakout(tx, session.id, id);
        require_free(tx, id, form);
        if (form.point && !is_merged(tx, id, *form.point)) throw http::Problem(422, "invalid_input").at("/point", "no_such_point");
        const auto point = form.point ? *form.point : new_point(tx, call, session, form.body->value);
        for (const auto each : form.notes) merge_note(tx, each, point);
        note(tx, call, form.point ? "circles.group_notes_merged" : "circles.point_added", session.id, point);
        return breakouts_for(tx, call.viewer(), session.found);
    });
}

// The point goes, as it can be brought back among the points; the notes were with their groups all the time.
static std::vector<Breakout> take_apart(http::Call& call, const WritableSession& session, BreakoutId id, PointId point) {
    return call.write([&](db::Tx& tx) {
        require_breakout(tx, session.id, id);
        if (!is_merged(tx, id, point)) throw http::not_found();
        unmerge(tx, point);
        set_removal(tx, session.id, point, Removal::removed);
        note(tx, call, "circles.point_removed", session.id, point);
        return breakouts_for(tx, call.viewer(), session.found);
    });
}

void add_group_merge_routes(http::Router& router) {
    router.post("/api/sessions/{session}/breakouts/{breakout}/merged", merge, access::may_edit, http::WriteKind::change);
    router.del("/api/sessions/{session}/breakouts/{breakout}/merged/{point}", take_apart, access::may_edit, http::WriteKind::change);
}

}  // namespace circles

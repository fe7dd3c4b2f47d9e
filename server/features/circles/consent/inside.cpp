#include "circles/consent/inside.hpp"

#include <algorithm>

#include "base/json/json.hpp"
#include "files/moving.hpp"

namespace circles {

std::optional<std::int64_t> find_holder(db::Session& db, SessionId session) {
    return db.find<std::int64_t>("SELECT holder FROM circles_insides WHERE session_id = $1", session);
}

static std::int64_t holder_of(db::Tx& tx, SessionId session) {
    if (const auto holder = find_holder(tx, session)) return *holder;
    const auto holder = tx.new_id<SessionId>().value;
    tx.run("INSERT INTO circles_insides (session_id, holder) VALUES ($1, $2)", session, holder);
    return holder;
}

static std::vector<files::File> list_held_inside(db::Session& db, SessionId session) {
    const auto holder = find_holder(db, session);
    return holder ? files::list_held(db, *holder) : std::vector<files::File>{};
}

std::vector<InsideFile> list_inside(db::Session& db, SessionId session) {
    std::vector<InsideFile> inside;
    for (auto& file : list_held_inside(db, session)) {
        const auto why = why_inside(db, session, file.id).value_or(WhyInside::waits);
        inside.push_back({std::move(file), why});
    }
    return inside;
}

std::optional<SessionId> find_session_inside(db::Session& db, std::int64_t holder) {
    return db.find<SessionId>("SELECT session_id FROM circles_insides WHERE holder = $1", holder);
}

bool has_photo(db::Session& db, SessionId session, files::FileId photo) {
    const auto is_among = [&](const auto& files) { return std::ranges::find(files, photo, &files::File::id) != files.end(); };
    return is_among(files::list_held(db, session.value)) || is_among(list_held_inside(db, session));
}

// Of each person the last word counts.
static bool is_refused(db::Session& db, files::FileId photo) {
    return db.one<bool>(
        "SELECT EXISTS (SELECT 1 FROM circles_consents c WHERE c.photo_id = $1 AND (c.withdrawn_at IS NOT NULL OR c.consent = 'circle')"
        " AND NOT EXISTS (SELECT 1 FROM circles_consents later WHERE later.photo_id = c.photo_id AND later.giver = c.giver"
        " AND later.id > c.id)) AS inside",
        photo);
}

std::optional<WhyInside> why_inside(db::Session& db, SessionId session, files::FileId photo) {
    if (is_refused(db, photo)) return WhyInside::refused;
    return db.find<WhyInside>("SELECT why FROM circles_held_back WHERE session_id = $1 AND file_id = $2", session, photo);
}

void place(db::Tx& tx, SessionId session, files::FileId photo) {
    if (why_inside(tx, session, photo))
        files::move(tx, photo, session.value, holder_of(tx, session));
    else if (const auto holder = find_holder(tx, session))
        files::move(tx, photo, *holder, session.value);
}

static std::vector<files::HeldFile> held_but(db::Session& db, std::int64_t holder, files::FileId photo) {
    std::vector<files::HeldFile> held;
    for (const auto& file : files::list_held(db, holder))
        if (file.id != photo) held.push_back({file.id, {file.alternative_text}, {file.caption}});
    return held;
}

static void hold_back(db::Tx& tx, SessionId session, files::FileId photo, WhyInside why) {
    tx.run(
        "INSERT INTO circles_held_back (session_id, file_id, why) VALUES ($1, $2, $3)"
        " ON CONFLICT (session_id, file_id) DO UPDATE SET why = excluded.why",
        session, photo, why);
}

static void let_go(db::Tx& tx, SessionId session, files::FileId photo) {
    tx.run("DELETE FROM circles_held_back WHERE session_id = $1 AND file_id = $2", session, photo);
}

void add_photo(db::Tx& tx, base::PersonId actor, SessionId session, const PhotoForm& photo) {
    const bool is_new = !has_photo(tx, session, photo.file);
    if (is_new && !photo.cleared.value_or(false)) hold_back(tx, session, photo.file, WhyInside::waits);
    auto held = held_but(tx, session.value, photo.file);
    held.push_back({photo.file, photo.alternative_text, photo.caption});
    files::hold(tx, actor, session.value, held);
    place(tx, session, photo.file);
}

std::string noted(const PhotoForm& photo) {
    return json::write(PhotoForm{{photo.file, {}, {}}, photo.cleared});
}

void remove_photo(db::Tx& tx, base::PersonId actor, SessionId session, files::FileId photo) {
    for (const auto holder : {std::optional(session.value), find_holder(tx, session)})
        if (holder) files::hold(tx, actor, *holder, held_but(tx, *holder, photo));
    let_go(tx, session, photo);
}

void set_clearance(db::Tx& tx, SessionId session, files::FileId photo, Clearance clearance) {
    if (clearance == Clearance::kept)
        hold_back(tx, session, photo, WhyInside::kept);
    else
        let_go(tx, session, photo);
    place(tx, session, photo);
}

}  // namespace circles

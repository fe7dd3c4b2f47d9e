#include "circles/circles.hpp"
#include "circles/consent/inside.hpp"
#include "circles/routes.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace circles {

using WritableSession = records::Writable<SessionId>;

constexpr std::size_t most_at_once = 100;

// What an editor has looked at, named one by one: what comes meanwhile still waits.
struct ClearanceForm {
    Clearance clearance{};
    std::vector<files::FileId> photos;
};
BOOST_DESCRIBE_STRUCT(ClearanceForm, (), (clearance, photos))

static void check(const ClearanceForm& form, json::Errors& errors) {
    if (form.photos.empty()) errors.add("/photos", "required");
    if (form.photos.size() > most_at_once) errors.add("/photos", "too_many_values", {{"max", most_at_once}});
}

// An editor can keep in the circle what everybody on it let out, and not the other way round.
static void require_clearable(db::Session& db, SessionId session, const ClearanceForm& form) {
    json::Errors errors;
    for (std::size_t i = 0; i < form.photos.size(); ++i) {
        const auto at = "/photos/" + std::to_string(i);
        if (!has_photo(db, session, form.photos[i]))
            errors.add(at, "not_in_this_session");
        else if (form.clearance == Clearance::cleared && why_inside(db, session, form.photos[i]) == WhyInside::refused)
            errors.add(at, "somebody_refused");
    }
    if (!errors.empty()) throw http::invalid_input(errors);
}

// The journal keeps who said so, and when.
static std::vector<InsideFile> set_clearances(http::Call& call, const WritableSession& session, const ClearanceForm& form) {
    return call.write([&](db::Tx& tx) {
        require_clearable(tx, session.id, form);
        for (const auto photo : form.photos) set_clearance(tx, session.id, photo, form.clearance);
        const auto* action = form.clearance == Clearance::cleared ? "circles.photos_cleared" : "circles.photos_kept_inside";
        journal::record(tx, call.person(), action, {session.id, 0, json::write(form)});
        return list_inside(tx, session.id);
    });
}

void add_clearance_routes(http::Router& router) {
    router.post("/api/sessions/{session}/clearances", set_clearances, access::may_edit, http::WriteKind::change);
}

}  // namespace circles

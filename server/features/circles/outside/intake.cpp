#include "circles/outside/intake.hpp"

#include "circles/consent/inside.hpp"
#include "circles/session/people.hpp"
#include "circles/session/said_queries.hpp"
#include "circles/session/session_reply.hpp"
#include "journal/journal.hpp"

namespace circles {

static SessionId session_of(const Taken& taken) {
    return {taken.session.value};
}

void take_answer(db::Tx& tx, const Taken& taken, AnswerWord answer) {
    put_answer(tx, session_of(taken), {{}, taken.giver, taken.by}, answer);
    journal::record(tx, taken.by, "circles.answered", {taken.session, 0});
}

void take_words(db::Tx& tx, const Taken& taken, const std::string& words, Consent consent, const std::string& how) {
    const auto session = session_of(taken);
    PointForm form;
    form.kind = PointKind::point;
    form.body = {words};
    form.speaker = {taken.giver};
    const auto id = insert_point(tx, taken.by, session, form, consent);
    set_consent(tx, session, id, {.consent = consent, .how = {{how}}});
    refresh_text(tx, session);
    const auto point = *find_point(tx, session, id);
    journal::record(tx, taken.by, "circles.point_added", {taken.session, 0, json::write(shown_to_all(point))});
}

void take_file(db::Tx& tx, const Taken& taken, base::PersonId sender, const PhotoForm& file) {
    add_photo(tx, sender, session_of(taken), file);
    journal::record(tx, taken.by, "circles.photo_added", {taken.session, 0, noted(file)});
}

}  // namespace circles

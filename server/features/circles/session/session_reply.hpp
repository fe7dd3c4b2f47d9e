#pragma once

#include "circles/capture/capture.hpp"
#include "circles/circle/circle_queries.hpp"
#include "circles/consent/inside.hpp"
#include "circles/session/agreements.hpp"
#include "circles/session/people.hpp"
#include "circles/session/said.hpp"
#include "circles/session/session_queries.hpp"
#include "circles/topic/topic_queries.hpp"
#include "circles/turns/turns.hpp"
#include "files/files.hpp"

namespace circles {

// The circle of a session, as far as the viewer may know it; without title where they may not.
struct CircleLine {
    CircleId id;
    std::string title;
    std::string address;
    CircleKind kind{};
    bool dialogue{};
    bool agreements_wanted{};
};
BOOST_DESCRIBE_STRUCT(CircleLine, (), (id, title, address, kind, dialogue, agreements_wanted))

CircleLine circle_line(db::Session& db, const http::Viewer& viewer, CircleId id);

// A session as its page shows it to one viewer.
struct SessionReply {
    records::Envelope record;
    CircleLine circle;
    Organiser organiser;
    std::optional<Party> host;  // whose turn it is, in a circle that rotates
    SessionState state{};
    std::optional<std::int64_t> ordinal;
    std::optional<std::int64_t> said_ordinal;
    base::Date date;
    std::optional<base::TimeOfDay> starts;
    std::optional<base::TimeOfDay> ends;
    std::string place;
    std::optional<PlaceKind> place_kind;
    std::string reason;                   // why postponed or cancelled
    std::optional<std::string> moved_to;  // the address of the session that stands for a postponed one
    std::string key_question;
    std::string planned_result;
    std::string seen_result;
    std::vector<AgendaBlock> agenda;
    std::optional<ProcessNotes> process;  // for insiders
    Transparency transparency;
    Heads heads;
    std::optional<std::int64_t> people_count;
    Answers answers;
    std::vector<Attendee> people;
    std::vector<Point> points;
    std::vector<Agreement> agreements;
    std::vector<files::File> photos;
    std::vector<InsideFile> photos_inside;  // for insiders: those on them have not agreed that they leave the circle
    std::vector<Difference> differences;    // for editors: what phones had written down otherwise
    std::vector<Topic> topics;
    std::optional<Neighbour> previous;
    std::optional<Neighbour> next;
    std::int64_t methods{};    // that it uses
    std::int64_t breakouts{};  // into small groups
    std::int64_t issues{};     // passed on from it, or brought to it by another circle
    records::Rights rights;
    Sight sight{};
};
BOOST_DESCRIBE_STRUCT(SessionReply, (),
                      (record, circle, organiser, host, state, ordinal, said_ordinal, date, starts, ends, place, place_kind, reason,
                       moved_to, key_question, planned_result, seen_result, agenda, process, transparency, heads, people_count, answers,
                       people, points, agreements, photos, photos_inside, differences, topics, previous, next, methods, breakouts, issues,
                       rights, sight))

ProcessNotes process_notes(const SessionRow& row);
SessionReply session_reply(db::Session& db, const http::Viewer& viewer, const records::Found& session, base::Date today);

std::vector<Point> points_for(db::Session& db, const http::Viewer& viewer, const records::Found& session);
std::vector<Attendee> people_for(db::Session& db, const records::Found& session);

// Gives search what anybody may read of the session: no process notes, no names of those who only came, nothing that stays in the circle.
void refresh_text(db::Tx& tx, SessionId id);

}  // namespace circles

#pragma once

#include "areas/areas.hpp"
#include "circles/circle/circle_reply.hpp"
#include "circles/circles.hpp"
#include "circles/session/session_reply.hpp"
#include "files/files.hpp"
#include "knowledge/knowledge.hpp"
#include "site/site.hpp"
#include "support/office.hpp"
#include "trace/trace.hpp"

namespace circles {

// An office that keeps circles; for tests.
struct CirclesOffice : support::Office {
    explicit CirclesOffice(db::Engine engine)
        : Office(engine, {{files::migrations()},
                          {trace::migrations(), trace::add_routes},
                          {site::migrations(), site::add_routes},
                          {areas::migrations()},
                          {knowledge::migrations()},
                          {circles::migrations(), circles::add_routes}}) {}

    // With what stands on circles too: all parts.
    CirclesOffice(db::Engine engine, std::initializer_list<support::Part> parts) : Office(engine, parts) {}

    CircleForm circle_form(CircleKind kind = CircleKind::deliberation) const {
        CircleForm form;
        form.title = {"วงสานเสวนาวันพุธ"};
        form.kind = kind;
        form.level = Level::organisation;
        form.organiser = organisation;
        form.rhythm = Rhythm{.every = base::Every::week, .interval = {1}, .weekday = base::Weekday::wednesday, .nth = {}, .day = {}};
        return form;
    }

    records::Envelope new_circle(CircleKind kind = CircleKind::deliberation) { return new_circle(circle_form(kind)); }
    records::Envelope new_circle(const CircleForm& form) {
        const auto reply = editor.post("/api/circles", form);
        EXPECT_EQ(reply.status, 201u) << reply.body;
        const auto circle = reply.as<records::Envelope>();
        give_role(contributor, circle.id, records::Role::contributor);  // takes notes in this circle
        return circle;
    }

    static SessionForm session_form(base::Date date, const std::string& title = "แยกขยะอย่างไรให้คนอยากทำ") {
        SessionForm form;
        form.title = {title};
        form.date = date;
        return form;
    }

    records::Envelope plan(const records::Envelope& circle, const SessionForm& form) {
        auto reply = editor.post("/api" + circle.address + "/sessions", form);
        EXPECT_EQ(reply.status, 201u) << reply.body;
        return reply.as<records::Envelope>();
    }
    records::Envelope plan(const records::Envelope& circle, base::Date date) { return plan(circle, session_form(date)); }

    records::Envelope hold(const records::Envelope& circle, base::Date date) {
        const auto session = plan(circle, date);
        const auto reply = editor.post("/api" + session.address + "/hold");
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return session;
    }

    support::Reply say(support::Client& client, const records::Envelope& session, const std::string& words,
                       const std::string& speaker = "") {
        PointForm form;
        form.body = {words};
        form.speaker = {speaker};
        return client.post("/api" + session.address + "/points", form);
    }

    CircleReply show_circle(support::Client& client, const records::Envelope& circle) {
        return client.get("/api" + circle.address).as<CircleReply>();
    }
    SessionReply show(support::Client& client, const records::Envelope& session) {
        const auto reply = client.get("/api" + session.address);
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return reply.as<SessionReply>();
    }
};

}  // namespace circles

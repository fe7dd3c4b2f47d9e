#pragma once

#include "circles/circles_office.hpp"
#include "circles/room/live_rooms.hpp"
#include "http/live.hpp"

namespace circles {

// A hall with the session of a dialogue circle in it; for tests.
struct RoomOffice : CirclesOffice {
    explicit RoomOffice(db::Engine engine)
        : CirclesOffice(engine), session(plan(new_circle(CircleKind::dialogue), {2026, 11, 21})), live(database(), complain) {
        equipment.add(live);
    }

    records::Envelope session;
    http::Live live;

    static void complain(std::string_view who, std::string_view reason) { ADD_FAILURE() << who << ": " << reason; }

    SessionId id() const { return {session.id.value}; }
    std::string at(std::string_view rest) const { return "/api" + session.address + "/room" + std::string(rest); }
    RoomReply room() {
        const auto reply = editor.get(at(""));
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return reply.as<RoomReply>();
    }
    void open() { EXPECT_EQ(editor.post(at("")).status, 200u); }

    support::Client new_phone() {
        support::Client phone(*this);
        const auto reply = phone.post("/api/rooms/" + room().code.value_or("") + "/seat");
        EXPECT_EQ(reply.status, 204u) << reply.body;
        const auto cookie = reply.headers.get("Set-Cookie");
        phone.headers.set("Cookie", std::string(cookie.substr(0, cookie.find(';'))));
        return phone;
    }
    static SeatReply seen(support::Client& phone) { return phone.get("/api/seat").as<SeatReply>(); }

    AskId ask(AskKind kind, const std::string& question) {
        const auto body = R"({"kind":")" + std::string(base::name_of(kind)) + R"(","question":")" + question + R"("})";
        const auto reply = editor.post(at("/asks"), body);
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return reply.as<RoomReply>().state.asks.back().id;
    }
    void turn(AskId ask, AskState state) {
        const auto reply =
            editor.put(at("/asks/" + std::to_string(ask.value)), R"({"state":")" + std::string(base::name_of(state)) + R"("})");
        EXPECT_EQ(reply.status, 200u) << reply.body;
    }
    Tally tally(AskId ask) {
        for (const auto& each : room().state.asks)
            if (each.id == ask) return each.tally.value_or(Tally{});
        return {};
    }
    static support::Reply raise(support::Client& phone, AskId ask, int level) {
        return phone.post("/api/seat/hands", R"({"ask":)" + std::to_string(ask.value) + R"(,"level":)" + std::to_string(level) + "}");
    }
    static support::Reply write_card(support::Client& phone, AskId ask, const std::string& body, int heading = 0) {
        return phone.post("/api/seat/cards", R"({"ask":)" + std::to_string(ask.value) + R"(,"heading":)" + std::to_string(heading) +
                                                 R"(,"body":")" + body + R"("})");
    }
};

}  // namespace circles

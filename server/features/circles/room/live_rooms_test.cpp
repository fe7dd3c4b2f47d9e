#include "circles/room/live_rooms.hpp"

#include "circles/room/room_office.hpp"

// What phones and screens are told, and what they are told when they come back.
namespace circles {

static std::vector<std::string> names(const std::vector<http::Event>& news) {
    std::vector<std::string> told;
    told.reserve(news.size());
    for (const auto& event : news) told.push_back(event.name);
    return told;
}

static std::vector<http::Event> news(RoomOffice& office, Heard& told) {
    return news_of(*office.database().read(), office.id(), told, office.clock.now());
}

static RoomState state_in(const http::Event& event) {
    return json::read_own<RoomState>(event.data);
}

using Names = std::vector<std::string>;

OFFICE_TEST(RoomOffice, all_hear_of_a_change_once_and_of_new_cards_only) {
    office.open();
    const auto ask = office.ask(AskKind::cards, "อยากเห็นอะไร");
    office.turn(ask, AskState::open);
    auto phone = office.new_phone();
    Heard told{.revision = office.room().state.revision};
    EXPECT_TRUE(news(office, told).empty());
    office.write_card(phone, ask, "ต้นไม้");
    office.write_card(phone, ask, "สนามเด็กเล่น");
    const auto first = news(office, told);
    ASSERT_EQ(names(first), Names{"room"});
    EXPECT_EQ(state_in(first[0]).cards.size(), 2u) << "in one event";
    office.write_card(phone, ask, "ทางเท้า");
    const auto second = news(office, told);
    ASSERT_EQ(state_in(second.at(0)).cards.size(), 1u);
    EXPECT_EQ(state_in(second.at(0)).cards.at(0).body, "ทางเท้า");
    EXPECT_GT(second[0].id, first[0].id);
    EXPECT_TRUE(news(office, told).empty());
}

OFFICE_TEST(RoomOffice, hands_travel_as_totals_and_say_nothing_of_levels_while_they_go_up) {
    office.open();
    const auto ask = office.ask(AskKind::count, "นับมือ");
    office.turn(ask, AskState::open);
    auto phone = office.new_phone();
    Heard told{.revision = office.room().state.revision};
    EXPECT_EQ(names(news(office, told)), Names{"hands"});
    EXPECT_TRUE(news(office, told).empty());
    office.raise(phone, ask, 5);
    const auto hands = news(office, told);
    ASSERT_EQ(names(hands), Names{"hands"});
    EXPECT_EQ(hands[0].id, 0) << "not remembered: who comes back reads them with the room";
    EXPECT_EQ(hands[0].data.find("levels"), std::string::npos);
    EXPECT_EQ(json::read_own<HandsNow>(hands[0].data).tally.raised, 1);
    office.clock.advance_seconds(2);
    EXPECT_EQ(names(news(office, told)), Names{"hands"}) << "told again for whoever came between";
    office.turn(ask, AskState::closed);
    EXPECT_EQ(names(news(office, told)), Names{"room"});
}

OFFICE_TEST(RoomOffice, who_comes_back_is_told_what_they_missed_and_what_was_hidden_meanwhile) {
    office.open();
    const auto ask = office.ask(AskKind::cards, "อยากเห็นอะไร");
    office.turn(ask, AskState::open);
    auto phone = office.new_phone();
    office.write_card(phone, ask, "ต้นไม้");
    const auto known = office.room().state;
    office.write_card(phone, ask, "สนามเด็กเล่น");
    office.editor.put(office.at("/cards/" + std::to_string(known.cards.at(0).id.value)), R"({"hidden":true})");

    auto lease = office.database().read();
    auto& db = *lease;
    const auto room = *find_room(db, office.id());
    const auto back = state_in(first_news(db, room, known.revision, office.clock.now()));
    ASSERT_EQ(back.cards.size(), 2u);
    EXPECT_TRUE(back.cards[0].hidden && back.cards[0].body.empty());
    EXPECT_EQ(back.cards[1].body, "สนามเด็กเล่น");
    const auto fresh = state_in(first_news(db, room, 0, office.clock.now()));
    EXPECT_EQ(fresh.cards.size(), 1u) << "who comes anew never hears of it";
    EXPECT_EQ(state_in(first_news(db, room, room.revision + 5, office.clock.now())).cards.size(), 1u)
        << "who knows of a later moment than there is, as after a restored backup, begins anew";
}

OFFICE_TEST(RoomOffice, a_point_of_the_notes_is_heard_in_the_room) {
    office.open();
    Heard told{.revision = office.room().state.revision};
    EXPECT_EQ(office.say(office.contributor, office.session, "เด็กอยากมีที่เล่น").status, 201u);
    const auto heard = news(office, told);
    ASSERT_EQ(names(heard), Names{"room"});
    EXPECT_EQ(state_in(heard[0]).points, 1);
    EXPECT_EQ(heard[0].data.find("ที่เล่น"), std::string::npos) << "that it was written, not what";
}

OFFICE_TEST(RoomOffice, a_server_that_starts_anew_goes_on_where_the_other_stopped) {
    office.open();
    const auto ask = office.ask(AskKind::count, "นับมือ");
    office.turn(ask, AskState::open);
    auto phone = office.new_phone();
    office.raise(phone, ask, 4);
    const auto before = office.room().state;
    http::Live after_restart(office.database(), RoomOffice::complain);
    office.equipment.add(after_restart);
    http::Request request;
    request.target = "/api/seat/live";
    request.headers.set("Cookie", phone.headers.get("Cookie"));
    request.headers.set("Last-Event-ID", std::to_string(before.revision));
    auto response = office.answer(request);
    const auto& stream = std::get<http::EventStream>(response.body);
    ASSERT_EQ(stream.missed.size(), 1u);
    EXPECT_EQ(stream.missed[0].id, before.revision);
    EXPECT_EQ(state_in(stream.missed[0]).asks.at(0).tally->raised, 1);
    office.equipment.add(office.live);
}

}  // namespace circles

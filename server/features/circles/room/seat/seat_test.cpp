#include "circles/room/room_office.hpp"

// A hall as those in it live it: who may come in, what they may answer, what they see of it.
namespace circles {

OFFICE_TEST(RoomOffice, a_phone_comes_in_by_the_code_without_an_account_and_keeps_its_seat) {
    office.open();
    auto phone = office.new_phone();
    EXPECT_EQ(office.seen(phone).title, "แยกขยะอย่างไรให้คนอยากทำ");
    EXPECT_EQ(phone.post("/api/rooms/" + *office.room().code + "/seat").headers.get("Set-Cookie"), "") << "reloaded, it is the same phone";
    EXPECT_EQ(office.room().state.phones, 1);
    office.new_phone();
    EXPECT_EQ(office.room().state.phones, 2);
}

OFFICE_TEST(RoomOffice, a_code_lets_in_while_the_room_is_open_and_never_after) {
    office.open();
    const auto code = *office.room().code;
    auto phone = office.new_phone();
    EXPECT_EQ(office.guest.post("/api/rooms/00000000/seat").code(), "room_code_unknown");
    EXPECT_EQ(office.editor.post(office.at("/close")).status, 200u);
    EXPECT_EQ(office.guest.post("/api/rooms/" + code + "/seat").code(), "room_code_unknown");
    EXPECT_FALSE(office.seen(phone).state.open) << "who was there sees that it is over";
    office.open();
    EXPECT_NE(*office.room().code, code);
    EXPECT_TRUE(office.seen(phone).state.open) << "and goes on when it is not";
}

OFFICE_TEST(RoomOffice, a_room_that_was_forgotten_open_lets_nobody_in_the_day_after) {
    office.open();
    auto phone = office.new_phone();
    const auto code = *office.room().code;
    office.clock.advance_days(1);
    EXPECT_EQ(office.guest.post("/api/rooms/" + code + "/seat").code(), "room_code_unknown");
    EXPECT_EQ(office.editor.post(office.at("/close")).status, 200u);
    office.open();
    EXPECT_EQ(office.guest.post("/api/rooms/" + *office.room().code + "/seat").status, 204u);
}

OFFICE_TEST(RoomOffice, without_a_seat_nothing_is_seen_and_nothing_answered) {
    office.open();
    EXPECT_EQ(office.guest.get("/api/seat").code(), "no_seat");
    EXPECT_EQ(office.guest.get("/api/seat/live").code(), "no_seat");
    EXPECT_EQ(office.guest.post("/api/seat/hands", R"({"ask":1,"level":3})").code(), "no_seat");
    EXPECT_EQ(office.guest.post("/api/seat/cards", R"({"ask":1,"body":"คำ"})").code(), "no_seat");
    EXPECT_EQ(office.guest.get(office.at("")).status, 404u) << "and who reads the session does not look into its room";
}

OFFICE_TEST(RoomOffice, each_phone_has_one_hand_and_may_move_it_until_the_count_is_closed) {
    office.open();
    const auto ask = office.ask(AskKind::count, "คนในหมู่บ้านเราช่วยเหลือกันมากน้อยแค่ไหน");
    auto one = office.new_phone();
    auto two = office.new_phone();
    EXPECT_EQ(office.raise(one, ask, 3).code(), "not_found") << "nobody sees a question before it is put";
    office.turn(ask, AskState::open);
    EXPECT_EQ(office.raise(one, ask, 2).status, 204u);
    EXPECT_EQ(office.raise(one, ask, 4).status, 204u);
    EXPECT_EQ(office.raise(two, ask, 5).status, 204u);
    EXPECT_EQ(office.raise(two, ask, 6).status, 422u);
    EXPECT_EQ(office.seen(one).hands.at(0).level, 4) << "as its page shows after a reload";

    const auto open = office.tally(ask);
    EXPECT_EQ(open.raised, 2);
    EXPECT_FALSE(open.levels) << "nobody follows the others, not even the facilitator";
    office.turn(ask, AskState::closed);
    EXPECT_EQ(office.raise(one, ask, 1).code(), "ask_closed");
    EXPECT_EQ(office.tally(ask).levels, (std::vector<std::int64_t>{0, 0, 0, 1, 1}));
    EXPECT_EQ(office.tally(ask).mean, 4.5);
}

OFFICE_TEST(RoomOffice, hands_without_a_phone_are_counted_by_eye_and_added) {
    office.open();
    const auto ask = office.ask(AskKind::count, "ปลอดภัยแค่ไหนเมื่อเดินกลับบ้านตอนค่ำ");
    office.turn(ask, AskState::open);
    auto phone = office.new_phone();
    office.raise(phone, ask, 5);
    const auto counted = office.at("/asks/" + std::to_string(ask.value) + "/counted");
    EXPECT_EQ(office.editor.put(counted, R"({"hands":[1,2,3]})").status, 422u) << "a level nobody counted is told as 0";
    EXPECT_EQ(office.editor.put(counted, R"({"hands":[1,0,0,0,0]})").status, 200u);
    EXPECT_EQ(office.editor.put(counted, R"({"hands":[1,0,2,0,1]})").status, 200u) << "counted once more, it takes the place of the first";
    office.turn(ask, AskState::closed);
    EXPECT_EQ(office.tally(ask).levels, (std::vector<std::int64_t>{1, 0, 2, 0, 2}));
}

OFFICE_TEST(RoomOffice, a_hand_or_card_that_is_sent_twice_is_counted_once) {
    office.open();
    const auto cards = office.ask(AskKind::cards, "อยากเห็นอะไรในชุมชนเรา");
    office.turn(cards, AskState::open);
    auto phone = office.new_phone();
    phone.headers.set("Idempotency-Key", "lost-signal-1");
    EXPECT_EQ(office.write_card(phone, cards, "ทางเท้าที่เดินได้").status, 204u);
    EXPECT_EQ(office.write_card(phone, cards, "ทางเท้าที่เดินได้").status, 204u);
    EXPECT_EQ(office.room().state.cards.size(), 1u);
}

OFFICE_TEST(RoomOffice, one_question_is_open_at_a_time_and_stands_on_the_screen) {
    office.open();
    const auto first = office.ask(AskKind::cards, "มาด้วยใจแบบไหน");
    const auto second = office.ask(AskKind::review, "ทบทวนหลังวง");
    office.turn(first, AskState::open);
    EXPECT_EQ(office.room().state.screen_ask, first);
    office.turn(second, AskState::open);
    const auto room = office.room().state;
    EXPECT_EQ(room.screen_ask, second);
    EXPECT_EQ(room.asks.at(0).state, AskState::closed);
    EXPECT_EQ(office.editor.put(office.at("/asks/" + std::to_string(first.value)), R"({"state":"waiting"})").code(), "asked_already");
    EXPECT_EQ(office.editor.del(office.at("/asks/" + std::to_string(first.value))).code(), "asked_already");
    auto phone = office.new_phone();
    EXPECT_EQ(office.write_card(phone, first, "ช้าไป").code(), "ask_closed");
    EXPECT_EQ(office.write_card(phone, second, "ครั้งหน้าเริ่มให้ตรงเวลา", 3).status, 204u);
    EXPECT_EQ(office.room().state.cards.at(0).heading, 3);
}

OFFICE_TEST(RoomOffice, a_hidden_card_is_seen_by_the_facilitator_alone_and_can_come_back) {
    office.open();
    const auto ask = office.ask(AskKind::cards, "อยากบอกอะไรเพื่อนบ้าน");
    office.turn(ask, AskState::open);
    auto phone = office.new_phone();
    office.write_card(phone, ask, "คำที่ทำร้ายคนอื่น");
    const auto card = office.room().state.cards.at(0).id;
    const auto address = office.at("/cards/" + std::to_string(card.value));
    EXPECT_EQ(office.contributor.put(address, R"({"hidden":true})").status, 200u) << "who takes notes in the circle may";
    EXPECT_EQ(office.member.put(address, R"({"hidden":true})").status, 403u);
    EXPECT_TRUE(office.seen(phone).state.cards.empty());
    EXPECT_EQ(office.member.get(office.at("")).body.find("ทำร้าย"), std::string::npos);
    EXPECT_EQ(office.room().state.cards.at(0).body, "คำที่ทำร้ายคนอื่น");
    EXPECT_EQ(office.editor.put(address, R"({"hidden":false})").status, 200u);
    EXPECT_EQ(office.seen(phone).state.cards.size(), 1u);
}

OFFICE_TEST(RoomOffice, a_card_becomes_a_point_of_the_notes_once_and_stays_in_a_dialogue) {
    office.open();
    const auto ask = office.ask(AskKind::cards, "ได้ยินอะไรในวันนี้");
    office.turn(ask, AskState::open);
    EXPECT_EQ(office.editor.post(office.at("/cards"), R"({"ask":)" + std::to_string(ask.value) + R"(,"body":"เด็กอยากพูดบ้าง"})").status, 200u)
        << "written by the facilitator for somebody without a phone";
    const auto card = std::to_string(office.room().state.cards.at(0).id.value);
    EXPECT_EQ(office.editor.post(office.at("/cards/" + card + "/point")).status, 200u);
    EXPECT_EQ(office.editor.post(office.at("/cards/" + card + "/point")).status, 200u);
    const auto points = office.show(office.editor, office.session).points;
    ASSERT_EQ(points.size(), 1u);
    EXPECT_EQ(points[0].consent, Consent::circle);
    EXPECT_EQ(office.room().state.cards.at(0).point, points[0].id);
}

OFFICE_TEST(RoomOffice, the_word_goes_round_and_everybody_sees_whose_turn_it_is) {
    office.open();
    EXPECT_EQ(office.editor.put(office.at("/round"), R"({"names":["ยายสมมติ","ลุงสมมติ"]})").status, 200u);
    auto phone = office.new_phone();
    EXPECT_EQ(office.editor.post(office.at("/word"), R"({"turn":"spoken"})").status, 200u);
    EXPECT_EQ(office.seen(phone).state.speakers.at(0).state, SpeakerState::speaking);
    EXPECT_EQ(office.editor.post(office.at("/word"), R"({"turn":"given","to":1})").status, 200u);
    EXPECT_EQ(office.seen(phone).state.speakers.at(1).state, SpeakerState::speaking);
    EXPECT_EQ(office.editor.post(office.at("/word"), R"({"turn":"given"})").status, 422u);
    EXPECT_EQ(office.room().state.round, 1);
}

OFFICE_TEST(RoomOffice, a_block_of_the_agenda_runs_until_its_time) {
    office.open();
    EXPECT_EQ(office.editor.put(office.at("/block"), R"({"position":0,"ends_at":"2026-11-21T03:00:00Z"})").status, 200u);
    auto phone = office.new_phone();
    EXPECT_EQ(office.seen(phone).state.block->ends_at, base::instant_from_iso("2026-11-21T03:00:00Z"));
    EXPECT_EQ(office.editor.put(office.at("/block"), R"({})").status, 200u);
    EXPECT_FALSE(office.seen(phone).state.block);
}

OFFICE_TEST(RoomOffice, who_comes_in_signs_the_list_by_phone_also_for_a_neighbour_and_an_editor_takes_a_joke_off) {
    office.editor.put("/api" + office.session.address + "/answer", R"({"answer":"yes"})");
    office.open();
    auto phone = office.new_phone();
    EXPECT_EQ(phone.post("/api/seat/sign-in", R"({"name":"ป้าสมมุติ","organisation":"ชุมชนริมคลอง","age_band":"elder"})").status, 204u);
    EXPECT_EQ(phone.post("/api/seat/sign-in", R"({"name":"ลุงสมมุติ"})").status, 204u);
    EXPECT_EQ(phone.post("/api/seat/sign-in", R"({"name":"ลุง สมมุติ","organisation":"วัด"})").status, 204u);
    EXPECT_EQ(phone.post("/api/seat/sign-in", R"({"name":""})").status, 422u);
    const auto people = office.show(office.editor, office.session).people;
    const auto found = [&](std::string_view name) { return std::ranges::find(people, name, &Attendee::name); };
    ASSERT_NE(found("ป้าสมมุติ"), people.end());
    EXPECT_TRUE(found("ป้าสมมุติ")->came);
    EXPECT_EQ(found("ป้าสมมุติ")->age_band, AgeBand::elder);
    EXPECT_TRUE(office.show(office.guest, office.session).people.empty()) << "names are for those of the circle";
    EXPECT_EQ(office.editor.post(office.at("/close")).status, 200u);
    EXPECT_EQ(phone.post("/api/seat/sign-in", R"({"name":"มาสาย"})").code(), "room_is_over");
    EXPECT_EQ(office.guest.post("/api/seat/sign-in", R"({"name":"ใครก็ได้"})").code(), "no_seat");
}

OFFICE_TEST(RoomOffice, one_phone_that_sends_without_end_is_slowed_and_its_neighbours_are_not) {
    office.open();
    const auto ask = office.ask(AskKind::count, "นับมือ");
    office.turn(ask, AskState::open);
    auto busy = office.new_phone();
    auto calm = office.new_phone();
    unsigned last = 0;
    for (int i = 0; i < 700 && last != 429; ++i) last = office.raise(busy, ask, 1 + i % 5).status;
    EXPECT_EQ(last, 429u);
    EXPECT_EQ(office.raise(calm, ask, 3).status, 204u);
}

}  // namespace circles

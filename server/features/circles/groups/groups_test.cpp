#include <algorithm>

#include "circles/circles_office.hpp"
#include "circles/groups/breakout_reply.hpp"

namespace circles {

namespace {

// Thirty who came, of three organisations, and one who said yes and did not.
records::Envelope full_hall(CirclesOffice& office, CircleKind kind = CircleKind::forum) {
    const auto session = office.plan(office.new_circle(kind), base::Date{2026, 11, 18});
    std::string people;
    for (int i = 1; i <= 30; ++i)
        people +=
            R"({"name":"คนที่ )" + std::to_string(i) + R"(","role":"participant","organisation":"ตำบล )" + std::to_string(i % 3) + R"("},)";
    people += R"({"name":"ไม่มา","role":"participant","came":false})";
    const auto reply = office.editor.post("/api" + session.address + "/people", R"({"people":[)" + people + "]}");
    EXPECT_EQ(reply.status, 200u) << reply.body;
    return session;
}

std::string of(const records::Envelope& session) {
    return "/api" + session.address + "/breakouts";
}

Breakout split(CirclesOffice& office, const records::Envelope& session, const std::string& by, int groups = 4) {
    const auto reply = office.editor.post(of(session), R"({"question":"มีเรื่องอะไรที่เราต้องทำร่วมกัน","groups":)" + std::to_string(groups) +
                                                           R"(,"split_by":")" + by + R"(","seed":43})");
    EXPECT_EQ(reply.status, 200u) << reply.body;
    return reply.as<std::vector<Breakout>>().back();
}

std::vector<Breakout> breakouts(support::Client& client, const records::Envelope& session) {
    return client.get(of(session)).as<std::vector<Breakout>>();
}

std::string at(const records::Envelope& session, const Group& group) {
    return "/api" + session.address + "/groups/" + std::to_string(group.id.value);
}

void add(CirclesOffice& office, const records::Envelope& session, const std::string& who) {
    EXPECT_EQ(office.editor.post("/api" + session.address + "/people", R"({"people":[{"role":"participant",)" + who + "}]}").status, 200u);
}

}  // namespace

OFFICE_TEST(CirclesOffice, those_who_came_are_mixed_so_that_every_group_hears_every_tambon) {
    const auto session = full_hall(office);
    const auto drawn = split(office, session, "organisation");
    ASSERT_EQ(drawn.groups.size(), 4u);
    EXPECT_TRUE(drawn.standing.empty());
    for (const auto& group : drawn.groups) {
        EXPECT_TRUE(group.size == 7 || group.size == 8) << group.size;
        for (const auto* organisation : {"ตำบล 0", "ตำบล 1", "ตำบล 2"}) {
            const auto there = std::ranges::count(group.people, organisation, &Seated::organisation);
            EXPECT_TRUE(there == 2 || there == 3) << organisation << there;
        }
    }
}

OFFICE_TEST(CirclesOffice, a_lot_can_be_proved_by_its_number_and_drawn_again) {
    const auto session = full_hall(office);
    const auto first = split(office, session, "lot");
    const auto second = split(office, session, "lot");
    EXPECT_EQ(first.seed, 43);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(json::write(first.groups[i].people), json::write(second.groups[i].people));
    const auto again = office.editor.post(of(session) + "/" + std::to_string(first.id.value) + "/draw").as<std::vector<Breakout>>();
    EXPECT_NE(json::write(again[0].groups[0].people), json::write(first.groups[0].people));
}

OFFICE_TEST(CirclesOffice, who_comes_late_sits_down_where_fewest_sit_and_nobody_else_moves) {
    const auto session = full_hall(office);
    const auto before = split(office, session, "organisation");
    add(office, session, R"("name":"มาสาย 1","organisation":"ตำบล 1")");
    add(office, session, R"("name":"มาสาย 2","organisation":"ตำบล 1")");
    EXPECT_EQ(breakouts(office.editor, session)[0].standing.size(), 2u);
    const auto after =
        office.editor.post(of(session) + "/" + std::to_string(before.id.value) + "/latecomers").as<std::vector<Breakout>>()[0];
    EXPECT_TRUE(after.standing.empty());
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(after.groups[i].size, 8);
        for (const auto& person : before.groups[i].people)
            EXPECT_NE(std::ranges::find(after.groups[i].people, person.id, &Seated::id), after.groups[i].people.end());
    }
}

OFFICE_TEST(CirclesOffice, people_choose_their_own_group_and_a_facilitator_moves_who_has_no_phone) {
    const auto session = full_hall(office);
    const auto open = split(office, session, "choice", 2);
    EXPECT_EQ(open.standing.size(), 30u);
    EXPECT_EQ(office.member.put(at(session, open.groups[1]) + "/me", "").code(), "not_among_those_who_came");
    add(office, session, R"("name":"สมาชิก","person_id":)" + std::to_string(office.member.person.value));
    EXPECT_TRUE(breakouts(office.member, session)[0].may_choose);
    const auto chosen = office.member.put(at(session, open.groups[1]) + "/me", "");
    ASSERT_EQ(chosen.status, 200u) << chosen.body;
    EXPECT_TRUE(chosen.as<std::vector<Breakout>>()[0].groups[1].mine);
    const auto someone = open.standing[0].id.value;
    const auto moved = office.editor.put(at(session, open.groups[0]) + "/seats", R"({"attendee":)" + std::to_string(someone) + "}");
    EXPECT_EQ(moved.as<std::vector<Breakout>>()[0].groups[0].size, 1);
    EXPECT_EQ(office.editor.put(at(session, open.groups[0]) + "/seats", R"({"attendee":7})").problem().errors.at(0).code,
              "not_among_those_who_came");
    const auto drawn = split(office, session, "lot");
    EXPECT_EQ(office.member.put(at(session, drawn.groups[0]) + "/me", "").code(), "groups_are_drawn");
    EXPECT_EQ(office.editor.post(of(session) + "/" + std::to_string(open.id.value) + "/draw").code(), "they_choose_themselves");
}

OFFICE_TEST(CirclesOffice, each_group_keeps_its_own_notes_and_whoever_sits_in_it_writes_them) {
    const auto session = full_hall(office);
    add(office, session, R"("name":"สมาชิก","person_id":)" + std::to_string(office.member.person.value));
    split(office, session, "lot");
    const auto seen = breakouts(office.member, session)[0];
    const auto mine = *std::ranges::find(seen.groups, true, &Group::mine);
    const auto other = *std::ranges::find(seen.groups, false, &Group::mine);
    const auto written = office.member.post(at(session, mine) + "/notes", R"({"body":"ทำแผนน้ำร่วมกัน"})");
    ASSERT_EQ(written.status, 201u) << written.body;
    EXPECT_EQ(office.editor.post(at(session, mine) + "/notes", R"({"body":"ตั้งกองทุน"})").status, 201u);
    EXPECT_EQ(office.member.post(at(session, other) + "/notes", R"({"body":"ไม่ใช่กลุ่มเรา"})").status, 403u);
    EXPECT_EQ(office.guest.post(at(session, mine) + "/notes", R"({"body":"คนนอก"})").status, 401u);
    const auto note = written.as<GroupNote>();
    const auto path = at(session, mine) + "/notes/" + std::to_string(note.id.value);
    EXPECT_EQ(office.member.put(path, R"({"body":"ทำแผนน้ำด้วยกัน","version":1})").status, 200u);
    EXPECT_EQ(office.editor.put(path, R"({"body":"ไม่ทัน","version":1})").status, 412u);
    const auto shown = *std::ranges::find(breakouts(office.guest, session)[0].groups, mine.id, &Group::id);
    EXPECT_EQ(shown.notes.size(), 2u);
    EXPECT_TRUE(shown.people.empty()) << "who sat where is for insiders";
    EXPECT_EQ(shown.size, mine.size);
    const auto text = office.database().read()->one<std::string>("SELECT body FROM records_v_texts WHERE record_id = $1", session.id);
    EXPECT_NE(text.find("ทำแผนน้ำด้วยกัน"), std::string::npos);
    EXPECT_EQ(office.member.del(path).status, 204u);
    EXPECT_EQ(office.member.put(path, R"({"body":"กลับมา","version":3})").status, 404u);
}

OFFICE_TEST(CirclesOffice, what_groups_of_a_dialogue_write_stays_in_it) {
    const auto session = full_hall(office, CircleKind::dialogue);
    const auto group = split(office, session, "lot").groups[0];
    office.editor.post(at(session, group) + "/notes", R"({"body":"เรื่องในวง"})");
    EXPECT_TRUE(breakouts(office.guest, session)[0].groups[0].notes.empty());
    EXPECT_EQ(breakouts(office.contributor, session)[0].groups[0].notes.size(), 1u);
    EXPECT_EQ(
        office.database().read()->one<std::string>("SELECT body FROM records_v_texts WHERE record_id = $1", session.id).find("เรื่องในวง"),
        std::string::npos);
}

OFFICE_TEST(CirclesOffice, groups_have_names_and_a_question_that_can_be_put_better_and_are_taken_away_whole) {
    const auto session = full_hall(office);
    const auto made = office.editor.post(of(session), R"({"question":"ก","groups":3,"split_by":"lot","names":["ดิน","น้ำ"]})")
                          .as<std::vector<Breakout>>()[0];
    EXPECT_EQ(made.groups[1].name, "น้ำ");
    EXPECT_EQ(made.groups[2].name, "");
    office.editor.put(at(session, made.groups[2]), R"({"name":"ลม"})");
    const auto path = of(session) + "/" + std::to_string(made.id.value);
    const auto now = office.editor.put(path, R"({"question":"เราจะทำอะไรร่วมกัน"})").as<std::vector<Breakout>>()[0];
    EXPECT_EQ(now.question, "เราจะทำอะไรร่วมกัน");
    EXPECT_EQ(now.groups[2].name, "ลม");
    EXPECT_TRUE(office.editor.del(path).as<std::vector<Breakout>>().empty());
    EXPECT_EQ(office.editor.put(at(session, made.groups[2]), R"({"name":"ไฟ"})").status, 404u);
    EXPECT_EQ(office.editor.post(of(session), R"({"question":"ก","groups":2,"split_by":"lot","names":["1","2","3"]})").status, 422u);
}

}  // namespace circles

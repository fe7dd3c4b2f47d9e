#include <algorithm>

#include "circles/groups/breakout_reply.hpp"
#include "circles/room/room_office.hpp"

// Small groups from phones without an account: sitting down, writing, and what all bring together.
namespace circles {

namespace {

// What a phone sees of its group; as circles.SeatGroup goes out.
struct OwnGroup {
    std::optional<GroupId> group;
    std::vector<GroupNote> notes;
};
BOOST_DESCRIBE_STRUCT(OwnGroup, (), (group, notes))

struct GroupsOffice : RoomOffice {
    using RoomOffice::RoomOffice;

    std::string session_at(const std::string& rest) const { return "/api" + session.address + rest; }
    std::vector<Breakout> breakouts(support::Client& client) const {
        return client.get(session_at("/breakouts")).as<std::vector<Breakout>>();
    }
    void came(const std::string& name) {
        EXPECT_EQ(editor.post(session_at("/people"), R"({"people":[{"role":"participant","name":")" + name + R"("}]})").status, 200u);
    }
    Breakout split(const std::string& by, int groups = 3) {
        const auto reply = editor.post(session_at("/breakouts"), R"({"question":"ต้องทำอะไรร่วมกัน","groups":)" + std::to_string(groups) +
                                                                     R"(,"split_by":")" + by + R"(","seed":43})");
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return reply.as<std::vector<Breakout>>().back();
    }
    support::Reply step(const Breakout& breakout, const std::string& to) {
        return editor.put(at("/groups"), R"({"breakout":)" + std::to_string(breakout.id.value) + R"(,"step":")" + to + R"("})");
    }
    // A room with a break-out by choice, in which groups write.
    Breakout writing(const std::string& by = "choice") {
        open();
        auto breakout = split(by);
        const auto reply = step(breakout, "writing");
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return breakout;
    }

    static support::Reply sit(support::Client& phone, const Group& group) {
        return phone.put("/api/seat/group", R"({"group":)" + std::to_string(group.id.value) + "}");
    }
    static support::Reply write(support::Client& phone, const Group& group, const std::string& body) {
        return phone.post("/api/seat/notes", R"({"group":)" + std::to_string(group.id.value) + R"(,"body":")" + body + R"("})");
    }
    static OwnGroup own(support::Client& phone) { return phone.get("/api/seat/group").as<OwnGroup>(); }

    support::Client phone_in(const Group& group) {
        auto phone = new_phone();
        EXPECT_EQ(sit(phone, group).status, 200u);
        return phone;
    }
    GroupNoteId note_of(const Group& group) {
        for (const auto& breakout : breakouts(editor))
            for (const auto& each : breakout.groups)
                if (each.id == group.id) return each.notes.back().id;
        return {};
    }
    support::Reply merge(const Breakout& breakout, const std::string& body) {
        return editor.post(session_at("/breakouts/") + std::to_string(breakout.id.value) + "/merged", body);
    }
    static std::string ids(const std::vector<GroupNoteId>& notes) {
        std::string text;
        for (const auto id : notes) text += (text.empty() ? "" : ",") + std::to_string(id.value);
        return "[" + text + "]";
    }
};

}  // namespace

OFFICE_TEST(GroupsOffice, a_phone_without_an_account_chooses_its_group_and_sees_what_the_others_in_it_write) {
    const auto breakout = office.writing();
    auto one = office.new_phone();
    EXPECT_EQ(office.seen(one).state.groups->question, "ต้องทำอะไรร่วมกัน");
    EXPECT_EQ(office.room().state.screen, Screen::groups);
    EXPECT_FALSE(office.own(one).group);
    EXPECT_EQ(office.write(one, breakout.groups[0], "ยังไม่ได้เข้ากลุ่ม").code(), "not_in_this_group");
    EXPECT_EQ(one.put("/api/seat/group", "{}").problem().errors.at(0).code, "required");
    EXPECT_EQ(office.sit(one, breakout.groups[0]).status, 200u);
    auto two = office.phone_in(breakout.groups[0]);
    auto three = office.phone_in(breakout.groups[1]);
    EXPECT_EQ(office.write(one, breakout.groups[0], "ขุดลอกคลองพร้อมกัน").status, 204u);
    EXPECT_EQ(office.own(two).notes.at(0).body, "ขุดลอกคลองพร้อมกัน");
    EXPECT_TRUE(office.own(three).notes.empty()) << "each group for itself";
    EXPECT_EQ(office.write(three, breakout.groups[0], "ไม่ใช่กลุ่มเรา").code(), "not_in_this_group");
    EXPECT_EQ(office.write(one, breakout.groups[0], std::string(501, 'x')).status, 422u);
    EXPECT_EQ(office.guest.get("/api/seat/group").code(), "no_seat");
    EXPECT_EQ(office.sit(three, breakout.groups[0]).status, 200u) << "where it is by choice, one may choose anew";
    EXPECT_EQ(office.own(three).notes.size(), 1u);
}

OFFICE_TEST(GroupsOffice, all_in_the_room_hear_how_much_was_written_and_not_what) {
    const auto breakout = office.writing();
    auto phone = office.phone_in(breakout.groups[1]);
    Heard told{.revision = office.room().state.revision};
    office.write(phone, breakout.groups[1], "ตั้งเวรเปิดประตูน้ำ");
    const auto news = news_of(*office.database().read(), office.id(), told, office.clock.now());
    ASSERT_EQ(news.size(), 1u);
    EXPECT_EQ(news[0].data.find("ประตูน้ำ"), std::string::npos);
    const auto groups = json::read_own<RoomState>(news[0].data).groups;
    ASSERT_TRUE(groups);
    EXPECT_EQ(groups->groups[1].notes, 1);
    EXPECT_EQ(groups->groups[1].size, 1);
    EXPECT_EQ(groups->groups[1].revision, news[0].id) << "who sits there reads it anew";
    EXPECT_LT(groups->groups[0].revision, news[0].id);
    const auto drawn = office.editor.post(office.session_at("/groups/") + std::to_string(breakout.groups[1].id.value) + "/notes",
                                          R"({"body":"เขียนแทนคนที่ไม่มีโทรศัพท์"})");
    EXPECT_EQ(drawn.status, 201u);
    EXPECT_EQ(office.own(phone).notes.size(), 2u);
    EXPECT_EQ(office.room().state.groups->groups[1].notes, 2);
}

OFFICE_TEST(GroupsOffice, where_groups_are_drawn_a_phone_sits_where_its_name_was_drawn_or_where_fewest_sit) {
    for (const auto* name : {"ป้าสมมุติ", "ลุงสมมุติ", "ยายสมมุติ", "ตาสมมุติ"}) office.came(name);
    office.open();
    const auto breakout = office.split("lot");
    office.step(breakout, "writing");
    const auto drawn = *std::ranges::find_if(
        breakout.groups, [](const Group& group) { return std::ranges::find(group.people, "ลุงสมมุติ", &Seated::name) != group.people.end(); });
    auto known = office.new_phone();
    EXPECT_EQ(office.sit(known, breakout.groups[0]).code(), "groups_are_drawn");
    EXPECT_EQ(known.put("/api/seat/group", R"({"name":"ลุง สมมุติ"})").as<OwnGroup>().group.has_value(), true);
    EXPECT_EQ(known.put("/api/seat/group", R"({"name":"ลุงสมมุติ"})").as<OwnGroup>().group, drawn.id);
    auto nameless = office.new_phone();
    const auto found = nameless.put("/api/seat/group", "{}").as<OwnGroup>().group;
    ASSERT_TRUE(found);
    EXPECT_EQ(nameless.put("/api/seat/group", "{}").as<OwnGroup>().group, found) << "a lot is drawn once";
    std::int64_t people = 0;
    const auto room = office.room();
    for (const auto& group : room.state.groups->groups) people += group.size;
    EXPECT_EQ(people, 5) << "who is on the list is counted once";
    const auto path = office.session_at("/breakouts/") + std::to_string(breakout.id.value) + "/draw";
    EXPECT_EQ(office.editor.post(path).status, 200u);
    EXPECT_FALSE(office.own(nameless).group) << "everybody anew";
}

OFFICE_TEST(GroupsOffice, groups_write_while_the_facilitator_lets_them_and_one_phone_so_much) {
    const auto breakout = office.writing();
    auto phone = office.phone_in(breakout.groups[0]);
    EXPECT_EQ(office.step(breakout, "merging").status, 200u);
    EXPECT_EQ(office.write(phone, breakout.groups[0], "ช้าไป").code(), "groups_are_merging");
    EXPECT_EQ(office.step(breakout, "writing").status, 200u);
    for (int i = 0; i < 100; ++i) EXPECT_EQ(office.write(phone, breakout.groups[0], "ข้อที่ " + std::to_string(i)).status, 204u);
    EXPECT_EQ(office.write(phone, breakout.groups[0], "อีกข้อ").code(), "too_many_group_notes");
    EXPECT_EQ(office.editor.put(office.at("/groups"), "{}").status, 200u);
    EXPECT_EQ(office.write(phone, breakout.groups[0], "จบแล้ว").code(), "no_groups_now");
    EXPECT_EQ(office.sit(phone, breakout.groups[0]).code(), "no_groups_now");
    EXPECT_EQ(office.room().state.screen, Screen::welcome);
    EXPECT_EQ(office.editor.put(office.at("/screen"), R"({"screen":"groups"})").code(), "no_groups_now");
    EXPECT_EQ(office.editor.put(office.at("/groups"), R"({"breakout":7,"step":"writing"})").problem().errors.at(0).code, "no_such_groups");
    EXPECT_EQ(office.editor.put(office.at("/groups"), R"({"step":"writing"})").status, 422u);
    EXPECT_EQ(office.member.put(office.at("/groups"), "{}").status, 403u);
}

OFFICE_TEST(GroupsOffice, groups_that_are_taken_away_are_no_longer_on_in_the_room) {
    const auto breakout = office.writing();
    EXPECT_EQ(office.editor.del(office.session_at("/breakouts/") + std::to_string(breakout.id.value)).status, 200u);
    EXPECT_FALSE(office.room().state.groups);
    EXPECT_EQ(office.room().state.screen, Screen::welcome);
}

OFFICE_TEST(GroupsOffice, a_hidden_note_is_seen_by_the_facilitator_alone_and_can_come_back) {
    const auto breakout = office.writing();
    const auto& group = breakout.groups[0];
    auto phone = office.phone_in(group);
    office.write(phone, group, "คำที่ทำร้ายคนอื่น");
    const auto path = office.session_at("/groups/") + std::to_string(group.id.value) + "/notes/" +
                      std::to_string(office.note_of(group).value) + "/hidden";
    EXPECT_EQ(office.member.put(path, R"({"hidden":true})").status, 403u);
    EXPECT_EQ(office.contributor.put(path, R"({"hidden":true})").status, 200u) << "who takes notes in the circle may";
    EXPECT_TRUE(office.own(phone).notes.empty());
    EXPECT_EQ(office.room().state.groups->groups[0].notes, 0);
    EXPECT_EQ(office.member.get(office.session_at("/breakouts")).body.find("ทำร้าย"), std::string::npos);
    EXPECT_TRUE(office.breakouts(office.editor)[0].groups[0].notes.at(0).hidden);
    EXPECT_EQ(office.editor.put(path, R"({"hidden":false})").status, 200u);
    EXPECT_EQ(office.own(phone).notes.size(), 1u);
}

OFFICE_TEST(GroupsOffice, notes_that_say_the_same_become_one_point_that_keeps_its_groups_and_can_be_taken_apart) {
    const auto breakout = office.writing();
    for (int i = 0; i < 3; ++i) {
        auto phone = office.phone_in(breakout.groups[static_cast<std::size_t>(i)]);
        office.write(phone, breakout.groups[static_cast<std::size_t>(i)], "ทำแผนน้ำร่วมกัน " + std::to_string(i));
    }
    std::vector<GroupNoteId> notes;
    notes.reserve(breakout.groups.size());
    for (const auto& group : breakout.groups) notes.push_back(office.note_of(group));
    const auto merged = office.merge(breakout, R"({"notes":)" + office.ids({notes[0], notes[2]}) + R"(,"body":"ทำแผนน้ำร่วมกัน"})");
    ASSERT_EQ(merged.status, 200u) << merged.body;
    const auto now = merged.as<std::vector<Breakout>>()[0];
    ASSERT_EQ(now.merged.size(), 1u);
    EXPECT_EQ(now.merged[0].groups, (std::vector<GroupId>{breakout.groups[0].id, breakout.groups[2].id}));
    for (const auto& group : now.groups) EXPECT_EQ(group.notes.size(), 1u) << "everything stays by group";
    const auto points = office.show(office.editor, office.session).points;
    ASSERT_EQ(points.size(), 1u);
    EXPECT_EQ(points[0].body, "ทำแผนน้ำร่วมกัน");
    EXPECT_EQ(points[0].consent, Consent::circle);

    const auto again = office.merge(breakout, R"({"notes":)" + office.ids({notes[0]}) + R"(,"body":"ซ้ำ"})");
    EXPECT_EQ(again.problem().errors.at(0).code, "note_merged_already");
    const auto point = std::to_string(now.merged[0].point.value);
    const auto more = office.merge(breakout, R"({"notes":)" + office.ids({notes[1]}) + R"(,"point":)" + point + "}");
    EXPECT_EQ(more.as<std::vector<Breakout>>()[0].merged.at(0).groups.size(), 3u);

    const auto path = office.session_at("/breakouts/") + std::to_string(breakout.id.value) + "/merged/" + point;
    EXPECT_EQ(office.member.del(path).status, 403u);
    const auto apart = office.editor.del(path).as<std::vector<Breakout>>()[0];
    EXPECT_TRUE(apart.merged.empty());
    EXPECT_EQ(apart.groups[2].notes.size(), 1u);
    EXPECT_TRUE(office.show(office.editor, office.session).points.empty());
    EXPECT_EQ(office.editor.del(path).status, 404u);
    EXPECT_EQ(office.merge(breakout, R"({"notes":)" + office.ids({notes[0]}) + R"(,"body":"รวมใหม่"})").status, 200u);
}

OFFICE_TEST(GroupsOffice, what_is_merged_is_said_by_whole_notes_of_these_groups) {
    const auto breakout = office.writing();
    auto phone = office.phone_in(breakout.groups[0]);
    office.write(phone, breakout.groups[0], "ข้อเดียว");
    const auto note = office.ids({office.note_of(breakout.groups[0])});
    EXPECT_EQ(office.merge(breakout, R"({"notes":[],"body":"ว่าง"})").status, 422u);
    EXPECT_EQ(office.merge(breakout, R"({"notes":[7],"body":"ไม่มี"})").problem().errors.at(0).code, "no_such_group_note");
    EXPECT_EQ(office.merge(breakout, R"({"notes":)" + note + "}").status, 422u) << "neither a text nor a point";
    EXPECT_EQ(office.merge(breakout, R"({"notes":)" + note + R"(,"point":7})").problem().errors.at(0).code, "no_such_point");
    EXPECT_EQ(office.merge({}, R"({"notes":)" + note + R"(,"body":"ก"})").status, 404u);
}

// ---- a forum, whose notes anybody may read ----

OFFICE_TEST(GroupsOffice, what_a_phone_wrote_goes_out_of_the_circle_when_it_was_taken_into_the_plenary) {
    office.session = office.plan(office.new_circle(CircleKind::forum), {2026, 11, 22});
    const auto breakout = office.writing();
    auto phone = office.phone_in(breakout.groups[0]);
    office.write(phone, breakout.groups[0], "ถนนหน้าวัดมืด");
    const auto outside = [&] { return office.guest.get(office.session_at("/breakouts")).body.find("ถนนหน้าวัดมืด") != std::string::npos; };
    const auto searched = [&] {
        return office.database()
                   .read()
                   ->one<std::string>("SELECT body FROM records_v_texts WHERE record_id = $1", office.session.id)
                   .find("ถนนหน้าวัดมืด") != std::string::npos;
    };
    EXPECT_FALSE(outside());
    EXPECT_FALSE(searched());
    const auto note = office.ids({office.note_of(breakout.groups[0])});
    EXPECT_EQ(office.merge(breakout, R"({"notes":)" + note + R"(,"body":"ไฟส่องถนน"})").status, 200u);
    EXPECT_TRUE(outside());
    EXPECT_TRUE(searched());
}

}  // namespace circles

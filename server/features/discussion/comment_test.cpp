#include "discussion/comment.hpp"

#include "discussion/comment_queries.hpp"
#include "discussion/discussion.hpp"
#include "support/office.hpp"

namespace discussion {

namespace {

struct Discussion {
    std::vector<ShownComment> comments;
    bool moderates{};
    bool waits{};
};
BOOST_DESCRIBE_STRUCT(Discussion, (), (comments, moderates, waits))

// An office with one public note, and people who talk about it.
struct TalkOffice : support::Office {
    explicit TalkOffice(db::Engine engine) : Office(engine, {{discussion::migrations(), discussion::add_routes}}) {
        const auto note = write([&](db::Tx& tx) {
            return records::insert(tx, editor.person,
                                   {.kind = "note",
                                    .collection = "notes",
                                    .owner_id = organisation,
                                    .state = records::State::published,
                                    .description = {.title = "แยกขยะให้คนอยากทำ"},
                                    .audience = {.visibility = records::Visibility::public_}});
        });
        address = "/api/records/" + std::to_string(note.id.value) + "/comments";
    }

    Discussion as_seen_by(support::Client& client) { return client.get(address).as<Discussion>(); }
    Discussion say(support::Client& client, std::string_view words) {
        return client.post(address, R"({"body":")" + std::string(words) + R"("})").as<Discussion>();
    }
    std::string place(CommentId id) const { return address + "/" + std::to_string(id.value); }

    std::string address;
};

}  // namespace

OFFICE_TEST(TalkOffice, a_member_s_words_stand_at_once_and_are_signed) {
    office.say(office.member, "ขอไฟล์สมุดด้วยค่ะ");
    const auto seen = office.as_seen_by(office.guest);
    ASSERT_EQ(seen.comments.size(), 1u);
    EXPECT_EQ(seen.comments[0].body, "ขอไฟล์สมุดด้วยค่ะ");
    EXPECT_FALSE(seen.comments[0].writer.empty());
    EXPECT_FALSE(seen.moderates);
    EXPECT_TRUE(seen.waits);
}

OFFICE_TEST(TalkOffice, a_stranger_s_words_wait_for_the_steward_but_their_writer_sees_them) {
    office.say(office.stranger, "อยากไปดูงาน");
    EXPECT_TRUE(office.as_seen_by(office.guest).comments.empty());
    EXPECT_EQ(office.as_seen_by(office.stranger).comments.size(), 1u);
    const auto waiting = office.steward.get("/api/comments/waiting").as<std::vector<WaitingComment>>();
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_EQ(waiting[0].record_title, "แยกขยะให้คนอยากทำ");
    EXPECT_EQ(office.steward.post(office.place(waiting[0].id) + "/show").status, 200u);
    EXPECT_EQ(office.as_seen_by(office.guest).comments.size(), 1u);
    EXPECT_EQ(office.steward.get("/api/comments/waiting").body, "[]");
}

OFFICE_TEST(TalkOffice, a_guest_says_a_name_and_a_flood_of_guests_ends_by_itself) {
    EXPECT_EQ(office.guest.post(office.address, R"({"body":"ดีมาก"})").problem().errors.at(0).pointer, "/name");
    for (int i = 0; i < 20; ++i) EXPECT_EQ(office.guest.post(office.address, R"({"body":"ดีมาก","name":"ป้าแดง"})").status, 200u);
    EXPECT_EQ(office.guest.post(office.address, R"({"body":"ดีมาก","name":"ป้าแดง"})").code(), "many_comments_wait");
    EXPECT_EQ(office.as_seen_by(office.steward).comments.at(0).writer, "ป้าแดง");
}

OFFICE_TEST(TalkOffice, an_answer_stands_under_its_comment_and_has_no_answers_itself) {
    const auto id = office.say(office.member, "มีใครถอดบทเรียนไหม").comments.at(0).id;
    const auto answer = R"({"body":"กำลังทำค่ะ","answer_to":)" + std::to_string(id.value) + "}";
    const auto seen = office.editor.post(office.address, answer).as<Discussion>();
    ASSERT_EQ(seen.comments.at(0).answers.size(), 1u);
    const auto deeper = R"({"body":"ขอบคุณ","answer_to":)" + std::to_string(seen.comments[0].answers[0].id.value) + "}";
    EXPECT_EQ(office.member.post(office.address, deeper).problem().errors.at(0).pointer, "/answer_to");
}

OFFICE_TEST(TalkOffice, a_withdrawn_comment_keeps_its_place_while_answers_stand_under_it) {
    const auto id = office.say(office.member, "พิมพ์ผิด").comments.at(0).id;
    office.editor.post(office.address, R"({"body":"ไม่เป็นไร","answer_to":)" + std::to_string(id.value) + "}");
    EXPECT_EQ(office.editor.del(office.place(id)).status, 403u);
    EXPECT_EQ(office.member.del(office.place(id)).status, 200u);
    const auto seen = office.as_seen_by(office.guest);
    ASSERT_EQ(seen.comments.size(), 1u);
    EXPECT_EQ(seen.comments[0].body, "");
    EXPECT_EQ(seen.comments[0].answers.size(), 1u);
    EXPECT_EQ(office.steward.post(office.place(id) + "/show").status, 403u);
}

OFFICE_TEST(TalkOffice, a_hidden_comment_tells_its_writer_why_and_nobody_else) {
    const auto id = office.say(office.member, "เบอร์โทรของเขาคือ …").comments.at(0).id;
    EXPECT_EQ(office.editor.post(office.place(id) + "/hide", R"({"reason":"มีข้อมูลส่วนตัว"})").status, 403u);
    EXPECT_EQ(office.steward.post(office.place(id) + "/hide", R"({"reason":"มีข้อมูลส่วนตัว"})").status, 200u);
    EXPECT_TRUE(office.as_seen_by(office.guest).comments.empty());
    EXPECT_EQ(office.as_seen_by(office.member).comments.at(0).reason, "มีข้อมูลส่วนตัว");
}

OFFICE_TEST(TalkOffice, two_windows_of_one_writer_do_not_overwrite_each_other) {
    const auto comment = office.say(office.member, "ครั้งแรก").comments.at(0);
    office.clock.advance_seconds(60);
    EXPECT_EQ(office.member.put(office.place(comment.id), R"({"body":"แก้แล้ว","version":1})").status, 200u);
    EXPECT_EQ(office.member.put(office.place(comment.id), R"({"body":"แก้อีกหน้าต่าง","version":1})").code(), "edited_elsewhere");
    EXPECT_TRUE(office.as_seen_by(office.guest).comments.at(0).edited);
}

OFFICE_TEST(TalkOffice, comments_of_a_record_that_may_not_be_read_are_not_there) {
    EXPECT_EQ(office.guest.get("/api/records/123456/comments").status, 404u);
}

OFFICE_TEST(TalkOffice, a_steward_who_tapped_the_wrong_button_lets_the_words_wait_again) {
    const auto id = office.say(office.stranger, "อยากไปดูงาน").comments[0].id;
    office.steward.post(office.place(id) + "/show");
    EXPECT_EQ(office.editor.post(office.place(id) + "/wait").status, 403u);
    EXPECT_EQ(office.steward.post(office.place(id) + "/wait").status, 200u);
    EXPECT_TRUE(office.as_seen_by(office.guest).comments.empty());
    EXPECT_EQ(office.steward.get("/api/comments/waiting").as<std::vector<WaitingComment>>().size(), 1u);
}

OFFICE_TEST(TalkOffice, what_waits_is_told_to_its_steward_once_a_day_and_to_nobody_else) {
    const auto digest_for = [&](const support::Client& client, int hours_later) {
        const base::Instant end{office.clock.now().ms + std::int64_t{hours_later} * 3'600'000};
        return list_digest(*office.database().read(), {client.person, {}, base::Language::en}, {{end.ms - 86'400'000}, end});
    };
    EXPECT_TRUE(digest_for(office.steward, 1).empty());
    office.say(office.stranger, "อยากไปดูงาน");
    office.say(office.stranger, "วันไหนดี");
    ASSERT_EQ(digest_for(office.steward, 1).size(), 1u) << "one line a record";
    EXPECT_EQ(digest_for(office.steward, 1).at(0).label, "แยกขยะให้คนอยากทำ: 2 comments wait to be checked");
    EXPECT_TRUE(digest_for(office.steward, 25).empty()) << "what was told yesterday is no news";
    for (const auto* other : {&office.editor, &office.stranger, &office.guest}) EXPECT_TRUE(digest_for(*other, 1).empty());
}

}  // namespace discussion

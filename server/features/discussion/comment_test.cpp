#include "discussion/comment.hpp"

#include "discussion/comment_queries.hpp"
#include "discussion/discussion.hpp"
#include "discussion/limits.hpp"
#include "site/site.hpp"
#include "support/office.hpp"

namespace discussion {

namespace {

struct Discussion {
    std::vector<ShownComment> comments;
    bool moderates{};
    bool waits{};
    bool members_only{};
    std::int64_t longest{};
};
BOOST_DESCRIBE_STRUCT(Discussion, (), (comments, moderates, waits, members_only, longest))

// An office with one public note, and people who talk about it.
struct TalkOffice : support::Office {
    explicit TalkOffice(db::Engine engine) : Office(engine, {{site::migrations()}, {discussion::migrations(), discussion::add_routes}}) {
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

// ---- what administrators settle ----

namespace {

std::string rules(const std::string& differing) {
    std::string all = R"({"guests_may_comment":true,"longest":4000,"guests_an_hour":30,"newcomer_an_hour":30,"person_an_hour":120})";
    const auto at = all.find(differing.substr(0, differing.find(':')));
    if (at == std::string::npos) return all.insert(1, differing + ",");
    return all.replace(at, all.find_first_of(",}", at) - at, differing);
}

void settle(TalkOffice& office, const std::string& differing) {
    const auto version = office.administrator.get("/api/site/moderation").version;
    EXPECT_EQ(office.administrator.put("/api/site/moderation", rules(differing), version).status, 200u) << rules(differing);
}

}  // namespace

OFFICE_TEST(TalkOffice, where_guests_may_not_comment_they_are_asked_to_sign_in) {
    settle(office, R"("guests_may_comment":false)");
    EXPECT_TRUE(office.as_seen_by(office.guest).members_only);
    EXPECT_EQ(office.guest.post(office.address, R"({"body":"ดีมาก","name":"ป้าแดง"})").status, 401u);
    EXPECT_FALSE(office.say(office.stranger, "อยากไปดูงาน").members_only);
}

OFFICE_TEST(TalkOffice, whose_words_were_shown_before_need_not_wait_any_more_where_that_is_settled) {
    settle(office, R"("trusted_after":1)");
    const auto id = office.say(office.stranger, "อยากไปดูงาน").comments.at(0).id;
    EXPECT_TRUE(office.as_seen_by(office.stranger).waits);
    office.steward.post(office.place(id) + "/show");
    EXPECT_FALSE(office.as_seen_by(office.stranger).waits);
    office.say(office.stranger, "ไปมาแล้ว ดีมาก");
    EXPECT_EQ(office.as_seen_by(office.guest).comments.size(), 2u);
    EXPECT_TRUE(office.as_seen_by(office.guest).waits);
}

OFFICE_TEST(TalkOffice, a_comment_is_as_long_as_the_administrator_says_counted_in_characters) {
    settle(office, R"("longest":100)");
    std::string words;
    for (int i = 0; i < 100; ++i) words += "ก";
    EXPECT_EQ(office.say(office.member, words).longest, 100);
    const auto refused = office.member.post(office.address, R"({"body":")" + words + R"(ก"})");
    EXPECT_EQ(refused.problem().errors.at(0).pointer, "/body");
    EXPECT_EQ(refused.problem().errors.at(0).code, "too_long");
}

OFFICE_TEST(TalkOffice, a_flood_of_one_person_ends_within_the_hour_and_touches_nobody_else) {
    settle(office, R"("newcomer_an_hour":3)");
    for (int i = 0; i < 3; ++i) office.say(office.member, "อีกข้อความ");
    const auto refused = office.member.post(office.address, R"({"body":"ข้อความที่สี่"})");
    EXPECT_EQ(refused.status, 429u);
    EXPECT_EQ(refused.code(), "many_writes");
    EXPECT_EQ(office.say(office.editor, "คนอื่นยังเขียนได้").comments.size(), 4u);
    office.clock.advance_seconds(60 * 60);
    EXPECT_EQ(office.say(office.member, "ชั่วโมงใหม่").comments.size(), 5u);
}

OFFICE_TEST(TalkOffice, who_has_been_here_a_week_may_write_more_than_a_newcomer) {
    settle(office, R"("newcomer_an_hour":1)");
    office.clock.advance_seconds(8 * 24 * 60 * 60);
    for (int i = 0; i < 5; ++i) office.say(office.member, "เล่าต่อ");
    EXPECT_EQ(office.as_seen_by(office.member).comments.size(), 5u);
}

OFFICE_TEST(TalkOffice, guests_of_one_address_are_counted_together) {
    settle(office, R"("guests_an_hour":2)");
    const std::string words = R"({"body":"ดีมาก","name":"ป้าแดง"})";
    for (int i = 0; i < 2; ++i) EXPECT_EQ(office.guest.post(office.address, words).status, 200u);
    EXPECT_EQ(office.guest.post(office.address, words).code(), "many_writes");
}

OFFICE_TEST(TalkOffice, limits_out_of_reason_are_refused_and_only_administrators_make_them) {
    EXPECT_EQ(office.steward.put("/api/site/moderation", rules(R"("longest":100)"), 1).status, 403u);
    EXPECT_EQ(office.administrator.put("/api/site/moderation", rules(R"("longest":99)"), 1).problem().errors.at(0).pointer, "/longest");
    EXPECT_EQ(office.administrator.put("/api/site/moderation", rules(R"("guests_an_hour":0)"), 1).status, 422u);
    EXPECT_EQ(office.administrator.put("/api/site/moderation", rules(R"("trusted_after":101)"), 1).status, 422u);
}

}  // namespace discussion

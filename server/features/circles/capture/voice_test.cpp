#include "circles/capture/voice.hpp"
#include "circles/circles_office.hpp"
#include "files/contents.hpp"

namespace circles {

static files::FileId sent(CirclesOffice& office, files::Kind kind) {
    return office.write([&](db::Tx& tx) {
        return files::add(tx, office.contributor.person, {std::string(64, kind == files::Kind::weba ? 'a' : 'b'), 4096, kind, 0, 0},
                          "เสียง");
    });
}

static support::Reply tell(CirclesOffice& office, const records::Envelope& session, files::FileId file) {
    VoiceForm form;
    form.file = file;
    form.seconds = {75};
    form.speaker = {{"ยายสมมติ มีสุข"}};
    form.age_band = AgeBand::elder;
    return office.contributor.post("/api" + session.address + "/voices", form);
}

static bool hears(CirclesOffice& office, const support::Client& client, PointId point) {
    return office.write([&](db::Tx& tx) { return may_open_files_of(tx, {.person = client.person}, point.value); });
}

OFFICE_TEST(CirclesOffice, a_voice_is_heard_in_its_circle_and_outside_only_when_its_speaker_agreed_to_be_named) {
    const auto session = office.hold(office.new_circle(CircleKind::story_circle), {2026, 11, 18});
    const auto reply = tell(office, session, sent(office, files::Kind::weba));
    ASSERT_EQ(reply.status, 201u) << reply.body;
    const auto point = reply.as<Point>();
    EXPECT_EQ(point.voice->seconds, 75);
    EXPECT_EQ(office.show(office.editor, session).points.at(0).voice->address, point.voice->address);
    EXPECT_TRUE(hears(office, office.editor, point.id));

    const auto agree = [&](std::string_view body) {
        return office.contributor.put("/api" + session.address + "/points/" + std::to_string(point.id.value) + "/consent", body).status;
    };
    ASSERT_EQ(agree(R"({"consent":"nameless"})"), 200u);
    EXPECT_TRUE(office.show(office.guest, session).points.empty()) << "no words of it are written down yet";
    EXPECT_FALSE(hears(office, office.guest, point.id));

    ASSERT_EQ(agree(R"({"consent":"named"})"), 200u);
    EXPECT_EQ(office.show(office.guest, session).points.at(0).voice->address, point.voice->address);
    EXPECT_TRUE(hears(office, office.guest, point.id));
}

OFFICE_TEST(CirclesOffice, the_words_of_a_voice_are_written_down_later) {
    const auto session = office.hold(office.new_circle(CircleKind::story_circle), {2026, 11, 18});
    const auto point = tell(office, session, sent(office, files::Kind::weba)).as<Point>();
    const auto at = "/api" + session.address + "/points/" + std::to_string(point.id.value);
    EXPECT_EQ(office.editor.put(at, R"({"kind":"story","body":"สมัยก่อนคลองใสจนเห็นปลา","version":1})").status, 200u);
    const auto written = office.show(office.editor, session).points.at(0);
    EXPECT_EQ(written.body, "สมัยก่อนคลองใสจนเห็นปลา");
    EXPECT_TRUE(written.voice);
}

OFFICE_TEST(CirclesOffice, only_a_sound_is_a_voice) {
    const auto session = office.hold(office.new_circle(CircleKind::story_circle), {2026, 11, 18});
    EXPECT_EQ(tell(office, session, sent(office, files::Kind::pdf)).problem().errors.at(0).code, "not_a_sound");
    EXPECT_TRUE(office.show(office.editor, session).points.empty());
}

OFFICE_TEST(CirclesOffice, the_recording_of_a_word_that_was_taken_away_is_heard_by_nobody) {
    const auto session = office.hold(office.new_circle(CircleKind::story_circle), {2026, 11, 18});
    const auto point = tell(office, session, sent(office, files::Kind::weba)).as<Point>();
    office.editor.del("/api" + session.address + "/points/" + std::to_string(point.id.value));
    EXPECT_FALSE(hears(office, office.editor, point.id));
}

}  // namespace circles

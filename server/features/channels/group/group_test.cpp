#include <sys/mman.h>
#include <unistd.h>

#include <filesystem>

#include "channels/channels_office.hpp"
#include "channels/group/gifts.hpp"

namespace channels {

// A session of a circle, and a link to it for the LINE group of the village.
struct GroupOffice : ChannelsOffice {
    explicit GroupOffice(db::Engine engine)
        : ChannelsOffice(engine),
          folder(std::filesystem::temp_directory_path() / ("lomwong-group-" + std::to_string(getpid()) + "-" + std::to_string(++made))),
          library{database(),
                  files::Store{folder / "files"},
                  files::Partials{folder / "uploads"},
                  decode::Cage{"none", folder},
                  {[](db::Session& db, const http::Viewer& viewer, std::int64_t holder) { return may_judge(db, viewer, GiftId{holder}); },
                   [](db::Session&, const http::Viewer&, std::int64_t) { return false; }}} {
        equipment.add(library);
        circle = new_circle();
        session = plan(circle, base::Date{2026, 11, 25});
        const auto link = editor.post("/api" + session.address + "/group-links", "{}");
        EXPECT_EQ(link.status, 201u) << link.body;
        const auto at = link.body.find("/g/");
        token = link.body.substr(at + 3, link.body.find('?', at) - at - 3);
    }
    ~GroupOffice() override { std::filesystem::remove_all(folder); }

    support::Reply give(const std::string& what, std::string_view body) { return guest.post("/api/g/" + token + "/" + what, body); }
    support::Reply give_file(const std::string& bytes, const std::string& consent) {
        http::Request request;
        request.method = http::Method::post;
        request.target = "/api/g/" + token + "/file";
        request.headers.set("Content-Type", "multipart/form-data; boundary=x");
        request.form = {{"name", "ป้าสมมติ"}, {"words", "คูคลองเมื่อเช้า"}, {"consent", consent}};
        http::Upload upload{.field = "file", .file_name = "IMG_1.bin", .content_type = "", .content = {}, .size = bytes.size()};
        upload.content = http::Descriptor{memfd_create("gift", 0)};
        files::write_all(upload.content.number(), bytes);
        lseek(upload.content.number(), 0, SEEK_SET);
        request.uploads.push_back(std::move(upload));
        return guest.send(std::move(request));
    }
    std::string gifts(support::Client& client) { return client.get("/api" + session.address + "/gifts").body; }
    // Of the first that waits.
    std::string gift() {
        const auto all = gifts(editor);
        const auto at = all.find("\"id\":") + 5;
        return "/api" + session.address + "/gifts/" + all.substr(at, all.find(',', at) - at);
    }

    static inline int made = 0;
    std::filesystem::path folder;
    files::Library library;
    records::Envelope circle;
    records::Envelope session;
    std::string token;
};

OFFICE_TEST(GroupOffice, who_opens_the_link_sees_what_it_is_about_and_what_they_give_waits_for_an_editor) {
    const auto page = office.guest.get("/g/" + office.token);
    ASSERT_EQ(page.status, 200u) << page.body;
    EXPECT_NE(page.body.find("25 พฤศจิกายน 2569"), std::string::npos);
    EXPECT_EQ(office.give("answer", R"({"name":"ป้าสมมติ","answer":"maybe"})").status, 201u);
    EXPECT_EQ(office.give("answer", R"({"name":"ป้าสมมติ","answer":"yes"})").status, 201u);
    EXPECT_EQ(office.give("words", R"({"name":"ป้าสมมติ","words":"ถังขยะหายไปสองใบ","consent":"nameless"})").status, 201u);
    EXPECT_EQ(office.show(office.editor, office.session).answers.yes, 0) << "nothing is in the session before an editor looks";
    const auto waiting = office.gifts(office.editor);
    EXPECT_EQ(waiting.find("maybe"), std::string::npos) << "who answers again changes their answer";
    EXPECT_NE(waiting.find("ถังขยะหายไปสองใบ"), std::string::npos);
    EXPECT_EQ(office.member.get("/api" + office.session.address + "/gifts").status, 403u);
}

OFFICE_TEST(GroupOffice, an_answer_that_is_taken_in_counts_and_keeps_the_name_for_insiders) {
    office.give("answer", R"({"name":"ป้าสมมติ","answer":"yes"})");
    office.give("answer", R"({"name":"ลุงสมมุติ","answer":"yes"})");
    EXPECT_EQ(office.editor.post(office.gift() + "/take", "{}").status, 204u);
    EXPECT_EQ(office.editor.post(office.gift() + "/take", "{}").status, 204u);
    const auto session = office.show(office.editor, office.session);
    EXPECT_EQ(session.answers.yes, 2);
    ASSERT_EQ(session.people.size(), 2u);
    EXPECT_EQ(session.people.front().name, "ป้าสมมติ");
    EXPECT_TRUE(office.show(office.guest, office.session).people.empty());
    EXPECT_EQ(office.gifts(office.editor), "[]");
}

OFFICE_TEST(GroupOffice, words_go_as_far_as_their_giver_said) {
    office.give("words", R"({"name":"ป้าสมมติ","words":"คลองตันมาสามปี","consent":"nameless"})");
    office.give("words", R"({"name":"ลุงสมมุติ","words":"ขอคุยกันในวงก่อน","consent":"circle"})");
    office.editor.post(office.gift() + "/take", "{}");
    office.editor.post(office.gift() + "/take", R"({"words":"ขอให้คุยกันในวงก่อน"})");
    const auto shown = office.show(office.guest, office.session).points;
    ASSERT_EQ(shown.size(), 1u);
    EXPECT_EQ(shown.front().body, "คลองตันมาสามปี");
    EXPECT_FALSE(shown.front().speaker.has_value());
    const auto inside = office.show(office.editor, office.session).points;
    ASSERT_EQ(inside.size(), 2u);
    EXPECT_EQ(inside.back().body, "ขอให้คุยกันในวงก่อน") << "as the editor put it right";
}

OFFICE_TEST(GroupOffice, a_voice_waits_where_editors_alone_hear_it_and_then_stands_on_the_session) {
    EXPECT_EQ(office.give_file("\x1A\x45\xDF\xA3...A_OPUS", "circle").status, 422u) << "what stays in the circle is told in words";
    const auto given = office.give_file("\x1A\x45\xDF\xA3...A_OPUS", "named");
    ASSERT_EQ(given.status, 201u) << given.body;
    EXPECT_NE(given.body.find("voice"), std::string::npos);
    const auto waiting = office.gifts(office.editor);
    const auto at = waiting.find("/files/");
    ASSERT_NE(at, std::string::npos) << waiting;
    const auto file = waiting.substr(at, waiting.find('"', at) - at);
    EXPECT_EQ(office.contributor.get(file).status, 200u) << "takes notes in this circle";
    for (auto* client : {&office.guest, &office.member, &office.stranger}) EXPECT_EQ(client->get(file).status, 404u);
    EXPECT_EQ(office.contributor.post(office.gift() + "/take", R"({"words":"น้ำมาเร็วกว่าปีก่อน"})").status, 204u);
    const auto session = office.show(office.editor, office.session);
    EXPECT_TRUE(session.photos.empty()) << "nobody has cleared it yet";
    ASSERT_EQ(session.photos_inside.size(), 1u);
    EXPECT_EQ(session.photos_inside.front().why, circles::WhyInside::waits);
    EXPECT_EQ(session.photos_inside.front().group, files::Group::sound);
    EXPECT_EQ(session.photos_inside.front().caption, "น้ำมาเร็วกว่าปีก่อน · จาก ป้าสมมติ");
    EXPECT_EQ(office.guest.get(file).status, 404u);
    ASSERT_EQ(session.points.size(), 1u);
    EXPECT_EQ(session.points.front().speaker, "ป้าสมมติ");
}

OFFICE_TEST(GroupOffice, who_takes_a_voice_in_may_say_that_it_can_be_heard_by_all) {
    ASSERT_EQ(office.give_file("\x1A\x45\xDF\xA3...A_OPUS", "named").status, 201u);
    EXPECT_EQ(office.contributor.post(office.gift() + "/take", R"({"cleared":true})").status, 204u);
    EXPECT_EQ(office.show(office.guest, office.session).photos.size(), 1u);
    EXPECT_TRUE(office.show(office.editor, office.session).photos_inside.empty());
}

OFFICE_TEST(GroupOffice, what_is_no_photo_and_no_voice_is_refused) {
    EXPECT_EQ(office.give_file("%PDF-1.7\n", "named").status, 422u);
    EXPECT_EQ(office.give_file("MZ\x90", "named").status, 422u);
    EXPECT_EQ(office.gifts(office.editor), "[]");
}

OFFICE_TEST(GroupOffice, what_was_put_aside_can_be_taken_back_for_a_week) {
    office.give("words", R"({"name":"ป้าสมมติ","words":"ทดลองส่ง","consent":"circle"})");
    const auto gift = office.gift();
    EXPECT_EQ(office.editor.post(gift + "/leave").status, 204u);
    EXPECT_EQ(office.editor.post(gift + "/wait").status, 204u);
    EXPECT_EQ(office.editor.post(gift + "/leave").status, 204u);
    const auto forget = [&] { office.write(forget_left); };
    office.clock.advance_days(6);
    forget();
    EXPECT_NE(office.gifts(office.editor), "[]");
    office.clock.advance_days(2);
    forget();
    EXPECT_EQ(office.gifts(office.editor), "[]");
}

OFFICE_TEST(GroupOffice, a_link_that_was_ended_or_is_old_opens_nothing) {
    office.clock.advance_days(29);
    EXPECT_EQ(office.guest.get("/api/g/" + office.token).status, 200u);
    office.clock.advance_days(2);
    EXPECT_EQ(office.guest.get("/api/g/" + office.token).status, 410u);
    const auto link = office.editor.post("/api" + office.session.address + "/group-links", R"({"days":90})").body;
    const auto at = link.find("/g/");
    const auto token = link.substr(at + 3, link.find('?', at) - at - 3);
    EXPECT_EQ(office.guest.get("/api/g/" + token).status, 200u);
    const auto links = office.editor.get("/api" + office.session.address + "/group-links").body;
    const auto id = links.substr(links.find(':') + 1, links.find(',') - links.find(':') - 1);
    EXPECT_EQ(office.editor.del("/api" + office.session.address + "/group-links/" + id).status, 204u);
    EXPECT_EQ(office.guest.get("/api/g/" + token).status, 410u);
    EXPECT_EQ(office.guest.post("/api/g/" + token + "/words", R"({"name":"ก","words":"ข","consent":"circle"})").status, 410u);
}

OFFICE_TEST(GroupOffice, a_flood_by_one_link_ends_by_itself) {
    for (int count = 0; count < 300; ++count)
        ASSERT_EQ(office.give("words", R"({"name":"ป้าสมมติ","words":"ซ้ำ","consent":"circle"})").status, 201u);
    EXPECT_EQ(office.give("words", R"({"name":"ป้าสมมติ","words":"ซ้ำ","consent":"circle"})").code(), "many_gifts_wait");
}

}  // namespace channels

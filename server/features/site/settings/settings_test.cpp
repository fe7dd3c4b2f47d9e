#include "http/wording.hpp"
#include "site/settings/identity.hpp"
#include "site/settings/section.hpp"
#include "site/site.hpp"
#include "support/office.hpp"

namespace site {

namespace {

// As GET /api/site answers, but for what is not looked at here.
struct Said {
    std::string word, th, en;
};
BOOST_DESCRIBE_STRUCT(Said, (), (word, th, en))
struct Shown {
    std::string address, alternative_text;
    std::int64_t width{}, height{};
};
BOOST_DESCRIBE_STRUCT(Shown, (), (address, alternative_text, width, height))
struct SiteReply {
    bool example{};
    std::vector<Said> words;
    std::optional<Shown> logo;
    std::int64_t fiscal_year_begins{};
};
BOOST_DESCRIBE_STRUCT(SiteReply, (), (example, words, logo, fiscal_year_begins))

struct SettingsOffice : support::Office {
    explicit SettingsOffice(db::Engine engine) : Office(engine, {{files::migrations()}, {site::migrations(), site::add_routes}}) {
        equipment.add(wording);
    }

    // A picture that the administrator has sent, its web sizes made.
    files::FileId sent(files::Kind kind, std::string_view name) {
        return write([&](db::Tx& tx) {
            const auto id = files::add(tx, administrator.person, {std::string(name), 10, kind, 300, 200}, name);
            tx.run("UPDATE files_contents SET sizes = 'made' WHERE hash = $1", name);
            return id;
        });
    }
    SiteReply shown() { return guest.get("/api/site").as<SiteReply>(); }

    http::Wording wording{site::read_words};
};

std::string identity(std::string_view name, std::string_view more = "") {
    return R"({"name":")" + std::string(name) + R"(","name_en":"City book","line":"ความจำของเมือง","line_en":"What a city remembers")" +
           std::string(more) + "}";
}

std::string logo(files::FileId file) {
    return R"(,"logo":{"file":)" + std::to_string(file.value) + R"(,"alternative_text":"ตราเมือง"})";
}

}  // namespace

OFFICE_TEST(SettingsOffice, an_installation_comes_as_lomwong_and_says_nothing_otherwise) {
    EXPECT_EQ(office.guest.get("/api/site").body, R"({"example":false,"words":[],"fiscal_year_begins":10})");
    const auto came = office.administrator.get("/api/site/identity").as<Section<Identity>>();
    EXPECT_EQ(came.content.name.value, "ล้อมวง");
    EXPECT_EQ(came.version, as_it_came);
    EXPECT_FALSE(came.changed_at);
}

OFFICE_TEST(SettingsOffice, the_name_an_administrator_gives_stands_on_the_front_page_at_once_in_both_languages) {
    office.guest.get("/");
    EXPECT_EQ(office.administrator.put("/api/site/identity", identity("สมุดเมือง"), 1).status, 200u);
    const auto page = office.guest.get("/").body;
    EXPECT_NE(page.find("<title>สมุดเมือง</title>"), std::string::npos) << page;
    EXPECT_NE(page.find("<h1>ความจำของเมือง</h1>"), std::string::npos) << page;
    EXPECT_NE(office.guest.get("/?lang=en").body.find("<h1>What a city remembers</h1>"), std::string::npos);
    EXPECT_EQ(office.shown().words.at(0).en, "City book");
}

OFFICE_TEST(SettingsOffice, a_phone_keeps_it_under_the_name_given_here_in_its_language_and_under_a_short_one_if_there_is_one) {
    EXPECT_NE(office.guest.get("/manifest.webmanifest").body.find(R"("name":"ล้อมวง","short_name":"ล้อมวง")"), std::string::npos);
    office.administrator.put("/api/site/identity", identity("สมุดเมืองของเรา", R"(,"short_name":"สมุดเมือง")"), 1);
    const auto thai = office.guest.get("/manifest.webmanifest").body;
    EXPECT_NE(thai.find(R"("name":"สมุดเมืองของเรา","short_name":"สมุดเมือง","description":"ความจำของเมือง","lang":"th")"), std::string::npos)
        << thai;
    const auto english = office.guest.get("/manifest.webmanifest?lang=en").body;
    EXPECT_NE(english.find(R"("name":"City book","short_name":"City book")"), std::string::npos) << english;
}

OFFICE_TEST(SettingsOffice, the_fiscal_year_begins_with_october_until_an_administrator_says_otherwise) {
    EXPECT_EQ(office.guest.get("/api/site/fiscal-year").body, R"({"content":{"begins":10},"version":1})");
    EXPECT_EQ(office.steward.put("/api/site/fiscal-year", R"({"begins":1})", 1).status, 403u);
    EXPECT_EQ(office.administrator.put("/api/site/fiscal-year", R"({"begins":13})", 1).problem().errors.at(0).pointer, "/begins");
    EXPECT_EQ(office.administrator.put("/api/site/fiscal-year", R"({"begins":1})", 1).version, 2);
    EXPECT_EQ(office.shown().fiscal_year_begins, 1);
}

OFFICE_TEST(SettingsOffice, markup_in_a_name_stays_text) {
    office.administrator.put("/api/site/identity", identity("</title><script>alert(1)</script>"), 1);
    const auto page = office.guest.get("/").body;
    EXPECT_EQ(page.find("<script>alert"), std::string::npos) << page;
    EXPECT_NE(page.find("&lt;script&gt;alert(1)"), std::string::npos) << page;
}

OFFICE_TEST(SettingsOffice, of_two_administrators_the_second_is_shown_that_the_first_was_quicker) {
    EXPECT_EQ(office.administrator.put("/api/site/identity", identity("สมุดเมือง")).status, 428u);
    EXPECT_EQ(office.administrator.put("/api/site/identity", identity("สมุดเมือง"), 7).code(), "edited_elsewhere");
    EXPECT_EQ(office.administrator.put("/api/site/identity", identity("สมุดเมือง"), 1).version, 2);
    EXPECT_EQ(office.administrator.put("/api/site/identity", identity("ช้าไป"), 1).code(), "edited_elsewhere");
    EXPECT_EQ(office.administrator.put("/api/site/identity", identity("สมุดตำบล"), 2).version, 3);
}

OFFICE_TEST(SettingsOffice, a_name_that_is_missing_or_too_long_is_named_with_all_that_is_wrong) {
    const auto refused = office.administrator.put("/api/site/identity",
                                                  R"({"name":"","name_en":")" + std::string(41, 'x') + R"(","line":"ก","line_en":"b"})", 1);
    EXPECT_EQ(refused.status, 422u);
    ASSERT_EQ(refused.problem().errors.size(), 2u) << refused.body;
    EXPECT_EQ(refused.problem().errors[0].pointer, "/name");
    EXPECT_EQ(refused.problem().errors[1].pointer, "/name_en");
    EXPECT_EQ(office.guest.get("/api/site").body, R"({"example":false,"words":[],"fiscal_year_begins":10})");
}

OFFICE_TEST(SettingsOffice, the_logo_is_a_picture_that_was_sent_here_and_can_be_taken_off_again) {
    const auto picture = office.sent(files::Kind::png, "tra");
    EXPECT_EQ(office.administrator.put("/api/site/identity", identity("สมุดเมือง", logo(picture)), 1).status, 200u);
    EXPECT_EQ(office.shown().logo.value().address, "/files/" + std::to_string(picture.value));
    EXPECT_EQ(office.shown().logo->alternative_text, "ตราเมือง");
    EXPECT_NE(office.guest.get("/").body.find("/files/" + std::to_string(picture.value) + "/card"), std::string::npos);
    EXPECT_EQ(office.administrator.put("/api/site/identity", identity("สมุดเมือง"), 2).status, 200u);
    EXPECT_FALSE(office.shown().logo);
}

OFFICE_TEST(SettingsOffice, a_paper_or_somebody_else_s_file_is_no_logo_and_then_nothing_changes) {
    const auto paper = office.sent(files::Kind::pdf, "paper");
    const auto refused = office.administrator.put("/api/site/identity", identity("สมุดเมือง", logo(paper)), 1);
    EXPECT_EQ(refused.problem().errors.at(0).pointer, "/logo/file");
    EXPECT_EQ(office.administrator.put("/api/site/identity", identity("สมุดเมือง", logo({12345})), 1).status, 422u);
    EXPECT_EQ(office.guest.get("/api/site").body, R"({"example":false,"words":[],"fiscal_year_begins":10})");
}

OFFICE_TEST(SettingsOffice, who_changed_what_stands_in_the_journal) {
    office.administrator.put("/api/site/identity", identity("สมุดเมือง"), 1);
    const auto done = office.write([&](db::Tx& tx) {
        return tx.all<std::string>("SELECT action FROM journal_events WHERE actor_id = $1 ORDER BY id", office.administrator.person);
    });
    EXPECT_EQ(done, std::vector<std::string>{"site.identity_changed"});
}

OFFICE_TEST(SettingsOffice, only_administrators_see_and_change_settings) {
    EXPECT_EQ(office.guest.get("/api/site/identity").status, 401u);
    EXPECT_EQ(office.steward.put("/api/site/identity", identity("ยึดแล้ว"), 1).status, 403u);
}

}  // namespace site

#include "site/site.hpp"

#include "files/files.hpp"
#include "support/office.hpp"

namespace site {

namespace {

struct SiteOffice : support::Office {
    explicit SiteOffice(db::Engine engine) : Office(engine, {{files::migrations()}, {site::migrations(), site::add_routes}}) {}

    void publish(const std::string& title, records::Visibility visibility) {
        write([&](db::Tx& tx) {
            records::NewRecord record{.kind = "knowledge", .collection = "knowledge", .owner_id = organisation};
            record.state = records::State::published;
            record.description.title = title;
            record.audience.visibility = visibility;
            return records::insert(tx, editor.person, record);
        });
    }
};

}  // namespace

OFFICE_TEST(SiteOffice, a_real_office_never_says_that_its_people_are_invented) {
    EXPECT_EQ(office.guest.get("/api/site").body, R"({"example":false,"words":[],"fiscal_year_begins":10})");
}

OFFICE_TEST(SiteOffice, an_example_says_so_to_everybody_however_often_it_was_marked) {
    office.write([](db::Tx& tx) { mark_as_example(tx); });
    office.write([](db::Tx& tx) { mark_as_example(tx); });
    EXPECT_EQ(office.guest.get("/api/site").body, R"({"example":true,"words":[],"fiscal_year_begins":10})");
}

OFFICE_TEST(SiteOffice, the_front_page_can_be_read_before_any_script_runs_and_shows_each_reader_what_they_may_see) {
    office.publish("ผ้าทอ <b>สามสี</b>", records::Visibility::public_);
    office.publish("บันทึกภายใน", records::Visibility::members);
    const auto page = office.guest.get("/").body;
    EXPECT_NE(page.find(">ผ้าทอ &lt;b&gt;สามสี&lt;/b&gt;</a>"), std::string::npos) << page;
    EXPECT_EQ(page.find("บันทึกภายใน"), std::string::npos) << page;
    EXPECT_NE(office.editor.get("/").body.find("บันทึกภายใน"), std::string::npos);
}

}  // namespace site

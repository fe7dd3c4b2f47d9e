#include "channels/atom/atom.hpp"

#include "channels/channels_office.hpp"

namespace channels {

static bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST(AtomText, what_people_write_can_not_break_the_feed) {
    AtomFeed feed{.title = "วง <น้ำ> & \"คลอง\"", .url = "https://a/circles/5", .self = "https://a/circles/5.atom", .entries = {}};
    feed.entries.push_back({.title = "]]></title>\x01",
                            .summary = "a & b",
                            .url = "https://a/sessions/1",
                            .author = "",
                            .published = {},
                            .updated = base::at_bangkok({2026, 11, 21}, {7 * 60})});
    const auto text = atom_text(feed);
    EXPECT_TRUE(has(text, "<title>]]&gt;&lt;/title&gt;</title>")) << text;
    EXPECT_TRUE(has(text, "a &amp; b"));
    EXPECT_EQ(text.find('\x01'), std::string::npos);
    EXPECT_TRUE(has(text, "<updated>2026-11-21T00:00:00")) << "as new as its newest entry";
}

OFFICE_TEST(ChannelsOffice, a_circles_feed_tells_of_it_and_its_sessions_the_newest_first) {
    const auto circle = office.new_circle();
    office.plan(circle, office.session_form({2026, 11, 25}, "ครั้งก่อน"));
    office.plan(circle, office.session_form({2026, 12, 2}, "ครั้งใหม่"));
    const auto feed = office.guest.get(circle.address + ".atom");
    ASSERT_EQ(feed.status, 200u) << feed.body;
    EXPECT_LT(feed.body.find("ครั้งใหม่"), feed.body.find("ครั้งก่อน"));
    EXPECT_EQ(office.guest.get(circle.address + ".atom").body, feed.body) << "the same until something changes, so that its ETag is";
}

OFFICE_TEST(ChannelsOffice, feeds_tell_of_public_things_only_whoever_asks) {
    auto form = office.circle_form();
    form.audience = records::Audience{.visibility = records::Visibility::members, .partners = {}, .persons = {}};
    const auto circle = office.new_circle(form);
    office.plan(circle, base::Date{2026, 11, 25});
    EXPECT_EQ(office.guest.get(circle.address + ".atom").status, 404u);
    EXPECT_FALSE(has(office.member.get(circle.address + ".atom").body, "<entry>"));
    const auto organisation = records::find(*office.database().read(), office.organisation)->address;
    EXPECT_FALSE(has(office.member.get(organisation + ".atom").body, "<entry>"));
}

OFFICE_TEST(ChannelsOffice, ones_own_feed_tells_of_what_one_has_a_part_in_at_a_secret_address) {
    auto form = office.circle_form();
    form.audience = records::Audience{.visibility = records::Visibility::members, .partners = {}, .persons = {}};
    const auto circle = office.new_circle(form);
    office.plan(circle, office.session_form({2026, 11, 25}, "เฉพาะคนในวง"));
    const auto feed_of = [](support::Client& client) {
        const auto made = client.post("/api/me/feeds", R"({"name":"ที่บ้าน"})");
        EXPECT_EQ(made.status, 201u) << made.body;
        const auto begin = made.body.find("/feeds/", made.body.find("\"feed\""));
        return made.body.substr(begin, made.body.find('"', begin) - begin);
    };
    const auto own = office.guest.get(feed_of(office.member));
    ASSERT_EQ(own.status, 200u) << own.body;
    EXPECT_TRUE(has(own.body, "เฉพาะคนในวง"));
    EXPECT_FALSE(has(office.guest.get(feed_of(office.stranger)).body, "<entry>")) << "not theirs";
    EXPECT_EQ(office.guest.get("/feeds/AAAAAAAAAAAAAAAAAAAAAA.atom").status, 404u);
}

}  // namespace channels

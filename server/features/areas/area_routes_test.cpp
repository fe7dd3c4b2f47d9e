#include <algorithm>
#include <cmath>

#include "areas/area_page.hpp"
#include "areas/area_queries.hpp"
#include "areas/tree/tree.hpp"
#include "support/office.hpp"

namespace areas {

namespace {

// The south alone: the whole tree takes its time.
struct AreasOffice : support::Office {
    explicit AreasOffice(db::Engine engine) : Office(engine, {{areas::migrations(), areas::add_routes}}) {
        write([](db::Tx& tx) {
            for (auto& area : read_tree(tree_text(), {2021, 12, 31})) {
                const bool is_needed = area.level == Level::country || area.level == Level::region || area.code.starts_with("80");
                if (is_needed) store_area(tx, AreaRow(std::move(area)));
            }
        });
    }

    std::string profile(std::string_view content) {
        return R"({"owner": )" + std::to_string(organisation.value) + R"(, "content": )" + std::string(content) + "}";
    }
    AreaPage tha_sak(support::Client& client) { return client.get("/api/areas/800121").as<AreaPage>(); }
};

constexpr std::string_view written =
    R"({"history": "เดิมเป็นท่าเรือ", "population": [{"year": 2021, "people": 12943, "households": 6019, "source": "กรมการปกครอง"}],
        "actors": [{"name": "กองทุนสวัสดิการตำบล"}], "issues": [{"title": "น้ำเค็มรุก"}], "sources": []})";
constexpr std::string_view first_entry =
    R"({"year": 2005, "kind": "plan", "title": "ทำแผนแม่บทชุมชน", "speaker": "นายตัวอย่าง", "speaker_role": "กำนัน", "speaker_body": "ตำบลท่าซัก"})";

}  // namespace

OFFICE_TEST(AreasOffice, what_is_nearest_to_a_phone_comes_first_and_abroad_there_is_nothing) {
    const auto near = office.guest.get("/api/areas/nearest?latitude=8.45&longitude=100.05");
    ASSERT_EQ(near.status, 200u) << near.body;
    const auto list = near.as<std::vector<Suggestion>>();
    ASSERT_EQ(list.size(), 5u);
    const auto distance = [&](const Suggestion& one) {
        const auto area = *find(*office.database().read(), one.id);
        return std::hypot(*area.latitude - 8.45, (*area.longitude - 100.05) * 0.989);
    };
    for (std::size_t i = 1; i < list.size(); ++i) EXPECT_LE(distance(list[i - 1]), distance(list[i]));
    EXPECT_NE(list.front().path.find("นครศรีธรรมราช"), std::string::npos);
    EXPECT_TRUE(office.guest.get("/api/areas/nearest?latitude=48.1&longitude=11.5").as<std::vector<Suggestion>>().empty());
    EXPECT_EQ(office.guest.get("/api/areas/nearest?latitude=x").status, 422u);
}

OFFICE_TEST(AreasOffice, anybody_reads_an_area_with_its_way_down_and_what_lies_in_it) {
    const auto page = office.guest.get("/api/areas/8001").as<AreaPage>();
    EXPECT_EQ(page.title, "อำเภอเมืองนครศรีธรรมราช");
    EXPECT_EQ(page.around.front().title, "ประเทศไทย");
    EXPECT_EQ(page.around.size(), 4u);
    EXPECT_TRUE(std::ranges::any_of(page.inside, [](const Step& step) { return step.title == "ตำบลท่าซัก"; }));
    EXPECT_EQ(office.guest.get("/api/areas/999999").status, 404u);
}

OFFICE_TEST(AreasOffice, an_area_that_is_no_more_tells_until_when_it_was_and_what_took_its_place) {
    office.write([](db::Tx& tx) {
        for (auto& area : read_tree(tree_text(), {2021, 12, 31}))
            if (area.code.starts_with("53")) store_area(tx, AreaRow(std::move(area)));
        store_successions(tx, std::vector<Succession>{{{1'530'306'000}, {1'530'407'000}}});
    });
    const auto past = office.guest.get("/api/areas/530306").as<AreaPage>();
    EXPECT_EQ(past.area.valid_to, (base::Date{2015, 2, 13}));
    ASSERT_EQ(past.successors.size(), 1u);
    EXPECT_EQ(past.successors[0].title, "ตำบลท่าแฝก");
    EXPECT_NE(office.guest.get("/areas/530306").body.find("13 กุมภาพันธ์ 2558"), std::string::npos);
    EXPECT_EQ(office.guest.get("/api/areas/530407").as<AreaPage>().predecessors[0].code, "530306");
}

OFFICE_TEST(AreasOffice, an_editors_profile_is_read_by_everybody_at_once) {
    EXPECT_EQ(office.editor.post("/api/areas/800121/profile", office.profile(written)).status, 201u);
    const auto profile = office.tha_sak(office.guest).profile;
    ASSERT_TRUE(profile);
    EXPECT_EQ(profile->content.population[0].people.value, 12'943);
    EXPECT_FALSE(profile->may_edit);
    EXPECT_EQ(office.editor.post("/api/areas/800121/profile", office.profile(written)).code(), "profile_exists");
}

OFFICE_TEST(AreasOffice, a_contributors_profile_waits_for_an_editor_and_a_guest_writes_none) {
    EXPECT_EQ(office.contributor.post("/api/areas/800121/profile", office.profile(written)).status, 201u);
    EXPECT_FALSE(office.tha_sak(office.guest).profile);
    EXPECT_TRUE(office.tha_sak(office.editor).profile);
    EXPECT_EQ(office.guest.post("/api/areas/800101/profile", office.profile(written)).status, 401u);
    EXPECT_EQ(office.stranger.post("/api/areas/800101/profile", office.profile(written)).status, 403u);
}

OFFICE_TEST(AreasOffice, of_two_editors_the_second_is_told_of_the_first) {
    office.editor.post("/api/areas/800121/profile", office.profile(written));
    const auto address = "/api/area-profiles/" + std::to_string(office.tha_sak(office.editor).profile->number);
    EXPECT_EQ(office.editor.put(address, written, 1).status, 200u);
    EXPECT_EQ(office.steward.put(address, written, 1).code(), "edited_elsewhere");
    EXPECT_EQ(office.stranger.put(address, written, 2).status, 403u);
}

OFFICE_TEST(AreasOffice, every_bad_figure_is_named) {
    const auto reply = office.editor.post("/api/areas/800121/profile", office.profile(R"({"population": [
        {"year": 2020, "people": 10, "households": 20}, {"year": 2020, "people": -1}], "actors": [], "issues": [{"title": ""}], "sources": []})"));
    EXPECT_EQ(reply.status, 422u);
    EXPECT_GE(reply.problem().errors.size(), 2u);
}

OFFICE_TEST(AreasOffice, a_timeline_is_told_in_the_order_of_years_with_its_speakers) {
    office.editor.post("/api/areas/800121/timeline",
                       office.profile(R"({"year": 2010, "month": 1, "day": 24, "kind": "activity", "title": "เวทีครั้งที่ 3"})"));
    office.editor.post("/api/areas/800121/timeline", office.profile(first_entry));
    const auto timeline = office.tha_sak(office.guest).timeline;
    ASSERT_EQ(timeline.size(), 2u);
    EXPECT_EQ(timeline[0].year, 2005);
    EXPECT_EQ(timeline[0].speaker_role, "กำนัน");
    EXPECT_EQ(timeline[1].day, 24);
    const auto address = "/api/timeline-entries/" + std::to_string(timeline[0].number);
    EXPECT_EQ(office.editor.put(address, first_entry, timeline[0].version).status, 200u);
    EXPECT_EQ(office.tha_sak(office.guest).timeline[0].version, 2);
}

OFFICE_TEST(AreasOffice, a_day_that_does_not_exist_and_a_link_that_is_a_script_are_refused) {
    const auto reply =
        office.editor.post("/api/areas/800121/timeline", office.profile(R"json({"year": 2010, "month": 2, "day": 30, "kind": "plan",
        "title": "แผน", "link": "javascript:alert(1)"})json"));
    EXPECT_EQ(reply.problem().errors.size(), 2u);
}

OFFICE_TEST(AreasOffice, what_happened_there_is_gathered_from_everything_under_it) {
    office.write([&](db::Tx& tx) {
        records::insert(tx, office.editor.person,
                        {.kind = "session",
                         .collection = "sessions",
                         .owner_id = office.organisation,
                         .state = records::State::published,
                         .description = {.title = "วงครั้งที่ 1", .area_id = {6'800'121'003}},
                         .audience = {records::Visibility::public_}});
    });
    for (const auto* code : {"800121", "8001", "80"}) {
        const auto page = office.guest.get(std::string("/api/areas/") + code).as<AreaPage>();
        ASSERT_EQ(page.here.size(), 1u) << code;
        EXPECT_EQ(page.here[0].cards[0].title, "วงครั้งที่ 1");
    }
    EXPECT_EQ(office.guest.get("/api/areas/8002").as<AreaPage>().here.size(), 0u);
    EXPECT_EQ(office.guest.get("/api/areas?text=%E0%B8%97%E0%B9%88%E0%B8%B2").as<std::vector<Suggestion>>()[0].code, "800121");
}

OFFICE_TEST(AreasOffice, the_page_is_readable_without_scripts_and_says_what_the_reply_says) {
    office.editor.post("/api/areas/800121/timeline", office.profile(first_entry));
    const auto page = office.guest.get("/areas/800121");
    EXPECT_EQ(page.status, 200u);
    for (const auto* text : {"ตำบลท่าซัก", "ทำแผนแม่บทชุมชน", "2548", "ต.ท่าซัก อ.เมืองนครศรีธรรมราช จ.นครศรีธรรมราช"})
        EXPECT_NE(page.body.find(text), std::string::npos) << text;
}

OFFICE_TEST(AreasOffice, figures_so_small_that_a_person_could_be_told_are_not_shown) {
    ProfileContent content;
    content.population = {{{2021}, {4}, {}, {}}, {{2020}, {300}, Count{3}, {}}};
    EXPECT_EQ(as_shown(content, Level::community).population.size(), 1u);
    EXPECT_FALSE(as_shown(content, Level::village).population[0].households);
    EXPECT_EQ(as_shown(content, Level::subdistrict).population.size(), 2u);
}

}  // namespace areas

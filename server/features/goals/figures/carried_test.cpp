#include "areas/areas.hpp"
#include "goals/goals.hpp"
#include "goals/opened/opened.hpp"
#include "support/office.hpp"

namespace goals {

namespace {

using base::AreaId;
using base::whole;

constexpr AreaId nation{0}, region{6'000'000'000}, province{6'800'000'000}, district{6'800'100'000}, old{6'800'101'000};

base::ReportingPeriod period(std::string_view text) {
    return std::get<base::ReportingPeriod>(base::read_reporting_period(text));
}

// A subdistrict of four villages that becomes two.
struct CarriedOffice : support::Office {
    explicit CarriedOffice(db::Engine engine)
        : Office(engine, {{areas::migrations(), areas::add_routes}, {goals::migrations(), goals::add_routes}}) {
        equipment.add(use_of_areas());
        write([&](db::Tx& tx) {
            add_area(tx, nation, "th", "country");
            add_area(tx, region, "south", "region");
            add_area(tx, province, "80", "province");
            add_area(tx, district, "8001", "district");
            add_area(tx, old, "800101", "subdistrict");
            for (int moo = 1; moo <= 4; ++moo) add_area(tx, {old.value + moo}, "8001010" + std::to_string(moo), "village");
            create_plain(tx, "people", areas::Level::village);
        });
    }

    static void add_area(db::Tx& tx, AreaId id, std::string_view code, std::string_view level) {
        tx.run(
            "INSERT INTO areas_areas (id, last_id, code, level, name, name_en, position, valid_from, sort_key, is_place, search_key,"
            " search_key_en, consonants) VALUES ($1, $2, $3, $4, $3, $3, 'none', '2021-12-31', $5, $6, $5, $5, $5)",
            id, base::last_of(id), code, level, db::Blob{std::string(code)}, id.value % 1'000 != 0);
    }

    void enter(std::string_view when, std::string_view code, std::int64_t number) {
        write([&](db::Tx& tx) {
            const auto series = get_series(tx, find_indicator(tx, "people")->id, period(when), "");
            const NewValue value{series, areas::find(tx, code)->id, State::value, whole(number)};
            store(tx, insert_entry(tx, {.by = {}, .source = "test"}), Stage::approved, {&value, 1});
        });
    }
    support::Reply divide() {
        return administrator.post("/api/areas/changes",
                                  R"({"kind": "split", "holds_on": "2024-01-01", "source": "ราชกิจจานุเบกษา", "areas": ["800101"],
                "made": [{"code": "800102", "name": "เหนือ"}, {"code": "800103", "name": "ใต้"}],
                "placed": [{"code": "80010101", "into": "800102"}, {"code": "80010102", "into": "800102"},
                           {"code": "80010103", "into": "800103"}, {"code": "80010104", "into": "800103"}]})");
    }
    Opened opened(std::string_view code, std::string_view when) {
        const auto reply = guest.get("/api/figures/people/" + std::string(code) + "/" + std::string(when));
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return reply.as<Opened>();
    }
    std::string value(std::string_view code, std::string_view when) {
        const auto figure = opened(code, when).whole.figure;
        return figure.value ? base::to_text(*figure.value) : "none";
    }
};

}  // namespace

OFFICE_TEST(CarriedOffice, a_figure_stays_in_the_tree_of_its_time_and_is_carried_to_the_areas_of_today) {
    for (int moo = 1; moo <= 4; ++moo) office.enter("2566", "8001010" + std::to_string(moo), 10 * moo);
    ASSERT_EQ(office.divide().status, 201u);
    office.enter("2567", "80010201", 11);
    office.enter("2567", "80010303", 33);
    EXPECT_EQ(office.value("800101", "2566"), "100");
    EXPECT_EQ(office.value("8001", "2566"), "100");
    EXPECT_EQ(office.value("8001", "2567"), "44");
    EXPECT_EQ(office.value("800102", "2566"), "none");
    const auto carried = office.opened("800102", "2566").carried;
    ASSERT_TRUE(carried);
    EXPECT_EQ(carried->certainty, areas::Certainty::known);
    ASSERT_EQ(carried->from.size(), 2u);
    EXPECT_EQ(carried->from[0].code, "80010101");
    ASSERT_TRUE(carried->tile);
    ASSERT_TRUE(carried->tile->figure.value);
    EXPECT_EQ(base::to_text(*carried->tile->figure.value), "30");
    EXPECT_EQ(carried->tile->figure.reported, 2);
    EXPECT_EQ(carried->tile->figure.expected, 2);
    EXPECT_FALSE(office.opened("800102", "2567").carried);
    EXPECT_FALSE(office.opened("8001", "2566").carried);
    EXPECT_FALSE(office.opened("800101", "2566").carried);
}

OFFICE_TEST(CarriedOffice, recomputing_agrees_after_a_change_and_after_it_is_undone) {
    office.enter("2566", "80010101", 7);
    ASSERT_EQ(office.divide().status, 201u);
    EXPECT_TRUE(verify_rollups(office.database()).whole());
    office.enter("2567", "80010201", 11);
    EXPECT_TRUE(verify_rollups(office.database()).whole());
    const auto changes = office.administrator.get("/api/areas/changes");
    EXPECT_NE(changes.body.find("change_has_values"), std::string::npos) << changes.body;
}

OFFICE_TEST(CarriedOffice, what_lay_in_an_area_then_is_told_with_its_old_figure) {
    office.enter("2566", "80010101", 70);
    ASSERT_EQ(office.divide().status, 201u);
    const auto children = office.opened("8001", "2566").children;
    ASSERT_EQ(children.size(), 1u);
    EXPECT_EQ(children[0].code, "800101");
    const auto now = office.opened("8001", "2567");
    EXPECT_EQ(now.whole.figure.expected, 4);
}

OFFICE_TEST(CarriedOffice, a_number_hidden_in_one_of_them_is_hidden_in_the_sum) {
    office.write([](db::Tx& tx) { tx.run("UPDATE goals_indicators SET unit = 'person'"); });
    office.enter("2566", "80010101", 2);
    office.enter("2566", "80010102", 50);
    ASSERT_EQ(office.divide().status, 201u);
    const auto carried = office.opened("800102", "2566").carried;
    ASSERT_TRUE(carried && carried->tile);
    EXPECT_TRUE(carried->tile->figure.hidden);
    EXPECT_FALSE(carried->tile->figure.value);
}

OFFICE_TEST(CarriedOffice, in_the_middle_of_a_change_nothing_is_guessed) {
    office.enter("2566", "80010101", 70);
    ASSERT_EQ(office.administrator
                  .post("/api/areas/changes", R"({"kind": "move", "holds_on": "2024-07-01", "source": "x", "areas": ["800101"],
                        "made": [{"code": "800102", "name": "ย้าย"}], "placed": []})")
                  .status,
              201u);
    const auto within = office.opened("800102", "2567").carried;
    ASSERT_TRUE(within);
    EXPECT_EQ(within->certainty, areas::Certainty::changed_within);
    EXPECT_FALSE(within->tile);
    const auto before = office.opened("800102", "2566").carried;
    ASSERT_TRUE(before && before->tile);
    EXPECT_EQ(before->from.at(0).code, "800101");
    EXPECT_EQ(base::to_text(*before->tile->figure.value), "70");
}

}  // namespace goals

#include "goals/discretion/discretion.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "goals/goals.hpp"
#include "support/office.hpp"

namespace goals {

namespace {

using base::AreaId;
using base::whole;

constexpr AreaId nation{0}, subdistrict{6'010'101'000}, village_1{6'010'101'001}, village_2{6'010'101'002}, village_3{6'010'101'003};

const base::ReportingPeriod year_2564{base::PeriodKind::year, {2021, 1, 1}, {2021, 12, 31}};

struct DiscretionOffice : support::Office {
    explicit DiscretionOffice(db::Engine engine) : Office(engine, {{areas::migrations()}, {goals::migrations(), goals::add_routes}}) {
        write([&](db::Tx& tx) {
            create_plain(tx, "people", areas::Level::village);
            tx.run("UPDATE goals_indicators SET unit = 'person'");
        });
    }

    void measure(Unit unit, Calculation calculation) {
        write([&](db::Tx& tx) { tx.run("UPDATE goals_indicators SET unit = $1, calculation = $2", unit, calculation); });
    }
    void enter(AreaId area, std::int64_t number, std::string_view group = "", std::optional<std::int64_t> of = {}) {
        write([&](db::Tx& tx) {
            const auto series = get_series(tx, find_indicator(tx, "people")->id, year_2564, group);
            NewValue value{series, area, State::value, whole(number)};
            if (of) value.denominator = whole(*of);
            store(tx, insert_entry(tx, {.by = {}, .source = "test"}), Stage::approved, {&value, 1});
        });
    }
    Figure figure(AreaId area, std::string_view group = "") {
        auto lease = database().read();
        return get_figure(*lease, *find_indicator(*lease, "people"), area, year_2564, group);
    }
    std::string told(AreaId area, std::string_view group = "") {
        const auto found = figure(area, group);
        return found.hidden ? "hidden" : found.value ? base::to_text(*found.value) : "none";
    }
};

}  // namespace

OFFICE_TEST(DiscretionOffice, three_people_of_a_village_are_hidden_and_so_is_the_smallest_of_its_neighbours) {
    office.enter(village_1, 3);
    office.enter(village_2, 30);
    office.enter(village_3, 40);
    EXPECT_EQ(office.told(subdistrict), "73");
    EXPECT_EQ(office.told(village_1), "hidden");
    EXPECT_EQ(office.told(village_2), "hidden");
    EXPECT_EQ(office.told(village_3), "40");
    const auto hidden = office.figure(village_1);
    EXPECT_FALSE(hidden.numerator || hidden.denominator || hidden.entered);
    EXPECT_EQ(hidden.reported, 1);
}

OFFICE_TEST(DiscretionOffice, zero_people_are_told) {
    office.enter(village_1, 0);
    office.enter(village_2, 30);
    EXPECT_EQ(office.told(village_1), "0");
    EXPECT_EQ(office.told(village_2), "30");
}

OFFICE_TEST(DiscretionOffice, a_share_or_a_score_of_four_people_is_hidden_whatever_it_comes_to) {
    office.measure(Unit::person, Calculation::ratio);
    office.enter(village_1, 0, "", 4);
    office.enter(village_2, 50, "", 100);
    office.enter(village_3, 90, "", 200);
    EXPECT_EQ(office.told(village_1), "hidden");
    EXPECT_EQ(office.told(village_2), "hidden");
    EXPECT_EQ(office.told(village_3), "0.45");
    office.measure(Unit::village, Calculation::score);
    EXPECT_EQ(office.told(village_1), "hidden");
}

OFFICE_TEST(DiscretionOffice, households_are_told_in_total_and_hidden_by_group_where_they_are_few) {
    office.measure(Unit::household, Calculation::plain);
    office.enter(village_1, 3);
    EXPECT_EQ(office.told(village_1), "3");
    office.enter(village_1, 2, "หญิงล้วน");
    office.enter(village_1, 1, "ชายล้วน");
    EXPECT_EQ(office.told(village_1, "หญิงล้วน"), "hidden");
    office.measure(Unit::event, Calculation::plain);
    EXPECT_EQ(office.told(village_1, "หญิงล้วน"), "2");
}

OFFICE_TEST(DiscretionOffice, a_group_is_not_what_the_others_leave_of_the_total) {
    office.enter(village_1, 60);
    office.enter(village_1, 3, "ไม่ระบุ");
    office.enter(village_1, 40, "หญิง");
    office.enter(village_1, 17, "ชาย");
    EXPECT_EQ(office.told(village_1), "60");
    EXPECT_EQ(office.told(village_1, "ไม่ระบุ"), "hidden");
    EXPECT_EQ(office.told(village_1, "ชาย"), "hidden");
    EXPECT_EQ(office.told(village_1, "หญิง"), "40");
}

OFFICE_TEST(DiscretionOffice, the_routes_and_the_indicators_page_hide_and_the_command_line_tells) {
    office.write([](db::Tx& tx) {
        tx.run(
            "INSERT INTO areas_areas (id, last_id, code, level, name, name_en, position, valid_from, sort_key, is_place, search_key,"
            " search_key_en, consonants) VALUES (0, 9999999999, 'th', 'country', 'ไทย', 'Thailand', 'none', '2021-12-31', $1, $2, $1, "
            "$1, $1)",
            db::Blob{"x"}, false);
    });
    office.enter(village_1, 3);
    const auto reply = office.guest.get("/api/figures?indicator=people&area=TH&period=2564").as<FiguresReply>();
    EXPECT_TRUE(reply.whole.figure.hidden);
    EXPECT_FALSE(reply.whole.figure.value);
    EXPECT_EQ(office.guest.get("/api/indicators/people").body.find("\"value\":3"), std::string::npos);
    auto lease = office.database().read();
    const auto whole_reply =
        read_figures(*lease, {.person = {}, .administrator = true}, {"people", "TH", "2564", {}, {}}, base::Language::en, Reader::system);
    EXPECT_EQ(whole_reply.whole.figure.value, whole(3));
}

// Villages of three districts of two provinces.
std::vector<AreaId> villages_of_a_tree() {
    std::vector<AreaId> villages;
    villages.reserve(24);
    for (const std::int64_t district : {6'010'100'000L, 6'010'200'000L, 6'020'100'000L, 1'010'100'000L})
        for (int sub = 1; sub <= 2; ++sub)
            for (int village = 1; village <= 3; ++village) villages.push_back({district + sub * 1'000 + village});
    return villages;
}

// Somebody who reads every figure of a tree and fills in, again and again, the one number that a line lacks.
class Prying {
  public:
    using Place = std::pair<AreaId, std::string>;

    void read(DiscretionOffice& office, AreaId village) {
        for (std::optional area = village; area; area = areas::parent_of(*area)) {
            if (const auto above = areas::parent_of(*area)) lines_[*above].insert(*area);
            for (const auto* group : {"", "ก", "ข"}) {
                const auto told = office.figure(*area, group);
                hidden_[{*area, group}] = told.hidden;
                EXPECT_TRUE(told.hidden || !is_few(*told.value)) << area->value << group;
            }
        }
    }
    // How many hidden numbers follow.
    int learn() {
        int learnt = 0;
        while (const int more = fill_groups() + fill_areas()) learnt += more;
        return learnt;
    }
    [[nodiscard]] std::ptrdiff_t hidden() const {
        return std::ranges::count_if(hidden_, [](const auto& at) { return at.second; });
    }

  private:
    int fill(const std::vector<Place>& line) {
        if (std::ranges::count_if(line, [&](const auto& at) { return hidden_.at(at); }) != 1) return 0;
        for (const auto& at : line) hidden_[at] = false;
        return 1;
    }
    int fill_groups() {
        int filled = 0;
        for (const auto& [at, is_hidden] : hidden_)
            if (at.second.empty()) filled += fill({at, {at.first, "ก"}, {at.first, "ข"}});
        return filled;
    }
    int fill_areas() {
        int filled = 0;
        for (const auto& [above, below] : lines_)
            for (const auto* group : {"", "ก", "ข"}) {
                std::vector<Place> line{{above, group}};
                line.reserve(below.size() + 1);
                for (const auto area : below) line.emplace_back(area, group);
                filled += fill(line);
            }
        return filled;
    }

    std::map<Place, bool> hidden_;
    std::map<AreaId, std::set<AreaId>> lines_;
};

OFFICE_TEST(DiscretionOffice, nothing_hidden_in_a_tree_follows_from_all_that_is_told) {
    std::mt19937 random(2564);
    std::discrete_distribution<int> people{2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1};
    const auto villages = villages_of_a_tree();
    for (const auto village : villages) {
        const int some = people(random);
        const int others = people(random);
        office.enter(village, some, "ก");
        office.enter(village, others, "ข");
        office.enter(village, some + others);
    }
    Prying prying;
    for (const auto village : villages) prying.read(office, village);
    EXPECT_GT(prying.hidden(), 20);
    EXPECT_EQ(prying.learn(), 0);
}

}  // namespace goals

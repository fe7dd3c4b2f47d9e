#include "areas/changes/change.hpp"

#include <algorithm>

#include "areas/area.hpp"
#include "areas/area_queries.hpp"
#include "areas/changes/descent.hpp"
#include "journal/journal.hpp"
#include "support/office.hpp"

namespace areas {

namespace {

std::int64_t values_there = 0;

// The south alone, and four villages in one of its subdistricts.
struct ChangeOffice : support::Office {
    explicit ChangeOffice(db::Engine engine) : Office(engine, {{areas::migrations(), areas::add_routes}}) {
        values_there = 0;
        equipment.add(use);
        write([](db::Tx& tx) {
            for (auto& area : read_tree(tree_text(), {2021, 12, 31})) {
                const bool is_needed = area.level == Level::country || area.level == Level::region || area.code.starts_with("80");
                if (is_needed) store_area(tx, AreaRow(std::move(area)));
            }
            const auto subdistrict = *find(tx, "800121");
            for (int moo = 1; moo <= 4; ++moo) {
                auto village = subdistrict;
                village.id = village.last_id = place_in(subdistrict.id, moo);
                village.code = place_code("800121", village.id);
                village.level = Level::village;
                village.name = "บ้านที่ " + std::to_string(moo);
                store_area(tx, AreaRow(village));
            }
        });
    }

    support::Reply record(std::string_view form) { return administrator.post("/api/areas/changes", form); }
    void recorded(std::string_view form) {
        const auto reply = record(form);
        ASSERT_EQ(reply.status, 201u) << reply.body;
    }
    // The first code of what is wrong with it.
    std::string wrong(std::string_view form) {
        const auto reply = administrator.post("/api/areas/changes/look", form);
        EXPECT_EQ(reply.status, 422u) << reply.body;
        const auto errors = reply.problem().errors;
        return errors.empty() ? "nothing" : errors.front().pointer + " " + errors.front().code;
    }
    ChangePreview look(std::string_view form) {
        const auto reply = administrator.post("/api/areas/changes/look", form);
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return reply.as<ChangePreview>();
    }
    std::vector<Change> changes() { return administrator.get("/api/areas/changes").as<http::List<Change>>().items; }
    support::Reply undo(const Change& change) {
        return administrator.post("/api/areas/changes/" + std::to_string(change.id.value) + "/undo");
    }
    AreaPage page(const std::string& code) {
        const auto reply = guest.get("/api/areas/" + code);
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return reply.as<AreaPage>();
    }
    // Codes of what the area was in a year.
    std::string origins(std::string_view code, int year, Level finest = Level::village) {
        auto lease = database().read();
        const auto found = trace_origins(*lease, *find(*lease, code), {{year, 1, 1}, {year, 12, 31}}, finest);
        if (found.certainty != Certainty::known) return found.certainty == Certainty::divided ? "divided" : "changed within";
        std::string codes;
        for (const auto id : found.areas) codes += (codes.empty() ? "" : " ") + find(*lease, id)->code;
        return codes;
    }

    AreaUse use{[](db::Session&, AreaId, AreaId, base::Date) { return values_there; }};
};

std::string split(std::string_view placed, std::string_view more = "") {
    return R"({"kind": "split", "holds_on": "2024-01-15", "source": "ราชกิจจานุเบกษา เล่มสมมุติ", "areas": ["800121"],
               "made": [{"code": "800197", "name": "ท่าซักเหนือ"}, {"code": "800198", "name": "ท่าซักใต้", "name_en": "Tha Sak Tai"}],
               "placed": [)" +
           std::string(placed) + "]" + std::string(more) + "}";
}
constexpr std::string_view all_four =
    R"({"code": "80012101", "into": "800197"}, {"code": "80012102", "into": "800197"},
       {"code": "80012103", "into": "800198", "number": 1}, {"code": "80012104", "into": "800198"})";

std::string form(std::string_view kind, std::string_view areas, std::string_view made, std::string_view more = "",
                 std::string_view day = "2024-01-15") {
    return R"({"kind": ")" + std::string(kind) + R"(", "holds_on": ")" + std::string(day) + R"(", "source": "ราชกิจจานุเบกษา", "areas": [)" +
           std::string(areas) + R"(], "made": [)" + std::string(made) + R"(], "placed": [])" + std::string(more) + "}";
}

}  // namespace

OFFICE_TEST(ChangeOffice, a_split_asks_where_the_villages_go_and_writes_nothing_before_it_knows) {
    const auto preview = office.look(split(""));
    EXPECT_EQ(preview.waiting.size(), 4u);
    EXPECT_EQ(preview.view.begun.size(), 2u);
    const auto reply = office.record(split(""));
    EXPECT_EQ(reply.status, 422u);
    EXPECT_EQ(reply.problem().errors.front().code, "change_waiting");
    EXPECT_TRUE(office.changes().empty());
    EXPECT_FALSE(office.page("800121").area.valid_to);
}

OFFICE_TEST(ChangeOffice, a_split_ends_one_area_and_begins_others_with_what_lies_in_them) {
    office.recorded(split(all_four));
    EXPECT_EQ(office.page("800121").area.valid_to, (base::Date{2024, 1, 14}));
    EXPECT_EQ(office.page("800198").area.begins_on, (base::Date{2024, 1, 15}));
    const auto inside = office.page("800198").inside;
    ASSERT_EQ(inside.size(), 2u);
    EXPECT_EQ(inside[0].code, "80019801");
    EXPECT_EQ(inside[0].title, "หมู่ 1 บ้านที่ 3");
    EXPECT_EQ(inside[1].code, "80019804") << "it keeps its number, which is free";
    EXPECT_EQ(journal::list_newest(*office.database().read(), {.action = "areas.change_recorded"}).size(), 1u);
}

OFFICE_TEST(ChangeOffice, both_sides_tell_the_line_of_descent_with_its_source) {
    office.recorded(split(all_four));
    const auto before = office.page("800121").descents;
    ASSERT_EQ(before.size(), 1u);
    EXPECT_EQ(before[0].what, Descended::divided_into);
    EXPECT_EQ(before[0].areas.size(), 2u);
    const auto after = office.page("800197").descents;
    ASSERT_EQ(after.size(), 1u);
    EXPECT_EQ(after[0].what, Descended::part_of);
    EXPECT_EQ(after[0].on, (base::Date{2024, 1, 15}));
    EXPECT_EQ(after[0].source, "ราชกิจจานุเบกษา เล่มสมมุติ");
    EXPECT_EQ(office.page("80019701").descents.at(0).what, Descended::was);
}

OFFICE_TEST(ChangeOffice, an_area_that_gives_a_part_away_goes_on) {
    office.recorded(form("split", R"("800121")", R"({"code": "800197", "name": "ท่าซักเหนือ"})", R"(, "stays": "800121")"));
    EXPECT_FALSE(office.page("800121").area.valid_to);
    EXPECT_EQ(office.page("800121").descents.at(0).what, Descended::gave);
    EXPECT_EQ(office.page("800197").descents.at(0).what, Descended::part_of);
    EXPECT_EQ(office.origins("800121", 2023, Level::subdistrict), "divided");
    EXPECT_EQ(office.origins("800121", 2025, Level::subdistrict), "800121");
}

OFFICE_TEST(ChangeOffice, what_lies_in_an_area_that_goes_on_stays_unless_it_is_said_to_go) {
    const auto smaller = [](std::string_view placed) {
        return R"({"kind": "split", "holds_on": "2024-01-15", "source": "x", "areas": ["800121"], "stays": "800121",
                   "made": [{"code": "800197", "name": "ท่าซักเหนือ"}], "placed": [)" +
               std::string(placed) + "]}";
    };
    const auto preview = office.look(smaller(""));
    EXPECT_TRUE(preview.waiting.empty());
    EXPECT_EQ(preview.offered.size(), 4u);
    office.recorded(smaller(R"({"code": "80012104", "into": "800197", "number": 1})"));
    EXPECT_EQ(office.page("800121").inside.size(), 3u);
    EXPECT_EQ(office.page("800197").inside.at(0).code, "80019701");
    EXPECT_EQ(office.origins("800197", 2023), "80012104");
    EXPECT_EQ(office.origins("800121", 2023), "80012101 80012102 80012103");
}

OFFICE_TEST(ChangeOffice, today_is_carried_back_by_whole_areas_only) {
    office.recorded(split(all_four));
    EXPECT_EQ(office.origins("800197", 2023), "80012101 80012102") << "who asks about villages knows it by them";
    EXPECT_EQ(office.origins("800197", 2023, Level::subdistrict), "divided");
    EXPECT_EQ(office.origins("800197", 2024), "changed within");
    EXPECT_EQ(office.origins("800197", 2025), "800197");
    EXPECT_EQ(office.origins("8001", 2023), "8001") << "around it nothing changed";
    EXPECT_EQ(office.origins("800121", 2023), "800121");
}

OFFICE_TEST(ChangeOffice, several_become_one_and_numbers_that_are_taken_go_on_counting) {
    office.recorded(split(all_four));
    office.recorded(form("merge", R"("800197", "800198")", R"({"code": "800199", "name": "ท่าซัก"})", "", "2025-01-01"));
    std::string codes;
    const auto page = office.page("800199");
    for (const auto& step : page.inside) codes += step.code.substr(6) + " ";
    EXPECT_EQ(codes, "01 02 03 04 ");
    EXPECT_EQ(office.page("800199").descents.at(0).what, Descended::joined_of);
    EXPECT_EQ(office.page("800197").descents.at(1).what, Descended::joined_to);
    EXPECT_EQ(office.origins("800199", 2024, Level::subdistrict), "changed within");
    EXPECT_EQ(office.origins("800199", 2022), "80012101 80012102 80012103 80012104");
}

OFFICE_TEST(ChangeOffice, one_takes_another_in_and_was_both_before) {
    office.recorded(form("merge", R"("800120", "800121")", "", R"(, "stays": "800120")"));
    EXPECT_EQ(office.page("800120").descents.at(0).what, Descended::took);
    EXPECT_EQ(office.page("800121").descents.at(0).what, Descended::joined_to);
    EXPECT_EQ(office.origins("800120", 2023, Level::subdistrict), "800120 800121");
}

OFFICE_TEST(ChangeOffice, a_subdistrict_moves_to_another_district_with_its_villages) {
    office.recorded(form("move", R"("800121")", R"({"code": "800297", "name": "ท่าซัก"})"));
    EXPECT_EQ(office.page("80029703").around.at(3).code, "8002");
    EXPECT_EQ(office.page("800297").descents.at(0).what, Descended::was);
    EXPECT_EQ(office.origins("800297", 2023), "800121");
    EXPECT_EQ(office.origins("8002", 2023, Level::subdistrict).find("800297"), std::string::npos);
    EXPECT_NE(office.origins("8002", 2023, Level::subdistrict).find("800121"), std::string::npos);
    EXPECT_EQ(office.origins("80", 2023), "80");
}

OFFICE_TEST(ChangeOffice, a_name_changes_and_the_old_one_is_remembered) {
    office.recorded(form("rename", R"("800121")", R"({"code": "800121", "name": "ท่าใหม่"})"));
    EXPECT_EQ(office.page("800121").title, "ตำบลท่าใหม่");
    const auto descent = office.page("800121").descents.at(0);
    EXPECT_EQ(descent.what, Descended::renamed);
    EXPECT_EQ(descent.name, "ท่าซัก");
    EXPECT_EQ(office.undo(office.changes().at(0)).status, 200u);
    EXPECT_EQ(office.page("800121").title, "ตำบลท่าซัก");
}

OFFICE_TEST(ChangeOffice, a_subdistrict_is_raised_to_a_municipality_and_keeps_its_figures) {
    office.recorded(form("raise", R"("800121")", "", R"(, "raised": {"kind": "town", "name": "ท่าซัก", "is_whole": false})"));
    const auto descent = office.page("800121").descents.at(0);
    EXPECT_EQ(descent.what, Descended::raised);
    EXPECT_EQ(descent.municipality, Municipality::town);
    EXPECT_FALSE(descent.is_whole);
    EXPECT_EQ(office.origins("800121", 2023, Level::subdistrict), "800121");
    EXPECT_EQ(office.wrong(form("raise", R"("8001")", "", R"(, "raised": {"kind": "city", "name": "x", "is_whole": true})")),
              "/areas/0 change_only_subdistricts");
}

OFFICE_TEST(ChangeOffice, what_cannot_be_is_named) {
    EXPECT_EQ(office.wrong(form("move", R"("999999")", R"({"code": "800297", "name": "x"})")), "/areas/0 unknown_area");
    EXPECT_EQ(office.wrong(form("move", R"("800121")", R"({"code": "800120", "name": "x"})")), "/made/0/code change_code_in_use");
    EXPECT_EQ(office.wrong(form("move", R"("800121")", R"({"code": "8002", "name": "x"})")), "/made/0/code change_bad_code");
    EXPECT_EQ(office.wrong(form("move", R"("800121")", R"({"code": "809901", "name": "x"})")), "/made/0/code change_no_parent");
    EXPECT_EQ(office.wrong(form("move", R"("800121")", R"({"code": "800297", "name": "x"})", "", "2030-01-01")), "/holds_on in_the_future");
    EXPECT_EQ(office.wrong(form("merge", R"("800121")", R"({"code": "800297", "name": "x"})")), "/areas change_two_needed");
    EXPECT_EQ(office.wrong(form("merge", R"("800121", "800121")", R"({"code": "800197", "name": "x"})")), "/areas/1 change_twice");
    EXPECT_EQ(office.wrong(form("merge", R"("800121", "8001")", R"({"code": "800197", "name": "x"})")), "/areas/1 change_other_level");
    EXPECT_EQ(office.wrong(form("rename", R"("800121")", R"({"code": "800121", "name": "ท่าซัก"})")), "/made/0/name change_same_name");
    EXPECT_EQ(office.wrong(form("rename", R"("th")", R"({"code": "800121", "name": "x"})")), "/areas/0 change_not_this_level");
    EXPECT_EQ(office.wrong(split(R"({"code": "80012101", "into": "800120"})")), "/placed/0/into change_not_made");
    EXPECT_EQ(office.wrong(split(R"({"code": "800120", "into": "800197"})")), "/placed/0/code change_not_inside");
    EXPECT_EQ(
        office.wrong(split(R"({"code": "80012101", "into": "800197", "number": 5}, {"code": "80012102", "into": "800197", "number": 5})")),
        "/placed/1/number change_number_in_use");
}

OFFICE_TEST(ChangeOffice, days_keep_their_order) {
    office.recorded(split(all_four));
    EXPECT_EQ(office.wrong(form("move", R"("800121")", R"({"code": "800297", "name": "x"})")), "/areas/0 area_no_more");
    EXPECT_EQ(office.wrong(form("move", R"("800197")", R"({"code": "800297", "name": "x"})", "", "2024-01-15")),
              "/holds_on change_before_area");
    EXPECT_EQ(office.wrong(form("move", R"("800120")", R"({"code": "800197", "name": "x"})")), "/made/0/code change_code_in_use");
}

OFFICE_TEST(ChangeOffice, it_is_undone_as_a_whole_while_nothing_stands_on_it) {
    const auto before = office.guest.get("/api/areas/800121").body;
    office.recorded(split(all_four));
    values_there = 3;
    EXPECT_EQ(office.changes().at(0).kept_by, "change_has_values");
    EXPECT_EQ(office.undo(office.changes().at(0)).code(), "change_has_values");
    values_there = 0;
    office.recorded(form("rename", R"("800197")", R"({"code": "800197", "name": "เหนือ"})", "", "2025-01-01"));
    EXPECT_EQ(office.undo(office.changes().at(1)).code(), "change_has_later");
    EXPECT_EQ(office.undo(office.changes().at(0)).status, 200u);
    EXPECT_EQ(office.undo(office.changes().at(1)).status, 200u);
    EXPECT_EQ(office.guest.get("/api/areas/800121").body, before);
    EXPECT_EQ(office.guest.get("/api/areas/800197").status, 404u);
    EXPECT_EQ(office.undo(office.changes().at(1)).code(), "change_undone_already");
    office.recorded(split(all_four));
}

OFFICE_TEST(ChangeOffice, only_administrators_record) {
    EXPECT_EQ(office.editor.post("/api/areas/changes", split(all_four)).status, 403u);
    EXPECT_EQ(office.guest.get("/api/areas/changes").status, 401u);
    EXPECT_EQ(office.administrator.post("/api/areas/changes/5/undo").status, 404u);
}

// The whole tree of the program, planted twice.
EACH_ENGINE(ChangesAndEditions, a_new_edition_of_the_tree_leaves_what_the_office_recorded) {
    support::Office office(engine, {{areas::migrations(), areas::add_routes}});
    plant_tree(office.database(), {2026, 11, 21});
    const auto rename = form("rename", R"("800121")", R"({"code": "800121", "name": "ท่าใหม่"})");
    const auto divide = form("split", R"("800120")", R"({"code": "800197", "name": "เหนือ"}, {"code": "800198", "name": "ใต้"})");
    ASSERT_EQ(office.administrator.post("/api/areas/changes", rename).status, 201u);
    ASSERT_EQ(office.administrator.post("/api/areas/changes", divide).status, 201u);
    office.write([](db::Tx& tx) { tx.run("DELETE FROM areas_editions"); });
    EXPECT_EQ(plant_tree(office.database(), {2026, 11, 22}), 0);
    auto lease = office.database().read();
    EXPECT_EQ(find(*lease, "800121")->name, "ท่าใหม่");
    EXPECT_FALSE(find(*lease, "800197")->valid_to);
    EXPECT_EQ(find(*lease, "800120")->valid_to, (base::Date{2024, 1, 14}));
    EXPECT_EQ(list_successors(*lease, find(*lease, "800120")->id).size(), 2u);
}

}  // namespace areas

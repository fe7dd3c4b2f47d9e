#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "areas/area.hpp"
#include "areas/area_queries.hpp"
#include "areas/places/place_step.hpp"
#include "areas/tree/tree.hpp"
#include "base/testing.hpp"
#include "db/testing.hpp"
#include "imports/testing.hpp"
#include "journal/journal.hpp"
#include "records/records.hpp"

namespace areas {

namespace {

constexpr base::Date today{2026, 11, 21};

// Two subdistricts and what lies around them; the whole tree takes its time.
struct Country {
    explicit Country(db::Engine engine)
        : database(engine, {journal::migrations(), records::migrations(), imports::migrations(), areas::migrations()}) {
        add_subjects(subjects);
        database->write([](db::Tx& tx) {
            for (auto& area : read_tree(tree_text(), today))
                if (is_needed(area.code)) store_area(tx, AreaRow(std::move(area)));
        });
    }

    static bool is_needed(std::string_view code) {
        constexpr std::array needed{"th", "south", "80", "8001", "800121", "central", "65", "6501", "650101"};
        return std::ranges::find(needed, code) != needed.end();
    }

    base::ImportReport import(std::string_view csv) {
        const auto reply = imports::bring_in(*database, subjects, order, {"places", "villages.csv", std::string(csv)});
        last = reply.import.id;
        return reply.report;
    }
    imports::ImportReply take_back(imports::ImportId import) {
        return imports::testing::take_back(*database, subjects, order.viewer, import);
    }
    std::string name(std::string_view code) {
        const auto area = find(*database->read(), code);
        return area ? area->name : "not there";
    }

    db::testing::Fresh database;
    imports::Subjects subjects;
    imports::Order order{.viewer = {.person = {}, .administrator = true}, .entered_by = {}, .today = today};
    imports::ImportId last;
};

std::string wrong_of(const base::ImportReport& report) {
    std::string all;
    for (const auto& row : report.wrong_rows) all += std::to_string(row.line) + " " + row.column + " " + row.code + "\n";
    return all;
}

}  // namespace

EACH_ENGINE(ImportPlaces, villages_come_in_under_their_subdistrict) {
    Country country(engine);
    const auto report = country.import("village_code,moo,name_th,name_en\n80012101,1,บ้านปากพยิง,Ban Pak Phaying\n80012102,2,บ้านบางหลวง,\n");
    EXPECT_EQ(report.added, 2);
    EXPECT_EQ(report.wrong, 0) << wrong_of(report);
    EXPECT_EQ(country.name("80012101"), "บ้านปากพยิง");
    EXPECT_EQ(path(*country.database->read(), find(*country.database->read(), "80012101")->id, base::Language::th),
              "หมู่ 1 บ้านปากพยิง ต.ท่าซัก อ.เมืองนครศรีธรรมราช จ.นครศรีธรรมราช");
}

EACH_ENGINE(ImportPlaces, the_same_file_again_changes_nothing) {
    Country country(engine);
    const auto* csv = "code,name\n80012101,บ้านปากพยิง\n80012102,บ้านบางหลวง\n";
    country.import(csv);
    const auto events = journal::last_event_id(*country.database->read());
    const auto again = country.import(csv);
    EXPECT_EQ(again.unchanged, 2);
    EXPECT_EQ(again.added + again.changed, 0);
    EXPECT_EQ(journal::last_event_id(*country.database->read()), events);
}

EACH_ENGINE(ImportPlaces, a_preview_tells_all_and_writes_nothing) {
    Country country(engine);
    EXPECT_EQ(read_places(*country.database->read(), country.order, "code,name\n80012101,บ้านปากพยิง\n").report.added, 1);
    EXPECT_EQ(country.name("80012101"), "not there");
}

EACH_ENGINE(ImportPlaces, every_wrong_row_is_named_by_its_line_and_the_others_come_in) {
    Country country(engine);
    const auto report = country.import(
        "code,moo,name,latitude,longitude\n"
        "80012101,1,ดี,8.5,100.0\n"
        "80012102,3,หมู่ไม่ตรง,,\n"
        "8001210,4,รหัสสั้น,,\n"
        "99012101,1,ไม่มีตำบล,,\n"
        "80012105,5,ช่องขาด\n"
        "80012106,6,ไกลเกิน,48.8,2.3\n"
        "80012101,1,ซ้ำ,,\n");
    EXPECT_EQ(report.added, 1);
    EXPECT_EQ(report.wrong, 6);
    EXPECT_EQ(wrong_of(report),
              "3 moo not_the_codes_moo\n4 code bad_village_code\n5 code unknown_subdistrict\n6  ragged_row\n"
              "7 latitude not_in_thailand\n7 longitude not_in_thailand\n8 code twice_in_file\n");
}

EACH_ENGINE(ImportPlaces, a_municipal_community_is_known_by_its_name) {
    Country country(engine);
    const auto* csv = "รหัสตำบล,ประเภท,ชื่อ\n650101,ชุมชน,ชุมชนสระสองห้อง\n650101,ชุมชน,ชุมชนวัดจันทร์\n";
    EXPECT_EQ(country.import(csv).added, 2);
    EXPECT_EQ(country.name("c3650101102"), "ชุมชนวัดจันทร์");
    EXPECT_EQ(country.import(csv).unchanged, 2);
    EXPECT_EQ(find(*country.database->read(), "c3650101101")->level, Level::community);
}

EACH_ENGINE(ImportPlaces, a_file_in_the_old_thai_encoding_is_read) {
    Country country(engine);
    // "code,name\n80012101,บ้าน\n" in TIS-620
    const auto report = country.import("code,name\n80012101,\xBA\xE9\xD2\xB9\xBB\xD2\xA1\n");
    EXPECT_EQ(report.encoding, "TIS-620");
    EXPECT_EQ(country.name("80012101"), "บ้านปาก");
}

EACH_ENGINE(ImportPlaces, a_file_without_its_columns_says_which) {
    Country country(engine);
    const auto report = country.import("code,ที่อยู่\n80012101,x\n");
    EXPECT_EQ(report.missing_columns, std::vector<std::string>{"name"});
    EXPECT_EQ(report.unknown_columns, std::vector<std::string>{"ที่อยู่"});
    EXPECT_EQ(report.rows, 0);
}

EACH_ENGINE(ImportPlaces, what_a_file_leaves_out_is_kept) {
    Country country(engine);
    country.import("code,name,name_en,lat,lon\n80012101,บ้านปากพยิง,Ban Pak Phaying,8.5,100.0\n");
    EXPECT_EQ(country.import("code,name\n80012101,บ้านปากพยิงใหม่\n").changed, 1);
    const auto village = find(*country.database->read(), "80012101");
    EXPECT_EQ(village->name_en, "Ban Pak Phaying");
    EXPECT_EQ(village->latitude, 8.5);
}

EACH_ENGINE(ImportPlaces, a_table_is_taken_back_as_a_whole_and_what_was_changed_since_or_is_written_about_stays) {
    Country country(engine);
    country.import("code,name\n80012101,บ้านเดิม\n");
    country.import("code,name\n80012101,บ้านชื่อใหม่\n80012102,บ้านใหม่\n80012103,บ้านที่แก้แล้ว\n80012104,บ้านที่มีเรื่องเล่า\n");
    const auto import = country.last;
    country.import("code,name\n80012103,บ้านที่แก้อีก\n");
    country.database->write([](db::Tx& tx) {
        records::NewRecord flood{.kind = "entry", .address = "/areas/80012104"};
        flood.description = {.title = "ปีที่น้ำท่วม", .area_id = find(tx, "80012104")->id};
        records::insert(tx, {}, flood);
    });
    const auto taken = country.take_back(import);
    EXPECT_EQ(country.name("80012101"), "บ้านเดิม");
    EXPECT_EQ(country.name("80012102"), "not there");
    EXPECT_EQ(taken.import.undone, 2);
    std::string kept;
    for (const auto& record : taken.kept_records) kept += record.address + " " + record.code + "\n";
    EXPECT_EQ(kept, "/areas/80012104 stood_on_since\n/areas/80012103 changed_since\n");
}

struct AllVillages : base::testing::Beside {
    AllVillages() : Beside({"data/th/village/villages.csv"}) {}
};

TEST_F(AllVillages, of_the_country_come_in_within_ten_seconds) {
    const auto csv = file();
    for (const auto engine : db::testing::engines()) {
        Country country(engine);
        plant_tree(*country.database, today);
        const auto start = std::chrono::steady_clock::now();
        const auto report = country.import(csv);
        [[maybe_unused]] const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        // Five lie in 840905, a subdistrict that is no more.
        EXPECT_EQ(report.added, 75'269);
        EXPECT_EQ(report.wrong, 5) << wrong_of(report);
        EXPECT_EQ(country.import(csv).unchanged, 75'269);
#ifdef NDEBUG
        EXPECT_LE(took.count(), 10.0);
#endif
    }
}

}  // namespace areas

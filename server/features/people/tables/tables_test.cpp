#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>
#include <filesystem>

#include "areas/areas.hpp"
#include "decode/office/testing.hpp"
#include "files/files.hpp"
#include "http/page.hpp"
#include "http/uri.hpp"
#include "imports/testing.hpp"
#include "journal/journal.hpp"
#include "people/replies.hpp"
#include "people/tables/export.hpp"
#include "people/tables/tables.hpp"
#include "support/office.hpp"

namespace {

using base::ImportReport;

struct TablesOffice : support::Office {
    explicit TablesOffice(db::Engine engine)
        : Office(engine, {{people::migrations(), people::add_routes, people::add_person, people::add_organisation},
                          {areas::migrations(), areas::add_routes},
                          {imports::migrations(), imports::add_routes}}),
          folder(std::filesystem::path(::testing::TempDir()) / ("lomwong_partners_" + std::to_string(getpid()))),
          library{database(),
                  files::Store(folder / "files"),
                  files::Partials(folder / "uploads"),
                  decode::Cage(decode::program_beside_this_one(), folder / "scratch"),
                  {}} {
        equipment.add(library);
        people::add_subjects(subjects);
        equipment.add(subjects);
    }
    ~TablesOffice() override { std::filesystem::remove_all(folder); }

    imports::Order order() const { return {.viewer = {.person = steward.person}, .entered_by = organisation, .today = {2026, 11, 21}}; }
    ImportReport import(std::string_view subject, std::string_view csv) {
        const auto reply = imports::bring_in(database(), subjects, order(), {subject, "ตาราง.csv", std::string(csv)});
        last = reply.import.id;
        return reply.report;
    }
    ImportReport organisations(std::string_view csv) { return import("organisations", csv); }
    ImportReport people_of(std::string_view csv) { return import("people", csv); }
    imports::ImportReply take_back(imports::ImportId id) {
        return imports::testing::take_back(database(), subjects, {.person = steward.person}, id);
    }
    support::Reply send(const std::string& file, const std::string& query = "") {
        http::Request request;
        request.method = http::Method::post;
        request.target = "/api/organisations/import?entered_by=" + std::to_string(organisation.value) + query;
        http::Upload upload;
        upload.file_name = "ภาคี.xlsx";
        upload.size = file.size();
        upload.content = http::Descriptor(memfd_create("upload", MFD_CLOEXEC));
        EXPECT_EQ(::write(upload.content.number(), file.data(), file.size()), static_cast<ssize_t>(file.size()));
        request.uploads.push_back(std::move(upload));
        return contributor.send(std::move(request));
    }
    // As a person does it: looked at, started, done by the jobs.
    ImportReport bring_in(const std::string& file) {
        const auto sent = send(file).as<imports::ImportReply>();
        const auto address = "/api/imports/" + std::to_string(sent.import.id.value);
        EXPECT_EQ(contributor.post(address + "/start").status, 202U);
        do_import_jobs();
        const auto done = contributor.get(address).as<imports::ImportReply>();
        EXPECT_EQ(done.import.state, imports::State::written);
        EXPECT_EQ(done.report.sheets, sent.report.sheets);
        return done.report;
    }
    void do_import_jobs() {
        jobs::Handlers handlers;
        imports::add_jobs(handlers, database(), subjects);
        do_jobs(std::move(handlers));
    }
    std::int64_t events() { return database().read()->one<std::int64_t>("SELECT count(*) FROM journal_events"); }

    std::filesystem::path folder;
    files::Library library;
    imports::Subjects subjects;
    imports::ImportId last;
};

constexpr std::string_view partners =
    "ชื่อองค์กร,ประเภท,สังกัด,ชื่อย่อ,เป็นภาคีตั้งแต่\r\n"
    "คณะเภสัชศาสตร์,,มหาวิทยาลัยทดลอง,,\r\n"
    "มหาวิทยาลัยทดลอง,มหาวิทยาลัย,,ม.ทดลอง,26 เม.ย. 2556\r\n"
    "วัดตัวอย่าง,,,,\r\n";

}  // namespace

OFFICE_TEST(TablesOffice, partners_come_in_with_their_units_and_the_same_table_again_changes_nothing) {
    const auto first = office.organisations(partners);
    EXPECT_EQ(first.encoding, "UTF-8");
    EXPECT_EQ(first.added, 3);
    EXPECT_EQ(first.wrong, 0);
    const auto events = office.events();
    const auto second = office.organisations(partners);
    EXPECT_EQ(second.unchanged, 3);
    EXPECT_EQ(second.added + second.changed, 0);
    EXPECT_EQ(office.events(), events);

    const auto cards = office.guest.get("/api/organisations?type=faculty").as<http::List<people::OrganisationCard>>();
    ASSERT_EQ(cards.items.size(), 1U);
    EXPECT_EQ(cards.items[0].parent_title, "มหาวิทยาลัยทดลอง");
    EXPECT_EQ(cards.items[0].sector, base::Sector::academic);
}

OFFICE_TEST(TablesOffice, a_preview_tells_the_same_and_writes_nothing) {
    const auto events = office.events();
    EXPECT_EQ(people::read_organisations(*office.database().read(), office.order(), partners).report.added, 3);
    EXPECT_EQ(office.events(), events);
}

OFFICE_TEST(TablesOffice, every_mistake_is_named_by_line_and_column_and_good_rows_come_in) {
    const auto report = office.organisations(
        "name,type,email,since,parent\n"
        "ดี,temple,,,\n"
        ",temple,,,\n"
        "ผิดหลายที่,ยานอวกาศ,ไม่ใช่อีเมล,วันวาน,ไม่มีที่ไหน\n"
        "ขาดเซลล์,temple\n"
        "ดี,temple,,,\n");
    EXPECT_EQ(report.rows, 5);
    EXPECT_EQ(report.added, 1);
    EXPECT_EQ(report.wrong, 4);
    std::vector<std::string> told;
    told.reserve(report.wrong_rows.size());
    for (const auto& wrong : report.wrong_rows) told.push_back(std::to_string(wrong.line) + " " + wrong.column + " " + wrong.code);
    EXPECT_EQ(told, (std::vector<std::string>{"3 name required", "4 type unknown_type", "4 email bad_email", "4 since bad_date",
                                              "5  ragged_row", "6 name twice_in_file"}));
}

OFFICE_TEST(TablesOffice, a_long_table_comes_in_whole_with_one_event_beside_those_of_its_rows) {
    std::string csv = "name\n";
    for (int at = 1; at <= 501; ++at) csv += "วัดที่ " + std::to_string(at) + "\n";
    const auto events = office.events();
    EXPECT_EQ(office.organisations(csv).added, 501);
    EXPECT_EQ(office.events(), events + 502);
}

OFFICE_TEST(TablesOffice, a_unit_is_of_its_bodys_sector_whether_that_stands_or_comes_with_the_table) {
    office.organisations("name,type\nเทศบาลตำบลทดลอง,\n");
    const auto report = office.organisations(
        "name,sector,parent\n"
        "กองช่าง,,เทศบาลตำบลทดลอง\n"
        "งานโยธา,,กองช่าง\n"
        "ศูนย์ฝึกอบรม,academic,กองช่าง\n"
        "คนรักคลอง,,\n");
    EXPECT_EQ(report.added, 4);
    const auto sector = [&](std::string_view name) {
        const auto found = office.guest.get("/api/organisations?text=" + http::encode_component(name));
        return found.as<http::List<people::OrganisationCard>>().items.at(0).sector;
    };
    EXPECT_EQ(sector("กองช่าง"), base::Sector::local_government);
    EXPECT_EQ(sector("งานโยธา"), base::Sector::local_government);
    EXPECT_EQ(sector("ศูนย์ฝึกอบรม"), base::Sector::academic);
    EXPECT_EQ(sector("คนรักคลอง"), base::Sector::people);
}

OFFICE_TEST(TablesOffice, a_table_in_an_old_thai_encoding_is_read) {
    // "ชื่อ\nวัด" in TIS-620
    const auto report = office.organisations("\xAA\xD7\xE8\xCD\n\xC7\xD1\xB4\xE3\xCB\xC1\xE8\n");
    EXPECT_EQ(report.encoding, "TIS-620");
    EXPECT_EQ(report.added, 1);
    EXPECT_EQ(office.guest.get("/api/organisations?type=temple").as<http::List<people::OrganisationCard>>().items.at(0).title, "วัดใหม่");
}

OFFICE_TEST(TablesOffice, a_spreadsheet_is_read_as_any_table_and_its_rows_are_named_by_their_numbers) {
    const auto text = [](const std::string& words) { return "<c t='inlineStr'><is><t>" + words + "</t></is></c>"; };
    const auto file = decode::testing::xlsx("<row r='2'>" + text("ชื่อองค์กร") + text("ประเภท") + text("เป็นภาคีตั้งแต่") + "</row><row r='4'>" +
                                            text("วัดหนึ่ง") + text("วัด") + "<c s='1'><v>41390</v></c></row><row r='5'>" + text("ยาน") +
                                            text("ยานอวกาศ") + "<c/></row><row r='6'>" + text("วัดสอง") + "<c><f>B4</f></c></row>");
    const auto preview = office.send(file).as<imports::ImportReply>().report;
    EXPECT_EQ(preview.sheets, (std::vector<std::string>{"ภาคี", "อื่น"}));
    EXPECT_EQ(preview.added, 1);
    ASSERT_EQ(preview.wrong_rows.size(), 2U);
    EXPECT_EQ(preview.wrong_rows[0].line, 5);
    EXPECT_EQ(preview.wrong_rows[1].code, "cell_without_value");
    EXPECT_EQ(office.bring_in(file).added, 1);
    EXPECT_EQ(office.bring_in(file).unchanged, 1);
    EXPECT_EQ(office.database().read()->one<std::string>("SELECT since_on FROM people_organisations WHERE type = 'temple'"), "2013-04-26");
    EXPECT_EQ(office.send(file, "&sheet=x").problem().errors.at(0).code, "file_no_such_sheet");
    EXPECT_EQ(office.send(file.substr(0, 900)).status, 422U);
}

OFFICE_TEST(TablesOffice, a_term_may_be_told_by_its_years_or_months_alone) {
    office.organisations("name,since\nวัดหนึ่ง,2556\n");
    const auto reply = office.people_of("ชื่อ,นามสกุล,องค์กร,ตั้งแต่,ถึง\nสมมติ,ใจดี,วัดหนึ่ง,2553,ก.ย. พ.ศ. ๒๕๖๐\n");
    EXPECT_EQ(reply.added, 1) << (reply.wrong_rows.empty() ? "" : reply.wrong_rows[0].column + " " + reply.wrong_rows[0].code);
    const auto terms = office.database().read()->all<std::string>("SELECT began_on || ' ' || ended_on FROM people_v_memberships");
    EXPECT_EQ(terms, (std::vector<std::string>{"2010-01-01 2017-09-30"}));
}

OFFICE_TEST(TablesOffice, a_table_without_a_name_column_says_so_and_reads_nothing) {
    const auto report = office.organisations("อะไร,ก็ไม่รู้\n1,2\n");
    EXPECT_EQ(report.missing_columns, (std::vector<std::string>{"name"}));
    EXPECT_EQ(report.rows, 0);
}

OFFICE_TEST(TablesOffice, what_a_row_leaves_out_stays_as_it_stands) {
    office.organisations("name,phone,type\nวัดหนึ่ง,055123456,วัด\n");
    const auto report = office.organisations("name,contact\nวัดหนึ่ง,พระครูตัวอย่าง\n");
    EXPECT_EQ(report.changed, 1);
    const auto id = office.guest.get("/api/organisations?type=temple").as<http::List<people::OrganisationCard>>().items.at(0);
    const auto shown = office.guest.get("/api" + id.address).as<people::OrganisationReply>();
    EXPECT_EQ(shown.organisation.phone, "055123456");
    EXPECT_EQ(shown.organisation.contact, "พระครูตัวอย่าง");
}

OFFICE_TEST(TablesOffice, what_others_look_after_is_not_changed_by_a_table) {
    const imports::Order others{
        .viewer = {.person = office.stranger.person}, .entered_by = office.other_organisation, .today = {2026, 11, 21}};
    imports::bring_in(office.database(), office.subjects, others, {"organisations", "วัด.csv", "name,type\nวัดของเขา,วัด\n"});
    const auto report = office.organisations("name,phone\nวัดของเขา,055\n");
    EXPECT_EQ(report.changed, 0);
    EXPECT_EQ(report.wrong_rows.at(0).code, "not_yours");
}

OFFICE_TEST(TablesOffice, what_is_exported_can_be_imported_again_and_changes_nothing) {
    office.organisations(partners);
    const auto table = office.guest.get("/api/organisations.csv");
    EXPECT_EQ(table.status, 200U);
    const auto report = office.organisations(table.body);
    EXPECT_EQ(report.wrong, 0);
    EXPECT_EQ(report.added + report.changed, 0);
    EXPECT_GE(report.unchanged, 3);
}

OFFICE_TEST(TablesOffice, a_workbook_that_is_exported_can_be_imported_again_and_changes_nothing) {
    office.organisations(partners);
    const auto workbook = office.guest.get("/api/organisations.xlsx");
    EXPECT_EQ(workbook.status, 200U);
    const auto report = office.bring_in(workbook.body);
    EXPECT_EQ(report.wrong, 0);
    EXPECT_EQ(report.added + report.changed, 0);
    EXPECT_GE(report.unchanged, 3);
}

OFFICE_TEST(TablesOffice, a_table_that_goes_out_a_few_rows_at_a_time_has_every_row_once_and_in_order) {
    std::string csv = "name\n";
    for (int at = 10; at <= 30; ++at) csv += "วัดที่ " + std::to_string(at) + "\n";
    office.organisations(csv);
    const auto at_once = [&](int rows) {
        const auto reply = people::table_of(office.database(), sheet::Format::csv, "t", people::organisation_rows({}, rows));
        std::string whole;
        const auto& pieces = std::get<http::Pieces>(reply.body);
        for (auto piece = pieces.next(); !piece.empty(); piece = pieces.next()) whole += piece;
        return whole;
    };
    const auto whole = office.guest.get("/api/organisations.csv").body;
    EXPECT_NE(whole.find("วัดที่ 10"), std::string::npos);
    EXPECT_EQ(at_once(1), whole);
    EXPECT_EQ(at_once(7), whole);
}

OFFICE_TEST(TablesOffice, people_come_in_with_what_they_are_and_the_same_table_again_changes_nothing) {
    constexpr std::string_view csv =
        "ชื่อ-สกุล,ชื่อเรียก,ตำแหน่ง,บทบาท,ตั้งแต่\n"
        "นายสมชาย ใจดี,ลุงชาย,นายกเทศมนตรี,head,1 ต.ค. 2564\n"
        "นางสาวมาลี ศรีสุข,,ปลัดเทศบาล,,\n"
        "นายสมชาย ใจดี,,ประธานชมรม,กรรมการ,\n";
    const auto first = office.people_of(csv);
    EXPECT_EQ(first.wrong, 0) << (first.wrong_rows.empty() ? "" : first.wrong_rows[0].code);
    EXPECT_EQ(first.added, 2);
    EXPECT_EQ(first.changed, 1);
    const auto found =
        office.member.get("/api/people?text=%E0%B8%A5%E0%B8%B8%E0%B8%87%E0%B8%8A%E0%B8%B2%E0%B8%A2").as<http::List<people::PersonCard>>();
    ASSERT_EQ(found.items.size(), 1U);
    const auto person = office.member.get("/api" + found.items[0].address).as<people::PersonReply>();
    EXPECT_EQ(person.formal_name, "นายสมชาย ใจดี");
    EXPECT_EQ(person.places.size(), 2U);

    const auto events = office.events();
    const auto second = office.people_of(csv);
    EXPECT_EQ(second.unchanged, 3);
    EXPECT_EQ(office.events(), events);
}

OFFICE_TEST(TablesOffice, a_whole_table_is_taken_back_in_one_step_and_what_was_changed_since_stays) {
    office.organisations("name,phone,type\nวัดเดิม,055,วัด\n");
    office.organisations("name,phone,parent\nวัดเดิม,056,\nวัดใหม่,,\nกองของวัด,,วัดใหม่\nวัดที่แก้แล้ว,,\n");
    const auto import = office.last;
    office.organisations("name,phone\nวัดที่แก้แล้ว,057\n");
    const auto taken = office.take_back(import);
    EXPECT_EQ(taken.import.undone, 3);
    ASSERT_EQ(taken.kept_records.size(), 1U);
    EXPECT_EQ(taken.kept_records[0].title, "วัดที่แก้แล้ว");
    EXPECT_EQ(taken.kept_records[0].code, "changed_since");

    const auto names = office.database().read()->all<std::string>(
        "SELECT r.title || ' ' || o.phone FROM people_organisations o JOIN records_v_records r ON r.id = o.id"
        " WHERE r.state = 'published' AND r.title LIKE 'วัด%' ORDER BY r.title");
    EXPECT_EQ(names, (std::vector<std::string>{"วัดที่แก้แล้ว 057", "วัดเดิม 055"}));
    EXPECT_EQ(office.organisations("name\nวัดใหม่\n").added, 1);
}

OFFICE_TEST(TablesOffice, people_and_their_posts_are_taken_back_and_somebody_who_is_needed_by_now_stays) {
    office.people_of("ชื่อ-สกุล,ตำแหน่ง,ถึง\nนายสมชาย ใจดี,ประธาน,\n");
    office.people_of("ชื่อ-สกุล,ตำแหน่ง,ถึง\nนายสมชาย ใจดี,ประธาน,2560\nนางสาวมาลี ศรีสุข,เลขา,\nนายทองดี มีสุข,,\n");
    const auto import = office.last;
    office.people_of("ชื่อ-สกุล,ตำแหน่ง\nนายทองดี มีสุข,เหรัญญิก\n");
    const auto taken = office.take_back(import);
    EXPECT_EQ(taken.import.undone, 2);
    ASSERT_EQ(taken.kept_records.size(), 1U);
    EXPECT_EQ(taken.kept_records[0].title, "ทองดี มีสุข");
    const auto posts = office.database().read()->all<std::string>(
        "SELECT r.title || ' ' || m.position || ' ' || coalesce(m.ended_on, '') FROM people_memberships m JOIN records_v_records r"
        " ON r.id = m.person_id WHERE r.state = 'published' AND r.title LIKE 'สมชาย%'");
    EXPECT_EQ(posts, (std::vector<std::string>{"สมชาย ใจดี ประธาน "}));
}

OFFICE_TEST(TablesOffice, a_row_whose_record_was_changed_since_it_was_read_is_left_out_and_named) {
    office.organisations("name,phone\nวัดหนึ่ง,055\n");
    const auto order = office.order();
    const auto reading = people::read_organisations(*office.database().read(), order, "name,phone\nวัดหนึ่ง,056\n");
    office.organisations("name,contact\nวัดหนึ่ง,พระครูตัวอย่าง\n");
    const auto written = office.write(
        [&](db::Tx& tx) { return people::write_organisation(tx, order, reading.steps.at(0).plan, [](std::int64_t) { return 0; }); });
    EXPECT_EQ(written.wrong.code, "changed_meanwhile");
    EXPECT_EQ(written.wrong.value, "วัดหนึ่ง");
}

OFFICE_TEST(TablesOffice, a_code_names_one_organisation_and_is_free_again_when_that_is_deleted) {
    office.organisations("name,code\nวัดหนึ่ง,ก1\n");
    office.take_back(office.last);
    const auto report = office.organisations("name,code\nวัดสอง,ก1\nวัดสาม,ก1\n");
    EXPECT_EQ(report.added, 1);
    ASSERT_EQ(report.wrong_rows.size(), 1U);
    EXPECT_EQ(report.wrong_rows[0].code, "twice_in_file");
    const auto card = office.guest.get("/api/organisations?text=" + http::encode_component("วัดสอง"));
    const auto id = card.as<http::List<people::OrganisationCard>>().items.at(0).id;
    office.write([&](db::Tx& tx) { records::set_audience(tx, id, {records::Visibility::private_, {}, {}}); });
    const imports::Order others{
        .viewer = {.person = office.stranger.person}, .entered_by = office.other_organisation, .today = {2026, 11, 21}};
    const auto unseen = people::read_organisations(*office.database().read(), others, "name,code\nวัดสี่,ก1\n").report;
    ASSERT_EQ(unseen.wrong_rows.size(), 1U);
    EXPECT_EQ(unseen.wrong_rows[0].code, "taken");
}

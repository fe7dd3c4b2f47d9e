#include "knowledge/knowledge.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <filesystem>

#include "areas/areas.hpp"
#include "base/json/json.hpp"
#include "decode/office/testing.hpp"
#include "files/files.hpp"
#include "jobs/jobs.hpp"
#include "knowledge/import/import.hpp"
#include "knowledge/item/shown_item.hpp"
#include "records/history.hpp"
#include "site/site.hpp"
#include "support/office.hpp"
#include "trace/trace.hpp"

namespace {

using knowledge::Content;
using knowledge::ShownItem;
using support::Client;

struct KnowledgeOffice : support::Office {
    explicit KnowledgeOffice(db::Engine engine)
        : Office(engine, {{files::migrations(), files::add_routes},
                          {areas::migrations()},
                          {site::migrations()},
                          {trace::migrations(), trace::add_routes},
                          {knowledge::migrations(), knowledge::add_routes}}),
          folder(std::filesystem::path(::testing::TempDir()) / ("lomwong_knowledge_" + std::to_string(getpid()))),
          library{database(),
                  files::Store(folder / "files"),
                  files::Partials(folder / "uploads"),
                  decode::Cage(decode::program_beside_this_one(), folder / "scratch"),
                  {}} {
        equipment.add(library);
    }
    ~KnowledgeOffice() override { std::filesystem::remove_all(folder); }

    static std::string content(const std::string& title, const std::string& more = "") {
        return R"({"kind":"note","title":")" + title + R"(","body":"เนื้อความของ)" + title + "\"" + more + "}";
    }
    std::string form(const std::string& content, const std::string& more = "") const {
        return R"({"content":)" + content + R"(,"owner":)" + std::to_string(organisation.value) +
               R"(,"audience":{"visibility":"public","partners":[],"persons":[]})" + more + "}";
    }
    ShownItem made(const std::string& content, const std::string& more = "") {
        const auto reply = contributor.post("/api/knowledge", form(content, more));
        EXPECT_EQ(reply.status, 201u) << reply.body;
        return reply.as<ShownItem>();
    }
    ShownItem published(const std::string& content, const std::string& more = "") {
        const auto item = made(content, more);
        const auto reply = send_publish(item);
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return get(item);
    }
    support::Reply send_publish(const ShownItem& item) {
        return editor.post("/api/records/" + std::to_string(item.record.id.value) + "/publish");
    }
    ShownItem get(const ShownItem& item) { return steward.get("/api" + item.record.address).as<ShownItem>(); }
    std::string series(const std::string& title) {
        const auto reply =
            contributor.post("/api/series", R"({"title":")" + title + R"(","owner":)" + std::to_string(organisation.value) + "}");
        EXPECT_EQ(reply.status, 201u) << reply.body;
        const auto at = reply.body.find("\"number\":") + 9;
        return reply.body.substr(at, reply.body.find(',', at) - at);
    }
    static std::string place(const std::string& series, int part, bool continued) {
        return R"(,"series":{"number":)" + series + R"(,"part":)" + std::to_string(part) + R"(,"continued":)" +
               (continued ? "true" : "false") + "}";
    }
    void read(Client& client, const ShownItem& item, const std::string& agent = phone, const std::string& peer = "10.0.0.1") {
        visit(client, item, "/reads", agent, peer);
    }
    void share(Client& client, const ShownItem& item, const std::string& agent = phone) {
        visit(client, item, "/shares", agent, "10.0.0.1");
    }
    void visit(Client& client, const ShownItem& item, const std::string& act, const std::string& agent, const std::string& peer) {
        http::Request request;
        request.method = http::Method::post;
        request.target = "/api" + item.record.address + act;
        request.headers.set("User-Agent", agent);
        request.peer = peer;
        EXPECT_EQ(client.send(std::move(request)).status, 204u);
    }
    support::Reply drag_in(Client& client, const std::string& content, const std::string& name = "page.txt") {
        http::Request request;
        request.method = http::Method::post;
        request.target = "/api/knowledge/readings";
        http::Upload upload;
        upload.file_name = name;
        upload.size = content.size();
        upload.content = http::Descriptor(memfd_create("upload", MFD_CLOEXEC));
        EXPECT_EQ(::write(upload.content.number(), content.data(), content.size()), static_cast<ssize_t>(content.size()));
        request.uploads.push_back(std::move(upload));
        return client.send(std::move(request));
    }

    static constexpr auto phone = "Mozilla/5.0 (Android 14) Firefox/130";
    std::filesystem::path folder;
    files::Library library;
};

OFFICE_TEST(KnowledgeOffice, an_item_has_a_permanent_number_and_only_its_own_see_the_draft) {
    const auto item = office.made(office.content("น้ำ"));
    EXPECT_EQ(item.record.address, "/knowledge/1");
    EXPECT_EQ(item.record.state, records::State::draft);
    EXPECT_EQ(office.guest.get("/api/knowledge/1").status, 404u);
    EXPECT_EQ(office.stranger.get("/api/knowledge/1").status, 404u);
    EXPECT_EQ(office.contributor.get("/api/knowledge/1").status, 200u);
    EXPECT_EQ(office.stranger.post("/api/knowledge", office.form(office.content("ไฟ"))).status, 403u);
}

OFFICE_TEST(KnowledgeOffice, an_editor_publishes_and_a_guest_reads_page_and_list) {
    const auto item = office.published(office.content("น้ำ", R"(,"tags":["สวนยาง"])"));
    EXPECT_EQ(office.guest.get("/api/knowledge/1").as<ShownItem>().tags, std::vector<std::string>{"สวนยาง"});
    const auto page = office.guest.get("/knowledge/1");
    EXPECT_EQ(page.status, 200u);
    EXPECT_NE(page.body.find("<h1>น้ำ</h1>"), std::string::npos);
    EXPECT_NE(page.body.find("<p>เนื้อความของน้ำ</p>"), std::string::npos);
    EXPECT_NE(office.guest.get("/api/knowledge?tag=%E0%B8%AA%E0%B8%A7%E0%B8%99%E0%B8%A2%E0%B8%B2%E0%B8%87").body.find("\"title\":\"น้ำ\""),
              std::string::npos);
    EXPECT_EQ(office.guest.get("/api/knowledge?kind=case").body.find("น้ำ"), std::string::npos);
    EXPECT_NE(office.guest.get("/api/knowledge/tags").body.find("สวนยาง"), std::string::npos);
}

OFFICE_TEST(KnowledgeOffice, of_two_who_edit_the_second_is_told_and_every_edit_is_kept_and_comparable) {
    const auto item = office.made(office.content("น้ำ"));
    EXPECT_EQ(office.contributor.put("/api/knowledge/1", office.content("น้ำฝน"), item.record.version).status, 200u);
    const auto late = office.editor.put("/api/knowledge/1", office.content("น้ำท่วม"), item.record.version);
    EXPECT_EQ(late.status, 412u);
    EXPECT_EQ(late.code(), "edited_elsewhere");
    EXPECT_EQ(office.get(item).record.title, "น้ำฝน");
    EXPECT_EQ(office.contributor.put("/api/knowledge/1", office.content("ไม่บอกรุ่น")).status, 428u);
    const auto id = std::to_string(item.record.id.value);
    const auto difference = office.editor.get("/api/records/" + id + "/history/compare?from=1&to=2").as<std::vector<records::Difference>>();
    ASSERT_FALSE(difference.empty());
    EXPECT_EQ(difference.back().pointer, "/title");
    EXPECT_EQ(difference.back().before, "น้ำ");
    EXPECT_EQ(difference.back().after, "น้ำฝน");
}

OFFICE_TEST(KnowledgeOffice, an_older_text_comes_back_as_a_new_version_and_nothing_since_is_lost) {
    const auto item = office.made(office.content("น้ำ"));
    office.contributor.put("/api/knowledge/1", office.content("น้ำฝน"), 1);
    EXPECT_EQ(office.contributor.put("/api/knowledge/1/version", R"({"version":1})", 1).code(), "edited_elsewhere");
    const auto back = office.contributor.put("/api/knowledge/1/version", R"({"version":1})", 2).as<ShownItem>();
    EXPECT_EQ(back.record.title, "น้ำ");
    EXPECT_EQ(back.record.version, 3);
    EXPECT_EQ(
        office.editor.get("/api/records/" + std::to_string(item.record.id.value) + "/history").as<std::vector<records::Step>>().size(), 3u);
    const auto unknown = office.contributor.put("/api/knowledge/1/version", R"({"version":9})", 3);
    EXPECT_EQ(unknown.status, 422u);
    EXPECT_NE(unknown.body.find("version_not_kept"), std::string::npos);
    EXPECT_NE(unknown.body.find("รุ่นนี้ไม่ได้เก็บข้อความไว้"), std::string::npos);
}

OFFICE_TEST(KnowledgeOffice, a_summary_that_nobody_wrote_moves_with_the_text) {
    const auto item = office.made(office.content("น้ำ"));
    EXPECT_EQ(item.own_summary, "");
    EXPECT_EQ(item.record.summary, "เนื้อความของน้ำ");
    const auto changed =
        office.contributor.put("/api/knowledge/1", office.content("ฝน", R"(,"summary":"สั้น ๆ")"), item.record.version).as<ShownItem>();
    EXPECT_EQ(changed.own_summary, "สั้น ๆ");
    EXPECT_EQ(changed.record.summary, "สั้น ๆ");
}

OFFICE_TEST(KnowledgeOffice, a_lesson_and_a_case_stand_under_their_headings) {
    const auto lesson =
        office.published(R"({"kind":"lesson","title":"ฝายดิน","body":"","sections":[{"heading":"why","body":"เพราะ**น้ำ**"}]})");
    ASSERT_EQ(lesson.sections.size(), 1u);
    const auto page = office.guest.get(lesson.record.address);
    EXPECT_NE(page.body.find("<h2>เพราะอะไร</h2>"), std::string::npos);
    EXPECT_NE(page.body.find("<strong>น้ำ</strong>"), std::string::npos);
}

OFFICE_TEST(KnowledgeOffice, parts_of_a_series_know_their_neighbours_and_the_forums_number_is_another) {
    const auto series = office.series("สวนยาง");
    office.published(office.content("ตอนแรก", office.place(series, 4, true) + R"(,"forum":9)"));
    const auto second = office.published(office.content("ตอนสอง", office.place(series, 5, true)));
    const auto draft = office.made(office.content("ตอนสาม", office.place(series, 6, false)));
    const auto seen = office.guest.get("/api" + second.record.address).as<ShownItem>();
    ASSERT_TRUE(seen.series && seen.series->previous);
    EXPECT_EQ(seen.series->previous->part, 4);
    EXPECT_FALSE(seen.series->next) << "a draft is no neighbour for a guest";
    EXPECT_TRUE(seen.series->continued);
    EXPECT_EQ(office.guest.get("/api/knowledge/1").as<ShownItem>().forum, 9);
    EXPECT_EQ(office.guest.get("/series/" + series).status, 200u);
    const auto nowhere = office.contributor.post("/api/knowledge", office.form(office.content("ตอนสี่", office.place("77", 1, false))));
    EXPECT_EQ(nowhere.status, 422u);
    EXPECT_EQ(nowhere.problem().errors.at(0).pointer, "/series/number");
}

OFFICE_TEST(KnowledgeOffice, a_question_is_answered_by_an_item_and_stays_linked) {
    const auto question = office.published(R"({"kind":"question","title":"ใครมีคู่มือฝาย","body":"ขอคู่มือครับ"})");
    const auto from = R"(,"from":{"record":)" + std::to_string(question.record.id.value) + R"(,"flow":"answered_by"})";
    const auto answer = office.published(
        R"({"kind":"document","title":"คู่มือฝาย","body":"","document":{"author_body":"อบต.","edition":"1","isbn":"","year":2020}})", from);
    const auto seen = office.guest.get("/api" + question.record.address).as<ShownItem>();
    ASSERT_EQ(seen.answers.size(), 1u);
    EXPECT_EQ(seen.answers[0].address, answer.record.address);
    ASSERT_EQ(answer.answers_to.size(), 1u);
    EXPECT_EQ(answer.answers_to[0].address, question.record.address);
    EXPECT_NE(office.guest.get(answer.record.address).body.find(question.record.address), std::string::npos) << "also before scripts";
    EXPECT_EQ(answer.document->year->value, 2020);
    EXPECT_EQ(office.contributor.post("/api/knowledge", office.form(office.content("ก"), R"(,"from":{"record":5,"flow":"became"})")).status,
              422u);
}

OFFICE_TEST(KnowledgeOffice, an_organisation_that_has_chosen_no_licence_has_the_installation_s) {
    EXPECT_EQ(office.made(office.content("น้ำ")).licence, knowledge::Licence::cc_by_nc_sa);
    EXPECT_EQ(office.steward.put("/api/site/licence", std::string(R"({"licence":"cc0"})"), 1).status, 403u);
    EXPECT_EQ(office.administrator.put("/api/site/licence", std::string(R"({"licence":"free"})"), 1).problem().errors.at(0).pointer,
              "/licence");
    EXPECT_EQ(office.administrator.put("/api/site/licence", std::string(R"({"licence":"cc0"})"), 1).version, 2);
    EXPECT_EQ(office.made(office.content("ไฟ")).licence, knowledge::Licence::cc0);
    office.steward.put("/api/knowledge/licences/" + std::to_string(office.organisation.value), std::string(R"({"licence":"cc_by"})"));
    EXPECT_EQ(office.made(office.content("ดิน")).licence, knowledge::Licence::cc_by);
}

OFFICE_TEST(KnowledgeOffice, the_organisation_chooses_the_licence_and_the_writer_may_choose_another) {
    const auto path = "/api/knowledge/licences/" + std::to_string(office.organisation.value);
    EXPECT_EQ(office.contributor.put(path, std::string(R"({"licence":"cc_by"})")).status, 403u);
    EXPECT_EQ(office.steward.put(path, std::string(R"({"licence":"cc_by"})")).status, 200u);
    EXPECT_EQ(office.made(office.content("น้ำ")).licence, knowledge::Licence::cc_by);
    const auto own = office.made(office.content("ไฟ", R"(,"licence":"all_rights_reserved")"));
    EXPECT_EQ(own.licence, knowledge::Licence::all_rights_reserved);
    EXPECT_NE(own.reuse.find("สงวนลิขสิทธิ์"), std::string::npos);
}

OFFICE_TEST(KnowledgeOffice, reads_are_counted_once_a_reader_and_day_without_machines_and_makers) {
    const auto item = office.published(office.content("น้ำ"));
    office.read(office.guest, item);
    office.read(office.guest, item);
    office.read(office.guest, item, "Mozilla/5.0 (compatible; Googlebot/2.1)");
    office.read(office.guest, item, "");
    office.read(office.contributor, item);
    office.read(office.editor, item);
    EXPECT_EQ(office.get(item).reads, 1);
    office.read(office.stranger, item);
    office.read(office.guest, item, office.phone, "10.0.0.2");
    EXPECT_EQ(office.get(item).reads, 3);
    office.clock.advance_days(1);
    office.read(office.guest, item);
    EXPECT_EQ(office.get(item).reads, 4);
}

OFFICE_TEST(KnowledgeOffice, shares_are_counted_once_a_person_and_day_beside_reads_and_makers_count) {
    const auto item = office.published(office.content("น้ำ"));
    office.share(office.guest, item);
    office.share(office.guest, item);
    office.share(office.guest, item, "Mozilla/5.0 (compatible; Googlebot/2.1)");
    office.share(office.contributor, item);
    office.read(office.guest, item);
    EXPECT_EQ(office.get(item).shares, 2);
    EXPECT_EQ(office.get(item).reads, 1);
    office.clock.advance_days(1);
    office.share(office.guest, item);
    EXPECT_EQ(office.get(item).shares, 3);
}

OFFICE_TEST(KnowledgeOffice, script_in_every_field_is_shown_as_text) {
    const std::string evil = "<script>alert(1)</script>";
    std::string content =
        R"json({"kind":"document","title":"E","title_en":"E","summary":"E","body":"E [x](javascript:alert(1))","tags":["E"],"credit":"E",)json"
        R"json("source":"E","document":{"author_body":"E","edition":"E","isbn":""}})json";
    for (std::size_t at = 0; (at = content.find("\"E", at)) != std::string::npos; at += evil.size()) content.replace(at + 1, 1, evil);
    const auto item = office.published(content);
    const auto page = office.guest.get(item.record.address).body;
    const auto article = page.substr(page.find("<article>"), page.find("</article>") - page.find("<article>"));
    EXPECT_EQ(article.find("<script"), std::string::npos);
    EXPECT_EQ(article.find("href=\"javascript"), std::string::npos);
    EXPECT_NE(article.find("&lt;script&gt;"), std::string::npos);
}

OFFICE_TEST(KnowledgeOffice, what_another_feature_plants_is_a_draft_that_stands_by_itself) {
    const auto record = office.write([&](db::Tx& tx) {
        return knowledge::plant(tx, office.contributor.person, {.body = "ตัวชี้วัดไว้ให้เรารู้ว่าเราเปลี่ยนไปแค่ไหน", .owner = office.organisation});
    });
    EXPECT_EQ(record.title, "ตัวชี้วัดไว้ให้เรารู้ว่าเราเปลี่ยนไปแค่ไหน");
    EXPECT_EQ(office.contributor.get("/api" + record.address).status, 200u);
}

const std::string found_page =
    "กองทุนข้าวสาร\n\nเริ่มจากข้าวคนละถัง เมื่อวันที่ 5 มี.ค. 2559\n\nIMG_1.JPG\n\nหมายเลขบันทึก: 987654เขียนเมื่อ 7 มีนาคม 2016 สัญญาอนุญาต: ครีเอทีฟคอมมอนส์แบบ "
    "แสดงที่มา-อนุญาตแบบเดียวกัน\n";

OFFICE_TEST(KnowledgeOffice, a_document_is_dragged_in_looked_at_and_kept_once) {
    const auto reply = office.drag_in(office.contributor, found_page);
    ASSERT_EQ(reply.status, 200u) << reply.body;
    const auto proposals = reply.as<knowledge::Reading>().proposals;
    ASSERT_EQ(proposals.size(), 1u);
    EXPECT_EQ(proposals[0].content.title.value, "กองทุนข้าวสาร");
    EXPECT_EQ(proposals[0].content.licence, knowledge::Licence::cc_by_sa);
    EXPECT_EQ(proposals[0].content.happened_on, (base::Date{2016, 3, 5}));
    EXPECT_EQ(proposals[0].content.source->value, "หมายเลขบันทึก 987654 · เขียนเมื่อ 7 มีนาคม 2559");

    const auto keep = R"({"owner":)" + std::to_string(office.organisation.value) +
                      R"(,"publish":false,"items":[{"name":"page.txt","hash":")" + proposals[0].hash + R"(","content":)" +
                      json::write(proposals[0].content) + "}]}";
    const auto first = office.contributor.post("/api/knowledge/imports", keep).as<std::vector<knowledge::Imported>>();
    EXPECT_EQ(first.at(0).outcome, knowledge::Outcome::imported);
    const auto again = office.contributor.post("/api/knowledge/imports", keep).as<std::vector<knowledge::Imported>>();
    EXPECT_EQ(again.at(0).outcome, knowledge::Outcome::already_here);
    EXPECT_EQ(again.at(0).address, first.at(0).address);
    EXPECT_EQ(office.contributor.get("/api" + first.at(0).address).as<ShownItem>().record.state, records::State::draft);
}

OFFICE_TEST(KnowledgeOffice, a_word_document_and_a_pdf_are_proposed_as_any_text_and_keep_the_name_of_their_file) {
    const auto paper =
        decode::testing::docx("<w:p><w:r><w:t>กองทุนข้าวสาร</w:t></w:r></w:p><w:p><w:r><w:t>เริ่มจากข้าวคนละถัง</w:t></w:r></w:p>");
    const auto read = office.drag_in(office.contributor, paper, "กองทุน.docx").as<knowledge::Reading>().proposals;
    ASSERT_EQ(read.size(), 1u);
    EXPECT_EQ(read[0].name, "กองทุน.docx");
    EXPECT_EQ(read[0].content.title.value, "กองทุนข้าวสาร");
    EXPECT_EQ(read[0].content.body.value, "เริ่มจากข้าวคนละถัง");
    EXPECT_EQ(read[0].hash, office.drag_in(office.contributor, paper, "copy.docx").as<knowledge::Reading>().proposals.at(0).hash);

    std::vector<std::vector<std::string>> pages;
    for (const std::string line : {"How the rice fund began in the village", "Who brought the first sack", "What became of it"})
        pages.push_back({"Notes of the circle", line, "page " + std::to_string(pages.size() + 1)});
    const auto pdf = office.drag_in(office.contributor, decode::testing::pdf(pages), "fund.pdf").as<knowledge::Reading>().proposals;
    EXPECT_NE(pdf.at(0).content.body.value.find("Who brought the first sack"), std::string::npos);
    EXPECT_EQ(pdf.at(0).content.body.value.find("page 2"), std::string::npos);
    EXPECT_EQ(pdf.at(0).content.body.value.find("Notes of the circle"), std::string::npos);
}

OFFICE_TEST(KnowledgeOffice, the_papers_in_an_archive_are_proposed_each_for_itself_and_what_is_none_is_named) {
    const auto archive = decode::testing::zip(
        {{"2559/fund.txt", found_page}, {"photo.png", "\x89PNG\r\n\x1a\n"}, {"empty.docx", decode::testing::docx("<w:p>")}});
    const auto reading = office.drag_in(office.contributor, archive, "old.zip").as<knowledge::Reading>();
    ASSERT_EQ(reading.proposals.size(), 1u);
    EXPECT_EQ(reading.proposals[0].name, "old.zip/2559/fund.txt");
    ASSERT_EQ(reading.left_out.size(), 2u);
    EXPECT_EQ(reading.left_out[0].name, "old.zip/photo.png");
    EXPECT_EQ(reading.left_out[1].problem, "file_broken");
}

OFFICE_TEST(KnowledgeOffice, a_paper_that_cannot_be_opened_is_named_with_the_reason) {
    const auto reason = [&](const std::string& file) {
        return office.drag_in(office.contributor, file, "a").as<knowledge::Reading>().left_out.at(0).problem;
    };
    EXPECT_EQ(reason(decode::testing::pdf({{}})), "file_without_text");
    EXPECT_EQ(reason(decode::testing::docx("<w:p>")), "file_broken");
    EXPECT_EQ(reason(decode::testing::docx("<w:p><w:r><w:t>" + std::string(310'000, 'a') + "</w:t></w:r></w:p>")), "file_too_long");
    EXPECT_EQ(reason("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32)),
              "file_locked");
}

OFFICE_TEST(KnowledgeOffice, only_editors_publish_while_importing_and_only_texts_are_read) {
    const auto keep = R"({"owner":)" + std::to_string(office.organisation.value) + R"(,"publish":true,"items":[]})";
    EXPECT_EQ(office.contributor.post("/api/knowledge/imports", keep).status, 403u);
    EXPECT_EQ(office.editor.post("/api/knowledge/imports", keep).status, 200u);
    const auto picture = office.drag_in(office.contributor, "GIF89a\x10\x01\x10\x01", "a.txt");
    EXPECT_EQ(picture.as<knowledge::Reading>().left_out.at(0).problem, "not_a_text");
    EXPECT_NE(picture.as<knowledge::Reading>().left_out.at(0).why.find("a.txt"), std::string::npos);
    EXPECT_EQ(office.drag_in(office.guest, found_page).status, 401u);
}

TEST(Import, the_same_words_are_the_same_document_in_every_encoding) {
    EXPECT_EQ(knowledge::propose("a", "ล้อมวง\n\nคุยกัน\n").hash,
              knowledge::propose("b", "\xC5\xE9\xCD\xC1\xC7\xA7\r\n\r\n\xA4\xD8\xC2\xA1\xD1\xB9").hash);
    EXPECT_NE(knowledge::propose("a", "ล้อมวง\n\nคุยกัน\n").hash, knowledge::propose("a", "ล้อมวง\n\nคุยด้วยกัน\n").hash);
}

TEST(Import, what_is_no_document_becomes_an_empty_proposal) {
    EXPECT_TRUE(knowledge::is_empty(knowledge::propose("a", "")));
    EXPECT_FALSE(knowledge::is_empty(knowledge::propose("a", "คำ")));
}

TEST(Import, a_licence_is_known_by_its_words_or_its_link) {
    EXPECT_EQ(knowledge::licence_in("ครีเอทีฟคอมมอนส์แบบ แสดงที่มา-ไม่ใช้เพื่อการค้า-อนุญาตแบบเดียวกัน"), knowledge::Licence::cc_by_nc_sa);
    EXPECT_EQ(knowledge::licence_in("https://creativecommons.org/licenses/by/4.0/"), knowledge::Licence::cc_by);
    EXPECT_EQ(knowledge::licence_in(""), knowledge::Licence::all_rights_reserved);
}

}  // namespace

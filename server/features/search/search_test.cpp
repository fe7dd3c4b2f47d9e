#include "search/search.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "areas/areas.hpp"
#include "http/uri.hpp"
#include "journal/journal.hpp"
#include "journal/sealer.hpp"
#include "support/office.hpp"

namespace search {

namespace {

struct Folder {
    std::filesystem::path path = made();
    ~Folder() { std::filesystem::remove_all(path); }

    static std::filesystem::path made() {
        auto pattern = (std::filesystem::temp_directory_path() / "lomwong-search-XXXXXX").string();
        return mkdtemp(pattern.data());
    }
};

struct SearchOffice : support::Office {
    explicit SearchOffice(db::Engine engine) : Office(engine, {{areas::migrations(), areas::add_routes}, {{}, search::add_routes}}) {
        equipment.add(searcher);
        searcher.begin();
    }

    records::RecordId keep(records::NewRecord record, const std::string& text = "") {
        record.collection = record.kind + "s";
        const auto id = write([&](db::Tx& tx) {
            const auto envelope = records::insert(tx, {}, record);
            records::set_text(tx, envelope.id, text);
            journal::record(tx, {}, "test.kept", {envelope.id, envelope.version});
            return envelope.id;
        });
        follow();
        return id;
    }
    records::RecordId keep_public(const std::string& title, const std::string& text = "") {
        return keep(published(title, records::Visibility::public_), text);
    }

    records::NewRecord published(const std::string& title, records::Visibility visibility) const {
        records::NewRecord record;
        record.kind = "circle";
        record.owner_id = organisation;
        record.state = records::State::published;
        record.description.title = title;
        record.audience.visibility = visibility;
        return record;
    }

    void follow() {
        journal::seal(database());
        searcher.catch_up();
    }
    Results found(support::Client& client, std::string_view question, const std::string& more = "") {
        return client.get("/api/search?q=" + http::encode_component(question) + more).as<Results>();
    }
    std::vector<std::string> titles(support::Client& client, std::string_view question, const std::string& more = "") {
        std::vector<std::string> out;
        for (const auto& item : found(client, question, more).items) out.push_back(item.record.title);
        return out;
    }

    Folder folder;
    Searcher searcher{database(), folder.path / "search.db"};
};

using Titles = std::vector<std::string>;

}  // namespace

OFFICE_TEST(SearchOffice, what_was_written_is_found_with_the_place_marked) {
    office.keep_public("วงเรียนรู้ตำบลท่าซัก", "ชาวบ้านเล่าเรื่องธนาคารความดีและการออม");
    const auto results = office.found(office.guest, "ธนาคารความดี");
    ASSERT_EQ(results.items.size(), 1U);
    EXPECT_EQ(results.total, 1);
    EXPECT_FALSE(results.items.front().is_near);
    const auto& item = results.items.front();
    EXPECT_EQ(item.record.address, "/circles/1");
    EXPECT_EQ(item.excerpt.text, "ชาวบ้านเล่าเรื่องธนาคารความดีและการออม");
    EXPECT_EQ(item.excerpt.marks, (std::vector<Mark>{{17, 29}}));
}

OFFICE_TEST(SearchOffice, nobody_finds_counts_or_is_hinted_at_what_they_may_not_read) {
    office.keep_public("ผลิตภัณฑ์ชุมชน");
    office.keep(office.published("นวัตกรรมลับของกลุ่ม", records::Visibility::members));
    EXPECT_EQ(office.titles(office.member, "นวัตกรรม"), Titles{"นวัตกรรมลับของกลุ่ม"});
    for (auto* client : {&office.guest, &office.stranger, &office.administrator}) {
        const auto results = office.found(*client, "นวัตกรรม");
        EXPECT_TRUE(results.items.empty());
        EXPECT_EQ(results.total, 0);
        EXPECT_TRUE(results.facets.kinds.empty());
        EXPECT_EQ(office.found(*client, "นวตกรรม").meant, "");
        EXPECT_EQ(client->get("/api/suggest?q=" + http::encode_component("นวัต")).body, "[]");
    }
    EXPECT_EQ(office.found(office.guest, "ผลิตภันฑ์").meant, "ผลิตภัณฑ์");
}

OFFICE_TEST(SearchOffice, who_serves_a_record_that_lies_in_itself_finds_it_from_another_organisation) {
    auto record = office.published("วงสมาชิกริมคลอง", records::Visibility::members);
    record.within_itself = true;
    const auto id = office.keep(record);
    EXPECT_TRUE(office.titles(office.stranger, "ริมคลอง").empty());
    office.give_role(office.stranger, id, records::Role::contributor);
    EXPECT_EQ(office.titles(office.stranger, "ริมคลอง"), Titles{"วงสมาชิกริมคลอง"});
}

OFFICE_TEST(SearchOffice, what_is_found_can_be_read_before_any_script_runs) {
    office.keep_public("วง <i>น้ำท่วม</i>", "ตกลงขุดลอกคูก่อนฝนแรกของปี");
    const auto page = office.guest.get("/search?q=%E0%B8%82%E0%B8%B8%E0%B8%94%E0%B8%A5%E0%B8%AD%E0%B8%81").body;
    EXPECT_NE(page.find(">วง &lt;i&gt;น้ำท่วม&lt;/i&gt;</a>"), std::string::npos) << page;
    EXPECT_NE(page.find("ตกลงขุดลอกคู"), std::string::npos);
    EXPECT_EQ(office.guest.get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E").body.find("<script>alert"), std::string::npos);
    EXPECT_EQ(office.guest.get("/search").status, 200u);
}

OFFICE_TEST(SearchOffice, a_sentence_typed_word_for_word_is_found_and_counted_as_a_whole_hit) {
    office.keep_public("วงน้ำท่วม", "ตกลงขุดลอกคูก่อนฝนแรกของปี");
    office.keep_public("วงถนน", "ขุดลอกคูข้างถนน");
    const auto results = office.found(office.guest, "ขุดลอกคูก่อนฝนแรก");
    EXPECT_EQ(results.total, 1);
    ASSERT_EQ(results.items.size(), 2U);
    EXPECT_EQ(results.items[0].record.title, "วงน้ำท่วม");
    EXPECT_FALSE(results.items[0].is_near);
    EXPECT_TRUE(results.items[1].is_near);
}

OFFICE_TEST(SearchOffice, a_changed_record_is_found_by_its_new_words_and_a_deleted_one_not_at_all) {
    const auto id = office.keep_public("ตลาดนัดความรู้");
    office.write([&](db::Tx& tx) {
        const auto now = records::revise(tx, {}, id, 1, {.title = "ธนาคารต้นไม้"});
        journal::record(tx, {}, "test.changed", {id, now.version});
    });
    office.follow();
    EXPECT_EQ(office.titles(office.guest, "ธนาคารต้นไม้"), Titles{"ธนาคารต้นไม้"});
    EXPECT_TRUE(office.titles(office.guest, "ตลาดนัดความรู้").empty());
    office.write([&](db::Tx& tx) {
        const auto now = records::move(tx, {}, id, records::State::deleted);
        journal::record(tx, {}, "test.deleted", {id, now.version});
    });
    office.follow();
    EXPECT_TRUE(office.titles(office.guest, "ธนาคารต้นไม้").empty());
}

OFFICE_TEST(SearchOffice, a_bulk_event_without_a_record_brings_in_all_that_it_wrote) {
    office.write([&](db::Tx& tx) {
        for (int at = 0; at < 5; ++at) {
            auto record = office.published("สมาคมที่ " + std::to_string(at), records::Visibility::public_);
            record.collection = "circles";
            records::insert(tx, {}, record);
        }
        journal::record(tx, {}, "test.imported", {});
    });
    office.follow();
    EXPECT_EQ(office.titles(office.guest, "สมาคม").size(), 5U);
}

OFFICE_TEST(SearchOffice, results_are_narrowed_by_kind_organisation_and_year_and_counted_before_that) {
    office.keep_public("วงพูดคุยวันพุธ");
    auto other = office.published("วงพูดคุยวันศุกร์", records::Visibility::public_);
    other.kind = "session";
    other.owner_id = office.other_organisation;
    other.description.happened_on = base::Date{2010, 1, 24};
    office.keep(other);
    EXPECT_EQ(office.titles(office.guest, "วงพูดคุย").size(), 2U);
    EXPECT_EQ(office.titles(office.guest, "วงพูดคุย", "&kind=session"), Titles{"วงพูดคุยวันศุกร์"});
    EXPECT_EQ(office.titles(office.guest, "วงพูดคุย", "&year=2553"), Titles{"วงพูดคุยวันศุกร์"});
    EXPECT_EQ(office.titles(office.guest, "วงพูดคุย", "&year=2010"), Titles{"วงพูดคุยวันศุกร์"});
    EXPECT_EQ(office.titles(office.guest, "วงพูดคุย", "&organisation=" + std::to_string(office.organisation.value)), Titles{"วงพูดคุยวันพุธ"});
    const auto facets = office.found(office.guest, "วงพูดคุย", "&kind=session").facets;
    EXPECT_EQ(facets.kinds.size(), 2U);
    EXPECT_EQ(facets.years.size(), 2U);
    EXPECT_EQ(facets.organisations.size(), 2U);
    EXPECT_EQ(office.guest.get("/api/search?q=a&area=nowhere").status, 422U);
}

OFFICE_TEST(SearchOffice, long_lists_come_page_by_page) {
    for (int at = 0; at < 7; ++at) office.keep_public("เวทีชาวบ้านครั้งที่ " + std::to_string(at));
    const auto first = office.found(office.guest, "เวทีชาวบ้านครั้ง", "&limit=5");
    EXPECT_EQ(first.items.size(), 5U);
    EXPECT_EQ(first.total, 7);
    ASSERT_TRUE(first.next);
    const auto second = office.found(office.guest, "เวทีชาวบ้านครั้ง", "&limit=5&after=" + *first.next);
    EXPECT_FALSE(second.next);
    EXPECT_EQ(std::ranges::count(second.items, false, &Found::is_near), 2);
}

OFFICE_TEST(SearchOffice, titles_are_suggested_while_the_word_is_unfinished) {
    office.keep_public("ธนาคารความดี ตำบลหนองสาหร่าย");
    const auto proposals = office.guest.get("/api/suggest?q=" + http::encode_component("ธนาคารควา")).as<std::vector<Proposal>>();
    ASSERT_EQ(proposals.size(), 1U);
    EXPECT_EQ(proposals.front().address, "/circles/1");
}

OFFICE_TEST(SearchOffice, whatever_is_typed_gets_an_answer) {
    office.keep_public("ชุมชน");
    std::string book;
    while (book.size() < 100'000) book += "ชุมชน";
    for (const auto& typed :
         {std::string(), std::string("   "), std::string("\x01\x02\t"), std::string("'; DROP TABLE records_records; --"),
          std::string("\"a\" NEAR b* OR (c"), std::string("😀"), book}) {
        EXPECT_EQ(office.guest.get("/api/search?q=" + http::encode_component(typed)).status, 200U) << typed.substr(0, 40);
        EXPECT_EQ(office.guest.get("/api/suggest?q=" + http::encode_component(typed)).status, 200U) << typed.substr(0, 40);
    }
    const auto cut = office.found(office.guest, book);
    EXPECT_TRUE(cut.question_cut);
    EXPECT_EQ(cut.items.size(), 1U);
    EXPECT_EQ(office.guest.get("/api/search").status, 200U);
    EXPECT_EQ(office.guest.get("/api/search?q=a&limit=1000").status, 422U);
}

OFFICE_TEST(SearchOffice, a_lost_index_is_made_again_and_another_process_may_make_it_anew_meanwhile) {
    office.keep_public("ป่าชุมชน");
    EXPECT_EQ(office.titles(office.guest, "ป่าชุมชน"), Titles{"ป่าชุมชน"});
    Searcher elsewhere(office.database(), office.folder.path / "search.db");
    EXPECT_GE(elsewhere.rebuild(), 1);
    EXPECT_EQ(office.titles(office.guest, "ป่าชุมชน"), Titles{"ป่าชุมชน"});
    office.keep_public("อนุรักษ์คลอง");
    EXPECT_EQ(office.titles(office.guest, "อนุรักษ์คลอง"), Titles{"อนุรักษ์คลอง"});
    for (const auto* file : {"search.db", "search.db-wal", "search.db-shm"}) std::filesystem::remove(office.folder.path / file);
    office.follow();
    EXPECT_EQ(office.titles(office.guest, "ป่าชุมชน"), Titles{"ป่าชุมชน"});
}

OFFICE_TEST(SearchOffice, an_index_made_by_other_rules_is_not_trusted) {
    const auto file = (office.folder.path / "search.db").string();
    {
        IndexWriter writer(file);
        writer.put({1, "ของเก่า", "", {}});
        writer.set_note("made by", "an older program");
        writer.commit();
    }
    office.keep_public("ของใหม่");
    office.searcher.begin();
    EXPECT_EQ(IndexReader(file).find(Question("ของเก่า"), {}, 10).having_all, 0U);
    EXPECT_EQ(office.titles(office.guest, "ของใหม่"), Titles{"ของใหม่"});
}

}  // namespace search

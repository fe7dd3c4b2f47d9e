#include "search/index/index.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <filesystem>
#include <string>
#include <vector>

#include "search/index/keyboard.hpp"

namespace {

using search::Filter;
using search::Question;

using Texts = std::vector<std::pair<std::string, std::string>>;  // title and text

// An index of a few texts, in a file of its own; documents are named by their order, from 1.
class Library {
  public:
    explicit Library(const Texts& documents) : writer_(path_) {
        for (const auto& [title, text] : documents) add({++last_, title, text, {}});
    }
    ~Library() { std::filesystem::remove_all(folder_); }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    void add(const search::Document& document) {
        writer_.put(document);
        writer_.commit();
    }
    void remove(std::int64_t id) {
        writer_.remove(id);
        writer_.commit();
    }

    // The documents found, best first.
    std::vector<std::int64_t> find(std::string_view question, const Filter& filter = {}) {
        std::vector<std::int64_t> out;
        for (const auto& hit : reader().find(Question(question), filter, 10).hits) out.push_back(hit.id);
        return out;
    }
    search::IndexReader& reader() {
        if (!reader_) reader_.emplace(path_);
        return *reader_;
    }

  private:
    static std::filesystem::path new_folder() {
        auto pattern = (std::filesystem::temp_directory_path() / "lomwong-index-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
        return pattern;
    }

    std::filesystem::path folder_ = new_folder();
    std::string path_ = folder_ / "index.db";
    std::int64_t last_ = 0;
    search::IndexWriter writer_;
    std::optional<search::IndexReader> reader_;
};

bool finds(std::string_view question, const std::string& text) {
    return !Library(Texts{{"", text}}).find(question).empty();
}

using Ids = std::vector<std::int64_t>;

TEST(Index, every_way_to_type_a_word_finds_it) {
    EXPECT_TRUE(finds("น้ำ", "จัดหาน้ําสะอาด"));
    EXPECT_TRUE(finds("การเรียนรู้", "วงการ\u200Bเรียน\u200Bรู้ชุมชน"));
    EXPECT_TRUE(finds("มาตรา ๔๔", "ตามมาตรา 44"));
    EXPECT_TRUE(finds("1500 บาท", "เบี้ยเลี้ยง ๑,๕๐๐ บาท"));
    EXPECT_TRUE(finds("กฏหมาย", "ร่างกฎหมาย"));
}

TEST(Index, a_part_of_a_compound_finds_the_whole) {
    EXPECT_TRUE(finds("สุขภาพ", "โรงพยาบาลส่งเสริมสุขภาพตำบล"));
    EXPECT_TRUE(finds("ผู้นำการเปลี่ย", "หลักสูตรผู้นำการเปลี่ยนแปลงท้องถิ่น"));
}

TEST(Index, a_short_word_does_not_find_the_beginning_of_another) {
    EXPECT_FALSE(finds("ปลา", "ถึงปลายทาง"));
    EXPECT_FALSE(finds("นา", "นายกเทศมนตรี"));
    EXPECT_FALSE(finds("วัด", "ผู้ว่าราชการจังหวัด"));
    EXPECT_FALSE(finds("อบต", "อบจ. สุราษฎร์ธานี"));
}

TEST(Index, spaces_and_hyphens_do_not_matter) {
    EXPECT_TRUE(finds("อาหารกลางวันนักเรียน", "โครงการอาหารกลางวัน นักเรียนประถม"));
    EXPECT_TRUE(finds("สุราษฎร์ ธานี", "จังหวัดสุราษฎร์ธานี"));
    EXPECT_TRUE(finds("โควิด19", "สถานการณ์โควิด-19"));
    EXPECT_TRUE(finds("5G", "เครือข่าย5Gความเร็วสูง"));
    EXPECT_FALSE(finds("5G", "มี 5 คน กลุ่ม G"));
}

TEST(Index, an_abbreviation_finds_what_it_stands_for_and_the_other_way) {
    EXPECT_TRUE(finds("อบต.", "องค์การบริหารส่วนตำบลท่าซัก"));
    EXPECT_TRUE(finds("องค์การบริหารส่วนตำบล", "อบต.ท่าซัก"));
    EXPECT_TRUE(finds("รพสต", "รพ.สต. บ้านดอน"));
}

TEST(Index, an_unfinished_word_finds_the_whole_one) {
    EXPECT_TRUE(finds("เทศบ", "เทศบาลนคร"));
    EXPECT_TRUE(finds("develop", "community development"));
}

TEST(Index, what_has_all_words_comes_first_and_a_title_counts_more) {
    Library library(Texts{{"", "วงเรียนรู้เรื่องขยะ"}, {"ธนาคารขยะ", "ของตำบล"}, {"", "ธนาคารขยะและขยะ"}, {"", "ธนาคารความดี"}});
    const auto hits = library.reader().find(Question("ธนาคาร ขยะ"), {}, 10);
    ASSERT_EQ(hits.hits.size(), 4U);
    EXPECT_EQ(hits.having_all, 2U);
    EXPECT_EQ(hits.hits[0].id, 2);
    EXPECT_EQ(hits.hits[1].id, 3);
}

TEST(Index, a_long_question_is_met_by_what_has_all_of_it_and_the_rest_is_near) {
    Library library(Texts{{"", "ประชุมเรื่องน้ำท่วม ตกลงขุดลอกคูก่อนฝนแรกของปี"}, {"", "ขุดลอกคูข้างถนน"}, {"", "ฝนแรกปีนี้มาช้า"}});
    for (const auto* question : {"ขุดลอกคูก่อนฝนแรก", "ขุดลอกคู ก่อนฝนแรก ของปี"}) {
        const auto hits = library.reader().find(Question(question), {}, 10);
        EXPECT_GT(Question(question).words(), 4U);
        EXPECT_EQ(hits.having_all, 1U) << question;
        ASSERT_EQ(hits.hits.size(), 3U);
        EXPECT_EQ(hits.hits[0].id, 1);
    }
    EXPECT_EQ(library.reader().find(Question("ขุดลอกคลองก่อนฝนแรกของปีหน้า"), {}, 10).having_all, 0U);
}

TEST(Index, a_changed_document_is_found_by_its_new_text_only) {
    Library library(Texts{{"", "ธนาคารความดี"}});
    EXPECT_EQ(library.find("ธนาคาร"), Ids{1});
    library.add({1, "", "ตลาดนัดความรู้", {}});
    EXPECT_TRUE(library.find("ธนาคาร").empty());
    EXPECT_EQ(library.find("ตลาดนัด"), Ids{1});
    library.remove(1);
    EXPECT_TRUE(library.find("ตลาดนัด").empty());
}

TEST(Index, a_filter_narrows_by_kind_area_owner_and_year) {
    Library library(Texts{});
    library.add({1, "วงพูดคุย", "", {"circle", 8'01'21'02'000, 7, 2010}});
    library.add({2, "วงพูดคุย", "", {"session", 8'01'22'00'000, 8, 2011}});
    EXPECT_EQ(library.find("วงพูดคุย", {.kind = "session"}), Ids{2});
    EXPECT_EQ(library.find("วงพูดคุย", {.first_area = 8'01'21'00'000, .last_area = 8'01'21'99'999}), Ids{1});
    EXPECT_EQ(library.find("วงพูดคุย", {.owner = 8}), Ids{2});
    EXPECT_EQ(library.find("วงพูดคุย", {.year = 2010}), Ids{1});
}

TEST(Index, long_lists_of_documents_are_kept_whole) {
    Library library(Texts{});
    for (int at = 1; at <= 2'000; ++at) library.add({at, "", at % 3 == 0 ? "ชุมชน เข้มแข็ง" : "ชุมชน", {}});
    EXPECT_EQ(library.reader().find(Question("ชุมชน"), {}, 5'000).hits.size(), 2'000U);
    EXPECT_EQ(library.reader().find(Question("เข้มแข็ง"), {}, 5'000).hits.size(), 666U);
}

TEST(Index, titles_are_suggested_from_any_cluster_on_while_the_last_is_unfinished) {
    Library library(Texts{{"เวทีวงพูดคุยวันพุธ", ""}, {"วงพูดคุย", ""}, {"ธนาคารความดี", ""}});
    const auto titles = [&](std::string_view typed) {
        std::vector<std::string> out;
        for (const auto& suggestion : library.reader().suggest(typed, 5)) out.push_back(suggestion.title);
        return out;
    };
    EXPECT_EQ(titles("วง"), (std::vector<std::string>{"วงพูดคุย", "เวทีวงพูดคุยวันพุธ"}));
    EXPECT_EQ(titles("ธน"), std::vector<std::string>{"ธนาคารความดี"});
    EXPECT_EQ(titles("พูดคุยวันพุ"), std::vector<std::string>{"เวทีวงพูดคุยวันพุธ"});
    EXPECT_TRUE(titles("").empty());
    EXPECT_TRUE(titles("ไม่มี").empty());
}

TEST(Index, a_misspelt_question_is_offered_in_a_spelling_that_finds_something) {
    Library library(Texts{{"", "ผลิตภัณฑ์ชุมชน"}, {"", "นวัตกรรมท้องถิ่น"}});
    EXPECT_EQ(library.reader().meant("ผลิตภันฑ์"), "ผลิตภัณฑ์");
    EXPECT_EQ(library.reader().meant("นวตกรรม"), "นวัตกรรม");
    EXPECT_EQ(library.reader().meant("ปลาวาฬ"), "");
}

TEST(Index, a_question_typed_on_the_wrong_keyboard_is_understood) {
    EXPECT_EQ(search::on_the_other_keyboard("l;ylfu"), "สวัสดี");
    EXPECT_EQ(search::on_the_other_keyboard("สวัสดี"), "l;ylfu");
    Library library(Texts{{"", "สวัสดีชาวท่าซัก"}});
    EXPECT_EQ(library.reader().meant("l;ylfu"), "สวัสดี");
}

TEST(Index, nothing_that_is_typed_breaks_it) {
    Library library(Texts{{"ชุมชน", "ชุมชน"}});
    for (const auto* typed : {"", "   ", "\t\n", "\x01\x02", "'; DROP TABLE documents; --", "\"a\" AND NOT b* NEAR(c)", "😀", "😀 ชุมชน",
                              "\xE0\xB8", "*", "^", "+", "ๆ", "ฯลฯ", "เ", "์", "%_"}) {
        EXPECT_NO_THROW(library.find(typed)) << typed;
        EXPECT_NO_THROW(library.reader().suggest(typed, 5)) << typed;
        EXPECT_NO_THROW(library.reader().meant(typed)) << typed;
    }
    EXPECT_TRUE(library.find("  ").empty());
    EXPECT_EQ(library.find("😀 ชุมชน"), Ids{1});
}

TEST(Index, a_hundred_kilobytes_of_question_are_cut_and_told_so) {
    std::string book;
    while (book.size() < 100'000) book += "ชุมชน";
    const Question question(book);
    EXPECT_TRUE(question.was_cut());
    EXPECT_LE(question.words(), Question::longest);
    EXPECT_TRUE(finds(book, "ชุมชนเข้มแข็ง"));
    EXPECT_NO_THROW(Library(Texts{{"", "ก"}}).reader().meant(book));
}

TEST(IndexProperties, a_piece_of_three_clusters_and_more_always_finds_its_text) {
    EXPECT_TRUE(rc::check([] {
        const auto syllable = rc::gen::element<std::string>("กา", "ขึ้น", "ชุม", "ชน", "เรียน", "รู้", "น้ำ", "ไทย", "วง", "ภาค");
        std::string text;
        for (const auto& part : *rc::gen::container<std::vector<std::string>>(8, syllable)) text += part;
        const search::Analysis analysis(text);
        const auto begin = *rc::gen::inRange<std::size_t>(0, analysis.clusters().size() - 2);
        const auto range = analysis.origin(begin, *rc::gen::inRange<std::size_t>(begin + 3, analysis.clusters().size() + 1));
        RC_ASSERT(finds(text.substr(range.begin, range.end - range.begin), "ก่อน " + text + " หลัง"));
    }));
}

}  // namespace

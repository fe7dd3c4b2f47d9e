#include "base/thai_text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

std::string normal(std::string_view text) {
    return base::utf8(base::normalise(text).text);
}

std::vector<std::string> clusters_of(std::string_view text) {
    const auto normalised = base::normalise(text);
    std::vector<std::string> out;
    for (const auto& c : base::clusters(normalised))
        out.push_back(base::utf8(std::u32string_view(normalised.text).substr(c.begin, c.end - c.begin)));
    return out;
}

std::vector<std::string> words_of(std::string_view text) {
    const auto normalised = base::normalise(text);
    const auto clusters = base::clusters(normalised);
    std::vector<std::string> out;
    for (const auto& word : base::words(normalised, clusters)) {
        const auto begin = clusters[word.begin].begin;
        out.push_back(base::utf8(std::u32string_view(normalised.text).substr(begin, clusters[word.end - 1].end - begin)));
    }
    return out;
}

using Strings = std::vector<std::string>;

TEST(ThaiTidy, every_way_to_type_sara_am_becomes_one) {
    for (const auto* typed : {"น้ำ", "น้ํา", "นํ้า", "นำ้"}) EXPECT_EQ(base::tidy(typed), "น้ำ") << typed;
    EXPECT_EQ(base::tidy("จํานวน"), "จำนวน");
}

TEST(ThaiTidy, marks_in_the_wrong_order_and_two_sara_e_are_mended) {
    EXPECT_EQ(base::tidy("ท่ีประชุม"), "ที่ประชุม");
    EXPECT_EQ(base::tidy("พันธ์ุ"), "พันธุ์");
    EXPECT_EQ(base::tidy("เเม่เเจ่ม"), "แม่แจ่ม");
}

TEST(ThaiTidy, what_nobody_sees_is_dropped_and_what_everybody_sees_is_kept) {
    EXPECT_EQ(base::tidy("การ\u200Bเรียน\u00AD\uFEFFรู้\u00A0ชุมชน"), "การเรียนรู้ ชุมชน");
    EXPECT_EQ(base::tidy("a\r\nb\rc\x01"), "a\nb\nc");
    EXPECT_EQ(base::tidy("๑,๕๐๐ บาท ฯลฯ เด็ก ๆ \"A\""), "๑,๕๐๐ บาท ฯลฯ เด็ก ๆ \"A\"");
    EXPECT_EQ(base::tidy("👨\u200D👩\u200D👧"), "👨\u200D👩\u200D👧");
}

TEST(ThaiTidy, broken_bytes_become_a_visible_sign) {
    EXPECT_EQ(base::tidy("ก\xE0\xB8ข"), "ก\uFFFDข");
}

TEST(ThaiNormalise, digits_commas_width_case_and_accents_are_folded) {
    EXPECT_EQ(normal("๑,๕๐๐ บาท"), "1500 บาท");
    EXPECT_EQ(normal("ＰＭ２．５ Café"), "pm2.5 cafe");
    EXPECT_EQ(normal("ก, ข 1, 2"), "ก, ข 1, 2");
}

TEST(ThaiNormalise, common_confusions_are_one_spelling) {
    EXPECT_EQ(normal("กฏหมาย"), normal("กฎหมาย"));
    EXPECT_EQ(normal("ฤาษี"), normal("ฤๅษี"));
    EXPECT_EQ(normal("ที่่ดิน"), normal("ที่ดิน"));
    EXPECT_EQ(normal("ปีีงบ"), normal("ปีงบ"));
}

TEST(ThaiNormalise, abbreviations_lose_their_stops) {
    EXPECT_EQ(normal("พ.ร.บ. ป่าชุมชน"), "พรบ  ป่าชุมชน");
    EXPECT_EQ(normal("พ. ศ. 2566"), "พศ  2566");
    EXPECT_EQ(normal("รพ.สต.บ้านดอน"), "รพสต บ้านดอน");
    EXPECT_EQ(normal("24 เม.ย. 53"), "24 เมย  53");
    EXPECT_EQ(normal("จบแล้ว. ต่อไป"), "จบแล้ว. ต่อไป");
}

TEST(ThaiNormalise, every_character_knows_where_it_came_from) {
    const std::string original = "ราคานํ้า\u200Bมัน";
    const auto normalised = base::normalise(original);
    const auto at = normalised.text.find(U"มัน");
    ASSERT_NE(at, std::u32string::npos);
    EXPECT_EQ(original.substr(normalised.origin[at].begin), "มัน");
}

TEST(ThaiClusters, a_consonant_keeps_its_vowels_and_marks) {
    EXPECT_EQ(clusters_of("เดินน้ำเกาะ"), (Strings{"เดิ", "น", "น้ำ", "เกาะ"}));
    EXPECT_EQ(clusters_of("ฝุ่นPM2.5ๆ"), (Strings{"ฝุ่", "น", "pm", "2.5"}));
}

TEST(ThaiClusters, spaces_and_breaks_are_remembered) {
    const auto found = base::clusters(base::normalise("กา ขา-คา. งา"));
    ASSERT_EQ(found.size(), 4U);
    EXPECT_TRUE(found[0].after_break);
    EXPECT_TRUE(found[1].after_space && !found[1].after_break);
    EXPECT_TRUE(found[2].after_space && !found[2].after_break);
    EXPECT_TRUE(found[3].after_break);
}

TEST(ThaiWords, the_dictionary_cuts_thai_and_abbreviations_stay_whole) {
    EXPECT_EQ(words_of("ผู้สูงอายุในชุมชน"), (Strings{"ผู้", "สูง", "อายุ", "ใน", "ชุมชน"}));
    EXPECT_EQ(words_of("ข้อบัญญัติ กทม. ฉบับใหม่").at(2), "กทม");
    EXPECT_EQ(words_of("รพสต"), Strings{"รพสต"});
    EXPECT_EQ(words_of("5G เร็ว"), (Strings{"5", "g", "เร็ว"}));
}

TEST(ThaiSort, leading_vowels_and_marks_do_not_disturb_the_dictionary_order) {
    Strings names{"เกาะ", "ขอนแก่น", "กาญจนบุรี", "แก่ง", "กรุงเทพ", "Bangkok"};
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return base::sort_key(a) < base::sort_key(b); });
    EXPECT_EQ(names, (Strings{"กรุงเทพ", "กาญจนบุรี", "เกาะ", "แก่ง", "ขอนแก่น", "Bangkok"}));
    EXPECT_LT(base::sort_key(""), base::sort_key("ก"));
}

// Letters, marks, digits and noise as people and programs really mix them.
rc::Gen<std::string> any_thai() {
    const auto piece =
        rc::gen::element<std::string>("ก", "น", "อ", "เ", "แ", "ไ", "า", "ำ", "ะ", "ิ", "ี", "ุ", "่", "้", "์", "ํ", "ๆ", "ฯ", "ฤ", "ๅ", "ฎ", "๑",
                                      "5", ",", ".", " ", "\u200B", "\n", "a", "É", "-", "\xE0", "\U0001F600", "ต.", "ครม.");
    return rc::gen::map(rc::gen::container<Strings>(piece), [](const Strings& parts) {
        std::string all;
        for (const auto& part : parts) all += part;
        return all;
    });
}

TEST(ThaiProperties, tidying_twice_changes_nothing) {
    EXPECT_TRUE(rc::check([] {
        const auto once = base::tidy(*any_thai());
        RC_ASSERT(base::tidy(once) == once);
    }));
}

TEST(ThaiProperties, tidying_never_changes_what_is_found) {
    EXPECT_TRUE(rc::check([] {
        const auto text = *any_thai();
        RC_ASSERT(normal(base::tidy(text)) == normal(text));
    }));
}

TEST(ThaiProperties, origins_stay_inside_the_text_and_words_cover_all_clusters) {
    EXPECT_TRUE(rc::check([] {
        const auto text = *any_thai();
        const auto normalised = base::normalise(text);
        for (const auto& origin : normalised.origin) RC_ASSERT(origin.begin < origin.end && origin.end <= text.size());
        const auto clusters = base::clusters(normalised);
        std::uint32_t next = 0;
        for (const auto& word : base::words(normalised, clusters)) {
            RC_ASSERT(word.begin == next && word.end > word.begin);
            next = word.end;
        }
        RC_ASSERT(next == clusters.size());
    }));
}

TEST(ThaiProperties, a_part_is_cut_as_it_is_inside_the_whole) {
    EXPECT_TRUE(rc::check([] {
        const auto letter = rc::gen::element<std::string>("ก", "น", "ร", "เ", "ไ", "า", "ำ", "ะ", "ี", "ุ", "่", "์");
        std::string whole;
        for (const auto& part : *rc::gen::nonEmpty(rc::gen::container<Strings>(letter))) whole += part;
        const auto all = clusters_of(whole);
        const auto begin = *rc::gen::inRange<std::size_t>(0, all.size());
        const auto end = *rc::gen::inRange<std::size_t>(begin, all.size()) + 1;
        std::string part;
        for (auto at = begin; at < end; ++at) part += all[at];
        RC_ASSERT(clusters_of(part) ==
                  Strings(all.begin() + static_cast<std::ptrdiff_t>(begin), all.begin() + static_cast<std::ptrdiff_t>(end)));
    }));
}

}  // namespace

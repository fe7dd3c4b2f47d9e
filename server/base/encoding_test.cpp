#include "base/encoding.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

namespace {

using base::decode;
using base::Encoding;
using namespace std::string_literals;

// "ที่ประชุม" in the single-byte pages.
constexpr const char* meeting_in_tis = "\xB7\xD5\xE8\xBB\xC3\xD0\xAA\xD8\xC1";

TEST(Encoding, utf8_is_taken_as_it_is_without_its_mark) {
    EXPECT_EQ(decode("ที่ประชุม").encoding, Encoding::utf8);
    EXPECT_EQ(decode("\xEF\xBB\xBFที่ประชุม").text, "ที่ประชุม");
    EXPECT_EQ(decode("").text, "");
    EXPECT_EQ(decode("plain").encoding, Encoding::utf8);
}

TEST(Encoding, the_thai_code_pages_are_told_apart) {
    const auto tis = decode(meeting_in_tis);
    EXPECT_EQ(tis.text, "ที่ประชุม");
    EXPECT_EQ(tis.encoding, Encoding::tis_620);
    const auto windows = decode("\x93"s + meeting_in_tis + "\x94 \x85");
    EXPECT_EQ(windows.text, "“ที่ประชุม” …");
    EXPECT_EQ(windows.encoding, Encoding::windows_874);
    EXPECT_EQ(decode(meeting_in_tis + "\xA0"s + meeting_in_tis).encoding, Encoding::iso_8859_11);
    EXPECT_FALSE(windows.damaged);
}

TEST(Encoding, utf16_is_recognised_with_and_without_its_mark) {
    const auto little = "\x17\x0E\x35\x0E\x48\x0E \x00\x41\x00"s;
    EXPECT_EQ(decode("\xFF\xFE" + little).text, "ที่ A");
    EXPECT_EQ(decode(little).encoding, Encoding::utf16_le);
    EXPECT_EQ(decode("\xFE\xFF\x0E\x17\x0E\x35\x0E\x48"s).text, "ที่");
    EXPECT_EQ(decode("\x0E\x17\x0E\x35\x0E\x48\x00 \x00\x41"s).encoding, Encoding::utf16_be);
    EXPECT_EQ(decode("\xFF\xFE\x3D\xD8\x00\xDE"s).text, "😀");
}

TEST(Encoding, a_damaged_utf8_file_stays_utf8) {
    const auto cut = decode("ที่ประชุมเห็นชอบ\xE0\xB8");
    EXPECT_EQ(cut.encoding, Encoding::utf8);
    EXPECT_TRUE(cut.damaged);
    EXPECT_EQ(cut.text, "ที่ประชุมเห็นชอบ\uFFFD");
}

TEST(Encoding, a_western_text_is_not_taken_for_thai) {
    const auto french = decode("La r\xE9union \xE0 Gen\xE8ve");
    EXPECT_EQ(french.encoding, Encoding::windows_1252);
    EXPECT_EQ(french.text, "La réunion à Genève");
}

TEST(Encoding, any_bytes_give_a_text) {
    EXPECT_TRUE(rc::check([](const std::string& bytes) {
        const auto decoded = decode(bytes);
        RC_ASSERT(decode(decoded.text).encoding == Encoding::utf8 || decoded.text.find('\0') != std::string::npos);
    }));
}

}  // namespace

#include "files/kind.hpp"

#include <gtest/gtest.h>

#include <string>

namespace files {
namespace {

using namespace std::string_literals;

std::optional<Kind> kind_of(const std::string& content) {
    return recognise({reinterpret_cast<const unsigned char*>(content.data()), content.size()});
}

std::string zip(const std::string& name, const std::string& rest = "") {
    return "PK\x03\x04"s + std::string(26, '\x01') + name + rest;
}

TEST(Kind, is_told_by_content) {
    EXPECT_EQ(kind_of("%PDF-1.7\n"), Kind::pdf);
    EXPECT_EQ(kind_of("GIF89a\x10\0\x10\0"s), Kind::gif);
    EXPECT_EQ(kind_of("\0\0\0\x18"
                      "ftypM4A "s),
              Kind::m4a);
    EXPECT_EQ(kind_of("\0\0\0\x18"
                      "ftypisom"s),
              Kind::mp4);
    EXPECT_EQ(kind_of(zip("[Content_Types].xml", "...xl/workbook.xml")), Kind::xlsx);
    EXPECT_EQ(kind_of(zip("mimetypeapplication/vnd.oasis.opendocument.text")), Kind::odt);
    EXPECT_EQ(kind_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"s), Kind::doc);
}

TEST(Kind, a_voice_that_a_phone_recorded_is_a_sound_and_a_film_stays_a_film) {
    const auto webm = "\x1A\x45\xDF\xA3...webm..."s;
    EXPECT_EQ(kind_of(webm + "A_OPUS"), Kind::weba);
    EXPECT_EQ(kind_of(webm + "V_VP9...A_OPUS"), Kind::webm);
    const auto mp4 =
        "\0\0\0\x18"
        "ftypiso5"s;
    const auto handler = [](const std::string& type) { return "hdlr" + std::string(8, '\0') + type; };
    EXPECT_EQ(kind_of(mp4 + handler("soun")), Kind::m4a);
    EXPECT_EQ(kind_of(mp4 + handler("soun") + handler("vide")), Kind::mp4);
}

TEST(Kind, text_is_known_in_every_encoding_that_thai_offices_use) {
    EXPECT_EQ(kind_of("ล้อมวง\r\n"), Kind::text);
    EXPECT_EQ(kind_of("\xC5\xE9\xCD\xC1\xC7\xA7"), Kind::text);
    EXPECT_EQ(kind_of("\xFF\xFE\x25\x0E\x49\x0E"s), Kind::text);
    EXPECT_EQ(kind_of("  <!DOCTYPE html><p>"), Kind::html);
}

TEST(Kind, what_could_run_is_not_on_the_list) {
    EXPECT_FALSE(
        kind_of("\x7F"
                "ELF\x02\0"s));
    EXPECT_FALSE(kind_of("MZ\x90\0"s));
    EXPECT_FALSE(kind_of("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"));
    EXPECT_FALSE(kind_of(zip("[Content_Types].xml", "word/document.xml word/vbaProject.bin")));
    EXPECT_FALSE(kind_of(zip("evil.exe")));
    EXPECT_FALSE(kind_of(""));
}

TEST(Kind, nothing_is_ever_sent_as_a_page_or_a_script) {
    for (int i = 0; i <= static_cast<int>(Kind::weba); ++i) {
        const auto& one = facts(static_cast<Kind>(i));
        EXPECT_EQ(one.kind, static_cast<Kind>(i));
        for (const auto* bad : {"html", "script", "svg", "xml+"})
            EXPECT_EQ(one.media_type.find(bad), std::string_view::npos) << one.media_type;
        EXPECT_LE(most_bytes(one.group), most_bytes_of_any);
    }
}

}  // namespace
}  // namespace files

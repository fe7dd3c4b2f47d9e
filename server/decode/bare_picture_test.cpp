#include "decode/bare_picture.hpp"

#include <gtest/gtest.h>

#include "decode/testing.hpp"

namespace decode {
namespace {

using namespace std::string_literals;

TEST(BarePicture, a_webp_keeps_its_picture_and_loses_what_is_about_it) {
    const auto webp = "RIFF\x34\0\0\0WEBPVP8X\x0A\0\0\0\x3C\0\0\0\0\0\0\0\0\0VP8 \x03\0\0\0abc\0EXIF\x04\0\0\0GPS!XMP \0\0\0\0"s;
    EXPECT_EQ(bare_picture(webp), "RIFF\x22\0\0\0WEBPVP8X\x0A\0\0\0\x10\0\0\0\0\0\0\0\0\0VP8 \x03\0\0\0abc\0"s);
}

TEST(BarePicture, a_jpeg_keeps_its_picture_and_loses_what_is_about_it) {
    const auto jpeg = "\xFF\xD8\xFF\xE0\0\4JF\xFF\xFE\0\4hi\xFF\xDA\0\2picture\xFF\xD9"s;
    EXPECT_EQ(bare_picture(testing::with_position(jpeg)), "\xFF\xD8\xFF\xE0\0\4JF\xFF\xDA\0\2picture\xFF\xD9"s);
}

TEST(BarePicture, what_is_torn_or_no_picture_is_not_let_through) {
    for (const auto& file : {""s, "<html>"s, "RIFF\4\0\0\0WEBPVP8 \xFF\xFF\xFF\xFF"s, "RIFF\4\0\0\0WEBPVP8"s, "\xFF\xD8\xFF\xE0\0\x40"s,
                             "\xFF\xD8\xFF\xE0\0\0\0\0"s})
        EXPECT_FALSE(bare_picture(file)) << file;
}

}  // namespace
}  // namespace decode

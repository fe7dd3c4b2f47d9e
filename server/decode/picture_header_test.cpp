#include "decode/picture_header.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "decode/testing.hpp"

namespace decode {
namespace {

Bytes bytes(const std::string& file) {
    return {reinterpret_cast<const unsigned char*>(file.data()), file.size()};
}

const std::string jpeg_head("\xFF\xD8\xFF\xE0\x00\x04\x01\x02\xFF\xC2\x00\x11\x08\x01\x02\x03\x04\x04", 18);

TEST(PictureHeader, reads_the_size_a_png_claims) {
    EXPECT_EQ(picture_header(bytes(testing::png(3, 2))), (PictureHeader{PictureKind::png, 3, 2}));
}

TEST(PictureHeader, walks_over_a_jpegs_segments_to_its_frame_and_sees_inks) {
    EXPECT_EQ(picture_header(bytes(jpeg_head)), (PictureHeader{PictureKind::jpeg, 0x0304, 0x0102, 4}));
}

TEST(PictureHeader, reads_gif_and_the_three_kinds_of_webp) {
    EXPECT_EQ(picture_header(bytes(std::string("GIF89a\x05\x00\x07\x00", 10))), (PictureHeader{PictureKind::gif, 5, 7}));
    EXPECT_EQ(picture_header(bytes(std::string("RIFF....WEBPVP8X\x0A\0\0\0\0\0\0\0\x04\0\0\x06\0\0", 30))),
              (PictureHeader{PictureKind::webp, 5, 7}));
    EXPECT_EQ(picture_header(bytes(std::string("RIFF....WEBPVP8 ....\0\0\0\x9D\x01\x2A\x05\0\x07\0", 30))),
              (PictureHeader{PictureKind::webp, 5, 7}));
    EXPECT_EQ(picture_header(bytes(std::string("RIFF....WEBPVP8L....\x2F\x04\x80\x01\0", 25))), (PictureHeader{PictureKind::webp, 5, 7}));
}

TEST(PictureHeader, takes_the_largest_of_the_pictures_in_a_heif) {
    const std::string file(
        "\0\0\0\x18"
        "ftypheic....ispe\0\0\0\0\0\0\0\x02\0\0\0\x02"
        "ispe\0\0\0\0\0\0\0\x05\0\0\0\x07",
        48);
    EXPECT_EQ(picture_header(bytes(file)), (PictureHeader{PictureKind::heif, 5, 7}));
}

TEST(PictureHeader, knows_nothing_of_what_is_no_picture_or_ends_before_its_size) {
    for (const auto* text : {"", "%PDF-1.7", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<script>", "GIF89a", "RIFF....WEBPVP8L"})
        EXPECT_FALSE(picture_header(bytes(text))) << text;
    for (std::size_t size = 0; size + 1 < jpeg_head.size(); ++size) EXPECT_FALSE(picture_header(bytes(jpeg_head.substr(0, size)))) << size;
    EXPECT_FALSE(picture_header(bytes(testing::png_that_claims(0, 10))));
}

TEST(PictureHeader, a_bomb_does_not_fit_and_a_large_camera_does) {
    EXPECT_FALSE(fits({PictureKind::png, 40'000, 40'000}));
    EXPECT_FALSE(fits({PictureKind::png, 0xFFFFFFFF, 0xFFFFFFFF}));
    EXPECT_FALSE(fits({PictureKind::png, 100'000, 1}));
    EXPECT_TRUE(fits({PictureKind::jpeg, 12'000, 9'000}));
}

TEST(PictureHeader, reads_ten_thousand_torn_and_twisted_files_without_leaving_them) {
    std::mt19937 random(1);
    const std::string whole[] = {testing::png(3, 2), jpeg_head, std::string("RIFF....WEBPVP8X\x0A\0\0\0\0\0\0\0\x04\0\0\x06\0\0", 30)};
    for (int round = 0; round < 10'000; ++round) {
        auto file = whole[static_cast<std::size_t>(round) % std::size(whole)];
        file.resize(random() % (file.size() + 1));
        for (int changes = 0; changes < 3 && !file.empty(); ++changes) file[random() % file.size()] = static_cast<char>(random());
        file.shrink_to_fit();  // so that AddressSanitizer sees a step over the end
        picture_header(bytes(file));
    }
}

}  // namespace
}  // namespace decode

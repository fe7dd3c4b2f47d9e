#include "decode/cage.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "decode/mapped_file.hpp"
#include "decode/testing.hpp"

namespace decode {
namespace {

namespace fs = std::filesystem;

PictureHeader header(const Outcome& outcome) {
    EXPECT_EQ(outcome.end, End::done) << outcome.words;
    return picture_header({reinterpret_cast<const unsigned char*>(outcome.made.data()), outcome.made.size()}).value_or(PictureHeader{});
}

class CageTest : public ::testing::Test {
  protected:
    CageTest() { fs::create_directories(folder_); }
    ~CageTest() override { fs::remove_all(folder_); }

    fs::path scratch() const { return folder_ / "scratch"; }
    Cage cage() const { return Cage(program_beside_this_one(), scratch()); }

    Outcome run(const std::string& file, PictureOrder order, const Cage& in) {
        std::ofstream(folder_ / "in", std::ios::binary) << file;
        const int input = open((folder_ / "in").c_str(), O_RDONLY | O_CLOEXEC);
        auto outcome = in.run(order, input);
        close(input);
        return outcome;
    }
    Outcome run(const std::string& file, PictureOrder order = {32}) { return run(file, order, cage()); }

    std::string jpeg(std::uint32_t width, std::uint32_t height) { return run(testing::png(width, height), {1000, WebFormat::jpeg}).made; }

    // A program that stands where lomwong-decode should.
    fs::path program(const std::string& script) {
        const auto path = folder_ / "program";
        std::ofstream(path) << "#!/bin/sh\n" << script << "\n";
        fs::permissions(path, fs::perms::owner_all);
        return path;
    }

    const fs::path folder_ = fs::path(::testing::TempDir()) / ("lomwong_cage_" + std::to_string(getpid()));
};

TEST_F(CageTest, a_photo_becomes_a_small_webp_or_jpeg_and_leaves_nothing_behind) {
    EXPECT_EQ(header(run(testing::png(64, 48), {32, WebFormat::webp})), (PictureHeader{PictureKind::webp, 32, 24}));
    EXPECT_EQ(header(run(testing::png(64, 48), {32, WebFormat::jpeg})), (PictureHeader{PictureKind::jpeg, 32, 24}));
    EXPECT_TRUE(fs::is_empty(scratch()));
}

TEST_F(CageTest, a_small_picture_is_not_blown_up) {
    EXPECT_EQ(header(run(testing::png(16, 8))), (PictureHeader{PictureKind::webp, 16, 8}));
}

TEST_F(CageTest, where_a_photo_was_taken_is_gone_and_it_stands_upright) {
    const auto photo = testing::with_position(jpeg(64, 48));
    ASSERT_NE(photo.find("Exif"), std::string::npos);
    for (const auto format : {WebFormat::webp, WebFormat::jpeg}) {
        const auto outcome = run(photo, {32, format});
        EXPECT_EQ(header(outcome).width, 24u);
        EXPECT_EQ(header(outcome).height, 32u);
        for (const auto* trace : {"Exif", "EXIF", "XMP", "xmp", "GPS", "II*", "ICC"})
            EXPECT_EQ(outcome.made.find(trace), std::string::npos) << trace;
    }
}

TEST_F(CageTest, a_print_shops_inks_become_light) {
    const auto light = (folder_ / "light.jpg").string(), inks = (folder_ / "inks.jpg").string();
    std::ofstream(light, std::ios::binary) << jpeg(64, 48);
    ASSERT_EQ(std::system(("vips colourspace " + light + " " + inks + " cmyk 2>/dev/null").c_str()), 0);
    std::ifstream file(inks, std::ios::binary);
    const std::string photo(std::istreambuf_iterator<char>(file), {});
    EXPECT_EQ(header(run(photo, {32, WebFormat::jpeg})), (PictureHeader{PictureKind::jpeg, 32, 24, 3}));
}

TEST_F(CageTest, a_phones_heic_becomes_a_picture_for_the_web) {
    const auto light = (folder_ / "light.png").string(), heic = (folder_ / "phone.heic").string();
    std::ofstream(light, std::ios::binary) << testing::png(64, 48);
    ASSERT_EQ(std::system(("vips heifsave " + light + " " + heic + " 2>/dev/null").c_str()), 0);
    std::ifstream file(heic, std::ios::binary);
    const std::string photo(std::istreambuf_iterator<char>(file), {});
    EXPECT_EQ(header(run(photo, {32, WebFormat::webp})), (PictureHeader{PictureKind::webp, 32, 24}));
    EXPECT_EQ(run(photo.substr(0, photo.size() / 2)).end, End::refused);
}

TEST_F(CageTest, a_picture_bomb_is_refused_by_what_it_claims) {
    const auto outcome = run(testing::png_that_claims(40'000, 40'000));
    EXPECT_EQ(outcome.end, End::refused);
    EXPECT_NE(outcome.words.find("claims 40000 x 40000"), std::string::npos) << outcome.words;
}

TEST_F(CageTest, a_cut_off_photo_is_refused_rather_than_half_grey) {
    const auto whole = jpeg(640, 480);
    EXPECT_EQ(run(whole.substr(0, whole.size() / 2)).end, End::refused);
    EXPECT_EQ(run(whole.substr(0, 100)).end, End::refused);
    EXPECT_EQ(run("").end, End::refused);
}

TEST_F(CageTest, what_is_a_picture_and_a_page_at_once_comes_out_as_a_picture_only) {
    const auto outcome = run(jpeg(64, 48) + "<html><script>alert(1)</script></html>");
    EXPECT_EQ(outcome.end, End::done);
    EXPECT_EQ(outcome.made.find("script"), std::string::npos);
}

TEST_F(CageTest, drawings_with_script_documents_and_programs_are_no_pictures) {
    for (const auto* file : {"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "%PDF-1.4",
                             "\x7F"
                             "ELF",
                             "P6 1 1 255 aaa"})
        EXPECT_EQ(run(file).end, End::refused) << file;
}

TEST_F(CageTest, what_takes_too_long_is_killed_at_the_deadline) {
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(run("", {32}, Cage(program("exec sleep 60"), scratch(), std::chrono::milliseconds(200))).end, End::deadline);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
    EXPECT_TRUE(fs::is_empty(scratch()));
}

TEST_F(CageTest, a_decoder_that_falls_or_hands_out_something_else_is_a_failed_job) {
    EXPECT_EQ(run("", {32}, Cage(program("kill -SEGV $$"), scratch())).end, End::crashed);
    EXPECT_EQ(run("", {32}, Cage(program("echo '<script>alert(1)</script>'"), scratch())).end, End::crashed);
    EXPECT_EQ(run("", {32}, Cage(program("yes | head -c 100000 >&2; exit 1"), scratch())).words.size(), 2048u);
}

TEST_F(CageTest, a_cage_that_is_not_there_is_said_and_not_worked_around) {
    EXPECT_THROW(run("", {32}, Cage(folder_ / "nowhere", scratch())), std::system_error);
}

}  // namespace
}  // namespace decode

#include "http/net/multipart.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "http/net/refusal.hpp"

namespace {

using http::net::MultipartReader;

const std::string form =
    "--xyz\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nน้ำใจ\r\n"
    "--xyz\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"C:\\\\รูป\\\\วง %22ใหญ่%22.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
    "\xff\xd8\r\n--xy not the end\r\n--\r\n\r\n--xyz\r\n"
    "Content-Disposition: form-data; name=\"empty\"; filename=\"\"\r\n\r\n\r\n--xyz--\r\n";

std::string content(const http::Upload& upload) {
    std::string text(upload.size, '\0');
    EXPECT_EQ(::pread(upload.content.number(), text.data(), text.size(), 0), static_cast<ssize_t>(text.size()));
    return text;
}

MultipartReader reader() {
    return {"xyz", std::filesystem::temp_directory_path()};
}

TEST(Multipart, a_form_is_read_alike_whatever_the_pieces_it_comes_in) {
    for (std::size_t piece = 1; piece <= form.size(); piece = piece < 40 ? piece + 1 : piece * 2) {
        auto read = reader();
        for (std::size_t at = 0; at < form.size(); at += piece) read.take(std::string_view{form}.substr(at, piece));
        read.finish();
        ASSERT_EQ(read.form.size(), 1u);
        EXPECT_EQ(read.form[0].field, "title");
        EXPECT_EQ(read.form[0].value, "น้ำใจ");
        ASSERT_EQ(read.uploads.size(), 2u);
        EXPECT_EQ(read.uploads[0].field, "photo");
        EXPECT_EQ(read.uploads[0].file_name, "วง %22ใหญ่%22.jpg");
        EXPECT_EQ(read.uploads[0].content_type, "image/jpeg");
        EXPECT_EQ(content(read.uploads[0]), "\xff\xd8\r\n--xy not the end\r\n--\r\n");
        EXPECT_EQ(read.uploads[1].size, 0u);
    }
}

TEST(Multipart, a_file_name_has_no_folders_and_may_be_told_in_utf_8) {
    auto read = reader();
    read.take(
        "--xyz\r\nContent-Disposition: form-data; name=f; filename=\"x\"; "
        "filename*=UTF-8''..%2F..%2Fetc%2F%E0%B8%81.txt\r\n\r\n\r\n--xyz--");
    EXPECT_EQ(read.uploads.at(0).file_name, "ก.txt");
}

TEST(Multipart, a_form_that_was_cut_off_is_refused) {
    auto read = reader();
    read.take(std::string_view{form}.substr(0, form.size() - 6));
    EXPECT_THROW(read.finish(), http::net::Refusal);
}

TEST(Multipart, a_part_without_a_name_or_without_end_is_refused) {
    EXPECT_THROW(reader().take("--xyz\r\nContent-Type: x\r\n\r\n"), http::net::Refusal);
    EXPECT_THROW(reader().take("--xyz\r\nX: " + std::string(10'000, 'x')), http::net::Refusal);
}

TEST(Multipart, a_value_that_is_not_a_file_may_not_fill_the_memory) {
    auto read = reader();
    read.take("--xyz\r\nContent-Disposition: form-data; name=a\r\n\r\n");
    EXPECT_THROW(read.take(std::string(2 << 20, 'x')), http::net::Refusal);
}

TEST(Multipart, only_a_form_with_a_boundary_is_a_form) {
    EXPECT_EQ(http::net::multipart_boundary("multipart/form-data; boundary=----WebKit7"), "----WebKit7");
    EXPECT_EQ(http::net::multipart_boundary("Multipart/Form-Data; charset=utf-8; boundary=\"a b\""), "a b");
    EXPECT_EQ(http::net::multipart_boundary("multipart/mixed; boundary=a"), "");
    EXPECT_EQ(http::net::multipart_boundary("application/json"), "");
}

}  // namespace

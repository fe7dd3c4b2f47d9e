#include "files/archives.hpp"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include "decode/office/testing.hpp"
#include "files/opening.hpp"

namespace {

using decode::testing::docx;
using decode::testing::zip;
using files::archive_kind;
using files::ArchiveKind;

std::vector<files::NamedDocument> open_documents(const std::string& bytes) {
    const decode::Cage cage(decode::program_beside_this_one(), std::filesystem::temp_directory_path() / "archives_test");
    const int file = memfd_create("upload", MFD_CLOEXEC);
    EXPECT_EQ(write(file, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    auto documents = files::open_documents(cage, file, "ปี.zip");
    close(file);
    return documents;
}

TEST(Archives, an_office_file_is_none_and_one_that_lies_in_an_archive_does_not_make_it_one) {
    const auto paper = docx("");
    EXPECT_EQ(archive_kind(paper), ArchiveKind::none);
    EXPECT_EQ(archive_kind(paper.substr(0, paper.size() - 30)), ArchiveKind::none) << "cut off: its own message is better";
    EXPECT_EQ(archive_kind(zip({{"a.docx", paper}})), ArchiveKind::readable);
    EXPECT_EQ(archive_kind("Rar!\x1A\x07 and so on"), ArchiveKind::rar);
    EXPECT_EQ(archive_kind("plain text"), ArchiveKind::none);
    EXPECT_EQ(archive_kind("PK\x03\x04"), ArchiveKind::none);
    EXPECT_EQ(archive_kind(""), ArchiveKind::none);
}

TEST(Archives, each_document_is_opened_for_itself_and_what_is_none_is_named) {
    const auto documents = open_documents(zip({{"ก/a.docx", docx("<w:p><w:r><w:t>วงพุธ</w:t></w:r></w:p>")},
                                               {"b.txt", "สวัสดี"},
                                               {"c.png", std::string("\x89PNG\r\n\x1a\n\0\0", 10)},
                                               {"d.zip", zip({{"e.txt", "ใน"}})},
                                               {"f.docx", docx("").substr(0, 200)}}));
    ASSERT_EQ(documents.size(), 5U);
    EXPECT_EQ(documents[0].name, "ปี.zip/ก/a.docx");
    EXPECT_NE(documents[0].content.find("วงพุธ"), std::string::npos);
    EXPECT_EQ(documents[1].content, "สวัสดี");
    EXPECT_EQ(documents[2].problem, "not_a_text");
    EXPECT_EQ(documents[3].problem, "file_archive_inside");
    EXPECT_EQ(documents[4].problem, "file_broken");
}

TEST(Archives, names_of_an_older_windows_are_read_in_thai) {
    const auto documents = open_documents(zip({{"\xBB\xC3\xD0\xAA\xD8\xC1.txt", "ก"}}));
    ASSERT_EQ(documents.size(), 1U);
    EXPECT_EQ(documents[0].name, "ปี.zip/ประชุม.txt");
}

TEST(Archives, one_that_cannot_be_opened_is_one_document_with_a_problem) {
    const auto whole = zip({{"a.txt", "ก"}});
    for (const auto& [bytes, problem] : {std::pair{whole.substr(0, whole.size() / 2), "file_broken"},
                                         {std::string("Rar!\x1A\x07\x01"), "file_of_rar"},
                                         {std::string("\x1F\x8B broken"), "file_broken"}}) {
        const auto documents = open_documents(bytes);
        ASSERT_EQ(documents.size(), 1U);
        EXPECT_EQ(documents[0].name, "ปี.zip");
        EXPECT_TRUE(documents[0].problem == problem || documents[0].problem == "not_a_text") << documents[0].problem;
    }
}

}  // namespace

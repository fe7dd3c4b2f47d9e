#include "decode/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>
#include <memory>
#include <vector>

#include "decode/cage.hpp"

namespace decode {
namespace {

struct Inside {
    std::string name, content;
    int type = AE_IFREG;
};

using Make = int (*)(archive*);

std::string packed(const std::vector<Inside>& files, Make format, Make filter = archive_write_add_filter_none) {
    std::string made(8 << 20, '\0');
    std::size_t used = 0;
    const std::unique_ptr<archive, decltype(&archive_write_free)> out(archive_write_new(), archive_write_free);
    format(out.get());
    filter(out.get());
    archive_write_set_bytes_in_last_block(out.get(), 1);
    archive_write_open_memory(out.get(), made.data(), made.size(), &used);
    for (const auto& file : files) {
        const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(), archive_entry_free);
        archive_entry_set_pathname(entry.get(), file.name.c_str());
        archive_entry_set_filetype(entry.get(), static_cast<unsigned>(file.type));
        archive_entry_set_perm(entry.get(), 0644);
        if (file.type == AE_IFLNK) archive_entry_set_symlink(entry.get(), "/etc/passwd");
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.content.size()));
        archive_write_header(out.get(), entry.get());
        archive_write_data(out.get(), file.content.data(), file.content.size());
    }
    archive_write_close(out.get());
    made.resize(used);
    return made;
}

// Through the real cage: what libarchive does must be so with the system calls and the memory that it has there.
Outcome unpack(const std::string& bytes) {
    const int file = memfd_create("archive", MFD_CLOEXEC);
    EXPECT_EQ(write(file, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    lseek(file, 0, SEEK_SET);
    auto outcome = Cage(program_beside_this_one(), std::filesystem::temp_directory_path() / "archive_test").run(ArchiveOrder{}, file);
    close(file);
    return outcome;
}

const std::vector<Inside> two{{"a.txt", "หนึ่ง"}, {"2567/b.txt", "two\n"}};
constexpr std::string_view two_made = "15 a.txt\nหนึ่ง4 2567/b.txt\ntwo\n";

TEST(Archive, every_kind_gives_its_files_with_their_folders) {
    EXPECT_EQ(unpack(packed(two, archive_write_set_format_zip)).made, two_made);
    EXPECT_EQ(unpack(packed(two, archive_write_set_format_7zip)).made, two_made);
    for (const auto filter : {archive_write_add_filter_none, archive_write_add_filter_gzip, archive_write_add_filter_bzip2,
                              archive_write_add_filter_xz, archive_write_add_filter_zstd})
        EXPECT_EQ(unpack(packed(two, archive_write_set_format_pax, filter)).made, two_made);
}

TEST(Archive, links_folders_and_what_systems_leave_behind_are_passed_over) {
    const auto archive = packed({{"folder/", "", AE_IFDIR},
                                 {"link", "", AE_IFLNK},
                                 {"__MACOSX/a.txt", "x"},
                                 {"folder/.DS_Store", "x"},
                                 {"folder/Thumbs.db", "x"},
                                 {"folder/a.txt", "y"}},
                                archive_write_set_format_pax);
    EXPECT_EQ(unpack(archive).made, "1 folder/a.txt\ny");
}

TEST(Archive, a_name_is_what_it_is_but_never_two_lines) {
    EXPECT_EQ(unpack(packed({{"../../etc/passwd\n5 x", "y"}}, archive_write_set_format_pax)).made, "1 ../../etc/passwd 5 x\ny");
    const std::string in_windows_874 = "\xA1\xA2.txt";
    EXPECT_EQ(unpack(packed({{in_windows_874, "y"}}, archive_write_set_format_zip)).made, "1 " + in_windows_874 + "\ny");
}

TEST(Archive, a_bomb_is_refused_long_before_it_is_unpacked) {
    const std::vector<Inside> zeros{{"zeros", std::string(std::size_t{30} << 20, '\0')}};
    for (const Make format : {archive_write_set_format_zip, archive_write_set_format_7zip}) {
        const auto outcome = unpack(packed(zeros, format));
        EXPECT_EQ(outcome.fault, Fault::swells);
        EXPECT_TRUE(outcome.made.empty());
    }
    EXPECT_EQ(unpack(packed(zeros, archive_write_set_format_pax, archive_write_add_filter_xz)).fault, Fault::swells);
}

TEST(Archive, too_many_files_are_named_so) {
    EXPECT_EQ(unpack(packed(std::vector<Inside>(100, {"a", "b"}), archive_write_set_format_zip)).end, End::done);
    EXPECT_EQ(unpack(packed(std::vector<Inside>(101, {"a", "b"}), archive_write_set_format_zip)).fault, Fault::too_many_files);
    EXPECT_EQ(unpack(packed(std::vector<Inside>(10'001, {"d/", "", AE_IFDIR}), archive_write_set_format_pax)).fault, Fault::too_many_files);
}

TEST(Archive, wherever_it_is_cut_off_nothing_comes_of_it_or_what_is_whole) {
    for (const Make format : {archive_write_set_format_zip, archive_write_set_format_7zip}) {
        const auto whole = packed(two, format);
        for (std::size_t size = 1; size < whole.size(); size += 7) {
            const auto outcome = unpack(whole.substr(0, size));
            EXPECT_EQ(outcome.end, End::refused) << size;
            EXPECT_EQ(outcome.fault, Fault::broken) << size;
        }
    }
}

TEST(Archive, a_locked_zip_says_so) {
    auto zip = packed({{"a.txt", "secret"}}, archive_write_set_format_zip);
    const auto entry = zip.find("PK\x01\x02");
    zip[6] |= 1;  // the flag of the file, and of its line in the list
    zip[entry + 8] |= 1;
    EXPECT_EQ(unpack(zip).fault, Fault::locked);
}

}  // namespace
}  // namespace decode

#include "files/store.hpp"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <csignal>
#include <fstream>
#include <system_error>
#include <thread>

namespace files {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

std::string png(const std::string& width = "\0\0\0\x10"s) {
    return "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR"s + width + "\0\0\0\x10\x08\x02\0\0\0\0\0\0\0"s;
}

class StoreTest : public ::testing::Test {
  protected:
    ~StoreTest() override { fs::remove_all(folder_); }

    Content kept(std::string_view bytes) { return std::get<Content>(store_.keep(bytes)); }
    Refusal refused(std::string_view bytes) { return std::get<Refusal>(store_.keep(bytes)); }
    std::string read(std::string_view hash) {
        const auto file = store_.open(hash);
        std::string bytes(1000, '\0');
        bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(0, ::read(file.number(), bytes.data(), bytes.size()))));
        return bytes;
    }

    const fs::path folder_ = fs::path(::testing::TempDir()) / ("lomwong_store_" + std::to_string(getpid()));
    Store store_{folder_};
};

TEST_F(StoreTest, what_is_kept_comes_back_by_its_hash) {
    const auto content = kept("สวัสดี\n");
    EXPECT_EQ(content.hash.size(), 64u);
    EXPECT_EQ(content.size, 19);
    EXPECT_EQ(content.kind, Kind::text);
    EXPECT_EQ(read(content.hash), "สวัสดี\n");
    EXPECT_TRUE(fs::exists(folder_ / content.hash.substr(0, 2) / content.hash));
}

TEST_F(StoreTest, the_same_content_is_kept_once) {
    EXPECT_EQ(kept("abc").hash, kept("abc").hash);
    EXPECT_EQ(store_.list().size(), 1u);
}

TEST_F(StoreTest, a_file_that_the_disk_cannot_take_leaves_nothing_behind) {
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit usual{};
    ::getrlimit(RLIMIT_FSIZE, &usual);
    const rlimit little{10'000, usual.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &little);
    EXPECT_THROW(store_.keep(std::string(100'000, 'x')), std::system_error);
    ::setrlimit(RLIMIT_FSIZE, &usual);
    for (const auto& entry : fs::recursive_directory_iterator(folder_)) EXPECT_TRUE(entry.is_directory()) << entry.path();
    EXPECT_EQ(kept(std::string(100'000, 'x')).size, 100'000) << "and goes in when there is room";
}

TEST_F(StoreTest, twenty_at_once_with_the_same_content_all_find_it_whole) {
    const std::string much(100'000, 'x');
    std::vector<std::jthread> senders;
    senders.reserve(20);
    for (int i = 0; i < 20; ++i)
        senders.emplace_back([&] { EXPECT_EQ(fs::file_size(folder_ / kept(much).hash.substr(0, 2) / kept(much).hash), much.size()); });
    senders.clear();
    EXPECT_EQ(store_.list().size(), 1u);
}

TEST_F(StoreTest, a_picture_tells_its_size_and_a_bomb_is_refused) {
    EXPECT_EQ(kept(png()).width, 16);
    EXPECT_EQ(refused(png("\0\0\x9C\x40"s)), Refusal::picture_too_large);
}

TEST_F(StoreTest, what_is_empty_unknown_or_too_large_is_refused_and_nothing_of_it_stays) {
    EXPECT_EQ(refused(""), Refusal::file_empty);
    EXPECT_EQ(refused("\x7F"
                      "ELF\x02\x01\x01\0\0"s),
              Refusal::file_kind_unknown);
    EXPECT_EQ(refused(png() + std::string(most_bytes(Group::picture), 'x')), Refusal::file_too_large);
    EXPECT_TRUE(store_.list().empty());
}

TEST_F(StoreTest, a_film_of_two_gigabytes_is_refused_without_being_read) {
    const auto path = folder_ / "huge";
    std::ofstream(path) << "....ftypisom";
    fs::resize_file(path, std::uintmax_t{2} << 30);
    const http::Descriptor huge(::open(path.c_str(), O_RDONLY));
    EXPECT_EQ(std::get<Refusal>(store_.keep(huge.number())), Refusal::file_too_large);
}

TEST_F(StoreTest, an_open_upload_is_kept_like_any_other) {
    const auto path = folder_ / "upload";
    std::ofstream(path) << "abc";
    const http::Descriptor upload(::open(path.c_str(), O_RDONLY));
    EXPECT_EQ(std::get<Content>(store_.keep(upload.number())).hash, kept("abc").hash);
}

TEST_F(StoreTest, a_path_is_not_a_hash) {
    EXPECT_FALSE(store_.open("../../etc/passwd"));
    EXPECT_FALSE(store_.open(""));
    EXPECT_FALSE(store_.open(std::string(64, '.')));
}

TEST_F(StoreTest, only_what_nobody_asked_for_lately_is_swept_away) {
    const auto hash = kept("abc").hash;
    const auto now = std::chrono::file_clock::now();
    EXPECT_EQ(store_.remove(hash, now - std::chrono::hours(1)), Store::Removal::too_young);
    EXPECT_EQ(store_.remove(hash, now + std::chrono::hours(1)), Store::Removal::removed);
    EXPECT_EQ(store_.remove(hash, now + std::chrono::hours(1)), Store::Removal::absent);
    EXPECT_FALSE(store_.open(hash));
}

TEST_F(StoreTest, a_disk_that_will_not_keep_is_said) {
    const auto blocked = folder_ / kept("abc").hash.substr(0, 2);
    fs::remove_all(blocked);
    std::ofstream(blocked) << "a file where a folder should be";
    EXPECT_THROW(store_.keep("abc"), std::exception);
}

}  // namespace
}  // namespace files

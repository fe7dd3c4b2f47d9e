#include "files/uploads/partial.hpp"

#include <gtest/gtest.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include <fstream>
#include <string>

namespace files {
namespace {

namespace fs = std::filesystem;

class PartialTest : public ::testing::Test {
  protected:
    ~PartialTest() override { fs::remove_all(folder_); }

    const fs::path folder_ = fs::path(::testing::TempDir()) / ("lomwong_partials_" + std::to_string(getpid()));
    Partials partials_{folder_};
    const UploadId upload_{7};
};

TEST_F(PartialTest, what_comes_in_parts_is_put_together_in_their_order) {
    EXPECT_EQ(partials_.count_kept(upload_), 0);
    partials_.lock(upload_)->append("วง");
    auto partial = partials_.lock(upload_);
    partial->append("สนทนา");
    partial->settle();
    EXPECT_EQ(partials_.count_kept(upload_), static_cast<std::int64_t>(std::string_view("วงสนทนา").size()));
}

TEST_F(PartialTest, two_never_have_it_at_once) {
    auto first = partials_.lock(upload_);
    EXPECT_FALSE(Partials(folder_).lock(upload_)) << "nor does another server on the same folder";
    EXPECT_TRUE(partials_.lock(UploadId{8}));
    first.reset();
    EXPECT_TRUE(partials_.lock(upload_));
}

TEST_F(PartialTest, of_a_server_that_was_killed_in_the_middle_what_came_is_there_and_nobody_has_it) {
    int ready[2];
    ASSERT_EQ(pipe(ready), 0);
    const pid_t victim = fork();
    if (victim == 0) {
        auto partial = partials_.lock(upload_);
        partial->append(std::string(300'000, 'x'));
        if (write(ready[1], "!", 1) != 1) std::_Exit(1);
        for (;;) pause();
    }
    char byte = 0;
    ASSERT_EQ(read(ready[0], &byte, 1), 1);
    EXPECT_FALSE(partials_.lock(upload_));
    kill(victim, SIGKILL);
    waitpid(victim, nullptr, 0);
    EXPECT_EQ(partials_.count_kept(upload_), 300'000);
    auto partial = partials_.lock(upload_);
    ASSERT_TRUE(partial);
    partial->append("y");
    EXPECT_EQ(partials_.count_kept(upload_), 300'001);
}

TEST_F(PartialTest, what_was_removed_begins_anew) {
    auto partial = partials_.lock(upload_);
    partial->append("abc");
    partial->remove();
    EXPECT_TRUE(partials_.list().empty());
    EXPECT_EQ(partials_.lock(upload_)->size(), 0) << "though somebody still has the one that was removed";
}

TEST_F(PartialTest, only_uploads_are_listed) {
    partials_.lock(upload_);
    std::ofstream(folder_ / "12x") << "something else";
    EXPECT_TRUE(partials_.open_nameless());
    EXPECT_EQ(partials_.list(), std::vector{upload_});
}

}  // namespace
}  // namespace files

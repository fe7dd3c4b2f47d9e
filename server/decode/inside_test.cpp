#include "decode/inside.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/landlock.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <thread>

namespace decode {
namespace {

// What `act` answers (0..127) in a process of its own that has entered the cage; 200 + signal if it was killed, 255 if it could not enter.
int in_cage(const std::function<int()>& act, const Bounds& bounds = {}) {
    const auto child = fork();
    if (child == 0) {
        try {
            const auto own = std::filesystem::path(::testing::TempDir()) / ("lomwong_inside_" + std::to_string(getpid()));
            std::filesystem::create_directories(own);
            std::filesystem::current_path(own);
            enter_cage(bounds);
        } catch (...) {
            _exit(255);
        }
        _exit(act());
    }
    int status = 0;
    waitpid(child, &status, 0);
    std::filesystem::remove_all(std::filesystem::path(::testing::TempDir()) / ("lomwong_inside_" + std::to_string(child)));
    return WIFEXITED(status) ? WEXITSTATUS(status) : 200 + WTERMSIG(status);
}

int error_of(long result) {
    return result < 0 ? errno : 0;
}

TEST(Inside, computes_and_writes_as_any_program) {
    EXPECT_EQ(in_cage([] { return write(STDERR_FILENO, "", 0) == 0 ? 7 : 1; }), 7);
}

TEST(Inside, there_is_no_network) {
    for (const int family : {AF_INET, AF_INET6, AF_UNIX, AF_NETLINK})
        EXPECT_EQ(in_cage([=] { return error_of(socket(family, SOCK_STREAM, 0)); }), EPERM) << family;
}

TEST(Inside, a_socket_that_was_open_before_carries_nothing_out) {
    const int socket_before = socket(AF_INET, SOCK_DGRAM, 0);
    ASSERT_GE(socket_before, 0);
    const auto send = [=] {
        sockaddr_in loopback{};
        loopback.sin_family = AF_INET;
        loopback.sin_port = htons(9);
        loopback.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return error_of(connect(socket_before, reinterpret_cast<const sockaddr*>(&loopback), sizeof loopback));
    };
    EXPECT_EQ(in_cage(send), EPERM);
    close(socket_before);
}

TEST(Inside, starts_no_process_but_may_start_threads) {
    EXPECT_EQ(in_cage([] { return error_of(fork()); }), EPERM);
    EXPECT_EQ(in_cage([] { return error_of(vfork()); }), EPERM);  // NOLINT(bugprone-unsafe-functions): that it is refused is the test
    const auto thread = [] {
        int done = 0;
        std::thread([&] { done = 7; }).join();
        return done;
    };
    EXPECT_EQ(in_cage(thread), 7);
}

TEST(Inside, touches_no_other_process_and_no_setting_of_the_machine) {
    EXPECT_EQ(in_cage([] { return error_of(kill(getppid(), 0)); }), EPERM);
    EXPECT_EQ(in_cage([] { return error_of(ptrace(PTRACE_TRACEME, 0, 0, 0)); }), EPERM);
    EXPECT_EQ(in_cage([] { return error_of(chmod("/tmp", 0777)); }), EPERM);
    EXPECT_EQ(in_cage([] { return error_of(syscall(SYS_bpf, 0, nullptr, 0)); }), EPERM);
    EXPECT_EQ(in_cage([] { return error_of(syscall(SYS_io_uring_setup, 1, nullptr)); }), EPERM);
    EXPECT_EQ(in_cage([] { return error_of(syscall(SYS_mount, "", "", "", 0, nullptr)); }), EPERM);
}

TEST(Inside, cannot_read_the_houses_files_nor_write_outside_its_folder) {
    if (syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) < 1)
        GTEST_SKIP() << "not run: this kernel has no Landlock";
    const auto secret = std::filesystem::absolute("lomwong_secret_of_the_house").string();
    std::ofstream(secret) << "the database";
    EXPECT_EQ(in_cage([&] { return error_of(open(secret.c_str(), O_RDONLY)); }), EACCES);
    EXPECT_EQ(in_cage([] { return error_of(open("/etc/passwd", O_RDONLY)); }), EACCES);
    EXPECT_EQ(in_cage([] { return error_of(open("/usr/lomwong", O_WRONLY | O_CREAT, 0600)); }), EACCES);
    EXPECT_EQ(in_cage([] { return error_of(open("of_its_own", O_RDWR | O_CREAT, 0600)); }), 0);
    std::filesystem::remove(secret);
}

TEST(Inside, memory_time_and_output_are_bounded) {
    Bounds small{};
    small.memory = std::uint64_t{256} << 20;
    const auto take = [] {
        return mmap(nullptr, std::size_t{512} << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? errno : 0;
    };
    EXPECT_EQ(in_cage(take, small), ENOMEM);

    small = {};
    small.seconds = 1;
    const auto spin = [] {
        while (getppid() != 0) {
        }
        return 0;
    };
    EXPECT_EQ(in_cage(spin, small), 200 + SIGKILL);

    small = {};
    small.output = 1000;
    const auto fill = [] {
        const std::string much(2000, 'x');
        const int file = open("much", O_RDWR | O_CREAT | O_TRUNC, 0600);
        return write(file, much.data(), much.size()) == 1000 && write(file, much.data(), much.size()) < 0 ? 0 : 1;
    };
    EXPECT_EQ(in_cage(fill, small), 200 + SIGXFSZ);
}

}  // namespace
}  // namespace decode

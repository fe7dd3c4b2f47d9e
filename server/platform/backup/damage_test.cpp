// What happens to disks, files and programs while a back-up is made or restored.

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fcntl.h>
#include <csignal>

#include "backup/archive.hpp"
#include "backup/testing_office.hpp"

namespace {

namespace fs = std::filesystem;
using namespace backup::testing;

EACH_ENGINE(Backup, cut_off_anywhere_it_is_named_and_nothing_is_restored) {
    Office office(engine);
    office.make();
    const auto whole = bytes_of(office.archive());
    const auto cut = office.folder / "cut.tar.zst";
    Empty empty(engine);
    for (std::size_t size = 0; size < whole.size(); size += 1 + whole.size() / 97) {
        std::ofstream(cut, std::ios::binary) << whole.substr(0, size);
        EXPECT_EQ(key_of([&] { backup::restore(empty.place(), cut, nobody); }), "backup_cut_off") << size;
        EXPECT_TRUE(empty.is_empty());
    }
}

EACH_ENGINE(Backup, with_one_bit_changed_anywhere_it_is_refused) {
    Office office(engine);
    office.make();
    const auto whole = bytes_of(office.archive());
    const auto changed = office.folder / "changed.tar.zst";
    Empty empty(engine);
    for (std::size_t at = 0; at < whole.size(); at += 1 + whole.size() / 97) {
        auto bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << at % 8));
        std::ofstream(changed, std::ios::binary) << bytes;
        const auto key = key_of([&] { backup::restore(empty.place(), changed, nobody); });
        const bool in_seal = at >= whole.size() - 56;
        EXPECT_TRUE(key == "backup_changed" || (in_seal && key == "backup_cut_off")) << at << " " << key;
        EXPECT_TRUE(empty.is_empty());
    }
}

// Runs `work` in a process of its own, which dies when it has told of its progress for the n-th time. False if it came to its end.
bool killed_at(int n, const std::function<void(const backup::Tell&)>& work) {
    const pid_t child = ::fork();
    if (child == 0) {
        int told = 0;
        work([&](const backup::Progress&) {
            if (++told == n) ::kill(::getpid(), SIGKILL);
        });
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status);
}

EACH_ENGINE(Backup, killed_in_the_middle_leaves_nothing_half) {
    Office office(engine);
    for (int n = 1; n < 100; n += 3)
        if (!killed_at(n, [&](const backup::Tell& tell) { backup::make(office.place(), office.archive(), {}, tell); })) break;
    const auto made = office.make();
    for (const auto& entry : fs::directory_iterator(office.archive().parent_path())) EXPECT_EQ(entry.path(), office.archive());

    Empty empty(engine);
    for (int n = 1; n < 100; n += 3) {
        const bool killed = killed_at(n, [&](const backup::Tell& tell) { backup::restore(empty.place(), office.archive(), tell); });
        if (!killed) break;
        EXPECT_TRUE(empty.is_empty()) << n;
    }
    expect_equal(office, empty);
}

TEST(Backup, killed_between_placing_the_files_and_the_database_can_be_restored_again) {
    Office office(db::Engine::sqlite);
    office.make();
    Empty empty(db::Engine::sqlite);
    fs::create_directories(empty.folder / ".restoring");
    std::ofstream(empty.folder / ".restoring" / "placing").flush();
    files::Store(empty.folder / "files").keep(png('c'));
    backup::restore(empty.place(), office.archive(), nobody);
    expect_equal(office, empty);
}

TEST(Backup, a_full_disk_is_named_and_what_stood_before_stands) {
    Office office(db::Engine::sqlite);
    office.make();
    const auto before = bytes_of(office.archive());
    Empty empty(db::Engine::sqlite);
    const auto behaviour = std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    ::getrlimit(RLIMIT_FSIZE, &old);
    const rlimit little{200, old.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &little);
    const auto key = key_of([&] { office.make(); });
    ::setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, behaviour);
    EXPECT_EQ(key, "backup_disk_full");
    EXPECT_EQ(bytes_of(office.archive()), before);
    EXPECT_EQ(std::distance(fs::directory_iterator(office.archive().parent_path()), {}), 1);
}

// In a process that has the folder's place on a disk of its own, so small. False where that is not allowed.
bool on_a_disk_of(int kilobytes, const fs::path& folder, const std::function<bool()>& well) {
    constexpr int not_allowed = 77;
    const pid_t child = ::fork();
    if (child == 0) {
        const auto size = "size=" + std::to_string(kilobytes) + "k";
        const bool allowed = ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                             ::mount("disk", folder.c_str(), "tmpfs", 0, size.c_str()) == 0;
        ::_exit(allowed ? (well() && !::testing::Test::HasFailure() ? 0 : 1) : not_allowed);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_NE(WEXITSTATUS(status), 1) << kilobytes << " kB";
    return WEXITSTATUS(status) != not_allowed;
}

bool is_all_or_nothing(Office& office, Empty& empty, int kilobytes) {
    const auto key = key_of([&] { backup::restore(empty.place(), office.archive(), nobody); });
    if (key == "backup_disk_full") return kilobytes < 4000 && empty.is_empty();
    expect_equal(office, empty);
    return key == "not refused" && kilobytes > 1200;
}

TEST(Backup, a_disk_that_fills_up_at_any_point_of_a_restore_is_named_and_nothing_stays) {
    Office office(db::Engine::sqlite);
    for (int i = 0; i < 3; ++i) office.keep(noise(400'000));
    office.make();
    Empty empty(db::Engine::sqlite);
    bool came_back = false;
    for (int size = 100; !came_back; size += 150) {
        const bool mounted = on_a_disk_of(size, empty.folder.path(), [&] { return is_all_or_nothing(office, empty, size); });
        if (!mounted) GTEST_SKIP() << "not run: this process may not mount a disk";
        came_back = size > 4000;
    }
    EXPECT_TRUE(empty.is_empty());
}

EACH_ENGINE(Backup, a_file_that_was_lost_or_damaged_before_is_told_and_the_rest_is_kept) {
    Office office(engine);
    const auto hashes = office.store().list();
    fs::remove(office.store().path(hashes[0]));
    fs::permissions(office.store().path(hashes[1]), fs::perms::owner_all);
    std::ofstream(office.store().path(hashes[1])) << "something else";
    const auto made = office.make();
    EXPECT_EQ(made.manifest.missing, std::vector<std::string>{hashes[0]});
    EXPECT_EQ(made.manifest.damaged, std::vector<std::string>{hashes[1]});
    Empty empty(engine);
    backup::restore(empty.place(), office.archive(), nobody);
    EXPECT_EQ(rows_of(empty.place().database), rows_of(office.place().database));
}

EACH_ENGINE(Backup, a_file_that_goes_while_it_is_made_is_lost_or_was_to_be_forgotten) {
    Office office(engine);
    const auto hashes = office.store().list();
    bool gone = false;
    const auto made = backup::make(office.place(), office.archive(), office.database->now(), [&](const backup::Progress&) {
        if (std::exchange(gone, true)) return;
        for (const auto& hash : hashes) fs::remove(office.store().path(hash));
        office.database->write([&](db::Tx& tx) {
            tx.run("DELETE FROM files_files WHERE hash = $1", hashes[0]);
            tx.run("DELETE FROM files_contents WHERE hash = $1", hashes[0]);
        });
    });
    EXPECT_EQ(made.manifest.forgotten, std::vector<std::string>{hashes[0]});
    EXPECT_EQ(made.manifest.missing, std::vector<std::string>{hashes[1]});
}

TEST(Backup, a_file_that_gets_shorter_while_it_is_read_is_named) {
    const http::Descriptor file(::open("/sys/kernel/mm/transparent_hugepage/enabled", O_RDONLY | O_CLOEXEC));
    if (!file) GTEST_SKIP() << "not run: no file that says it is longer than it is";
    Folder folder;
    {
        backup::ArchiveWriter out(folder / "one.tar.zst");
        EXPECT_EQ(key_of([&] { out.add("files/a", file); }), "backup_file_changed");
    }
    EXPECT_TRUE(fs::is_empty(folder.path())) << "nothing half is left";
}

EACH_ENGINE(Backup, an_archive_that_changes_after_its_seal_was_read_is_refused) {
    Office office(engine);
    office.keep(noise(3'000'000));
    office.make();
    const auto whole = bytes_of(office.archive());
    const auto changed = office.folder / "changed.tar.zst";
    Empty empty(engine);
    for (const bool cut : {true, false}) {
        std::ofstream(changed, std::ios::binary) << whole;
        const auto change = [&](const backup::Progress&) {
            if (cut) return fs::resize_file(changed, whole.size() / 2);
            std::ofstream(changed, std::ios::binary) << whole.substr(0, whole.size() / 2) << noise(whole.size() / 2);
        };
        EXPECT_EQ(key_of([&] { backup::restore(empty.place(), changed, change); }), "backup_changed") << cut;
        EXPECT_TRUE(empty.is_empty());
    }
}

TEST(Backup, keys_come_back_for_their_owner_alone_and_never_beside_others) {
    Office office(db::Engine::sqlite);
    office.make();
    Empty empty(db::Engine::sqlite);
    std::ofstream(empty.folder / "sign-in.key") << "another";
    EXPECT_EQ(key_of([&] { backup::restore(empty.place(), office.archive(), nobody); }), "backup_folder_in_use");
    EXPECT_EQ(bytes_of(empty.folder / "sign-in.key"), "another");
    fs::remove(empty.folder / "sign-in.key");
    backup::restore(empty.place(), office.archive(), nobody);
    EXPECT_EQ(fs::status(empty.folder / "sign-in.key").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

}  // namespace

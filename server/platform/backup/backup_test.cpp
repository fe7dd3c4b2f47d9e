#include "backup/backup.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <thread>

#include "backup/schedule.hpp"
#include "backup/testing.hpp"
#include "db/testing.hpp"
#include "files/files.hpp"
#include "journal/journal.hpp"
#include "journal/sealer.hpp"

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;
using backup::testing::rows_of;

constexpr base::PersonId officer{7};
constexpr db::Migration things{9000, "9000_things",
                               "CREATE TABLE test_things (id INTEGER PRIMARY KEY, within_id INTEGER REFERENCES test_things (id),"
                               " amount REAL, title TEXT NOT NULL, bytes BLOB) STRICT;"};
const backup::Tell nobody = [](const backup::Progress&) {};

std::vector<db::Migration> all_migrations() {
    return db::together({journal::migrations(), jobs::migrations(), files::migrations(), backup::migrations(), {&things, 1}});
}

// A folder of its own, gone afterwards.
class Folder {
  public:
    Folder() : path_(fs::temp_directory_path() / ("lomwong-backup-" + std::to_string(::getpid()) + "-" + std::to_string(++count_))) {
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] fs::path operator/(const char* name) const { return path_ / name; }
    [[nodiscard]] const fs::path& path() const { return path_; }

  private:
    static inline int count_ = 0;
    fs::path path_;
};

std::string png(char which) {
    return "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\x10\0\0\0\x10\x08\x02\0\0\0\0\0\0\0"s + which;
}

// An installation with something of everything in it.
class Office {
  public:
    explicit Office(db::Engine engine) : database(engine, {all_migrations()}) {
        write_thing("หนึ่ง\tสอง\n");
        write_thing("");
        for (const char which : {'a', 'b'}) {
            const auto content = std::get<files::Content>(store().keep(png(which)));
            database->write([&](db::Tx& tx) { files::add(tx, officer, content, "picture.png"); });
        }
        std::ofstream(folder / "lomwong.toml") << "port = 8123\n";
        journal::seal(*database);
    }

    void write_thing(const std::string& title) {
        database->write([&](db::Tx& tx) {
            const auto id = tx.new_id<base::Id<struct ThingTag>>();
            tx.run("INSERT INTO test_things (id, within_id, amount, title, bytes) VALUES ($1, $1, $2, $3, $4)", id, 0.1, title,
                   db::Blob{"\0\xff"s});
            journal::record(tx, officer, "test.written", {id, 1, title});
        });
    }

    files::Store store() { return files::Store(folder / "files"); }
    backup::Place place() { return {database.address(), folder.path(), "0.1.0", all_migrations()}; }
    backup::Made make() { return backup::make(place(), archive(), database->now(), nobody); }
    fs::path archive() { return folder / "made" / "one.tar.zst"; }

    Folder folder;
    db::testing::Fresh database;
};

// An empty one, for what comes back.
class Empty {
  public:
    explicit Empty(db::Engine engine) {
        if (engine == db::Engine::postgres) database_.emplace(engine, std::vector<std::span<const db::Migration>>{});
    }
    backup::Place place() {
        const db::Address embedded{db::Engine::sqlite, (folder / "lomwong.sqlite").string()};
        return {database_ ? database_->address() : embedded, folder.path(), "0.1.0", all_migrations()};
    }
    bool is_empty() { return db::is_empty(place().database) && !fs::exists(folder / "lomwong.sqlite") && !fs::exists(folder / "files"); }

    Folder folder;

  private:
    std::optional<db::testing::Fresh> database_;
};

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string key_of(const std::function<void()>& refused) {
    try {
        refused();
    } catch (const backup::Refused& why) {
        return std::string(why.key());
    }
    return "not refused";
}

void expect_equal(Office& office, Empty& other) {
    EXPECT_EQ(rows_of(office.place().database), rows_of(other.place().database));
    const files::Store store(other.folder / "files");
    EXPECT_EQ(store.list().size(), office.store().list().size());
    for (const auto& hash : office.store().list()) EXPECT_EQ(bytes_of(store.path(hash)), bytes_of(office.store().path(hash)));
    EXPECT_EQ(bytes_of(other.folder / "lomwong.toml"), "port = 8123\n");
    EXPECT_FALSE(fs::exists(other.folder / ".restoring"));
}

db::Engine other(db::Engine engine) {
    return engine == db::Engine::sqlite ? db::Engine::postgres : db::Engine::sqlite;
}

EACH_ENGINE(Backup, comes_back_with_every_row_of_every_table_every_file_and_the_settings) {
    Office office(engine);
    const auto made = office.make();
    EXPECT_TRUE(made.complete());
    EXPECT_EQ(made.bytes, static_cast<std::int64_t>(fs::file_size(office.archive())));
    Empty empty(engine);
    const auto restored = backup::restore(empty.place(), office.archive(), nobody);
    EXPECT_TRUE(restored.verdict.whole());
    EXPECT_EQ(restored.verdict.events, 2);
    expect_equal(office, empty);
    EXPECT_EQ(db::Database::open(empty.place().database, {}, db::testing::Fresh::system_clock())->migrate(all_migrations()), 0);
}

EACH_ENGINE(Backup, goes_from_either_engine_into_the_other) {
    if (!db::testing::postgres_given()) GTEST_SKIP() << "not run: LOMWONG_TEST_POSTGRES is not set";
    Office office(engine);
    office.make();
    Empty empty(other(engine));
    backup::restore(empty.place(), office.archive(), nobody);
    expect_equal(office, empty);
}

EACH_ENGINE(Backup, is_of_one_moment_while_others_write) {
    Office office(engine);
    for (int i = 0; i < 300; ++i) office.write_thing("before");
    std::atomic<bool> done = false;
    std::thread writer([&] {
        while (!done) office.write_thing("meanwhile");
    });
    office.make();
    done = true;
    writer.join();
    Empty empty(engine);
    const auto restored = backup::restore(empty.place(), office.archive(), nobody);
    EXPECT_TRUE(restored.verdict.whole());
    const auto& rows = restored.manifest.rows;
    EXPECT_EQ(rows.at("test_things"), rows.at("journal_events")) << "each was written with the other in one transaction";
    EXPECT_GE(rows.at("test_things"), 302);
}

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

EACH_ENGINE(Backup, of_a_newer_program_is_refused_in_both_languages) {
    Office office(engine);
    office.make();
    Empty empty(engine);
    auto older = empty.place();
    older.version = "0.0.9";
    std::erase_if(older.migrations, [](const db::Migration& migration) { return migration.number == things.number; });
    try {
        backup::restore(older, office.archive(), nobody);
        FAIL() << "not refused";
    } catch (const backup::Refused& why) {
        EXPECT_EQ(why.key(), "backup_newer");
        EXPECT_NE(std::string(why.what()).find("รุ่น 0.1.0"), std::string::npos) << why.what();
        EXPECT_NE(std::string(why.what()).find("newer than this one (0.0.9)"), std::string::npos) << why.what();
    }
    EXPECT_TRUE(empty.is_empty());
}

EACH_ENGINE(Backup, of_an_older_program_is_restored_and_then_brought_up_to_date) {
    Office office(engine);
    office.make();
    Empty empty(engine);
    auto newer = empty.place();
    newer.migrations.push_back({150, "0150_more", "CREATE TABLE test_more (id INTEGER PRIMARY KEY) STRICT;"});
    backup::restore(newer, office.archive(), nobody);
    EXPECT_EQ(db::Database::open(newer.database, {}, db::testing::Fresh::system_clock())->migrate(newer.migrations), 1);
}

EACH_ENGINE(Backup, nothing_is_written_over) {
    Office office(engine);
    office.make();
    const auto before = rows_of(office.place().database);
    EXPECT_EQ(key_of([&] { backup::restore(office.place(), office.archive(), nobody); }),
              engine == db::Engine::sqlite ? "backup_folder_in_use" : "backup_database_in_use");
    EXPECT_EQ(rows_of(office.place().database), before);
    Empty empty(engine);
    files::Store(empty.folder / "files").keep(png('c'));
    EXPECT_EQ(key_of([&] { backup::restore(empty.place(), office.archive(), nobody); }), "backup_folder_in_use");
    EXPECT_EQ(files::Store(empty.folder / "files").list().size(), 1U);
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

EACH_ENGINE(Backup, a_check_compares_everything_and_leaves_nothing) {
    Office office(engine);
    office.make();
    Folder scratch;
    const auto checked = backup::check(office.place(), office.archive(), scratch.path(), nobody);
    EXPECT_TRUE(checked.verdict.whole());
    EXPECT_EQ(checked.manifest.files, 2);
    EXPECT_EQ(checked.manifest.rows.at("test_things"), 2);
    EXPECT_TRUE(fs::is_empty(scratch.path()));
}

EACH_ENGINE(Backup, a_check_tells_when_the_journal_had_been_tampered_with) {
    Office office(engine);
    office.database->write([](db::Tx& tx) { tx.run("UPDATE journal_revisions SET body = 'other'"); });
    office.make();
    Folder scratch;
    EXPECT_FALSE(backup::check(office.place(), office.archive(), scratch.path(), nobody).verdict.whole());
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

TEST(Backup, what_is_no_back_up_is_not_taken_for_one) {
    Folder folder;
    Empty empty(db::Engine::sqlite);
    EXPECT_EQ(key_of([&] { backup::restore(empty.place(), folder / "none", nobody); }), "backup_absent");
    EXPECT_EQ(key_of([&] { backup::make(empty.place(), folder / "one", {}, nobody); }), "backup_nothing_here");
    EXPECT_FALSE(fs::exists(folder / "one"));
}

EACH_ENGINE(Backup, is_made_each_day_by_itself_and_what_became_of_it_is_written_down) {
    Office office(engine);
    const backup::Keeper keeper{*office.database, office.place(), {.folder = office.folder / "daily", .hour = 2, .keep = {}}};
    backup::make_if_due(keeper);
    backup::make_if_due(keeper);
    const auto runs = backup::list_runs(*office.database->read(), 10);
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs[0].problem, std::nullopt);
    EXPECT_EQ(runs[0].bytes, static_cast<std::int64_t>(fs::file_size(runs[0].archive)));
    backup::check_and_note(keeper, runs[0].archive, nobody);
    EXPECT_TRUE(backup::find_last_good(*office.database->read(), backup::RunKind::checked));

    fs::remove(office.store().path(office.store().list()[0]));
    backup::make_and_note(keeper, office.archive(), nobody);
    EXPECT_NE(backup::list_runs(*office.database->read(), 1)[0].problem, std::nullopt) << "a file is lost";
    EXPECT_EQ(backup::find_last_good(*office.database->read(), backup::RunKind::made)->archive, runs[0].archive);
}

}  // namespace

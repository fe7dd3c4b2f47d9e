#include "backup/backup.hpp"

#include <atomic>
#include <thread>

#include "backup/schedule.hpp"
#include "backup/testing_office.hpp"

namespace {

namespace fs = std::filesystem;
using namespace backup::testing;

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

TEST(Backup, takes_the_settings_that_are_in_force_wherever_they_stand) {
    Office office(db::Engine::sqlite);
    office.settings = office.folder / "etc.toml";
    std::ofstream(office.settings) << "port = 80\n";
    office.make();
    Empty empty(db::Engine::sqlite);
    EXPECT_EQ(backup::restore(empty.place(), office.archive(), nobody).settings_beside, fs::path{});
    EXPECT_EQ(bytes_of(empty.folder / "lomwong.toml"), "port = 80\n");
}

TEST(Backup, leaves_settings_that_are_in_force_as_they_are_and_says_where_those_of_the_archive_lie) {
    Office office(db::Engine::sqlite);
    office.make();
    Empty empty(db::Engine::sqlite);
    auto place = empty.place();
    place.settings = empty.folder / "etc.toml";
    std::ofstream(place.settings) << "port = 80\n";
    const auto beside = backup::restore(place, office.archive(), nobody).settings_beside;
    EXPECT_EQ(beside, empty.folder / "lomwong.toml.restored");
    EXPECT_EQ(bytes_of(beside), "port = 8123\n");
    EXPECT_EQ(bytes_of(place.settings), "port = 80\n");
    EXPECT_FALSE(fs::exists(empty.folder / "lomwong.toml"));
}

TEST(Backup, says_nothing_of_settings_that_are_the_same) {
    Office office(db::Engine::sqlite);
    office.make();
    Empty empty(db::Engine::sqlite);
    std::ofstream(empty.folder / "lomwong.toml") << "port = 8123\n";
    EXPECT_EQ(backup::restore(empty.place(), office.archive(), nobody).settings_beside, fs::path{});
    EXPECT_FALSE(fs::exists(empty.folder / "lomwong.toml.restored"));
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

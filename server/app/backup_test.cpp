#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "app/commands/commands.hpp"
#include "app/config.hpp"
#include "app/wiring.hpp"
#include "backup/run_queries.hpp"
#include "backup/testing.hpp"
#include "db/testing.hpp"
#include "files/store.hpp"

// The tables of all parts, with the example in them: out by the command, in by the command.
namespace {

namespace fs = std::filesystem;

class Home {
  public:
    Home(const std::string& name, db::Engine engine) : empty_(engine, {}) {
        config.data = fs::temp_directory_path() / ("lomwong-home-" + std::to_string(::getpid()) + "-" + name);
        fs::remove_all(config.data);
        if (engine == db::Engine::postgres) config.database = empty_.address().where;
    }
    ~Home() { fs::remove_all(config.data); }
    Home(const Home&) = delete;
    Home& operator=(const Home&) = delete;

    // Of what became of back-ups the one that is told of cannot know.
    std::multiset<std::string> rows() const {
        auto all = backup::testing::rows_of(db::Address::parse(config.database_address()));
        std::erase_if(all, [](const std::string& row) { return row.starts_with("backup_runs "); });
        return all;
    }

    app::Config config;

  private:
    db::testing::Fresh empty_;
};

EACH_ENGINE(WholeBackup, a_whole_office_comes_back_equal_and_its_journal_is_whole) {
    Home home("one", engine);
    ASSERT_EQ(app::load_demo(home.config), 0);
    const auto archive = (home.config.data / "made.tar.zst").string();
    ASSERT_EQ(app::make_backup(home.config, {.archive = archive, .check = false}), 0);
    EXPECT_EQ(app::make_backup(home.config, {.archive = archive, .check = true}), 0);

    Home other("two", engine);
    ASSERT_EQ(app::restore_backup(other.config, archive), 0);
    EXPECT_EQ(home.rows(), other.rows());
    EXPECT_EQ(files::Store(home.config.data / "files").list().size(), files::Store(other.config.data / "files").list().size());
    EXPECT_EQ(app::verify(other.config), 0);
    EXPECT_EQ(app::migrate(other.config), 0);
}

EACH_ENGINE(WholeBackup, what_a_command_could_not_do_is_written_down_too) {
    Home home("noted", engine);
    ASSERT_EQ(app::migrate(home.config), 0);
    const auto runs = [&] {
        const auto place = app::place_of(home.config);
        return backup::list_runs(*db::Database::open(place.database, {}, db::testing::Fresh::system_clock())->read(), 10);
    };
    std::ofstream(home.config.data / "cut.tar.zst") << "nothing";
    EXPECT_THROW(app::make_backup(home.config, {.archive = (home.config.data / "cut.tar.zst").string(), .check = true}), backup::Refused);
    ASSERT_EQ(runs().size(), 1U);
    EXPECT_EQ(runs()[0].kind, backup::RunKind::checked);
    EXPECT_NE(runs()[0].problem.value_or("").find("is cut off"), std::string::npos);

    EXPECT_THROW(app::make_backup(home.config, {.archive = "/proc/nowhere/one.tar.zst", .check = false}), std::exception);
    ASSERT_EQ(runs().size(), 2U);
    EXPECT_NE(runs()[0].problem, std::nullopt);
}

}  // namespace

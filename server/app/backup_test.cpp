#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "app/commands/commands.hpp"
#include "app/config.hpp"
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

}  // namespace

#include <gtest/gtest.h>

#include "app/commands/commands.hpp"
#include "app/wiring.hpp"
#include "db/testing.hpp"
#include "journal/verify.hpp"

// The example, as `lomwong demo` loads it.
namespace {

namespace fs = std::filesystem;

class Demo : public testing::Test {
  protected:
    app::Config config_of(std::string_view name) const {
        app::Config config;
        config.data = folder / name;
        return config;
    }
    int load(const app::Config& config) const {
        testing::internal::CaptureStdout();
        const int result = app::load_demo(config);
        testing::internal::GetCapturedStdout();
        return result;
    }
    // What every record says of itself, without ids and the moment of its writing.
    static std::vector<std::string> told(const app::Config& config) {
        const app::Installation installation{config};
        return installation.database->read()->all<std::string>(
            "SELECT r.kind || ' ' || r.address || ' ' || r.title || ' ' || r.state || ' ' || r.visibility || ' ' || r.happened_on"
            " FROM records_v_records r ORDER BY r.kind, r.number");
    }
    ~Demo() override { fs::remove_all(folder); }

    const fs::path folder = fs::temp_directory_path() / ("lomwong-demo-" + std::to_string(::getpid()));
};

TEST_F(Demo, is_the_same_in_every_fresh_folder_and_never_goes_into_a_used_one) {
    const auto first = config_of("first"), second = config_of("second");
    ASSERT_EQ(load(first), 0);
    const auto before = told(first);
    EXPECT_GT(before.size(), 100u);
    EXPECT_THROW(app::load_demo(first), std::runtime_error);
    EXPECT_EQ(told(first), before) << "the refusal changed nothing";
    ASSERT_EQ(load(second), 0);
    EXPECT_EQ(told(second), before);
    const app::Installation installation{first};
    EXPECT_TRUE(journal::verify(*installation.database->read()).whole());
}

}  // namespace

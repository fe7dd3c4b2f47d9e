#include <gtest/gtest.h>

#include <boost/json/object.hpp>

#include "app/commands/commands.hpp"
#include "app/demo/inside.hpp"
#include "app/wiring.hpp"
#include "db/testing.hpp"
#include "goals/goals.hpp"
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

TEST_F(Demo, has_a_number_for_each_row_of_the_official_report_and_groups_of_who_needs_care) {
    const auto config = config_of("figures");
    ASSERT_EQ(load(config), 0);
    const app::Installation installation{config};
    EXPECT_TRUE(goals::verify_rollups(*installation.database).whole());
    app::demo::Inside guest(installation.services);

    const auto report = guest.get("/api/indicator-sets/bmn_2560/report?area=71");
    EXPECT_EQ(report.at("periods").as_array().size(), 3u);
    std::vector<boost::json::value> rows;
    for (const auto& group : report.at("parts").at(0).at("groups").as_array())
        for (const auto& row : group.at("rows").as_array()) rows.push_back(row);
    ASSERT_EQ(rows.size(), 31u);
    for (const auto& row : rows) EXPECT_TRUE(row.as_object().contains("passed")) << row.at("code");
    const auto& vaccinated = rows.at(2).at("passed");
    EXPECT_EQ(vaccinated.at("percent_passed").to_number<double>(), 100.0);
    EXPECT_EQ(vaccinated.at("failed").to_number<int>(), 1) << "rounded to 100.00, and not all";

    const auto figure = guest.get("/api/figures/cared_for/710911/2568");
    const auto groups = figure.at("groups").as_array();
    ASSERT_EQ(groups.size(), 2u);
    const auto part = [&](std::size_t i) { return groups.at(i).at("figure").at("denominator").to_number<int>(); };
    EXPECT_EQ(part(0) + part(1), figure.at("whole").at("figure").at("denominator").to_number<int>()) << "nobody entered the total";
}

}  // namespace

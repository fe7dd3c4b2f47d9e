#include "app/telemetry.hpp"

#include <gtest/gtest.h>
#include <spdlog/logger.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "app/whole_office.hpp"
#include "http/site.hpp"

namespace {

std::string read_file(const char* path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

// The families that an expression's names belong to.
std::set<std::string> families_in(const std::string& text) {
    static const std::regex name{"\\b(lomwong|process)_[a-z_]+"};
    static const std::regex of_histogram{"_(bucket|sum|count)$"};
    std::set<std::string> families;
    for (auto found = std::sregex_iterator(text.begin(), text.end(), name); found != std::sregex_iterator(); ++found)
        families.insert(std::regex_replace(found->str(), of_histogram, ""));
    return families;
}

class Told {
  public:
    explicit Told(app::WholeOffice& office)
        : site_{{office.router, office.installation().services, assets_, http::PageFrame::plain(), std::make_shared<spdlog::logger>("none"),
                 nullptr}} {}

    std::string ask(std::string_view target) {
        http::Request request;
        request.target = target;
        return std::get<std::string>(site_.handle(request).body);
    }

  private:
    http::Assets assets_{"lomwong-web-1\n\n"};
    http::Site site_;
};

EACH_ENGINE(Telemetry, every_figure_that_the_board_and_the_alerts_ask_for_is_told) {
    app::WholeOffice office(engine);
    const auto figures = Told(office).ask("/metrics");
    for (const auto* path : {"packaging/monitoring/grafana-board.json", "packaging/monitoring/prometheus-alerts.yml"}) {
        const auto asked = families_in(read_file(path));
        EXPECT_GE(asked.size(), 5U) << path;
        for (const auto& family : asked)
            EXPECT_NE(figures.find("# TYPE " + family + ' '), std::string::npos) << path << " asks for " << family;
    }
}

double value_of(const std::string& figures, const std::string& sample) {
    const auto at = figures.find('\n' + sample + ' ');
    return at == std::string::npos ? -1 : std::stod(figures.substr(at + sample.size() + 2));
}

EACH_ENGINE(Telemetry, what_waits_is_counted_and_what_was_done_is_not) {
    app::WholeOffice office(engine);
    Told told(office);
    office.catch_up();
    office.database().write([](db::Tx& tx) { jobs::add(tx, "files.make_sizes", "{}"); });
    const auto before = told.ask("/metrics");
    EXPECT_EQ(value_of(before, R"(lomwong_jobs{handler="files.make_sizes",state="due"})"), 1);
    EXPECT_EQ(value_of(before, "lomwong_search_behind"), 0);
    EXPECT_EQ(value_of(before, "lomwong_journal_unsealed"), 0);
    EXPECT_GT(value_of(before, "lomwong_database_bytes"), 100'000);

    office.new_administrator();
    office.database().write([&](db::Tx& tx) { people::add_organisation(tx, "เทศบาลใหม่"); });
    EXPECT_GT(value_of(told.ask("/metrics"), "lomwong_journal_unsealed"), 0);
    journal::seal(office.database());
    EXPECT_GT(value_of(told.ask("/metrics"), "lomwong_search_behind"), 0);
    office.catch_up();
    EXPECT_EQ(value_of(told.ask("/metrics"), "lomwong_search_behind"), 0);
}

EACH_ENGINE(Telemetry, it_is_ready_once_it_can_read_and_write) {
    app::WholeOffice office(engine);
    EXPECT_EQ(Told(office).ask("/readyz"), "ready\n");
}

}  // namespace

#include <zlib.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/csv.hpp"
#include "base/testing.hpp"
#include "goals/figures/figure.hpp"
#include "goals/goals.hpp"
#include "support/office.hpp"

// The registered population of every subdistrict at the end of eight years, put together by us and by the registration itself.
namespace goals {

namespace {

constexpr base::Date today{2026, 11, 22};
const std::set<int> years{2012, 2013, 2014, 2017, 2018, 2019, 2020, 2021};

std::string unzipped(std::string packed) {
    z_stream stream{};
    inflateInit2(&stream, 16 + MAX_WBITS);
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string text;
    std::string block(1 << 20, '\0');
    for (int state = Z_OK; state == Z_OK;) {
        stream.next_out = reinterpret_cast<Bytef*>(block.data());
        stream.avail_out = static_cast<uInt>(block.size());
        state = inflate(&stream, Z_NO_FLUSH);
        text.append(block, 0, block.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    return text;
}

// What the registration published of one year, by code; subdistricts as a table of values.
struct Published {
    std::map<int, std::map<std::string, std::int64_t>> above;
    std::string subdistricts = "indicator,area,period,value\n";

    explicit Published(const std::string& text) {
        const std::vector<base::csv::Column> columns{{"year", {}, true}, {"level", {}, true}, {"geocode", {}, true}, {"total", {}, true}};
        base::csv::Table table(text, columns);
        while (const auto line = table.next()) {
            const auto& [year, level, code, total] = std::tie(line->cells[0], line->cells[1], line->cells[2], line->cells[3]);
            if (!years.contains(std::stoi(year))) continue;
            if (level == "subdistrict")
                subdistricts.append("population,").append(code).append(",").append(year).append(",").append(total).append("\n");
            else
                above[std::stoi(year)][code == "0" ? "th" : code] = std::stoll(total);
        }
    }
};

struct Registration : support::Office {
    explicit Registration(db::Engine engine) : Office(engine, {{areas::migrations()}, {goals::migrations()}}) {
        areas::plant_tree(database(), today);
    }

    // Areas of one level for which we come to another number than was published: "5707 +2".
    std::set<std::string> differences(int year, areas::Level level, const std::map<std::string, std::int64_t>& published) {
        auto lease = database().read();
        std::map<base::AreaId, std::string> codes;
        for (const auto& [code, life] : areas::list_lives(*lease))
            if (areas::level_of(life.id) == level && published.contains(code)) codes[life.id] = code;
        std::vector<base::AreaId> asked;
        asked.reserve(codes.size());
        for (const auto& [id, code] : codes) asked.push_back(id);
        const auto period = base::period_around({year, 1, 1}, base::PeriodKind::year);
        const auto figures = list_figures(*lease, *find_indicator(*lease, "population"), asked, period);
        std::set<std::string> found;
        for (std::size_t i = 0; i < asked.size(); ++i) {
            const auto& code = codes.at(asked[i]);
            const auto more = figures[i].value.value_or(base::Decimal{}).value / base::Decimal::one - published.at(code);
            if (more != 0) found.insert(code + (more > 0 ? " +" : " ") + std::to_string(more));
        }
        return found;
    }
};

}  // namespace

struct Population : base::testing::Beside {
    Population() : Beside({"data/th/pop/population_2007_2021_by_area.csv.gz"}) {}
};

TEST_F(Population, of_subdistricts_rolls_up_to_what_was_published_for_districts_provinces_and_the_nation) {
    const Published published(unzipped(file()));
    for (const auto engine : db::testing::engines()) {
        Registration office(engine);
        std::vector<base::WrongRow> wrong;
        const auto tally = import_values(
            office.database(), {.by = {}, .source = "population", .file_hash = "", .today = today, .unknown = Unknown::create},
            [&] { return LineReader(published.subdistricts); }, [&](const base::WrongRow& row) { wrong.push_back(row); });
        EXPECT_EQ(tally.written, 59'460);
        ASSERT_EQ(wrong.size(), 2u);
        EXPECT_EQ(wrong[0].code, "value_missing");  // Bang Bon, of which 2561 tells nothing
        EXPECT_EQ(wrong[1].code, "unknown_area");   // a municipality's own office in 2563, whose people are in a subdistrict's count, too

        // Where the source's own subdistricts do not come to its districts: `bench/population` tells of all years.
        const std::map<int, std::set<std::string>> known{
            {2013, {"5707 +2", "5715 -2"}}, {2014, {"5707 +1", "5715 -1"}}, {2020, {"4008 +8874", "7202 +4514"}}};
        for (const auto& [year, above] : published.above) {
            EXPECT_EQ(office.differences(year, areas::Level::country, above), std::set<std::string>{}) << year;
            EXPECT_EQ(office.differences(year, areas::Level::province, above), std::set<std::string>{}) << year;
            EXPECT_EQ(office.differences(year, areas::Level::district, above),
                      known.contains(year) ? known.at(year) : std::set<std::string>{})
                << year;
        }
    }
}

}  // namespace goals

#include "goals/rollup/verify.hpp"

#include <fmt/format.h>

#include <array>

#include "goals/rollup/totals.hpp"

namespace goals {

namespace {

// How many ids an area of each depth spans.
constexpr std::array<std::int64_t, depth_of_places + 1> units{10'000'000'000, 1'000'000'000, 10'000'000, 100'000, 1'000, 1};

struct SeriesToVerify {
    SeriesId id;
    std::string indicator;
    std::string first_day;
    std::string last_day;
    std::string breakdown;
    areas::Level level{};
};
BOOST_DESCRIBE_STRUCT(SeriesToVerify, (), (id, indicator, first_day, last_day, breakdown, level))

std::vector<SeriesToVerify> list_to_verify(db::Session& db) {
    return db.all<SeriesToVerify>(
        "SELECT s.id, i.code AS indicator, s.first_day, s.last_day, s.breakdown, s.level FROM goals_series s"
        " JOIN goals_indicators i ON i.id = s.indicator_id ORDER BY s.id");
}

// The numbers of places that are of the level asked: villages up to 100, communities from 101; above the places there are none.
struct Places {
    std::int64_t first;
    std::int64_t last;
};
Places places_of(areas::Level level) {
    if (level == areas::Level::village) return {1, 100};
    if (level == areas::Level::community) return {101, 999};
    return {0, 0};
}

// Both sides of one figure.
struct Pair {
    base::AreaId area_id;
    std::int64_t amounts{}, reported{}, not_asked{}, not_applicable{};
    base::Decimal numerator, denominator, lowest, highest;
    std::int64_t f_amounts{}, f_reported{}, f_not_asked{}, f_not_applicable{};
    base::Decimal f_numerator, f_denominator, f_lowest, f_highest;

    [[nodiscard]] Summary recomputed() const {
        return {amounts, reported, not_asked, not_applicable, numerator, denominator, lowest, highest};
    }
    [[nodiscard]] Summary stands() const {
        return {f_amounts, f_reported, f_not_asked, f_not_applicable, f_numerator, f_denominator, f_lowest, f_highest};
    }
};
BOOST_DESCRIBE_STRUCT(Pair, (),
                      (area_id, amounts, reported, not_asked, not_applicable, numerator, denominator, lowest, highest, f_amounts,
                       f_reported, f_not_asked, f_not_applicable, f_numerator, f_denominator, f_lowest, f_highest))

#define LAST_UNDER(area)                                                                                                           \
    "CASE WHEN " area " % 1000 <> 0 THEN " area " WHEN " area " % 100000 <> 0 THEN " area " + 999 WHEN " area                      \
    " % 10000000 <> 0 THEN " area " + 99999 WHEN " area " % 1000000000 <> 0 THEN " area " + 9999999 WHEN " area " <> 0 THEN " area \
    " + 999999999 ELSE 9999999999 END"

#define SUM_OF(member) "CAST(sum(" member ") AS BIGINT) AS " member
#define SUMS          \
    SUM_OF("amounts") \
    ", " SUM_OF("reported") ", " SUM_OF("not_asked") ", " SUM_OF("not_applicable") ", " SUM_OF("numerator") ", " SUM_OF("denominator")

// $1 the series, $2 the unit of the level asked, $3 and $4 an area is of it or finer if its id modulo $3 is at least $4, $5 and $6 the
// numbers of places that are asked.
// gathered: what places say stands at their subdistrict, where it counts for all depths alike.
// finest: the numbers below which there is no other, and those that add (made = 2); the others do not count. An area of the level asked has
// reported if one of them lies in it.
#define RECOMPUTED \
    "WITH depths (depth, unit, coarser, least) AS (VALUES (0, 10000000000, 1, 0), (1, 1000000000, 10000000000, 1),"                    \
    " (2, 10000000, 1000000000, 1), (3, 100000, 10000000, 1), (4, 1000, 100000, 1)),"                                                  \
    " counted AS (SELECT area_id, state, made, numerator, denominator FROM goals_values WHERE series_id = $1 AND stage >= 2),"               \
    " finest AS (SELECT c.area_id, c.numerator, coalesce(c.denominator, 0) AS denominator FROM counted c WHERE c.state = 0"            \
    " AND (c.area_id % 1000 <> 0 OR c.made = 2 OR NOT EXISTS (SELECT 1 FROM goals_values b WHERE b.series_id = $1 AND b.stage >= 2 AND b.state = 0"  \
    " AND b.area_id > c.area_id AND b.area_id <= " LAST_UNDER("c.area_id") "))),"                                                      \
    " heard AS (SELECT DISTINCT area_id / $2 * $2 AS area_id FROM finest WHERE area_id % $3 >= $4"                                     \
    " AND ($2 > 1 OR area_id % 1000 BETWEEN $5 AND $6)),"                                                                              \
    " silent AS (SELECT c.area_id, c.state FROM counted c WHERE c.state <> 0 AND c.area_id % $3 >= $4 AND c.area_id % $2 = 0"          \
    " AND ($2 > 1 OR c.area_id % 1000 BETWEEN $5 AND $6) AND c.area_id NOT IN (SELECT area_id FROM heard)),"         \
    " pieces AS (SELECT area_id, 1 AS amounts, 0 AS reported, 0 AS not_asked, 0 AS not_applicable, numerator, denominator,"            \
    " numerator AS low, numerator AS high FROM finest"                                                                                 \
    " UNION ALL SELECT area_id, 0, 1, 0, 0, 0, 0, NULL, NULL FROM heard"                                                               \
    " UNION ALL SELECT area_id, 0, 0, CASE state WHEN 1 THEN 1 ELSE 0 END, CASE state WHEN 2 THEN 1 ELSE 0 END, 0, 0, NULL, NULL"      \
    " FROM silent),"                                                                                                                   \
    " gathered AS (SELECT area_id / 1000 * 1000 AS area_id, " SUMS ", min(low) AS low, max(high) AS high FROM pieces"                  \
    " GROUP BY area_id / 1000 * 1000),"                                                                                                \
    " recomputed AS (SELECT d.depth, p.area_id / d.unit * d.unit AS area_id, " SUMS ", coalesce(min(low), 0) AS lowest,"               \
    " coalesce(max(high), 0) AS highest"                                                                                               \
    " FROM gathered p JOIN depths d ON p.area_id % d.coarser >= d.least GROUP BY d.depth, p.area_id / d.unit * d.unit)"

// Both sides of a figure stand in two rows; a join of them would look through one side for each row of the other.
#define MEMBERS "amounts, reported, not_asked, not_applicable, numerator, denominator, lowest, highest"
#define NOTHING(prefix, member) "CAST(NULL AS BIGINT) AS " prefix member
#define NOTHING_AS(prefix)                                                                                                  \
    NOTHING(prefix, "amounts")                                                                                              \
    ", " NOTHING(prefix, "reported") ", " NOTHING(prefix, "not_asked") ", " NOTHING(prefix, "not_applicable") ", " NOTHING( \
        prefix, "numerator") ", " NOTHING(prefix, "denominator") ", " NOTHING(prefix, "lowest") ", " NOTHING(prefix, "highest")
#define BOTH(member) "coalesce(max(" member "), 0) AS " member ", coalesce(max(f_" member "), 0) AS f_" member
#define DIFFERS(member) "max(" member ") <> max(f_" member ")"

std::vector<Pair> list_wrong(db::Session& db, const SeriesToVerify& series) {
    const int depth = std::min(static_cast<int>(series.level), depth_of_places);
    const auto places = places_of(series.level);
    return db.all<Pair>(
        RECOMPUTED
        " SELECT area_id, " BOTH("amounts") ", " BOTH("reported") ", " BOTH("not_asked") ", " BOTH("not_applicable") ", " BOTH("numerator")
        ", " BOTH("denominator") ", " BOTH("lowest") ", " BOTH("highest")
        " FROM (SELECT depth, area_id, " MEMBERS ", " NOTHING_AS("f_") " FROM recomputed"
        " UNION ALL SELECT depth, area_id, " NOTHING_AS("") ", " MEMBERS " FROM goals_figures WHERE series_id = $1) AS sides"
        " GROUP BY depth, area_id HAVING count(*) <> 2 OR " DIFFERS("amounts") " OR " DIFFERS("reported") " OR " DIFFERS("not_asked")
        " OR " DIFFERS("not_applicable") " OR " DIFFERS("numerator") " OR " DIFFERS("denominator") " OR " DIFFERS("lowest")
        " OR " DIFFERS("highest") " ORDER BY depth, area_id",
        series.id, units.at(static_cast<std::size_t>(depth)), depth == 0 ? 1 : units.at(static_cast<std::size_t>(depth - 1)),
        depth == 0 ? 0 : 1, places.first, places.last);
}

// "numerator stands 12, recomputed 13" for each member that differs
std::string differences(const Summary& stands, const Summary& recomputed) {
    std::string text;
    boost::mp11::mp_for_each<db::members_of<Summary>>([&](auto member) {
        const auto number = [&](const Summary& summary) {
            if constexpr (std::is_same_v<std::remove_cvref_t<decltype(summary.*member.pointer)>, base::Decimal>)
                return base::to_text(summary.*member.pointer);
            else
                return std::to_string(summary.*member.pointer);
        };
        if (stands.*member.pointer != recomputed.*member.pointer)
            text += fmt::format("{}{} stands {}, recomputed {}", text.empty() ? "" : "; ", member.name, number(stands), number(recomputed));
    });
    return text;
}

void add(RollupVerdict& verdict, const SeriesToVerify& series, base::AreaId area, const Summary& stands, const Summary& recomputed) {
    if (verdict.wrong.size() < RollupVerdict::most)
        verdict.wrong.push_back({series.indicator, series.first_day + "/" + series.last_day, series.breakdown, area, stands, recomputed});
}

void verify_totals(RollupVerdict& verdict, db::Session& db, const SeriesToVerify& series) {
    for (const auto& wrong : list_wrong_totals(db, series.id)) {
        Summary stands;
        stands.numerator = wrong.stands_numerator;
        stands.denominator = wrong.stands_denominator;
        Summary recomputed;
        recomputed.numerator = wrong.numerator;
        recomputed.denominator = wrong.denominator;
        add(verdict, series, wrong.area_id, stands, recomputed);
    }
}

}  // namespace

RollupVerdict verify_rollups(db::Database& database) {
    RollupVerdict verdict;
    for (const auto& series : list_to_verify(*database.read())) {
        auto lease = database.read();
        ++verdict.series;
        verdict.figures += lease->one<std::int64_t>("SELECT count(*) FROM goals_figures WHERE series_id = $1", series.id);
        for (const auto& pair : list_wrong(*lease, series)) add(verdict, series, pair.area_id, pair.stands(), pair.recomputed());
        if (series.breakdown.empty()) verify_totals(verdict, *lease, series);
    }
    return verdict;
}

std::string describe(const WrongFigure& wrong) {
    return fmt::format("{} {}{}{} {}: {}", wrong.indicator, wrong.period, wrong.breakdown.empty() ? "" : " ", wrong.breakdown,
                       wrong.area.value, differences(wrong.stands, wrong.recomputed));
}

}  // namespace goals

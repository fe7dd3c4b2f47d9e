#include "goals/rollup/value_queries.hpp"

#include "db/ids.hpp"
#include "goals/rollup/arrays.hpp"
#include "goals/rollup/bulk_queries.hpp"
#include "http/problem.hpp"

#define VALUE "v.series_id, v.area_id, v.state, v.stage, v.numerator, v.denominator, v.entry_id, v.made"
#define FIGURE                                                                                                                      \
    "f.series_id, f.depth, f.area_id, f.amounts, f.reported, f.not_asked, f.not_applicable, f.numerator, f.denominator, f.lowest, " \
    "f.highest"
#define NUMBERS(parameter) "CAST(" parameter " AS bigint[])"
// Range by range through the index: PostgreSQL would take a table of millions for one list if its estimate is off.
#define EACH_RANGE \
    "unnest(" NUMBERS("$1") ", " NUMBERS("$2") ", " NUMBERS("$3") ") WITH ORDINALITY AS r (series_id, first_id, last_id, place)" \
    " CROSS JOIN LATERAL "

namespace goals {

namespace {

std::int64_t series_of(const Range& range) {
    return range.series.value;
}
std::int64_t first_of(const Range& range) {
    return range.first.value;
}
std::int64_t last_of(const Range& range) {
    return range.last.value;
}

struct LevelRow {
    SeriesId id;
    areas::Level level{};
};
BOOST_DESCRIBE_STRUCT(LevelRow, (), (id, level))

}  // namespace

void take_turn(db::Tx& tx) {
    if (tx.engine() == db::Engine::postgres) tx.run("/* postgres */ UPDATE goals_turn SET turns = turns + 1 WHERE id = 1");
}

std::map<SeriesId, areas::Level> find_levels(db::Session& db, std::span<const SeriesId> series) {
    std::map<SeriesId, areas::Level> levels;
    if (series.empty()) return levels;
    const auto take = [&](const LevelRow& row) { levels[row.id] = row.level; };
    const auto ids = array_of(series, [](SeriesId id) { return id.value; });
    if (db.engine() == db::Engine::postgres)
        db.each<LevelRow>("/* postgres */ SELECT id, level FROM goals_series WHERE id = ANY (" NUMBERS("$1") ")", take, ids);
    else
        for (const auto id : series) db.each<LevelRow>("/* sqlite */ SELECT id, level FROM goals_series WHERE id = $1", take, id);
    return levels;
}

std::vector<ValueRow> list_values(db::Session& db, std::span<const Range> ranges) {
    if (db.engine() == db::Engine::postgres)
        return db.all<ValueRow>("/* postgres */ SELECT " VALUE " FROM " EACH_RANGE
                                "(SELECT * FROM goals_values WHERE series_id = r.series_id AND area_id BETWEEN r.first_id AND r.last_id"
                                " OFFSET 0) AS v ORDER BY v.series_id, v.area_id",
                                array_of(ranges, series_of), array_of(ranges, first_of), array_of(ranges, last_of));
    std::vector<ValueRow> rows;
    for (const auto& range : ranges)
        db.each<ValueRow>(
            "/* sqlite */ SELECT " VALUE " FROM goals_values v WHERE v.series_id = $1 AND v.area_id BETWEEN $2 AND $3 ORDER BY v.area_id",
            [&](ValueRow&& row) { rows.push_back(row); }, range.series, range.first, range.last);
    return rows;
}

std::vector<FigureRow> list_figure_rows(db::Session& db, int depth, std::span<const Range> ranges) {
    if (db.engine() == db::Engine::postgres)
        return db.all<FigureRow>("/* postgres */ SELECT " FIGURE " FROM " EACH_RANGE
                                 "(SELECT * FROM goals_figures WHERE series_id = r.series_id AND depth = $4"
                                 " AND area_id BETWEEN r.first_id AND r.last_id OFFSET 0) AS f ORDER BY f.series_id, f.area_id",
                                 array_of(ranges, series_of), array_of(ranges, first_of), array_of(ranges, last_of), depth);
    std::vector<FigureRow> rows;
    for (const auto& range : ranges)
        db.each<FigureRow>(
            "/* sqlite */ SELECT " FIGURE
            " FROM goals_figures f WHERE f.series_id = $1 AND f.depth = $2 AND f.area_id BETWEEN $3 AND $4"
            " ORDER BY f.area_id",
            [&](FigureRow&& row) { rows.push_back(row); }, range.series, depth, range.first, range.last);
    return rows;
}

namespace {

// A sum that does not fit is NULL.
struct CombinedRow {
    std::int64_t amounts{}, reported{}, not_asked{}, not_applicable{};
    std::optional<base::Decimal> numerator, denominator;
    base::Decimal lowest, highest;

    [[nodiscard]] Summary summary() const {
        if (!numerator || !denominator) throw http::Problem(422, "sum_too_large");
        return {amounts, reported, not_asked, not_applicable, *numerator, *denominator, lowest, highest};
    }
};
BOOST_DESCRIBE_STRUCT(CombinedRow, (), (amounts, reported, not_asked, not_applicable, numerator, denominator, lowest, highest))

#define COUNT_OF(member) "CAST(coalesce(sum(" member "), 0) AS bigint) AS " member
#define FITTING(member)                                                                                                          \
    "CASE WHEN coalesce(sum(" member "), 0) BETWEEN -9223372036854775808 AND 9223372036854775807 THEN CAST(coalesce(sum(" member \
    "), 0) AS bigint) END AS " member

// The database adds up, so that a row a range comes over the wire, and not one a child.
std::vector<Summary> combine_there(db::Session& db, int depth, std::span<const Range> ranges) {
    const auto rows = db.all<CombinedRow>(
        "/* postgres */ SELECT s.amounts, s.reported, s.not_asked, s.not_applicable, s.numerator, s.denominator, s.lowest, s.highest"
        " FROM " EACH_RANGE "(SELECT " COUNT_OF("amounts") ", " COUNT_OF("reported") ", " COUNT_OF("not_asked") ", " COUNT_OF(
            "not_applicable") ", " FITTING("numerator") ", " FITTING("denominator")
        ", coalesce(min(lowest) FILTER (WHERE amounts > 0), 0) AS lowest, coalesce(max(highest) FILTER (WHERE amounts > 0), 0) AS highest"
        " FROM goals_figures WHERE series_id = r.series_id AND depth = $4 AND area_id BETWEEN r.first_id AND r.last_id) AS s"
        " ORDER BY r.place",
        array_of(ranges, series_of), array_of(ranges, first_of), array_of(ranges, last_of), depth);
    std::vector<Summary> all;
    all.reserve(rows.size());
    for (const auto& row : rows) all.push_back(row.summary());
    return all;
}

}  // namespace

std::vector<Summary> combine_figures(db::Session& db, int depth, std::span<const Range> ranges) {
    if (db.engine() == db::Engine::postgres) return combine_there(db, depth, ranges);
    std::vector<Summary> all(ranges.size());
    for (std::size_t i = 0; i < ranges.size(); ++i)
        for (const auto& row : list_figure_rows(db, depth, ranges.subspan(i, 1))) all[i] = combine(all[i], row);
    return all;
}

#define INTO_VALUES "INSERT INTO goals_values (series_id, area_id, state, stage, numerator, denominator, entry_id, made) "

void insert_values(db::Tx& tx, std::span<const ValueRow> values) {
    if (tx.engine() == db::Engine::postgres) {
        const auto numbers = [&](auto number) { return array_of(values, number); };
        tx.run("/* postgres */ " INTO_VALUES
               "SELECT * FROM unnest(" NUMBERS("$1") ", " NUMBERS("$2") ", " NUMBERS("$3") ", " NUMBERS("$4")  //
               ", " NUMBERS("$5") ", " NUMBERS("$6") ", " NUMBERS("$7") ", " NUMBERS("$8") ")",
               numbers([](const ValueRow& row) { return row.series_id.value; }),
               numbers([](const ValueRow& row) { return row.area_id.value; }), numbers([](const ValueRow& row) { return row.state; }),
               numbers([](const ValueRow& row) { return row.stage; }), numbers([](const ValueRow& row) { return row.numerator.value; }),
               numbers([](const ValueRow& row) { return row.denominator ? std::optional(row.denominator->value) : std::nullopt; }),
               numbers([](const ValueRow& row) { return row.entry_id.value; }), numbers([](const ValueRow& row) { return row.made; }));
        return;
    }
    for (const auto& row : values)
        tx.run("/* sqlite */ " INTO_VALUES "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", row.series_id, row.area_id, row.state, row.stage,
               row.numerator, row.denominator, row.entry_id, row.made);
}

#define VALUE_OR_CHANGE                                                                                                               \
    " ON CONFLICT (series_id, area_id) DO UPDATE SET state = excluded.state, stage = excluded.stage, numerator = excluded.numerator," \
    " denominator = excluded.denominator, entry_id = excluded.entry_id, made = excluded.made WHERE goals_values.stage <> 3"           \
    " AND (goals_values.state <> excluded.state OR goals_values.stage <> excluded.stage OR goals_values.made <> excluded.made"        \
    " OR goals_values.numerator <> excluded.numerator OR goals_values.denominator "

static std::int64_t put_all_values(db::Tx& tx, const Writing& writing, std::span<const NewValue> values) {
    return tx.run("/* postgres */ " INTO_VALUES
                  "SELECT v.series_id, v.area_id, v.state, $6, v.numerator, v.denominator, $7, $8"
                  " FROM unnest(" NUMBERS("$1") ", " NUMBERS("$2") ", " NUMBERS("$3") ", " NUMBERS("$4") ", " NUMBERS("$5") ")"
                  " AS v (series_id, area_id, state, numerator, denominator)" VALUE_OR_CHANGE "IS DISTINCT FROM excluded.denominator)",
                  array_of(values, [](const NewValue& value) { return value.series.value; }),
                  array_of(values, [](const NewValue& value) { return value.area.value; }),
                  array_of(values, [](const NewValue& value) { return static_cast<std::int64_t>(value.state); }),
                  array_of(values, [](const NewValue& value) { return value.numerator.value; }),
                  array_of(values,
                           [](const NewValue& value) { return value.denominator ? std::optional(value.denominator->value) : std::nullopt; }),
                  static_cast<int>(writing.stage), writing.entry, static_cast<int>(writing.origin));
}

std::int64_t put_values(db::Tx& tx, const Writing& writing, std::span<const NewValue> values) {
    if (tx.engine() == db::Engine::postgres) return put_all_values(tx, writing, values);
    std::int64_t written = 0;
    for (const auto& value : values)
        written +=
            tx.run("/* sqlite */ " INTO_VALUES "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)" VALUE_OR_CHANGE "IS NOT excluded.denominator)",
                   value.series, value.area, static_cast<int>(value.state), static_cast<int>(writing.stage), value.numerator,
                   value.denominator, writing.entry, static_cast<int>(writing.origin));
    return written;
}

std::int64_t delete_values(db::Tx& tx, SeriesId series, std::span<const base::AreaId> areas) {
    std::int64_t gone = 0;
    for (const auto area : areas)
        gone += tx.run("DELETE FROM goals_values WHERE series_id = $1 AND area_id = $2 AND stage <> 3", series, area);
    return gone;
}

std::int64_t set_stage_of_values(db::Tx& tx, const Range& range, Stage stage) {
    return tx.run("UPDATE goals_values SET stage = $4 WHERE series_id = $1 AND area_id BETWEEN $2 AND $3 AND stage <> $4", range.series,
                  range.first, range.last, static_cast<int>(stage));
}

#define INTO_FIGURES                                                                                                                       \
    "INSERT INTO goals_figures (series_id, depth, area_id, amounts, reported, not_asked, not_applicable, numerator, denominator, lowest, " \
    "highest) "
#define FIGURE_OR_CHANGE                                                                                               \
    " ON CONFLICT (series_id, depth, area_id) DO UPDATE SET amounts = excluded.amounts, reported = excluded.reported," \
    " not_asked = excluded.not_asked, not_applicable = excluded.not_applicable, numerator = excluded.numerator,"       \
    " denominator = excluded.denominator, lowest = excluded.lowest, highest = excluded.highest"

static void put_all_figures(db::Tx& tx, std::span<const FigureRow> figures) {
    const auto numbers = [&](auto member) {
        return array_of(figures, [member](const FigureRow& figure) {
            if constexpr (std::is_same_v<decltype(figure.*member), const std::int64_t&>)
                return figure.*member;
            else
                return (figure.*member).value;
        });
    };
    tx.run("/* postgres */ " INTO_FIGURES "SELECT * FROM unnest(" NUMBERS("$1") ", " NUMBERS("$2") ", " NUMBERS("$3") ", " NUMBERS("$4")  //
           ", " NUMBERS("$5") ", " NUMBERS("$6") ", " NUMBERS("$7") ", " NUMBERS("$8") ", " NUMBERS("$9") ", " NUMBERS("$10")             //
           ", " NUMBERS("$11") ")" FIGURE_OR_CHANGE,
           numbers(&FigureRow::series_id), numbers(&FigureRow::depth), numbers(&FigureRow::area_id), numbers(&FigureRow::amounts),
           numbers(&FigureRow::reported), numbers(&FigureRow::not_asked), numbers(&FigureRow::not_applicable),
           numbers(&FigureRow::numerator), numbers(&FigureRow::denominator), numbers(&FigureRow::lowest), numbers(&FigureRow::highest));
}

static void put_figure(db::Tx& tx, const FigureRow& figure) {
    tx.run("/* sqlite */ " INTO_FIGURES "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)" FIGURE_OR_CHANGE, figure.series_id,
           figure.depth, figure.area_id, figure.amounts, figure.reported, figure.not_asked, figure.not_applicable, figure.numerator,
           figure.denominator, figure.lowest, figure.highest);
}

void put_figures(db::Tx& tx, std::span<const FigureRow> figures) {
    std::vector<FigureRow> standing;
    for (const auto& figure : figures) {
        if (static_cast<const Summary&>(figure) != Summary{})
            standing.push_back(figure);
        else
            tx.run("DELETE FROM goals_figures WHERE series_id = $1 AND depth = $2 AND area_id = $3", figure.series_id, figure.depth,
                   figure.area_id);
    }
    if (tx.engine() == db::Engine::postgres) return put_all_figures(tx, standing);
    for (const auto& figure : standing) put_figure(tx, figure);
}

}  // namespace goals

#include "circles/papers/papers.hpp"

namespace circles {

struct PapersRow {
    std::string memo_number;
    std::optional<base::Date> memo_date;
    std::string letter_number;
    std::optional<base::Date> letter_date;
    LetterNumbering numbering{};
    std::string report_number;
    std::optional<base::Date> report_date;
    std::string budget;
    std::int64_t blank_rows{};
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(PapersRow, (),
                      (memo_number, memo_date, letter_number, letter_date, numbering, report_number, report_date, budget, blank_rows,
                       version))

struct InvitedRow {
    std::string name;
    std::string position;
    std::string organisation;
    std::optional<std::int64_t> rank;
};
BOOST_DESCRIBE_STRUCT(InvitedRow, (), (name, position, organisation, rank))

static std::vector<Invited> list_invited(db::Session& db, SessionId session) {
    std::vector<Invited> invited;
    for (const auto& row : db.all<InvitedRow>(
             "SELECT name, position, organisation, rank FROM circles_invited WHERE session_id = $1 ORDER BY place", session)) {
        invited.push_back({{row.name}, {{row.position}}, {{row.organisation}}, {}});
        if (row.rank) invited.back().rank = {*row.rank};
    }
    return invited;
}

Papers get_papers(db::Session& db, SessionId session) {
    const auto row = db.find<PapersRow>(
        "SELECT memo_number, memo_date, letter_number, letter_date, numbering, report_number, report_date, budget, blank_rows, version"
        " FROM circles_papers WHERE session_id = $1",
        session);
    if (!row) return {};
    return {{.memo_number = {{row->memo_number}},
             .memo_date = row->memo_date,
             .letter_number = {{row->letter_number}},
             .letter_date = row->letter_date,
             .numbering = row->numbering,
             .report_number = {{row->report_number}},
             .report_date = row->report_date,
             .budget = {{row->budget}},
             .blank_rows = {row->blank_rows},
             .invited = list_invited(db, session)},
            row->version};
}

void put_papers(db::Tx& tx, SessionId session, std::int64_t expected, const PapersForm& form) {
    records::require_version(get_papers(tx, session).version, expected);
    tx.run(
        "INSERT INTO circles_papers (session_id, memo_number, memo_date, letter_number, letter_date, numbering, report_number, report_date,"
        " budget, blank_rows, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        " ON CONFLICT (session_id) DO UPDATE SET memo_number = excluded.memo_number, memo_date = excluded.memo_date,"
        " letter_number = excluded.letter_number, letter_date = excluded.letter_date, numbering = excluded.numbering,"
        " report_number = excluded.report_number, report_date = excluded.report_date, budget = excluded.budget,"
        " blank_rows = excluded.blank_rows, version = excluded.version",
        session, base::or_empty(form.memo_number), form.memo_date, base::or_empty(form.letter_number), form.letter_date, form.numbering,
        base::or_empty(form.report_number), form.report_date, base::or_empty(form.budget), form.blank_rows.value, expected + 1);
    tx.run("DELETE FROM circles_invited WHERE session_id = $1", session);
    auto invited = form.invited;
    order_by_rank(invited);
    std::int64_t place = 0;
    for (const auto& one : invited)
        tx.run("INSERT INTO circles_invited (session_id, place, name, position, organisation, rank) VALUES ($1, $2, $3, $4, $5, $6)",
               session, ++place, one.name.value, base::or_empty(one.position), base::or_empty(one.organisation),
               one.rank ? std::optional(one.rank->value) : std::nullopt);
}

}  // namespace circles

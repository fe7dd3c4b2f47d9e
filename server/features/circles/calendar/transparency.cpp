#include "circles/calendar/transparency.hpp"

#include <initializer_list>
#include <string_view>

#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "records/records.hpp"
#include "site/site.hpp"

namespace circles {

std::vector<TransparencyRow> list_held_in(db::Session& db, const http::Viewer& viewer, const YearWanted& wanted) {
    const auto fiscal = site::fiscal_calendar(db);
    const auto year = static_cast<int>(wanted.year.value);
    const auto area = wanted.area.value_or(base::AreaId{});
    return db.all<TransparencyRow>(
        "SELECT s.date, coalesce(c.title, '') AS circle, s.ordinal, r.title, coalesce(o.title, '') AS organiser, s.place, s.issue, "
        "s.took_part,"
        " s.people, s.result, s.result_use, r.address"
        " FROM circles_sessions s JOIN records_v_records r ON r.id = s.id"
        " LEFT JOIN records_v_public c ON c.id = s.circle_id LEFT JOIN records_v_public o ON o.id = r.owner_id"
        " WHERE s.state = 'held' AND r.state = 'published' AND s.date BETWEEN $2 AND $3 AND ($4 = 0 OR r.owner_id = $4)"
        " AND +r.area_id BETWEEN $5 AND $6 AND " RECORDS_MAY_READ " ORDER BY s.date, s.id",
        viewer.person, fiscal.first_day(year), fiscal.last_day(year), wanted.organiser.value_or(records::RecordId{}), area,
        base::last_of(area));
}

// A cell that begins like a formula is opened by spreadsheets as one; an apostrophe keeps it a text (OWASP, CSV injection).
static void add_cell(std::string& line, std::string_view text) {
    if (!line.empty()) line += ',';
    line += '"';
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) line += '\'';
    for (const char character : text) {
        if (character == '"') line += '"';
        line += character;
    }
    line += '"';
}

static std::string line_of(std::initializer_list<std::string> cells) {
    std::string line;
    for (const auto& cell : cells) add_cell(line, cell);
    return line + "\r\n";
}

static std::string number(const std::optional<std::int64_t>& value) {
    return value ? std::to_string(*value) : "";
}

std::string transparency_table(const std::vector<TransparencyRow>& rows, base::Language language, const std::string& origin) {
    const auto head = [&](std::string_view key) { return base::say(language, key); };
    std::string table = "\xEF\xBB\xBF";
    table += line_of({head("circles_date"), head("circles_circle_title"), head("circles_ordinal"), head("circles_session_title"),
                      head("circles_organiser"), head("circles_place"), head("circles_ita_issue"), head("circles_ita_took_part"),
                      head("circles_heads"), head("circles_ita_result"), head("circles_ita_use"), head("circles_address")});
    for (const auto& row : rows)
        table += line_of({base::long_date(row.date, language), row.circle, number(row.ordinal), row.title, row.organiser, row.place,
                          row.issue, row.took_part, number(row.people), row.result, row.result_use, origin + row.address});
    return table;
}

}  // namespace circles

#include "areas/areas.hpp"
#include "people/membership/membership.hpp"
#include "people/organisation/organisation_queries.hpp"
#include "people/person/person_queries.hpp"
#include "people/tables/organisation_table.hpp"
#include "people/tables/person_table.hpp"

namespace people {

namespace {

// A line of a table, cell by cell.
class Writer {
  public:
    Writer& operator<<(std::string_view text) {
        if (!at_start_) text_ += ',';
        at_start_ = false;
        text_ += base::csv::cell(text);
        return *this;
    }
    Writer& operator<<(const std::optional<base::Date>& date) {
        return *this << std::string_view(date ? base::to_iso(*date) : std::string());
    }
    void end_line() {
        text_ += "\r\n";
        at_start_ = true;
    }
    std::string text() && { return std::move(text_); }

  private:
    std::string text_ = "\xEF\xBB\xBF";
    bool at_start_ = true;
};

std::string area_code(db::Session& db, base::AreaId id) {
    const auto area = id ? areas::find(db, id) : std::nullopt;
    return area ? area->code : "";
}

}  // namespace

std::string export_organisations(db::Session& db, const http::Viewer& viewer) {
    Writer table;
    for (const char* head : {"name", "name_en", "type", "sector", "parent", "code", "short_name", "area_code", "contact", "phone", "email",
                             "website", "purpose", "since"})
        table << head;
    table.end_line();
    for (const auto& one : list_standing_organisations(db, viewer)) {
        table << one.title << one.title_en << base::name_of(one.type) << base::name_of(one.sector) << one.parent_title
              << one.code.value_or("") << one.short_name << area_code(db, one.area_id) << one.contact << one.phone << one.email
              << one.website << one.purpose << one.since_on;
        table.end_line();
    }
    return std::move(table).text();
}

std::string export_people(db::Session& db, const http::Viewer& viewer, OrganisationId organisation, base::Date today) {
    Writer table;
    for (const char* head : {"title", "rank", "given_name", "family_name", "known_as", "name_en", "phone", "email", "line_id", "post",
                             "position", "from", "to"})
        table << head;
    table.end_line();
    for (const auto& line : list_members(db, viewer, organisation, today)) {
        const auto person = get_person(db, {line.other_id.value});
        table << person.title << person.rank << person.given_name << person.family_name << person.known_as << person.name_en << person.phone
              << person.email << person.line_id << base::name_of(line.post) << line.position << line.began_on << line.ended_on;
        table.end_line();
    }
    return std::move(table).text();
}

}  // namespace people

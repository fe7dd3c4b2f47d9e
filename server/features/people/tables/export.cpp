#include "people/tables/export.hpp"

#include <map>
#include <memory>
#include <vector>

#include "areas/areas.hpp"
#include "people/membership/membership.hpp"
#include "people/organisation/organisation_queries.hpp"
#include "people/person/person_queries.hpp"
#include "people/tables/organisation_table.hpp"
#include "people/tables/person_table.hpp"

namespace people {

namespace {

using Row = std::vector<std::string>;

std::string day(const std::optional<base::Date>& date) {
    return date ? base::to_iso(*date) : std::string();
}

// Places are few, organisations many.
class AreaCodes {
  public:
    const std::string& of(db::Session& db, base::AreaId id) {
        const auto [place, is_new] = known_.try_emplace(id);
        if (is_new && id)
            if (const auto area = areas::find(db, id)) place->second = area->code;
        return place->second;
    }

  private:
    std::map<base::AreaId, std::string> known_;
};

struct OrganisationRows {
    http::Viewer viewer;
    int at_once;
    OrganisationId after{};
    AreaCodes codes{};

    bool operator()(db::Session& db, sheet::Writer& table) {
        if (!after)
            table.add_row(Row{"name", "name_en", "type", "sector", "parent", "code", "short_name", "area_code", "contact", "phone", "email",
                              "website", "purpose", "since"});
        const auto some = list_standing_organisations_after(db, viewer, after, at_once);
        for (const auto& one : some)
            table.add_row(Row{one.title, one.title_en, std::string(base::name_of(one.type)), std::string(base::name_of(one.sector)),
                              one.parent_title, one.code.value_or(""), one.short_name, codes.of(db, one.area_id), one.contact, one.phone,
                              one.email, one.website, one.purpose, day(one.since_on)});
        if (!some.empty()) after = some.back().id;
        return std::cmp_equal(some.size(), at_once);
    }
};

// The lines are short and those of one organisation; what is known of each person is read when their row is written.
struct MemberRows {
    http::Viewer viewer;
    OrganisationId organisation;
    base::Date today;
    std::size_t at_once;
    std::optional<std::vector<MembershipLine>> lines{};
    std::size_t written = 0;

    bool operator()(db::Session& db, sheet::Writer& table) {
        if (!lines) {
            lines = list_members(db, viewer, organisation, today);
            table.add_row(Row{"title", "rank", "given_name", "family_name", "known_as", "name_en", "phone", "email", "line_id", "post",
                              "position", "from", "to"});
        }
        const auto end = std::min(lines->size(), written + at_once);
        for (; written < end; ++written) add(db, table, (*lines)[written]);
        return written < lines->size();
    }

    static void add(db::Session& db, sheet::Writer& table, const MembershipLine& line) {
        const auto person = get_person(db, {line.other_id.value});
        table.add_row(Row{person.title, person.rank, person.given_name, person.family_name, person.known_as, person.name_en, person.phone,
                          person.email, person.line_id, std::string(base::name_of(line.post)), line.position, day(line.began_on),
                          day(line.ended_on)});
    }
};

struct UnderWay {
    std::unique_ptr<sheet::Writer> table;
    Rows rows;
    bool ended = false;

    std::string next(db::Session& db) {
        std::string piece;
        while (piece.empty() && !ended) {  // what is packed may not have come out yet
            ended = !rows(db, *table);
            if (ended) table->finish();
            piece = table->take();
        }
        return piece;
    }
};

}  // namespace

Rows organisation_rows(const http::Viewer& viewer, int at_once) {
    return OrganisationRows{viewer, at_once};
}

Rows member_rows(const http::Viewer& viewer, OrganisationId organisation, base::Date today, std::size_t at_once) {
    return MemberRows{viewer, organisation, today, at_once};
}

http::Response table_of(db::Database& database, sheet::Format format, std::string_view name, Rows rows) {
    auto under_way = std::make_shared<UnderWay>(UnderWay{sheet::make_writer(format), std::move(rows)});
    http::Response response;
    response.headers.set("Content-Type", std::string(sheet::content_type(format)));
    response.headers.set("Content-Disposition",
                         "attachment; filename=\"" + std::string(name) + "." + std::string(base::name_of(format)) + "\"");
    response.body = http::Pieces{[&database, under_way] { return under_way->next(*database.read()); }};
    return response;
}

}  // namespace people

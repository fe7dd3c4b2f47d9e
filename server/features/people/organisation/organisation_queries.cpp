#include "people/organisation/organisation_queries.hpp"

#include "journal/journal.hpp"
#include "people/names.hpp"

namespace people {

// An official code names one organisation: one that is deleted does not keep it, and comes back without it.
static void free_code(db::Tx& tx, const std::string& code) {
    tx.run(
        "UPDATE people_organisations SET code = NULL WHERE code = $1 AND id IN (SELECT id FROM records_v_records WHERE state = 'deleted')",
        code);
}

static void put_organisation(db::Tx& tx, records::RecordId id, const OrganisationForm& form) {
    auto one = organisation_of(form);
    if (one.code) free_code(tx, *one.code);
    // A division is of its body's sector.
    if (!form.sector && !usual_sector(form.type) && form.parent) one.sector = get_organisation(tx, *form.parent).sector;
    tx.run(
        "INSERT INTO people_organisations (id, type, sector, parent_id, code, short_name, contact, phone, email, website, purpose,"
        " since_on, search_name) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
        " ON CONFLICT (id) DO UPDATE SET type = excluded.type, sector = excluded.sector, parent_id = excluded.parent_id,"
        " code = excluded.code, short_name = excluded.short_name, contact = excluded.contact, phone = excluded.phone,"
        " email = excluded.email, website = excluded.website, purpose = excluded.purpose, since_on = excluded.since_on,"
        " search_name = excluded.search_name",
        id, one.type, one.sector, one.parent_id, one.code, one.short_name, one.contact, one.phone, one.email, one.website, one.purpose,
        one.since_on, search_name(form));
    records::set_text(tx, id, searchable(form));
}

records::Envelope make_organisation(db::Tx& tx, PersonId actor, const OrganisationForm& form, records::RecordId owner) {
    records::NewRecord record{.kind = "organisation", .collection = "organisations", .owner_id = owner, .within_itself = true};
    record.state = records::State::published;
    record.description = description_of(form);
    record.audience.visibility = records::Visibility::public_;
    const auto envelope = records::insert(tx, actor, record);
    put_organisation(tx, envelope.id, form);
    journal::record(tx, actor, "people.organisation_added", {envelope.id, envelope.version, json::write(form)});
    return envelope;
}

records::Envelope change_organisation(db::Tx& tx, PersonId actor, const records::Envelope& record, const OrganisationForm& form) {
    const auto envelope = records::revise(tx, actor, record.id, record.version, description_of(form));
    put_organisation(tx, envelope.id, form);
    journal::record(tx, actor, "people.organisation_changed", {envelope.id, envelope.version, json::write(form)});
    return envelope;
}

Organisation get_organisation(db::Session& db, OrganisationId id) {
    return db.one<Organisation>(
        "SELECT type, sector, parent_id, code, short_name, contact, phone, email, website, purpose, since_on FROM people_organisations"
        " WHERE id = $1",
        id);
}

std::optional<OrganisationId> find_by_code(db::Session& db, std::string_view code) {
    return db.find<OrganisationId>(
        "SELECT o.id FROM people_organisations o JOIN records_v_records r ON r.id = o.id WHERE o.code = $1 AND r.state <> 'deleted'", code);
}

std::vector<OrganisationCard> list_organisations(db::Session& db, const http::Viewer& viewer, const OrganisationsWanted& wanted) {
    const auto area = wanted.area.value_or(base::AreaId{});
    return db.all<OrganisationCard>(
        "SELECT r.id, r.number, r.title, r.title_en, r.address, r.area_id, o.type, o.sector, o.short_name,"
        " coalesce(p.title, '') AS parent_title, coalesce(p.title_en, '') AS parent_title_en"
        " FROM people_organisations o JOIN records_v_records r ON r.id = o.id LEFT JOIN records_v_public p ON p.id = o.parent_id"
        " WHERE r.state = 'published' AND " RECORDS_MAY_READ
        " AND ($2 = '' OR o.search_name LIKE $2 ESCAPE '\\') AND ($3 = '' OR o.type = $3) AND ($4 = '' OR o.sector = $4)"
        " AND r.area_id BETWEEN $5 AND $6 AND ($7 = 0 OR o.parent_id = $7)"
        " AND ($8 = 0 OR (r.sort_key, r.id) > (SELECT a.sort_key, a.id FROM records_v_records a WHERE a.id = $8))"
        " ORDER BY r.sort_key, r.id LIMIT $9",
        viewer.person, containing(base::or_empty(wanted.text)), wanted.type ? base::name_of(*wanted.type) : "",
        wanted.sector ? base::name_of(*wanted.sector) : "", area, base::last_of(area), wanted.parent.value_or(OrganisationId{}),
        wanted.after.value_or(records::RecordId{}), wanted.limit.value_or(base::Whole<1, 100>{20}).value + 1);
}

std::vector<SectorCount> count_sectors(db::Session& db, const http::Viewer& viewer, base::AreaId area) {
    return db.all<SectorCount>(
        "SELECT o.sector, count(*) AS organisations FROM people_organisations o JOIN records_v_records r ON r.id = o.id"
        " WHERE r.state = 'published' AND " RECORDS_MAY_READ " AND r.area_id BETWEEN $2 AND $3 GROUP BY o.sector ORDER BY o.sector",
        viewer.person, area, base::last_of(area));
}

bool lies_inside(db::Session& db, OrganisationId id, OrganisationId ancestor) {
    return db.one<std::int64_t>(
               "WITH RECURSIVE above (id) AS (SELECT CAST($1 AS BIGINT)"
               " UNION SELECT o.parent_id FROM people_organisations o JOIN above ON o.id = above.id WHERE o.parent_id IS NOT NULL)"
               " SELECT count(*) FROM above WHERE id = $2",
               id, ancestor) > 0;
}

#define STANDING                                                                                                                       \
    "SELECT o.type, o.sector, o.parent_id, o.code, o.short_name, o.contact, o.phone, o.email, o.website, o.purpose, o.since_on, o.id," \
    " r.version, r.title, r.title_en, r.area_id, coalesce(p.title, '') AS parent_title"                                                \
    " FROM records_v_records r JOIN people_organisations o ON o.id = r.id LEFT JOIN records_v_public p ON p.id = o.parent_id"          \
    " WHERE r.kind = 'organisation' AND r.state = 'published' AND " RECORDS_MAY_READ

std::vector<StandingOrganisation> list_standing_organisations(db::Session& db, const http::Viewer& viewer) {
    return db.all<StandingOrganisation>(STANDING " ORDER BY r.sort_key, r.id", viewer.person);
}

std::vector<StandingOrganisation> list_standing_organisations_after(db::Session& db, const http::Viewer& viewer, OrganisationId after,
                                                                    int limit) {
    if (!after) return db.all<StandingOrganisation>(STANDING " ORDER BY r.sort_key, r.id LIMIT $2", viewer.person, std::int64_t{limit});
    return db.all<StandingOrganisation>(STANDING
                                        " AND (r.sort_key, r.id) > (SELECT a.sort_key, a.id FROM records_v_records a WHERE a.id = $2)"
                                        " ORDER BY r.sort_key, r.id LIMIT $3",
                                        viewer.person, after, std::int64_t{limit});
}

}  // namespace people

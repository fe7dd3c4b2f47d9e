#include "areas/area_page.hpp"
#include "areas/area_queries.hpp"
#include "areas/boundaries/boundaries.hpp"
#include "areas/changes/change.hpp"
#include "areas/places/place_step.hpp"
#include "base/json/json.hpp"
#include "base/utf8.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace areas {

namespace {

// What is typed into an area picker.
struct Asked {
    std::string text;
    std::optional<std::string> near;  // code of an area; what lies in its province comes first
    std::optional<base::Whole<1, 50>> limit;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (text, near, limit))

struct ProfileForm {
    records::RecordId owner;  // the organisation that answers for it
    ProfileContent content;
};
BOOST_DESCRIBE_STRUCT(ProfileForm, (), (owner, content))

struct EntryForm {
    records::RecordId owner;
    EntryContent content;
};
BOOST_DESCRIBE_STRUCT(EntryForm, (), (owner, content))

struct ImportQuery {
    std::optional<base::Text<0, 100>> sheet;  // of a workbook; the first
};
BOOST_DESCRIBE_STRUCT(ImportQuery, (), (sheet))

constexpr std::uint64_t largest_table = 50'000'000;

Area known_area(db::Session& db, const http::Segment& code) {
    auto area = find(db, code.value);
    if (!area) throw http::not_found();
    return *std::move(area);
}

std::vector<Suggestion> suggest_areas(http::Call& call, const http::Query<Asked>& asked) {
    const auto near = asked->near ? find(call.read(), *asked->near) : std::nullopt;
    return suggest(call.read(), {.text = asked->text,
                                 .near = near ? near->id : AreaId{},
                                 .limit = static_cast<std::size_t>(asked->limit ? asked->limit->value : 10),
                                 .language = call.language()});
}

// Where a phone thinks that it is.
struct Spot {
    double latitude{};
    double longitude{};
};
BOOST_DESCRIBE_STRUCT(Spot, (), (latitude, longitude))

std::vector<Suggestion> nearest_areas(http::Call& call, const http::Query<Spot>& spot) {
    constexpr int most = 5;
    std::vector<Suggestion> list;
    for (const auto& area : list_nearest(call.read(), {spot->latitude, spot->longitude}, most))
        list.push_back({area.id, area.code, area.level, title(area, call.language()), path(call.read(), area.id, call.language())});
    return list;
}

AreaPage get_area(http::Call& call, const http::Segment& code) {
    return read_page(call.read(), call.viewer(), known_area(call.read(), code), call.language());
}

http::Page area_page(http::Call& call, const http::Segment& code) {
    return write_page(get_area(call, code), call.language());
}

http::Page country_page(http::Call& call) {
    return area_page(call, {"th"});
}

// Who edits for the organisation publishes at once; a contributor's text waits for them.
records::State first_state(db::Session& db, const http::Viewer& viewer, records::RecordId owner) {
    return records::role_in(db, viewer.person, owner) >= records::Role::editor ? records::State::published : records::State::review;
}

records::Description description(const Area& area, std::string title, std::string title_en) {
    return {.title = std::move(title), .title_en = std::move(title_en), .summary = {}, .area_id = area.id};
}

records::Description describe_profile(const Area& area) {
    return description(area, "ข้อมูลพื้นที่ " + title(area, base::Language::th), "Area profile: " + title(area, base::Language::en));
}

records::Description describe_entry(const Area& area, const EntryContent& content) {
    auto about = description(area, content.title.value, "");
    about.summary = content.detail ? base::beginning(content.detail->value, 300) : "";
    about.happened_on = happened_on(content);
    return about;
}

http::Created<AreaPage> create_profile(http::Call& call, const http::Segment& code, const ProfileForm& form) {
    records::require_contributor(call.read(), call.viewer(), form.owner);
    const auto area = known_area(call.read(), code);
    if (find_profile(call.read(), area.id)) throw http::Problem(409, "profile_exists");
    const auto state = first_state(call.read(), call.viewer(), form.owner);
    call.write([&](db::Tx& tx) {
        const auto record = records::insert(tx, call.person(),
                                            {.kind = std::string(ProfileTag::kind),
                                             .address = address_of(area),
                                             .owner_id = form.owner,
                                             .state = state,
                                             .description = describe_profile(area),
                                             .audience = {records::Visibility::public_}});
        insert_profile(tx, {record.id.value}, area.id, form.content);
        records::set_text(tx, record.id, text_of(form.content));
        journal::record(tx, call.person(), "areas.profile_written", {record.id, record.version, json::write(form.content)});
    });
    return {get_area(call, code)};
}

AreaPage change_profile(http::Call& call, const records::Editable<ProfileId>& profile, const ProfileContent& content) {
    call.write([&](db::Tx& tx) {
        const auto record = records::touch(tx, call.person(), records::record_id(profile.id), profile.version);
        update_profile(tx, profile.id, content);
        records::set_text(tx, record.id, text_of(content));
        journal::record(tx, call.person(), "areas.profile_changed", {record.id, record.version, json::write(content)});
    });
    return read_page(call.read(), call.viewer(), *find(call.read(), profile->area_id), call.language());
}

http::Created<AreaPage> create_entry(http::Call& call, const http::Segment& code, const EntryForm& form) {
    records::require_contributor(call.read(), call.viewer(), form.owner);
    const auto area = known_area(call.read(), code);
    const auto state = first_state(call.read(), call.viewer(), form.owner);
    call.write([&](db::Tx& tx) {
        const auto record = records::insert(tx, call.person(),
                                            {.kind = std::string(EntryTag::kind),
                                             .address = address_of(area),
                                             .owner_id = form.owner,
                                             .state = state,
                                             .description = describe_entry(area, form.content),
                                             .audience = {records::Visibility::public_}});
        insert_entry(tx, {record.id.value}, area.id, form.content);
        records::set_text(tx, record.id, text_of(form.content));
        journal::record(tx, call.person(), "areas.entry_written", {record.id, record.version, json::write(form.content)});
    });
    return {get_area(call, code)};
}

AreaPage change_entry(http::Call& call, const records::Editable<EntryId>& entry, const EntryContent& content) {
    const auto area = *find(call.read(), entry->area_id);
    call.write([&](db::Tx& tx) {
        const auto record = records::revise(tx, call.person(), records::record_id(entry.id), entry.version, describe_entry(area, content));
        update_entry(tx, entry.id, content);
        records::set_text(tx, record.id, text_of(content));
        journal::record(tx, call.person(), "areas.entry_changed", {record.id, record.version, json::write(content)});
    });
    return read_page(call.read(), call.viewer(), area, call.language());
}

http::Created<imports::ImportReply> look_at_table(http::Call& call, const http::Query<ImportQuery>& query,
                                                  const http::Uploads<largest_table>& uploads) {
    return {imports::look_at(call, {.subject = "places", .sheet = base::or_empty(query->sheet)}, uploads.files)};
}

}  // namespace

void add_routes(http::Router& router) {
    router.page("/areas", country_page, access::anyone);
    router.page("/areas/{code}", area_page, access::anyone);
    router.get("/api/areas", suggest_areas, access::anyone);
    router.get("/api/areas/nearest", nearest_areas, access::anyone);
    router.get("/api/areas/{code}", get_area, access::anyone);
    router.post("/api/areas/{code}/profile", create_profile, access::may_contribute, http::WriteKind::record);
    router.put("/api/area-profiles/{profile}", change_profile, access::may_edit, http::WriteKind::change);
    router.post("/api/areas/{code}/timeline", create_entry, access::may_contribute, http::WriteKind::record);
    router.put("/api/timeline-entries/{entry}", change_entry, access::may_edit, http::WriteKind::change);
    router.post("/api/areas/import", look_at_table, access::administrator, http::WriteKind::import);
    add_boundary_routes(router);
    add_change_routes(router);
}

void add_subjects(imports::Subjects& subjects) {
    subjects["places"] = {.event = "areas.places_imported",
                          .rows_a_write = 1'000,
                          .events = imports::Subject::Events::one_a_write,
                          .read = read_places,
                          .write = write_place,
                          .take_back = take_back_place};
}

}  // namespace areas

#include "support/office.hpp"

#include <algorithm>
#include <array>

#include "http/idempotency.hpp"
#include "journal/journal.hpp"

namespace support {
namespace {

std::vector<std::span<const db::Migration>> migrations_of(std::initializer_list<Part> parts) {
    std::vector<std::span<const db::Migration>> all{http::migrations(), journal::migrations(), records::migrations()};
    for (const auto& part : parts) all.push_back(part.migrations);
    return all;
}

records::RecordId add_envelope(db::Tx& tx, const std::string& kind, const std::string& collection, std::string_view title) {
    records::NewRecord record;
    record.kind = kind;
    record.collection = collection;
    record.state = records::State::published;
    record.description.title = title;
    record.audience.visibility = records::Visibility::public_;
    return records::insert(tx, {}, record).id;
}

base::PersonId add_bare_person(db::Tx& tx, std::string_view name) {
    return {add_envelope(tx, "person", "people", name).value};
}

records::RecordId add_bare_organisation(db::Tx& tx, std::string_view name) {
    return add_envelope(tx, "organisation", "organisations", name);
}

}  // namespace

Office::Office(db::Engine engine, std::initializer_list<Part> parts) : database_(engine, migrations_of(parts), clock) {
    makers_ = {{}, nullptr, add_bare_person, add_bare_organisation};
    records::add_routes(router);
    for (const auto& part : parts) {
        if (part.add_routes != nullptr) part.add_routes(router);
        if (part.add_person != nullptr) makers_.add_person = part.add_person;
        if (part.add_organisation != nullptr) makers_.add_organisation = part.add_organisation;
    }
    organisation = new_organisation("เทศบาลตัวอย่าง");
    other_organisation = new_organisation("เทศบาลข้างเคียง");
    constexpr std::array roles{std::pair{&Office::member, records::Role::member},
                               std::pair{&Office::contributor, records::Role::contributor},
                               std::pair{&Office::editor, records::Role::editor}, std::pair{&Office::steward, records::Role::steward}};
    for (const auto& [who, role] : roles) {
        this->*who = new_person("สมมติ ใจดี");
        give_role(this->*who, organisation, role);
    }
    stranger = new_person("สมมุติ ข้างบ้าน");
    give_role(stranger, other_organisation, records::Role::steward);
    administrator = new_person("สมมติ ดูแลระบบ");
    administrator.viewer.administrator = true;
}

std::span<const Office::Kind> Office::kinds_of_person() {
    static constexpr std::array kinds{
        Kind{"guest", &Office::guest},      Kind{"member", &Office::member},   Kind{"contributor", &Office::contributor},
        Kind{"editor", &Office::editor},    Kind{"steward", &Office::steward}, Kind{"administrator", &Office::administrator},
        Kind{"stranger", &Office::stranger}};
    return kinds;
}

Client Office::new_person(std::string_view name) {
    Client client(*this);
    client.viewer.person = write([&](db::Tx& tx) { return makers_.add_person(tx, name); });
    return client;
}

records::RecordId Office::new_organisation(std::string_view name) {
    return write([&](db::Tx& tx) { return makers_.add_organisation(tx, name); });
}

void Office::give_role(const Client& client, records::RecordId scope, records::Role role) {
    write([&](db::Tx& tx) { records::set_scope(tx, client.person(), scope, role); });
}

http::Response Office::answer(const http::Viewer& viewer, http::Request& request) {
    const http::Services services{*database_, clock, [&](http::Call&) { return viewer; }, equipment};
    request.id = "test";
    try {
        return router.handle(services, request);
    } catch (const http::Problem& problem) {
        return http::problem_response(problem, http::language_of(request), request.id);
    }
}

}  // namespace support

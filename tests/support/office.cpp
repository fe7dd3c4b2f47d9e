#include "support/office.hpp"

#include <algorithm>
#include <array>

#include "http/idempotency.hpp"
#include "journal/journal.hpp"
#include "mail/messages.hpp"

namespace support {
namespace {

std::vector<std::span<const db::Migration>> migrations_of(std::initializer_list<Part> parts) {
    std::vector<std::span<const db::Migration>> all{http::migrations(), journal::migrations(), jobs::migrations(),
                                                    mail::migrations(), auth::migrations(),    records::migrations()};
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

// The makers that the parts bring, or our own.
Part makers_of(std::initializer_list<Part> parts) {
    Part makers{{}, nullptr, add_bare_person, add_bare_organisation};
    for (const auto& part : parts) {
        if (part.add_person != nullptr) makers.add_person = part.add_person;
        if (part.add_organisation != nullptr) makers.add_organisation = part.add_organisation;
    }
    return makers;
}

auth::Called called(db::Session& db, base::PersonId person) {
    const auto envelope = records::find(db, records::RecordId{person.value});
    return envelope ? auth::Called{envelope->number, envelope->title} : auth::Called{};
}

constexpr auth::HashCost cheap{1, 8192};  // tests are not there to wait for argon2

mail::Settings inbox() {
    mail::Settings settings;
    settings.inbox = true;
    settings.origin = "https://lomwong.example.org";
    return settings;
}

}  // namespace

Office::Office(db::Engine engine, std::initializer_list<Part> parts)
    : database_(engine, migrations_of(parts), clock),
      makers_(makers_of(parts)),
      auth_({called, makers_.add_person}, auth::Vault{std::string(auth::Vault::key_bytes, 'k')}, 2, cheap),
      postbox_(inbox()) {
    equipment.add(auth_);
    equipment.add(postbox_);
    equipment.add(limiter_);
    auth::add_routes(router);
    records::add_routes(router);
    for (const auto& part : parts)
        if (part.add_routes != nullptr) part.add_routes(router);
    password_hash_ = auth_.hasher.hash(password);
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
    administrator = new_person("สมมติ ดูแลระบบ", Right::administrator);
}

std::span<const Office::Kind> Office::kinds_of_person() {
    static constexpr std::array kinds{
        Kind{"guest", &Office::guest},      Kind{"member", &Office::member},   Kind{"contributor", &Office::contributor},
        Kind{"editor", &Office::editor},    Kind{"steward", &Office::steward}, Kind{"administrator", &Office::administrator},
        Kind{"stranger", &Office::stranger}};
    return kinds;
}

Client Office::new_person(std::string_view name, Right right) {
    Client client(*this);
    write([&](db::Tx& tx) {
        client.person = makers_.add_person(tx, name);
        auth::insert_account(tx, {client.person, login_of(client), {}, password_hash_, right == Right::administrator, tx.now()});
    });
    sign_in(client);
    return client;
}

void Office::sign_in(Client& client) {
    client.session = write([&](db::Tx& tx) { return auth::open_session(tx, client.person, "Office", "127.0.0.1"); });
}

records::RecordId Office::new_organisation(std::string_view name) {
    return write([&](db::Tx& tx) { return makers_.add_organisation(tx, name); });
}

void Office::give_role(const Client& client, records::RecordId scope, records::Role role) {
    write([&](db::Tx& tx) { records::set_scope(tx, client.person, scope, role); });
}

void Office::do_jobs(jobs::Handlers handlers) {
    auth::add_jobs(handlers, auth_, postbox_, database());
    mail::add_jobs(handlers, postbox_, database());
    jobs::run_due(database(), handlers, [](std::string_view who, std::string_view why) { ADD_FAILURE() << who << ": " << why; });
}

std::string Office::last_mail() {
    const auto messages = mail::list_messages(*database().read(), 1);
    return messages.empty() ? std::string{} : messages.front().plain;
}

http::Response Office::handle(http::Request& request) {
    const http::Services services{*database_, clock, [&](http::Call& call) { return auth_.viewer_of(call); }, equipment};
    request.id = "test";
    if (request.peer.empty()) request.peer = "127.0.0.1";
    return router.handle(services, request);
}

http::Response Office::answer(http::Request& request) {
    try {
        return http::receive_at_once(handle(request), request);
    } catch (const http::Problem& problem) {
        return http::problem_response(problem, http::language_of(request), request.id);
    }
}

}  // namespace support

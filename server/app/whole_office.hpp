#pragma once

#include <unistd.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "app/wiring.hpp"
#include "db/testing.hpp"
#include "http/api_page.hpp"
#include "http/problem.hpp"
#include "journal/sealer.hpp"
#include "people/people.hpp"
#include "records/records.hpp"
#include "support/client.hpp"

// A whole installation in a folder of its own, with all parts as they are served, asked without a network; for tests.
namespace app {

class WholeOffice : public support::Desk {
  public:
    explicit WholeOffice(db::Engine engine, Config config = {})
        : empty_(engine, {}), folder_(std::filesystem::temp_directory_path() / ("lomwong-office-" + std::to_string(::getpid()))) {
        config.data = folder_;
        if (engine == db::Engine::postgres) config.database = empty_.address().where;
        installation_ = std::make_unique<Installation>(config);
        installation_->bring_up_to_date();
        installation_->searcher.begin();
        installation_->services.equipment.add(contract_);
        add_routes(router);
        organisation = new_organisation("เทศบาลตัวอย่าง");
        other_organisation = new_organisation("เทศบาลข้างเคียง");
    }
    ~WholeOffice() override {
        installation_.reset();
        std::filesystem::remove_all(folder_);
    }

    // Somebody with an account, signed in, with a role in an organisation or none.
    support::Client new_person(records::RecordId scope, records::Role role) {
        auto client = new_account("สมมติ ใจดี", false);
        if (role != records::Role::none) database().write([&](db::Tx& tx) { records::set_scope(tx, client.person, scope, role); });
        return client;
    }
    support::Client new_administrator() { return new_account("สมมติ ดูแลระบบ", true); }

    http::Response answer(http::Request& request) override {
        request.id = "test";
        if (request.peer.empty()) request.peer = "127.0.0.1";
        try {
            return http::receive_at_once(router.handle(installation_->services, request), request);
        } catch (const http::Problem& problem) {
            return http::problem_response(problem, http::language_of(request), request.id);
        }
    }
    void sign_in(support::Client& client) override {
        client.session = database().write([&](db::Tx& tx) { return auth::open_session(tx, client.person, "Office", "127.0.0.1"); });
    }

    db::Database& database() { return *installation_->database; }
    Installation& installation() { return *installation_; }
    // What follows the journal in the background has followed; or the index is made again from the records.
    void catch_up() {
        journal::seal(database());
        installation_->searcher.catch_up();
    }
    void reindex() { installation_->searcher.rebuild(); }

    http::Router router;
    records::RecordId organisation;
    records::RecordId other_organisation;

  private:
    records::RecordId new_organisation(std::string_view name) {
        return database().write([&](db::Tx& tx) { return people::add_organisation(tx, name); });
    }
    support::Client new_account(std::string_view name, bool administrator) {
        support::Client client(*this);
        database().write([&](db::Tx& tx) {
            client.person = people::add_person(tx, name);
            const auto login = "person" + std::to_string(client.person.value);
            auth::insert_account(tx, {client.person, login, {}, "no password", administrator, tx.now()});
        });
        sign_in(client);
        return client;
    }

    db::testing::Fresh empty_;  // a database without tables; gone afterwards
    std::filesystem::path folder_;
    std::unique_ptr<Installation> installation_;
    http::ApiContract contract_{router, "test"};
};

}  // namespace app

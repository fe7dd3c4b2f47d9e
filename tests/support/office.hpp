#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "auth/auth.hpp"
#include "db/testing.hpp"
#include "http/router.hpp"
#include "mail/mail.hpp"
#include "records/records.hpp"
#include "support/client.hpp"
#include "support/fake_clock.hpp"

// Office: a whole server in memory, with a real database and a clock that tests own, asked without a network.
namespace support {

// What a feature brings. An Office always has the ground (http, journal, jobs, mail, auth, records).
struct Part {
    std::span<const db::Migration> migrations;
    void (*add_routes)(http::Router& router) = nullptr;
    // How the feature that owns them makes persons and organisations; without it an Office makes bare envelopes.
    base::PersonId (*add_person)(db::Tx& tx, std::string_view name) = nullptr;
    records::RecordId (*add_organisation)(db::Tx& tx, std::string_view name) = nullptr;
};

class Office : public Desk {
  public:
    Office(db::Engine engine, std::initializer_list<Part> parts);
    ~Office() override = default;
    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;

    FakeClock clock;

  private:
    db::testing::Fresh database_;  // before what is made in it

  public:
    http::Router router;
    http::Equipment equipment;  // give it what the parts' handlers need beside the database

    // One organisation and all kinds of person: four with a role in it, a stranger with a role in the other one only.
    records::RecordId organisation;
    records::RecordId other_organisation;
    Client guest{*this};
    Client member{*this};
    Client contributor{*this};
    Client editor{*this};
    Client steward{*this};
    Client administrator{*this};
    Client stranger{*this};

    struct Kind {
        std::string_view name;
        Client Office::* client;
    };
    static std::span<const Kind> kinds_of_person();

    // Somebody with an account, signed in. Their login is "person" and their person id, the password `password`.
    enum class Right : std::uint8_t { ordinary, administrator };
    Client new_person(std::string_view name, Right right = Right::ordinary);
    void sign_in(Client& client) override;
    static constexpr std::string_view password = "ล้อมวงกันเถอะ";
    static std::string login_of(const Client& client) { return "person" + std::to_string(client.person.value); }
    records::RecordId new_organisation(std::string_view name);
    void give_role(const Client& client, records::RecordId scope, records::Role role);

    db::Database& database() { return *database_; }
    template <class F>
    auto write(F&& f) {
        return database_->write(std::forward<F>(f));
    }

    // Does what is due of jobs: ours, and those of mail, which is kept and not sent.
    void do_jobs(jobs::Handlers handlers = {});
    // The words of the mail that was queued last; empty if there is none.
    std::string last_mail();

    // What the application does with a request; throws problems. A body that streams has not come yet.
    http::Response handle(http::Request& request);
    // The same with the body at hand, problems told as JSON.
    http::Response answer(http::Request& request) override;

  private:
    Part makers_;  // add_person and add_organisation of the parts, or our own
    std::string password_hash_;
    auth::Auth auth_;
    mail::Postbox postbox_;
    http::Limiter limiter_;
};

}  // namespace support

// One case on each engine, in an Office of that type: `OFFICE_TEST(CirclesOffice, a_cancelled_wednesday_keeps_its_place) { … }` where
// `struct CirclesOffice : support::Office { explicit CirclesOffice(db::Engine engine) : Office(engine, {{circles::migrations(),
// circles::add_routes}}) {} };`, with `office` to ask: EXPECT_EQ(office.member.get("/api/circles/1").status, 200u);
// NOLINTBEGIN(bugprone-macro-parentheses): a type cannot stand in them
#define OFFICE_TEST(OfficeType, name)                    \
    static void OfficeType##_##name(OfficeType& office); \
    EACH_ENGINE(OfficeType, name) {                      \
        OfficeType office(engine);                       \
        OfficeType##_##name(office);                     \
    }                                                    \
    static void OfficeType##_##name([[maybe_unused]] OfficeType& office)
// NOLINTEND(bugprone-macro-parentheses)

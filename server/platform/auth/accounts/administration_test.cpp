#include <fmt/format.h>

#include <string>
#include <vector>

#include "auth/accounts/accounts.hpp"
#include "auth/auth.hpp"
#include "journal/journal.hpp"
#include "support/office.hpp"

namespace {

struct AccountsOffice : support::Office {
    explicit AccountsOffice(db::Engine engine) : Office(engine, {}) {
        for (const auto& kind : kinds_of_person()) (this->*kind.client).signs_in_again = false;
    }

    static std::string path(const support::Client& whose, std::string_view what) {
        return fmt::format("/api/accounts/{}/{}", whose.person.value, what);
    }
    support::Reply come(const support::Client& who) {
        support::Client browser(*this);
        return browser.post("/api/session", fmt::format(R"({{"login":"{}","password":"{}"}})", login_of(who), password));
    }
    std::string last_action_on(const support::Client& who) {
        return journal::list_changes(*database().read(), who.person.value, 1).front().action;
    }
    bool may_administrate(support::Client& client) { return client.get("/api/sign-in-rules").status == 200; }
};

}  // namespace

OFFICE_TEST(AccountsOffice, an_administrator_makes_another_one_and_takes_it_back_and_both_hold_at_once) {
    EXPECT_FALSE(office.may_administrate(office.editor));
    EXPECT_EQ(office.administrator.put(AccountsOffice::path(office.editor, "administrator"), "").status, 204u);
    EXPECT_TRUE(office.may_administrate(office.editor)) << "in the session that is open";
    EXPECT_EQ(office.last_action_on(office.editor), "auth.administrator_made");
    EXPECT_EQ(office.administrator.del(AccountsOffice::path(office.editor, "administrator")).status, 204u);
    EXPECT_FALSE(office.may_administrate(office.editor));
    EXPECT_EQ(office.last_action_on(office.editor), "auth.administrator_unmade");
    EXPECT_EQ(office.administrator.del(AccountsOffice::path(office.editor, "administrator")).status, 204u) << "twice does no harm";
}

OFFICE_TEST(AccountsOffice, the_last_administrator_stays_one) {
    const auto last = office.administrator.del(AccountsOffice::path(office.administrator, "administrator"));
    EXPECT_EQ(last.status, 409u);
    EXPECT_EQ(last.code(), "administrator_last");
    office.administrator.put(AccountsOffice::path(office.editor, "administrator"), "");
    EXPECT_EQ(office.editor.put(AccountsOffice::path(office.administrator, "lock"), "").status, 204u);
    EXPECT_EQ(office.editor.del(AccountsOffice::path(office.editor, "administrator")).code(), "administrator_last")
        << "one who is locked out is no help";
    EXPECT_EQ(office.editor.del(AccountsOffice::path(office.administrator, "lock")).status, 204u);
    EXPECT_EQ(office.editor.del(AccountsOffice::path(office.editor, "administrator")).status, 204u) << "oneself, while another is left";
}

OFFICE_TEST(AccountsOffice, a_locked_account_is_out_everywhere_at_once_and_comes_in_nowhere) {
    EXPECT_EQ(office.administrator.put(AccountsOffice::path(office.member, "lock"), "").status, 204u);
    EXPECT_EQ(office.member.get("/api/me/sessions").status, 401u);
    const auto refused = office.come(office.member);
    EXPECT_EQ(refused.status, 403u);
    EXPECT_EQ(refused.code(), "account_locked");
    support::Client stranger(office);
    const auto guess =
        stranger.post("/api/session", fmt::format(R"({{"login":"{}","password":"wrong"}})", AccountsOffice::login_of(office.member)));
    EXPECT_EQ(guess.code(), "wrong_login") << "who does not know the password learns nothing";
    EXPECT_EQ(office.last_action_on(office.member), "auth.account_locked");

    EXPECT_EQ(office.administrator.del(AccountsOffice::path(office.member, "lock")).status, 204u);
    EXPECT_EQ(office.come(office.member).status, 200u);
    EXPECT_EQ(office.last_action_on(office.member), "auth.account_unlocked");
}

OFFICE_TEST(AccountsOffice, an_invitation_and_a_session_that_was_slipped_in_do_not_go_round_a_lock) {
    const auto token = office.write([&](db::Tx& tx) {
        auth::lock(tx, office.member.person);
        return auth::insert_invitation(tx, {.person = office.member.person, .email = {}, .invited_by = {}});
    });
    const auto accepted = office.guest.post("/api/invitations/" + token, R"({"password":"ถ้อยคำใหม่ที่ยาวพอ"})");
    EXPECT_EQ(accepted.code(), "account_locked") << accepted.body;
    EXPECT_EQ(office.guest.get("/api/invitations/" + token).status, 200u) << "it is not used up";
    office.sign_in(office.member);
    EXPECT_EQ(office.member.get("/api/me/sessions").status, 401u);
}

OFFICE_TEST(AccountsOffice, nobody_locks_themselves_out) {
    const auto own = office.administrator.put(AccountsOffice::path(office.administrator, "lock"), "");
    EXPECT_EQ(own.status, 409u);
    EXPECT_EQ(own.code(), "account_lock_own");
    EXPECT_EQ(office.administrator.put("/api/accounts/1/lock", "").status, 404u) << "a person without an account";
}

OFFICE_TEST(AccountsOffice, only_administrators_look_after_accounts) {
    const std::vector<std::pair<http::Method, std::string_view>> deeds{
        {http::Method::put, "administrator"}, {http::Method::del, "administrator"}, {http::Method::put, "lock"},
        {http::Method::del, "lock"},          {http::Method::del, "sessions"},      {http::Method::del, "second-step"}};
    for (const auto& [method, what] : deeds)
        for (const auto& kind : support::Office::kinds_of_person()) {
            if (kind.client == &support::Office::administrator) continue;
            http::Request request;
            request.method = method;
            request.target = AccountsOffice::path(office.contributor, what);
            const auto reply = (office.*kind.client).send(std::move(request));
            EXPECT_EQ(reply.status, kind.client == &support::Office::guest ? 401u : 403u) << kind.name << ' ' << what << reply.body;
        }
    const auto account = auth::find_account(*office.database().read(), office.contributor.person);
    EXPECT_FALSE(account->administrator);
    EXPECT_FALSE(account->locked_at);
    EXPECT_EQ(office.contributor.get("/api/me/sessions").status, 200u);
}

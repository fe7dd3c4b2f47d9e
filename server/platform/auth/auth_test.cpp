#include "auth/auth.hpp"

#include "auth/sessions/attempts.hpp"
#include "journal/journal.hpp"
#include "support/office.hpp"

namespace {

struct AuthOffice : support::Office {
    explicit AuthOffice(db::Engine engine) : Office(engine, {}) {
        for (const auto& kind : kinds_of_person()) (this->*kind.client).signs_in_again = false;
    }

    static std::string credentials(std::string_view login, std::string_view with_password) {
        return R"({"login":")" + std::string(login) + R"(","password":")" + std::string(with_password) + R"("})";
    }
    support::Reply sign_in_as(support::Client& client, std::string_view login, std::string_view with_password = password) {
        return client.post("/api/session", credentials(login, with_password));
    }
};

http::Request sign_in_request(std::string_view login, std::string_view password) {
    http::Request request;
    request.method = http::Method::post;
    request.target = "/api/session";
    request.headers.set("Content-Type", "application/json");
    request.body = AuthOffice::credentials(login, password);
    return request;
}

bool mentions(const support::Reply& reply, std::string_view text) {
    return reply.body.find(text) != std::string::npos;
}

}  // namespace

OFFICE_TEST(AuthOffice, who_signs_in_gets_a_cookie_and_is_known_from_then_on) {
    support::Client browser(office);
    EXPECT_EQ(browser.get("/api/me").body, "null");
    const auto login = AuthOffice::login_of(office.member);
    const auto reply = office.sign_in_as(browser, " " + login.substr(0, 1) + login.substr(1) + " ");
    EXPECT_EQ(reply.status, 200u) << reply.body;
    const auto cookie = std::string(reply.headers.get("Set-Cookie"));
    for (const auto* part : {"lomwong_session=", "HttpOnly", "SameSite=Lax", "Path=/"})
        EXPECT_NE(cookie.find(part), std::string::npos) << cookie;
    EXPECT_EQ(cookie.find("Secure"), std::string::npos) << "only over https";
    EXPECT_TRUE(mentions(browser.get("/api/me"), "\"login\":\"" + login + "\""));
}

OFFICE_TEST(AuthOffice, over_https_the_cookie_is_secure) {
    auto request = sign_in_request(AuthOffice::login_of(office.member), AuthOffice::password);
    request.secure = true;
    EXPECT_NE(office.guest.send(std::move(request)).headers.get("Set-Cookie").find("Secure"), std::string_view::npos);
}

OFFICE_TEST(AuthOffice, a_wrong_password_and_an_unknown_name_look_alike) {
    const auto wrong = office.sign_in_as(office.guest, AuthOffice::login_of(office.member), "not this one");
    const auto unknown = office.sign_in_as(office.guest, "nobody", "not this one");
    EXPECT_EQ(wrong.status, 422u);
    EXPECT_EQ(wrong.body, unknown.body);
    EXPECT_EQ(wrong.code(), "wrong_login");
}

OFFICE_TEST(AuthOffice, wrong_passwords_make_the_next_try_wait_and_say_how_long) {
    const auto login = AuthOffice::login_of(office.member);
    for (int i = 0; i < 5; ++i) EXPECT_EQ(office.sign_in_as(office.guest, login, "wrong").code(), "wrong_login");
    const auto closed = office.sign_in_as(office.guest, login);
    EXPECT_EQ(closed.code(), "too_many_tries");
    EXPECT_EQ(closed.headers.get("Retry-After"), "2");
    office.clock.advance_seconds(2);
    EXPECT_EQ(office.sign_in_as(office.guest, login, "wrong").code(), "wrong_login");
    EXPECT_EQ(office.sign_in_as(office.guest, login).headers.get("Retry-After"), "4");
    office.clock.advance_seconds(4);
    EXPECT_EQ(office.sign_in_as(office.guest, login).status, 200u);
    EXPECT_EQ(office.sign_in_as(office.guest, login, "wrong").code(), "wrong_login") << "a right password makes all good again";
}

OFFICE_TEST(AuthOffice, a_stranger_who_guesses_does_not_lock_out_the_one_at_their_own_desk) {
    const auto login = AuthOffice::login_of(office.member);
    for (int i = 0; i < 6; ++i) {
        auto guess = sign_in_request(login, "wrong");
        guess.peer = "203.0.113.9";
        office.guest.send(std::move(guess));
    }
    EXPECT_EQ(office.sign_in_as(office.guest, login).status, 200u);
}

OFFICE_TEST(AuthOffice, a_clock_that_was_set_back_does_not_lock_everybody_out) {
    const auto login = AuthOffice::login_of(office.member);
    const auto right_time = office.clock.now();
    office.clock.advance_days(400);
    for (int i = 0; i < 6; ++i) office.sign_in_as(office.guest, login, "wrong");
    EXPECT_EQ(office.sign_in_as(office.guest, login).code(), "too_many_tries");
    office.clock.set(right_time);
    EXPECT_EQ(office.sign_in_as(office.guest, login, "wrong").code(), "wrong_login");
    EXPECT_EQ(office.sign_in_as(office.guest, login).code(), "too_many_tries") << "and what was guessed stays counted";
    office.clock.advance_seconds(60);
    EXPECT_EQ(office.sign_in_as(office.guest, login).status, 200u);
}

OFFICE_TEST(AuthOffice, a_session_that_is_over_says_so_and_pages_stay_readable) {
    office.clock.advance_days(31);
    EXPECT_EQ(office.member.get("/api/me/sessions").code(), "session_ended");
    EXPECT_EQ(office.member.get("/api/me").body, "null");
    EXPECT_EQ(office.guest.get("/api/me/sessions").code(), "sign_in_needed");
}

OFFICE_TEST(AuthOffice, a_session_in_use_lives_on) {
    for (int days = 0; days < 160; days += 20) {
        office.clock.advance_days(20);
        EXPECT_EQ(office.member.get("/api/me/sessions").status, 200u) << days;
    }
    office.clock.advance_days(21);
    EXPECT_EQ(office.member.get("/api/me/sessions").code(), "session_ended") << "but not for ever";
}

OFFICE_TEST(AuthOffice, my_sessions_can_be_seen_and_ended) {
    support::Client phone(office);
    phone.headers.set("User-Agent", "Phone");
    phone.signs_in_again = false;
    office.sign_in_as(phone, AuthOffice::login_of(office.member));
    EXPECT_TRUE(mentions(office.member.get("/api/me/sessions"), "\"device\":\"Phone\""));
    EXPECT_FALSE(mentions(office.editor.get("/api/me/sessions"), "Phone")) << "only mine";

    EXPECT_EQ(office.member.del("/api/me/sessions").status, 204u);
    EXPECT_EQ(phone.get("/api/me/sessions").code(), "session_ended") << "at once, though it was remembered";
    EXPECT_EQ(office.member.get("/api/me/sessions").status, 200u);
}

OFFICE_TEST(AuthOffice, nobody_ends_another_ones_session) {
    const auto all = office.editor.get("/api/me/sessions").body;
    const auto at = all.find("\"id\":") + 5;
    const auto id = all.substr(at, all.find(',', at) - at);
    EXPECT_EQ(office.member.del("/api/me/sessions/" + id).status, 404u);
    EXPECT_EQ(office.editor.get("/api/me/sessions").status, 200u);
    EXPECT_EQ(office.editor.del("/api/me/sessions/" + id).status, 204u);
    EXPECT_EQ(office.editor.get("/api/me/sessions").status, 401u);
}

OFFICE_TEST(AuthOffice, signing_out_ends_the_session_and_takes_the_cookie_back) {
    const auto token = office.member.session;
    EXPECT_EQ(office.member.del("/api/session").status, 204u);
    EXPECT_EQ(office.member.session, "");
    office.member.session = token;
    EXPECT_EQ(office.member.get("/api/me").body, "null");
}

OFFICE_TEST(AuthOffice, only_hashes_of_tokens_are_stored) {
    const auto stored = office.database().read()->all<db::Blob>("SELECT token_hash FROM auth_sessions");
    for (const auto& hash : stored) EXPECT_EQ(hash.bytes.find(office.member.session), std::string::npos);
    EXPECT_EQ(office.member.session.size(), 22u);
}

OFFICE_TEST(AuthOffice, a_changed_password_ends_the_other_sessions) {
    support::Client phone(office);
    office.sign_in_as(phone, AuthOffice::login_of(office.member));
    const auto body = [](std::string_view current, std::string_view next) {
        return R"({"current":")" + std::string(current) + R"(","password":")" + std::string(next) + R"("})";
    };
    EXPECT_EQ(office.member.put("/api/me/password", body("wrong", "วันพุธมาล้อมวงกัน")).problem().errors.at(0).code, "wrong_password");
    EXPECT_EQ(office.member.put("/api/me/password", body(AuthOffice::password, "short")).problem().errors.at(0).code, "password_too_short");
    EXPECT_EQ(office.member.put("/api/me/password", body(AuthOffice::password, "1234567890")).problem().errors.at(0).code,
              "password_too_easy");
    EXPECT_EQ(office.member.put("/api/me/password", body(AuthOffice::password, "วันพุธมาล้อมวงกัน")).status, 204u);
    EXPECT_EQ(phone.get("/api/me").body, "null");
    EXPECT_EQ(office.member.get("/api/me/sessions").status, 200u);
    EXPECT_EQ(office.sign_in_as(phone, AuthOffice::login_of(office.member), "วันพุธมาล้อมวงกัน").status, 200u);
}

OFFICE_TEST(AuthOffice, who_is_invited_chooses_a_name_and_a_password_once) {
    EXPECT_EQ(office.steward.post("/api/invitations", R"({"name":"สมมติ คนใหม่","administrator":true})").status, 403u);
    const auto made = office.administrator.post("/api/invitations", R"({"name":"สมมติ คนใหม่","administrator":false})");
    ASSERT_EQ(made.status, 201u) << made.body;
    const auto at = made.body.find("invitation=") + 11;
    const auto address = "/api/invitations/" + made.body.substr(at, 22);

    support::Client browser(office);
    EXPECT_TRUE(mentions(browser.get(address), "สมมติ คนใหม่"));
    EXPECT_EQ(browser.post(address, R"({"password":"วันพุธมาล้อมวงกัน"})").problem().errors.at(0).pointer, "/login");
    const auto taken = AuthOffice::credentials(AuthOffice::login_of(office.member), "วันพุธมาล้อมวงกัน");
    EXPECT_EQ(browser.post(address, taken).problem().errors.at(0).code, "login_taken");
    EXPECT_EQ(browser.post(address, AuthOffice::credentials("081-234 5678", "วันพุธมาล้อมวงกัน")).status, 200u);
    EXPECT_TRUE(mentions(browser.get("/api/me"), "\"login\":\"0812345678\""));
    EXPECT_EQ(browser.get(address).code(), "invitation_over");
}

OFFICE_TEST(AuthOffice, an_invitation_grows_old) {
    const auto token = office.write([&](db::Tx& tx) { return auth::insert_invitation(tx, {office.member.person, {}, false, {}}); });
    office.clock.advance_days(15);
    EXPECT_EQ(office.guest.get("/api/invitations/" + token).code(), "invitation_over");
}

OFFICE_TEST(AuthOffice, an_invitation_to_who_has_an_account_sets_a_new_password) {
    const auto token = office.write([&](db::Tx& tx) { return auth::insert_invitation(tx, {office.member.person, {}, false, {}}); });
    EXPECT_TRUE(mentions(office.guest.get("/api/invitations/" + token), AuthOffice::login_of(office.member)));
    support::Client browser(office);
    EXPECT_EQ(browser.post("/api/invitations/" + token, R"({"password":"วันพุธมาล้อมวงกัน"})").status, 200u);
    EXPECT_EQ(office.member.get("/api/me").body, "null") << "whoever held the old password is out";
}

OFFICE_TEST(AuthOffice, what_is_done_to_accounts_is_in_the_journal) {
    const auto token = office.write([&](db::Tx& tx) { return auth::insert_invitation(tx, {office.member.person, {}, false, {}}); });
    office.guest.post("/api/invitations/" + token, R"({"password":"วันพุธมาล้อมวงกัน"})");
    const auto changes = journal::list_changes(*office.database().read(), office.member.person.value, 10);
    ASSERT_FALSE(changes.empty());
    EXPECT_EQ(changes.front().action, "auth.password_changed");
}

TEST(Attempts, the_wait_doubles_up_to_a_quarter_of_an_hour) {
    EXPECT_EQ(auth::wait_seconds(4, 5), 0);
    EXPECT_EQ(auth::wait_seconds(5, 5), 2);
    EXPECT_EQ(auth::wait_seconds(8, 5), 16);
    EXPECT_EQ(auth::wait_seconds(1000, 5), 900);
}

TEST(Attempts, an_office_network_of_ipv6_is_one_address) {
    EXPECT_EQ(auth::subjects_of("a", "2001:db8:1:2:3:4:5:6").back().name, auth::subjects_of("a", "2001:db8:1:2:9:9:9:9").back().name);
    EXPECT_NE(auth::subjects_of("a", "10.0.0.1").back().name, auth::subjects_of("a", "10.0.0.2").back().name);
}

TEST(Accounts, one_name_has_one_spelling) {
    EXPECT_EQ(auth::fold_login("  Somchai@Example.ORG "), "somchai@example.org");
    EXPECT_EQ(auth::fold_login("081-234 5678"), "0812345678");
    EXPECT_EQ(auth::fold_login("สมชาย"), "สมชาย");
}

TEST(Passwords, are_long_enough_and_not_the_first_that_is_guessed) {
    EXPECT_EQ(auth::password_fault("สั้นๆ", "me"), "password_too_short");
    EXPECT_EQ(auth::password_fault("aaaaaaaaaaaa", "me"), "password_too_easy");
    EXPECT_EQ(auth::password_fault("password123", "me"), "password_too_easy");
    EXPECT_EQ(auth::password_fault("somchai-2026", "somchai"), "password_too_easy");
    EXPECT_FALSE(auth::password_fault("วันพุธมาล้อมวงกัน", "somchai"));
}

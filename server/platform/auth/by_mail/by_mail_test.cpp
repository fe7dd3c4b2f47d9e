#include "auth/by_mail/digest_readers.hpp"
#include "auth/by_mail/mailed_links.hpp"
#include "auth/second_step/second_steps.hpp"
#include "journal/journal.hpp"
#include "mail/messages.hpp"
#include "support/office.hpp"

namespace {

constexpr std::string_view chosen = "วันพุธมาล้อมวงกัน";

struct MailOffice : support::Office {
    explicit MailOffice(db::Engine engine) : Office(engine, {}) {
        for (const auto& kind : kinds_of_person()) (this->*kind.client).signs_in_again = false;
    }

    support::Reply ask(std::string_view login) { return guest.post("/api/resets", R"({"login":")" + std::string(login) + R"("})"); }
    support::Reply choose(std::string_view token, std::string_view with_password = chosen) {
        return guest.post("/api/resets/" + std::string(token), R"({"password":")" + std::string(with_password) + R"("})");
    }
    support::Reply sign_in_as(support::Client& client, std::string_view login, std::string_view with_password) {
        return client.post("/api/session",
                           R"({"login":")" + std::string(login) + R"(","password":")" + std::string(with_password) + R"("})");
    }
    support::Reply set_email(support::Client& client, std::string_view email, std::string_view with_password = password) {
        return client.put("/api/me/email",
                          R"({"email":")" + std::string(email) + R"(","password":")" + std::string(with_password) + R"("})");
    }
    // What stands behind `path` in the mail that was sent last.
    std::string token_in_mail(std::string_view path) {
        do_jobs();
        const auto words = last_mail();
        const auto at = words.find(path);
        return at == std::string::npos ? std::string{} : words.substr(at + path.size(), 22);
    }
    void confirm_email(support::Client& client, std::string_view email) {
        EXPECT_EQ(set_email(client, email).status, 204u);
        EXPECT_EQ(guest.post("/api/emails/" + token_in_mail("/confirm-email/")).status, 200u);
    }
    std::size_t mails() { return mail::list_messages(*database().read(), 100).size(); }
};

}  // namespace

OFFICE_TEST(MailOffice, who_forgot_the_password_sets_a_new_one_with_a_link_and_signs_in_anew) {
    office.confirm_email(office.member, "somchai@example.org");
    EXPECT_EQ(office.ask(" Somchai@Example.ORG ").status, 204u);
    const auto token = office.token_in_mail("https://lomwong.example.org/reset/");
    const auto login = MailOffice::login_of(office.member);
    EXPECT_NE(office.guest.get("/api/resets/" + token).body.find(login), std::string::npos);
    EXPECT_EQ(office.choose(token, "short").problem().errors.at(0).code, "password_too_short");
    const auto done = office.choose(token);
    EXPECT_EQ(done.status, 200u) << done.body;
    EXPECT_EQ(done.headers.get("Set-Cookie"), "") << "a second step must not be passed by";
    EXPECT_EQ(office.member.get("/api/me").body, "null") << "all sessions have ended";
    EXPECT_EQ(office.sign_in_as(office.guest, login, MailOffice::password).code(), "wrong_login");
    EXPECT_EQ(office.sign_in_as(office.guest, login, chosen).status, 200u);
    EXPECT_EQ(journal::list_changes(*office.database().read(), office.member.person.value, 10).front().action, "auth.password_reset");
}

OFFICE_TEST(MailOffice, a_new_password_does_not_go_round_the_second_step) {
    office.confirm_email(office.member, "somchai@example.org");
    office.write([&](db::Tx& tx) {
        auth::insert_second_step(tx, office.member.person, {"sealed"});
        auth::confirm_second_step(tx, office.member.person);
    });
    office.ask("somchai@example.org");
    EXPECT_EQ(office.choose(office.token_in_mail("/reset/")).status, 200u);
    const auto half = office.sign_in_as(office.guest, "somchai@example.org", chosen);
    EXPECT_NE(half.body.find("\"second_step\":{"), std::string::npos) << half.body;
    EXPECT_EQ(office.guest.get("/api/me").body, "null");
}

OFFICE_TEST(MailOffice, a_link_is_good_once_and_for_an_hour) {
    office.confirm_email(office.member, "somchai@example.org");
    office.ask("somchai@example.org");
    const auto first = office.token_in_mail("/reset/");
    office.ask("somchai@example.org");
    const auto second = office.token_in_mail("/reset/");
    EXPECT_EQ(office.choose(second).status, 200u);
    EXPECT_EQ(office.choose(second).code(), "reset_over");
    EXPECT_EQ(office.choose(first).code(), "reset_over") << "with one of them used, all are over";
    office.ask("somchai@example.org");
    const auto late = office.token_in_mail("/reset/");
    office.clock.advance_seconds(60 * 60);
    EXPECT_EQ(office.guest.get("/api/resets/" + late).code(), "reset_over");
    EXPECT_EQ(office.choose(late).code(), "reset_over");
    EXPECT_EQ(office.choose("0123456789012345678901").code(), "reset_over");
}

OFFICE_TEST(MailOffice, nobody_learns_who_has_an_account) {
    office.confirm_email(office.member, "somchai@example.org");
    const auto before = office.mails();
    const auto jobs_before = jobs::count(*office.database().read()).waiting;
    const auto known = office.ask("somchai@example.org");
    const auto without_email = office.ask(MailOffice::login_of(office.editor));
    const auto unknown = office.ask("nobody@example.org");
    for (const auto& reply : {known, without_email, unknown}) {
        EXPECT_EQ(reply.status, 204u);
        EXPECT_EQ(reply.body, "");
    }
    EXPECT_EQ(jobs::count(*office.database().read()).waiting, jobs_before + 3) << "the same work for each, done later";
    office.do_jobs();
    EXPECT_EQ(office.mails(), before + 1);
}

OFFICE_TEST(MailOffice, an_address_that_was_only_typed_gets_no_link) {
    office.write(
        [&](db::Tx& tx) { tx.run("UPDATE auth_accounts SET email = 'typed@example.org' WHERE person_id = $1", office.member.person); });
    EXPECT_EQ(office.ask("typed@example.org").status, 204u);
    office.do_jobs();
    EXPECT_EQ(office.mails(), 0u);
    office.confirm_email(office.editor, "typed@example.org");
    EXPECT_NE(office.member.get("/api/me/email").body.find("\"confirmed\":false"), std::string::npos) << "who proves it, has it";
}

OFFICE_TEST(MailOffice, asking_too_often_makes_wait_and_says_how_long) {
    for (int i = 0; i < 5; ++i) office.ask("somchai@example.org");
    const auto closed = office.ask("somchai@example.org");
    EXPECT_EQ(closed.code(), "too_many_tries");
    EXPECT_EQ(closed.headers.get("Retry-After"), "2");
    EXPECT_EQ(office.sign_in_as(office.guest, MailOffice::login_of(office.member), MailOffice::password).status, 200u)
        << "signing in is not held up by it";
}

OFFICE_TEST(MailOffice, one_mailbox_gets_no_more_than_five_links_an_hour_whoever_asks) {
    office.confirm_email(office.member, "somchai@example.org");
    office.clock.advance_days(2);
    office.sign_in(office.member);
    for (int i = 0; i < 9; ++i) {
        http::Request request;
        request.method = http::Method::post;
        request.target = "/api/resets";
        request.peer = "203.0.113." + std::to_string(i);
        request.headers.set("Content-Type", "application/json");
        request.body = R"({"login":"somchai@example.org"})";
        EXPECT_EQ(office.guest.send(std::move(request)).status, 204u);
    }
    office.do_jobs();
    EXPECT_EQ(office.mails(), 1u + 5u);
    EXPECT_EQ(office.database().read()->one<std::int64_t>("SELECT count(*) FROM auth_mailed_links"), 5) << "no link that nobody got";
}

OFFICE_TEST(MailOffice, an_address_is_the_accounts_only_once_its_link_came_back) {
    EXPECT_EQ(office.set_email(office.member, "somchai@example.org", "not this one").problem().errors.at(0).code, "wrong_password");
    EXPECT_EQ(office.set_email(office.member, "สมชาย@example.org").problem().errors.at(0).code, "email_not_latin");
    EXPECT_EQ(office.set_email(office.member, "a@example.org\\r\\nBcc: b@example.org").problem().errors.at(0).code, "email_malformed");
    EXPECT_EQ(office.set_email(office.member, "somchai@example.org").status, 204u);
    const auto waiting = office.member.get("/api/me/email").body;
    EXPECT_NE(waiting.find("\"waiting\":\"somchai@example.org\""), std::string::npos) << waiting;
    EXPECT_NE(waiting.find("\"confirmed\":false"), std::string::npos);
    const auto token = office.token_in_mail("/confirm-email/");
    EXPECT_EQ(office.guest.post("/api/emails/" + token).status, 200u);
    EXPECT_EQ(office.guest.post("/api/emails/" + token).code(), "confirmation_over");
    EXPECT_NE(office.member.get("/api/me/email").body.find("\"confirmed\":true"), std::string::npos);
    EXPECT_NE(office.member.get("/api/me").body.find("somchai@example.org"), std::string::npos);
}

OFFICE_TEST(MailOffice, an_address_that_another_one_has_confirmed_is_told_only_to_who_reads_it) {
    office.confirm_email(office.editor, "office@example.org");
    EXPECT_EQ(office.set_email(office.member, "office@example.org").status, 204u);
    const auto taken = office.guest.post("/api/emails/" + office.token_in_mail("/confirm-email/"));
    EXPECT_EQ(taken.problem().errors.at(0).code, "email_taken");
}

OFFICE_TEST(MailOffice, a_link_for_a_password_confirms_no_address_and_the_other_way_round) {
    office.confirm_email(office.member, "somchai@example.org");
    office.ask("somchai@example.org");
    EXPECT_EQ(office.guest.post("/api/emails/" + office.token_in_mail("/reset/")).status, 404u);
    office.set_email(office.member, "new@example.org");
    EXPECT_EQ(office.choose(office.token_in_mail("/confirm-email/")).status, 404u);
}

OFFICE_TEST(MailOffice, a_link_to_an_address_that_was_given_up_is_over) {
    office.confirm_email(office.member, "old@example.org");
    office.ask("old@example.org");
    const auto token = office.token_in_mail("/reset/");
    EXPECT_EQ(office.member.del("/api/me/email").status, 204u);
    EXPECT_EQ(office.choose(token).code(), "reset_over");
    office.ask(MailOffice::login_of(office.member));
    const auto before = office.mails();
    office.do_jobs();
    EXPECT_EQ(office.mails(), before);
}

OFFICE_TEST(MailOffice, mail_speaks_the_language_of_who_asks_with_dates_as_they_are_read_there) {
    office.confirm_email(office.member, "somchai@example.org");
    office.guest.headers.set("Accept-Language", "th");
    office.ask("somchai@example.org");
    office.do_jobs();
    EXPECT_NE(office.last_mail().find("21 พฤศจิกายน 2569 10.00 น."), std::string::npos) << office.last_mail();
    office.guest.headers.set("Accept-Language", "en");
    office.ask("somchai@example.org");
    office.do_jobs();
    EXPECT_NE(office.last_mail().find("21 November 2026 10:00"), std::string::npos) << office.last_mail();
}

OFFICE_TEST(MailOffice, mail_speaks_the_language_of_the_account_whoever_asks_for_it) {
    office.confirm_email(office.member, "somchai@example.org");
    EXPECT_EQ(office.member.put("/api/me/language", R"({"language":"en"})").status, 204u);
    EXPECT_NE(office.member.get("/api/me").body.find(R"("language":"en")"), std::string::npos) << "and the next device learns it";
    office.guest.headers.set("Accept-Language", "th");
    office.ask("somchai@example.org");
    office.do_jobs();
    EXPECT_NE(office.last_mail().find("21 November 2026 10:00"), std::string::npos) << office.last_mail();
    office.member.headers.set("Accept-Language", "th");
    EXPECT_EQ(office.member.put("/api/me/digest", R"({"wanted":true})").status, 204u);
    EXPECT_EQ(auth::list_digest_readers(*office.database().read(), office.equipment.get<auth::Auth>()).at(0).language, base::Language::en);
    EXPECT_EQ(office.member.put("/api/me/language", R"({"language":"fr"})").status, 422u);
}

OFFICE_TEST(MailOffice, no_link_and_no_daily_message_goes_to_an_account_that_is_locked) {
    office.confirm_email(office.member, "somchai@example.org");
    EXPECT_EQ(office.member.put("/api/me/digest", R"({"wanted":true})").status, 204u);
    const auto before = office.mails();
    office.write([&](db::Tx& tx) { auth::lock(tx, office.member.person); });
    EXPECT_EQ(office.ask("somchai@example.org").status, 204u) << "who asks learns nothing";
    office.do_jobs();
    EXPECT_EQ(office.mails(), before);
    EXPECT_TRUE(auth::list_digest_readers(*office.database().read(), office.equipment.get<auth::Auth>()).empty());
}

OFFICE_TEST(MailOffice, mails_of_a_clock_that_ran_ahead_close_no_mailbox) {
    office.confirm_email(office.member, "somchai@example.org");
    office.clock.advance_days(365);
    for (int i = 0; i < 6; ++i) {
        office.clock.advance_seconds(15 * 60 + 1);  // after each, who asks waits longer
        office.ask("somchai@example.org");
        office.do_jobs();
    }
    office.clock.advance_days(-365);
    const auto before = office.mails();
    office.ask("somchai@example.org");
    office.do_jobs();
    EXPECT_EQ(office.mails(), before + 1);
}

OFFICE_TEST(MailOffice, who_wants_the_daily_message_is_told_in_their_language_at_a_confirmed_address_only) {
    const auto readers = [&] { return auth::list_digest_readers(*office.database().read(), office.equipment.get<auth::Auth>()); };
    EXPECT_EQ(office.member.put("/api/me/digest", R"({"wanted":true})").code(), "email_not_confirmed");
    office.confirm_email(office.member, "somchai@example.org");
    EXPECT_TRUE(readers().empty()) << "nobody is written to who did not ask";
    office.member.headers.set("Accept-Language", "en");
    EXPECT_EQ(office.member.put("/api/me/digest", R"({"wanted":true})").status, 204u);
    ASSERT_EQ(readers().size(), 1u);
    EXPECT_EQ(readers().at(0).to.address, "somchai@example.org");
    EXPECT_EQ(readers().at(0).language, base::Language::en);
    EXPECT_NE(office.member.get("/api/me/email").body.find("\"digest\":true"), std::string::npos);
    EXPECT_EQ(office.member.put("/api/me/digest", R"({"wanted":false})").status, 204u);
    EXPECT_TRUE(readers().empty());
    office.member.put("/api/me/digest", R"({"wanted":true})");
    office.member.del("/api/me/email");
    EXPECT_TRUE(readers().empty());
}

OFFICE_TEST(MailOffice, an_invitation_to_an_address_that_cannot_be_written_to_is_told_so) {
    const auto thai = office.administrator.post("/api/invitations", R"({"name":"สมมติ","email":"สมมติ@example.org","administrator":false})");
    EXPECT_EQ(thai.problem().errors.at(0).code, "email_not_latin");
}

#include <array>
#include <string>

#include "auth/invitations/invitations.hpp"
#include "auth/second_step/second_steps.hpp"
#include "auth/second_step/totp.hpp"
#include "support/office.hpp"

// The server's clock jumps, by an hour as time zones are confused, by a year as a battery dies, and is set right again: nobody is locked
// out for longer than it takes to sign in anew, and nothing that is good once is good twice.
namespace {

constexpr std::int64_t hour = 60 * 60;
constexpr std::int64_t year = 365 * 24 * hour;
constexpr std::array jumps{hour, -hour, year, -year};

struct ClockOffice : support::Office {
    explicit ClockOffice(db::Engine engine) : Office(engine, {}) {
        for (const auto& kind : kinds_of_person()) (this->*kind.client).signs_in_again = false;
    }

    static std::string told(std::int64_t jump) { return "a jump of " + std::to_string(jump / hour) + " hours"; }

    // Signs in as people do, with a browser of their own.
    support::Client come_in(const support::Client& who, std::string_view with_password = password) {
        support::Client browser(*this);
        browser.signs_in_again = false;
        const auto reply =
            browser.post("/api/session", R"({"login":")" + login_of(who) + R"(","password":")" + std::string(with_password) + R"("})");
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return browser;
    }
    bool is_in(support::Client& browser) { return browser.get("/api/me/sessions").status == 200; }

    std::string invite(const support::Client& who) {
        return write([&](db::Tx& tx) {
            return auth::insert_invitation(tx, {.person = who.person, .email = {}, .invited_by = administrator.person});
        });
    }
    support::Reply accept(const std::string& token) {
        support::Client browser(*this);
        return browser.post("/api/invitations/" + token, R"({"password":"วันพุธมาล้อมวงกัน"})");
    }

    void confirm_email(support::Client& who) {
        const auto asked = who.put("/api/me/email", R"({"email":"somchai@example.org","password":")" + std::string(password) + R"("})");
        EXPECT_EQ(asked.status, 204u) << asked.body;
        EXPECT_EQ(guest.post("/api/emails/" + token_in_mail("/confirm-email/")).status, 200u);
    }
    std::string ask_for_reset() {
        EXPECT_EQ(guest.post("/api/resets", R"({"login":"somchai@example.org"})").status, 204u);
        return token_in_mail("/reset/");
    }
    support::Reply reset(const std::string& token) { return guest.post("/api/resets/" + token, R"({"password":"วันพุธมาล้อมวงกัน"})"); }
    std::string token_in_mail(std::string_view path) {
        do_jobs();
        const auto words = last_mail();
        const auto at = words.find(path);
        return at == std::string::npos ? std::string{} : words.substr(at + path.size(), 22);
    }

    // A second step whose codes anybody here can make.
    void give_second_step(const support::Client& who) {
        write([&](db::Tx& tx) {
            auth::insert_second_step(tx, who.person, equipment.get<auth::Auth>().vault.seal(who.person, secret));
            auth::confirm_second_step(tx, who.person);
        });
    }
    std::string code() const { return auth::totp::code_of(secret, auth::totp::step_at(clock.now())); }
    auth::CodeOutcome use(const support::Client& who, const std::string& code) {
        return write([&](db::Tx& tx) { return auth::use_code(tx, equipment.get<auth::Auth>().vault, who.person, code); });
    }
    const std::string secret = auth::totp::new_secret();
};

}  // namespace

OFFICE_TEST(ClockOffice, a_session_outlives_an_hour_and_never_gains_a_year) {
    for (const auto jump : jumps) {
        auto browser = office.come_in(office.member);
        office.clock.advance_seconds(jump);
        EXPECT_EQ(office.is_in(browser), jump == hour || jump == -hour) << ClockOffice::told(jump);
        auto anew = office.come_in(office.member);
        EXPECT_TRUE(office.is_in(anew)) << ClockOffice::told(jump);
        office.clock.advance_seconds(-jump);
        auto again = office.come_in(office.member);
        EXPECT_TRUE(office.is_in(again)) << "set right after " << ClockOffice::told(jump);
    }
}

OFFICE_TEST(ClockOffice, who_signs_in_while_the_clock_is_a_year_ahead_ends_nobody_elses_session) {
    auto browser = office.come_in(office.member);
    auto other = office.come_in(office.administrator);
    office.clock.advance_seconds(year);
    auto ahead = office.come_in(office.member);
    EXPECT_FALSE(office.is_in(browser));
    office.clock.advance_seconds(-year);
    EXPECT_TRUE(office.is_in(browser));
    EXPECT_TRUE(office.is_in(other));
    EXPECT_FALSE(office.is_in(ahead));
    office.come_in(office.member);
    office.clock.advance_seconds(year);
    EXPECT_FALSE(office.is_in(ahead)) << "nor when that time has come";
    EXPECT_FALSE(office.is_in(other)) << "what is over is over";
}

OFFICE_TEST(ClockOffice, whom_the_server_remembers_for_some_seconds_it_does_not_remember_for_a_year) {
    auto browser = office.come_in(office.member);
    ASSERT_TRUE(office.is_in(browser));
    office.clock.advance_seconds(-year);
    office.write([&](db::Tx& tx) { tx.run("DELETE FROM auth_sessions"); });  // as another server does
    EXPECT_FALSE(office.is_in(browser));
}

OFFICE_TEST(ClockOffice, an_invitation_is_good_once_and_not_for_a_year_and_a_new_one_always_opens) {
    for (const auto jump : jumps) {
        const auto early = office.invite(office.member);
        office.clock.advance_seconds(jump);
        const bool stays = jump == hour || jump == -hour;
        EXPECT_EQ(office.accept(early).status, stays ? 200u : 404u) << ClockOffice::told(jump);
        const auto late = office.invite(office.member);
        EXPECT_EQ(office.accept(late).status, 200u) << ClockOffice::told(jump);
        office.clock.advance_seconds(-jump);
        EXPECT_EQ(office.accept(early).status, 404u) << "set right after " << ClockOffice::told(jump);
        EXPECT_EQ(office.accept(late).status, 404u) << "set right after " << ClockOffice::told(jump);
    }
}

OFFICE_TEST(ClockOffice, a_link_for_a_new_password_is_good_once_and_a_new_one_always_comes) {
    office.confirm_email(office.member);
    for (const auto jump : jumps) {
        const auto early = office.ask_for_reset();
        office.clock.advance_seconds(jump);
        EXPECT_EQ(office.guest.get("/api/resets/" + early).status, 404u) << ClockOffice::told(jump);
        const auto late = office.ask_for_reset();
        EXPECT_EQ(office.reset(late).status, 200u) << ClockOffice::told(jump) << office.last_mail();
        office.clock.advance_seconds(-jump);
        EXPECT_EQ(office.reset(early).status, 404u) << "using one ends all, also set right after " << ClockOffice::told(jump);
        EXPECT_EQ(office.reset(late).status, 404u) << "set right after " << ClockOffice::told(jump);
    }
}

OFFICE_TEST(ClockOffice, a_code_is_good_once_whatever_the_clock_does_and_the_next_one_opens) {
    office.give_second_step(office.member);
    for (const auto jump : jumps) {
        office.clock.advance_seconds(300);
        const auto before = office.code();
        EXPECT_EQ(office.use(office.member, before), auth::CodeOutcome::right);
        office.clock.advance_seconds(jump);
        const auto meanwhile = office.code();
        EXPECT_EQ(office.use(office.member, meanwhile), auth::CodeOutcome::right) << ClockOffice::told(jump);
        office.clock.advance_seconds(-jump);
        EXPECT_EQ(office.use(office.member, before), auth::CodeOutcome::used_before) << "set right after " << ClockOffice::told(jump);
        office.clock.advance_seconds(60);
        EXPECT_EQ(office.use(office.member, office.code()), auth::CodeOutcome::right) << "set right after " << ClockOffice::told(jump);
        office.clock.advance_seconds(jump - 60);
        EXPECT_EQ(office.use(office.member, meanwhile), auth::CodeOutcome::used_before) << "gone once more by " << ClockOffice::told(jump);
        office.clock.advance_seconds(-jump);
    }
}

OFFICE_TEST(ClockOffice, who_guessed_wrong_waits_no_longer_than_a_quarter_of_an_hour) {
    const auto sign_in = [&](std::string_view with) {
        support::Client browser(office);
        return browser
            .post("/api/session",
                  R"({"login":")" + ClockOffice::login_of(office.member) + R"(","password":")" + std::string(with) + R"("})")
            .status;
    };
    for (const auto jump : jumps) {
        for (int i = 0; i < 8; ++i) sign_in("wrong");
        office.clock.advance_seconds(jump);
        office.clock.advance_seconds(15 * 60);
        EXPECT_EQ(sign_in(support::Office::password), 200u) << ClockOffice::told(jump);
        office.clock.advance_seconds(-jump);
        EXPECT_EQ(sign_in(support::Office::password), 200u) << "set right after " << ClockOffice::told(jump);
    }
}

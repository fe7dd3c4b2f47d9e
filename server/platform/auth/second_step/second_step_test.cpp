#include <fmt/format.h>

#include <atomic>
#include <functional>
#include <thread>

#include "auth/auth.hpp"
#include "auth/second_step/half_sign_ins.hpp"
#include "auth/second_step/second_steps.hpp"
#include "auth/second_step/totp.hpp"
#include "journal/journal.hpp"
#include "support/office.hpp"

namespace {

// As the routes tell them.
struct Codes {
    std::vector<std::string> codes;
};
BOOST_DESCRIBE_STRUCT(Codes, (), (codes))

std::string from_base32(std::string_view text) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string bytes;
    std::uint32_t bits = 0;
    unsigned held = 0;
    for (const char c : text) {
        bits = (bits << 5 | static_cast<std::uint32_t>(alphabet.find(c))) & 0xFFFFU;
        held += 5;
        if (held < 8) continue;
        held -= 8;
        bytes += static_cast<char>(bits >> held);
    }
    return bytes;
}

std::string field(const support::Reply& reply, std::string_view name) {
    const auto key = fmt::format("\"{}\":\"", name);
    const auto at = reply.body.find(key);
    if (at == std::string::npos) return {};
    return reply.body.substr(at + key.size(), reply.body.find('"', at + key.size()) - at - key.size());
}

bool mentions(const support::Reply& reply, std::string_view text) {
    return reply.body.find(text) != std::string::npos;
}

// A member with a phone that makes codes.
struct TwoStepOffice : support::Office {
    explicit TwoStepOffice(db::Engine engine) : Office(engine, {}) {
        for (const auto& kind : kinds_of_person()) (this->*kind.client).signs_in_again = false;
    }

    std::string secret;
    std::vector<std::string> recovery;

    std::string code(int steps_ahead = 0) { return auth::totp::code_of(secret, auth::totp::step_at(clock.now()) + steps_ahead); }
    // The code of the next half minute, which was not used before.
    std::string fresh_code() {
        clock.advance_seconds(30);
        return code();
    }
    std::string wrong_code() { return code() == "000000" ? "000001" : "000000"; }

    void turn_on(support::Client& client) {
        const auto setup = client.post("/api/me/second-step", fmt::format(R"({{"password":"{}"}})", password));
        ASSERT_EQ(setup.status, 200u) << setup.body;
        secret = from_base32(field(setup, "secret"));
        const auto confirmed = client.put("/api/me/second-step", fmt::format(R"({{"code":"{}"}})", code()));
        ASSERT_EQ(confirmed.status, 200u) << confirmed.body;
        recovery = confirmed.as<Codes>().codes;
    }
    support::Reply give_password(support::Client& browser, const support::Client& who) {
        return browser.post("/api/session", fmt::format(R"({{"login":"{}","password":"{}"}})", login_of(who), password));
    }
    static support::Reply give_code(support::Client& browser, std::string_view token, std::string_view code) {
        return browser.post("/api/session/second-step", fmt::format(R"({{"token":"{}","code":"{}"}})", token, code));
    }
    std::string half_in(const support::Client& who) {
        const auto reply = give_password(guest, who);
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return field(reply, "token");
    }
    // How many of so many browsers, each half in, get in with this code when all give it at once.
    int count_let_in(const support::Client& who, const std::string& with, std::size_t browsers) {
        std::vector<std::string> tokens(browsers);
        for (auto& token : tokens) token = half_in(who);
        std::atomic<int> count = 0;
        const auto try_it = [&](const std::string& token) {
            support::Client browser(*this);
            if (give_code(browser, token, with).status == 200) ++count;
        };
        std::vector<std::jthread> threads;
        threads.reserve(browsers);
        for (const auto& token : tokens) threads.emplace_back(try_it, std::cref(token));
        threads.clear();
        return count;
    }
    static std::string proof(std::string_view with_password, std::string_view code) {
        return fmt::format(R"({{"password":"{}","code":"{}"}})", with_password, code);
    }
    std::vector<std::string> actions_on(const support::Client& who) {
        std::vector<std::string> actions;
        for (const auto& change : journal::list_changes(*database().read(), who.person.value, 50)) actions.push_back(change.action);
        return actions;
    }
};

std::string error_of(const support::Reply& reply) {
    const auto problem = reply.problem();
    return problem.errors.empty() ? problem.code : problem.errors.front().code;
}

}  // namespace

OFFICE_TEST(TwoStepOffice, it_counts_only_once_a_code_has_confirmed_it) {
    EXPECT_EQ(error_of(office.member.post("/api/me/second-step", R"({"password":"not this one"})")), "wrong_password")
        << "an open session on a desk is not enough";
    const auto setup = office.member.post("/api/me/second-step", fmt::format(R"({{"password":"{}"}})", TwoStepOffice::password));
    office.secret = from_base32(field(setup, "secret"));
    EXPECT_EQ(field(setup, "address"), auth::totp::address("Lomwong", TwoStepOffice::login_of(office.member), office.secret));
    EXPECT_FALSE(mentions(office.give_password(office.guest, office.member), "\"second_step\":")) << "not confirmed yet";

    const auto wrong = office.member.put("/api/me/second-step", fmt::format(R"({{"code":"{}"}})", office.wrong_code()));
    EXPECT_EQ(error_of(wrong), "wrong_code");
    EXPECT_TRUE(mentions(office.member.get("/api/me/second-step"), "\"on\":false"));
    const auto right = office.member.put("/api/me/second-step", fmt::format(R"({{"code":"{}"}})", office.code()));
    EXPECT_EQ(right.as<Codes>().codes.size(), 10u) << right.body;
    EXPECT_EQ(office.member.get("/api/me/second-step").body, R"({"on":true,"recovery_codes_left":10})");
    EXPECT_EQ(office.member.post("/api/me/second-step", fmt::format(R"({{"password":"{}"}})", TwoStepOffice::password)).code(),
              "second_step_on");
    EXPECT_EQ(office.actions_on(office.member).front(), "auth.second_step_on");
}

OFFICE_TEST(TwoStepOffice, turning_it_on_ends_the_sessions_that_a_password_alone_had_opened) {
    support::Client phone(office);
    phone.signs_in_again = false;
    office.give_password(phone, office.member);
    EXPECT_EQ(phone.get("/api/me/sessions").status, 200u);
    office.turn_on(office.member);
    EXPECT_EQ(phone.get("/api/me/sessions").code(), "session_ended");
    EXPECT_EQ(office.member.get("/api/me/sessions").status, 200u);
}

OFFICE_TEST(TwoStepOffice, the_password_leads_half_in_and_the_code_wholly) {
    office.turn_on(office.member);
    support::Client browser(office);
    const auto half = office.give_password(browser, office.member);
    EXPECT_EQ(half.status, 200u);
    EXPECT_FALSE(mentions(half, "\"me\":")) << half.body;
    EXPECT_TRUE(half.headers.get("Set-Cookie").empty());
    EXPECT_EQ(browser.get("/api/me").body, "null");
    const auto whole = TwoStepOffice::give_code(browser, field(half, "token"), office.fresh_code());
    EXPECT_EQ(whole.status, 200u) << whole.body;
    EXPECT_TRUE(mentions(browser.get("/api/me"), TwoStepOffice::login_of(office.member)));
}

OFFICE_TEST(TwoStepOffice, codes_are_taken_as_people_type_them) {
    office.turn_on(office.member);
    office.clock.advance_seconds(30);
    std::string thai;
    for (const char digit : office.code()) thai += {'\xE0', '\xB9', static_cast<char>(0x90 + digit - '0')};
    EXPECT_EQ(TwoStepOffice::give_code(office.guest, office.half_in(office.member), thai).status, 200u);
    office.guest.session.clear();
    const auto next = office.fresh_code();
    EXPECT_EQ(TwoStepOffice::give_code(office.guest, office.half_in(office.member), next.substr(0, 3) + " " + next.substr(3)).status, 200u);
}

OFFICE_TEST(TwoStepOffice, a_code_is_good_once_and_so_are_those_before_it) {
    office.turn_on(office.member);
    const auto code = office.fresh_code();
    const auto before = office.code(-1);
    EXPECT_EQ(TwoStepOffice::give_code(office.guest, office.half_in(office.member), code).status, 200u);
    office.guest.session.clear();
    EXPECT_EQ(error_of(TwoStepOffice::give_code(office.guest, office.half_in(office.member), code)), "code_used");
    EXPECT_EQ(error_of(TwoStepOffice::give_code(office.guest, office.half_in(office.member), before)), "code_used");
    EXPECT_EQ(TwoStepOffice::give_code(office.guest, office.half_in(office.member), office.fresh_code()).status, 200u);
}

OFFICE_TEST(TwoStepOffice, a_clock_half_a_minute_off_is_forgiven_and_not_more) {
    office.turn_on(office.member);
    office.clock.advance_seconds(300);
    EXPECT_EQ(error_of(TwoStepOffice::give_code(office.guest, office.half_in(office.member), office.code(2))), "wrong_code");
    EXPECT_EQ(error_of(TwoStepOffice::give_code(office.guest, office.half_in(office.member), office.code(-2))), "wrong_code");
    EXPECT_EQ(TwoStepOffice::give_code(office.guest, office.half_in(office.member), office.code(-1)).status, 200u);
    office.guest.session.clear();
    EXPECT_EQ(TwoStepOffice::give_code(office.guest, office.half_in(office.member), office.code(1)).status, 200u);
}

OFFICE_TEST(TwoStepOffice, when_the_servers_clock_jumps_recovery_codes_still_open_and_no_used_code_comes_back) {
    office.turn_on(office.member);
    const auto used = office.fresh_code();
    EXPECT_EQ(TwoStepOffice::give_code(office.guest, office.half_in(office.member), used).status, 200u);
    office.guest.session.clear();
    const auto right_time = office.clock.now();

    const auto half = office.half_in(office.member);
    office.clock.advance_days(400);
    const auto on_the_phone = auth::totp::code_of(office.secret, auth::totp::step_at(right_time) + 1);
    EXPECT_EQ(TwoStepOffice::give_code(office.guest, half, on_the_phone).code(), "sign_in_over");
    EXPECT_EQ(error_of(TwoStepOffice::give_code(office.guest, office.half_in(office.member), on_the_phone)), "wrong_code");
    EXPECT_EQ(TwoStepOffice::give_code(office.guest, office.half_in(office.member), office.recovery.front()).status, 200u);
    office.guest.session.clear();

    const auto half_from_the_future = office.half_in(office.member);
    office.clock.set(right_time);
    EXPECT_EQ(TwoStepOffice::give_code(office.guest, half_from_the_future, on_the_phone).code(), "sign_in_over");
    EXPECT_EQ(error_of(TwoStepOffice::give_code(office.guest, office.half_in(office.member), used)), "code_used");
    EXPECT_EQ(TwoStepOffice::give_code(office.guest, office.half_in(office.member), on_the_phone).status, 200u);
}

OFFICE_TEST(TwoStepOffice, a_recovery_code_is_good_once_and_only_for_its_person) {
    office.turn_on(office.editor);
    const auto of_another = office.recovery.front();
    office.turn_on(office.member);
    EXPECT_EQ(error_of(TwoStepOffice::give_code(office.guest, office.half_in(office.member), of_another)), "wrong_code");
    EXPECT_EQ(TwoStepOffice::give_code(office.guest, office.half_in(office.member), office.recovery.front()).status, 200u);
    EXPECT_TRUE(mentions(office.guest.get("/api/me/second-step"), "\"recovery_codes_left\":9"));
    EXPECT_EQ(office.actions_on(office.member).front(), "auth.recovery_code_used");
    office.guest.session.clear();
    EXPECT_EQ(error_of(TwoStepOffice::give_code(office.guest, office.half_in(office.member), office.recovery.front())), "wrong_code");
}

OFFICE_TEST(TwoStepOffice, of_four_who_use_one_code_at_the_same_moment_one_gets_in) {
    office.turn_on(office.member);
    EXPECT_EQ(office.count_let_in(office.member, office.recovery.front(), 4), 1);
    EXPECT_EQ(office.count_let_in(office.member, office.fresh_code(), 4), 1);
}

OFFICE_TEST(TwoStepOffice, a_stolen_half_open_token_opens_nothing_and_lives_five_minutes_and_five_codes) {
    office.turn_on(office.member);
    const auto old = office.half_in(office.member);
    support::Client thief(office);
    thief.signs_in_again = false;
    thief.session = old;
    EXPECT_EQ(thief.get("/api/me").body, "null") << "it is no session";
    EXPECT_EQ(thief.get("/api/me/sessions").status, 401u);
    office.clock.advance_seconds(301);
    EXPECT_EQ(TwoStepOffice::give_code(thief, old, office.code()).code(), "sign_in_over");

    const auto guessed = office.half_in(office.member);
    for (int i = 0; i < auth::most_wrong_codes; ++i)
        EXPECT_EQ(error_of(TwoStepOffice::give_code(thief, guessed, office.wrong_code())), "wrong_code");
    office.clock.advance_seconds(60);
    EXPECT_EQ(TwoStepOffice::give_code(thief, guessed, office.code()).code(), "sign_in_over");

    const auto used = office.half_in(office.member);
    EXPECT_EQ(TwoStepOffice::give_code(office.guest, used, office.fresh_code()).status, 200u);
    EXPECT_EQ(TwoStepOffice::give_code(thief, used, office.fresh_code()).code(), "sign_in_over") << "it is good once";
}

OFFICE_TEST(TwoStepOffice, who_guesses_codes_waits_longer_and_longer_though_the_password_is_right) {
    office.turn_on(office.member);
    for (int i = 0; i < 5; ++i) TwoStepOffice::give_code(office.guest, office.half_in(office.member), office.wrong_code());
    const auto token = office.half_in(office.member);
    const auto closed = TwoStepOffice::give_code(office.guest, token, office.fresh_code());
    EXPECT_EQ(closed.status, 200u) << "the wait of two seconds is over after thirty";
    office.guest.session.clear();

    int guesses = 0;
    const auto day = office.clock.now().ms + std::int64_t{24} * 60 * 60 * 1000;
    while (office.clock.now().ms < day) {
        auto reply = office.give_password(office.guest, office.member);
        if (reply.status == 200) reply = TwoStepOffice::give_code(office.guest, field(reply, "token"), office.wrong_code());
        if (reply.status == 429) {
            office.clock.advance_seconds(std::stoi(std::string(reply.headers.get("Retry-After"))));
        } else {
            ++guesses;
        }
    }
    EXPECT_LT(guesses, 130) << "of a million codes, of which three are good";
    office.clock.advance_seconds(900);
    EXPECT_EQ(TwoStepOffice::give_code(office.guest, office.half_in(office.member), office.code()).status, 200u)
        << "the owner still gets in";
}

OFFICE_TEST(TwoStepOffice, a_changed_password_ends_what_was_half_open) {
    office.turn_on(office.member);
    const auto token = office.half_in(office.member);
    EXPECT_EQ(
        office.member.put("/api/me/password", fmt::format(R"({{"current":"{}","password":"วันพุธมาล้อมวงกัน"}})", TwoStepOffice::password))
            .status,
        204u);
    EXPECT_EQ(TwoStepOffice::give_code(office.guest, token, office.fresh_code()).code(), "sign_in_over");
}

OFFICE_TEST(TwoStepOffice, an_invitation_that_sets_a_new_password_does_not_go_round_it) {
    office.turn_on(office.member);
    const auto link = office.write([&](db::Tx& tx) { return auth::insert_invitation(tx, {office.member.person, {}, false, {}}); });
    support::Client browser(office);
    const auto half = browser.post("/api/invitations/" + link, R"({"password":"วันพุธมาล้อมวงกัน"})");
    EXPECT_EQ(half.status, 200u) << half.body;
    EXPECT_EQ(browser.get("/api/me").body, "null");
    EXPECT_EQ(TwoStepOffice::give_code(browser, field(half, "token"), office.fresh_code()).status, 200u);
    EXPECT_TRUE(mentions(browser.get("/api/me"), TwoStepOffice::login_of(office.member)));
}

OFFICE_TEST(TwoStepOffice, it_is_turned_off_with_the_password_and_a_code) {
    office.turn_on(office.member);
    const auto off = [&](std::string_view password, std::string_view code) {
        return office.member.post("/api/me/second-step/off", TwoStepOffice::proof(password, code));
    };
    EXPECT_EQ(error_of(off("not this one", office.fresh_code())), "wrong_password");
    EXPECT_EQ(error_of(off(TwoStepOffice::password, office.wrong_code())), "wrong_code");
    EXPECT_EQ(off(TwoStepOffice::password, office.fresh_code()).status, 204u);
    EXPECT_EQ(off(TwoStepOffice::password, office.fresh_code()).code(), "second_step_off");
    EXPECT_FALSE(mentions(office.give_password(office.guest, office.member), "\"second_step\":"));
    EXPECT_EQ(office.actions_on(office.member).front(), "auth.second_step_off");
    EXPECT_EQ(office.database().read()->one<std::int64_t>("SELECT count(*) FROM auth_recovery_codes"), 0);
}

OFFICE_TEST(TwoStepOffice, new_recovery_codes_take_the_place_of_the_old_ones) {
    office.turn_on(office.member);
    const auto old = office.recovery;
    const auto reply =
        office.member.post("/api/me/second-step/recovery-codes", TwoStepOffice::proof(TwoStepOffice::password, office.fresh_code()));
    const auto fresh = reply.as<Codes>().codes;
    EXPECT_EQ(fresh.size(), 10u) << reply.body;
    EXPECT_EQ(error_of(TwoStepOffice::give_code(office.guest, office.half_in(office.member), old.front())), "wrong_code");
    EXPECT_EQ(TwoStepOffice::give_code(office.guest, office.half_in(office.member), fresh.front()).status, 200u);
}

OFFICE_TEST(TwoStepOffice, nothing_in_the_database_makes_a_code) {
    office.turn_on(office.member);
    const auto sealed = office.database().read()->one<db::Blob>("SELECT secret FROM auth_second_steps");
    EXPECT_EQ(sealed.bytes.find(office.secret), std::string::npos);
    for (const auto& hash : office.database().read()->all<db::Blob>("SELECT code_hash FROM auth_recovery_codes"))
        EXPECT_EQ(hash.bytes.find(office.recovery.front().substr(0, 5)), std::string::npos);
    office.write([&](db::Tx& tx) { tx.run("UPDATE auth_second_steps SET secret = $1", db::Blob{std::string(64, 'x')}); });
    EXPECT_EQ(TwoStepOffice::give_code(office.guest, office.half_in(office.member), office.fresh_code()).code(), "second_step_unreadable");
    EXPECT_EQ(TwoStepOffice::give_code(office.guest, office.half_in(office.member), office.recovery.front()).status, 200u);
}

OFFICE_TEST(TwoStepOffice, an_administrator_takes_it_off_for_who_lost_the_phone_and_all_is_written_down) {
    office.turn_on(office.member);
    const auto half = office.half_in(office.member);
    const auto account = fmt::format("/api/accounts/{}", office.member.person.value);
    EXPECT_EQ(office.steward.del(account + "/second-step").status, 403u);
    EXPECT_TRUE(mentions(office.administrator.get(account), "\"second_step\":true"));
    EXPECT_EQ(office.administrator.del(account + "/second-step").status, 204u);
    EXPECT_EQ(office.administrator.del(account + "/second-step").status, 404u);
    EXPECT_EQ(office.member.get("/api/me/sessions").code(), "session_ended");
    EXPECT_EQ(TwoStepOffice::give_code(office.guest, half, office.fresh_code()).code(), "sign_in_over");
    EXPECT_EQ(office.give_password(office.member, office.member).status, 200u);
    EXPECT_EQ(office.member.get("/api/me/sessions").status, 200u);
    EXPECT_EQ(office.actions_on(office.member).front(), "auth.second_step_reset");
    const auto own = fmt::format("/api/accounts/{}/second-step", office.administrator.person.value);
    EXPECT_EQ(office.administrator.del(own).code(), "second_step_own");
}

OFFICE_TEST(TwoStepOffice, an_administrator_ends_all_sessions_of_a_person_at_once) {
    const auto account = fmt::format("/api/accounts/{}", office.member.person.value);
    EXPECT_EQ(office.member.get("/api/me/sessions").status, 200u);
    EXPECT_EQ(office.administrator.del(account + "/sessions").status, 204u);
    EXPECT_EQ(office.member.get("/api/me/sessions").code(), "session_ended");
    EXPECT_EQ(office.actions_on(office.member).front(), "auth.sessions_ended");
    EXPECT_EQ(office.administrator.del("/api/accounts/1/sessions").status, 404u);
    EXPECT_EQ(office.administrator.get("/api/accounts/1").body, "null") << "a person without an account";
}

OFFICE_TEST(TwoStepOffice, under_the_rule_an_administrator_without_it_is_one_again_once_it_is_on) {
    const auto other = office.new_person("สมมติ ผู้ดูแลอีกคน", support::Office::Right::administrator);
    auto second = other;
    constexpr auto rule = R"({"administrators_use_two_steps":true})";
    EXPECT_EQ(office.administrator.put("/api/sign-in-rules", rule).code(), "second_step_first") << "nobody shuts themselves out";
    office.turn_on(office.administrator);
    EXPECT_EQ(second.get("/api/sign-in-rules").status, 200u);
    EXPECT_EQ(office.administrator.put("/api/sign-in-rules", rule).status, 204u);

    EXPECT_EQ(second.get("/api/sign-in-rules").status, 403u) << "at once, in the session that is open";
    EXPECT_TRUE(mentions(second.get("/api/me"), "\"administrator\":false,\"needs_second_step\":true"));
    EXPECT_EQ(office.administrator.get("/api/sign-in-rules").body, rule);
    EXPECT_TRUE(mentions(office.member.get("/api/me"), "\"needs_second_step\":false"));

    office.turn_on(second);
    EXPECT_EQ(second.get("/api/sign-in-rules").status, 200u);
    EXPECT_TRUE(mentions(second.get("/api/me"), "\"administrator\":true,\"needs_second_step\":false"));
}

OFFICE_TEST(TwoStepOffice, the_command_line_helps_the_last_administrator) {
    office.turn_on(office.administrator);
    auto& auth = office.equipment.get<auth::Auth>();
    EXPECT_TRUE(auth::drop_second_step(office.database(), auth, TwoStepOffice::login_of(office.administrator)));
    EXPECT_FALSE(auth::drop_second_step(office.database(), auth, TwoStepOffice::login_of(office.administrator)));
    EXPECT_TRUE(mentions(office.give_password(office.guest, office.administrator), "\"administrator\":true"));
}

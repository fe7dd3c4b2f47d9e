#include "auth/tokens/program_keys.hpp"

#include "auth/auth.hpp"
#include "auth/second_step/second_steps.hpp"
#include "auth/tokens/authorization.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"
#include "support/office.hpp"

namespace {

// Who asks, as a route sees it.
struct Asker {
    base::PersonId person;
    std::int64_t session{};
    bool administrator{};
};
BOOST_DESCRIBE_STRUCT(Asker, (), (person, session, administrator))

Asker who_asks(http::Call& call) {
    return {call.person(), call.viewer().session, call.viewer().administrator};
}

// Two routes that programs may use, beside all of auth's own, which they may not.
void add_program_routes(http::Router& router) {
    router.get("/api/values", who_asks, access::anyone).open_to_programs();
    router.post("/api/values", who_asks, access::signed_in, http::WriteKind::import).open_to_programs();
}

struct ProgramOffice : support::Office {
    explicit ProgramOffice(db::Engine engine) : Office(engine, {{{}, add_program_routes}}) {
        for (const auto& kind : kinds_of_person()) (this->*kind.client).signs_in_again = false;
    }

    static std::string draft(std::string_view name, std::string_view term = "days_30", std::string_view with_password = password) {
        return R"({"name":")" + std::string(name) + R"(","term":")" + std::string(term) + R"(","password":")" + std::string(with_password) +
               R"("})";
    }
    // The text of a new key of theirs.
    static std::string key_of(support::Client& client, std::string_view term = "days_30") {
        const auto reply = client.post("/api/me/program-keys", draft("DHIS2", term));
        EXPECT_EQ(reply.status, 201u) << reply.body;
        const auto at = reply.body.find(auth::key_begins);
        return at == std::string::npos ? "" : reply.body.substr(at, reply.body.find('"', at) - at);
    }
    static auth::ProgramKeyLine first_key(support::Client& client) {
        const auto lines = client.get("/api/me/program-keys").as<std::vector<auth::ProgramKeyLine>>();
        return lines.empty() ? auth::ProgramKeyLine{} : lines.front();
    }
    static std::string path_of_first(support::Client& client) {
        return "/api/me/program-keys/" + std::to_string(first_key(client).id.value);
    }
    // What a program without a cookie gets that sends this header.
    support::Reply ask(const std::string& authorization, std::string_view target = "/api/values", http::Method method = http::Method::get) {
        support::Client program(*this);
        program.headers.set("Authorization", authorization);
        return program.send(method, target, {});
    }
};

bool holds(const support::Reply& reply, std::string_view text) {
    return reply.body.find(text) != std::string::npos;
}

}  // namespace

OFFICE_TEST(ProgramOffice, a_program_comes_in_with_a_key_in_any_of_three_ways_and_has_no_session) {
    const auto key = ProgramOffice::key_of(office.member);
    const auto login = ProgramOffice::login_of(office.member);
    for (const auto& header : {"ApiToken " + key, "Bearer " + key, "bearer  " + key, support::basic(login, key)}) {
        const auto reply = office.ask(header);
        EXPECT_EQ(reply.as<Asker>().person, office.member.person) << header;
        EXPECT_EQ(reply.headers.get("Set-Cookie"), "");
        const auto asker = office.ask(header, "/api/values", http::Method::post).as<Asker>();
        EXPECT_EQ(asker.person, office.member.person);
        EXPECT_EQ(asker.session, 0);
    }
}

OFFICE_TEST(ProgramOffice, a_key_is_told_once_and_only_its_hash_is_stored) {
    const auto key = ProgramOffice::key_of(office.member);
    EXPECT_EQ(key.size(), auth::key_begins.size() + 22);
    const auto list = office.member.get("/api/me/program-keys");
    EXPECT_TRUE(holds(list, "\"name\":\"DHIS2\"")) << list.body;
    EXPECT_FALSE(holds(list, key.substr(auth::key_begins.size())));
    for (const auto& hash : office.database().read()->all<db::Blob>("SELECT token_hash FROM auth_program_keys"))
        EXPECT_EQ(hash.bytes.find(key), std::string::npos);
    EXPECT_FALSE(holds(office.editor.get("/api/me/program-keys"), "DHIS2")) << "everybody sees their own";
}

OFFICE_TEST(ProgramOffice, who_makes_a_key_proves_who_they_are) {
    const auto reply = office.member.post("/api/me/program-keys", ProgramOffice::draft("DHIS2", "year", "not this one"));
    EXPECT_EQ(reply.problem().errors.at(0).code, "wrong_password");
    EXPECT_EQ(office.member.post("/api/me/program-keys", ProgramOffice::draft("", "year")).status, 422u);
    EXPECT_EQ(office.member.post("/api/me/program-keys", ProgramOffice::draft("DHIS2", "for_ever")).status, 422u);
    EXPECT_EQ(office.guest.post("/api/me/program-keys", ProgramOffice::draft("DHIS2")).status, 401u);
    EXPECT_EQ(office.member.get("/api/me/program-keys").body, "[]");
}

OFFICE_TEST(ProgramOffice, a_key_is_good_for_the_days_that_were_chosen) {
    const auto month = "Bearer " + ProgramOffice::key_of(office.member, "days_30");
    const auto quarter = "Bearer " + ProgramOffice::key_of(office.member, "days_90");
    const auto year = "Bearer " + ProgramOffice::key_of(office.member, "year");
    office.clock.advance_days(29);
    EXPECT_EQ(office.ask(month).status, 200u);
    office.clock.advance_days(1);
    EXPECT_EQ(office.ask(month).code(), "program_key_over");
    EXPECT_EQ(office.ask(quarter).status, 200u);
    office.clock.advance_days(60);
    EXPECT_EQ(office.ask(quarter).code(), "program_key_over");
    EXPECT_EQ(office.ask(year).status, 200u);
    office.clock.advance_days(275);
    EXPECT_EQ(office.ask(year).code(), "program_key_over");
}

OFFICE_TEST(ProgramOffice, a_key_that_a_clock_ahead_made_is_not_good_for_longer) {
    const auto now = office.clock.now();
    office.clock.advance_days(400);
    office.sign_in(office.member);
    const auto key = "Bearer " + ProgramOffice::key_of(office.member, "year");
    office.clock.set(now);
    EXPECT_EQ(office.ask(key).code(), "program_key_wrong");
}

OFFICE_TEST(ProgramOffice, when_a_key_was_used_last_is_seen) {
    const auto key = "Bearer " + ProgramOffice::key_of(office.member);
    const auto used_at = [&] { return ProgramOffice::first_key(office.member).used_at; };
    EXPECT_EQ(used_at(), std::nullopt);
    const auto first = office.clock.now();
    office.ask(key);
    EXPECT_EQ(used_at(), first);
    office.clock.advance_seconds(60);
    office.ask(key);
    EXPECT_EQ(used_at(), first) << "to ten minutes: not every call is a write";
    office.clock.advance_seconds(600);
    office.ask(key);
    EXPECT_EQ(used_at(), office.clock.now());
}

OFFICE_TEST(ProgramOffice, a_revoked_key_is_good_no_longer_and_nobody_revokes_another_ones) {
    const auto key = "Bearer " + ProgramOffice::key_of(office.member);
    const auto path = ProgramOffice::path_of_first(office.member);
    EXPECT_EQ(office.editor.del(path).status, 404u);
    EXPECT_EQ(office.ask(key).status, 200u);
    EXPECT_EQ(office.member.del(path).status, 204u);
    EXPECT_EQ(office.ask(key).code(), "program_key_wrong");
    EXPECT_EQ(office.member.del(path).status, 404u);
}

OFFICE_TEST(ProgramOffice, a_locked_account_has_no_programs) {
    const auto key = "Bearer " + ProgramOffice::key_of(office.member);
    office.write([&](db::Tx& tx) { auth::lock(tx, office.member.person); });
    EXPECT_EQ(office.ask(key).code(), "program_key_wrong");
    const auto account = "/api/accounts/" + std::to_string(office.editor.person.value);
    const auto other = "Bearer " + ProgramOffice::key_of(office.editor);
    EXPECT_EQ(office.administrator.send(http::Method::put, account + "/lock", {}).status, 204u);
    EXPECT_EQ(office.administrator.del(account + "/lock").status, 204u);
    EXPECT_EQ(office.ask(other).code(), "program_key_wrong") << "it went with the sessions";
}

OFFICE_TEST(ProgramOffice, keys_end_where_all_sessions_end_and_stay_where_one_stays_in) {
    const auto key = "Bearer " + ProgramOffice::key_of(office.member);
    EXPECT_EQ(office.member.del("/api/me/sessions").status, 204u);
    EXPECT_EQ(office.ask(key).status, 200u) << "one's other devices are out; the keys are seen beside and revoked one by one";
    EXPECT_EQ(office.administrator.del("/api/accounts/" + std::to_string(office.member.person.value) + "/sessions").status, 204u);
    EXPECT_EQ(office.ask(key).code(), "program_key_wrong");
}

OFFICE_TEST(ProgramOffice, twenty_keys_are_enough_and_those_that_are_over_do_not_count) {
    for (int i = 0; i < 20; ++i) ProgramOffice::key_of(office.member);
    EXPECT_EQ(office.member.post("/api/me/program-keys", ProgramOffice::draft("DHIS2")).code(), "many_program_keys");
    ProgramOffice::key_of(office.editor);
    office.clock.advance_days(30);
    office.sign_in(office.member);
    ProgramOffice::key_of(office.member);
}

OFFICE_TEST(ProgramOffice, what_is_no_key_is_refused_and_only_who_brought_it_is_challenged) {
    const auto key = ProgramOffice::key_of(office.member);
    const auto login = ProgramOffice::login_of(office.member);
    const std::string other(key.size() - auth::key_begins.size(), 'x');
    const std::vector<std::string> headers{"",
                                           "Bearer",
                                           "Bearer " + std::string(auth::key_begins) + other,
                                           "Digest " + key,
                                           key,
                                           "Bearer " + key + "x",
                                           support::basic(login, ProgramOffice::password),
                                           support::basic("somebody", key),
                                           support::basic(key, ""),
                                           support::basic(ProgramOffice::login_of(office.editor), key),
                                           "Basic " + login + ":" + key,
                                           "Basic " + std::string(2000, 'A'),
                                           "Bearer " + std::string(20'000, 'x')};
    for (const auto& header : headers) {
        const auto reply = office.ask(header);
        EXPECT_EQ(reply.status, 401u) << header;
        EXPECT_EQ(reply.code(), "program_key_wrong") << header;
        EXPECT_TRUE(reply.headers.get("WWW-Authenticate").starts_with("Basic realm=")) << header;
    }
    const auto guest = office.guest.send(http::Method::post, "/api/values", {});
    EXPECT_EQ(guest.code(), "sign_in_needed");
    EXPECT_EQ(guest.headers.get("WWW-Authenticate"), "") << "a browser opens no window of its own";
    EXPECT_EQ(office.guest.get("/api/values").status, 200u);
}

OFFICE_TEST(ProgramOffice, wrong_keys_make_the_next_wait_but_shut_out_neither_a_good_one_nor_who_signs_in_beside) {
    const auto key = "Bearer " + ProgramOffice::key_of(office.member);
    const auto wrong = "Bearer " + std::string(auth::key_begins) + std::string(22, 'x');
    for (int i = 0; i < 30; ++i) EXPECT_EQ(office.ask(wrong).code(), "program_key_wrong");
    const auto closed = office.ask(wrong);
    EXPECT_EQ(closed.code(), "too_many_tries");
    EXPECT_EQ(closed.headers.get("Retry-After"), "2");
    EXPECT_EQ(office.ask(key).status, 200u);
    const auto credentials =
        R"({"login":")" + ProgramOffice::login_of(office.member) + R"(","password":")" + std::string(ProgramOffice::password) + R"("})";
    EXPECT_EQ(office.guest.post("/api/session", credentials).status, 200u);
    office.clock.advance_seconds(2);
    EXPECT_EQ(office.ask(wrong).code(), "program_key_wrong");
    EXPECT_EQ(office.ask(wrong).headers.get("Retry-After"), "4");
}

OFFICE_TEST(ProgramOffice, a_key_opens_nothing_else_and_changes_no_account) {
    const auto key = ProgramOffice::key_of(office.administrator);
    const auto login = ProgramOffice::login_of(office.administrator);
    for (const auto& header : {"ApiToken " + key, support::basic(login, key)}) {
        for (const auto* path : {"/api/me", "/api/me/sessions", "/api/me/program-keys", "/api/sign-in-rules"})
            EXPECT_EQ(office.ask(header, path).code(), "program_key_not_here") << path;
        EXPECT_EQ(office.ask(header, "/api/me/program-keys", http::Method::post).code(), "program_key_not_here");
        EXPECT_EQ(office.ask(header, "/api/session", http::Method::post).code(), "program_key_not_here");
    }
    EXPECT_EQ(office.ask("Basic c29tZWJvZHk6c29tZXRoaW5n", "/api/me").body, "null")
        << "what a proxy in front asks for is no matter of ours";
}

OFFICE_TEST(ProgramOffice, where_a_cookie_comes_beside_it_the_header_alone_decides) {
    const auto key = "Bearer " + ProgramOffice::key_of(office.member);
    auto browser = office.editor;
    browser.headers.set("Authorization", key);
    EXPECT_EQ(browser.get("/api/values").as<Asker>().person, office.member.person);
    EXPECT_EQ(browser.get("/api/me").code(), "program_key_not_here");
    browser.headers.set("Authorization", "Bearer of something");
    EXPECT_EQ(browser.get("/api/values").code(), "program_key_wrong") << "a cookie does not stand in for a wrong key";
}

OFFICE_TEST(ProgramOffice, an_administrators_program_is_one_as_far_as_they_are) {
    const auto key = "Bearer " + ProgramOffice::key_of(office.administrator);
    EXPECT_TRUE(office.ask(key).as<Asker>().administrator);
    office.write([](db::Tx& tx) { auth::set_administrators_use_two_steps(tx, true); });
    EXPECT_FALSE(office.ask(key).as<Asker>().administrator) << "without a second step they are a person like others";
}

OFFICE_TEST(ProgramOffice, making_and_revoking_are_in_the_journal) {
    ProgramOffice::key_of(office.member);
    office.member.del(ProgramOffice::path_of_first(office.member));
    const auto kinds = office.database().read()->all<std::string>("SELECT action FROM journal_events WHERE actor_id = $1 ORDER BY id",
                                                                  office.member.person);
    EXPECT_EQ(kinds, (std::vector<std::string>{"auth.program_key_made", "auth.program_key_revoked"}));
}

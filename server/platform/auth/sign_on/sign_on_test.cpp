#include "auth/sign_on/sign_on.hpp"

#include "auth/second_step/second_steps.hpp"
#include "auth/sign_on/identities.hpp"
#include "auth/sign_on/sign_on_office.hpp"

namespace {

using auth::testing::field;
using auth::testing::mentions;
using auth::testing::SignOnOffice;
using support::Client;

}  // namespace

OFFICE_TEST(SignOnOffice, who_linked_it_comes_in_by_the_provider_to_where_they_wanted) {
    const auto linked = office.link(office.member);
    ASSERT_EQ(linked.status, 200u) << linked.body;
    EXPECT_TRUE(mentions(linked, R"("linked":true)"));
    Client browser(office);
    const auto in = office.sign_in_there(browser);
    ASSERT_EQ(in.status, 200u) << in.body;
    EXPECT_EQ(field(in, "next"), "/circles/5");
    EXPECT_TRUE(mentions(in, R"("linked":false)"));
    EXPECT_TRUE(mentions(browser.get("/api/me"), office.login_of(office.member)));
    EXPECT_EQ(office.there.asked_with["redirect_uri"].substr(office.there.asked_with["redirect_uri"].find("/sign-in")),
              "/sign-in/back/there");
    EXPECT_EQ(office.there.asked_with["scope"], "openid profile email");
    EXPECT_EQ(office.there.asked_with["code_challenge_method"], "S256");
    EXPECT_EQ(office.there.asked_for("/.well-known/openid-configuration"), 1) << "what is known is not asked again";
    EXPECT_EQ(office.there.asked_for("/keys"), 1);
    EXPECT_TRUE(mentions(office.guest.get("/api/sign-on"), "บัญชีกลาง"));
}

OFFICE_TEST(SignOnOffice, linking_asks_for_the_password_and_an_identity_is_one_persons) {
    const auto refused = office.member.post("/api/me/identities/there", R"({"password":"guessed on an open desk"})");
    EXPECT_EQ(refused.status, 422u);
    EXPECT_TRUE(mentions(refused, "wrong_password"));
    EXPECT_EQ(office.guest.post("/api/me/identities/there", R"({"password":"x"})").status, 401u);
    ASSERT_EQ(office.link(office.member).status, 200u);
    EXPECT_EQ(office.link(office.member).status, 200u) << "twice is once";
    EXPECT_EQ(office.link(office.editor).code(), "identity_taken");
    EXPECT_TRUE(mentions(office.editor.get("/api/me"), office.login_of(office.editor)));
    EXPECT_EQ(office.editor.get("/api/me/identities").body, "[]");
}

OFFICE_TEST(SignOnOffice, an_equal_address_or_login_opens_nobodys_account) {
    office.there.claims = {{"email", R"("somebody@example.org")"},
                           {"email_verified", "true"},
                           {"preferred_username", fmt::format(R"("{}")", office.login_of(office.member))}};
    office.write(
        [&](db::Tx& tx) { tx.run("UPDATE auth_accounts SET email = 'somebody@example.org' WHERE person_id = $1", office.member.person); });
    office.expect_refused("identity_unknown", "a stranger with the member's address");

    auto provider = office.plain();
    provider.newcomers = auth::Provider::Newcomers::welcomed;
    office.use(provider);
    Client browser(office);
    const auto in = office.sign_in_there(browser);
    ASSERT_EQ(in.status, 200u) << in.body;
    const auto me = browser.get("/api/me");
    EXPECT_FALSE(mentions(me, fmt::format("\"{}\"", office.login_of(office.member)))) << me.body;
    EXPECT_TRUE(field(me, "login").starts_with("there-")) << me.body;
    EXPECT_EQ(field(me, "email"), "");
}

OFFICE_TEST(SignOnOffice, a_newcomer_who_is_welcome_gets_an_account_and_the_same_one_the_next_time) {
    auto provider = office.plain();
    provider.newcomers = auth::Provider::Newcomers::welcomed;
    office.use(provider);
    office.there.claims = {{"name", R"("สมมติ มาใหม่")"},
                           {"preferred_username", R"("Newcomer")"},
                           {"email", R"("new@example.org")"},
                           {"email_verified", "true"}};
    Client first(office);
    Client second(office);
    ASSERT_EQ(office.sign_in_there(first).status, 200u);
    ASSERT_EQ(office.sign_in_there(second).status, 200u);
    const auto me = second.get("/api/me");
    EXPECT_EQ(field(me, "login"), "newcomer");
    EXPECT_EQ(field(me, "email"), "new@example.org");
    EXPECT_EQ(field(me, "name"), "สมมติ มาใหม่");
    EXPECT_EQ(first.get("/api/me").body, me.body);

    const auto guessed = office.guest.post("/api/session", R"({"login":"newcomer","password":""})");
    EXPECT_EQ(guessed.code(), "wrong_login") << "no password is not an empty one";
    EXPECT_EQ(second.post("/api/me/second-step", R"({"password":""})").code(), "no_password");
}

OFFICE_TEST(SignOnOffice, an_address_that_the_provider_did_not_check_is_not_taken_over) {
    auto provider = office.plain();
    provider.newcomers = auth::Provider::Newcomers::welcomed;
    office.use(provider);
    office.there.claims = {{"email", R"("unchecked@example.org")"}};
    Client browser(office);
    ASSERT_EQ(office.sign_in_there(browser).status, 200u);
    EXPECT_FALSE(mentions(browser.get("/api/me"), "\"email\""));
}

OFFICE_TEST(SignOnOffice, only_the_browser_that_went_comes_back_once_and_in_time) {
    ASSERT_EQ(office.link(office.member).status, 200u);
    Client browser(office);
    auto trip = office.go(browser);
    const auto expect_over = [&](const SignOnOffice::Trip& with, std::string_view why, std::string_view key = "there") {
        EXPECT_EQ(SignOnOffice::come_back(browser, with, key).code(), "sign_on_over") << why;
    };
    expect_over({{}, trip.state, trip.code}, "another browser was sent here with somebody's code");
    expect_over({trip.cookie, "another", trip.code}, "another state");
    auto changed = trip.cookie;
    changed[40] = changed[40] == 'A' ? 'B' : 'A';
    expect_over({changed, trip.state, trip.code}, "a cookie that was written by hand");
    expect_over(trip, "another provider", "elsewhere");
    office.clock.advance_seconds(15 * 60);
    expect_over(trip, "a quarter of an hour later");
    office.clock.advance_seconds(-30 * 60);
    expect_over(trip, "the clock was set back");
    EXPECT_TRUE(browser.session.empty());

    const auto linking = office.go_linking(office.editor);
    EXPECT_EQ(SignOnOffice::come_back(office.steward, linking).code(), "sign_on_over") << "who links is who asked to";
    EXPECT_EQ(office.guest.post("/api/sign-on/elsewhere", "{}").status, 404u);
}

OFFICE_TEST(SignOnOffice, a_clock_that_jumps_by_a_year_ends_the_way_there_and_not_the_next_one) {
    ASSERT_EQ(office.link(office.member).status, 200u);
    Client browser(office);
    const auto trip = office.go(browser);
    for (const int days : {365, -2 * 365}) {
        office.clock.advance_days(days);
        EXPECT_EQ(SignOnOffice::come_back(browser, trip).code(), "sign_on_over");
        Client anew(office);
        EXPECT_EQ(office.sign_in_there(anew).status, 200u) << "who goes again comes back";
    }
}

OFFICE_TEST(SignOnOffice, who_says_no_over_there_is_told_so) {
    Client browser(office);
    auto trip = office.go(browser);
    http::Request request;
    request.method = http::Method::post;
    request.target = "/api/sign-on/there/back";
    request.headers.set("Cookie", trip.cookie);
    request.headers.set("Content-Type", "application/json");
    request.body = fmt::format(R"({{"state":"{}","error":"access_denied"}})", trip.state);
    EXPECT_EQ(browser.send(std::move(request)).code(), "provider_refused");
}

OFFICE_TEST(SignOnOffice, the_second_step_is_asked_for_unless_the_provider_has_done_it) {
    ASSERT_EQ(office.link(office.member).status, 200u);
    office.write([&](db::Tx& tx) {
        auth::insert_second_step(tx, office.member.person, {"sealed"});
        auth::confirm_second_step(tx, office.member.person);
    });
    office.there.claims = {{"acr", R"("strong")"}};
    Client half(office);
    const auto asked = office.sign_in_there(half);
    ASSERT_EQ(asked.status, 200u) << asked.body;
    EXPECT_TRUE(mentions(asked, "second_step"));
    EXPECT_TRUE(half.session.empty());

    auto provider = office.plain();
    provider.second_step_acr = {"strong"};
    office.use(provider);
    Client browser(office);
    ASSERT_EQ(office.sign_in_there(browser).status, 200u);
    EXPECT_FALSE(browser.session.empty());
    office.there.claims = {{"acr", R"("weak")"}};
    EXPECT_TRUE(mentions(office.sign_in_there(half), "second_step"));
}

OFFICE_TEST(SignOnOffice, who_unlinks_is_out_everywhere_else) {
    office.there.claims = {{"name", R"("สมมติ ใจดี")"}};
    ASSERT_EQ(office.link(office.member).status, 200u);
    Client elsewhere(office);
    ASSERT_EQ(office.sign_in_there(elsewhere).status, 200u);
    const auto listed = office.member.get("/api/me/identities");
    EXPECT_EQ(field(listed, "called"), "สมมติ ใจดี");
    EXPECT_FALSE(mentions(listed, "their-7")) << "what the provider calls people stays between the two";
    const auto id = auth::list_identities(*office.database().read(), office.member.person).front().id;
    EXPECT_EQ(office.editor.del(fmt::format("/api/me/identities/{}", id.value)).status, 404u) << "somebody else's";
    EXPECT_EQ(office.member.del(fmt::format("/api/me/identities/{}", id.value)).status, 204u);
    EXPECT_EQ(elsewhere.get("/api/me/sessions").status, 401u);
    EXPECT_EQ(office.member.get("/api/me/sessions").status, 200u);
    office.expect_refused("identity_unknown", "it opens no longer");
}

OFFICE_TEST(SignOnOffice, who_has_no_password_keeps_the_last_way_in) {
    auto provider = office.plain();
    provider.newcomers = auth::Provider::Newcomers::welcomed;
    office.use(provider);
    Client browser(office);
    ASSERT_EQ(office.sign_in_there(browser).status, 200u);
    const auto person = browser.get("/api/me").body;
    const auto id = browser.get("/api/me/identities").body;
    const auto number = id.substr(id.find("\"id\":") + 5, id.find(',') - id.find("\"id\":") - 5);
    EXPECT_EQ(browser.del("/api/me/identities/" + number).code(), "identity_last");
    EXPECT_EQ(browser.get("/api/me").body, person);
}

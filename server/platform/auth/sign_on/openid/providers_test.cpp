#include "auth/sign_on/openid/testing.hpp"
#include "auth/sign_on/sign_on_office.hpp"

namespace {

using auth::openid::testing::Signer;
using auth::testing::field;
using auth::testing::mentions;
using auth::testing::SignOnOffice;
using fetch::testing::reply_with;
using support::Client;
using namespace std::chrono_literals;

}  // namespace

OFFICE_TEST(SignOnOffice, every_lie_is_told_apart_and_lets_nobody_in) {
    ASSERT_EQ(office.link(office.member).status, 200u);
    const auto lie = [&](const std::string& claim, const std::string& value, std::string_view code) {
        office.there.claims = {{claim, value}};
        office.expect_refused(code, claim + " is " + value);
        office.there.claims = {};
    };
    lie("iss", R"("https://evil.example")", "provider_doubt_addressee");
    lie("aud", R"("another")", "provider_doubt_addressee");
    lie("nonce", R"("of yesterday")", "provider_doubt_nonce");
    lie("exp", "1000", "provider_doubt_time");
    lie("iat", "9999999999", "provider_doubt_time");
    const auto honest = office.there.signer;
    for (const auto* algorithm : {"none", "HS256", "RS256", "ES256"}) {
        office.there.signer = std::make_shared<Signer>(algorithm);
        office.expect_refused("provider_doubt_signature", algorithm);
    }
    office.there.signer = honest;
    Client browser(office);
    EXPECT_EQ(office.sign_in_there(browser).status, 200u) << "an honest answer still opens";
}

OFFICE_TEST(SignOnOffice, a_document_that_leads_elsewhere_is_not_followed) {
    office.there.discovery_issuer = "https://evil.example";
    const auto other = office.guest.post("/api/sign-on/there", "{}");
    EXPECT_EQ(other.code(), "provider_doubt_addressee");
    for (const auto* endpoint : {"http://evil.example/token", "file:///etc/passwd", "", "ftp://x/"}) {
        const auto document = fmt::format(R"({{"issuer":"{}","authorization_endpoint":"https://x.example/","token_endpoint":"{}"}})",
                                          office.there.issuer(), endpoint);
        office.there.instead["/.well-known/openid-configuration"] = reply_with(200, document);
        EXPECT_EQ(office.guest.post("/api/sign-on/there", "{}").code(), "provider_unreadable") << endpoint;
    }
}

OFFICE_TEST(SignOnOffice, a_provider_that_is_slow_broken_or_gone_is_told_as_such) {
    ASSERT_EQ(office.link(office.member).status, 200u);
    const auto at_token = [&](const std::string& reply, std::string_view code) {
        office.there.instead["/token"] = reply;
        office.expect_refused(code, reply);
    };
    at_token(reply_with(200, "<html>"), "provider_unreadable");
    at_token(reply_with(200, "{}"), "provider_unreadable");
    at_token(reply_with(200, std::string(200'000, ' ')), "provider_unreadable");
    at_token(reply_with(302, "", "Location: http://127.0.0.1/\r\n"), "provider_refused");
    at_token(reply_with(400, R"({"error":"invalid_grant"})"), "provider_refused");
    at_token(reply_with(500, "{}"), "provider_away");
    at_token("", "provider_away");
    office.there.instead.clear();
    office.there.thinks = 700ms;
    office.expect_refused("provider_slow", "slow");
    auto gone = office.plain();
    gone.issuer = "http://127.0.0.1:1";
    office.use(gone);
    EXPECT_EQ(office.guest.post("/api/sign-on/there", "{}").code(), "provider_away");
    EXPECT_TRUE(mentions(office.member.get("/api/me"), "login")) << "who is in stays in";
}

OFFICE_TEST(SignOnOffice, a_new_key_is_fetched_and_made_up_ones_cause_no_flood) {
    ASSERT_EQ(office.link(office.member).status, 200u);
    office.clock.advance_seconds(120);
    office.there.signer = office.there.published = std::make_shared<Signer>("ES256", "second");
    Client browser(office);
    EXPECT_EQ(office.sign_in_there(browser).status, 200u) << "the provider has a new key";
    EXPECT_EQ(office.there.asked_for("/keys"), 2);
    for (int i = 0; i < 5; ++i) {
        office.there.signer = std::make_shared<Signer>("ES256", "made up " + std::to_string(i));
        office.expect_refused("provider_doubt_signature", "a made-up key");
    }
    EXPECT_EQ(office.there.asked_for("/keys"), 2);
}

// LINE Login 2.1 as its documents and answers have it: HS256 with the channel's secret, which goes in the form; no userinfo with an
// address; an e-mail address only with a permission of its own.
OFFICE_TEST(SignOnOffice, line_login_works_as_it_answers) {
    office.there.signer = std::make_shared<Signer>("HS256");
    office.there.secret_in_form = true;
    office.there.client_id = "1234567890";
    office.there.claims = {{"sub", R"("U00000000000000000000000000000001")"},
                           {"name", R"("ใจดี")"},
                           {"picture", R"("https://profile.line-scdn.net/0h1")"},
                           {"amr", R"(["linesso"])"}};
    office.there.beside = {{"expires_in", "2592000"}, {"refresh_token", R"("r")"}, {"scope", R"("openid profile")"}};
    auto line = office.plain();
    line.client_id = "1234567890";
    line.client_proof = auth::Provider::ClientProof::post;
    line.algorithms = {"HS256"};
    line.scopes = "openid profile";
    line.parameters = {{"bot_prompt", "normal"}};
    office.use(line);
    ASSERT_EQ(office.link(office.member).status, 200u);
    EXPECT_EQ(office.there.asked_with["bot_prompt"], "normal");
    EXPECT_EQ(office.there.asked_for("/keys"), 0) << "a shared secret needs no public key";
    Client browser(office);
    EXPECT_EQ(office.sign_in_there(browser).status, 200u);
    office.there.signer = std::make_shared<Signer>("none");
    office.expect_refused("provider_doubt_signature", "unsigned");
}

// How it refuses, as its reference has it: 400 with a word and a sentence. A code that a phone's automatic sign-in made up is answered so.
OFFICE_TEST(SignOnOffice, what_line_refuses_is_told_and_an_address_that_it_does_not_vouch_for_is_not_kept) {
    office.there.signer = std::make_shared<Signer>("HS256");
    office.there.secret_in_form = true;
    auto line = office.plain();
    line.client_proof = auth::Provider::ClientProof::post;
    line.algorithms = {"HS256"};
    line.scopes = "openid profile email";
    line.newcomers = auth::Provider::Newcomers::welcomed;
    office.use(line);
    for (const auto* word : {"invalid_grant", "invalid_request", "invalid_client"}) {
        office.there.instead["/token"] =
            reply_with(400, fmt::format(R"({{"error":"{}","error_description":"as it is said there"}})", word));
        office.expect_refused("provider_refused", word);
    }
    office.there.instead.clear();
    office.there.claims = {{"sub", R"("U00000000000000000000000000000002")"},
                           {"name", R"("ใจงาม")"},
                           {"amr", R"(["pwd","lineqr"])"},
                           {"email", R"("jaingam@example.com")"}};
    office.there.beside = {{"scope", R"("openid profile")"}};  // "email" is not told there, granted or not
    Client browser(office);
    ASSERT_EQ(office.sign_in_there(browser).status, 200u);
    EXPECT_EQ(field(browser.get("/api/me"), "name"), "ใจงาม");
    EXPECT_FALSE(mentions(browser.get("/api/me"), "jaingam"));
}

// ThaID: no discovery document that one may rely on, Basic authorization, and what it knows of a person beside the token, by scopes of
// its own. The citizen's number is asked for no longer than it must be: it is not among the scopes.
OFFICE_TEST(SignOnOffice, thaid_works_as_it_answers) {
    office.there.claims = {{"sub", R"("1000000000001")"}};
    office.there.beside = {{"scope", R"("openid given_name family_name")"}, {"name", R"("สมมติ ประชาชน")"}, {"pid", R"("0000000000000")"}};
    auto thaid = office.plain();
    thaid.scopes = "openid name";
    thaid.claims_beside_token = true;
    thaid.endpoints = auth::Provider::Endpoints{office.there.issuer() + "/authorize", office.there.issuer() + "/token",
                                                office.there.issuer() + "/keys", ""};
    thaid.newcomers = auth::Provider::Newcomers::welcomed;
    office.use(thaid);
    Client browser(office);
    ASSERT_EQ(office.sign_in_there(browser).status, 200u);
    EXPECT_EQ(field(browser.get("/api/me"), "name"), "สมมติ ประชาชน");
    EXPECT_EQ(office.there.asked_for("/.well-known/openid-configuration"), 0);
    EXPECT_FALSE(mentions(browser.get("/api/me/identities"), "1000000000001"));
    EXPECT_FALSE(mentions(browser.get("/api/me"), "000000000"));
}

// The other way that is public: the example of the Electronic Transactions Development Agency asks for the discovery document, and reads
// the person in the ID token, with a version and the time of the sign-in that nobody here asked for.
OFFICE_TEST(SignOnOffice, thaid_works_as_its_published_example_reads_it) {
    office.there.claims = {{"sub", R"("1000000000002")"},       {"pid", R"("0000000000000")"}, {"name", R"("สมมติ ราษฎร")"},
                           {"name_en", R"("Sommut Ratsadon")"}, {"version", R"("2")"},         {"auth_time", "1700000000"}};
    office.there.beside = {{"scope", R"("openid pid name name_en")"}, {"refresh_token", R"("r")"}, {"expires_in", "1700003600"}};
    auto thaid = office.plain();
    thaid.scopes = "openid name";
    thaid.newcomers = auth::Provider::Newcomers::welcomed;
    office.use(thaid);
    Client browser(office);
    ASSERT_EQ(office.sign_in_there(browser).status, 200u);
    EXPECT_EQ(field(browser.get("/api/me"), "name"), "สมมติ ราษฎร");
    EXPECT_EQ(office.there.asked_for("/.well-known/openid-configuration"), 1);
    EXPECT_FALSE(mentions(browser.get("/api/me"), "000000000")) << "the citizen's number was told, and is not kept";
}

OFFICE_TEST(SignOnOffice, userinfo_counts_only_for_whom_the_token_speaks_of) {
    auto provider = office.plain();
    provider.ask_userinfo = true;
    provider.newcomers = auth::Provider::Newcomers::welcomed;
    office.use(provider);
    office.there.userinfo = {{"sub", R"("another")"}, {"name", R"("สมมติ คนอื่น")"}};
    office.expect_refused("provider_doubt_addressee", "what it says of somebody else");
    office.there.userinfo = {{"sub", R"("their-7")"}, {"name", R"("สมมติ ใจดี")"}};
    Client browser(office);
    ASSERT_EQ(office.sign_in_there(browser).status, 200u);
    EXPECT_EQ(field(browser.get("/api/me"), "name"), "สมมติ ใจดี");
}

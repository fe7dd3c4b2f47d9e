#include "auth/sign_on/openid/id_token.hpp"

#include <gtest/gtest.h>

#include "auth/sign_on/openid/testing.hpp"
#include "auth/sign_on/openid/values.hpp"

namespace {

using auth::openid::Doubt;
using auth::openid::testing::Signer;
using auth::openid::testing::Texts;

constexpr std::int64_t second = 1'800'000'000;
constexpr base::Instant now{second * 1000};

const auth::openid::Expected expected{"https://sign.example", "lomwong", "shared secret", {"RS256", "ES256"}, "asked"};

Texts good() {
    return {{"iss", R"("https://sign.example")"},  {"aud", R"("lomwong")"},         {"sub", R"("7")"},
            {"exp", std::to_string(second + 600)}, {"iat", std::to_string(second)}, {"nonce", R"("asked")"}};
}

Texts with(const std::string& name, const std::string& value) {
    auto claims = good();
    claims[name] = value;
    return claims;
}

std::vector<auth::openid::Key> keys_of(const Signer& signer) {
    return auth::openid::read_keys("{\"keys\":[" + signer.jwk() + "]}");
}

std::optional<Doubt> doubt(const Signer& signer, const Texts& claims, const auth::openid::Expected& as = expected) {
    static const Signer rsa("RS256");
    const auto token = auth::openid::read_token(signer.token(claims, "shared secret"));
    EXPECT_TRUE(token);
    return doubt_in(*token, as, keys_of(signer.jwk().empty() ? rsa : signer), now);
}

}  // namespace

TEST(IdToken, what_the_provider_signed_for_us_just_now_is_believed) {
    for (const auto* algorithm : {"RS256", "ES256"}) EXPECT_EQ(doubt(Signer(algorithm), good()), std::nullopt) << algorithm;
    EXPECT_EQ(doubt(Signer("ES256"), with("aud", R"(["lomwong"])")), std::nullopt);
    auto two = with("aud", R"(["lomwong","other"])");
    two["azp"] = R"("lomwong")";
    EXPECT_EQ(doubt(Signer("ES256"), two), std::nullopt);
    EXPECT_EQ(doubt(Signer("ES256"), with("exp", std::to_string(second + 600) + ".5")), std::nullopt);
}

TEST(IdToken, nothing_is_believed_that_is_not_signed_as_agreed) {
    EXPECT_EQ(doubt(Signer("none"), good()), Doubt::signature);
    EXPECT_EQ(doubt(Signer("HS256"), good()), Doubt::signature) << "a secret counts only where it was agreed";
    auto hs256 = expected;
    hs256.algorithms = {"HS256"};
    EXPECT_EQ(doubt(Signer("HS256"), good(), hs256), std::nullopt);
    hs256.client_secret = "another";
    EXPECT_EQ(doubt(Signer("HS256"), good(), hs256), Doubt::signature);

    const Signer stranger("RS256");
    const Signer ours("RS256");
    const auto token = auth::openid::read_token(stranger.token(good()));
    EXPECT_EQ(doubt_in(*token, expected, keys_of(ours), now), Doubt::signature);
    EXPECT_EQ(doubt_in(*token, expected, {}, now), Doubt::signature);

    auto text = ours.token(good());
    text[text.size() - 2] = text[text.size() - 2] == 'A' ? 'B' : 'A';
    EXPECT_EQ(doubt_in(*auth::openid::read_token(text), expected, keys_of(ours), now), Doubt::signature);
}

TEST(IdToken, the_public_key_is_no_shared_secret) {
    const Signer rsa("RS256");
    auto both = expected;
    both.algorithms = {"RS256", "HS256"};
    const auto forged = auth::openid::read_token(Signer("HS256").token(good(), rsa.jwk()));
    EXPECT_EQ(doubt_in(*forged, both, keys_of(rsa), now), Doubt::signature);
}

TEST(IdToken, what_was_said_by_another_or_for_another_is_not_for_us) {
    const Signer signer("ES256");
    EXPECT_EQ(doubt(signer, with("iss", R"("https://sign.example.evil")")), Doubt::addressee);
    EXPECT_EQ(doubt(signer, with("iss", "")), Doubt::addressee);
    EXPECT_EQ(doubt(signer, with("aud", R"("another")")), Doubt::addressee);
    EXPECT_EQ(doubt(signer, with("aud", "")), Doubt::addressee);
    EXPECT_EQ(doubt(signer, with("aud", R"(["lomwong","another"])")), Doubt::addressee) << "who was it given to?";
    EXPECT_EQ(doubt(signer, with("azp", R"("another")")), Doubt::addressee);
    EXPECT_EQ(doubt(signer, with("sub", "")), Doubt::addressee);
    EXPECT_EQ(doubt(signer, with("sub", R"("")")), Doubt::addressee);
}

TEST(IdToken, two_minutes_between_the_clocks_are_forgiven_and_not_more) {
    const Signer signer("ES256");
    EXPECT_EQ(doubt(signer, with("exp", std::to_string(second - 119))), std::nullopt);
    EXPECT_EQ(doubt(signer, with("exp", std::to_string(second - 121))), Doubt::time);
    EXPECT_EQ(doubt(signer, with("iat", std::to_string(second + 119))), std::nullopt);
    EXPECT_EQ(doubt(signer, with("iat", std::to_string(second + 121))), Doubt::time);
    EXPECT_EQ(doubt(signer, with("iat", std::to_string(second - 2 * 24 * 60 * 60))), Doubt::time);
    EXPECT_EQ(doubt(signer, with("nbf", std::to_string(second + 500))), Doubt::time);
    EXPECT_EQ(doubt(signer, with("exp", "")), Doubt::time);
    EXPECT_EQ(doubt(signer, with("iat", "")), Doubt::time);
    EXPECT_EQ(doubt(signer, with("exp", R"("soon")")), Doubt::time);
}

TEST(IdToken, an_answer_to_another_question_is_none) {
    EXPECT_EQ(doubt(Signer("ES256"), with("nonce", R"("other")")), Doubt::nonce);
    EXPECT_EQ(doubt(Signer("ES256"), with("nonce", "")), Doubt::nonce);
}

TEST(IdToken, what_is_no_token_is_told_apart) {
    const auto part = [](std::string_view text) { return auth::openid::encode_base64url(text); };
    for (const auto& text :
         {std::string(), std::string("a.b"), std::string("..."), part("{}") + "." + part("[]") + ".", part("{") + "." + part("{}") + ".",
          part(R"({"alg":"none","alg":"RS256"})") + "." + part("{}") + ".",
          part(R"({"alg":"RS256","crit":["x"]})") + "." + part("{}") + ".", std::string(100'000, 'a') + "." + part("{}") + "."})
        EXPECT_FALSE(auth::openid::read_token(text)) << text.substr(0, 60);
}

TEST(IdToken, keys_that_are_weak_broken_or_for_something_else_are_left_out) {
    const Signer rsa("RS256", "good");
    const auto set = "{\"keys\":[" + rsa.jwk() +
                     R"(,{"kty":"RSA","n":"AQAB","e":"AQAB"},{"kty":"RSA","n":"!","e":"AQAB"},{"kty":"oct","k":"c2VjcmV0"},)"
                     R"({"kty":"EC","crv":"P-384","x":"AA","y":"AA"},{"kty":"EC","crv":"P-256","x":"AA","y":"AA"},7,)" +
                     R"({"use":"enc",)" + rsa.jwk().substr(1) + "]}";
    const auto keys = auth::openid::read_keys(set);
    ASSERT_EQ(keys.size(), 1u);
    EXPECT_EQ(keys.front().id, "good");
    for (const auto* text : {"", "[]", "{}", R"({"keys":7})", R"({"keys":[)"}) EXPECT_TRUE(auth::openid::read_keys(text).empty()) << text;
}

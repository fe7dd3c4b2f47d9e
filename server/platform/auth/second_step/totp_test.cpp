#include "auth/second_step/totp.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>

#include "auth/second_step/recovery_codes.hpp"
#include "auth/second_step/vault.hpp"

namespace {

constexpr std::string_view rfc_secret = "12345678901234567890";

base::Instant at_second(std::int64_t second) {
    return {second * 1000};
}

}  // namespace

TEST(Totp, counts_as_rfc_4226_appendix_d) {
    constexpr std::array codes{"755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"};
    for (std::size_t i = 0; i < codes.size(); ++i) EXPECT_EQ(auth::totp::code_of(rfc_secret, static_cast<std::int64_t>(i)), codes.at(i));
}

// The last six of its eight digits.
TEST(Totp, tells_the_time_as_rfc_6238_appendix_b) {
    constexpr std::array<std::pair<std::int64_t, std::string_view>, 6> vectors{{{59, "287082"},
                                                                                {1'111'111'109, "081804"},
                                                                                {1'111'111'111, "050471"},
                                                                                {1'234'567'890, "005924"},
                                                                                {2'000'000'000, "279037"},
                                                                                {20'000'000'000, "353130"}}};
    for (const auto& [second, code] : vectors)
        EXPECT_EQ(auth::totp::code_of(rfc_secret, auth::totp::step_at(at_second(second))), code) << second;
}

TEST(Totp, a_clock_may_be_half_a_minute_off_and_not_more) {
    const auto now = at_second(1'234'567'890);
    const auto step = auth::totp::step_at(now);
    for (const int off : {-1, 0, 1})
        EXPECT_EQ(auth::totp::find_step(rfc_secret, auth::totp::code_of(rfc_secret, step + off), now), step + off);
    for (const int off : {-2, 2}) EXPECT_FALSE(auth::totp::find_step(rfc_secret, auth::totp::code_of(rfc_secret, step + off), now)) << off;
    for (const auto* broken : {"", "00592", "0059240", "a05924"}) EXPECT_FALSE(auth::totp::find_step(rfc_secret, broken, now)) << broken;
}

TEST(Totp, a_secret_is_written_as_rfc_4648_says_and_as_authenticators_read_it) {
    EXPECT_EQ(auth::totp::base32("f"), "MY");
    EXPECT_EQ(auth::totp::base32("fo"), "MZXQ");
    EXPECT_EQ(auth::totp::base32("foobar"), "MZXW6YTBOI");
    EXPECT_EQ(auth::totp::base32(rfc_secret), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    EXPECT_EQ(auth::totp::address("Lomwong", "สม ชาย", "f"),
              "otpauth://totp/Lomwong:%E0%B8%AA%E0%B8%A1%20%E0%B8%8A%E0%B8%B2%E0%B8%A2?secret=MY&issuer=Lomwong");
}

TEST(RecoveryCodes, are_ten_that_differ_and_have_one_spelling) {
    const auto codes = auth::new_recovery_codes();
    ASSERT_EQ(codes.size(), 10u);
    for (const auto& code : codes) {
        EXPECT_EQ(code.size(), 11u) << code;
        EXPECT_EQ(std::ranges::count(codes, code), 1) << code;
        EXPECT_EQ(auth::fold_code(code), code.substr(0, 5) + code.substr(6)) << code;
    }
    EXPECT_EQ(auth::fold_code(" 7k3qx 0mwzt "), "7K3QX0MWZT");
    EXPECT_EQ(auth::fold_code("7K3QX-OIWZL"), "7K3QX01WZ1") << "what looks like a digit is one";
    EXPECT_EQ(auth::fold_code("๑๒๓ ๔๕๖"), "123456");
    EXPECT_EQ(auth::fold_code("123,456"), "123456");
}

TEST(Vault, what_is_sealed_for_one_opens_for_nobody_else) {
    const auth::Vault vault(std::string(32, 'k'));
    const auto sealed = vault.seal({7}, rfc_secret);
    EXPECT_EQ(vault.open({7}, sealed), rfc_secret);
    EXPECT_EQ(sealed.bytes.find(rfc_secret), std::string::npos);
    EXPECT_NE(sealed.bytes, vault.seal({7}, rfc_secret).bytes);
    EXPECT_FALSE(vault.open({8}, sealed)) << "moved to another row";
    EXPECT_FALSE(auth::Vault(std::string(32, 'x')).open({7}, sealed)) << "another key";
    auto changed = sealed;
    changed.bytes.back() = static_cast<char>(changed.bytes.back() ^ 1);
    EXPECT_FALSE(vault.open({7}, changed));
    EXPECT_FALSE(vault.open({7}, {"short"}));
    EXPECT_NE(vault.mark({7}, "A"), vault.mark({8}, "A"));
}

TEST(Vault, the_key_is_made_once_and_is_its_owners_alone) {
    const auto folder = std::filesystem::temp_directory_path() / ("lomwong-vault-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const auto file = folder / "sign-in.key";
    const auto sealed = auth::Vault::at(file).seal({7}, rfc_secret);
    EXPECT_EQ(auth::Vault::at(file).open({7}, sealed), rfc_secret);
    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::status(file).permissions(), perms::owner_read | perms::owner_write);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1) << "nothing is left beside it";
    std::filesystem::resize_file(file, 5);
    EXPECT_THROW(auth::Vault::at(file), std::runtime_error);
    std::filesystem::remove_all(folder);
}

#include "app/sign_on/sign_on_config.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "app/config.hpp"

namespace {

class SignOnConfigTest : public testing::Test {
  protected:
    SignOnConfigTest() {
        folder = std::filesystem::temp_directory_path() / ("lomwong-sign-on-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder);
        std::ofstream{folder / "line.key"} << "shared secret\n";
    }
    ~SignOnConfigTest() override { std::filesystem::remove_all(folder); }

    app::Config load(std::string_view text) const {
        std::ofstream{folder / "lomwong.toml"} << text;
        return app::load_config({{"data", folder.string()}});
    }
    std::string complaint(std::string_view text) const {
        try {
            load(text);
        } catch (const app::ConfigError& error) {
            return std::string(error.what()).substr(folder.string().size());
        }
        return "none";
    }

    std::filesystem::path folder;
};

constexpr std::string_view least = R"(
[sign_on.line]
name = "LINE"
name_en = "LINE"
issuer = "https://access.line.me"
client_id = "1234567890"
client_secret_file = "line.key"
)";

std::string least_and(std::string_view more) {
    return std::string(least) + std::string(more) + "\n";
}

}  // namespace

TEST_F(SignOnConfigTest, a_provider_is_read_with_all_that_is_told_of_it) {
    EXPECT_TRUE(load("").sign_on.empty());
    const auto config =
        load(least_and("client_secret_goes = \"in_form\"\nalgorithms = \"HS256\"\nscopes = \"openid profile\"\nnewcomers = \"welcomed\"\n"
                       "administrator = \"groups=lomwong\"\nsecond_step_acr = \"high higher\"\nparameters = { bot_prompt = \"normal\" }"));
    ASSERT_EQ(config.sign_on.size(), 1u);
    const auto& line = config.sign_on.front();
    EXPECT_EQ(line.key, "line");
    EXPECT_EQ(line.client_secret, "shared secret");
    EXPECT_EQ(line.client_proof, auth::Provider::ClientProof::post);
    EXPECT_EQ(line.algorithms, std::vector<std::string>{"HS256"});
    EXPECT_EQ(line.newcomers, auth::Provider::Newcomers::welcomed);
    ASSERT_EQ(line.roles.size(), 1u);
    EXPECT_EQ(line.roles.front().when.claim, "groups");
    EXPECT_EQ(line.roles.front().role, "administrator");
    EXPECT_EQ(line.second_step_acr, (std::vector<std::string>{"high", "higher"}));
    EXPECT_EQ(line.parameters.at("bot_prompt"), "normal");
    const auto told = app::to_toml(config);
    EXPECT_NE(told.find("sign_on.line"), std::string::npos);
    EXPECT_EQ(told.find("shared secret"), std::string::npos) << "a secret is nothing to print";
}

TEST_F(SignOnConfigTest, every_mistake_is_named_with_where_it_stands) {
    EXPECT_EQ(complaint(least_and("colour = \"green\"")), "/lomwong.toml line 8: sign_on.line.colour: there is no such setting");
    EXPECT_EQ(complaint(least_and("algorithms = \"none\"")),
              "/lomwong.toml line 8: sign_on.line.algorithms: RS256, ES256 or HS256 is asked for");
    EXPECT_EQ(complaint(least_and("token_endpoint = \"http://example.org/\"")),
              "/lomwong.toml line 8: sign_on.line.token_endpoint: an address that begins with https:// is asked for");
    EXPECT_EQ(complaint(least_and("token_endpoint = \"https://example.org/\"")),
              "/lomwong.toml line 2: sign_on.line: authorization_endpoint and token_endpoint are asked for, or no endpoint at all");
    EXPECT_EQ(complaint(least_and("scopes = \"profile\"")), "/lomwong.toml line 2: sign_on.line: openid is asked for among the scopes");
    EXPECT_EQ(complaint(least_and("administrator = \"groups\"")),
              "/lomwong.toml line 8: sign_on.line.administrator: claim=value is asked for");
    EXPECT_EQ(complaint(least_and("ask_userinfo = 1")),
              "/lomwong.toml line 8: sign_on.line.ask_userinfo: a text, true or false is asked for");
    EXPECT_EQ(complaint("sign_on.line = 7\n"), "/lomwong.toml line 1: [sign_on.line] is asked for, with its settings below");
    EXPECT_EQ(complaint("[sign_on.LINE]\n"), "/lomwong.toml line 1: sign_on.LINE: small letters, digits and dashes make its key");
    EXPECT_EQ(complaint("[sign_on.line]\n"), "/lomwong.toml line 1: sign_on.line: name and name_en are asked for");
    EXPECT_EQ(complaint("[sign_on.line]\nclient_secret_file = \"none\"\n"),
              "/lomwong.toml line 2: sign_on.line.client_secret_file: a file is asked for whose first line is the secret");
    EXPECT_EQ(complaint("sign_on = 7\n"), "/lomwong.toml line 1: [sign_on.KEY] is asked for");
}

TEST_F(SignOnConfigTest, roles_are_read_one_section_each_and_a_mistake_is_named_by_its_line) {
    const auto role = [](std::string_view when, std::string_view at, std::string_view what) {
        return fmt::format("[[sign_on.line.roles]]\nwhen = \"{}\"\nat = \"{}\"\nrole = \"{}\"", when, at, what);
    };
    const auto config =
        load(least_and(role("groups=officers", "/organisations/7", "editor") + "\n" + role("groups=a=b", "5650102", "member")));
    ASSERT_EQ(config.sign_on.front().roles.size(), 2u);
    EXPECT_EQ(config.sign_on.front().roles.front().at, "/organisations/7");
    EXPECT_EQ(config.sign_on.front().roles.back().when.value, "a=b");

    const std::string begins = "/lomwong.toml line 8: sign_on.line.roles: the one of line 8: ";
    EXPECT_EQ(complaint(least_and(role("groups=x", "/organisations/7", "boss"))),
              begins + "role: member, contributor, editor or steward is asked for");
    EXPECT_EQ(complaint(least_and(role("groups=x", "/organisations/seven", "editor"))),
              begins + "at: /organisations/7, /circles/12 or an organisation's code is asked for");
    EXPECT_EQ(complaint(least_and(role("groups", "/circles/1", "editor"))), begins + "claim=value is asked for");
    EXPECT_EQ(complaint(least_and(R"([[sign_on.line.roles]]
when = "groups=x")")),
              begins + "when, at and role are asked for");
    EXPECT_EQ(complaint(least_and(R"([[sign_on.line.roles]]
who = "groups=x")")),
              begins + "who: there is no such setting");
    EXPECT_EQ(complaint(least_and("roles = \"groups\"")),
              "/lomwong.toml line 8: sign_on.line.roles: [[sign_on.KEY.roles]] is asked for, one for each");
}

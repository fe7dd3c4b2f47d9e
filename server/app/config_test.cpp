#include "app/config.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace {

class ConfigTest : public testing::Test {
  protected:
    ConfigTest() {
        folder = std::filesystem::temp_directory_path() / ("lomwong-config-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder);
        for (const auto* set_outside : {"LOMWONG_PORT", "LOMWONG_WORKERS", "LOMWONG_PUBLIC_URL", "LOMWONG_CONFIG"}) ::unsetenv(set_outside);
    }
    ~ConfigTest() override {
        ::unsetenv("LOMWONG_PORT");
        std::filesystem::remove_all(folder);
    }

    void write_file(std::string_view text) const { std::ofstream{folder / "lomwong.toml"} << text; }
    app::Config load(app::Given flags = {}) const {
        flags.emplace("data", folder.string());
        return app::load_config(flags);
    }
    std::string complaint(const app::Given& flags = {}) const {
        try {
            load(flags);
        } catch (const app::ConfigError& error) {
            return error.what();
        }
        return "none";
    }

    std::filesystem::path folder;
};

TEST_F(ConfigTest, a_flag_wins_over_the_environment_and_that_over_the_file) {
    EXPECT_EQ(load().port, 8080);
    write_file("port = 8001\nworkers = 3\n");
    EXPECT_EQ(load().port, 8001);
    ::setenv("LOMWONG_PORT", "8002", 1);
    EXPECT_EQ(load().port, 8002);
    EXPECT_EQ(load({{"port", "8003"}}).port, 8003);
    EXPECT_EQ(load().workers, 3u);
}

TEST_F(ConfigTest, what_is_installed_has_its_settings_elsewhere_unless_a_data_folder_is_named) {
    const auto installed = folder / "installed.toml";
    std::ofstream{installed} << "port = 8005\ndata = \"/var/lib/elsewhere\"\n";
    EXPECT_EQ(app::load_config({}, installed).port, 8005);
    EXPECT_EQ(app::load_config({}, installed).data, "/var/lib/elsewhere");
    EXPECT_EQ(app::load_config({{"data", folder.string()}}, installed).port, 8080);
    EXPECT_EQ(app::load_config({}, folder / "none.toml").port, 8080);
}

TEST_F(ConfigTest, a_proxy_is_one_on_this_machine_or_has_an_address) {
    EXPECT_EQ(load().behind_proxy, "");
    EXPECT_EQ(load({{"behind_proxy", "true"}}).behind_proxy, "local");
    EXPECT_EQ(load({{"behind_proxy", "2001:db8::1"}}).behind_proxy, "2001:db8::1");
    EXPECT_EQ(complaint({{"behind_proxy", "proxy.example"}}),
              "behind_proxy: true, false or the address of the proxy is asked for; --behind_proxy gives \"proxy.example\"");
    write_file(app::to_toml(load({{"behind_proxy", "10.0.0.2"}})));
    EXPECT_EQ(load().behind_proxy, "10.0.0.2");
}

TEST_F(ConfigTest, links_that_are_handed_on_begin_where_people_reach_the_server) {
    EXPECT_EQ(load().origin(), "http://127.0.0.1:8080");
    EXPECT_EQ(load({{"public_url", "https://lomwong.example.org/"}}).origin(), "https://lomwong.example.org");
    for (const auto* wrong : {"lomwong.example.org", "https://", "https://a/b", "https://a\">", "ftp://a"})
        EXPECT_TRUE(complaint({{"public_url", wrong}}).starts_with("public_url: https://host")) << wrong;
}

TEST_F(ConfigTest, every_mistake_is_named_with_where_it_stands) {
    ::setenv("LOMWONG_PORT", "80x", 1);
    EXPECT_EQ(complaint(), "port: a whole number from 1 to 65535 is asked for; LOMWONG_PORT gives \"80x\"");
    ::unsetenv("LOMWONG_PORT");
    write_file("\nprot = 80\n");
    EXPECT_EQ(complaint(), folder.string() + "/lomwong.toml line 2: there is no setting \"prot\"; see lomwong config");
    write_file("port = [1]\n");
    EXPECT_EQ(complaint(), folder.string() + "/lomwong.toml line 1: a text, a whole number, true or false is asked for");
    write_file("port = \n");
    EXPECT_TRUE(complaint().starts_with(folder.string() + "/lomwong.toml line 1: "));
    write_file("");
    EXPECT_EQ(complaint({{"config", "/none.toml"}}), "there is no config file /none.toml");
    EXPECT_TRUE(complaint({{"database", "mysql://x"}}).starts_with("database: postgresql://"));
}

TEST_F(ConfigTest, what_is_shown_can_be_read_again_and_hides_the_password) {
    const auto shown = app::to_toml(load({{"database", "postgresql://user:geheim@host/name"}, {"port", "81"}}));
    EXPECT_EQ(shown.find("geheim"), std::string::npos);
    EXPECT_NE(shown.find("from --port\nport = 81\n"), std::string::npos);
    write_file(shown);
    EXPECT_EQ(load().port, 81);
}

TEST_F(ConfigTest, mail_that_could_not_be_sent_or_read_is_a_mistake_at_the_start) {
    app::Given mail{{"mail_host", "mail.example.org"}, {"mail_from", "lomwong@example.org"}};
    EXPECT_TRUE(complaint(mail).starts_with("public_url: links in mail begin with it"));
    mail["public_url"] = "https://lomwong.example.org";
    EXPECT_EQ(complaint(mail), "none");
    EXPECT_EQ(load(mail).mail.origin, "https://lomwong.example.org");
    mail["mail_tls"] = "ssl";
    EXPECT_EQ(complaint(mail), "mail_tls: starttls, implicit or none is asked for; --mail_tls gives \"ssl\"");
    mail["mail_tls"] = "none";
    EXPECT_TRUE(complaint(mail).starts_with("mail_tls: none is for a mail server on this machine"));
    EXPECT_TRUE(complaint({{"mail_from_name", "A\nBcc: b@example.org"}}).starts_with("mail_from_name: a text without line breaks"));
    EXPECT_EQ(load({{"mail_inbox", "true"}}).mail.origin, "http://127.0.0.1:8080") << "links work where one develops";
}

TEST_F(ConfigTest, without_an_address_the_database_lies_in_the_data_folder) {
    EXPECT_EQ(load().database_address(), (folder / "lomwong.sqlite").string());
}

}  // namespace

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "auth/sign_on/provider.hpp"
#include "http/limits.hpp"
#include "mail/settings.hpp"

namespace app {

// How one installation is set up. Each setting comes from a flag, else the environment, else the file, else stands as it is here.
struct Config {
    std::filesystem::path data = "data";
    std::string database;  // a PostgreSQL address; empty: an SQLite file in `data`
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    unsigned workers = 16;
    unsigned network_threads = 1;
    std::string behind_proxy;             // as http::ServerOptions has it
    unsigned visitor_connections = 5000;  // likewise
    bool access_log = true;
    std::string backup_folder;  // where back-ups are made each night; empty: none
    unsigned backup_hour = 2;   // of the day in Bangkok
    unsigned backup_days = 7;   // of each of so many days, weeks and months one is kept
    unsigned backup_weeks = 4;
    unsigned backup_months = 12;
    std::string public_url;  // where people reach it; empty: as whoever asks has typed it
    mail::Settings mail;
    http::Allowances limits;

    std::vector<auth::Provider> sign_on;  // in the file only: [sign_on.KEY]

    std::string database_address() const;  // as db::Address reads it
    std::string origin() const;            // of links that are handed on: public_url, else address and port

    std::filesystem::path file;                  // that settings were read from; empty: none
    std::map<std::string, std::string> sources;  // of the settings that are not as delivered: "port" came from "LOMWONG_PORT"
};

// What is wrong with a setting, and where it came from.
class ConfigError : public std::runtime_error {
    using runtime_error::runtime_error;
};

// One setting, as `lomwong --help` and `lomwong config` tell it.
struct Setting {
    std::string_view key;  // in the file; the flag is --key with dashes, the environment LOMWONG_KEY unless told
    std::string_view environment;
    std::string_view help;
    void (*set)(Config&, const std::string& text);  // throws std::invalid_argument saying what is asked for
    std::string (*show)(const Config&);
};
std::span<const Setting> settings();

using Given = std::map<std::string, std::string>;  // key → text

// `flags` as given on the command line; "config" among them names the file, else LOMWONG_CONFIG. Else, where nobody named a data folder,
// the file is `installed` if that is there, else DATA/lomwong.toml if that is.
Config load_config(const Given& flags, const std::filesystem::path& installed = {});

// Where the package keeps its settings; empty for a program that stands elsewhere than the package puts it.
std::filesystem::path installed_settings();

// The settings in force as a file that could be read again, each with its source.
std::string to_toml(const Config& config);

}  // namespace app

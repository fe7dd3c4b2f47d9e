#include "app/config.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <optional>

#include "app/sign_on/sign_on_config.hpp"
#include "base/enum_names.hpp"
#include "http/server.hpp"

namespace app {

namespace {

template <class Number>
Number number(const std::string& text, Number least, Number most) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most)
        throw std::invalid_argument(fmt::format("a whole number from {} to {} is asked for", least, most));
    return value;
}

std::optional<bool> as_truth(std::string_view text) {
    if (text == "true" || text == "yes" || text == "1") return true;
    if (text == "false" || text == "no" || text == "0") return false;
    return std::nullopt;
}

bool yes_or_no(const std::string& text) {
    if (const auto truth = as_truth(text)) return *truth;
    throw std::invalid_argument("true or false is asked for");
}

std::string database_text(const std::string& text) {
    if (!text.empty() && !text.starts_with("postgresql://") && !text.starts_with("postgres://"))
        throw std::invalid_argument("postgresql://user@host/name is asked for, or nothing for the embedded database");
    return text;
}

// Without the slash at its end: paths are put behind it.
std::string web_address(std::string text) {
    while (text.ends_with('/')) text.pop_back();
    const auto host = text.find("://") + 3;
    const bool known = text.starts_with("https://") || text.starts_with("http://");
    if (!text.empty() && (!known || host == text.size() || text.find_first_of("/?#\"'<> ", host) != std::string::npos))
        throw std::invalid_argument("https://host or https://host:port is asked for");
    return text;
}

std::string proxy(const std::string& text) {
    std::array<unsigned char, sizeof(in6_addr)> address{};
    if (::inet_pton(AF_INET, text.c_str(), address.data()) == 1 || ::inet_pton(AF_INET6, text.c_str(), address.data()) == 1) return text;
    const auto truth = as_truth(text);
    if (!truth) throw std::invalid_argument("true, false or the address of the proxy is asked for");
    return *truth ? std::string{http::local_proxy} : "";
}

std::string in_quotes(std::string_view text) {
    std::string safe = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') safe += '\\';
        safe += c;
    }
    return safe + "\"";
}

std::string shown_proxy(const std::string& proxy) {
    if (proxy.empty()) return "false";
    return proxy == http::local_proxy ? "true" : in_quotes(proxy);
}

// A password in a database address is nothing to print.
std::string without_password(const std::string& address) {
    const auto at = address.rfind('@');
    const auto user = address.find("://");
    if (at == std::string::npos || user == std::string::npos) return address;
    const auto colon = address.find(':', user + 3);
    return colon < at ? address.substr(0, colon) + ":…" + address.substr(at) : address;
}

std::string plain_text(const std::string& text) {
    if (std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
        throw std::invalid_argument("a text without line breaks is asked for");
    return text;
}

mail::Tls tls(const std::string& text) {
    if (const auto named = base::named<mail::Tls>(text)) return *named;
    throw std::invalid_argument("starttls, implicit or none is asked for");
}

// A setting that is a text of mail::Settings.
template <std::string mail::Settings::* member>
constexpr Setting mail_text(std::string_view key, std::string_view environment, std::string_view help) {
    return {key, environment, help, [](Config& config, const std::string& text) { config.mail.*member = plain_text(text); },
            [](const Config& config) { return in_quotes(config.mail.*member); }};
}

// How often an hour one person may write this, or the guests of one address together.
template <http::WriteKind kind>
constexpr Setting limit(std::string_view key, std::string_view environment, std::string_view help) {
    return {key, environment, help,
            [](Config& config, const std::string& text) {
                config.limits.set(kind, number(text, std::int64_t{1}, std::int64_t{1'000'000'000}));
            },
            [](const Config& config) { return std::to_string(config.limits.of(kind).value_or(0)); }};
}

constexpr std::array all_settings{
    Setting{"data", "LOMWONG_DATA", "folder of the embedded database, files, index and logs",
            [](Config& config, const std::string& text) {
                if (text.empty()) throw std::invalid_argument("a folder is asked for");
                config.data = text;
            },
            [](const Config& config) { return in_quotes(config.data.string()); }},
    Setting{"database", "LOMWONG_DB", "PostgreSQL address, postgresql://user@host/name; without it the embedded database is used",
            [](Config& config, const std::string& text) { config.database = database_text(text); },
            [](const Config& config) { return in_quotes(without_password(config.database)); }},
    Setting{"address", "LOMWONG_ADDRESS", "network address to listen on; 0.0.0.0 for all",
            [](Config& config, const std::string& text) { config.address = text; },
            [](const Config& config) { return in_quotes(config.address); }},
    Setting{"port", "LOMWONG_PORT", "port to listen on",
            [](Config& config, const std::string& text) { config.port = number<std::uint16_t>(text, 1, 65535); },
            [](const Config& config) { return std::to_string(config.port); }},
    Setting{"public_url", "LOMWONG_PUBLIC_URL",
            "where people reach it, https://host; links in invitations, feeds, tables and previews begin with it",
            [](Config& config, const std::string& text) { config.public_url = web_address(text); },
            [](const Config& config) { return in_quotes(config.public_url); }},
    Setting{"workers", "LOMWONG_WORKERS", "threads that answer requests",
            [](Config& config, const std::string& text) { config.workers = number(text, 1U, 256U); },
            [](const Config& config) { return std::to_string(config.workers); }},
    Setting{"network_threads", "LOMWONG_NETWORK_THREADS", "threads that read and write the network; one is enough up to four cores",
            [](Config& config, const std::string& text) { config.network_threads = number(text, 1U, 16U); },
            [](const Config& config) { return std::to_string(config.network_threads); }},
    Setting{"behind_proxy", "LOMWONG_BEHIND_PROXY",
            "believe X-Forwarded-For and X-Forwarded-Proto of a proxy on this machine (true), or of the one with this address",
            [](Config& config, const std::string& text) { config.behind_proxy = proxy(text); },
            [](const Config& config) { return shown_proxy(config.behind_proxy); }},
    Setting{"visitor_connections", "LOMWONG_VISITOR_CONNECTIONS",
            "connections that one address, or one IPv6 network, may have at once; a hall behind one address needs many",
            [](Config& config, const std::string& text) { config.visitor_connections = number(text, 10U, 1'000'000U); },
            [](const Config& config) { return std::to_string(config.visitor_connections); }},
    Setting{"access_log", "LOMWONG_ACCESS_LOG", "write a line a request to DATA/log, kept for 90 days",
            [](Config& config, const std::string& text) { config.access_log = yes_or_no(text); },
            [](const Config& config) { return std::string{config.access_log ? "true" : "false"}; }},
    Setting{"backup_folder", "LOMWONG_BACKUP_FOLDER",
            "folder, best on another disk, where a back-up is made each night; without it none is",
            [](Config& config, const std::string& text) { config.backup_folder = text; },
            [](const Config& config) { return in_quotes(config.backup_folder); }},
    Setting{"backup_hour", "LOMWONG_BACKUP_HOUR", "hour of the night, Bangkok time, from which on the back-up is made",
            [](Config& config, const std::string& text) { config.backup_hour = number(text, 0U, 23U); },
            [](const Config& config) { return std::to_string(config.backup_hour); }},
    Setting{"backup_days", "LOMWONG_BACKUP_DAYS", "of so many days the newest back-up is kept",
            [](Config& config, const std::string& text) { config.backup_days = number(text, 1U, 366U); },
            [](const Config& config) { return std::to_string(config.backup_days); }},
    Setting{"backup_weeks", "LOMWONG_BACKUP_WEEKS", "of so many weeks the newest back-up is kept",
            [](Config& config, const std::string& text) { config.backup_weeks = number(text, 0U, 520U); },
            [](const Config& config) { return std::to_string(config.backup_weeks); }},
    Setting{"backup_months", "LOMWONG_BACKUP_MONTHS", "of so many months the newest back-up is kept",
            [](Config& config, const std::string& text) { config.backup_months = number(text, 0U, 240U); },
            [](const Config& config) { return std::to_string(config.backup_months); }},
    mail_text<&mail::Settings::host>("mail_host", "LOMWONG_MAIL_HOST", "mail server that takes our mail; without it none is sent"),
    Setting{"mail_port", "LOMWONG_MAIL_PORT", "its port; 0: 587 for starttls, 465 for implicit, 25 for none",
            [](Config& config, const std::string& text) { config.mail.port = number<std::uint16_t>(text, 0, 65535); },
            [](const Config& config) { return std::to_string(config.mail.port); }},
    Setting{"mail_tls", "LOMWONG_MAIL_TLS", "starttls, implicit, or none for a mail server on this machine",
            [](Config& config, const std::string& text) { config.mail.tls = tls(text); },
            [](const Config& config) { return in_quotes(base::name_of(config.mail.tls)); }},
    mail_text<&mail::Settings::user>("mail_user", "LOMWONG_MAIL_USER", "whom the mail server knows us as"),
    mail_text<&mail::Settings::password_file>("mail_password_file", "LOMWONG_MAIL_PASSWORD_FILE", "file whose first line is the password"),
    mail_text<&mail::Settings::from>("mail_from", "LOMWONG_MAIL_FROM", "address that mail comes from"),
    mail_text<&mail::Settings::from_name>("mail_from_name", "LOMWONG_MAIL_FROM_NAME", "name beside it; without it the product's"),
    mail_text<&mail::Settings::reply_to>("mail_reply_to", "LOMWONG_MAIL_REPLY_TO", "address that answers go to, if another one"),
    mail_text<&mail::Settings::bounces>("mail_bounces", "LOMWONG_MAIL_BOUNCES",
                                        "address that takes what could not be delivered, with +TOKEN before its @"),
    mail_text<&mail::Settings::replies>("mail_replies", "LOMWONG_MAIL_REPLIES",
                                        "address that takes answers to comments; see docs/operate/mail.md"),
    Setting{"mail_digest_hour", "LOMWONG_MAIL_DIGEST_HOUR", "hour, Bangkok time, from which on those who want it are told what waits",
            [](Config& config, const std::string& text) { config.mail.digest_hour = number(text, 0, 23); },
            [](const Config& config) { return std::to_string(config.mail.digest_hour); }},
    Setting{"mail_inbox", "LOMWONG_MAIL_INBOX", "for development: send nothing, keep messages for administrators to read at /mail",
            [](Config& config, const std::string& text) { config.mail.inbox = yes_or_no(text); },
            [](const Config& config) { return std::string{config.mail.inbox ? "true" : "false"}; }},
    limit<http::WriteKind::sign_in>("limit_sign_in", "LOMWONG_LIMIT_SIGN_IN",
                                    "an hour, tries to sign in from one address; wrong ones wait sooner than that"),
    limit<http::WriteKind::account>("limit_account", "LOMWONG_LIMIT_ACCOUNT",
                                    "an hour, changes of one's own account, by person or, of guests, by address"),
    limit<http::WriteKind::mail>("limit_mail", "LOMWONG_LIMIT_MAIL", "… what makes us send mail: new passwords, invitations, addresses"),
    limit<http::WriteKind::proposal>("limit_proposal", "LOMWONG_LIMIT_PROPOSAL", "… topics, support, answers to invitations"),
    limit<http::WriteKind::visit>("limit_visit", "LOMWONG_LIMIT_VISIT", "… reads that are counted"),
    limit<http::WriteKind::upload>("limit_upload", "LOMWONG_LIMIT_UPLOAD", "… files sent"),
    limit<http::WriteKind::import>("limit_import", "LOMWONG_LIMIT_IMPORT", "… tables and documents read or taken in"),
    limit<http::WriteKind::record>("limit_record", "LOMWONG_LIMIT_RECORD", "… new records"),
    limit<http::WriteKind::change>("limit_change", "LOMWONG_LIMIT_CHANGE", "… changes to records"),
    limit<http::WriteKind::office>("limit_office", "LOMWONG_LIMIT_OFFICE", "… what an administrator settles"),
};

void apply(Config& config, const Setting& setting, const std::string& text, const std::string& source) {
    try {
        setting.set(config, text);
        config.sources[std::string{setting.key}] = source;
    } catch (const std::invalid_argument& wrong) {
        throw ConfigError(fmt::format("{}: {}; {} gives \"{}\"", setting.key, wrong.what(), source, text));
    }
}

std::string text_of(const toml::node& node, const std::string& where) {
    if (const auto text = node.value<std::string>(); text && node.is_string()) return *text;
    if (node.is_boolean()) return *node.value<bool>() ? "true" : "false";
    if (node.is_integer()) return std::to_string(*node.value<std::int64_t>());
    throw ConfigError(where + ": a text, a whole number, true or false is asked for");
}

std::vector<auth::Provider> providers_in(const toml::node& node, const std::filesystem::path& file) {
    const auto* table = node.as_table();
    if (table == nullptr) throw ConfigError(fmt::format("{} line {}: [sign_on.KEY] is asked for", file.string(), node.source().begin.line));
    std::vector<auth::Provider> providers;
    for (const auto& [key, provider] : *table) providers.push_back(read_provider(std::string{key.str()}, provider, file));
    return providers;
}

void apply_file(Config& config, const std::filesystem::path& path) {
    toml::table table;
    try {
        table = toml::parse_file(path.string());
    } catch (const toml::parse_error& error) {
        throw ConfigError(fmt::format("{} line {}: {}", path.string(), error.source().begin.line, error.description()));
    }
    for (const auto& [key, node] : table) {
        if (key.str() == "sign_on") {
            config.sign_on = providers_in(node, path);
            continue;
        }
        const auto where = fmt::format("{} line {}", path.string(), node.source().begin.line);
        const auto setting = std::ranges::find(all_settings, key.str(), &Setting::key);
        if (setting == all_settings.end())
            throw ConfigError(fmt::format("{}: there is no setting \"{}\"; see lomwong config", where, key.str()));
        apply(config, *setting, text_of(node, where), where);
    }
}

std::optional<std::string> from_environment(std::string_view name) {
    const auto* text = std::getenv(std::string{name}.c_str());
    return text ? std::optional<std::string>{text} : std::nullopt;
}

void apply_environment_and_flags(Config& config, const Given& flags) {
    for (const auto& setting : all_settings) {
        if (const auto text = from_environment(setting.environment)) apply(config, setting, *text, std::string{setting.environment});
        if (const auto flag = flags.find(std::string{setting.key}); flag != flags.end())
            apply(config, setting, flag->second, "--" + std::string{setting.key});
    }
}

// The file that was asked for must be there; the one in the data folder may be.
std::optional<std::filesystem::path> config_file(const Config& config, const Given& flags, const std::filesystem::path& installed) {
    const auto flag = flags.find("config");
    const auto asked = flag != flags.end() ? std::optional{flag->second} : from_environment("LOMWONG_CONFIG");
    if (asked && !std::filesystem::exists(*asked)) throw ConfigError("there is no config file " + *asked);
    if (asked) return *asked;
    if (!config.sources.contains("data") && !installed.empty() && std::filesystem::exists(installed)) return installed;
    const auto usual = config.data / "lomwong.toml";
    return std::filesystem::exists(usual) ? std::optional{usual} : std::nullopt;
}

}  // namespace

std::span<const Setting> settings() {
    return all_settings;
}

std::string Config::database_address() const {
    return database.empty() ? (data / "lomwong.sqlite").string() : database;
}

std::string Config::origin() const {
    return public_url.empty() ? fmt::format("http://{}:{}", address, port) : public_url;
}

std::filesystem::path installed_settings() {
    std::error_code unknown;
    const bool installed = std::filesystem::read_symlink("/proc/self/exe", unknown) == "/usr/bin/lomwong";
    return installed ? "/etc/lomwong/lomwong.toml" : "";
}

Config load_config(const Given& flags, const std::filesystem::path& installed) {
    Config config;
    apply_environment_and_flags(config, flags);  // they may say where the file is
    if (const auto file = config_file(config, flags, installed)) {
        config = {};
        apply_file(config, *file);
        config.file = *file;
        apply_environment_and_flags(config, flags);
    }
    config.mail.origin = config.public_url;
    if (const auto wrong = mail::fault(config.mail)) throw ConfigError(*wrong);
    if (config.mail.inbox) config.mail.origin = config.origin();
    return config;
}

std::string to_toml(const Config& config) {
    std::string text;
    for (const auto& setting : all_settings) {
        const auto source = config.sources.find(std::string{setting.key});
        const auto said_by = source == config.sources.end() ? "as delivered" : "from " + source->second;
        text += fmt::format("# {} ({}); {}\n{} = {}\n\n", setting.help, setting.environment, said_by, setting.key, setting.show(config));
    }
    for (const auto& provider : config.sign_on) text += fmt::format("# [sign_on.{}] asks {}\n", provider.key, provider.issuer);
    return text;
}

}  // namespace app

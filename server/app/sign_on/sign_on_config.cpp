#include "app/sign_on/sign_on_config.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <iterator>
#include <sstream>

#include "app/config.hpp"
#include "app/sign_on/role_rules.hpp"
#include "auth/sign_on/provider_roles.hpp"
#include "fetch/fetch.hpp"

namespace app {

namespace {

using auth::Provider;

// One setting of a provider; `set` throws std::invalid_argument saying what is asked for.
struct ProviderSetting {
    std::string_view key;
    void (*set)(Provider& provider, const std::string& text, const std::filesystem::path& folder);
};

bool is_true(const std::string& text) {
    if (text == "true" || text == "false") return text == "true";
    throw std::invalid_argument("true or false is asked for");
}

std::string address(const std::string& text) {
    if (!fetch::is_safe(text)) throw std::invalid_argument("an address that begins with https:// is asked for");
    return text;
}

std::vector<std::string> words(const std::string& text) {
    std::istringstream in(text);
    return {std::istream_iterator<std::string>(in), {}};
}

std::string first_line(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::string line;
    if (!std::getline(in, line) || line.empty()) throw std::invalid_argument("a file is asked for whose first line is the secret");
    return line;
}

std::vector<std::string> algorithms(const std::string& text) {
    auto all = words(text);
    for (const auto& one : all)
        if (one != "RS256" && one != "ES256" && one != "HS256") throw std::invalid_argument("RS256, ES256 or HS256 is asked for");
    return all;
}

template <std::string Provider::* member>
void plain(Provider& provider, const std::string& text, const std::filesystem::path&) {
    provider.*member = text;
}

template <std::string Provider::Claims::* member>
void claim(Provider& provider, const std::string& text, const std::filesystem::path&) {
    provider.claims.*member = text;
}

template <std::string Provider::Endpoints::* member>
void endpoint(Provider& provider, const std::string& text, const std::filesystem::path&) {
    if (!provider.endpoints) provider.endpoints.emplace();
    (*provider.endpoints).*member = address(text);
}

template <bool Provider::* member>
void choice(Provider& provider, const std::string& text, const std::filesystem::path&) {
    provider.*member = is_true(text);
}

constexpr std::array provider_settings{
    ProviderSetting{"name", plain<&Provider::name>},
    ProviderSetting{"name_en", plain<&Provider::name_en>},
    ProviderSetting{"issuer", [](Provider& provider, const std::string& text, const auto&) { provider.issuer = address(text); }},
    ProviderSetting{"client_id", plain<&Provider::client_id>},
    ProviderSetting{"client_secret_file", [](Provider& provider, const std::string& text,
                                             const auto& folder) { provider.client_secret = first_line(folder / text); }},
    ProviderSetting{"client_secret_goes",
                    [](Provider& provider, const std::string& text, const auto&) {
                        if (text != "in_header" && text != "in_form") throw std::invalid_argument("in_header or in_form is asked for");
                        provider.client_proof = text == "in_form" ? Provider::ClientProof::post : Provider::ClientProof::basic;
                    }},
    ProviderSetting{"scopes", plain<&Provider::scopes>},
    ProviderSetting{"algorithms", [](Provider& provider, const std::string& text, const auto&) { provider.algorithms = algorithms(text); }},
    ProviderSetting{"authorization_endpoint", endpoint<&Provider::Endpoints::authorization>},
    ProviderSetting{"token_endpoint", endpoint<&Provider::Endpoints::token>},
    ProviderSetting{"keys_endpoint", endpoint<&Provider::Endpoints::keys>},
    ProviderSetting{"userinfo_endpoint", endpoint<&Provider::Endpoints::userinfo>},
    ProviderSetting{"ask_userinfo", choice<&Provider::ask_userinfo>},
    ProviderSetting{"claims_beside_token", choice<&Provider::claims_beside_token>},
    ProviderSetting{"login_claim", claim<&Provider::Claims::login>},
    ProviderSetting{"name_claim", claim<&Provider::Claims::name>},
    ProviderSetting{"email_claim", claim<&Provider::Claims::email>},
    ProviderSetting{"newcomers",
                    [](Provider& provider, const std::string& text, const auto&) {
                        if (text != "refused" && text != "welcomed") throw std::invalid_argument("refused or welcomed is asked for");
                        provider.newcomers = text == "welcomed" ? Provider::Newcomers::welcomed : Provider::Newcomers::refused;
                    }},
    ProviderSetting{"administrator",
                    [](Provider& provider, const std::string& text, const auto&) {
                        provider.roles.push_back({read_rule(text), "", std::string(auth::administrator_role)});
                    }},
    ProviderSetting{"second_step_acr",
                    [](Provider& provider, const std::string& text, const auto&) { provider.second_step_acr = words(text); }},
};

std::map<std::string, std::string> parameters_of(const toml::node& node) {
    const auto* table = node.as_table();
    if (table == nullptr) throw std::invalid_argument("a table of texts is asked for");
    std::map<std::string, std::string> parameters;
    for (const auto& [key, value] : *table) parameters[std::string(key.str())] = toml_text(value);
    return parameters;
}

void set(Provider& provider, std::string_view key, const toml::node& node, const std::filesystem::path& file) {
    if (key == "parameters") {
        provider.parameters = parameters_of(node);
        return;
    }
    if (key == "roles") {
        std::ranges::move(read_role_rules(node), std::back_inserter(provider.roles));
        return;
    }
    const auto* const setting = std::ranges::find(provider_settings, key, &ProviderSetting::key);
    if (setting == provider_settings.end()) throw std::invalid_argument("there is no such setting");
    setting->set(provider, toml_text(node), file.parent_path());
}

// What can not be done without, and does not go together.
std::string lack_of(const Provider& provider) {
    const bool is_key =
        !provider.key.empty() && provider.key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
    if (!is_key) return "small letters, digits and dashes make its key";
    if (provider.name.empty() || provider.name_en.empty()) return "name and name_en are asked for";
    if (provider.issuer.empty() || provider.client_id.empty() || provider.client_secret.empty())
        return "issuer, client_id and client_secret_file are asked for";
    if ((" " + provider.scopes + " ").find(" openid ") == std::string::npos) return "openid is asked for among the scopes";
    if (provider.algorithms.empty()) return "algorithms are asked for";
    if (provider.endpoints && (provider.endpoints->authorization.empty() || provider.endpoints->token.empty()))
        return "authorization_endpoint and token_endpoint are asked for, or no endpoint at all";
    return {};
}

}  // namespace

auth::Provider read_provider(const std::string& key, const toml::node& node, const std::filesystem::path& file) {
    const auto at = [&](const toml::node& place) { return fmt::format("{} line {}", file.string(), place.source().begin.line); };
    const auto* table = node.as_table();
    if (table == nullptr) throw ConfigError(fmt::format("{}: [sign_on.{}] is asked for, with its settings below", at(node), key));
    auth::Provider provider;
    provider.key = key;
    for (const auto& [name, value] : *table) {
        try {
            set(provider, name.str(), value, file);
        } catch (const std::invalid_argument& wrong) {
            throw ConfigError(fmt::format("{}: sign_on.{}.{}: {}", at(value), key, name.str(), wrong.what()));
        }
    }
    if (const auto lack = lack_of(provider); !lack.empty()) throw ConfigError(fmt::format("{}: sign_on.{}: {}", at(node), key, lack));
    return provider;
}

}  // namespace app

#include "app/sign_on/role_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include "base/enum_names.hpp"
#include "db/db.hpp"
#include "people/people.hpp"
#include "records/records.hpp"

namespace app {

namespace {

struct Page {
    std::string_view begins, kind;
};
constexpr std::array pages{Page{"/organisations/", "organisation"}, Page{"/circles/", "circle"}};

struct Place {
    std::string_view kind;
    std::int64_t number{};
};

// Nothing for what is not the address of such a page.
std::optional<Place> place_at(std::string_view address) {
    const auto* const page = std::ranges::find_if(pages, [&](const Page& one) { return address.starts_with(one.begins); });
    if (page == pages.end()) return std::nullopt;
    Place place{page->kind};
    const auto digits = address.substr(page->begins.size());
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), place.number);
    return read.ec == std::errc{} && read.ptr == digits.data() + digits.size() ? std::optional(place) : std::nullopt;
}

std::string read_place(std::string text) {
    const bool is_code = !text.empty() && text.front() != '/';
    if (is_code || place_at(text)) return text;
    throw std::invalid_argument("at: /organisations/7, /circles/12 or an organisation's code is asked for");
}

std::string read_role(std::string text) {
    const auto known = base::named<records::Role>(text);
    if (known && *known != records::Role::none) return text;
    throw std::invalid_argument("role: member, contributor, editor or steward is asked for");
}

auth::Provider::RoleRule read_role_rule(const toml::table& table) {
    auth::Provider::RoleRule read;
    for (const auto& [key, value] : table) {
        if (key.str() == "when")
            read.when = read_rule(toml_text(value));
        else if (key.str() == "at")
            read.at = read_place(toml_text(value));
        else if (key.str() == "role")
            read.role = read_role(toml_text(value));
        else
            throw std::invalid_argument(fmt::format("{}: there is no such setting", std::string_view(key.str())));
    }
    if (read.when.claim.empty() || read.at.empty() || read.role.empty()) throw std::invalid_argument("when, at and role are asked for");
    return read;
}

std::optional<std::int64_t> find_place(db::Session& db, std::string_view at) {
    const auto place = place_at(at);
    if (!place) {
        const auto organisation = people::find_by_code(db, at);
        return organisation ? std::optional(organisation->value) : std::nullopt;
    }
    const auto found = records::find(db, http::Viewer{}, place->kind, place->number);
    const bool is_there = found && found->envelope.state != records::State::deleted;
    return is_there ? std::optional(found->envelope.id.value) : std::nullopt;
}

void set_roles(db::Tx& tx, base::PersonId person, std::int64_t scope, std::span<const std::string> roles) {
    auto highest = records::Role::none;
    for (const auto& role : roles) highest = std::max(highest, base::named<records::Role>(role).value_or(records::Role::none));
    records::set_role_by_provider(tx, person, {scope}, highest);
}

}  // namespace

std::string toml_text(const toml::node& node) {
    if (node.is_boolean()) return *node.value<bool>() ? "true" : "false";
    if (const auto text = node.value<std::string>(); text && node.is_string()) return *text;
    throw std::invalid_argument("a text, true or false is asked for");
}

auth::Provider::Rule read_rule(const std::string& text) {
    const auto at = text.find('=');
    if (at == 0 || at == std::string::npos) throw std::invalid_argument("claim=value is asked for");
    return {text.substr(0, at), text.substr(at + 1)};
}

// Each is named by its own line: there may be many.
std::vector<auth::Provider::RoleRule> read_role_rules(const toml::node& node) {
    const auto* tables = node.as_array();
    if (tables == nullptr || !tables->is_array_of_tables()) throw std::invalid_argument("[[sign_on.KEY.roles]] is asked for, one for each");
    std::vector<auth::Provider::RoleRule> rules;
    for (const auto& one : *tables) {
        try {
            rules.push_back(read_role_rule(*one.as_table()));
        } catch (const std::invalid_argument& wrong) {
            throw std::invalid_argument(fmt::format("the one of line {}: {}", one.source().begin.line, wrong.what()));
        }
    }
    return rules;
}

auth::Scopes role_places() {
    return {find_place, set_roles};
}

}  // namespace app

#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "auth/auth.hpp"
#include "auth/sign_on/openid/testing.hpp"
#include "auth/sign_on/sign_on.hpp"
#include "base/enum_names.hpp"
#include "journal/journal.hpp"
#include "support/office.hpp"

// An installation with one provider, and browsers that go there and come back.
namespace auth::testing {

using openid::testing::IdentityProvider;
using support::Client;
using support::Reply;

inline std::string field(const Reply& reply, std::string_view name) {
    const auto key = fmt::format("\"{}\":\"", name);
    const auto at = reply.body.find(key);
    if (at == std::string::npos) return {};
    return reply.body.substr(at + key.size(), reply.body.find('"', at + key.size()) - at - key.size());
}

inline bool mentions(const Reply& reply, std::string_view text) {
    return reply.body.find(text) != std::string::npos;
}

struct SignOnOffice : support::Office {
    explicit SignOnOffice(db::Engine engine) : Office(engine, {}) {
        for (const auto& kind : kinds_of_person()) (this->*kind.client).signs_in_again = false;
        use(plain());
    }

    IdentityProvider there;
    std::optional<SignOn> sign_on;

    Provider plain() {
        return {.key = "there",
                .name = "บัญชีกลาง",
                .name_en = "Central account",
                .issuer = there.issuer(),
                .client_id = "lomwong",
                .client_secret = "shared / secret"};
    }
    void use(Provider provider) { use(std::vector{std::move(provider)}); }
    void use(std::vector<Provider> providers) {
        sign_on.emplace(std::move(providers),
                        fetch::Limits{.connecting = std::chrono::seconds(1), .whole = std::chrono::milliseconds(400), .bytes = 100'000},
                        places());
        equipment.add(*sign_on);
    }
    // Of places there are two, "here" and "beside"; of roles those of records.
    Scopes places() {
        const auto find = [this](db::Session&, std::string_view at) -> std::optional<std::int64_t> {
            if (at == "here") return organisation.value;
            return at == "beside" ? std::optional(other_organisation.value) : std::nullopt;
        };
        const auto set = [](db::Tx& tx, base::PersonId person, std::int64_t scope, std::span<const std::string> roles) {
            auto highest = records::Role::none;
            for (const auto& role : roles) highest = std::max(highest, base::named<records::Role>(role).value());
            records::set_role_by_provider(tx, person, {scope}, highest);
        };
        return {find, set};
    }

    // What a browser holds between going and coming back.
    struct Trip {
        std::string cookie, state, code;
    };
    Trip trip_of(const Reply& departure) {
        EXPECT_EQ(departure.status, 200u) << departure.body;
        there.now_seconds = clock.now().ms / 1000;
        const auto cookie = departure.headers.get("Set-Cookie");
        auto code = there.sign_in(field(departure, "address"));
        return {std::string(cookie.substr(0, cookie.find(';'))), there.asked_with["state"], std::move(code)};
    }
    Trip go(Client& browser) { return trip_of(browser.post("/api/sign-on/there", R"({"next":"/circles/5"})")); }
    Trip go_linking(Client& browser) {
        return trip_of(browser.post("/api/me/identities/there", fmt::format(R"({{"password":"{}"}})", password)));
    }
    static Reply come_back(Client& browser, const Trip& trip, std::string_view key = "there") {
        http::Request request;
        request.method = http::Method::post;
        request.target = fmt::format("/api/sign-on/{}/back", key);
        request.headers.set("Content-Type", "application/json");
        if (!trip.cookie.empty()) request.headers.set("Cookie", trip.cookie);
        request.body = fmt::format(R"({{"state":"{}","code":"{}"}})", trip.state, trip.code);
        return browser.send(std::move(request));
    }
    Reply link(Client& browser) { return come_back(browser, go_linking(browser)); }
    Reply sign_in_there(Client& browser) { return come_back(browser, go(browser)); }

    void expect_refused(std::string_view code, std::string_view why) {
        Client browser(*this);
        const auto reply = sign_in_there(browser);
        ASSERT_GE(reply.status, 400u) << why << reply.body;
        EXPECT_EQ(reply.code(), code) << why;
        EXPECT_TRUE(browser.session.empty()) << why;
        const auto said = reply.problem().messages;
        EXPECT_NE(said.at("th"), said.at("en")) << why << ": it is said in both languages";
    }
    std::vector<std::string> actions_on(base::PersonId who) {
        std::vector<std::string> actions;
        for (const auto& change : journal::list_changes(*database().read(), who.value, 50)) actions.push_back(change.action);
        return actions;
    }
};

}  // namespace auth::testing

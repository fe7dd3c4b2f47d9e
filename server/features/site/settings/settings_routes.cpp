#include "http/router.hpp"
#include "http/wording.hpp"
#include "site/routes.hpp"
#include "site/settings/fiscal_year.hpp"
#include "site/settings/identity.hpp"
#include "site/settings/own_words.hpp"
#include "site/settings/section_routes.hpp"

namespace site {

namespace {

Section<Identity> change_identity(http::Call& call, const http::Expected& expected, const Identity& identity) {
    auto changed = call.write([&](db::Tx& tx) {
        put_section(tx, call.person(), {std::string(Identity::section), Identity::changed, expected.version, json::write(identity)});
        hold_logo(tx, call.person(), identity.logo);
        return section_of<Identity>(tx);
    });
    forget_words(call);
    return changed;
}

Section<OwnWords> change_words(http::Call& call, const http::Expected& expected, const OwnWords& words) {
    auto changed = change_section(call, expected, words);
    forget_words(call);
    return changed;
}

}  // namespace

void forget_words(http::Call& call) {
    if (auto* wording = call.services().equipment.find<http::Wording>()) wording->forget();
}

void add_settings_routes(http::Router& router) {
    router.get("/api/site/identity", get_section<Identity>, access::administrator);
    router.put("/api/site/identity", change_identity, access::administrator, http::WriteKind::office);
    router.get("/api/site/words", get_section<OwnWords>, access::administrator);
    router.put("/api/site/words", change_words, access::administrator, http::WriteKind::office);
    router.get("/api/site/fiscal-year", get_section<FiscalYear>, access::anyone);
    router.put("/api/site/fiscal-year", change_section<FiscalYear>, access::administrator, http::WriteKind::office);
}

}  // namespace site

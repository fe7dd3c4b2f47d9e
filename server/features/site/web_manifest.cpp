#include "base/locale.hpp"
#include "http/router.hpp"
#include "site/routes.hpp"
#include "site/settings/identity.hpp"
#include "site/settings/section.hpp"

namespace site {

namespace {

// What a phone keeps of the web app that is put on its first screen (W3C Web Application Manifest).
struct Icon {
    std::string src, sizes, type;
    std::optional<std::string> purpose;
};
BOOST_DESCRIBE_STRUCT(Icon, (), (src, sizes, type, purpose))

struct Shortcut {
    std::string name, url;
    std::vector<Icon> icons;
};
BOOST_DESCRIBE_STRUCT(Shortcut, (), (name, url, icons))

struct WebManifest {
    std::string id = "/", name, short_name, description, lang, start_url = "/", scope = "/", display = "standalone";
    std::string background_color = "#fbfaf6", theme_color = "#2b3a82";
    std::vector<Icon> icons;
    std::vector<Shortcut> shortcuts;
};
BOOST_DESCRIBE_STRUCT(WebManifest, (),
                      (id, name, short_name, description, lang, start_url, scope, display, background_color, theme_color, icons, shortcuts))

http::Response get_web_manifest(http::Call& call) {
    const auto language = call.language();
    const auto identity = setting<Identity>(call.read());
    const bool thai = language == base::Language::th;
    const Icon small{"/icons/icon-192.png", "192x192", "image/png", {}};
    WebManifest manifest;
    manifest.name = thai ? identity.name.value : identity.name_en.value;
    const auto& short_name = thai ? identity.short_name : identity.short_name_en;
    manifest.short_name = short_name ? short_name->value : manifest.name;
    manifest.description = thai ? identity.line.value : identity.line_en.value;
    manifest.lang = thai ? "th" : "en";
    manifest.icons = {{"/icons/mark.svg", "any", "image/svg+xml", {}},
                      small,
                      {"/icons/icon-512.png", "512x512", "image/png", {}},
                      {"/icons/maskable-512.png", "512x512", "image/png", "maskable"}};
    manifest.shortcuts = {{base::say(language, "frame_record_session"), "/circles?record", {small}}};
    return http::Response::text(200, "application/manifest+json", json::write(manifest));
}

}  // namespace

void add_web_manifest(http::Router& router) {
    router.get("/manifest.webmanifest", get_web_manifest, access::anyone);
}

}  // namespace site

#include "site/settings/identity.hpp"

#include "base/locale.hpp"
#include "http/problem.hpp"
#include "site/site.hpp"

namespace site {

using base::Language;

Identity::Identity()
    : name{base::say(Language::th, "frame_brand")},
      name_en{base::say(Language::en, "frame_brand")},
      line{base::say(Language::th, "home_what")},
      line_en{base::say(Language::en, "home_what")} {}

std::optional<files::File> find_logo(db::Session& db) {
    auto held = files::list_held(db, logo_holder);
    if (held.empty() || held[0].sizes != files::Sizes::made) return std::nullopt;
    return std::move(held[0]);
}

void hold_logo(db::Tx& tx, base::PersonId actor, const std::optional<Logo>& logo) {
    std::vector<files::HeldFile> files;
    if (logo) files.push_back({logo->file, {logo->alternative_text.value}, {}});
    files::hold(tx, actor, logo_holder, files);
    for (const auto& file : files::list_held(tx, logo_holder))
        if (file.group != files::Group::picture) throw http::Problem(422, "invalid_input").at("/logo/file", "picture_needed");
}

}  // namespace site

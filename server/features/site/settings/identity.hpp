#pragma once

#include <optional>

#include "base/bounded.hpp"
#include "base/json/json.hpp"
#include "files/files.hpp"

namespace site {

struct Logo {
    files::FileId file;
    base::Text<1, 200> alternative_text;
};
BOOST_DESCRIBE_STRUCT(Logo, (), (file, alternative_text))

// What the installation is called, and what it looks like at the head of each page.
struct Identity {
    static constexpr std::string_view section = "identity";
    static constexpr std::string_view changed = "site.identity_changed";

    base::Text<1, 40> name;
    base::Text<1, 40> name_en;
    std::optional<base::Text<1, 20>> short_name;  // under its icon on a phone; without it the name
    std::optional<base::Text<1, 20>> short_name_en;
    base::Text<1, 90> line;  // what it is, in a few words: the title of the front page
    base::Text<1, 90> line_en;
    std::optional<Logo> logo;

    Identity();  // as it comes
};
BOOST_DESCRIBE_STRUCT(Identity, (), (name, name_en, short_name, short_name_en, line, line_en, logo))

// The logo as pages show it; nothing until its web sizes are made.
std::optional<files::File> find_logo(db::Session& db);

// Throws Problem 422 at "/logo/file" for what is no picture.
void hold_logo(db::Tx& tx, base::PersonId actor, const std::optional<Logo>& logo);

}  // namespace site

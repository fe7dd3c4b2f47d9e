#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <vector>

namespace db {
class Session;
}

namespace site {

// What an installation may say in words of its own, each named by its locale key: the web app knows these from the contract. The first two
// are its name and the line under it (identity.hpp), the others the words that differ from office to office (own_words.hpp).
enum class Word : std::uint8_t {
    frame_brand,
    home_what,
    frame_circles,
    frame_knowledge,
    frame_organisations,
    frame_areas,
    circles_kind_deliberation,
    circles_kind_forum,
    people_type_subdistrict_administration,
    people_type_subdistrict_municipality,
};
BOOST_DESCRIBE_ENUM(Word, frame_brand, home_what, frame_circles, frame_knowledge, frame_organisations, frame_areas,
                    circles_kind_deliberation, circles_kind_forum, people_type_subdistrict_administration,
                    people_type_subdistrict_municipality)

// In both languages: who switches need not ask again.
struct SaidHere {
    Word word{};
    std::string th, en;
};
BOOST_DESCRIBE_STRUCT(SaidHere, (), (word, th, en))

// Only what is said otherwise than the locale files say it.
std::vector<SaidHere> list_said_here(db::Session& db);

}  // namespace site

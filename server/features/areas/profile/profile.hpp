#pragma once

#include "areas/areas.hpp"
#include "base/bounded.hpp"
#include "base/json/errors.hpp"
#include "db/db.hpp"
#include "records/records.hpp"

// What is known of an area: its people, its history, who works there, what worries them, and where all that comes from.
namespace areas {

struct ProfileTag {
    static constexpr std::string_view kind = "area_profile";
};
using ProfileId = base::Id<ProfileTag>;

using Year = base::Whole<1200, 2500>;  // common era
using Count = base::Whole<0, 2'000'000'000>;

struct Population {
    Year year;
    Count people;
    std::optional<Count> households;
    std::optional<base::Text<0, 300>> source;
};
BOOST_DESCRIBE_STRUCT(Population, (), (year, people, households, source))

struct Actor {
    base::Line name;
    std::optional<base::Text<0, 300>> role;
};
BOOST_DESCRIBE_STRUCT(Actor, (), (name, role))

struct Issue {
    base::Line title;
    std::optional<base::Text<0, 5000>> detail;
};
BOOST_DESCRIBE_STRUCT(Issue, (), (title, detail))

struct Source {
    base::Line title;
    std::optional<base::Text<0, 500>> link;
};
BOOST_DESCRIBE_STRUCT(Source, (), (title, link))

struct ProfileContent {
    std::optional<base::Text<0, 20'000>> history;
    std::vector<Population> population;
    std::vector<Actor> actors;
    std::vector<Issue> issues;
    std::vector<Source> sources;
};
BOOST_DESCRIBE_STRUCT(ProfileContent, (), (history, population, actors, issues, sources))
void check(const ProfileContent& content, json::Errors& errors);

// Figures of a village or community with so few people that one of them could be told are not shown.
inline constexpr std::int64_t fewest_shown = 5;
ProfileContent as_shown(ProfileContent content, Level level);

// The plain text that search reads.
std::string text_of(const ProfileContent& content);

struct StoredProfile {
    ProfileId id;
    ProfileContent content;
};
std::optional<StoredProfile> find_profile(db::Session& db, AreaId area);
void insert_profile(db::Tx& tx, ProfileId id, AreaId area, const ProfileContent& content);
void update_profile(db::Tx& tx, ProfileId id, const ProfileContent& content);

}  // namespace areas

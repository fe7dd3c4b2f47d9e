#pragma once

#include "areas/profile/profile.hpp"
#include "areas/timeline/timeline.hpp"
#include "http/page.hpp"

// An area's page: what is known of it, its story, who works there and what happened there.
namespace areas {

// An area named in a list, with its address.
struct Step {
    std::string code;
    Level level{};
    std::string title;
    bool lively{};  // there is something to read about it
};
BOOST_DESCRIBE_STRUCT(Step, (), (code, level, title, lively))

struct ProfileView {
    records::RecordId id;
    std::int64_t number{};  // for /api/area-profiles/{profile}
    std::int64_t version{};
    ProfileContent content;
    base::Instant edited_at;
    std::string owner_title;
    std::string owner_address;
    bool may_edit{};
};
BOOST_DESCRIBE_STRUCT(ProfileView, (), (id, number, version, content, edited_at, owner_title, owner_address, may_edit))

// What happened there, by kind of record.
struct Happened {
    std::string kind;
    std::vector<records::Card> cards;
    bool more{};
};
BOOST_DESCRIBE_STRUCT(Happened, (), (kind, cards, more))

// A subdistrict may be raised to a municipality (เทศบาลตำบล, เทศบาลเมือง, เทศบาลนคร), with all of it or with a part.
enum class Municipality : std::uint8_t { subdistrict, town, city };
BOOST_DESCRIBE_ENUM(Municipality, subdistrict, town, city)

// What happened to an area as an area.
enum class Descended : std::uint8_t {
    part_of,       // it came out of others
    joined_of,     // several became it
    was,           // it is another one with a new code
    took,          // others came into it
    divided_into,  // it became several
    joined_to,     // it went into another one
    became,        // it got a new code
    gave,          // others came out of it, and it went on
    renamed,
    raised,
};
BOOST_DESCRIBE_ENUM(Descended, part_of, joined_of, was, took, divided_into, joined_to, became, gave, renamed, raised)

struct Descent {
    Descended what{};
    base::Date on;
    std::vector<Step> areas;                   // the others
    std::string name;                          // the one before, or the municipality's
    std::optional<Municipality> municipality;  // to which it was raised
    bool is_whole{};                           // all of it was
    std::string source;
};
BOOST_DESCRIBE_STRUCT(Descent, (), (what, on, areas, name, municipality, is_whole, source))

struct AreaPage {
    Area area;
    std::string title;
    std::string title_en;
    std::string path;
    std::string address;
    std::vector<Step> around;  // from the country down
    std::vector<Step> inside;
    std::vector<Step> successors;    // what took the place of one that is no more
    std::vector<Step> predecessors;  // in whose place it came
    std::vector<Descent> descents;   // the oldest first
    std::optional<ProfileView> profile;
    std::vector<Entry> timeline;
    std::vector<Happened> here;  // organisations first
};
BOOST_DESCRIBE_STRUCT(AreaPage, (),
                      (area, title, title_en, path, address, around, inside, successors, predecessors, descents, profile, timeline, here))

std::string address_of(const Area& area);
AreaPage read_page(db::Session& db, const http::Viewer& viewer, const Area& area, base::Language language);
http::Page write_page(const AreaPage& page, base::Language language);

}  // namespace areas

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
    std::optional<ProfileView> profile;
    std::vector<Entry> timeline;
    std::vector<Happened> here;  // organisations first
};
BOOST_DESCRIBE_STRUCT(AreaPage, (),
                      (area, title, title_en, path, address, around, inside, successors, predecessors, profile, timeline, here))

std::string address_of(const Area& area);
AreaPage read_page(db::Session& db, const http::Viewer& viewer, const Area& area, base::Language language);
http::Page write_page(const AreaPage& page, base::Language language);

}  // namespace areas

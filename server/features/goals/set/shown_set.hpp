#pragma once

#include "goals/indicator/shown_indicator.hpp"
#include "goals/set/set_queries.hpp"

// A set as its page and its API route show it.
namespace goals {

struct SetCard : SetLine {
    std::string area_title;  // "ตำบลท่าซัก"; empty for everybody's
};
BOOST_DESCRIBE_STRUCT(SetCard, (SetLine), (area_title))
std::vector<SetCard> show_set_lines(db::Session& db, std::vector<SetLine> lines, base::Language language);

struct FoundSet {
    records::Found found;
    SetRow row;
};
// By its key.
std::optional<FoundSet> find_readable_set(db::Session& db, const http::Viewer& viewer, std::string_view key);

struct ShownSetItem {
    std::string code;
    std::string name;  // what it is called here; empty: as the indicator itself
    std::optional<std::int64_t> weight;
    bool is_core{};
    std::optional<IndicatorCard> indicator;  // none where the viewer may not read it
};
BOOST_DESCRIBE_STRUCT(ShownSetItem, (), (code, name, weight, is_core, indicator))

struct ShownSetGroup {
    std::string name;
    std::string name_en;
    std::string core_name;  // where it is called otherwise here
    std::vector<ShownSetItem> items;
};
BOOST_DESCRIBE_STRUCT(ShownSetGroup, (), (name, name_en, core_name, items))

struct SetPlace {
    base::AreaId id;
    std::string code;
    std::string title;
    std::string path;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(SetPlace, (), (id, code, title, path, address))
// None for the country.
std::optional<SetPlace> place_of(db::Session& db, base::AreaId id, base::Language language);

struct ShownSetVersion {
    int from_year{};  // CE
    SetContent content;
    std::string changed;
    std::string written_by;  // empty for the system
    base::Instant written_at;
};
BOOST_DESCRIBE_STRUCT(ShownSetVersion, (), (from_year, content, changed, written_by, written_at))

struct ShownSet {
    std::string key;
    std::string address;
    records::Envelope record;
    records::Rights rights;
    std::optional<records::Card> owner;
    std::optional<SetPlace> area;
    std::optional<records::Card> base;      // whose core it has
    int from_year{};                        // from when holds what is shown
    SetContent content;                     // what it says itself
    std::vector<ShownSetGroup> groups;      // with its core
    std::vector<ShownSetVersion> versions;  // the newest first
    std::vector<SetCard> adopted;           // what areas made of it
};
BOOST_DESCRIBE_STRUCT(ShownSet, (), (key, address, record, rights, owner, area, base, from_year, content, groups, versions, adopted))

struct SetView {
    const http::Viewer& viewer;
    base::Language language{};
    std::optional<int> year;  // the newest, without one
};
ShownSet show_set(db::Session& db, const SetView& view, const FoundSet& found);

}  // namespace goals

template <>
struct http::Argument<goals::FoundSet> {
    static constexpr auto grants = access::Grant::read;
    static goals::FoundSet take(Call& call);
    static void describe(RouteInfo& route) { route.claim_segment(); }
};

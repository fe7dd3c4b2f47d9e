#pragma once

#include "goals/count/count_queries.hpp"
#include "goals/set/shown_set.hpp"
#include "http/viewer.hpp"

// What can be counted in a hall, and opening a count of it.
namespace goals {

// An indicator that a hall may give a step.
struct CountChoice {
    std::string code;
    std::string title;
    std::string title_en;
    areas::Level level{};  // of the areas that report it
    bool delicate{};
    Way way{};          // the usual one
    bool has_levels{};  // without the words of its steps nobody knows what a hand means
};
BOOST_DESCRIBE_STRUCT(CountChoice, (), (code, title, title_en, level, delicate, way, has_levels))

struct CountChoices {
    std::string title;
    std::string title_en;
    std::vector<CountChoice> items;
};
BOOST_DESCRIBE_STRUCT(CountChoices, (), (title, title_en, items))

// By the definitions that hold in the year. What the viewer may not read is left out.
CountChoices choices_of(db::Session& db, const http::Viewer& viewer, const FoundSet& set, int year);
CountChoices choices_of(db::Session& db, const FoundIndicator& indicator, int year);

struct CountItemForm {
    base::Text<1, 64> code;
    std::optional<Way> way;  // the usual one, if left out
};
BOOST_DESCRIBE_STRUCT(CountItemForm, (), (code, way))

struct CountForm {
    records::RecordId owner;
    base::AreaId area;
    base::Whole<1800, 2200> year;          // CE
    std::optional<base::Date> held_on;     // today, if left out
    base::Whole<1, 100'000> present;       // people in the hall
    std::optional<base::Text<0, 64>> set;  // its key; none: the indicators by themselves
    std::vector<CountItemForm> items;
    std::optional<std::vector<base::Text<1, 60>>> groups;  // in which the hall sits apart
    std::optional<base::Text<0, 200>> led_by;
};
BOOST_DESCRIBE_STRUCT(CountForm, (), (owner, area, year, held_on, present, set, items, groups, led_by))
void check(const CountForm& form, json::Errors& errors);

// Throws Problem 422 that names everything in the form that cannot be counted there and then.
records::Envelope open_count(db::Tx& tx, const http::Viewer& viewer, const CountForm& form);

}  // namespace goals

#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/area.hpp"
#include "records/records.hpp"
#include "search/index/window.hpp"

namespace search {

// What is looked for; what is left empty does not narrow it.
struct Wanted {
    std::string question{};
    std::string kind{};
    base::AreaId area{};  // with everything under it
    records::RecordId organisation{};
    int year{};  // of the day a record tells of, CE
    std::size_t after = 0;
    std::size_t limit = 20;
};

// One record that was found, and why.
struct Found {
    records::Card record;
    std::vector<Mark> title_marks;
    Window excerpt;  // of the text
    bool is_near{};  // has only some of what was asked
};
BOOST_DESCRIBE_STRUCT(Mark, (), (begin, end))
BOOST_DESCRIBE_STRUCT(Window, (), (text, marks))
BOOST_DESCRIBE_STRUCT(Found, (), (record, title_marks, excerpt, is_near))

// How many of what was found are of one kind, year, … before it is narrowed.
struct Share {
    std::string value;
    std::string title;  // for what has a name of its own: an organisation
    std::int64_t count{};
};
BOOST_DESCRIBE_STRUCT(Share, (), (value, title, count))

struct Facets {
    std::vector<Share> kinds;
    std::vector<Share> years;  // CE, the newest first
    std::vector<Share> organisations;
};
BOOST_DESCRIBE_STRUCT(Facets, (), (kinds, years, organisations))

struct Results {
    std::vector<Found> items;
    std::int64_t total{};    // that have everything that was asked; the near ones come behind them
    bool more_than_total{};  // the counting stopped there
    bool question_cut{};     // it was too long, only its beginning was looked for
    std::string meant;       // a question that finds something, where this one does not
    Facets facets;
    std::optional<std::string> next;  // send as ?after=
};
BOOST_DESCRIBE_STRUCT(Results, (), (items, total, more_than_total, question_cut, meant, facets, next))

struct Proposal {
    std::string title;
    std::string kind;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(Proposal, (), (title, kind, address))

}  // namespace search

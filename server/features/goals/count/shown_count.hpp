#pragma once

#include "goals/count/count_queries.hpp"
#include "goals/figures/figure.hpp"
#include "goals/set/shown_set.hpp"

// A count as the hall sees it, and as those see it who count.
namespace goals {

// To compare with, once a count of the indicator is over, so that nobody counts towards it.
enum class Compared : std::uint8_t { here_last_year, around, around_last_year };
BOOST_DESCRIBE_ENUM(Compared, here_last_year, around, around_last_year)
struct ComparedFigure {
    Compared with{};
    Figure figure;
};
BOOST_DESCRIBE_STRUCT(ComparedFigure, (), (with, figure))

// What stands in the figures in place of what was counted: somebody else approved it.
struct StandsOtherwise {
    std::optional<base::Decimal> value;
    Stage stage{};
    std::string source;
};
BOOST_DESCRIBE_STRUCT(StandsOtherwise, (), (value, stage, source))

struct CountItem {
    std::int64_t position{};
    std::string code;
    std::string title;
    std::string title_en;
    std::string address;
    std::vector<std::string> levels;  // what each step means
    Way way{};
    bool closed{};
    std::optional<HandTally> tally;  // none while a secret count goes on
    std::vector<GroupTally> groups;
    std::vector<ComparedFigure> compared;
    std::optional<StandsOtherwise> otherwise;  // of a count that is over
};
BOOST_DESCRIBE_STRUCT(CountItem, (), (position, code, title, title_en, address, levels, way, closed, tally, groups, compared, otherwise))

// How a count stands; told to all who listen.
struct CountState {
    std::int64_t revision{};
    bool open{};
    std::int64_t present{};
    std::int64_t on{};
    std::vector<CountItem> items;
};
BOOST_DESCRIBE_STRUCT(CountState, (), (revision, open, present, on, items))
CountState count_state(db::Session& db, const CountRow& count, base::AreaId area);

// For those who count: what each of them has written.
struct CountCell {
    std::int64_t position{};
    std::int64_t group{};
    std::int64_t level{};
    std::int64_t hands{};
    std::string by;  // empty for somebody whom the viewer may not know
    bool own{};
    base::Instant at;
};
BOOST_DESCRIBE_STRUCT(CountCell, (), (position, group, level, hands, by, own, at))

struct CountClosing {
    std::string by;
    base::Instant at;
};
BOOST_DESCRIBE_STRUCT(CountClosing, (), (by, at))

struct CountReply {
    records::Envelope record;
    records::Rights rights;
    bool may_count{};
    std::optional<records::Card> owner;
    std::optional<SetPlace> area;
    std::optional<SetPlace> around;
    std::optional<records::Card> set;
    int year{};  // CE
    std::string period_title;
    std::vector<std::string> groups;
    std::string led_by;
    CountState state;
    std::vector<CountCell> cells;        // for those who count
    std::vector<CountCell> late;         // for them too: came late from a phone, and is not what stands
    std::vector<CountClosing> closings;  // the first, and each time it was put right
};
BOOST_DESCRIBE_STRUCT(CountReply, (),
                      (record, rights, may_count, owner, area, around, set, year, period_title, groups, led_by, state, cells, late,
                       closings))

struct CountView {
    const http::Viewer& viewer;
    base::Language language{};
};
CountReply show_count(db::Session& db, const CountView& view, const records::Found& found);

// Facilitators are those who contribute to the organisation that leads the count.
bool may_count(const records::Found& found);

// A count that the viewer may read and on which they may write.
struct Countable {
    CountId id;
    records::Found found;
};

}  // namespace goals

template <>
struct http::Argument<goals::Countable> {
    static constexpr auto grants = access::Grant::edit;
    static goals::Countable take(Call& call);
    static void describe(RouteInfo& route) { route.claim_segment(); }
};

#pragma once

#include "goals/figures/figure.hpp"
#include "goals/indicator/indicator_queries.hpp"
#include "http/argument.hpp"
#include "records/records.hpp"

// An indicator as its page and its API route show it.
namespace goals {

// One that the viewer may read, by its code.
struct FoundIndicator {
    records::Found found;
    Indicator indicator;
};
std::optional<FoundIndicator> find_readable(db::Session& db, const http::Viewer& viewer, std::string_view code);

// A definition with the year from which it holds, and who wrote it.
struct ShownDefinition {
    int from_year{};  // CE
    Definition definition;
    std::string changed;
    std::string written_by;  // empty for the system
    base::Instant written_at;
};
BOOST_DESCRIBE_STRUCT(ShownDefinition, (), (from_year, definition, changed, written_by, written_at))
// Empty for the system, and for somebody whom the viewer may not know.
std::string writer_of(db::Session& db, const http::Viewer& viewer, base::PersonId person);

// Of the whole country, with what it rests on.
struct LatestFigure {
    std::string period;        // as it is written: base::code_of
    std::string period_title;  // as it is said
    Figure figure;
};
BOOST_DESCRIBE_STRUCT(LatestFigure, (), (period, period_title, figure))

struct ShownIndicator {
    std::string code;
    std::string address;
    records::Envelope record;
    records::Rights rights;
    std::optional<records::Card> owner;
    Traits traits;
    std::string aggregation_type;  // as DHIS2 calls it
    int from_year{};               // from when the definition holds that is shown
    Definition definition;
    std::vector<ShownDefinition> versions;  // the newest first
    std::optional<LatestFigure> latest;     // none until somebody has reported
};
BOOST_DESCRIBE_STRUCT(ShownIndicator, (),
                      (code, address, record, rights, owner, traits, aggregation_type, from_year, definition, versions, latest))
struct IndicatorView {
    const http::Viewer& viewer;
    base::Language language{};
    std::optional<int> year;  // by the definition that holds in it: the newest without one, the first for a year before all
};
ShownIndicator show_indicator(db::Session& db, const IndicatorView& view, const FoundIndicator& found);

}  // namespace goals

template <>
struct http::Argument<goals::FoundIndicator> {
    static constexpr auto grants = access::Grant::read;
    static goals::FoundIndicator take(Call& call);
    static void describe(RouteInfo& route) { route.claim_segment(); }
};

#pragma once

#include <string>
#include <vector>

#include "base/language.hpp"
#include "goals/figures/figure.hpp"
#include "http/viewer.hpp"

// Figures as they are asked for from outside, and as they go out.
namespace goals {

enum class FigureBy : std::uint8_t { children };
BOOST_DESCRIBE_ENUM(FigureBy, children)

struct FigureWish {
    std::string indicator;             // its code
    std::string area;                  // its official code; TH is the country
    std::string period;                // as base::read_reporting_period reads it
    std::optional<std::string> group;  // of a breakdown; none: the total
    std::optional<FigureBy> by;        // children: besides, what lies directly under the area
};
BOOST_DESCRIBE_STRUCT(FigureWish, (), (indicator, area, period, group, by))

struct FigureTile {
    std::string area;
    std::string title;
    Figure figure;
};
BOOST_DESCRIBE_STRUCT(FigureTile, (), (area, title, figure))

struct FiguresReply {
    std::string indicator;
    std::string period;  // as it is written: base::code_of
    std::string period_title;
    FigureTile whole;
    std::vector<FigureTile> children;
};
BOOST_DESCRIBE_STRUCT(FiguresReply, (), (indicator, period, period_title, whole, children))

// Throws http::Problem 422 that names every part of the wish that there is not; an indicator that the viewer may not see is none.
FiguresReply read_figures(db::Session& db, const http::Viewer& viewer, const FigureWish& wish, base::Language language,
                          Reader reader = Reader::person);

}  // namespace goals

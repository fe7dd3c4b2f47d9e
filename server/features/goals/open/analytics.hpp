#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "base/language.hpp"
#include "db/db.hpp"

// Figures as tools of DHIS2 ask for them and read them: https://docs.dhis2.org, "Analytics".
namespace goals {

struct AnalyticsWish {
    // "dx:pop;born", "pe:2564;2021Q1", "ou:TH;LEVEL-3": each of the three once. LEVEL-1 is the country, 2 regions, 3 provinces, 4
    // districts, 5 subdistricts, 6 villages, inside the areas that are named beside it.
    //
    // And, if wished, "co:ชาย;หญิง", groups by their names, "default" the total; "co" alone is every group there is, and the total only
    // where an area has none, so that nothing is in the rows twice.
    std::vector<std::string> dimension;
};
BOOST_DESCRIBE_STRUCT(AnalyticsWish, (), (dimension))

// A row a figure that anybody may read; none where there is no number, or it is hidden (metaData.hidden counts them). Throws http::Problem
// 422 that names what is not known, or `too_many_values` above 50,000.
std::string analytics_text(db::Session& db, const AnalyticsWish& wish, base::Language language);

}  // namespace goals

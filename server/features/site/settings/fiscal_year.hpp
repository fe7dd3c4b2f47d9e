#pragma once

#include <string_view>

#include "base/bounded.hpp"
#include "base/json/json.hpp"

namespace site {

// The month with which the fiscal year begins here: October in offices, another in some bodies.
struct FiscalYear {
    static constexpr std::string_view section = "fiscal_year";
    static constexpr std::string_view changed = "site.fiscal_year_changed";

    base::Whole<1, 12> begins{10};
};
BOOST_DESCRIBE_STRUCT(FiscalYear, (), (begins))

}  // namespace site

#pragma once

#include <boost/describe.hpp>
#include <string>

#include "base/language.hpp"

namespace auth {

// What waits for the job: the request itself does the same, and takes the same time, whoever it names.
struct ResetAsked {
    std::string login;  // folded
    base::Language language = base::Language::th;
};
BOOST_DESCRIBE_STRUCT(ResetAsked, (), (login, language))

}  // namespace auth

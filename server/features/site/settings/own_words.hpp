#pragma once

#include <string_view>

#include "base/bounded.hpp"
#include "base/json/json.hpp"
#include "site/settings/word.hpp"

namespace site {

// One word as it is said here: เวที for วง, เทศบาล for อบต.
struct OwnWord {
    Word word{};
    base::Text<1, 30> th;
    base::Text<1, 40> en;
};
BOOST_DESCRIBE_STRUCT(OwnWord, (), (word, th, en))

// Those that are said otherwise; all others are as the locale files have them.
struct OwnWords {
    static constexpr std::string_view section = "words";
    static constexpr std::string_view changed = "site.words_changed";

    std::vector<OwnWord> words;
};
BOOST_DESCRIBE_STRUCT(OwnWords, (), (words))
void check(const OwnWords& own, json::Errors& errors);

}  // namespace site

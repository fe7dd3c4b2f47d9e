#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/json/errors.hpp"
#include "base/language.hpp"

namespace base {

// What a person reads: the texts of locales/{th,en}.json, which are built into the binary. `{name}` is filled from `params`,
// `{count|session|sessions}` picks the word that fits the number.
// A key that nobody wrote comes back as it is, so that its lack is seen and nothing breaks; scripts/check finds it earlier.
std::string say(Language language, std::string_view key, const json::Params& params = {});

bool is_written(std::string_view key);

// All of one language, for those that hand them on.
const std::map<std::string, std::string, std::less<>>& texts(Language language);

}  // namespace base

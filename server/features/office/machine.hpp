#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "auth/sign_on/sign_on.hpp"
#include "backup/schedule.hpp"
#include "search/search.hpp"

namespace office {

// Where an installation runs and what it is made of, as the application tells it. Equipment; outlives all calls.
struct Machine {
    std::filesystem::path data;
    std::string version;     // of this program
    std::string public_url;  // empty: none was set
    const backup::Keeper& keeper;
    search::Searcher& searcher;
    const auth::SignOn& sign_on;
    std::function<bool()> opens_files;                                       // whether outside files can be opened here
    std::function<std::string()> paper_font = [] { return std::string(); };  // in which papers are set; empty: none is installed
};

}  // namespace office

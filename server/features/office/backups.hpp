#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "backup/run_queries.hpp"
#include "office/machine.hpp"

namespace office {

inline constexpr std::string_view make_backup_job = "office.make_backup";
inline constexpr std::string_view check_backup_job = "office.check_backup";

struct Backups {
    std::string folder;             // where they are made each night; empty: they are not
    bool under_way{};               // one is being made or checked, or waits for its turn
    std::vector<backup::Run> runs;  // newest first
};
BOOST_DESCRIBE_STRUCT(Backups, (), (folder, under_way, runs))
Backups show_backups(db::Session& db, const Machine& machine);

// Asks for one, unless one was asked for already.
void ask_for(db::Tx& tx, std::string_view job);

}  // namespace office

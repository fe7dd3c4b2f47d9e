#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "db/whole.hpp"
#include "journal/verify.hpp"

namespace backup {

// The form of archives that this program writes, and the newest that it reads.
inline constexpr int newest_format = 1;

// lomwong.json, the first member: who wrote this. What is added to it later makes a new format.
struct About {
    int format = newest_format;
    std::string version;
    base::Instant made_at;
    std::string engine;  // that it came from; it goes into any
    std::vector<db::AppliedMigration> migrations;
};
BOOST_DESCRIBE_STRUCT(About, (), (format, version, made_at, engine, migrations))

// manifest.json, after everything else: what an installation restored from this has to have.
struct Manifest {
    std::map<std::string, std::int64_t> rows;  // of each table
    journal::Head journal;
    std::int64_t files = 0;
    std::int64_t file_bytes = 0;
    std::vector<std::string> forgotten;  // files that were taken out of the installation while this was made, as the law may ask
    std::vector<std::string> missing;    // files that should have been there and were not: the installation had lost them before
    std::vector<std::string> damaged;    // files whose bytes are not what their name says; they are here as they were found
};
BOOST_DESCRIBE_STRUCT(Manifest, (), (rows, journal, files, file_bytes, forgotten, missing, damaged))

}  // namespace backup

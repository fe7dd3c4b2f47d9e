#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "files/files.hpp"
#include "office/machine.hpp"

namespace office {

// Bytes.
struct Storage {
    std::int64_t database{};
    files::Uploads uploads;
    std::int64_t search{};
    std::int64_t logs{};
    std::int64_t free{};  // on the disk of the data folder
    std::int64_t disk{};
};
BOOST_DESCRIBE_STRUCT(Storage, (), (database, uploads, search, logs, free, disk))
Storage measure(db::Session& db, const Machine& machine);

// "Lomwong", "0.1.0"
struct Version {
    std::string name;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(Version, (), (name, value))
std::vector<Version> list_versions(db::Session& db, const Machine& machine);

// "SQLite 3.40.1"
std::string engine_name(db::Session& db);

}  // namespace office

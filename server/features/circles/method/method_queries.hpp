#pragma once

#include "circles/circles.hpp"
#include "circles/method/method.hpp"
#include "db/db.hpp"
#include "http/viewer.hpp"

namespace circles {

// An organisation's own method; its envelope stands beside it.
struct MethodRow {
    Method content;
    std::string copied_from;  // key or number; empty: made from nothing
};

void insert_method(db::Tx& tx, MethodId id, const MethodRow& method);
void update_method(db::Tx& tx, MethodId id, const Method& content);
MethodRow get_method(db::Session& db, MethodId id);

// Published ones that the viewer may read, by title.
struct MethodListed {
    std::int64_t number{};
    std::string title;
    std::string title_en;
    std::string address;
    std::string owner;
    std::string content;
};
BOOST_DESCRIBE_STRUCT(MethodListed, (), (number, title, title_en, address, owner, content))
std::vector<MethodListed> list_own_methods(db::Session& db, const http::Viewer& viewer);

}  // namespace circles

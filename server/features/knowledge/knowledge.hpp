#pragma once

#include <span>

#include "db/migration.hpp"
#include "knowledge/import/import.hpp"
#include "knowledge/item/item.hpp"

namespace http {
class Router;
}

// The door: what was learnt, kept so that others find it.
namespace knowledge {

// A draft made of what another feature holds, as a point said in a circle. The caller links the two with trace::link.
struct Seed {
    Kind kind = Kind::note;
    std::string title{};
    std::string body{};    // Markdown
    std::string credit{};  // who said it, where they agreed to be named
    std::vector<std::string> tags{};
    records::RecordId owner{};
    records::Visibility visibility = records::Visibility::members;
    base::AreaId area{};
    std::optional<base::Date> happened_on{};
    base::Language language = base::Language::th;
};
records::Envelope plant(db::Tx& tx, base::PersonId actor, const Seed& seed);

void add_routes(http::Router& router);
std::span<const db::Migration> migrations();

}  // namespace knowledge

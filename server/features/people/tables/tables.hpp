#pragma once

#include "imports/imports.hpp"
#include "people/people.hpp"

// Organisations and people come as tables, one row each, as offices keep them. What a row leaves out is not taken away, and the same table
// again changes nothing.
namespace people {

imports::Reading read_organisations(db::Session& db, const imports::Order& order, std::string_view table);
imports::Written write_organisation(db::Tx& tx, const imports::Order& order, const std::string& plan, const imports::Made& made);
imports::TakenBack take_back_organisation(db::Tx& tx, const imports::Order& order, const std::string& did);

imports::Reading read_people(db::Session& db, const imports::Order& order, std::string_view table);
imports::Written write_person(db::Tx& tx, const imports::Order& order, const std::string& plan, const imports::Made& made);
imports::TakenBack take_back_person(db::Tx& tx, const imports::Order& order, const std::string& did);

}  // namespace people

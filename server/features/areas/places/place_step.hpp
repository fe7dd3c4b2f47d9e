#pragma once

#include <optional>

#include "areas/places/places.hpp"
#include "imports/imports.hpp"

namespace areas {

// What one row of a table writes, and what stood before it; taking it back needs no more.
struct PlaceStep {
    Area area;
    std::optional<Area> before;
};
BOOST_DESCRIBE_STRUCT(PlaceStep, (), (area, before))

imports::Reading read_places(db::Session& db, const imports::Order& order, std::string_view table);
imports::Written write_place(db::Tx& tx, const imports::Order& order, const std::string& plan, const imports::Made& made);
imports::TakenBack take_back_place(db::Tx& tx, const imports::Order& order, const std::string& did);

}  // namespace areas

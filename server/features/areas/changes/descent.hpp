#pragma once

#include "areas/area_page.hpp"

// Where areas came from and what became of them.
namespace areas {

// One area in whose place, or out of which, another came.
struct Succeeded {
    AreaId area_id;
    AreaId successor_id;
    std::optional<base::Date> held_on;   // as it was recorded
    std::optional<base::Date> ended_on;  // the area's last day
    std::optional<base::Date> begun_on;  // the successor's first

    // Since when the successor stands there.
    [[nodiscard]] std::optional<base::Date> since() const;
};
BOOST_DESCRIBE_STRUCT(Succeeded, (), (area_id, successor_id, held_on, ended_on, begun_on))

// All that anybody told; there are few.
std::vector<Succeeded> list_succeeded(db::Session& db);

// The line of descent of one area, the oldest first.
std::vector<Descent> list_descents(db::Session& db, AreaId area, base::Language language);

}  // namespace areas

#pragma once

#include "circles/papers/told.hpp"
#include "circles/session/session_card.hpp"

namespace circles {

// A fiscal year of a circle as one book: what a reader from outside may know of each session that was held.
struct YearOfCircle {
    records::Envelope circle;
    std::string purpose;
    std::string organisation;
    std::int64_t year{};
    std::vector<Told> sessions;
    base::Instant now;
};

// Sessions that the viewer may read; two photos of each.
YearOfCircle year_of_circle(db::Session& db, const http::Viewer& viewer, const files::Library* library, const records::Envelope& circle,
                            std::int64_t year);
document::Document make_book(const YearOfCircle& told);

}  // namespace circles

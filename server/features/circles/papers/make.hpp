#pragma once

#include "circles/letterhead/letterhead.hpp"
#include "circles/papers/papers.hpp"
#include "circles/papers/told.hpp"

namespace circles {

// All that the papers of one session are made of.
struct Desk {
    Told told;
    Letterhead letterhead;
    Papers papers;
    std::vector<Attendee> expected;  // for the sign-in sheet, which stays in the hall
    std::shared_ptr<const std::string> emblem;
    base::Instant now;
};
Desk desk_of(db::Session& db, const files::Library* library, const records::Envelope& session, base::Instant now);

document::Document make_paper(const Desk& desk, Paper paper, const std::string& wording);

// "ใบลงทะเบียน – แยกขยะอย่างไรให้คนอยากทำ"
std::string paper_title(const Desk& desk, Paper paper);

}  // namespace circles

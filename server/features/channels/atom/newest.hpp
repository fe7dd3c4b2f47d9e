#pragma once

#include <string>
#include <vector>

#include "channels/atom/atom.hpp"
#include "http/viewer.hpp"
#include "records/records.hpp"

namespace channels {

// What is left empty does not narrow it.
struct NewestWanted {
    std::string kind{};
    records::RecordId within{};  // a circle, itself too
    records::RecordId owner{};
    base::AreaId area{};  // with everything under it
    bool own{};           // of circles and organisations in which the viewer has a part, or which they follow
};

// The fifty that came last of what the viewer may read: circles, sessions, topics, knowledge. `origin` begins their links.
std::vector<AtomEntry> list_newest(db::Session& db, const http::Viewer& viewer, const NewestWanted& wanted, const std::string& origin);

}  // namespace channels

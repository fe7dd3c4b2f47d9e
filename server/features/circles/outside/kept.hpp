#pragma once

#include <string>
#include <vector>

#include "base/area.hpp"
#include "base/language.hpp"
#include "base/time.hpp"
#include "db/db.hpp"
#include "http/viewer.hpp"

// What calendars tell of the days that a place keeps: one entry a day or span, whoever of them entered it.
namespace circles {

struct KeptSpan {
    std::string uid;         // the same for ever: "local-day-345", "holiday-2026-12-05", "holy-2026-12-02"
    std::int64_t version{};  // grows with every change of a day that people entered
    base::Instant created_at;
    base::Instant edited_at;
    std::string name;
    std::string note;
    base::Date first;
    base::Date last;  // with it
};

struct KeptWanted {
    base::AreaId area;
    base::Date from;
    base::Date to;
};

// By their first day; of what the viewer may read.
std::vector<KeptSpan> list_kept(db::Session& db, const http::Viewer& viewer, const KeptWanted& wanted, base::Language language);

}  // namespace circles

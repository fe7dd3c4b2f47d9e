#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/bounded.hpp"
#include "base/json/json.hpp"
#include "base/person.hpp"
#include "base/time.hpp"
#include "concerns/concerns.hpp"
#include "discussion/discussion.hpp"
#include "files/files.hpp"
#include "records/records.hpp"

namespace concerns {

enum class State : std::uint8_t { open, kept, hidden };
BOOST_DESCRIBE_ENUM(State, open, kept, hidden)

// privacy: it hurts somebody.
enum class Reason : std::uint8_t { spam, privacy, wrong, other };
BOOST_DESCRIBE_ENUM(Reason, spam, privacy, wrong, other)

// What it is about: the record itself, or a comment or a picture on it.
struct Subject {
    records::RecordId record;
    discussion::CommentId comment{};
    files::FileId file{};
};

// As stored.
struct Concern {
    ConcernId id;
    records::RecordId record_id;
    discussion::CommentId comment_id;
    files::FileId file_id;
    State state{};
    std::string note;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(Concern, (), (id, record_id, comment_id, file_id, state, note, version))

// What one reader said.
struct Report {
    base::PersonId person;  // none: a guest
    std::string network;    // of a guest
    Reason reason{};
    std::string words;
};

// What administrators settle; see site/settings.
struct Reporting {
    static constexpr std::string_view section = "concerns";
    static constexpr std::string_view changed = "site.reporting_changed";

    bool guests_may_report = true;
    base::Whole<1, 1000> an_hour{60};  // of one person, or of the guests of one address together
};
BOOST_DESCRIBE_STRUCT(Reporting, (), (guests_may_report, an_hour))

}  // namespace concerns

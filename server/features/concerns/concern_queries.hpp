#pragma once

#include "concerns/concern.hpp"

namespace db {
class Session;
class Tx;
}  // namespace db

namespace concerns {

std::optional<Concern> find_concern(db::Session& db, const Subject& subject);
std::optional<Concern> find_concern(db::Session& db, records::RecordId record, ConcernId id);
// Reports of guests on what is open on this record.
std::int64_t count_open_of_guests(db::Session& db, records::RecordId record);

Concern insert_concern(db::Tx& tx, const Subject& subject);
// 0: this reader's is counted already.
std::int64_t insert_report(db::Tx& tx, ConcernId concern, const Report& report);
void open_again(db::Tx& tx, const Concern& concern);
// Rows changed: 0 if the version is no longer the newest. Networks of guests are forgotten.
struct Decision {
    State state{};
    std::string note;
    base::PersonId moderator;
};
std::int64_t update_decided(db::Tx& tx, const Concern& concern, const Decision& decision);

// Who looks after what: stewards of the organisation or circle, the maker of what belongs to nobody, administrators what everybody sees.
struct Moderator {
    base::PersonId person;
    bool administrator{};
};

// As a moderator's list shows it.
struct ListedConcern {
    ConcernId id;
    records::RecordId record_id;
    std::string record_title;
    std::string record_address;
    discussion::CommentId comment_id;
    files::FileId file_id;
    State state{};
    std::string note;
    std::string decided_by;
    base::Instant opened_at;
    base::Instant decided_at;
    std::int64_t reports{};
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(ListedConcern, (),
                      (id, record_id, record_title, record_address, comment_id, file_id, state, note, decided_by, opened_at, decided_at,
                       reports, version))
// Open ones, oldest first; or decided ones, newest first. At most `most`.
inline constexpr std::int64_t most_listed = 50;
std::vector<ListedConcern> list_open(db::Session& db, const Moderator& moderator);
std::vector<ListedConcern> list_decided(db::Session& db, const Moderator& moderator);

// The first twenty, as a moderator reads them.
struct ListedReport {
    Reason reason{};
    std::string words;
    std::string reporter;  // empty: a guest
    base::Instant at;
};
BOOST_DESCRIBE_STRUCT(ListedReport, (), (reason, words, reporter, at))
std::vector<ListedReport> list_reports(db::Session& db, ConcernId concern);

// Of what this person reported, that which was decided from `begin` to before `end`.
struct Decided {
    std::string record_title;
    std::string record_address;
    State state{};
};
BOOST_DESCRIBE_STRUCT(Decided, (), (record_title, record_address, state))
std::vector<Decided> list_decided_for(db::Session& db, base::PersonId reporter, base::Instant begin, base::Instant end);

}  // namespace concerns

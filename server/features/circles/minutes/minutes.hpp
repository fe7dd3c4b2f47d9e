#pragma once

#include "circles/session/session_queries.hpp"
#include "circles/sight.hpp"

// Minutes of a session: a draft of paragraphs, amendments by those who were there, approval. An approved version never changes.
namespace circles {

enum class MinutesState : std::uint8_t { draft, approved };
BOOST_DESCRIBE_ENUM(MinutesState, draft, approved)
enum class AmendmentState : std::uint8_t { open, taken, declined };
BOOST_DESCRIBE_ENUM(AmendmentState, open, taken, declined)

struct AmendmentTag {};
using AmendmentId = base::Id<AmendmentTag>;

struct MinutesRow {
    std::int64_t version{};
    MinutesState state{};
    std::string reason;
    std::int64_t edit{};
    base::Instant made_at;
    std::optional<base::Date> approved_on;
    std::string approved_by;
};
BOOST_DESCRIBE_STRUCT(MinutesRow, (), (version, state, reason, edit, made_at, approved_on, approved_by))

struct Amendment {
    AmendmentId id;
    std::int64_t place{};  // the paragraph, from 1; 0: one more at the end
    std::string before;    // the paragraph as its proposer read it
    std::string body;
    std::string why;
    std::string name;  // who proposes it
    base::Instant at;
    AmendmentState state{};
    std::string answer;
};
BOOST_DESCRIBE_STRUCT(Amendment, (), (id, place, before, body, why, name, at, state, answer))

using Paragraph = base::Text<1, 8000>;

// A draft as a whole, on top of the `edit` that its writer saw; 0 where there were no minutes yet.
struct MinutesForm {
    std::vector<Paragraph> paragraphs;
    std::int64_t edit{};
};
BOOST_DESCRIBE_STRUCT(MinutesForm, (), (paragraphs, edit))
void check(const MinutesForm& form, json::Errors& errors);

struct AmendmentForm {
    std::int64_t place{};
    std::optional<base::Text<0, 8000>> before;
    Paragraph body;
    std::optional<base::Text<0, 2000>> why;
};
BOOST_DESCRIBE_STRUCT(AmendmentForm, (), (place, before, body, why))

struct SettleForm {
    AmendmentState state{};
    std::optional<base::Text<0, 2000>> answer;
};
BOOST_DESCRIBE_STRUCT(SettleForm, (), (state, answer))

struct ApprovalForm {
    base::Date on;
    base::Text<1, 500> by;  // who approved: the meeting and its chair, as the paper says
};
BOOST_DESCRIBE_STRUCT(ApprovalForm, (), (on, by))

struct NewVersionForm {
    base::Text<1, 2000> reason;
};
BOOST_DESCRIBE_STRUCT(NewVersionForm, (), (reason))

// ---- minutes_queries.cpp ----

// The newest; outsiders know of approved ones only.
std::optional<MinutesRow> find_minutes(db::Session& db, SessionId session, Sight sight);
std::optional<MinutesRow> find_minutes(db::Session& db, SessionId session, std::int64_t version, Sight sight);
std::vector<MinutesRow> list_minutes(db::Session& db, SessionId session, Sight sight);
std::vector<std::string> list_paragraphs(db::Session& db, SessionId session, std::int64_t version);
// Its edits go on counting from the version before: what was written over that one, and arrives late, meets none of these.
void insert_minutes(db::Tx& tx, base::PersonId actor, SessionId session, std::int64_t version, const std::string& reason);
// The draft changes: its edit is counted.
void replace_paragraphs(db::Tx& tx, SessionId session, std::int64_t version, const std::vector<std::string>& paragraphs);
void set_approved(db::Tx& tx, SessionId session, std::int64_t version, const ApprovalForm& form);

struct Proposer {
    base::PersonId person;
    std::string name;
};
void insert_amendment(db::Tx& tx, const Proposer& by, SessionId session, std::int64_t version, const AmendmentForm& form);
std::vector<Amendment> list_amendments(db::Session& db, SessionId session, std::int64_t version);
void set_settled(db::Tx& tx, AmendmentId id, const SettleForm& form);
bool came_to(db::Session& db, SessionId session, base::PersonId person);

}  // namespace circles

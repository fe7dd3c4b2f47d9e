#pragma once

#include "circles/use/use_queries.hpp"
#include "records/records.hpp"

// What a method asks some days after its session: when it is due, and who may answer.
namespace circles {

// A question of a method that is asked some days after its session.
struct FollowUp {
    std::int64_t place{};  // of the field
    std::string label;
    base::Date due_on;
    bool answered{};
};
BOOST_DESCRIBE_STRUCT(FollowUp, (), (place, label, due_on, answered))

// In the order of the method's fields; `answers` may be those of the whole session.
std::vector<FollowUp> follow_ups(UseId use, const Method& method, base::Date held_on, const std::vector<CapturedAnswer>& answers);

enum class Asked : std::uint8_t { in_session, later };
Asked asked(const Method& method, AnswerPart part, std::int64_t place);

// Those named as hosts of the session who are known here, not by a name alone.
std::vector<base::PersonId> list_hosts(db::Session& db, SessionId session);
bool is_host(db::Session& db, SessionId session, base::PersonId person);

// The one place that decides who writes into a field or role of a method: who edits the session, into all of them; who is named as its
// host, into what is asked later; nobody else.
bool may_write_answer(db::Session& db, const http::Viewer& viewer, const records::Found& session, Asked asked);

}  // namespace circles

#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/person.hpp"
#include "base/time.hpp"
#include "discussion/discussion.hpp"
#include "records/records.hpp"

namespace discussion {

enum class CommentState : std::uint8_t { waiting, shown, hidden, withdrawn };
BOOST_DESCRIBE_ENUM(CommentState, waiting, shown, hidden, withdrawn)

// As stored, with the writer's name as people know it.
struct Comment {
    CommentId id;
    records::RecordId record_id;
    CommentId answer_to;  // none: stands by itself
    CommentState state{};
    base::PersonId person_id;  // none: a guest
    std::string writer;
    std::string body;
    std::string reason;  // why it is hidden
    base::Instant made_at;
    base::Instant edited_at;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(Comment, (), (id, record_id, answer_to, state, person_id, writer, body, reason, made_at, edited_at, version))

// Who looks at a record's discussion.
struct Onlooker {
    base::PersonId person;
    bool moderates{};
    bool belongs{};  // has a role where the record belongs
    bool trusted{};  // enough of what they wrote was shown before
};

// As one reader sees it: an empty body is a place kept for the answers under it.
struct ShownComment {
    CommentId id;
    CommentState state{};
    std::string writer;
    std::string body;
    std::string reason;
    base::Instant made_at;
    bool edited{};
    bool own{};
    std::int64_t version{};
    std::vector<ShownComment> answers;
};
BOOST_DESCRIBE_STRUCT(ShownComment, (), (id, state, writer, body, reason, made_at, edited, own, version, answers))

// The state in which new words begin.
CommentState first_state(const Onlooker& writer);

// What this onlooker sees, oldest first, answers under what they answer. `all` is in the order of ids.
std::vector<ShownComment> thread(const std::vector<Comment>& all, const Onlooker& onlooker);

}  // namespace discussion

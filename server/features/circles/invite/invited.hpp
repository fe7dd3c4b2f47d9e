#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string_view>

#include "base/person.hpp"
#include "records/records.hpp"

// What the token in an invitation opens, for whatever shows it.
namespace circles {

struct InvitedTo {
    records::RecordId session_id;
    base::PersonId sent_by;  // it lives as long as they may read the session
};
BOOST_DESCRIBE_STRUCT(InvitedTo, (), (session_id, sent_by))

std::optional<InvitedTo> find_invited(db::Session& db, std::string_view token);

}  // namespace circles

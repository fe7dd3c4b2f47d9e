#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/person.hpp"
#include "base/time.hpp"
#include "records/records.hpp"

// What may be told of a session to people outside: in a chat group, in a mail.
namespace circles {

struct Spoken {
    std::string body;
    std::string speaker;  // empty where they did not agree to be named
};

struct Promised {
    std::string body;
    std::string owner;
    std::optional<base::Date> due_on;
};

struct Summary {
    std::string key_question;
    std::string result;
    std::optional<std::int64_t> people;
    std::vector<Spoken> points;  // only what their speakers let out
    std::vector<Promised> agreements;
};

Summary get_summary(db::Session& db, records::RecordId session);

// They came, and circles writes to them what came of it: nobody else needs to.
bool is_thanked(db::Session& db, records::RecordId session, base::PersonId person);

}  // namespace circles

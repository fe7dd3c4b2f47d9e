#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json/json.hpp"
#include "records/envelope.hpp"

namespace records {

// One step in a record's life.
struct Step {
    std::int64_t version{};
    base::Instant at;
    base::PersonId actor_id;
    std::string actor;   // as the person's own record says; empty for the system
    std::string action;  // "circles.session_planned"
    bool kept{};         // the text of this version is there to be read and compared
};
BOOST_DESCRIBE_STRUCT(Step, (), (version, at, actor_id, actor, action, kept))

// Newest first.
std::vector<Step> list_steps(db::Session& db, const http::Viewer& viewer, RecordId id);

// One thing that differs between two versions: where (JSON Pointer), and what stood there; absent where nothing stood.
struct Difference {
    std::string pointer;
    std::optional<std::string> before;
    std::optional<std::string> after;
    friend bool operator==(const Difference&, const Difference&) = default;
};
BOOST_DESCRIBE_STRUCT(Difference, (), (pointer, before, after))

// Of two JSON texts that we wrote ourselves, in the order of their pointers.
std::vector<Difference> compare(std::string_view before, std::string_view after);

}  // namespace records

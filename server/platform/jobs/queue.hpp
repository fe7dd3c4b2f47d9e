#pragma once

#include <optional>

#include "jobs/jobs.hpp"

namespace jobs {

struct Job {
    JobId id;
    std::string handler;
    std::string payload;
    std::int64_t attempts = 0;  // this one included, once it is taken
};
BOOST_DESCRIBE_STRUCT(Job, (), (id, handler, payload, attempts))

// Takes the job that is longest due and does it, or sees to it that it comes again. False if none is due.
bool do_next(db::Database& database, const Handlers& handlers, const Complain& complain);

}  // namespace jobs

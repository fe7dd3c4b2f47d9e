#pragma once

#include "jobs/jobs.hpp"
#include "office/checkup.hpp"
#include "office/machine.hpp"

namespace http {
class Router;
}

// What whoever looks after an installation sees and does. README.md tells the words.
namespace office {

void add_routes(http::Router& router);
// "office.make_backup" and "office.check_backup": what an administrator asks for on the page.
void add_jobs(jobs::Handlers& handlers, const backup::Keeper& keeper);

}  // namespace office

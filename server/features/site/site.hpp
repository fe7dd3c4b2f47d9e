#pragma once

#include <span>

#include "base/fiscal_calendar.hpp"
#include "db/db.hpp"
#include "db/migration.hpp"
#include "site/holidays/calendar.hpp"
#include "site/settings/section_routes.hpp"

namespace http {
class Call;
class Router;
struct Page;
struct Words;
}  // namespace http

// What an installation says of itself: its front page, what stands on every page, and what its administrators have settled.
namespace site {

// From now on every page says that people and events here are invented.
void mark_as_example(db::Tx& tx);
bool is_example(db::Session& db);

// The front page as it can be read before any script runs: what this is, and the newest that the viewer may read.
http::Page show_home(http::Call& call);

// What this installation says otherwise than the locale files, for http::Wording.
http::Words read_words(db::Session& db);

// The fiscal year of this installation: what its plans and tables of a year go by.
base::FiscalCalendar fiscal_calendar(db::Session& db);

// What holds the logo, where a record would: everybody may see it, administrators change it. Ids are times: no record has one so small.
inline constexpr std::int64_t logo_holder = 1;

void add_routes(http::Router& router);
std::span<const db::Migration> migrations();

}  // namespace site

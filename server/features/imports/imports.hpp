#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/import.hpp"
#include "http/viewer.hpp"
#include "imports/import.hpp"
#include "jobs/jobs.hpp"
#include "records/records.hpp"

namespace http {
class Call;
class Router;
struct Upload;
}  // namespace http

// Tables that come in from outside: looked at first, then written some rows at a time by jobs, and taken back as a whole.
namespace imports {

// Who brings a table in.
struct Order {
    http::Viewer viewer;
    records::RecordId entered_by;  // the organisation that looks after what is new; none: the table is of the whole installation
    base::Date today;
};

enum class Effect : std::uint8_t { adds, changes };
BOOST_DESCRIBE_ENUM(Effect, adds, changes)

// One row that is to be written.
struct Step {
    std::int64_t line{};
    Effect effect{};
    std::string plan;  // JSON of the subject's own: all that writing it needs
};

// What a table would do. Rows that change nothing and rows that are wrong are no steps.
struct Reading {
    base::ImportReport report;  // with all its wrong rows
    std::vector<Step> steps;    // in the order in which they are written
};

// What an earlier row of the same table made, by the place of its step in the reading; 0 if that row was left out.
using Made = std::function<std::int64_t(std::int64_t step)>;

// What writing one row came to: done, or left out because something stands otherwise than when it was planned.
struct Written {
    std::int64_t made{};
    std::string did{};       // JSON of the subject's own: all that taking it back needs
    base::WrongRow wrong{};  // its `code` is empty if all is well
};

// What taking back one row came to: left as it is, with a locale key without "problem_", where the code is not empty.
struct TakenBack {
    std::string code{};
    std::string title{};
    std::string address{};
};

// What a feature brings, so that tables of its things can come in. A row is written and taken back within a transaction that may be run
// again.
struct Subject {
    std::string_view event;                                        // of the journal
    std::int64_t rows_a_write;                                     // some 100 ms of writing
    enum class Events : std::uint8_t { one, one_a_write } events;  // the latter where single rows write none
    Reading (*read)(db::Session& db, const Order& order, std::string_view table);
    Written (*write)(db::Tx& tx, const Order& order, const std::string& plan, const Made& made);
    TakenBack (*take_back)(db::Tx& tx, const Order& order, const std::string& did);
    bool (*may_bring)(db::Session& db, const http::Viewer& viewer) = nullptr;  // a table of the whole installation, besides administrators
};
// Whether the viewer may bring in a table that no organisation looks after.
bool may_bring(db::Session& db, const Subject& subject, const http::Viewer& viewer);
using Subjects = std::map<std::string, Subject, std::less<>>;

// For a subject's route: opens the upload (a workbook in the cage, its sheet or the first), reads it and keeps it, so that it can be
// started. Who may is asked by the caller. Problem 422 at "/file" where the file is at fault.
struct Wish {
    std::string_view subject;
    records::RecordId entered_by{};
    std::string sheet{};
};
ImportReply look_at(http::Call& call, const Wish& wish, const std::vector<http::Upload>& uploads);

// Without a preview and without jobs, for the command line: reads and writes all of it before it returns.
ImportReply bring_in(db::Database& database, const Subjects& subjects, const Order& order, const NewImport& table);

// The routes find Subjects in the equipment.
void add_routes(http::Router& router);
void add_jobs(jobs::Handlers& handlers, db::Database& database, const Subjects& subjects);
std::span<const db::Migration> migrations();

}  // namespace imports
